"""Taking records out of a web archive, every other byte of it as it was."""

import contextlib
import hashlib
import io
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BLOCK = 1 << 20


def remove_warc_records(path: Path, wanted: set[tuple[str, str]]) -> bool:
    """Cut out the records (WARC-Record-ID or number, raw_id), and what was recorded with them (the request).

    The file is replaced in one move, its modification time kept. False where a record has other bytes than those that
    were read, or the archive cannot be read to its end: nothing is touched then.
    """
    try:
        records = list(_records(path))
    except Exception:  # what the library raises on broken archives has no common base
        return False
    cut = {r["id"] for r in records if (r["place"], r["raw_id"]) in wanted}
    found = {(r["place"], r["raw_id"]) for r in records} & wanted
    if len(found) < len({w for w in wanted if w[0] in {r["place"] for r in records}}):
        return False
    kept = [r for r in records if r["id"] not in cut and r["with"] not in cut]
    if len(kept) == len(records):
        return True
    # a record ends where the next begins: the blank lines after it are not counted in its length
    ends = dict(zip((r["id"] for r in records), [*(r["offset"] for r in records[1:]), path.stat().st_size], strict=True))
    stat, aside = path.stat(), path.with_name(f".{path.name}.new")
    with path.open("rb") as source, aside.open("wb") as target:
        for r in kept:
            source.seek(r["offset"])
            left = ends[r["id"]] - r["offset"]
            while left and (block := source.read(min(left, BLOCK))):
                target.write(block)
                left -= len(block)
    os.utime(aside, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    aside.replace(path)
    return True


def _records(path: Path) -> Iterator[dict[str, Any]]:
    """Each record with its place in the ledger, its id, that of the record it belongs to, its hash and where it lies."""
    from warcio.archiveiterator import ArchiveIterator

    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    with path.open("rb") as source, contextlib.redirect_stderr(io.StringIO()):
        records, number = ArchiveIterator(source, check_digests=False), 0
        for record in records:
            is_content = record.rec_type in ("response", "resource", "conversion", "revisit")
            number += is_content
            identity = record.rec_headers.get_header("WARC-Record-ID") or f"#{number if is_content else records.get_record_offset()}"
            digest = hashlib.sha256()
            stream = record.content_stream()
            while block := stream.read(BLOCK):
                digest.update(block)
            yield {
                "place": identity.strip("<>#"), "id": identity, "with": record.rec_headers.get_header("WARC-Concurrent-To"),
                "raw_id": digest.hexdigest(), "offset": records.get_record_offset(),
            }
