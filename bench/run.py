"""`make bench`: the whole run, its stages, the bare floor and peers on the same articles, side by side."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import corpus
from bench.measure import Cost, cost_of
from bench.peers import PEERS

ROOT = Path(__file__).resolve().parent.parent
DATELINE = (sys.executable, "-m", "flows.cli")


def main() -> None:
    """Print one table after another; nothing is left behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared", help="folder with corpora/articles")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--without-prefect", action="store_true")
    arguments = parser.parse_args()
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
    how = ("--direct",) if arguments.without_prefect else ()
    print(f"\n{'':34}{'articles/s':>11}{'MB/s':>8}{'wall s':>9}{'CPU s':>9}{'peak MiB':>10}")
    whole = cost_of([*DATELINE, "run", *how, *where], cwd=ROOT)
    _line("whole run, checks included", whole, arguments.articles, size)
    _line("run with nothing to do, --direct", cost_of([*DATELINE, "run", "--direct", *where], cwd=ROOT), 0, 0)
    _line("query: a count", cost_of([*DATELINE, "query", "SELECT count(*) FROM articles", "--processed", str(processed)], cwd=ROOT), 0, 0)
    floor = float(cost_of([sys.executable, "-m", "bench.floor", str(raw), str(processed), str(folder / "floor")], cwd=ROOT).output)
    print(f"{'floor: read, hash, write':34}{'':28}{floor:9.1f}")
    print(f"whole run against the floor: {whole.cpu_s / floor:.1f} times its CPU")
    texts = folder / "texts"
    text_size = corpus.write_texts(texts, source, arguments.texts)
    cost = cost_of([*DATELINE, "run", "--direct", "--check-later", "--raw", str(texts), "--processed", str(folder / "p2")], cwd=ROOT)
    _line(f"{arguments.texts:,} .txt files, --direct", cost, arguments.texts, text_size)
    _stages(folder, source)
    _peers(source)


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
