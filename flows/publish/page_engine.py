"""The page's SQL engine: two pinned files of an npm package that stand in a release without being part of its manifest."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from flows.locations import PAGE

PAGE_FOLDER = "page"
ENGINE_FOLDER = f"{PAGE_FOLDER}/engine"
ENGINE_DIR = PAGE / "node_modules" / "@duckdb" / "duckdb-wasm" / "dist"


def is_engine_file(path: str) -> bool:
    """Whether a path relative to a release is in the engine's folder, which the manifest leaves out (docs/decisions/0010-page.md)."""
    return path.startswith(f"{ENGINE_FOLDER}/")


def pinned_hashes(release_dir: Path) -> Mapping[str, str]:
    """SHA-256 by name of the engine's files, as the release's page pins them; empty where it has no page."""
    pins = release_dir / PAGE_FOLDER / "engine.json"
    return {f["name"]: f["sha256"] for f in json.loads(pins.read_text(encoding="utf-8"))["files"]} if pins.is_file() else {}


def add_engine(release_dir: Path, engine_dir: Path = ENGINE_DIR) -> bool:
    """Copy the engine into the release's page where it is at hand with the pinned hashes; true if it is in the page afterwards."""
    pinned = pinned_hashes(release_dir)
    inside = release_dir / ENGINE_FOLDER
    if pinned and all(_has_hash(inside / name, sha256) for name, sha256 in pinned.items()):
        return True
    if not pinned or not all(_has_hash(engine_dir / name, sha256) for name, sha256 in pinned.items()):
        return False
    inside.mkdir(exist_ok=True)
    for name in pinned:
        shutil.copyfile(engine_dir / name, inside / name)
    return True


def engine_problems(release_dir: Path) -> list[str]:
    """What is wrong with the files in the engine's folder: every one must be pinned and have the pinned hash."""
    pinned = pinned_hashes(release_dir)
    found = sorted(p for p in (release_dir / ENGINE_FOLDER).rglob("*") if p.is_file())
    return [
        f"{p.relative_to(release_dir).as_posix()}: not the file that page/engine.json pins"
        for p in found
        if not _has_hash(p, pinned.get(p.relative_to(release_dir / ENGINE_FOLDER).as_posix()))
    ]


def _has_hash(path: Path, sha256: str | None) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
