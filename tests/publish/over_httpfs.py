"""A release asked over HTTP by plain DuckDB with its own httpfs: the answers must be those from the folder.

    .cache/httpfs/bin/python tests/publish/over_httpfs.py data/releases/NAME http://127.0.0.1:8765/NAME

httpfs has to be downloaded and exists as a package for DuckDB up to 1.5.5 only, so `make test` makes an environment of
its own for it.
"""

import re
import sys
import urllib.request
from pathlib import Path

import duckdb
import duckdb_extension_httpfs


def questions(release: Path) -> list[str]:
    """The queries of queries.sql."""
    text = re.sub(r"(?m)^\s*--.*$", "", (release / "queries.sql").read_text(encoding="utf-8"))
    return [q.strip() for q in text.split(";") if re.match(r"(SELECT|WITH|FROM)\b", q.strip())]


def main(release: Path, url: str) -> int:
    """Prints how many queries agree; 1 where one does not."""
    [extension] = Path(duckdb_extension_httpfs.__file__).parent.rglob("httpfs.duckdb_extension")
    with duckdb.connect() as far, duckdb.connect() as near:
        far.execute(f"LOAD '{extension}'")
        far.execute(f"SET VARIABLE dateline = '{url}'")
        with urllib.request.urlopen(f"{url}/dateline.sql") as answer:
            far.execute(answer.read().decode())
        near.execute(f"SET VARIABLE dateline = '{release}'")
        near.execute((release / "dateline.sql").read_text(encoding="utf-8"))
        asked = questions(release)
        same = sum(far.execute(q).fetchall() == near.execute(q).fetchall() for q in asked)
    print(f"DuckDB {duckdb.__version__}: {same} of {len(asked)} queries give over HTTP what they give from the folder")
    return 0 if asked and same == len(asked) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
