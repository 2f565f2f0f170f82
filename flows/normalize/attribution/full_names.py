"""Where a text gives a person's full name: beside a surname, or after a title."""

import re
from collections.abc import Iterator

from flows.normalize.attribution.base_forms import name_stem
from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.word_forms import gender_of_given_name, word_form

_TITLE_SYNONYMS = {"глава": ("президент",), "голова": ("президент",), "очільник": ("міністр", "голова")}
_FULL_NAME_AFTER_TITLE = re.compile(
    r"\w{0,3}(?:\s+(?!(?:что|що|як|как|о|об|про|и|і|та|в|у|на|с|з)\b)[^\W\d_][\w-]*){0,3}?\s+([^\W\d_a-zа-яіїєґ][\w'’-]+)\s+([^\W\d_a-zа-яіїєґ][\w'’-]+)(?![\w'’-]|\s+[А-ЯІЇЄҐ])"
)
_FORMER = re.compile(r"(?:[эе]кс-|\b(?:бывш|колишн)\w+ )$")
_WORD = re.compile(r"\w+")
_SURNAME = re.compile(r"[A-Z][a-z][\w’'-]+(?<!['’]s)(?!\w)")
_ARABIC_ARTICLES = frozenset(("al-", "el-", "as-", "ar-", "at-", "ad-", "an-", "ul-"))
_LONGEST_GIVEN_NAME = 24
_LONGEST_ENDING = 4


def full_name_span(text: str, folded: str, surname: str, language: str, gender: str | None = None) -> tuple[int, int] | None:
    """Where the text first gives the name in full, of somebody of that gender: a given name before the surname, in any case form."""
    stem = name_stem(surname)
    if "ё" in folded:
        folded = folded.replace("ё", "е")
    at = folded.find(stem)
    while at >= 0:
        start = at - 3 if text[at - 1 : at] == "-" and folded[max(0, at - 3) : at] in _ARABIC_ARTICLES else at
        if text[at].isupper() and start > 0 and text[start - 1].isspace() and (given := _capitalised_before(text, start)) is not None:
            end = at + len(stem)
            while end < len(text) and text[end].isalpha():
                end += 1
            name = text[given[0] : given[1]]
            if language == "en" and given[0] and _is_in_title_case(text, given[0]):
                at = folded.find(stem, at + len(stem))
                continue
            if end - at <= len(stem) + _LONGEST_ENDING and is_given_name(name, text, language) and (
                gender is None or name.endswith("ь") or gender_of_given_name(name, language) in (None, gender)
            ):
                return given[0], end
        at = folded.find(stem, at + len(stem))
    return None


_LONGEST_HEADLINE = 160
_FEW = 4  # words of a headline, fewer show no custom


