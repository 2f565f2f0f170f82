"""Wall time, processor time and memory of a command with all its processes."""

import contextlib
import ctypes
import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil

SAMPLE_S = 0.5
PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True, slots=True)
class Cost:
    """`wall_s` and `cpu_s` in seconds; `peak_mib` is the memory of all processes together, shared pages counted once."""

    wall_s: float
    cpu_s: float
    peak_mib: float
    output: str


def cost_of(command: Sequence[str], **more) -> Cost:
    """Run the command to its end; CalledProcessError where it fails (status 1 is a result: a check failed)."""
    _adopt_orphans()
    ours = {child.pid for child in psutil.Process().children()}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)
    peak, stop = [0.0], threading.Event()
    sampler = threading.Thread(target=_sample, args=(process.pid, peak, stop))
    sampler.start()
    output, errors = process.communicate()
    _wait_for_orphans(ours)
    wall_s = time.perf_counter() - started
    stop.set()
    sampler.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command, output, errors)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall_s, cpu_s, peak[0] / 2**20, output)


def _adopt_orphans() -> None:
    """Have the processes that a command leaves behind become children of this one: only the waited-for are counted."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def _wait_for_orphans(ours: set[int]) -> None:
    """Wait for the children that this process has gained; not for those it had, such as a server that goes on."""
    while gained := [child.pid for child in psutil.Process().children() if child.pid not in ours]:
        for pid in gained:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)


def _sample(pid: int, peak: list[float], stop: threading.Event) -> None:
    while not stop.wait(SAMPLE_S):
        try:
            main = psutil.Process(pid)
            family = [main, *main.children(recursive=True)]
        except psutil.NoSuchProcess:
            return
        peak[0] = max(peak[0], sum(_pss(p) for p in family))


def _pss(process: psutil.Process) -> float:
    try:
        return process.memory_full_info().pss
    except (psutil.NoSuchProcess, psutil.AccessDenied, AttributeError):
        return 0.0
