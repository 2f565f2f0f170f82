"""Romanisation of Ukrainian (Cabinet of Ministers, 2010) and Russian names (BGN/PCGN 1947, without diacritics)."""

from flows.normalize.attribution.language_cues import load_cues

_UKRAINIAN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu", "я": "ia",
    "'": "", "’": "", "ʼ": "", "ы": "y", "э": "e", "ё": "io", "ъ": "",
}
_UKRAINIAN_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
}
_UPPER_E = "e"
_VOWELS = frozenset("аеёиоуыэюяіїє")


def romanise(name: str, language: str) -> str:
    """The name in Latin letters; letters that are not Cyrillic stay as they are."""
    words = []
    for word in name.split(" "):
        words.append("-".join(".".join(_word(p, language) for p in part.split(".")) for part in word.split("-")))
    return " ".join(words)


def person_in_latin(name: str, language: str) -> str:
    """A person's name in Latin letters; as it stands where the given name is a foreign one («Дженнифер Лыкос»), whose own spelling no rule restores."""
    return name if name.split(" ")[0].lower() in load_cues(language).groups["foreign_given_names"] else romanise(name, language)


_LOOKALIKES = str.maketrans("аеорсухАВЕНКМОРСТХ", "aeopcyxABEHKMOPCTX")


def _word(word: str, language: str) -> str:
    if sum(c.isascii() for c in word) > len(word) // 2:
        return word.translate(_LOOKALIKES)
    low = word.lower()
    if low.isascii() or not any("а" <= c <= "я" or c in "ёіїєґ" for c in low):
        return word
    latin = _ukrainian(low) if language == "uk" else _russian(low)
    if word.isupper() and 1 < len(word) < 6:
        return "".join((_ukrainian(c) if language == "uk" else _UPPER_E if c == "е" else _russian(c)).capitalize() for c in low)
    if word.isupper() and len(word) > 1:
        return latin.upper()
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin


def _ukrainian(low: str) -> str:
    out = []
    for i, letter in enumerate(low):
        if i == 0 and letter in _UKRAINIAN_INITIAL:
            out.append(_UKRAINIAN_INITIAL[letter])
        elif letter == "г" and i and low[i - 1] == "з":
            out.append("gh")
        else:
            out.append(_UKRAINIAN.get(letter, letter))
    return "".join(out)


def _russian(low: str) -> str:
    if len(low) > 3 and low.endswith(("ий", "ый")):
        return _russian(low[:-2]) + "y"
    out = []
    for i, letter in enumerate(low):
        if letter == "е" and (i == 0 or low[i - 1] in _VOWELS or low[i - 1] in "ьъ"):
            out.append("ye")
        else:
            out.append(_RUSSIAN.get(letter, letter))
    return "".join(out)
