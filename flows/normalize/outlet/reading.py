"""The outlet: who published the article."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.normalize.dateline import Dateline
from flows.normalize.evidence import Evidence
from flows.normalize.outlet.clue import Clue
from flows.normalize.outlet.clues import find_clues
from flows.normalize.outlet.unknown import find_unknown_outlet
from flows.normalize.registry import NameMatch, Outlet, Registry
from flows.normalize.text import MIXED_LANGUAGES, fold_lookalikes
from flows.normalize.url import host_of


@dataclass(frozen=True, slots=True)
class OutletReading:
    """The decision, and all evidence for it, also what was outvoted.

    `self_names` are the matches in the text where the outlet names itself as publisher.
    """

    outlet_id: str | None
    outlet_as_given: str | None
    country: str | None
    self_names: tuple[NameMatch, ...]
    evidence: tuple[Evidence, ...]


# What clues must add up to; below it the honest answer is that the text does not show its publisher.
_ENOUGH = 0.8
# How much stronger the winner's clues must be where another outlet has clues too.
_LEAD = 0.25
_REPEATED = 0.5
_STRONG = 0.9
# What stands on the page around the article; whom the article cites stands within.
_OF_THE_PAGE = ("copyright.", "subscription.", "title.suffix")
_COLUMN = "outlet_id"
_ONLY_HOST = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,24}/?")


def read_outlet(
    text: str,
    language: str,
    names: Sequence[NameMatch],
    dateline: Dateline | None,
    url: str | None,
    given_outlet: str | None,
    registry: Registry,
) -> OutletReading:
    """Who published the text, from URL, given metadata and the text's own evidence; null rather than a guess.

    The URL's host decides, then the given name, then the text: there each clue adds to its outlet's weight, and
    an outlet is named only if its weight is enough and clearly above every other's.
    """
    words = fold_lookalikes(text) if language in MIXED_LANGUAGES else text
    if words is not text:
        names = registry.find_names(words, language)
    clues = find_clues(words, language, names, dateline, registry)
    evidence = [Evidence(_COLUMN, c.outlet_id, text[c.char_start : c.char_end], c.char_start, c.char_end, c.rule, c.confidence) for c in clues]
    outlet_id, as_given, stated = _from_metadata(url, given_outlet, registry)
    if outlet_id is None and as_given is None:
        outlet_id, as_given, stated = _from_clues(text, clues)
    if outlet_id is None and as_given is None and not clues:
        as_given, stated = _unknown(text, stated)
    outlet = registry.outlets.get(outlet_id) if outlet_id else None
    return OutletReading(
        outlet_id=outlet_id,
        outlet_as_given=as_given,
        country=outlet.country if outlet else None,
        self_names=tuple(c.name for c in _first_per_name(clues) if c.name and c.outlet_id == outlet_id),
        evidence=(*stated, *evidence),
    )


def _from_metadata(url: str | None, given_outlet: str | None, registry: Registry) -> tuple[str | None, str | None, list[Evidence]]:
    """Outlet from what came with the text: the URL's host first, then the given name."""
    evidence = []
    outlet_id = as_given = None
    if url and (host := host_of(url)):
        known = registry.outlet_of_host(host)
        outlet_id, as_given = (known.outlet_id if known else host), host
        evidence.append(Evidence(_COLUMN, outlet_id, host, None, None, "url.host" if known else "url.unknown_host", 1.0 if known else 0.9))
    if given_outlet and (given := given_outlet.strip()):
        host = host_of(given)
        known = registry.outlet_of_name(given) or (host and registry.outlet_of_host(host)) or None
        named, rule = _named_as(given, host, known)
        evidence.append(Evidence(_COLUMN, named, given, None, None, rule, 0.95))
        if outlet_id is None:
            outlet_id, as_given = named, given
    return outlet_id, as_given, evidence


def _named_as(given: str, host: str | None, known: Outlet | None) -> tuple[str | None, str]:
    """(outlet, rule) of a given name: one that is a host and nothing else says which site it is, known or not."""
    if known:
        return known.outlet_id, "given.outlet"
    return (host, "given.unknown_host") if _ONLY_HOST.fullmatch(given) else (None, "given.unknown_outlet")


def _from_clues(text: str, clues: Sequence[Clue]) -> tuple[str | None, str | None, list[Evidence]]:
    """Outlet from the text alone: the one whose clues are enough and clearly above the others'."""
    weights = _weights(clues)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _ENOUGH:
        return None, None, []
    winner, weight = ranked[0]
    others = [w for _, w in ranked[1:]]
    if others and weight - others[0] < _LEAD and not _is_signed(winner, clues):
        return None, None, [Evidence(_COLUMN, None, None, None, None, "outlet.conflicting_clues", weight)]
    best = max((c for c in clues if c.outlet_id == winner), key=lambda c: c.confidence)
    return winner, text[best.char_start : best.char_end], []


def _is_signed(outlet_id: str, clues: Sequence[Clue]) -> bool:
    """Whether the page itself is the outlet's: its copyright, its call to subscribe, and of no other outlet."""
    of_the_page = {c.outlet_id for c in clues if c.rule.startswith(_OF_THE_PAGE) and c.confidence > _ENOUGH}
    return of_the_page == {outlet_id} and all(c.confidence < _STRONG for c in clues if c.outlet_id != outlet_id)


def _unknown(text: str, stated: list[Evidence]) -> tuple[str | None, list[Evidence]]:
    """The words of a copyright or subscription line that name a publisher beyond the registry."""
    found = find_unknown_outlet(text)
    if found is None:
        return None, stated
    start, end, rule = found
    return text[start:end], [*stated, Evidence(_COLUMN, None, text[start:end], start, end, rule, 0.6)]


def _weights(clues: Sequence[Clue]) -> Mapping[str, float]:
    """How far each outlet's clues together are trusted: independent rules add up, the same rule again counts half."""
    doubt: dict[str, float] = defaultdict(lambda: 1.0)
    seen: set[tuple[str, str]] = set()
    for clue in clues:
        key = (clue.outlet_id, clue.rule)
        doubt[clue.outlet_id] *= 1 - clue.confidence * (_REPEATED if key in seen else 1)
        seen.add(key)
    return {outlet_id: 1 - left for outlet_id, left in doubt.items()}


def _first_per_name(clues: Sequence[Clue]) -> list[Clue]:
    """The first clue of each name, in text order."""
    return list({(c.name.char_start if c.name else -1 - i): c for i, c in reversed(list(enumerate(clues)))}.values())[::-1]
