"""`make bench`: the whole run, its stages, the bare floor and peers on the same articles, side by side."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import corpus
from bench.fixed_costs import fixed_costs
from bench.flatness import NEW, grown_stores
from bench.measure import Cost, cost_of
from bench.peers import PEERS

ROOT = Path(__file__).resolve().parent.parent
DATELINE = (sys.executable, "-m", "flows.cli")


def main() -> None:
    """Print one table after another; nothing is left behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared", help="folder with corpora/articles")
    parser.add_argument("--full", action="store_true", help="100,000 articles and stores of up to a million; hours on a busy machine")
    parser.add_argument("--articles", type=int, default=None, help="5,000 by default, 100,000 with --full")
    parser.add_argument("--texts", type=int, default=None, help="2,000 by default, 10,000 with --full")
    parser.add_argument("--stores", type=int, nargs="*", default=None, help="1,000 and 10,000 by default, 10,000 and 1,000,000 with --full")
    parser.add_argument("--without-prefect", action="store_true")
    arguments = parser.parse_args()
    arguments.articles = arguments.articles or (100_000 if arguments.full else 5_000)
    arguments.texts = arguments.texts or (10_000 if arguments.full else 2_000)
    arguments.stores = arguments.stores if arguments.stores is not None else ([10_000, 1_000_000] if arguments.full else [1_000, 10_000])
    source = arguments.corpora / "corpora" / "articles"
    kind = "real articles" if source.is_dir() else "generated articles"
    print(f"{arguments.articles:,} {kind}; {len(os.sched_getaffinity(0))} cores; load before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), source, arguments)


def measure(folder: Path, source: Path, arguments: argparse.Namespace) -> None:
    """All measurements, in a folder of their own."""
    raw, processed = folder / "raw", folder / "processed"
    size = corpus.write_jsonl(raw, source, arguments.articles)
    where = ("--raw", str(raw), "--processed", str(processed))
    _head("")
    how = ("--direct",) if arguments.without_prefect else ()
    whole = cost_of([*DATELINE, "run", *how, *where], cwd=ROOT)
    _line("whole run, checks included", whole, arguments.articles, size)
    floor = float(cost_of([sys.executable, "-m", "bench.floor", str(raw), str(processed), str(folder / "floor")], cwd=ROOT).output)
    print(f"{'floor: read, hash, write':34}{'':28}{floor:9.1f}")
    print(f"whole run against the floor: {whole.cpu_s / floor:.1f} times its CPU")
    texts = folder / "texts"
    text_size = corpus.write_texts(texts, source, arguments.texts)
    cost = cost_of([*DATELINE, "run", "--direct", "--check-later", "--raw", str(texts), "--processed", str(folder / "p2")], cwd=ROOT)
    _line(f"{arguments.texts:,} .txt files, --direct", cost, arguments.texts, text_size)
    _head("fixed costs")
    for name, cost in fixed_costs(DATELINE, where, ROOT):
        _line(name, cost, 0, 0)
    _stages(folder, source)
    _peers(source)
    _head(f"{NEW:,} articles more, in a store of")
    for count, read, again, query in grown_stores(DATELINE, source, folder / "grown", arguments.stores, ROOT):
        _line(f"{count:,}", read, NEW, 0)
        _line("    nothing new, --direct", again, 0, 0)
        _line("    query: a count", query, 0, 0)


def _head(name: str) -> None:
    print(f"\n{name:34}{'articles/s':>11}{'MB/s':>8}{'wall s':>9}{'CPU s':>9}{'peak MiB':>10}", flush=True)


def _line(name: str, cost: Cost, count: int, size: int) -> None:
    speed = f"{count / cost.wall_s:11,.0f}{size / cost.wall_s / 1e6:8.1f}" if count else " " * 19
    print(f"{name:34}{speed}{cost.wall_s:9.1f}{cost.cpu_s:9.1f}{cost.peak_mib:10,.0f}", flush=True)


def _stages(folder: Path, source: Path) -> None:
    corpus.write_jsonl(folder / "few", source, 3_000)
    done = subprocess.run(
        [sys.executable, "-m", "bench.stages", str(folder / "few"), str(folder / "stages")], cwd=ROOT, check=True, capture_output=True, text=True
    )
    print("\nstages, one core\n" + "\n".join("{:34}{:>11}{:>8}".format(*line.split("\t")) for line in done.stdout.splitlines()))


def _peers(source: Path) -> None:
    print("\npeers, one core, articles per CPU second (each does one job)")
    for name in PEERS:
        done = subprocess.run([sys.executable, "-m", "bench.peers", name, str(source)], cwd=ROOT, capture_output=True, text=True)
        speed = done.stdout.strip().splitlines()[-1:] or [""]
        said = f"{float(speed[0]):11,.0f}" if done.returncode == 0 and speed[0] else "  not installed" if done.returncode == 0 else "  failed"
        print(f"{name:34}{said}", flush=True)


if __name__ == "__main__":
    main()
