"""Check a release from the outside: hashes, files, schema, counts, keys, references, rights and spans."""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from flows.publish.datapackage import FIELD_TYPES
from flows.publish.diff import scan
from flows.publish.manifest import MANIFEST, SUMS, file_hash, read_manifest, release_files, root_of, sums
from flows.publish.page_engine import engine_problems
from flows.publish.pair_measure import measure
from flows.publish.rights import is_open, word_count
from flows.publish.shingles import shingle_sets
from schemas.dataset import SCHEMA_VERSION
from schemas.derive.arrow import ARROW_TYPES
from schemas.derive.checks import identifier, references, row_checks, span_holds
from schemas.derive.released import PHRASE_WORDS, released_tables
from schemas.table import Column, Table

PAIRS_MEASURED = 1000
DOWNLOAD_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was looked at, in words, and what is wrong; a release is good where `problems` is empty."""

    release: str
    merkle_root: str
    looked_at: tuple[str, ...]
    problems: tuple[str, ...]


def verify_release(place: str, expected_root: str | None = None) -> Verdict:
    """Verify the release in a folder or at a URL; `expected_root` is the Merkle root that the reader had from elsewhere.

    Without it a release that somebody made anew, hashes and all, is as good as ours: the root says which one it is.
    """
    with ExitStack() as held:
        try:
            release = held.enter_context(_local(place))
            manifest = read_manifest(release)
            problems = _file_problems(release, manifest, expected_root)
            name, root = str(manifest["release"]), str(manifest["merkle_root"])
        except FileNotFoundError:
            return Verdict("", "", (), (f"{place} is no release: it has no {MANIFEST}",))
        except (OSError, ValueError, KeyError, TypeError) as error:
            return Verdict("", "", (), (f"{MANIFEST} cannot be read: {error}",))
        looked_at = [f"{len(manifest['files'])} files: size, SHA-256, Merkle root"]
        if not problems:
            problems += _content_problems(release, manifest, looked_at)
        return Verdict(name, root, tuple(looked_at), tuple(problems))


@contextmanager
def _local(place: str) -> Iterator[Path]:
    """The release as a folder: itself, or fetched whole from its URL into one that goes away."""
    if "://" not in place:
        yield Path(place)
        return
    import httpx

    with tempfile.TemporaryDirectory() as folder, httpx.Client(follow_redirects=True, timeout=60) as client:
        release, base = Path(folder), place.rstrip("/")
        try:
            _fetch(client, f"{base}/{MANIFEST}", release / MANIFEST)
            _fetch(client, f"{base}/{SUMS}", release / SUMS)
            for entry in read_manifest(release)["files"]:
                if _is_inside(entry["path"]):
                    _fetch(client, f"{base}/{entry['path']}", release / entry["path"])
        except httpx.HTTPError as error:
            is_missing = isinstance(error, httpx.HTTPStatusError) and error.response.status_code == httpx.codes.NOT_FOUND
            if not is_missing:
                raise OSError(f"{base}: {error}") from None
        yield release


def _fetch(client, url: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with client.stream("GET", url) as response, path.open("wb") as file:
        response.raise_for_status()
        for part in response.iter_bytes(DOWNLOAD_BYTES):
            file.write(part)


def _is_inside(path: str) -> bool:
    return not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts


def _file_problems(release: Path, manifest: Mapping, expected_root: str | None) -> list[str]:
    problems = []
    entries = manifest["files"]
    listed = {e["path"] for e in entries}
    for entry in entries:
        path = release / entry["path"]
        if not _is_inside(entry["path"]):
            problems.append(f"{entry['path']}: leads out of the release")
        elif not path.is_file():
            problems.append(f"{entry['path']}: missing")
        elif path.stat().st_size != entry["bytes"]:
            problems.append(f"{entry['path']}: {path.stat().st_size} bytes, the manifest says {entry['bytes']}")
        elif file_hash(path) != entry["sha256"]:
            problems.append(f"{entry['path']}: its SHA-256 is not that of the manifest")
    problems += [f"{path}: not in the manifest" for path in release_files(release) if path not in listed]
    problems += engine_problems(release)
    if root_of(entries) != manifest["merkle_root"]:
        problems.append(f"{MANIFEST}: the Merkle root is not that of its files")
    if expected_root is not None and expected_root != manifest["merkle_root"]:
        problems.append(f"the Merkle root is {manifest['merkle_root']}, expected was {expected_root}")
    if not (release / SUMS).is_file() or (release / SUMS).read_text(encoding="utf-8", errors="replace") != sums(release, manifest):
        problems.append(f"{SUMS}: not the sums of these files")
    return problems


def _content_problems(release: Path, manifest: Mapping, looked_at: list[str]) -> list[str]:
    described = _described_tables(release)
    files = {name: [release / p for p in facts["files"]] for name, facts in manifest["tables"].items()}
    problems = _schema_problems(described, files) + _count_problems(manifest, release)
    looked_at.append(f"{len(files)} tables: columns and types as in datapackage.json, rows as in {MANIFEST}")
    if problems:
        return problems
    ours = {t.name: t for t in released_tables()} if manifest["schema_version"] == SCHEMA_VERSION else {}
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'UTC'")
        for name, paths in files.items():
            con.execute(f"CREATE VIEW {identifier(name)} AS FROM {scan(paths)}")
        for name in files:
            problems += _row_problems(con, ours.get(name, described[name]), frozenset(files))
        looked_at.append("every row: allowed values, rules, keys, references" if ours else "every row: allowed values and keys")
        problems += _text_problems(con, ours, looked_at)
        problems += _pair_problems(con, looked_at)
    return problems


def _described_tables(release: Path) -> dict[str, Table]:
    """Tables as datapackage.json describes them, without rules and references."""
    types = {frictionless: t for t, frictionless in reversed(FIELD_TYPES.items())}
    found = {}
    for resource in json.loads((release / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        columns = []
        for field in resource["schema"]["fields"]:
            limits = field.get("constraints", {})
            pattern = limits.get("pattern")
            columns.append(
                Column(
                    field["name"], types[field["type"]], field["description"], nullable=not limits.get("required", False),
                    values=tuple(limits.get("enum", ())), pattern=pattern[4:-2] if pattern else None,
                    minimum=limits.get("minimum"), maximum=limits.get("maximum"),
                )
            )  # fmt: skip
        name = resource["title"]
        found[name] = Table(name, resource["description"], "release", tuple(resource["schema"]["primaryKey"]), tuple(columns))
    return found


def _schema_problems(described: Mapping[str, Table], files: Mapping[str, Sequence[Path]]) -> list[str]:
    problems = [f"{name}: not in datapackage.json" for name in files if name not in described]
    for name, table in described.items():
        for path in files.get(name, ()):
            schema = pq.read_schema(path)
            if schema.names != [c.name for c in table.columns]:
                problems.append(f"{path.name} of {name}: columns {', '.join(schema.names)} are not those described")
                continue
            for column in table.columns:
                allowed = {_type_name(ARROW_TYPES[t]) for t, f in FIELD_TYPES.items() if f == FIELD_TYPES[column.type]}
                if _type_name(schema.field(column.name).type) not in allowed:
                    problems.append(f"{path.name} of {name}: {column.name} is {schema.field(column.name).type}")
    return problems


def _type_name(arrow_type: pa.DataType) -> str:
    """The type in words; what Parquet calls the items of a list or map is not part of it."""
    if pa.types.is_map(arrow_type):
        return f"map<{arrow_type.key_type}, {arrow_type.item_type}>"
    return f"list<{arrow_type.value_type}>" if pa.types.is_list(arrow_type) else str(arrow_type)


def _count_problems(manifest: Mapping, release: Path) -> list[str]:
    problems = []
    for entry in manifest["files"]:
        if "rows" in entry and (rows := pq.read_metadata(release / entry["path"]).num_rows) != entry["rows"]:
            problems.append(f"{entry['path']}: {rows} rows, the manifest says {entry['rows']}")
    by_path = {e["path"]: e.get("rows", 0) for e in manifest["files"]}
    for name, facts in manifest["tables"].items():
        if sum(by_path.get(p, 0) for p in facts["files"]) != facts["rows"]:
            problems.append(f"{name}: the rows of its files are not the {facts['rows']} that the manifest says")
    return problems


def _count(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    return con.execute(sql).fetchone()[0]


def _row_problems(con: duckdb.DuckDBPyConnection, table: Table, present: frozenset[str]) -> list[str]:
    view, problems = identifier(table.name), []
    for check in row_checks(table):
        if bad := _count(con, f"SELECT count(*) FROM {view} WHERE NOT {check.holds}"):
            problems.append(f"{table.name}: {bad} rows break {check.name} ({check.meaning})")
    keys = ", ".join(identifier(k) for k in table.key)
    if bad := _count(con, f"SELECT count(*) FROM (SELECT 1 FROM {view} GROUP BY {keys} HAVING count(*) > 1)"):
        problems.append(f"{table.name}: {bad} keys stand more than once")
    for reference in references(table):
        if reference.target_table in present:
            column, target = identifier(reference.column), identifier(reference.target_column)
            bad = _count(
                con, f"SELECT count(*) FROM {view} WHERE {column} IS NOT NULL AND {column} NOT IN "
                f"(SELECT {target} FROM {identifier(reference.target_table)} WHERE {target} IS NOT NULL)",
            )  # fmt: skip
            if bad:
                problems.append(f"{table.name}: {bad} rows refer by {reference.column} to what is not in {reference.target_table}")
    return problems


def _text_problems(con: duckdb.DuckDBPyConnection, ours: Mapping[str, Table], looked_at: list[str]) -> list[str]:
    questions = [
        ("articles: {} texts are not those of their text_sha256", "SELECT count(*) FROM articles WHERE text IS NOT NULL AND sha256(text) <> text_sha256"),
        ("articles: {} texts are not as long as char_count says", "SELECT count(*) FROM articles WHERE text IS NOT NULL AND length(text) <> char_count"),
        ("articles: {} texts stand though their rights are not open", f"SELECT count(*) FROM articles a WHERE text IS NOT NULL AND NOT {is_open()}"),
    ]
    for table in (t for t in ours.values() if t.span):
        end, given = identifier(table.span.end), identifier(table.span.as_given)
        joined = f"FROM {table.name} r JOIN articles a USING (article_id)"
        questions += [
            (f"{table.name}: {{}} spans are not the words as given", f"SELECT count(*) {joined} WHERE a.text IS NOT NULL AND r.{given} IS NOT NULL AND NOT {span_holds(table)}"),
            (f"{table.name}: {{}} spans end after their text", f"SELECT count(*) {joined} WHERE r.{end} > a.char_count"),
            (
                f"{table.name}: {{}} phrases of more than {PHRASE_WORDS} words though the rights are not open",
                f"SELECT count(*) {joined} WHERE NOT {is_open()} AND {word_count('r.' + given)} > {PHRASE_WORDS}",
            ),
        ]
    looked_at.append("every text: its hash, its rights, every span in it")
    return [message.format(bad) for message, sql in questions if (bad := _count(con, sql))]


def _pair_problems(con: duckdb.DuckDBPyConnection, looked_at: list[str]) -> list[str]:
    """Measure near-duplicates again, on the texts that the release has."""
    rows = con.execute(
        "SELECT n.article_id, n.other_article_id, x.text, y.text, n.text_similarity FROM near_duplicates n "
        "JOIN articles x ON x.article_id = n.article_id JOIN articles y ON y.article_id = n.other_article_id "
        f"WHERE n.text_similarity IS NOT NULL AND x.text IS NOT NULL AND y.text IS NOT NULL ORDER BY 1, 2 LIMIT {PAIRS_MEASURED}"
    ).fetchall()
    problems = []
    for one_id, other_id, one, other, said in rows:
        sets = shingle_sets([one, other])
        found = measure(*sets, sets[0][:0]).text_similarity
        if abs(found - said) > 1e-6:
            problems.append(f"near_duplicates: {one_id} and {other_id} share {found}, not {said}, of their shingles")
    looked_at.append(f"{len(rows)} pairs of near-duplicates measured again on their texts")
    return problems
