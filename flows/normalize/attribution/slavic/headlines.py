"""The medium that closes a headline or a lead: «Мост закроют, — Bild»."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.language_cues import LanguageCues
from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch, Registry

_LEAD = 500  # characters
# what is told, a comma or a quotation mark, a dash and a name that ends the line
_CLOSING = re.compile(r"[,»”\"](?= ?[—–-])(?<=[^\n]{26}) ?[—–-] ?[«“\"]?(?P<name>[A-ZА-ЯЁІЇЄҐ][^\n,;:!?«»“”\"]{1,30}?)[»”\"]?\.?(?=\n|$)")
_LATIN = re.compile(r"[A-Z][A-Za-z0-9.]*(?: [A-Z][A-Za-z0-9.]*)*")
_SHORTEST_UNKNOWN = 4


def headline_media(text: str, names: Sequence[NameMatch], cues: LanguageCues, registry: Registry) -> list[Mention]:
    """Media of the registry, and names of several letters in Latin, that close a line at the head of the text."""
    lead = text[:_LEAD]
    found = []
    for line in _CLOSING.finditer(lead) if "—" in lead or "–" in lead or "-" in lead else ():
        start, end = line.span("name")
        match = next((n for n in names if n.char_start == start), None)
        if match is not None:
            source = registry.cited_sources.get(match.source_ids[0])
            if source is None or source.kind not in ("outlet", "agency") or match.char_end < end:
                continue
            found.append(Mention(start, match.char_end, source.kind, "line", f"{cues.language}.headline", start, None, None, match, is_report=True))
        elif _LATIN.fullmatch(line["name"]) and end - start >= _SHORTEST_UNKNOWN and cues.channel_of(line["name"].lower()) is None:
            found.append(Mention(start, end, "outlet", "line", f"{cues.language}.headline", start, None, None, None, is_report=True))
    return found
