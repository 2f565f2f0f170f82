"""What `dateline run` shows: progress while it works, and at the end what it found."""

import contextlib
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import duckdb
import pyarrow.compute as pc
import pyarrow.parquet as pq
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from flows.ingest.batches import Batch
from flows.locations import PROCESSED
from flows.publish.chains import CHANNEL_WORDS, chain_line, longest_chain
from flows.publish.query import rows_of, sandbox
from flows.run_result import RunResult
from flows.write.commit import Outcomes
from flows.write.store import LEDGER, batch_files, table_files
from schemas import articles, citations, outlets, rejected_articles
from schemas.table import Table as Declared

ARTICLES_SHOWN = 20
ID_SHOWN = 8
REJECTED_SHOWN = 5


@contextlib.contextmanager
def progress_bar(console: Console) -> Iterator[tuple[Callable[[str], None], Callable[[int], None], Callable[[Batch, Outcomes], None]]]:
    """Callbacks (say, plan, batch) that draw a spinner and then a bar on a terminal, and nothing when piped."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("starting", total=None)
        done = Outcomes()

        def say(what: str) -> None:
            progress.update(task, description=what)

        def plan(byte_count: int) -> None:
            progress.update(task, description="ingest → normalize → validate → write", total=byte_count)

        def batch(one: Batch, outcomes: Outcomes) -> None:
            nonlocal done
            done = done + outcomes
            progress.update(task, advance=one.byte_count, description=f"{done.raw:,} read, {done.rejected:,} rejected")

        yield say, plan, batch


def show_result(result: RunResult, console: Console) -> None:
    """Counts, a table of the articles, one chain drawn out, where the files are and what to try next."""
    processed = result.request.processed
    if result.recovered:
        console.print(f"Cleaned up after a run that was stopped: {len(result.recovered)} unfinished files.")
    if result.run_id is None:
        _nothing_read(result, console)
        return
    _counts(result, console)
    rows, citations = _run_rows(result)
    _articles(result, rows, citations, console)
    _one_chain(rows, citations, console)
    _files(result, console)
    _checks(result, console)
    _quiet(result, console)
    _next(console, processed)


def _nothing_read(result: RunResult, console: Console) -> None:
    """Why nothing was read, and what to do."""
    request = result.request
    if not result.file_count:
        console.print(Text(f"There is no file in {_near(request.raw)}: put articles there (docs/guides/inputs.md) and run again."), soft_wrap=True)
        return
    if request.rebuild is not None and request.rebuild.is_rejected:
        of_it = f" for the reason {request.rebuild.reason}" if request.rebuild.reason else ""
        console.print(Text(f"Nothing to read again: no raw article was rejected{of_it}."), soft_wrap=True)
    elif request.rebuild is not None:
        console.print("Nothing to read again: no article of the dataset meets the conditions.")
    else:
        console.print(Text(f"Nothing new: all {result.file_count:,} files in {_near(request.raw)} are in the dataset already."), soft_wrap=True)
    _next(console, request.processed)


def _near(path: Path) -> Path:
    """The path as one would type it: without the folder that one is in."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _counts(result: RunResult, console: Console) -> None:
    counts = result.written.outcomes
    console.print()
    console.print(
        f"[bold]{counts.raw:,} raw articles in[/] = {counts.accepted:,} accepted + {counts.duplicate:,} {'duplicate' if counts.duplicate == 1 else 'duplicates'} + "
        f"{counts.rejected:,} rejected   [dim]({result.duration_s:.1f} s)[/]"
    )
    if counts.rejected:
        _rejected(result, console)


