"""What a release costs, step by step: processor time, wall time and the memory of all processes together."""

import argparse
import os
import resource
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from flows.commands.release_command import release_options
from flows.publish.build_release import build_release

SAMPLE_S = 0.25


def processor_seconds() -> float:
    """Of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def memory_of_all() -> int:
    """Bytes of this process and its children now, shared pages counted once."""
    total = 0
    me = psutil.Process()
    for process in (me, *me.children(recursive=True)):
        try:
            total += process.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return total


def watched(peak: list[int], stop: threading.Event) -> None:
    """Keep the highest memory seen in peak[0], and in peak[1] over the whole run."""
    while not stop.wait(SAMPLE_S):
        now = memory_of_all()
        peak[:] = [max(peak[0], now), max(peak[1], now)]


def main() -> None:
    """Build the release without Prefect and print one line per step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("processed", type=Path)
    parser.add_argument("releases", type=Path)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--memory-limit", default="1500MB")
    given = parser.parse_args()
    peak, stop = [0, 0], threading.Event()
    threading.Thread(target=watched, args=(peak, stop), daemon=True).start()

    def timed(name: str, work: Callable[..., Any], *arguments: Any) -> Any:
        peak[0], wall, processor = 0, time.perf_counter(), processor_seconds()
        done = work(*arguments)
        print(f"{name:40} {time.perf_counter() - wall:9.1f} s {processor_seconds() - processor:9.1f} CPU s {peak[0] / 2**20:8.0f} MiB", flush=True)
        return done

    wall, processor = time.perf_counter(), processor_seconds()
    built = build_release(given.processed, given.releases, release_options(given.processed, given.processed, None, given.workers, given.memory_limit), timed)
    stop.set()
    print(f"{'all':40} {time.perf_counter() - wall:9.1f} s {processor_seconds() - processor:9.1f} CPU s {peak[1] / 2**20:8.0f} MiB")
    print(f"{built.path.name}: {sum(f['bytes'] for f in built.manifest['files']) / 1e6:,.0f} MB, Merkle root {built.manifest['merkle_root']}")
    print(", ".join(f"{name} {facts['rows']:,}" for name, facts in built.manifest["tables"].items()))


if __name__ == "__main__":
    main()
