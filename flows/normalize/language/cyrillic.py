"""Languages in Cyrillic script told apart: letters first, then dictionaries, then n-grams."""

import re

from flows.normalize.language.data import function_word_weights, language_rows
from flows.normalize.language.ngrams import ngram_scores
from flows.normalize.morphology import dictionary_of

# «5-й» is no word «й».
_WORD = re.compile(r"(?<![\d\u0400-\u052f]-)(?<![\u0400-\u052f])[\u0400-\u052f]+(?:['-][\u0400-\u052f]+)*")
_QUOTED = re.compile(r"[«“„\"][^«»“”„\"\n]{2,80}[»”“\"]")
_NAMES = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"}
_LEAST_WORDS = 3
_ROMAN_NUMERAL = re.compile(r"\b(?:[іх]{2,}|х)\b")
_BEYOND_RU_UK = re.compile(r"[^\W\d_\x00-\u03ffа-яёіїєґ]")
_UKRAINIAN, _RUSSIAN = "іїєґ", "ыэё"
_READ_WORDS = 30
# Letters enough to be no quotation or foreign name.
_ENOUGH_LETTERS = 6
_START = 400
# A Russian text of this many characters without ы, э, ё does not occur.
_LONG = 400
_CLEAR = 0.85


def read_cyrillic(sample: str) -> tuple[str, float]:
    """BCP 47 tag and confidence for a text in lower case that is mostly Cyrillic."""
    if len(sample) > _START and (tag := _by_start(sample[:_START])):
        return tag, 0.99
    if _BEYOND_RU_UK.search(sample) and (tag := _by_rare_letters(sample)):
        return tag, 0.97
    ukrainian = sum(map(sample.count, _UKRAINIAN))
    russian = sum(map(sample.count, _RUSSIAN))
    hard_signs = sample.count("ъ")
    if hard_signs >= 2 and hard_signs > russian and ukrainian == 0:
        return "bg", 0.97
    if ukrainian and ukrainian < _ENOUGH_LETTERS:
        sample = _ROMAN_NUMERAL.sub(" ", sample)
        ukrainian = sum(map(sample.count, _UKRAINIAN))
    total = ukrainian + russian + hard_signs
    if russian >= 2 and ukrainian == 0:
        return "ru", 0.99
    if ukrainian >= 2 and russian + hard_signs == 0:
        return "uk", 0.99
    if total >= _ENOUGH_LETTERS:
        share = ukrainian / total
        if share >= _CLEAR:
            return "uk", 0.999
        if share <= 1 - _CLEAR:
            return "ru", 0.999
    return _by_words(sample, ukrainian, russian + hard_signs)


def _by_start(start: str) -> str | None:
    """Russian or Ukrainian where the first lines say so without a doubt; None where all of the sample has to be read."""
    ukrainian = sum(map(start.count, _UKRAINIAN))
    russian = sum(map(start.count, _RUSSIAN))
    if max(ukrainian, russian) < _ENOUGH_LETTERS or min(ukrainian, russian) or "ъ" in start or _BEYOND_RU_UK.search(start):
        return None
    return "uk" if ukrainian else "ru"


def _by_rare_letters(sample: str) -> str | None:
    """The language whose own letters explain those beyond the Russian and Ukrainian alphabets; None for a few strays."""
    letters = _BEYOND_RU_UK.findall(sample)
    cyrillic = [c for c in letters if "\u0400" <= c <= "\u052f"]
    if not cyrillic or len(cyrillic) * 60 < len(sample):
        return None
    words = function_word_weights(_WORD.findall(sample)[:_READ_WORDS], "Cyrl")
    rows = [row for row in language_rows().values() if row.script == "Cyrl"]
    explained = {row.tag: sum(map(row.letters.__contains__, cyrillic)) for row in rows}
    # Љ, њ and ј are Serbian and Macedonian alike, so neither row lists them: the words tell which.
    if sum(map(cyrillic.count, "љњџј")) * 2 > len(cyrillic):
        explained |= {"sr": len(cyrillic), "mk": len(cyrillic)}
        return max(("sr", "mk"), key=lambda tag: words.get(tag, 0) + sum(map(cyrillic.count, language_rows()[tag].letters)))
    best = max(explained, key=lambda tag: (explained[tag], words.get(tag, 0)))
    return best if explained[best] * 5 >= len(cyrillic) * 4 else None


def _words(sample: str) -> list[str]:
    """The first words; those in quotation marks left out where others are enough, since titles stand there as they are."""
    own = _WORD.findall(_QUOTED.sub(" ", sample))[:_READ_WORDS]
    return own if len(own) >= _LEAST_WORDS else _WORD.findall(sample)[:_READ_WORDS]


def _is_name(word: str, forms) -> bool:
    """Whether a dictionary has the word as a name only: the Ukrainian one has far more foreign names."""
    return all(_NAMES & parse.tag.grammemes for parse in forms.parse(word))


def _by_words(sample: str, ukrainian_letters: int, russian_letters: int) -> tuple[str, float]:
    """Russian and Ukrainian by the words that only one of the two dictionaries has; others by n-grams."""
    words = _words(sample.replace("’", "'"))
    if not words:
        return "und", 0.0
    russian_forms, ukrainian_forms = dictionary_of("ru"), dictionary_of("uk")
    only_russian = only_ukrainian = known = 0
    weights = function_word_weights(words, "Cyrl")
    for word in words:
        is_russian, is_ukrainian = russian_forms.word_is_known(word), ukrainian_forms.word_is_known(word)
        only_russian += is_russian and not is_ukrainian
        only_ukrainian += is_ukrainian and not is_russian and not _is_name(word, ukrainian_forms)
        known += is_russian or is_ukrainian
    scores = ngram_scores(sample)
    if known * 2 < len(words) or (len(sample) >= _LONG and not ukrainian_letters and not russian_letters):
        return _by_ngrams(scores)
    # A letter counts as a word: each says that a word is written as only one of the languages writes it.
    russian = only_russian + min(russian_letters, len(words)) + weights.get("ru", 0)
    ukrainian = only_ukrainian + min(ukrainian_letters, len(words)) + weights.get("uk", 0)
    if max(russian, ukrainian) >= 2 * min(russian, ukrainian) + 1:
        tag = "ru" if russian > ukrainian else "uk"
        return tag, 0.95 if abs(russian - ukrainian) >= 3 else 0.8
    if len(words) >= _READ_WORDS:
        return "und", 0.0  # half of a long text in each language
    by_ngrams = 8 * (scores.get("ru", 0) - scores.get("uk", 0))
    lead = russian - ukrainian + by_ngrams
    if abs(lead) < 0.25:
        return "und", 0.0
    return ("ru" if lead > 0 else "uk"), 0.6


def _by_ngrams(scores: dict[str, float]) -> tuple[str, float]:
    cyrillic = {tag: score for tag, score in scores.items() if tag in ("ru", "uk", "be", "bg", "sr", "mk")}
    if not cyrillic:
        return "und", 0.0
    return max(cyrillic, key=cyrillic.__getitem__), 0.6
