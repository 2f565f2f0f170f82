"""Outlets that are the first part of a German compound: „im X-Gespräch“, „der X-Newsletter“."""

import re
from collections.abc import Sequence

from flows.normalize.registry import NameMatch, Registry

_SECOND_PART = re.compile(r"-(?:Anfrage|Autor(?:in)?|Berechnung|Blog|Gespräch|Informationen|Interview|Newsletter|Talk)\b")
_FIRST_PART = re.compile(r"(?:[A-ZÄÖÜ][\w&]* )?[A-ZÄÖÜ][\w&]+$")
_LONGEST = 40


def with_compounds(text: str, language: str, names: Sequence[NameMatch], registry: Registry) -> Sequence[NameMatch]:
    """The names and, as names too, the outlets before such a second part; the finder takes no part of a compound."""
    if language != "de":
        return names
    found = []
    for second in _SECOND_PART.finditer(text):
        first = _FIRST_PART.search(text, max(0, second.start() - _LONGEST), second.start())
        if first is None:
            continue
        word = first.start() + first[0].rfind(" ") + 1
        for start in dict.fromkeys((first.start(), word)):
            if outlet := registry.outlet_of_name(text[start : second.start()]):
                found.append(NameMatch(start, second.start(), (outlet.outlet_id,), True))
                break
    return sorted((*names, *found), key=lambda name: name.char_start) if found else names
