"""Posts embedded in the page: "… — Jane Sample (@janesample) March 16, 2020"."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention
from flows.normalize.registry import NameMatch, Registry

_AUTHOR = re.compile(
    r"(?:[—–―]|--)\s?(?P<name>[^\n(@—–―]{2,50}?)\s?\(@\w{2,30}\)\s?"
    r"(?=(?:[^\W\d_]{3,10}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?\s(?:de\s)?\d{4})(?!\d))"
)


def embedded_posts(text: str, names: Sequence[NameMatch], registry: Registry) -> list[Mention]:
    """Who wrote the posts whose author, account and day the page shows under them."""
    if "(@" not in text:
        return []
    found = []
    for author in _AUTHOR.finditer(text):
        start, end = author.span("name")
        match = next((n for n in names if start <= n.char_start and n.char_end <= end), None)
        source = registry.cited_sources.get(match.source_ids[0]) if match is not None else None
        kind = source.kind if source is not None else "person"
        person = author["name"] if kind in ("person", "official") and (match is None or source is None or source.kind == "person") else None
        found.append(Mention(start, end, kind, "document", "any.embedded_post", -1, author.span(), "x", match, person, is_report=True))
    return found
