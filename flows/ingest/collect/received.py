"""Putting an answer into the raw folder as received."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import orjson

from flows.ingest.collect.fetch import Fetched
from flows.ingest.collect.sources import Source


def keep(folder: Path, source: Source, answer: Fetched, name: str, facts: dict[str, str | None]) -> Path:
    """Put an answer as received, with its provenance.json, below the day it was fetched; whole or not at all."""
    at = answer.fetched_at
    day = folder / at.date().isoformat()
    mark = hashlib.sha256(answer.url.encode() + b"\n" + answer.body).hexdigest()[:12]
    place = day / f"{at:%H%M%S}-{mark}"
    day.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=day))
    charset = answer.headers.get("content-type", "").lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    provenance = {
        "received_at": at.isoformat(),
        "fetched_from": answer.url,
        "status": answer.status,
        "headers": dict(answer.headers),
        "outlet": source.outlet,
        "rights_basis": source.rights_basis,
        "encoding": charset if name == "page.html" else None,
    }
    provenance |= {key: value for key, value in facts.items() if value}
    provenance["outlet"] = source.outlet or facts.get("outlet")
    (aside / name).write_bytes(answer.body)
    kept = {key: value for key, value in provenance.items() if value}
    (aside / "provenance.json").write_bytes(orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS))
    if place.exists():
        shutil.rmtree(aside)
    else:
        os.chmod(aside, 0o755)
        aside.rename(place)
    return place / name


