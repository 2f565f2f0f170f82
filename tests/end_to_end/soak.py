"""`make soak`: disturb runs some hundred times, run them again, and compare with an undisturbed run byte for byte."""

import argparse
import collections
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.end_to_end import disturbed_runs as disturbed


def main() -> int:
    """0 where nothing was found; prints each problem and, at the end, what was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--prefect-kills", type=int, default=10, help="kills of whole runs, with Prefect and Great Expectations")
    parser.add_argument("--seed", type=int, default=None, help="that of the run to be repeated")
    arguments = parser.parse_args()
    seed = arguments.seed if arguments.seed is not None else random.SystemRandom().randrange(10**6)
    with tempfile.TemporaryDirectory() as folder:
        return soak(Path(folder), arguments.kills, arguments.prefect_kills, seed)


def soak(folder: Path, kills: int, prefect_kills: int, seed: int) -> int:
    """Disturb until so many runs were killed; each dataset that comes to its end is compared and begun anew."""
    print(f"seed {seed}", file=sys.stderr, flush=True)
    random_, started = random.Random(seed), time.monotonic()
    raw, processed = folder / "raw", folder / "processed"
    disturbed.write_raw(raw)
    begun = time.monotonic()
    assert disturbed.run_warm(raw, folder / "undisturbed") == 0
    whole_s = time.monotonic() - begun
    expected = disturbed.table_bytes(folder / "undisturbed")
    done: collections.Counter[str] = collections.Counter()
    found: list[str] = []
    mounted = ("full disk", "read-only") if disturbed.can_mount() else ()
    while done["killed"] < kills:
        how = random_.choices(("kill", "worker", "room", "obstacle", *mounted), weights=(90, 2, 2, 2, *(2 for _ in mounted)))[0]
        done[_disturb(how, raw, processed, whole_s, random_)] += 1
        found += [f"after {dict(done)}: {problem}" for problem in disturbed.problems(processed)]
        if disturbed.table_bytes(processed).keys() == expected.keys() or random_.random() < 0.05:
            assert disturbed.run_warm(raw, processed) == 0
            if disturbed.table_bytes(processed) != expected:
                found.append(f"after {dict(done)}: other bytes than an undisturbed run")
            done["datasets compared"] += 1
            shutil.rmtree(processed)
        if sum(done.values()) % 10 == 0:
            print(f"{dict(done)}, {len(found)} problems", file=sys.stderr, flush=True)
    for _ in range(prefect_kills):
        _kill_with_prefect(raw, processed, expected, random_, done, found)
    assert disturbed.run_warm(raw, processed) == 0
    if disturbed.table_bytes(processed) != expected:
        found.append("at the end: other bytes than an undisturbed run")
    done["datasets compared"] += 1
    print(f"seed {seed}: {dict(done)} in {time.monotonic() - started:.0f} s; {len(found)} problems")
    print("\n".join(found))
    return 1 if found else 0


def _disturb(how: str, raw: Path, processed: Path, whole_s: float, random_: random.Random) -> str:
    if how == "worker":
        disturbed.run_and_kill_worker(raw, processed, random_)
        return "worker killed"
    if how == "room":
        disturbed.run_with_little_room(raw, processed, random_.randrange(2_000, 60_000))
        return "no room"
    if how == "full disk":
        disturbed.run_on_full_disk(raw, processed, random_.randrange(100, 2_000))
        return "disk full"
    if how == "read-only":
        disturbed.run_read_only(raw, processed)
        return "read-only file system"
    if how == "obstacle":
        return _obstacle(raw, processed, random_)
    runner = "processes" if random_.random() < 0.1 else "local"
    # half of the kills early, where a run recovers, looks around and begins
    delay = random_.uniform(0.02, whole_s * random_.choice((0.1, 1)))
    return "killed" if disturbed.run_warm(raw, processed, delay, runner) == -9 else "ended before the kill"


def _kill_with_prefect(
    raw: Path, processed: Path, expected: dict[str, str], random_: random.Random, done: collections.Counter[str], found: list[str]
) -> None:
    """Kill a whole run while it reads, a random time after its first batch was staged; a dataset that is complete is begun anew."""
    if disturbed.table_bytes(processed).keys() == expected.keys():
        shutil.rmtree(processed)
    was_killed = disturbed.kill_once_reading(raw, processed, random_.uniform(0, 20), disturbed.WITH_PREFECT)
    done["killed under Prefect" if was_killed else "ended under Prefect"] += 1
    found += [f"after {dict(done)}: {problem}" for problem in disturbed.problems(processed)]
    print(f"{dict(done)}, {len(found)} problems", file=sys.stderr, flush=True)


def _obstacle(raw: Path, processed: Path, random_: random.Random) -> str:
    table = processed / random_.choice(disturbed.STORE_TABLES)
    aside = table.with_name(f"{table.name}.aside")
    processed.mkdir(exist_ok=True)
    if table.exists():
        table.rename(aside)
    table.write_text("in the way")
    process = disturbed.start(raw, processed)
    process.communicate()
    table.unlink()
    if aside.exists():
        aside.rename(table)
    return "folder not writable"


if __name__ == "__main__":
    sys.exit(main())