def _is_in_title_case(text: str, at: int) -> bool:
    """Whether the offset is inside a headline's line that writes all longer words with capitals ("Sampla Floors Loma"): what looks like a given name may be a verb."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at, start + _LONGEST_HEADLINE)
    if end < 0 or at == start or not text[at - 2 : at - 1].isalnum() or text[end - 1] in ".!”\"":
        return False
    words = [word for word in text[start:end].split() if len(word) > 3 and word[0].isalpha()]
    return len(words) >= _FEW and all(word[0].isupper() for word in words)


_SURNAME_AFTER = re.compile(r"[а-яіїєґ]{0,3} ([А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{3,})(?!\w)")


def name_with_given(text: str, folded: str, given: str, language: str) -> str | None:
    """The given name with its surname, as it first stands in a Russian or Ukrainian text, where only one surname stands after it."""
    stem = name_stem(given)
    if "ё" in folded:
        folded = folded.replace("ё", "е")
    found: dict[str, str] = {}
    at = folded.find(stem)
    while at >= 0:
        after = _SURNAME_AFTER.match(text, at + len(stem)) if text[at].isupper() and not text[at - 1 : at].isalnum() else None
        if after is not None:
            form = word_form(after[1], language)
            is_surname = not form.place and not (form.known and form.noun and not (form.animate or form.surname)) and word_form(text[at : after.start(1) - 1], language).given_name
            if is_surname and not after[1].lower().endswith(_PATRONYMIC):
                found.setdefault(name_stem(after[1]), text[at : after.end(1)])
        at = folded.find(stem, at + len(stem))
    return next(iter(found.values())) if len(found) == 1 else None


_PATRONYMIC = ("вич", "вича", "вичу", "вичем", "вна", "вны", "вне", "вну", "вной", "вни", "вні", "вною")


def _capitalised_before(text: str, at: int) -> tuple[int, int] | None:
    """Span of the capitalised word that only white space parts from the offset."""
    end = at
    while end > 0 and text[end - 1] in " \t":
        end -= 1
    start, earliest = end, max(0, at - _LONGEST_GIVEN_NAME)
    while start > earliest and (text[start - 1].isalnum() or text[start - 1] in "_'’-"):
        start -= 1
    while start < end and not text[start].isalnum():
        start += 1
    if start + 2 < end and text[start + 1] in "'’":  # French and Italian elision: «d'Anna»
        start += 2
    return (start, end) if end - start > 1 and text[start].isalpha() and not text[start].islower() else None


def is_given_name(word: str, text: str, language: str) -> bool:
    """Whether a capitalised word can be a given name: by the dictionary, else because the text never writes it small."""
    if language not in ("ru", "uk"):
        low = word.lower()
        if low.endswith(tuple(load_cues(language).lists["common_noun_endings"])):
            return False
        if language == "en" and (low.endswith(("'s", "’s")) or word.rpartition("-")[2].islower()):
            return False  # "US-based"
        if language == "en" and low.endswith("ing") and len(low) > 6 and low != "sterling":
            return False  # a participle with the capital of a line's head
        if language == "en" and word.rpartition("-")[2][0].islower() and "-" in word:
            return False  # "London-based"
        return not word.isupper() and low not in load_cues(language).words and not _has_word(text, low)
    if word.isascii():
        return False
    form = word_form(word, language)
    return form.given_name and not form.place


def _has_word(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            return True
        at = text.find(word, end)
    return False


def _agree(title: str, given: str, surname: str, language: str) -> bool:
    """Whether title and name stand in one case («адвокат затриманого Олексія Алякіна» names somebody else)."""
    if language not in ("ru", "uk"):
        return True
    form, name = word_form(title, language), word_form(given, language)
    if not form.nominative or form.genitive or not name.genitive:
        return True
    return name.nominative and (name.lemma == given.lower() or not _is_in_genitive(surname, language))  # «Адвокат Виталия Маркива»


def _is_in_genitive(surname: str, language: str) -> bool:
    form = word_form(surname, language)
    return form.genitive and not (form.nominative and form.surname) and surname.endswith(("а", "я", "ого"))


def names_after_title(text: str, folded: str, title: str, language: str, is_bare: bool = True) -> Iterator[tuple[str, str, str]]:
    """What stands between title and name, given name and surname wherever the text calls somebody by the title («президент Владимир Зеленский»).

    Other titles of the same office count where the title `is_bare`: «глава», but not «глава правительства», is the president.
    """
    folded = folded.replace("ё", "е")
    stem = title.replace("ё", "е")
    stem = stem[:-1] if len(stem) > 4 and stem[-1] in "аяьйуюеыиіо" else stem
    for beginning in (stem, *(_TITLE_SYNONYMS.get(title, ()) if is_bare else ())):
        at = folded.find(beginning)
        while at >= 0:
            end = at + len(beginning)
            if not (at and folded[at - 1].isalnum()) and not _FORMER.search(folded, max(0, at - 12), at) and (found := _FULL_NAME_AFTER_TITLE.match(text, end)):
                title_word = folded[at : at + len(_WORD.match(folded, at).group())]
                end = found.end()
                is_its_name = language in ("ru", "uk") or _follows_directly(folded, at, found, language)
                if is_its_name and is_given_name(found[1], text, language) and _agree(title_word, found[1], found[2], language):
                    yield text[at + len(title_word) : found.start(1)], found[1], found[2]
            at = folded.find(beginning, end)


def _follows_directly(folded: str, title_at: int, name: re.Match[str], language: str) -> bool:
    """Whether nothing but the title stands before the name, and the name is none of a body ("president of the Sample Union")."""
    title_end = _WORD.match(folded, title_at).end()
    words = load_cues(language).words
    if not words.get(folded[title_at:title_end], 0) or "\n" in folded[title_end : name.end()]:
        return False  # only the beginning of another word ("man" in "Manage"), or a line of its own
    between = folded[title_end : name.start(1)].split()
    return len(between) < 2 and not any(words.get(word, 0) for word in (*between, name[2].lower()))


def name_from_given(text: str, given: str, language: str) -> str | None:
    """The full name of a person whom an English text goes on to call by the given name («Ann said»)."""
    if language != "en" or not is_given_name(given, text, language):
        return None
    words = load_cues(language).words
    at = text.find(given + " ")
    while at >= 0:
        after = at + len(given) + 1
        surname = _SURNAME.match(text, after)
        if surname and not (at and text[at - 1].isalnum()) and surname[0].lower() not in words and not _has_word(text, surname[0].lower()) and text[max(0, at - 4) : at].lower() != "the " and not text[surname.end() + 1 : surname.end() + 2].isupper():
            return text[at : surname.end()]
        at = text.find(given + " ", after)
    return None
