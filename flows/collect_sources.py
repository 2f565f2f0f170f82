"""The sources that feeds.toml declares, if it declares any."""

import contextlib
import tomllib
from pathlib import Path

from flows.ingest.collect.sources import Politeness, Source, read_sources


def declared_sources(feeds: Path) -> tuple[Politeness | None, tuple[Source, ...]]:
    """What feeds.toml declares; nothing where it declares no source. Raises SourcesError."""
    with contextlib.suppress(OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        if not tomllib.loads(feeds.read_text(encoding="utf-8")).get("source"):
            return None, ()
    return read_sources(feeds)
