"""The language of a text."""

import functools
import re
import unicodedata
from collections import Counter

from flows.normalize.language.cyrillic import read_cyrillic
from flows.normalize.language.latin import read_latin
from flows.normalize.language.ngrams import ngram_scores

_READ_CHARACTERS = 1500
_READ_FOR_SCRIPT = 500
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[@#]\w+")
# Five of the commonest letters are about two fifths of a text in the script.
_COMMON_CYRILLIC, _COMMON_LATIN = "оаеин", "aeion"
_COMMON_SHARE = 0.2
# Scripts of one language in news, by the first word of their characters' Unicode names.
_LANGUAGE_OF_SCRIPT = {
    "HANGUL": "ko", "GREEK": "el", "HEBREW": "he", "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "ETHIOPIC": "am", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn",
    "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "BENGALI": "bn", "SINHALA": "si", "ORIYA": "or", "TIBETAN": "bo",
}  # fmt: skip
# Letters that only one language in Arabic script has; Persian last, since Urdu and Kurdish have its letters too.
_ARABIC_SCRIPT = (("ur", "ٹڈڑےںھ"), ("ps", "ټډړږښڼۍې"), ("ckb", "ۆێڵڕ"), ("ug", "ۇۈېەڭ"), ("sd", "ٻڄڃڇڏڙ"), ("fa", "پچژگکی"))


def identify_language(text: str) -> tuple[str, float]:
    """BCP 47 tag and confidence in [0, 1]; ("und", 0.0) where it cannot be told. Ukrainian is never called Russian.

    Reads the first 1,500 characters: script, then letters that one language has, then function words, then
    the Russian and Ukrainian dictionaries, and n-grams (eld) where these leave it open. A text that is half in
    one language and half in another is "und".
    """
    sample = text[:_READ_CHARACTERS].lower()
    if "@" in sample or "#" in sample or ("/" in sample and "://" in sample) or ("w" in sample and "www." in sample):
        sample = _ADDRESS.sub(" ", sample)
    cyrillic = sum(map(sample.count, _COMMON_CYRILLIC))
    latin = sum(map(sample.count, _COMMON_LATIN))
    least = len(sample) * _COMMON_SHARE
    if cyrillic > least and cyrillic > 3 * latin:
        return read_cyrillic(sample)
    if latin > least and latin > 3 * cyrillic:
        return read_latin(sample)
    return _by_script(sample)


def _by_script(sample: str) -> tuple[str, float]:
    """The language where the script tells it, or is the first question because the text mixes several."""
    scripts: Counter[str] = Counter()
    for char, count in Counter(sample[:_READ_FOR_SCRIPT]).items():
        if char.isalpha():
            scripts[_script_of(char)] += count
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    scripts["HAN"] = scripts.pop("CJK", 0) + scripts.pop("HIRAGANA", 0) + scripts.pop("KATAKANA", 0)
    # A Han character says about as much as two letters and a half.
    scripts["HAN"] = int(2.5 * scripts["HAN"])
    # Latin names stand in texts of every script, foreign names in Latin texts are written in Latin letters.
    scripts["LATIN"] //= 3
    (script, first), (_, second) = scripts.most_common(2) if len(scripts) > 1 else ((*scripts.most_common(1), ("", 0)))
    if first < 2 or first < 1.5 * second:
        return "und", 0.0
    if script == "CYRILLIC":
        return read_cyrillic(sample)
    if script == "LATIN":
        return read_latin(sample)
    if script == "HAN":
        return ("ja", 0.99) if kana * 12 > first / 2.5 else ("zh", 0.97)
    if script == "ARABIC":
        return _arabic_script(sample[:_READ_FOR_SCRIPT])
    if script == "DEVANAGARI":
        scores = ngram_scores(sample)
        return ("mr" if scores.get("mr", 0) > scores.get("hi", 0) else "hi"), 0.9
    tag = _LANGUAGE_OF_SCRIPT.get(script)
    return (tag, 0.99) if tag else ("und", 0.0)


@functools.lru_cache(maxsize=1 << 14)
def _script_of(letter: str) -> str:
    """The first word of the letter's Unicode name."""
    return unicodedata.name(letter, "?").split(" ", 1)[0].split("-", 1)[0]


def _arabic_script(sample: str) -> tuple[str, float]:
    for tag, letters in _ARABIC_SCRIPT:
        if sum(map(sample.count, letters)) * 60 > len(sample):
            return tag, 0.97
    return "ar", 0.97
