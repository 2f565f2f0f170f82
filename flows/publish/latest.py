"""Which release is the latest: one small file, replaced at once."""

import json
import os
import re
import uuid
from collections.abc import Mapping
from pathlib import Path

from flows.publish.manifest import MANIFEST, canonical_json, read_manifest

LATEST = "latest.json"
NAME = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d+)")


def release_names(releases: Path) -> list[str]:
    """Names of the releases in the folder, oldest first; folders without a manifest are none."""
    found = (p.name for p in releases.glob("*") if NAME.fullmatch(p.name) and (p / MANIFEST).exists())
    return sorted(found, key=lambda name: (name.partition(".")[0], int(name.partition(".")[2])))


def next_name(releases: Path, day: str) -> str:
    """The next free name of the day, as 2025-11-20.1."""
    taken = [int(m[2]) for p in releases.glob(f"{day}.*") if (m := NAME.fullmatch(p.name))]
    return f"{day}.{max(taken, default=0) + 1}"


def latest_release(releases: Path) -> Path | None:
    """The release that latest.json names; where there is no such file or it names none, the newest; None without any."""
    try:
        named = releases / json.loads((releases / LATEST).read_text(encoding="utf-8"))["release"]
    except (OSError, ValueError, KeyError, TypeError):
        named = None
    if named is not None and (named / MANIFEST).exists():
        return named
    names = release_names(releases)
    return releases / names[-1] if names else None


def point_latest(releases: Path, name: str) -> Mapping[str, str]:
    """Make the release the latest, at once for every reader; OSError where it is no release."""
    manifest = read_manifest(releases / name)
    pointer = {"release": name, "merkle_root": manifest["merkle_root"], "path": f"{name}/"}
    aside = releases / f".{LATEST}.{uuid.uuid4().hex}"
    aside.write_text(canonical_json(pointer), encoding="utf-8")
    os.replace(aside, releases / LATEST)
    return pointer
