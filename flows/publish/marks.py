"""Marks of a text that survive translation: its numbers, and the consonants of its names and quoted titles."""

import re
import zlib

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[  . ,]\d{3})+(?:[.,]\d+)?(?!\w)|(?<![\w.,])\d+(?:[.,]\d+)?(?![\w])")
_NOT_DIGITS = re.compile(r"\D")
_YEAR = re.compile(r"(?:19|20)\d\d")
# A name: a capital that does not open a sentence or a line.
_NAME = re.compile(r"(?:(?<=[^\W\d_][ (-])|(?<=[^\W\d_], )|(?<=[«“„\"]))[A-ZА-ЯЁІЇЄҐ][^\W\d_]{2,}")

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


def marks(text: str) -> set[int]:
    """Marks of the numbers (two digits and more, years apart) and of the names in the text, as 32-bit numbers.

    Numbers have an even mark, names an odd one.
    """
    found = set()
    for number in _NUMBER.findall(text):
        digits = _NOT_DIGITS.sub("", number)
        if len(digits) >= 2 and not _YEAR.fullmatch(digits):
            found.add(zlib.crc32(digits.encode()) & ~1)
    for name in _NAME.findall(text):
        consonants = skeleton(name)
        if consonants:
            found.add(zlib.crc32(consonants.encode()) | 1)
    return found
