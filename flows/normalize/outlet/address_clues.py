"""Clues from e-mail addresses and links: a desk's own address, the link to the full story."""

import re
from collections.abc import Iterator

from flows.normalize.outlet.clue import Clue
from flows.normalize.outlet.traits import is_quoted
from flows.normalize.registry import Registry

# Outlets that also run mailboxes: an address there says nothing.
_MAIL_HOSTS = re.compile(
    r"(?:yahoo|gmail|hotmail|outlook|live|msn|aol|icloud|mail|inbox|list|bk|yandex|ya|rambler|ukr|i|meta|bigmir|gmx|web|t-online|freenet"
    r"|orange|free|laposte|sfr|wanadoo|libero|virgilio|tiscali|alice|wp|o2|onet|interia|seznam|centrum|naver|daum|hanmail|qq|163|126|sina"
    r"|sohu|uol|bol|terra|ig|globo|rediffmail|protonmail|proton)\.[a-z.]{2,6}"
)
_ADDRESS = re.compile(r"(?P<mark>@|\(at\)|https?://(?:www\.)?|www\.)(?P<host>[A-Za-z0-9][A-Za-z0-9.-]{2,60})")
_READ_MORE = re.compile(r"(?:подробн\w*|детал\w*|докладн\w*|читайте|read more|more|continue reading|full story|mehr|lire la suite|leer más|leia mais|czytaj)\W{0,4}$", re.IGNORECASE)
_FOOT = 260  # characters at the end of a text, within one line, where the link to the full story stands


def clues_of_addresses(text: str, registry: Registry) -> Iterator[Clue]:
    """Clues from e-mail addresses and links: a desk's own address, the link to the full story."""
    if "@" not in text and "(at)" not in text and "://" not in text and "www." not in text:
        return
    for found in _ADDRESS.finditer(text):
        host = found["host"].lower().rstrip(".-").removeprefix("www.")
        outlet = registry.outlet_of_host(host) if "." in host else None
        if outlet is None:
            continue
        start = found.start("host")
        span = (outlet.outlet_id, start, start + len(found["host"].rstrip(".-")))
        if found["mark"] in ("@", "(at)"):
            if not _MAIL_HOSTS.fullmatch(host):
                yield Clue(*span, "address.e_mail", 0.4 if is_quoted(outlet) else 0.82, None)
        elif _READ_MORE.search(text, max(0, found.start() - 60), found.start()):
            is_last = len(text) - found.end() < _FOOT and "\n" not in text[found.end() :].rstrip()
            yield Clue(*span, "address.read_more", 0.82 if is_last else 0.6, None)
        else:
            yield Clue(*span, "address.link", 0.2, None)
