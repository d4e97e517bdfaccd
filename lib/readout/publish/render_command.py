"""What `readout render` shows: how far each report is, a table at the end, and what failed and why."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.table import Table

from readout.publish.batch import Outcome, render_all
from readout.publish.render import Progress
from readout.publish.reports import Report, ReportError, load_reports


def render_files(
    files: Sequence[Path],
    out: Path | None,
    *,
    workers: int | None,
    force: bool,
    only_changed: bool,
    console: Console,
) -> list[Outcome]:
    """Render the reports that the YAML `files` describe; returns those that failed.

    Args:
        out: the folder to write to; None for `out` beside the first file.
        workers: how many reports at a time; None for one a processor.
    """
    reports, outcomes = _load(files)
    if reports:
        with _bar(console) as bar:
            overall = bar.add_task("", total=len(reports))
            tasks: dict[str, TaskID] = {}

            def tell(name: str, news: Progress | Outcome) -> None:
                if isinstance(news, Progress):
                    task = tasks.setdefault(name, bar.add_task(escape(name), total=news.total))
                    description = f"{escape(name)}: {escape(news.step)}"
                    bar.update(task, description=description, completed=news.done, total=news.total)
                else:
                    if name in tasks:
                        bar.remove_task(tasks.pop(name))
                    bar.advance(overall)
                    bar.console.print(_line(news), highlight=False, soft_wrap=True)
                bar.refresh()

            outcomes += render_all(
                reports,
                out or reports[0].folder / "out",
                workers=workers or os.cpu_count() or 1,
                force=force,
                only_changed=only_changed,
                tell=tell,
            )
    if len(outcomes) > 1:
        console.print(_table(outcomes))
    failed = [outcome for outcome in outcomes if outcome.result == "failed"]
    for outcome in failed:
        console.print(
            f"\n{outcome.name} failed: {outcome.detail}", markup=False, highlight=False, soft_wrap=True
        )
    return failed


def _load(files: Sequence[Path]) -> tuple[list[Report], list[Outcome]]:
    """The reports of all files, and a failure for each file that does not describe any."""
    reports: list[Report] = []
    failures = []
    for file in files:
        try:
            reports += load_reports(file)
        except ReportError as error:
            failures.append(Outcome(file.stem, "failed", str(error)))
    for name, count in Counter(report.name for report in reports).items():
        if count > 1:
            failures.append(Outcome(name, "failed", f"{count} reports have this name"))
            reports = [report for report in reports if report.name != name]
    return reports, failures


def _bar(console: Console) -> Bar:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # No thread that refreshes: this process forks workers.
    return Bar(*columns, console=console, auto_refresh=False, transient=True, disable=not console.is_terminal)


def _line(outcome: Outcome) -> str:
    what = outcome.detail if outcome.result != "failed" else "failed"
    seconds = f" ({outcome.seconds:.1f} s)" if outcome.seconds else ""
    return escape(
        f"{outcome.name}: {outcome.result + ', ' if outcome.result == 'unchanged' else ''}{what}{seconds}"
    )


def _table(outcomes: Sequence[Outcome]) -> Table:
    table = Table("Report", "Result", "Seconds")
    for outcome in sorted(outcomes, key=lambda o: o.name):
        table.add_row(
            escape(outcome.name), outcome.result, f"{outcome.seconds:.1f}" if outcome.seconds else ""
        )
    return table
