"""Case forms of German names: the adjectives before the noun decline, the noun takes the s of the genitive."""

import re

_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]*(?:sch|eu|ei|ng|gemein|est|ein|ig|lich)(?:e|er|es)")
_ALLGEMEINE = re.compile(r"[\wÄÖÜäöü-]*[Aa]llgemeine")  # an adjective even where no noun follows
_INFLECTED = re.compile(r"(?:e|er|es)$")
_ENDINGS = ("e", "en", "er", "es", "em")
# „Zeitung“, „Rundschau“, „ARD“ have no s in the genitive
_NO_GENITIVE = re.compile(r"(?:[aeiouyäöüsxzß]|[Uu]ng|heit|keit|schaft|ion|tät|[Pp]ost|[Ww]elt|[Ze]eit|[Bb]ahn|[Bb]ank|[A-ZÄÖÜ]|presse|[Nn]achrichten)$")
_SYLLABLE = re.compile(r"(?:[Aa]mt|[Bb]und|[Bb]latt|[Rr]at|[Ww]erk)$")


def german_forms(name: str) -> list[str]:
    """All case forms of a German name, the name itself first („Rheinische Post“, „Rheinischen Post“, „Rheinischer Post“)."""
    words = name.split(" ")
    declined = [
        bool(_ALLGEMEINE.fullmatch(word) or (k + 1 < len(words) and _ADJECTIVE.fullmatch(word) and words[k + 1][:1].isupper()))
        for k, word in enumerate(words)
    ]
    endings = _ENDINGS if any(declined) else ("",)
    heads = [" ".join(
        _INFLECTED.sub("", word) + ending if is_declined else word for word, is_declined in zip(words, declined, strict=True)
    ) for ending in endings]
    return list(dict.fromkeys([name, *heads, *(form + s for form in heads if form.endswith(words[-1]) for s in _genitive(words[-1]))]))


def _genitive(noun: str) -> tuple[str, ...]:
    """What the genitive adds to a noun that is neither feminine nor an abbreviation."""
    if len(noun) < 3 or not noun[-1].isalpha() or _NO_GENITIVE.search(noun):
        return ()
    return ("s", "es") if _SYLLABLE.search(noun) else ("s",)
