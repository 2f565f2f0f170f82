"""manifest.json and SHA256SUMS: every file of a release with its size and hash, and one root over all of them."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from flows.publish.page_engine import is_engine_file

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"


def file_hash(path: Path) -> str:
    """SHA-256 of the file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def merkle_root(hashes: Sequence[str]) -> str:
    """Root in hex of the Merkle tree of RFC 6962, section 2.1, whose leaves are the hashes given in hex."""
    if not hashes:
        return hashlib.sha256(b"").hexdigest()
    return _root([bytes.fromhex(h) for h in hashes]).hex()


def _root(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + _root(leaves[:split]) + _root(leaves[split:])).digest()


def release_files(release: Path) -> list[str]:
    """Paths of the files of a release that the manifest lists, sorted: all but the manifest, the sums and the page's SQL engine."""
    found = (p.relative_to(release).as_posix() for p in release.rglob("*") if p.is_file())
    return sorted(p for p in found if p not in (MANIFEST, SUMS) and not is_engine_file(p))


def listed(release: Path, rows: Mapping[str, int]) -> list[dict]:
    """One entry per file of the release: path, bytes, sha256, and rows where it is a table's file."""
    entries = []
    for path in release_files(release):
        entry = {"path": path, "bytes": (release / path).stat().st_size, "sha256": file_hash(release / path)}
        if path in rows:
            entry["rows"] = rows[path]
        entries.append(entry)
    return entries


def root_of(entries: Sequence[Mapping]) -> str:
    """Merkle root over the entries of a manifest in the order of their paths; path and content are in each leaf."""
    leaves = [hashlib.sha256(f"{e['path']}\n{e['sha256']}".encode()).hexdigest() for e in sorted(entries, key=lambda e: e["path"])]
    return merkle_root(leaves)


def canonical_json(value: object) -> str:
    """JSON that only the value decides: sorted keys, two spaces, a line end at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_manifest(release: Path, facts: Mapping, rows: Mapping[str, int]) -> dict:
    """Write manifest.json and SHA256SUMS over what is in the folder; returns the manifest.

    `facts` says what the release is (name, versions, tables); `rows` the rows of each Parquet file by path.
    """
    entries = listed(release, rows)
    manifest = {**facts, "files": entries, "merkle_root": root_of(entries)}
    (release / MANIFEST).write_text(canonical_json(manifest), encoding="utf-8")
    (release / SUMS).write_text(sums(release, manifest), encoding="utf-8")
    return manifest


def sums(release: Path, manifest: Mapping) -> str:
    """What SHA256SUMS holds, for `sha256sum --check`: every listed file and the manifest itself."""
    hashes = {e["path"]: e["sha256"] for e in manifest["files"]} | {MANIFEST: file_hash(release / MANIFEST)}
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes))


def read_manifest(release: Path) -> dict:
    """The manifest of a release; OSError or ValueError where there is none or it cannot be read."""
    return json.loads((release / MANIFEST).read_text(encoding="utf-8"))
