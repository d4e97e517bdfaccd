"""Many reports: several at a time, failures told and passed over, an interrupted run taken up again."""

from __future__ import annotations

import gc
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Literal

from readout.publish.fork import CAN_FORK
from readout.publish.manifest import is_current
from readout.publish.render import Progress, render
from readout.publish.reports import Report
from readout.publish.workers import Event, run_jobs

Result = Literal["rendered", "unchanged", "failed"]
JOURNAL = ".unfinished"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went with one report; `detail` is its folder, or why it failed."""

    name: str
    result: Result
    detail: str
    seconds: float = 0.0


def render_all(
    reports: Sequence[Report],
    out: Path,
    *,
    workers: int,
    force: bool = False,
    only_changed: bool = False,
    tell: Callable[[str, Progress | Outcome], None],
) -> list[Outcome]:
    """Render `reports` into folders of `out`, in the order in which they get ready.

    A run that was interrupted is taken up where it stopped when the same reports are asked for again: what it
    has rendered and is still current is passed over.

    Args:
        workers: how many reports at a time.
        force: render all, also what an interrupted run has done already.
        only_changed: pass over every report that is current, whoever rendered it.
        tell: called with a report's name and its progress or outcome.
    """
    outcomes: list[Outcome] = []

    def conclude(outcome: Outcome) -> None:
        outcomes.append(outcome)
        tell(outcome.name, outcome)

    with _journal(reports, out, fresh=force) as (done, note):
        waiting = []
        for report in reports:
            asked = only_changed or report.name in done
            if asked and not force and is_current(report, out / report.name):
                conclude(Outcome(report.name, "unchanged", str(out / report.name)))
            else:
                waiting.append(report)
        started: dict[str, float] = {}
        for event in _render_in_processes(waiting, out, workers):
            name = event.job.name
            start = started.setdefault(name, perf_counter())
            if event.kind == "told":
                tell(name, event.value)
                continue
            result: Result = "rendered" if event.kind == "done" else "failed"
            conclude(Outcome(name, result, str(event.value), perf_counter() - start))
            if event.kind == "done":
                note(name)
    return outcomes


def _render_in_processes(reports: Sequence[Report], out: Path, workers: int) -> Iterator[Event[Report]]:
    if not reports:
        return
    if CAN_FORK:
        # Once, before there are workers: the process that forks notebooks starts on its imports, and this one
        # does those that every worker needs.
        from readout.publish.fork.parent import start_zygote

        start_zygote()
        gc.disable()  # nothing here becomes garbage
        with _without_arrow():
            import nbconvert.exporters  # noqa: F401
            import papermill  # noqa: F401

        gc.freeze()
        gc.enable()
    yield from run_jobs(reports, partial(_render_one, out), workers)


@contextmanager
def _without_arrow() -> Iterator[None]:
    """Hides `pyarrow.fs`: papermill takes a quarter of a second to import it, for Hadoop, to which we never write."""
    name = "pyarrow.fs"
    absent = name not in sys.modules
    if absent:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if absent:
            del sys.modules[name]


def _render_one(out: Path, report: Report, tell: Callable[[Progress], None]) -> Path:
    tell(Progress("start", 0, 1))
    return render(report, out, tell)


@contextmanager
def _journal(
    reports: Sequence[Report], out: Path, *, fresh: bool
) -> Iterator[tuple[frozenset[str], Callable[[str], None]]]:
    """The reports that an interrupted run of the same reports has rendered, and how to note one more.

    The journal is a file in `out` which only a run that did not come to its end leaves behind.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / JOURNAL
    run = hashlib.sha256("\n".join(f"{r.file} {r.name}" for r in reports).encode()).hexdigest()
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() and not fresh else []
    done = frozenset(lines[1:]) if lines[:1] == [run] else frozenset()
    path.write_text("\n".join([run, *sorted(done), ""]), encoding="utf-8")

    def note(name: str) -> None:
        with path.open("a", encoding="utf-8") as journal:
            journal.write(f"{name}\n")

    yield done, note
    path.unlink(missing_ok=True)  # reached only when nothing was interrupted
