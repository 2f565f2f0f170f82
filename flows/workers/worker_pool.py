"""Worker processes that read batches, and what happens when one of them vanishes or hangs."""

import contextlib
import itertools
import multiprocessing
import queue
import resource
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from typing import Any

import psutil

from flows.arrow_imports import import_arrow_without
from flows.ingest.raw_article import Rejected
from flows.normalize.limits import LAST_CPU_SECONDS, STUCK_SECONDS

DEATHS_PER_RECORD = 2
DEATHS_PER_BATCH = 5
LOOK_EVERY_S = 1.0
IDLE = -1.0
_NEXT, _IN_TURN, _LAST = range(3)

Heartbeat = Any
"""Three shared floats: the record that is being read (IDLE between records), since when, and the worker's processor time then."""


@dataclass(frozen=True, slots=True)
class _Task:
    function: Callable[..., Any]
    item: Any
    arguments: Sequence[Any]
    future: Future


class WorkerLostError(RuntimeError):
    """A worker process ended again and again; the message says with which status."""


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: Connection
    heartbeat: Heartbeat


@dataclass(slots=True)
class WorkerPool:
    """Processes that call `function(item, *arguments, barred, at)`; `barred` are records that killed a worker.

    `function` says by `at(index)` which record it reads. A worker that ends, or that stays with one record for
    longer than `stuck_s` or `cpu_s` of processor time, is replaced and its item read again; a record at which it ended
    twice, or took too long once, is barred. Results are those of `function`, whatever vanished meanwhile.
    """

    workers: int
    preload: Sequence[str]
    stuck_s: float = STUCK_SECONDS
    cpu_s: float = LAST_CPU_SECONDS
    tasks: "queue.PriorityQueue[tuple[int, int, _Task | None]]" = field(default_factory=queue.PriorityQueue)
    numbers: Iterator[int] = field(default_factory=itertools.count)
    threads: list[threading.Thread] = field(default_factory=list)

    def submit(self, function: Callable[..., Any], item: Any, *arguments: Any, is_next: bool = False) -> Future:
        """Have the item read, before all that waits where it `is_next`; workers are started as items come, as many as there may be."""
        future: Future = Future()
        self._put(_NEXT if is_next else _IN_TURN, _Task(function, item, arguments, future))
        if len(self.threads) < self.workers:
            thread = threading.Thread(target=self._serve, daemon=True)
            self.threads.append(thread)
            thread.start()
        return future

    def dismiss(self) -> None:
        """Have the workers end once they have read what was submitted; nothing may be submitted after that."""
        for _ in self.threads:
            self._put(_LAST, None)

    def close(self) -> None:
        """End the workers and the process they are forked from; items that nobody waits for any more are not read."""
        with contextlib.suppress(queue.Empty):
            while True:
                self.tasks.get_nowait()
        self.dismiss()
        for thread in self.threads:
            thread.join()
        # it would keep 200 MiB through the checks; no public call ends it, and the next pool starts it anew
        forkserver._forkserver._stop()  # type: ignore[attr-defined]

    def _put(self, turn: int, task: _Task | None) -> None:
        self.tasks.put((turn, next(self.numbers), task))

    def _serve(self) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(self.preload))
        worker: _Worker | None = None
        while (task := self.tasks.get()[2]) is not None:
            try:
                worker, succeeded, result = self._read(context, worker, task)
            except BaseException as error:
                task.future.set_exception(error)
                continue
            if succeeded:
                task.future.set_result(result)
            else:
                task.future.set_exception(result)
        if worker:
            worker.connection.close()
            worker.process.join()

    def _read(self, context: Any, worker: _Worker | None, task: _Task) -> tuple[_Worker, bool, Any]:
        """The worker that answered, whether the function returned, and what it returned or raised; WorkerLostError."""
        barred: dict[int, Rejected] = {}
        deaths: list[int] = []
        while True:
            if worker is None or not worker.process.is_alive():
                worker = _start(context)
            limit = None
            try:
                worker.connection.send((task.function, task.item, tuple(task.arguments), barred))
                limit = self._wait(worker)
                succeeded, result = worker.connection.recv()
            except (EOFError, ConnectionError):
                worker.process.join()
                index, status = int(worker.heartbeat[0]), worker.process.exitcode
                deaths.append(index)
                if index >= 0 and (limit or deaths.count(index) >= DEATHS_PER_RECORD):
                    barred[index] = _barred(limit, status)
                if len(deaths) > DEATHS_PER_BATCH + DEATHS_PER_RECORD * len(barred):
                    raise WorkerLostError(f"worker processes ended {len(deaths)} times over one batch, with status {status}") from None
                continue
            return worker, succeeded, result

    def _wait(self, worker: _Worker) -> str | None:
        """Wait for an answer or the worker's end; the limit that it went beyond, where it was ended for that.

        Its processor time is looked at from here: inside a library no signal of ours arrives, and the limit that the system
        keeps (RLIMIT_CPU) counts in ticks, which on a busy machine run some percent ahead of what a process has used.
        """
        while not worker.connection.poll(LOOK_EVERY_S):
            index, since, cpu_then = worker.heartbeat
            if index < 0:
                continue
            limit = f"{self.stuck_s:g} s" if time.monotonic() - since > self.stuck_s else None
            if limit is None and _cpu_of(worker.process.pid) - cpu_then > self.cpu_s:
                limit = f"{self.cpu_s:g} s of processor time"
            if limit is not None and (worker.heartbeat[0], worker.heartbeat[1]) == (index, since):
                worker.process.kill()
                return limit
        return None


def _cpu_of(pid: int) -> float:
    """Seconds of processor time that a process has used so far, 0 where it has ended."""
    try:
        used = psutil.Process(pid).cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return used.user + used.system


def _start(context: Any) -> _Worker:
    ours, theirs = context.Pipe()
    heartbeat = context.RawArray("d", [IDLE, 0.0, 0.0])
    process = context.Process(target=_work, args=(theirs, heartbeat), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, heartbeat)


def _work(connection: Connection, heartbeat: Heartbeat) -> None:
    """What a worker process does: answer items until the other end is closed, which the death of its parent does too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import_arrow_without("pandas")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def at(index: int) -> None:
        heartbeat[2] = time.process_time()
        heartbeat[1] = time.monotonic()
        heartbeat[0] = index

    while True:
        try:
            function, item, arguments, barred = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (True, function(item, *arguments, barred, at))
        except BaseException as error:
            error.add_note("in a worker process:\n" + traceback.format_exc())
            answer = (False, error)
        at(int(IDLE))
        try:
            connection.send(answer)
        except (BrokenPipeError, ConnectionError):
            return


def _barred(limit: str | None, status: int | None) -> Rejected:
    if limit:
        return Rejected("time_limit", f"the reading process did not move on for {limit} and was ended")
    return Rejected("internal_error", f"the reading process ended with status {status} each time it read this record")
