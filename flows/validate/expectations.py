"""Great Expectations over DuckDB: the only file that imports it, run as a process of its own.

Its import takes seconds and leaves threads and native objects behind, so the run starts this process
early, lets it import while batches are read, and sends it one job on standard input.
"""

import json
import os
import re
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb

from schemas.dataset import table_named
from schemas.derive.checks import identifier
from schemas.derive.duckdb_views import view_over_files
from schemas.derive.expectations import WHOLE_ARTICLES, Expectation, expectations

EXAMPLES_PER_EXPECTATION = 5
MEMORY_LIMIT = "200MB"
"""What DuckDB may hold while it checks; beyond that it spills into the folder of the check."""

READY = "ready"


def check_tables(files: Mapping[str, Sequence[str]], row_counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """One result per declared expectation of the tables in `row_counts`, in declared order.

    `files` gives the Parquet files of every table that is checked or referred to, `whole_articles` those of all articles. A result has table, name,
    meaning, success, unexpected_count, examples. An expectation that Great Expectations does not report, or
    that raised, is a failure.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "check.duckdb"
        _make_views(str(database), files, _bounds(Path(folder))).close()
        results: list[dict[str, Any]] = []
        outcomes = _run_suites(database, row_counts)
        with _make_views(":memory:", files, _bounds(Path(folder))) as connection:
            for name, count in row_counts.items():
                for e in expectations(table_named(name), count):
                    results.append(_result(name, e, outcomes.get((name, e.name)), connection))
        return results


def _bounds(folder: Path) -> dict[str, str]:
    return {"threads": "1", "memory_limit": MEMORY_LIMIT, "temp_directory": str(folder / "spill"), "preserve_insertion_order": "false"}


def _make_views(database: str, files: Mapping[str, Sequence[str]], bounds: Mapping[str, str]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(database, config=dict(bounds))
    for name, paths in files.items():
        table = replace(table_named("articles"), name=name) if name == WHOLE_ARTICLES else table_named(name)
        connection.execute(view_over_files(table, paths))
    return connection


def _run_suites(database: Path, row_counts: Mapping[str, int]) -> dict[tuple[str, str], dict[str, Any]]:
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig
    from great_expectations.expectations.registry import get_expectation_impl

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_sql(
        "store", connection_string=f"duckdb:///{database}",
        kwargs={"isolation_level": "AUTOCOMMIT", "skip_autocommit_rollback": True, "connect_args": {"config": _bounds(database.parent)}},
    )
    outcomes: dict[tuple[str, str], dict[str, Any]] = {}
    for table, count in row_counts.items():
        batch = source.add_table_asset(table, table_name=table).add_batch_definition_whole_table("whole")
        suite = context.suites.add(gx.ExpectationSuite(name=table))
        for e in expectations(table_named(table), count):
            arguments = dict(e.arguments)
            if "unexpected_rows_query" in arguments:
                arguments["unexpected_rows_query"] = _query_template(str(arguments["unexpected_rows_query"]))
            suite.add_expectation(get_expectation_impl(e.type)(**arguments, meta={"name": e.name}))
        validation = context.validation_definitions.add(gx.ValidationDefinition(name=table, data=batch, suite=suite))
        for result in validation.run(result_format="BASIC").results:
            outcomes[table, result.expectation_config.meta["name"]] = result.to_json_dict()
    return outcomes


def _query_template(query: str) -> str:
    # Great Expectations passes the query through str.format and SQLAlchemy's text(): braces and colons mean something
    literal = query.replace("{table}", "\0").replace("{", "{{").replace("}", "}}").replace("\0", "{batch}")
    return re.sub(r":(?=\w)", r"\\:", literal)


def _result(
    table: str, e: Expectation, outcome: dict[str, Any] | None, connection: duckdb.DuckDBPyConnection
) -> dict[str, Any]:
    if outcome is None:
        return _failure(table, e, "Great Expectations did not report this expectation")
    raised = outcome.get("exception_info") or {}
    if raised.get("raised_exception"):
        return _failure(table, e, str(raised.get("exception_message")))
    success = bool(outcome["success"])
    examples = [] if success or e.broken_rows is None else _examples(table, e.broken_rows, connection)
    observed = outcome.get("result", {})
    unexpected = observed.get("unexpected_count", observed.get("observed_value"))
    return {
        "table": table, "name": e.name, "meaning": e.meaning, "success": success,
        "unexpected_count": 0 if success else unexpected, "examples": examples,
    }


def _failure(table: str, e: Expectation, why: str) -> dict[str, Any]:
    return {"table": table, "name": e.name, "meaning": e.meaning, "success": False, "unexpected_count": None, "examples": [why]}


def _examples(table: str, query: str, connection: duckdb.DuckDBPyConnection) -> list[str]:
    key = list(table_named(table).key)
    rows = connection.execute(f"SELECT * FROM ({query.replace('{table}', identifier(table))}) LIMIT {EXAMPLES_PER_EXPECTATION}")
    names = [d[0] for d in rows.description]
    return [", ".join(f"{k}={row[names.index(k)]}" for k in key if k in names) for row in rows.fetchall()]


def main() -> None:
    """Import Great Expectations, say so, then answer one job: JSON on standard input, JSON on standard output."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations  # noqa: F401

    print(READY, flush=True)
    line, status = sys.stdin.readline(), 0
    try:
        if line:
            job = json.loads(line)
            print(json.dumps(check_tables(job["files"], job["row_counts"])), flush=True)
    except Exception:
        traceback.print_exc()
        status = 1
    # native objects that Great Expectations keeps alive make the interpreter complain at a normal exit
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
