"""Citation chains for people: who has it from whom, outlet first."""

from collections.abc import Mapping, Sequence

CHANNEL_WORDS = {
    "telegram": "Telegram", "facebook": "Facebook", "x": "X", "instagram": "Instagram", "youtube": "YouTube",
    "website": "website", "interview": "interview", "press_service": "press service", "broadcast": "broadcast",
    "print": "print",
}


def longest_chain(citations: Sequence[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """The citations of the article's longest chain, outlet's own side first; recaps only where there is nothing else.

    Rows need position, hop, via_position, role and is_background.
    """
    by_position = {c["position"]: c for c in citations}
    candidates = [c for c in citations if not c["is_background"]] or list(citations)
    best: list[Mapping[str, object]] = []
    for end in candidates:
        chain, seen = [end], {end["position"]}
        while (via := chain[-1]["via_position"]) is not None and via in by_position and via not in seen:
            chain.append(by_position[via])
            seen.add(via)
        if len(chain) > len(best):
            best = chain
    return best[::-1]


def chain_line(outlet: str | None, citations: Sequence[Mapping[str, object]]) -> str:
    """The longest chain in one line: `UNN ← Volodymyr Zelenskyy (Telegram) ← Kyodo News (interview)`."""
    hops = [_hop(c) for c in longest_chain(citations) if c["role"] != "self"]
    named = [c for c in citations if c["role"] == "self"]
    start = outlet or (str(named[0]["source_name"]) if named else "(outlet not shown)")
    return " ← ".join([start, *hops]) if hops else ""


def _hop(citation: Mapping[str, object]) -> str:
    channel = citation["channel"]
    return f"{citation['source_name']} ({CHANNEL_WORDS[str(channel)]})" if channel else str(citation["source_name"])
