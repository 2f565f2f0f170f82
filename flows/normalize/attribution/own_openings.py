"""The publisher at the head of its own text, in languages other than Russian and Ukrainian: «Jornal Exemplo – …», „Musterstadt (dpa/mz).“"""

import re
from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention

_HEAD = 400
_OPENING = re.compile(r"(?:^|\n)([^\W\d_][^\n–—|:.]{2,38}?) ?[–—] (?=\S)")
_SIGNED = re.compile(r"\([A-Za-z]{2,5}/([A-Za-z]{2,5})\)")
_SHORTEST_LABEL = 4


def own_openings(text: str, language: str, outlet_id: str | None, domains: Sequence[str]) -> list[Mention]:
    """Where the text opens with the name, or is signed with the initials, that a host of the publisher has; its id is a bare host where it has no row."""
    if language in ("ru", "uk") or outlet_id is None:
        return []
    labels = {host.removeprefix("www.").split(".")[0] for host in domains or (outlet_id,) if "." in host}
    found = []
    for opening in _OPENING.finditer(text, 0, _HEAD) if text.find("– ", 0, _HEAD) >= 0 or text.find("— ", 0, _HEAD) >= 0 else ():
        plain = "".join(c for c in opening[1].lower() if c.isalnum())
        if len(plain) >= _SHORTEST_LABEL and any(plain == label.replace("-", "") for label in labels):
            found.append(Mention(*opening.span(1), "outlet", "line", f"{language}.own_opening", -1, is_report=True))
    initials = {"".join(part[0] for part in label.split("-") if part) for label in labels if "-" in label}
    if initials and (signed := _SIGNED.search(text, 0, _HEAD)) is not None and signed[1].lower() in initials:
        found.append(Mention(*signed.span(1), "outlet", "line", f"{language}.own_signature", -1, is_report=True))
    return found
