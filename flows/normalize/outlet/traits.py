"""What is known of an outlet that bears on whether it published a text: its languages, and how often others quote it."""

import tomllib
from functools import cache

from flows.locations import LANGUAGES
from flows.normalize.registry import Outlet

_WIDELY_QUOTED = LANGUAGES.parent / "widely_quoted.toml"
EAST_SLAVIC = frozenset(("ru", "uk", "be"))
_RUSSIAN_READ = frozenset(("UA", "BY", "KZ", "KG", "MD", "GE", "AM", "AZ", "UZ", "TJ", "TM", "LV", "LT", "EE"))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(tomllib.loads(_WIDELY_QUOTED.read_text(encoding="utf-8"))[key])


def is_quoted(outlet: Outlet) -> bool:
    """Whether others quote and reprint it every day: a news agency in several languages, a paper of record."""
    if outlet.kind == "agency" and not EAST_SLAVIC.issuperset(outlet.languages):
        return True
    return any(domain.partition("/")[0] in _listed("domains") for domain in outlet.domains)


def gives_interviews(outlet: Outlet) -> bool:
    """Whether others quote what it was told, though they seldom reprint it: a national paper or station, a large magazine."""
    return is_quoted(outlet) or not _listed("interviews").isdisjoint(outlet.domains)


def writes_in(outlet: Outlet, language: str) -> bool:
    """Whether the outlet can have published a text in the language: one of its own, or one that its country reads."""
    primary = language.partition("-")[0]
    if not outlet.languages or primary == "und" or primary in outlet.languages:
        return True
    if outlet.country in _RUSSIAN_READ:
        return primary == "ru" or (primary == "uk" and outlet.country == "UA") or (primary == "be" and outlet.country == "BY")
    return False
