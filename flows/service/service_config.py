"""dateline.toml: what `dateline serve` runs, when, and whom it tells."""

import os
import re
import tomllib
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flows.service.notify import BLOCK
from flows.storage.places import Place, place_of

CRON_PATTERN = "minute, hour, day, month and weekday, such as 10,40 * * * * or 0 4 * * 1"
# lowest and highest number of each field, and what else may stand in it
_CRON_LIMITS = ((0, 59, ""), (0, 23, ""), (1, 31, "l?"), (1, 12, "a-z"), (0, 7, "a-z?"))
FLOW_NAMES = ("collect", "build", "release")


class ConfigError(ValueError):
    """dateline.toml says something that cannot be meant; the message names the key."""


@dataclass(frozen=True, slots=True)
class FlowSchedule:
    """When a flow runs: a cron line in a time zone, or every `interval_s` seconds; exactly one of them."""

    flow: str
    cron: str | None
    interval_s: float | None
    timezone: str


@dataclass(frozen=True, slots=True)
class ServiceConfig:
    """The whole configuration; `receivers` are Apprise URLs read from the environment, which are secrets, and names of blocks."""

    host: str
    port: int
    schedules: tuple[FlowSchedule, ...]
    reject_rate: float
    receivers: tuple[str, ...]
    run_days: int
    raw: Place
    processed: Place
    releases: Place
    feeds: Path

    @property
    def api_url(self) -> str:
        """The API URL of the server that it starts."""
        return f"http://{self.host}:{self.port}/api"

    @property
    def ui_url(self) -> str:
        """Where people look."""
        return f"http://{self.host}:{self.port}"


def load_config(path: Path) -> ServiceConfig:
    """The configuration in that file; ConfigError where a key is unknown or a value makes no sense."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file; dateline.toml at the root of the project is the pattern") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from None
    _known(path, said, {"server", "folders", "schedules", "limits", "notify", "retention"}, "")
    server, limits = said.get("server", {}), said.get("limits", {})
    _known(path, server, {"host", "port"}, "server.")
    _known(path, limits, {"reject_rate"}, "limits.")
    _known(path, said.get("schedules", {}), set(FLOW_NAMES), "schedules.")
    folders = said.get("folders", {})
    _known(path, folders, {"raw", "processed", "releases", "feeds"}, "folders.")
    notify = said.get("notify", {})
    _known(path, notify, {"urls_from", "blocks"}, "notify.")
    named = tuple(f"{BLOCK}{name}" for name in notify.get("blocks", []))
    return ServiceConfig(
        host=server.get("host", "127.0.0.1"),
        port=int(server.get("port", 4200)),
        schedules=tuple(_schedule(path, flow, entry) for flow, entry in said.get("schedules", {}).items()),
        reject_rate=float(limits.get("reject_rate", 0.2)),
        receivers=(*(os.environ[n] for n in notify.get("urls_from", []) if os.environ.get(n)), *named),
        run_days=int(said.get("retention", {}).get("run_days", 90)),
        raw=_place(path, folders.get("raw", "data/raw")),
        processed=_place(path, folders.get("processed", "data/processed")),
        releases=_place(path, folders.get("releases", "data/releases")),
        feeds=path.parent.resolve() / folders.get("feeds", "feeds.toml"),
    )


def _place(path: Path, given: str) -> Place:
    place = place_of(given)
    return path.parent.resolve() / place if isinstance(place, Path) else place


def _schedule(path: Path, flow: str, entry: Mapping[str, object]) -> FlowSchedule:
    _known(path, entry, {"cron", "interval_seconds", "timezone"}, f"schedules.{flow}.")
    cron, interval, timezone = entry.get("cron"), entry.get("interval_seconds"), str(entry.get("timezone", "UTC"))
    if (cron is None) == (interval is None):
        raise ConfigError(f"{path}: schedules.{flow} needs either cron or interval_seconds")
    if cron is not None and not is_cron(str(cron)):
        raise ConfigError(f"{path}: schedules.{flow}.cron: {cron!r} is no cron line; {CRON_PATTERN}")
    if timezone not in zoneinfo.available_timezones():
        raise ConfigError(f"{path}: schedules.{flow}.timezone: there is no time zone {timezone}")
    return FlowSchedule(flow, None if cron is None else str(cron), None if interval is None else float(str(interval)), timezone)


def is_cron(line: str) -> bool:
    """Whether it has the five fields of a cron line, each within its limits, or is a shorthand such as @daily."""
    fields = line.split()
    return line.startswith("@") or (len(fields) == len(_CRON_LIMITS) and all(map(_is_cron_field, fields, _CRON_LIMITS)))


def _is_cron_field(field: str, limits: tuple[int, int, str]) -> bool:
    low, high, signs = limits
    values = re.sub(r"[/#]\d+", "", field)
    return bool(re.fullmatch(rf"[\d*,{signs}-]+", values, re.IGNORECASE)) and all(low <= int(n) <= high for n in re.findall(r"\d+", values))


def _known(path: Path, table: Mapping[str, object], allowed: set[str], prefix: str) -> None:
    for key in table:
        if key not in allowed:
            raise ConfigError(f"{path}: {prefix}{key} is not known; known are {', '.join(sorted(allowed))}")
