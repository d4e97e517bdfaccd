"""One report: run its notebooks, export them, write a manifest; all of it aside, then moved into place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from readout.publish import manifest
from readout.publish.parameters import given_parameters
from readout.publish.reports import Format, Report

FAILED = ".failed.ipynb"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the rendering of a report stands: `done` of `total` steps, and what it is about to do."""

    step: str
    done: int
    total: int


class NotebookFailed(Exception):
    """A notebook ended with an error; the message quotes the cell."""


def render(report: Report, out: Path, tell: Callable[[Progress], None]) -> Path:
    """Render one report into the folder `out`/NAME, which it returns. A failure leaves what was there as it was.

    Raises ReportError when the report cannot be rendered as it is described and NotebookFailed when a notebook
    fails, which is then kept as NOTEBOOK.failed.ipynb.
    """
    made_from = manifest.describe(report)
    steps = _Steps(len(report.notebooks) * (1 + len(report.formats)), tell)
    final = out / report.name
    with _aside(final) as work:
        for notebook in report.notebooks:
            with steps.step(f"run {notebook.name}"):
                run = _run(report, notebook, work, steps)
            for fmt in report.formats:
                file = work / f"{notebook.stem}.{fmt}"
                with steps.step(f"write {file.name}"):
                    file.write_bytes(_export(run, notebook.stem, fmt))
        manifest.write_manifest(made_from, work, steps.seconds)
        _replace(final, work)
    return final


class _Steps:
    """Tells and times the steps of one report."""

    def __init__(self, total: int, tell: Callable[[Progress], None]) -> None:
        self.seconds: dict[str, float] = {}
        self._total = total
        self._tell = tell
        self._name = ""

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One step; those before it are done."""
        self._name = name
        self.at("")
        start = perf_counter()
        yield
        self.seconds[name] = perf_counter() - start

    def at(self, place: str) -> None:
        """Tell where in the step it is."""
        self._tell(Progress(self._name + place, len(self.seconds), self._total))


def _run(report: Report, notebook: Path, work: Path, steps: _Steps) -> Any:
    """Run `notebook` and write it to `work`; returns it as a notebook node."""
    import nbformat
    import papermill

    def on_cell_start(*, cell: Any, cell_index: int) -> None:
        steps.at(f", cell {cell_index + 1}")

    target = work / notebook.name
    try:
        run = papermill.execute_notebook(
            _verbatim(notebook),
            _verbatim(target),
            given_parameters(report, notebook),
            engine_name="readout",
            cwd=str(report.folder),
            progress_bar=False,
            request_save_on_cell_execute=False,
            execution_timeout=report.timeout,
            on_cell_start=on_cell_start,
        )
    except papermill.PapermillExecutionError as error:
        final = work.parent / report.name
        final.mkdir(exist_ok=True)
        os.replace(target, final / f"{notebook.stem}{FAILED}")
        raise NotebookFailed(_account(notebook, error)) from None
    _settle(run, report, notebook)
    nbformat.write(run, target)
    return run


def _verbatim(path: Path) -> str:
    """`path` for papermill, which fills in what stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _settle(run: Any, report: Report, notebook: Path) -> None:
    """Take out of a run notebook what would differ from one run to the next: the random id, the aside folder."""
    for cell in run.cells:
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell["id"] = "injected-parameters"
    run.metadata.papermill["input_path"] = os.path.relpath(notebook, report.folder)
    run.metadata.papermill["output_path"] = notebook.name


def _account(notebook: Path, error: Any) -> str:
    """What failed: the notebook, the cell with its source, the error."""
    source = error.source.strip().splitlines()
    lines = [f"    {line}" for line in source[:12]] + ["    ..."] * (len(source) > 12)
    return "\n".join(
        [
            f"{notebook.name}, cell {error.cell_index + 1} [{error.exec_count}]:",
            *lines,
            f"{error.ename}: {error.evalue}",
        ]
    )


def _export(run: Any, name: str, fmt: Format) -> bytes:
    from nbconvert.exporters import get_exporter

    exporter = get_exporter(f"readout-{fmt}")()
    body, _ = exporter.from_notebook_node(run, {"metadata": {"name": name}})
    return body if isinstance(body, bytes) else body.encode("utf-8")


@contextmanager
def _aside(final: Path) -> Iterator[Path]:
    """A folder beside `final` to write into, gone afterwards."""
    final.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{final.name}.", dir=final.parent))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _replace(final: Path, work: Path) -> None:
    """Move what is in `work` to `final`, file by file, each whole. The manifest goes first and comes last.

    Stopped at any moment, `final` holds whole files, and a manifest only where all of them belong together.
    """
    final.mkdir(exist_ok=True)
    (final / manifest.NAME).unlink(missing_ok=True)
    for stale in final.glob(f"*{FAILED}"):
        stale.unlink()
    for file in sorted(work.iterdir(), key=lambda p: p.name == manifest.NAME):
        os.replace(file, final / file.name)
