"""Chains: through which citation each source was reached."""

from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity
from flows.normalize.attribution.roles import FARTHEST_HOST


def chain(
    mentions: Sequence[Mention], identities: Sequence[Identity], roles: Sequence[str]
) -> tuple[list[int], list[int | None]]:
    """Hop and index of the citation before, for each mention in text order.

    The publisher is hop 0. What it leans on directly is hop 1, through the publisher where it names itself.
    A venue is reached through the person who spoke there (through that person's own post where the article has it
    from one), what a source cites through that source.
    """
    vias: list[int | None] = [None] * len(mentions)
    for k, _mention in enumerate(mentions):
        if roles[k] in ("venue", "upstream"):
            vias[k] = _before(k, mentions, identities, roles)
    self_at = next((k for k, role in enumerate(roles) if role == "self"), None)
    hops = []
    for k, role in enumerate(roles):
        if role == "self":
            hops.append(0)
            continue
        if vias[k] is None and role in ("immediate", "wire") and self_at is not None:
            vias[k] = self_at
        hops.append(_hop(k, roles, vias))
    return hops, vias


def _before(
    k: int, mentions: Sequence[Mention], identities: Sequence[Identity], roles: Sequence[str]
) -> int | None:
    mention = mentions[k]
    if mention.is_of_unread:
        return None
    if mention.reporter is not None:
        host = next((j for j, other in enumerate(mentions) if other is mention.reporter), None)
        if host is not None and roles[k] == "venue" and roles[host] == "speaker":
            told = (j for j, i in enumerate(identities) if i.name == identities[host].name and roles[j] == "immediate")
            return next(told, host)
        return host
    wanted = ("speaker", "immediate") if roles[k] == "venue" else ("immediate",)
    same = [j for j, o in enumerate(mentions) if j != k and roles[j] in wanted and o.sentence == mention.sentence]
    if same:
        return min(same, key=lambda j: abs(j - k))
    near = [
        j for j, o in enumerate(mentions)
        if j != k and roles[j] in wanted and (roles[k] != "venue" or abs(o.sentence - mention.sentence) < FARTHEST_HOST)
    ]
    return min(near, key=lambda j: abs(mentions[j].sentence - mention.sentence)) if near else None


def _hop(k: int, roles: Sequence[str], vias: Sequence[int | None]) -> int:
    hop, seen = 1 if roles[k] not in ("upstream", "venue") else 2, {k}
    via = vias[k]
    if via is None or roles[via] == "self":
        return 1 if via is not None or roles[k] not in ("upstream", "venue") else 2
    hop = 1
    while via is not None and via not in seen and roles[via] != "self" and hop < 9:
        seen.add(via)
        hop += 1
        via = vias[via]
    return hop
