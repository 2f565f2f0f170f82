"""Outlet names and hosts in the one spelling under which they are looked up."""

import re
from collections.abc import Iterator

_QUOTES = re.compile(r"[\"'«»„“”‘’‚‹›`′″ʼ]+")
_KIND_BEFORE = re.compile(
    r"(?:(?:информационное|інформаційне|інформаційна|новостное|деловое) )?"
    r"(?:агентство|агенція|агенство|издание|видання|газета|журнал|телеканал|радио|радіо|портал|сайт|иа|іа|риа"
    r"|news agency|agence|agencia|agenzia|agentur|newspaper|magazine) (?:новостей |новин )?",
)
_BETWEEN_PARTS = re.compile(r"\s*(?:[|•·]|::|:\s|\s[—–-])\s*")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_TRADE_MARK = re.compile(r"[™®©]")


def plain_name(name: str) -> str:
    """A name without quotes, trade marks, doubled spaces and case: «ИА "Укринформ"» and «Укринформ» differ no more."""
    spaced = " ".join(_QUOTES.sub(" ", _TRADE_MARK.sub("", name)).split()).casefold()
    shorter = _KIND_BEFORE.sub("", spaced, count=1) if _KIND_BEFORE.match(spaced) else spaced
    return shorter or spaced


def name_parts(name: str) -> list[str]:
    """A site name, then its parts: "УНН | Новости Украины" → itself, "УНН", "Новости Украины"."""
    parts = [part for part in _BETWEEN_PARTS.split(name.strip()) if part]
    return [name, *parts] if len(parts) > 1 else [name]


def is_host(name: str) -> bool:
    """Whether the name is a host: "www.example.org"."""
    return bool(_HOST.fullmatch(name.strip().lower()))


def bare_host(host: str) -> str:
    """A host in lower case, without port, without the www., m., amp. and mobile. that carry nothing."""
    host = host.strip().lower().rstrip(".").partition(":")[0]
    while True:
        first, _, rest = host.partition(".")
        if first not in ("www", "m", "amp", "mobile", "wap", "www1", "www2", "www3") or "." not in rest:
            return host
        host = rest


def parent_hosts(host: str) -> Iterator[str]:
    """The host and its parents down to two labels: "a.b.ua" → "a.b.ua", "b.ua"."""
    labels = host.split(".")
    for start in range(max(1, len(labels) - 1)):
        yield ".".join(labels[start:])
