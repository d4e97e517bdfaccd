"""A few processes that do jobs, one after another, and tell how far they are; one that dies loses one job."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Literal, TypeVar

from readout.publish.fork import CAN_FORK

# Once called, these have threads, which a forked copy waits for in vain.
_THREADED = frozenset({"typst", "vl_convert"})

Job = TypeVar("Job")
Work = Callable[[Job, Callable[[Any], None]], Any]


@dataclass(frozen=True, slots=True)
class Event(Generic[Job]):
    """News of one job: it is `told` something, is `done` (with its result), or has `failed` (with the reason)."""

    job: Job
    kind: Literal["told", "done", "failed"]
    value: Any


class _Worker(Generic[Job]):
    def __init__(self, work: Work[Job]) -> None:
        context: Any = multiprocessing.get_context("fork" if _may_fork() else "spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_loop, args=(work, theirs), daemon=True)
        self.process.start()
        theirs.close()
        self.job: Job | None = None

    def take(self, job: Job) -> None:
        self.job = job
        self.connection.send(job)

    def end(self) -> None:
        """Stop it, whatever it does; its own clean-up runs."""
        self.process.terminate()
        self.process.join(5)
        self.process.kill()
        self.connection.close()


def _may_fork() -> bool:
    """Whether a forked copy of this process works: it has what is imported here, but no thread of a library's."""
    return CAN_FORK and not _THREADED.intersection(sys.modules)


def run_jobs(jobs: Sequence[Job], work: Work[Job], workers: int) -> Iterator[Event[Job]]:
    """Do `work(job, tell)` for each job in `workers` processes, yielding what they tell and how they end.

    An exception in `work`, or the death of its process, fails that job alone.
    """
    waiting = deque(jobs)
    team = [_Worker(work) for _ in range(min(workers, len(jobs)))]
    try:
        for worker in team:
            worker.take(waiting.popleft())
        while busy := [w for w in team if w.job is not None]:
            ready = wait([w.connection for w in busy])
            for worker in busy:
                if worker.connection not in ready:
                    continue
                event = _news(worker)
                yield event
                if event.kind == "told":
                    continue
                worker.job = None
                if waiting:
                    if not worker.process.is_alive():
                        team.remove(worker)
                        worker.end()
                        worker = _Worker(work)
                        team.append(worker)
                    worker.take(waiting.popleft())
    finally:
        for worker in team:  # all at once, then wait for each
            worker.process.terminate()
        for worker in team:
            worker.end()


def _news(worker: _Worker[Job]) -> Event[Job]:
    assert worker.job is not None
    try:
        kind, value = worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join(5)
        return Event(
            worker.job, "failed", f"its process ended unexpectedly ({_ending(worker.process.exitcode)})"
        )
    return Event(worker.job, kind, value)


def _ending(code: int | None) -> str:
    return signal.Signals(-code).name if code is not None and code < 0 else f"exit status {code}"


def _loop(work: Work[Any], connection: Connection) -> None:
    """A worker's life: take a job, do it, say how it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which ends us
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what is half done is cleared away
    with suppress(EOFError, OSError):
        while True:
            job = connection.recv()
            try:
                result = work(job, lambda value: connection.send(("told", value)))
            except Exception as error:
                connection.send(("failed", str(error) or type(error).__name__))
            else:
                connection.send(("done", result))