def _rejected(result: RunResult, console: Console) -> None:
    """Each rejected raw article where they are few, else how many for each reason with one of them; and what to do."""
    batches = result.written.batch_ids
    shown = ", raw_path" if result.written.outcomes.rejected <= REJECTED_SHOWN else ""
    with _tables_of(result.request.processed, (rejected_articles.TABLE,), batches) as connection:
        rejected = connection.execute(
            "SELECT reason, count(*) AS n, arg_min(raw_path, raw_path), arg_min(detail, raw_path) FROM rejected_articles "
            f"GROUP BY reason{shown} ORDER BY n DESC, 3"
        ).fetchall()
    if len(rejected) == sum(count for _, count, _, _ in rejected):
        for reason, _, path, detail in rejected:
            console.print(Text.assemble("  rejected ", (path, "yellow"), f"  {reason}: {detail}"))
        return
    for reason, count, path, detail in rejected:
        console.print(Text.assemble(f"  {count:,} rejected as {reason}, such as ", (path, "yellow"), f": {detail}"))
    console.print("  Each with its reason: rejected list (below). Mend, rename or replace files where they lie and run again: what changed is read anew.")


def _articles(result: RunResult, rows: list[dict], citations: dict[str, list[dict]], console: Console) -> None:
    if not rows:
        return
    table = Table(header_style="bold", title=None, expand=console.is_terminal)
    for name in ("article", "outlet", "lang", "published", "citation chain"):
        table.add_column(name, overflow="fold" if name == "citation chain" else "ellipsis", no_wrap=name not in ("citation chain", "outlet"))
    for row in rows:
        mine = citations.get(row["article_id"], [])
        title = row["title"] or row["text"].split("\n", 1)[0]
        shown = title if len(title) <= 44 else title[:43] + "…"
        table.add_row(shown, row["outlet"] or "–", row["language"], _interval(row), chain_line(row["outlet"], mine))
    console.print(table)
    more = result.written.outcomes.accepted - len(rows)
    if more > 0:
        console.print(f"  … and {more:,} more articles", style="dim")


def _one_chain(rows: list[dict], citations: dict[str, list[dict]], console: Console) -> None:
    best, chain = None, []
    for row in rows:
        candidate = longest_chain(citations.get(row["article_id"], []))
        candidate = [c for c in candidate if c["role"] != "self"]
        if candidate and (len(candidate), bool(row["outlet"])) > (len(chain), bool(best and best["outlet"])):
            best, chain = row, candidate
    if best is None:
        return
    console.print()
    console.print(Text.assemble(("One chain, hop by hop: ", "bold"), best["title"] or best["text"].split("\n", 1)[0]))
    tree = Tree(Text(best["outlet"] or "(outlet not shown in the text)", style="bold"))
    branch = tree
    for citation in chain:
        words = f"«{citation['source_as_given']}»" + (f"   cue: «{citation['cue']}»" if citation["cue"] else "")
        channel = f" ({CHANNEL_WORDS[citation['channel']]})" if citation["channel"] else ""
        branch = branch.add(Text.assemble("← ", (f"{citation['source_name']}{channel}", "cyan"), f"  {citation['role']}  ", (words, "dim")))
    console.print(tree)


def _files(result: RunResult, console: Console) -> None:
    console.print()
    console.print(Text.assemble(("Parquet files: ", "bold"), f"{_near(result.request.processed)}/<table>/<batch>.parquet"))


def _checks(result: RunResult, console: Console) -> None:
    failed = result.failed_checks
    if not result.request.checks_now:
        console.print("[bold]Validation:[/] every row checked; the expectations are left to the next run")
    elif failed:
        console.print(f"[bold red]{len(failed)} of {len(result.checks)} expectations failed[/]")
        for check in failed:
            console.print(Text(f"  {check.table}.{check.name}: {check.meaning}; rows: {' | '.join(check.examples)}"))
    else:
        console.print(f"[bold]Validation:[/] all {len(result.checks)} expectations hold")
    console.print(Text.assemble(("Report: ", "bold"), str(_near(result.report) if result.report else "")))


