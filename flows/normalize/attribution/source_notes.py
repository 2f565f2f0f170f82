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
_WHEN, _REPRINTED_CUES = ("originally ", "first "), ("appeared", "ran ", "published", "posted", "aired")
_FIRST_PUBLISHED = re.compile(r"\bThis (?:report|article|story|content) by (?P<name>(?:[Tt]he )?[A-Z][\w’'&-]*+(?: [A-Z][\w’'&-]*+){0,4}) was (?:first|originally) published\b")
_CONTRIBUTED = re.compile(r"(?:^|[\n.”\"] ?)(?P<name>(?:The )?[A-Z][\w’'&-]*+(?: [A-Z][\w’'&-]*+){0,3}) contributed to this (?:report|story|article)\b")
_CONTRIBUTED_ANYHOW = re.compile(r" contributed to this (?:report|story|article)\b")
_LONGEST_THANKS = 160
# each way begins with a sign of its own, so that a search skips to one of them
_COPYRIGHT = re.compile(r"(?:Copyright ?(?:20\d\d)? ?|© ?(?:20\d\d)? ?|c(?<!\wc)\. ?(?:20\d\d)? ?|20\d\d ?© ?)(?P<name>(?:[Tt]he )?[A-Z][\w’'&-]*+(?: [A-Z][\w’'&-]*+){0,4})")
_COPYRIGHT_MARKS = ("Copyright", "©", "c.")
_READ_ON = re.compile(r"(?:READ MORE|Read more|More|MORE|Source|SOURCE|Via|VIA)\b[^\n\[]{4,200}")
_CLOSING_BRACKET = re.compile(r"\[(?P<name>[A-Z0-9][^\]\n]{1,40})\][ \t]*(?=\n|$)")
# a known medium in square brackets behind the last sentence ("… of that what you will. [The Sample] Image credit: …")
_BRACKETED = re.compile(r"[.!?”\"] ?\[(?P<name>[A-Z0-9][^\]\n]{1,40})\](?=[ \t]*(?:\n|$)| (?:Feature i|Main i|Top i|I)mage)")
_MEDIA = ("outlet", "agency")


def source_notes(text: str, names: Sequence[NameMatch], registry: Registry) -> Iterator[Mention]:
    """The sources of such notes: a text taken whole is wire, the name under a heading or in brackets where it is from."""
    if "Source" in text and (found := _HEADING.search(text)) is not None:
        start, end = found.span(1)
        match = _name_in(names, start, end)
        source = registry.cited_sources.get(match.source_ids[0]) if match is not None else None
        yield Mention(start, end, source.kind if source else "body", "line", "en.source_heading", -1, None, None, match, is_report=True)
    if any(when in text and any(when + done in text for done in _REPRINTED_CUES) for when in _WHEN) and (found := _REPRINTED.search(text)) is not None:
        start, end = found.span("name")
        match = _name_in(names, start, end)
        if match is not None or found["name"].lower().startswith("the ") or "." in text[start:end]:
            yield Mention(*_span(match, start, end), "outlet", "wire", "en.reprinted", -1, None, None, match, is_report=True)
    if ("was first published" in text or "was originally published" in text) and (found := _FIRST_PUBLISHED.search(text)) is not None:
        match = _name_in(names, *found.span("name"))
        yield Mention(*_span(match, *found.span("name")), "agency", "wire", "en.first_published", -1, None, None, match, is_report=True)
    yield from _supplied_by(text, names, registry)
    if "contributed to this" in text:
        yield from _writers_of_agencies(text, names, registry)
    if "[" in text and (found := _BRACKETED.search(text)) is not None and (match := _name_in(names, *found.span("name"))) is not None:
        source = registry.cited_sources.get(match.source_ids[0])
        if source is not None and source.kind in _MEDIA and match.char_end == found.end("name"):
            yield Mention(*_span(match, *found.span("name")), source.kind, "line", "en.bracketed", -1, None, None, match, is_report=True)
    if "[" in text and (found := _further_reading(text)) is not None:
        match = _name_in(names, *found.span("name"))
        source = registry.cited_sources.get(match.source_ids[0]) if match is not None else None
        if (match is None and "." in found["name"]) or (source is not None and source.kind in _MEDIA):
            yield Mention(*found.span("name"), "outlet", "line", "en.further_reading", -1, None, None, match, is_report=True)


def _further_reading(text: str) -> re.Match[str] | None:
    """The first name in square brackets that closes a line which sends the reader on ("Read more: … [The Sample]")."""
    return next((found for found in _CLOSING_BRACKET.finditer(text) if _READ_ON.fullmatch(text, text.rfind("\n", 0, found.start()) + 1, found.start())), None)


def _writers_of_agencies(text: str, names: Sequence[NameMatch], registry: Registry) -> Iterator[Mention]:
    """The agencies whose writers a line thanks: "Sample Agency writer Ann Example in Loma contributed to this report."."""
    for found in _CONTRIBUTED_ANYHOW.finditer(text, len(text) // 3):
        start = text.rfind("\n", 0, found.start()) + 1
        if found.start() - start > _LONGEST_THANKS:
            continue
        for match in names:
            source = registry.cited_sources.get(match.source_ids[0]) if start <= match.char_start and match.char_end <= found.start() else None
            if source is not None and source.kind == "agency":
                yield Mention(match.char_start, match.char_end, "agency", "wire", "en.contributed", -1, None, None, match, is_report=True)


def _supplied_by(text: str, names: Sequence[NameMatch], registry: Registry) -> Iterator[Mention]:
    """The agencies that a line at the end thanks, or that own the text: "The Associated Press contributed to this report.", "Copyright 2019 The Associated Press"."""
    is_owned = "20" in text and any(mark in text for mark in _COPYRIGHT_MARKS)
    for pattern, rule, may_stand in ((_CONTRIBUTED, "en.contributed", "contributed to this" in text), (_COPYRIGHT, "en.copyright", is_owned)):
        if not may_stand:
            continue
        for found in pattern.finditer(text, len(text) // 3):
            match = _name_in(names, *found.span("name"))
            source = registry.cited_sources.get(match.source_ids[0]) if match is not None else None
            if source is not None and source.kind == "agency" and match.char_end >= found.end("name"):
                yield Mention(*_span(match, *found.span("name")), "agency", "wire", rule, -1, None, None, match, is_report=True)


def _name_in(names: Sequence[NameMatch], start: int, end: int) -> NameMatch | None:
    """The first known name that the characters hold, or that begins with the article before them."""
    return next((name for name in names if start - 4 <= name.char_start and name.char_end <= end and name.char_end > start), None)


def _span(match: NameMatch | None, start: int, end: int) -> tuple[int, int]:
    return (start, end) if match is None else (min(start, match.char_start), max(match.char_end, start))
