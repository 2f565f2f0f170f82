"""The medium that closes an English headline: "Bridge to be closed: Sample Agency", "… - Sample Agency"."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch, Registry

_LONGEST_HEADLINE = 200
_SHORTEST_NEWS = 20
# what may stand behind the name: a noun for what it gave out, whom it cites
_BEHIND = re.compile(r"(?: (?:report|reports|poll|survey))?(?:,? citing [^\n]{2,60})?")


def closing_media(text: str, names: Sequence[NameMatch], registry: Registry) -> list[Mention]:
    """The known medium behind the colon that closes the first line, or the agency behind its last dash."""
    end = text.find("\n")
    if not _SHORTEST_NEWS < end <= _LONGEST_HEADLINE:
        return []
    for match in names:
        if match.char_start >= end:
            return []
        before = text[: match.char_start].removesuffix("the ").removesuffix("The ")
        is_behind_colon = before.endswith(": ")
        if match.char_start < _SHORTEST_NEWS or not (is_behind_colon or before.endswith((" - ", " – ", " — "))):
            continue
        source = registry.cited_sources.get(match.source_ids[0])
        is_medium = source is not None and match.is_distinctive and (source.kind == "agency" or (is_behind_colon and source.kind == "outlet"))
        if is_medium and match.char_end <= end and _BEHIND.fullmatch(text[match.char_end : end].rstrip()):
            return [Mention(match.char_start, match.char_end, source.kind, "line", "en.headline", 0, None, None, match, is_report=True)]
    return []
