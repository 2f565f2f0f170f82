"""Notes at the head or foot of an English article that say where it is from: "Source:", "originally appeared in", "[Example]"."""

import re
from collections.abc import Iterator, Sequence

from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch, Registry

_HEADING = re.compile(r"(?:^|\n)Sources?:[ \t]*\n([A-Z][^\n]{2,79}[^\s.!?:])\n")
_REPRINTED = re.compile(
    r"\b(?:article|story|post|piece|content|report|column|interview|version|review)\b[^.\n]{0,30}?\b(?:originally|first) "
    r"(?:appeared|ran|published|posted|aired) (?:in|on|at|by|with|via) (?P<name>(?:[Tt]he )?[A-Z0-9][\w’'&-]*+(?:\.\w+)*(?: (?:of |and |& |the )?[A-Z0-9][\w’'&-]*+(?:\.\w+)*){0,5})"
)
_FURTHER = re.compile(r"(?:^|\n)(?:READ MORE|Read more|More|MORE|Source|SOURCE|Via|VIA)\b[^\n\[]{4,200}\[(?P<name>[A-Z0-9][^\]\n]{1,40})\][ \t]*(?=\n|$)")
_MEDIA = ("outlet", "agency")


def source_notes(text: str, names: Sequence[NameMatch], registry: Registry) -> Iterator[Mention]:
    """The sources of such notes: a text taken whole is wire, the name under a heading or in brackets where it is from."""
    if "Source" in text and (found := _HEADING.search(text)) is not None:
        start, end = found.span(1)
        match = _name_in(names, start, end)
        source = registry.cited_sources.get(match.source_ids[0]) if match is not None else None
        yield Mention(start, end, source.kind if source else "body", "line", "en.source_heading", -1, None, None, match, is_report=True)
    if ("originally" in text or " first " in text) and (found := _REPRINTED.search(text)) is not None:
        start, end = found.span("name")
        match = _name_in(names, start, end)
        if match is not None or found["name"].lower().startswith("the ") or "." in text[start:end]:
            yield Mention(*_span(match, start, end), "outlet", "wire", "en.reprinted", -1, None, None, match, is_report=True)
    if "[" in text and (found := _FURTHER.search(text)) is not None:
        match = _name_in(names, *found.span("name"))
        source = registry.cited_sources.get(match.source_ids[0]) if match is not None else None
        if (match is None and "." in found["name"]) or (source is not None and source.kind in _MEDIA):
            yield Mention(*found.span("name"), "outlet", "line", "en.further_reading", -1, None, None, match, is_report=True)


def _name_in(names: Sequence[NameMatch], start: int, end: int) -> NameMatch | None:
    """The first known name that the characters hold, or that begins with the article before them."""
    return next((name for name in names if start - 4 <= name.char_start and name.char_end <= end and name.char_end > start), None)


def _span(match: NameMatch | None, start: int, end: int) -> tuple[int, int]:
    return (start, end) if match is None else (min(start, match.char_start), max(match.char_end, start))
