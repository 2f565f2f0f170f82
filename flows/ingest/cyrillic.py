"""Which of the Cyrillic code pages bytes are in: letters follow the frequencies of the languages, or they do not."""

import math
import re
from collections import Counter

# Percent of letters in running text: Russian, with the letters that only Ukrainian, Belarusian and others add.
_PERCENT = {
    "о": 10.0, "а": 8.1, "е": 7.5, "и": 7.2, "н": 6.6, "т": 6.0, "с": 5.2, "р": 4.8, "в": 4.8, "л": 4.2, "к": 3.6,
    "м": 3.2, "д": 3.1, "п": 2.8, "у": 2.9, "я": 2.1, "ы": 1.6, "ь": 1.8, "г": 1.7, "з": 1.8, "б": 1.6, "ч": 1.4,
    "й": 1.2, "х": 1.0, "ж": 0.9, "ш": 0.7, "ю": 0.7, "ц": 0.6, "щ": 0.4, "э": 0.3, "ф": 0.3, "ъ": 0.04, "ё": 0.1,
    "і": 3.0, "ї": 0.5, "є": 0.5, "ґ": 0.02, "ў": 0.3, "ј": 0.3, "љ": 0.05, "њ": 0.05, "ћ": 0.05, "ђ": 0.02, "џ": 0.01,
}
_LOG = {letter: math.log(percent / 100) for letter, percent in _PERCENT.items()}
_STRANGE = -9.0
_PUNCTUATION = set("«»—–…№“”„’‘‚‹›•·\u00a0§©®°±")
_CANDIDATES = ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
_SAMPLE_BYTES = 8 * 1024
_LEAST_SCORE = -3.55
_LEAST_SHARE = 0.2
_KOI8_U_ONLY = re.compile(rb"[\xc0-\xff][\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd]|[\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd][\xc0-\xff]")
_CASE_BREAK = re.compile(r"[а-яёіїєґў][А-ЯЁІЇЄҐЎ]")
_SCRIPT_BREAK = re.compile(r"[а-яёіїєґўА-ЯЁІЇЄҐЎ][A-Za-z]|[A-Za-z][а-яёіїєґўА-ЯЁІЇЄҐЎ]")


def cyrillic_encoding(payload: bytes) -> str | None:
    """Python's name of the Cyrillic single-byte encoding of `payload`; None if it is not Cyrillic text in one.

    KOI8-U is told from KOI8-R by the bytes that are Ukrainian letters in one and box drawing in the other.
    """
    sample = payload[:_SAMPLE_BYTES]
    ascii_letters = sum(1 for byte in sample if 0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A)
    if sum(1 for byte in sample if byte >= 0x80) < _LEAST_SHARE * ascii_letters:
        return None
    best, best_score = None, _LEAST_SCORE
    for candidate in _CANDIDATES:
        score = cyrillic_score(sample.decode(candidate, errors="replace"))
        if score > best_score:
            best, best_score = candidate, score
    if best == "koi8-u" and not _KOI8_U_ONLY.search(payload):
        return "koi8-r"
    return best


def cyrillic_score(text: str) -> float:
    """How much `text` looks like Cyrillic prose: mean log frequency of its non-ASCII letters, about -3.1 for prose.

    Capitals inside words, words of two scripts and long texts of nothing but capitals count against it; -9 where
    there are no such letters.
    """
    counts = Counter(text)
    total = score = 0.0
    for character, count in counts.items():
        if character < "\x80" or character in _PUNCTUATION:
            continue
        total += count
        score += count * _LOG.get(character.lower(), _STRANGE)
    if total < 3:
        return _STRANGE
    capitals = sum(count for character, count in counts.items() if character > "\x7f" and character.isupper())
    if total > 200 and capitals > 0.9 * total:
        return _STRANGE
    latin = sum(count for character, count in counts.items() if character.isascii() and character.isalpha())
    # Some sites mix look-alike Latin letters into Cyrillic words; in a mostly Latin text it is the code page that is wrong.
    mixed = len(_SCRIPT_BREAK.findall(text)) * (4.0 if latin > 0.5 * total else 0.5)
    return (score - 4.0 * len(_CASE_BREAK.findall(text)) - mixed) / total
