"""Domains of known outlets that stand in running text as names."""

import re
from collections.abc import Sequence

from flows.normalize.registry import NameMatch, Registry

_TOP_DOMAIN = re.compile(r"\.[A-Za-z]{2,8}(?![\w@-])")
_LONGEST_DOMAIN = 40
_HOST_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")


def with_domains(text: str, names: Sequence[NameMatch], registry: Registry) -> Sequence[NameMatch]:
    """The names and, as names too, the domains of known outlets that stand in the text as words («Ural56.ru»)."""
    taken = {name.char_start for name in names}
    found = []
    for dot in _TOP_DOMAIN.finditer(text):
        start = dot.start()
        if not (text[start - 1].isascii() and text[start - 1].isalnum()):
            continue
        lowest = max(0, start - _LONGEST_DOMAIN)
        while start > lowest and text[start - 1] in _HOST_CHARACTERS:
            start -= 1
        if start in taken or start == dot.start() or text[max(0, start - 1) : start] in ("@", "/"):
            continue
        domain = text[start : dot.end()].lower()
        outlet = registry.outlet_of_host(domain)
        if outlet is not None and domain in outlet.domains:
            found.append(NameMatch(start, dot.end(), (outlet.outlet_id,), True))
    return sorted((*names, *found), key=lambda name: name.char_start) if found else names
