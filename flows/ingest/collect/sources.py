"""feeds.toml: what is collected, from whom, how often and how politely."""

import os
import re
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from urllib.parse import urlsplit

KINDS = ("feed", "sitemap")
PAGES = ("never", "summary", "always")
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")


@dataclass(frozen=True, slots=True)
class Politeness:
    """How every request is made; `contact` is required, so that whom we disturb can tell us.

    `allowed_private_hosts` are the only names that may resolve to private, loopback or link-local addresses.
    """

    contact: str
    delay_s: float = 2.0
    timeout_s: float = 20.0
    total_s: float = 60.0
    max_bytes: int = 10_000_000
    max_redirects: int = 5
    attempts: int = 3
    longest_wait_s: float = 60.0
    hosts_at_a_time: int = 4
    allowed_private_hosts: tuple[str, ...] = ()

    @property
    def user_agent(self) -> str:
        return f"Dateline/0.1 (+{self.contact})"


@dataclass(frozen=True, slots=True)
class Source:
    """One feed or sitemap. `pages`: whether the pages behind its entries are fetched: never, where an entry has only a
    summary, or always (a sitemap has nothing else). `secrets` are what the environment put into `url`."""

    name: str
    url: str = field(repr=False)
    kind: str = "feed"
    outlet: str | None = None
    rights_basis: str | None = None
    interval_minutes: int = 30
    pages: str = "never"
    max_pages: int = 50
    secrets: tuple[str, ...] = field(default=(), repr=False)


class SourcesError(ValueError):
    """feeds.toml says something that cannot be; the message names the place."""


def read_sources(path: Path) -> tuple[Politeness, tuple[Source, ...]]:
    """The declared sources: a table [collect] and a list [[source]]. Raises SourcesError."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourcesError(f"{path} cannot be read: {error.strerror or error}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourcesError(f"{path}: {error}") from None
    if not isinstance(given.get("collect", {}), dict) or not str(given.get("collect", {}).get("contact", "")).strip():
        raise SourcesError(f"{path}: [collect] needs a contact: an address at which whom we ask can reach you")
    try:
        collect = dict(given.get("collect", {}))
        collect["allowed_private_hosts"] = tuple(collect.get("allowed_private_hosts", ()))
        politeness = Politeness(**_known(collect, Politeness, "[collect]"))
        sources = tuple(Source(**_known(one, Source, f"[[source]] {one.get('name', number)}")) for number, one in enumerate(given.get("source", ()), 1))
    except TypeError as error:
        raise SourcesError(f"{path}: {error}") from None
    for source in sources:
        _check(source)
    names = [source.name for source in sources]
    if len(set(names)) < len(names):
        raise SourcesError(f"{path}: two sources have the same name")
    return politeness, tuple(_with_environment(source) for source in sources)


def _with_environment(source: Source) -> Source:
    """The source with `${NAME}` in its address replaced by what the environment says."""
    names = _VARIABLE.findall(source.url)
    if missing := [name for name in names if not os.environ.get(name)]:
        raise SourcesError(f"{source.name}: the environment has no {', '.join(missing)}, which its address needs")
    url = _VARIABLE.sub(lambda match: os.environ[match[1]], source.url)
    return replace(source, url=url, secrets=tuple(os.environ[name] for name in names))


def _known(given: dict, of: type, place: str) -> dict:
    known = {one.name for one in fields(of) if one.name != "secrets"}
    unknown = set(given) - known
    if unknown:
        raise SourcesError(f"{place}: unknown: {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}")
    if missing := [name for name in ("name", "url") if name in known and not given.get(name)]:
        raise SourcesError(f"{place}: needs {' and '.join(missing)}")
    return given


def _check(source: Source) -> None:
    if not _NAME.fullmatch(source.name):
        raise SourcesError(f"{source.name!r}: a name is small letters, digits, - and _, as it becomes a folder")
    if urlsplit(source.url).scheme not in ("http", "https"):
        raise SourcesError(f"{source.name}: its url is no http or https address")
    if source.kind not in KINDS or source.pages not in PAGES:
        raise SourcesError(f"{source.name}: kind is one of {', '.join(KINDS)}, pages one of {', '.join(PAGES)}")
    if source.kind == "sitemap" and source.pages == "never":
        raise SourcesError(f"{source.name}: a sitemap holds no text: pages must be summary or always")
