"""Marks of a text that survive translation: its numbers, and the consonants of its names and quoted titles."""

import functools
import re
import zlib

# The look behind comes after the first digit: so the search runs from digit to digit and not from letter to letter.
_NUMBER = re.compile(r"\d(?<![\w.,]\d)(?:\d{0,2}(?:[  . ,]\d{3})+(?:[.,]\d+)?(?!\w)|\d*(?:[.,]\d+)?(?!\w))")
_NOT_DIGITS = re.compile(r"\D")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CAPITALISED = re.compile(r"[A-ZА-ЯЁІЇЄҐ][^\W\d_]{2,}")
_QUOTES = "«“„\""

# Sounds by which a name is known in Latin and in Cyrillic letters; vowels, soft signs and endings differ too much.
_CYRILLIC = str.maketrans("бвгґджзклмнпрстфхцчшщ", "bvggdzzklmnprstfhscss")
_LATIN = {
    "shch": "s", "sch": "s", "tch": "č", "ch": "č", "sh": "s", "zh": "z", "kh": "h", "ph": "f", "ts": "s", "th": "t", "ck": "k",
    "ce": "se", "ci": "si", "cy": "si", "c": "k", "č": "c", "x": "ks", "q": "k", "w": "v", "j": "z",
}
_CONSONANTS = re.compile(r"[^bcdfghklmnprstvz]")
_REPEATED = re.compile(r"(.)\1+")
SKELETON = 4
LEAST_SKELETON = 3


@functools.lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str | None:
    """The first consonants of a name, the same for Zelenskyy and Зеленському; None where there are too few to tell."""
    lowered = name.lower()
    if lowered.isascii():
        for letters, sound in _LATIN.items():
            lowered = lowered.replace(letters, sound)
    else:
        lowered = lowered.translate(_CYRILLIC)
    consonants = _REPEATED.sub(r"\1", _CONSONANTS.sub("", lowered))
    return consonants[:SKELETON] if len(consonants) >= LEAST_SKELETON else None


def _is_inside_sentence(text: str, start: int) -> bool:
    """Whether a capital there opens neither a sentence nor a line: then the word is a name."""
    before = text[max(0, start - 3) : start]
    if not before or before[-1] in _QUOTES:
        return bool(before)
    if before.endswith(", "):
        return before[0].isalpha() and len(before) == 3
    return before[-1] in " (-" and len(before) >= 2 and before[-2].isalpha()


def marks(text: str) -> set[int]:
    """Marks of the numbers (two digits and more, years apart) and of the names in the text, as 32-bit numbers.

    Numbers have an even mark, names an odd one.
    """
    found = set()
    for number in _NUMBER.findall(text):
        digits = _NOT_DIGITS.sub("", number)
        if len(digits) >= 2 and not _YEAR.fullmatch(digits):
            found.add(zlib.crc32(digits.encode()) & ~1)
    for capitalised in _CAPITALISED.finditer(text):
        consonants = skeleton(capitalised[0]) if _is_inside_sentence(text, capitalised.start()) else None
        if consonants:
            found.add(zlib.crc32(consonants.encode()) | 1)
    return found
