"""runs: one row per run of the build flow that had something to do."""

from schemas.table import Column, Rule, Table

TABLE = Table(
    name="runs",
    meaning="One row per run that had something to do: what came in, what became of it, with which versions, how long it took.",
    layer="operation",
    key=("run_id",),
    columns=(
        Column("run_id", "string", "unique name of the run", example="20251103T100000-3f1c9a0b"),
        Column("started_at", "timestamp", "when it started", example="2025-11-03T10:00:00Z", unit="UTC"),
        Column("duration_s", "float64", "wall time", example=14.2, unit="seconds", minimum=0),
        Column("orchestrator", "string", "who ran it", example="prefect", values=("prefect", "direct")),
        Column("runner", "string", "how the batches were run", example="local", values=("local", "processes", "dask", "ray")),
        Column("state", "string", "how it ended", example="completed", values=("completed", "check_failed")),
        Column("batch_ids", "list<string>", "batches that the run wrote and checked", example=("3f1c9a0b2d4e5f60",)),
        Column("raw_count", "int64", "raw articles in", example=29, minimum=0),
        Column("accepted_count", "int64", "of them accepted", example=25, minimum=0),
        Column("duplicate_count", "int64", "of them duplicates of an accepted one", example=1, minimum=0),
        Column("rejected_count", "int64", "of them rejected", example=3, minimum=0),
        Column("ingest_s", "float64", "time spent in ingest, summed over workers", example=0.4, unit="seconds", minimum=0),
        Column("normalize_s", "float64", "time spent in normalize, summed over workers", example=1.4, unit="seconds", minimum=0),
        Column("validate_s", "float64", "time spent in validate, summed over workers", example=0.2, unit="seconds", minimum=0),
        Column("write_s", "float64", "time spent in write, summed over workers", example=0.1, unit="seconds", minimum=0),
        Column("versions", "map<string,string>", "versions of Dateline and the libraries that shape the bytes", example=(("dateline", "0.1.0"),)),
    ),
    rules=(
        Rule("ledger_balances", "raw in = accepted + duplicates + rejected", "raw_count = accepted_count + duplicate_count + rejected_count"),
    ),
)