def _quiet(result: RunResult, console: Console) -> None:
    for outlet in result.quiet[:5]:
        console.print(f"[yellow]Gone quiet:[/] {outlet.outlet_id}, nothing since {outlet.last_day}; about {outlet.expected_per_day:.0f} a day were to be expected")
    if len(result.quiet) > 5:
        console.print(f"  … and {len(result.quiet) - 5} more outlets: SELECT * FROM coverage WHERE status = 'quiet'")


def _next(console: Console, processed: Path) -> None:
    article = (_an_article_that_cites(processed) or "ARTICLE_ID")[:ID_SHOWN]
    where = "" if processed.resolve() == PROCESSED else f" --processed {shlex.quote(str(processed))}"
    console.print()
    console.print("[bold]Try next[/]")
    console.print(Text('  .venv/bin/dateline query "SELECT source_name, count(*) AS n FROM citations WHERE role <> \'self\' GROUP BY 1 ORDER BY n DESC, 1 LIMIT 10"' + where), soft_wrap=True)
    console.print(Text(f"  .venv/bin/dateline explain {article}{where}"), soft_wrap=True)
    console.print(Text(f"  .venv/bin/dateline rejected list{where}"), soft_wrap=True)


def _interval(row: dict) -> str:
    earliest, latest = row["published_earliest"], row["published_latest"]
    if earliest and earliest == latest:
        return str(earliest)
    if earliest or latest:
        return f"{earliest or '…'} – {latest or '…'}"
    return "unknown"


def _run_rows(result: RunResult) -> tuple[list[dict], dict[str, list[dict]]]:
    """The first articles of the run, by batch and raw path, and the citations of each; of no other batch are texts read."""
    processed = result.request.processed
    shown = _first_accepted(processed, result.written.batch_ids)
    few = dict.fromkeys(shown.values())
    with _tables_of(processed, (articles.TABLE, citations.TABLE, outlets.TABLE), few) as connection:
        rows = rows_of(
            connection,
            "SELECT a.article_id, a.title, a.text, a.language, a.published_earliest, a.published_latest, "
            "coalesce(o.name, a.outlet_id) AS outlet "
            "FROM articles a LEFT JOIN outlets o ON o.outlet_id = a.outlet_id WHERE list_contains(?, a.article_id)",
            [list(shown)],
        )
        found = rows_of(
            connection,
            "SELECT * FROM citations WHERE list_contains(?, article_id) ORDER BY article_id, position",
            [list(shown)],
        )
    rows.sort(key=lambda row: list(shown).index(row["article_id"]))
    cited: dict[str, list[dict]] = {}
    for citation in found:
        cited.setdefault(citation["article_id"], []).append(citation)
    return rows, cited


def _first_accepted(processed: Path, batch_ids: Iterable[str]) -> dict[str, str]:
    """The articles to show, by batch and raw path, and the batch of each; no more batches are looked at than they stand in."""
    shown: dict[str, str] = {}
    for batch_id in batch_ids:
        ledger = pq.read_table(processed / LEDGER / f"{batch_id}.parquet", columns=["raw_path", "article_id", "outcome"])
        mine = ledger.filter(pc.equal(ledger["outcome"], "accepted")).sort_by("raw_path")
        shown |= dict.fromkeys(mine["article_id"].slice(0, ARTICLES_SHOWN - len(shown)).to_pylist(), batch_id)
        if len(shown) >= ARTICLES_SHOWN:
            break
    return shown


def _an_article_that_cites(processed: Path) -> str | None:
    """The first id in the first batch that has a citation: a look at all batches would take longer the more there are."""
    for path in batch_files(processed, "citations"):
        file = pq.ParquetFile(path)
        if file.metadata.num_rows:
            return pc.min(file.read(["article_id"]).column(0)).as_py()
    return None


def _tables_of(processed: Path, tables: Sequence[Declared], batch_ids: Iterable[str]) -> duckdb.DuckDBPyConnection:
    """The tables to be asked, those that are written in batches with the rows of these only."""
    ids = tuple(batch_ids)
    return sandbox({t.name: table_files(processed, t.name, ids) for t in tables}, with_comments=False, tables=tables)
