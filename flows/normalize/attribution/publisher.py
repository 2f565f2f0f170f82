"""Who published an article, and which of its mentions name it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity

MEDIA = ("outlet", "agency")
_LONG_HOST = 6  # letters of a host by which a longer name is known («Патріоти України» of patrioty.org.ua)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published the article: an outlet id (or a bare host), and where the text names it.

    `domain_names` and `host_names` are its domains and what its host is called, letters and digits alone.
    """

    outlet_id: str | None
    names: Sequence[tuple[int, int]]
    domain_names: frozenset[str]
    host_names: frozenset[str]

    def is_named_by(self, mention: Mention, identity: Identity) -> bool:
        """Whether the mention names the publisher: by id, at a place known for it, or as its host is called."""
        if self.outlet_id and identity.source_id == self.outlet_id:
            return True
        for start, end in self.names:
            if start < mention.char_end and mention.char_start < end:
                return True
        if not self.domain_names and not self.host_names:
            return False
        name = _plain(identity.name)
        return name in self.domain_names or (
            name in self.host_names and identity.kind in (*MEDIA, "organisation", "person")
        ) or (identity.kind in MEDIA and identity.source_id is None and any(len(host) >= _LONG_HOST and name.startswith(host) for host in self.host_names))


def publisher(outlet_id: str | None, names: Sequence[tuple[int, int]], domains: Sequence[str]) -> Publisher:
    """The publisher of an article, from its outlet id, the places that name it and its domains."""
    hosts = ()
    if outlet_id and "." in outlet_id:
        host = outlet_id.removeprefix("www.")
        hosts = (host, host.rsplit(".", 1)[0], host.split(".")[0])
    return Publisher(outlet_id, names, frozenset(map(_plain, domains)), frozenset(map(_plain, hosts)))


def _plain(name: str) -> str:
    low = name.lower()
    return low if low.isalnum() else "".join([c for c in low if c.isalnum()])
