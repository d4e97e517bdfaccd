"""How fast batches are: the table of the README, on this machine.

    python tests/benchmarks/batches.py                   all of it (an hour; the machine should do nothing else)
    python tests/benchmarks/batches.py engine --sets 5 --rounds 1
    python tests/benchmarks/batches.py report articles dask

Every ratio is of medians over rounds in which the sides take turns. Each side runs in a process of its own, whose
start is counted.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

NOTEBOOK = ROOT / "notebooks/report.ipynb"
YAML = ROOT / "reports/abu-dhabi-talks.yml"


def parameters(number: int) -> dict[str, Any]:
    return {"articles": str(ROOT / "data/articles/abu-dhabi-talks"), "title": f"Report {number}"}


def run_notebook(engine: str | None, number: int) -> None:
    """Run the notebook with parameter set `number`, to a notebook file that is thrown away."""
    import logging

    import papermill

    logging.getLogger().setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as out:
        target = str(Path(out, "out.ipynb"))
        papermill.execute_notebook(
            str(NOTEBOOK),
            target,
            parameters(number),
            engine_name=engine,
            progress_bar=False,
            cwd=str(NOTEBOOK.parent),
            request_save_on_cell_execute=False,
        )


def kernels(sets: int) -> None:
    """papermill as it comes."""
    for number in range(sets):
        run_notebook(None, number)


def kernels_two(sets: int) -> None:
    """papermill in two processes."""
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        list(pool.map(partial(run_notebook, None), range(sets)))


def forks(sets: int) -> None:
    """papermill with our engine."""
    for number in range(sets):
        run_notebook("readout", number)


def forks_two(sets: int) -> None:
    """`readout render` with two workers."""
    from readout.publish.batch import render_all
    from readout.publish.reports import Report

    reports = [Report(f"r{n}", YAML, (NOTEBOOK,), (), parameters(n), None) for n in range(sets)]
    with tempfile.TemporaryDirectory() as out:
        outcomes = render_all(reports, Path(out), workers=2, tell=lambda name, news: None)
    assert all(outcome.result == "rendered" for outcome in outcomes), outcomes


def floor(sets: int) -> None:
    """The same cells as plain Python in one process; what a cell shows is formatted as in a notebook."""
    import nbformat
    from IPython.core.interactiveshell import InteractiveShell

    os.chdir(NOTEBOOK.parent)
    shell = InteractiveShell.instance()
    sys.displayhook = lambda shown: None if shown is None else shell.display_formatter.format(shown)
    cells = [c for c in nbformat.read(NOTEBOOK, 4).cells if c.cell_type == "code"]
    for number in range(sets):
        names: dict[str, Any] = {}
        for cell in cells:
            exec(compile(cell.source, "cell", "exec"), names)
            if "parameters" in cell.metadata.get("tags", ()):
                names |= parameters(number)


SIDES: dict[str, Callable[[int], None]] = {
    side.__name__: side for side in (kernels, forks, floor, kernels_two, forks_two)
}


def timed(command: list[str]) -> tuple[float, float]:
    """Seconds by the clock and of processor time that `command` takes, with the processes it waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@contextmanager
def on_the_watch() -> Iterator[None]:
    """Tells when the machine, a guest of another, did not have its processors for part of the time."""
    before, start = _stolen(), time.perf_counter()
    yield
    share = (_stolen() - before) / (time.perf_counter() - start) / (os.cpu_count() or 1)
    if share > 0.02:
        print(f"             the host took {share:.0%} of the processors away: better once more")


def _stolen() -> float:
    """Seconds for which a virtual machine's processors were given to others; 0 where that is not told."""
    counters = Path("/proc/stat")
    fields = counters.read_text().partition("\n")[0].split() if counters.exists() else []
    return int(fields[8]) / os.sysconf("SC_CLK_TCK") if len(fields) > 8 else 0.0


def engine(sets: int, rounds: int) -> None:
    """Notebooks by engine."""
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in SIDES}
    for _ in range(rounds):
        for name, times in seconds.items():
            times.append(timed([sys.executable, __file__, "--side", name, "--sets", str(sets)]))
    wall = {name: statistics.median(w for w, _ in times) for name, times in seconds.items()}
    cpu = {name: statistics.median(c for _, c in times) for name, times in seconds.items()}
    for name in SIDES:
        print(f"{name:12} {wall[name]:7.2f} s  {cpu[name]:7.2f} s of processor time   {SIDES[name].__doc__}")
    print(f"one worker   {wall['kernels'] / wall['forks']:.1f} times as fast as papermill (at least 6)")
    print(
        f"two workers  {wall['kernels_two'] / wall['forks_two']:.1f} times papermill's two processes (at least 5)"
    )
    print(f"one worker   {wall['forks'] / wall['floor']:.2f} of the floor's time (at most 1.5)")
    print(f"two workers  {wall['forks_two'] / wall['floor']:.2f} of the floor's time (below 1)")


def report(rounds: int) -> None:
    """`readout render`, articles to HTML and PDF."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "readout.cli", "render", str(YAML), "--out", out]
        timed(command)
        cpu = statistics.median(timed(command)[1] for _ in range(rounds))
    print(f"make report  {cpu:.2f} s of processor time (at most 6)")


def articles(count: int) -> None:
    """Extraction in one process: memory and cost at each tenth."""
    from readout.extract.scale import PARTITION, find_sources, run_local
    from tests.extract.corpus import write_corpus

    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder, "articles"), count)
        sources = find_sources([str(Path(folder, "articles"))])
        start, first = time.process_time(), 0.0
        for done, _ in enumerate(run_local(sources, str(Path(folder, "store")), 1), start=1):
            if done % max(1, count // PARTITION // 10) == 0:
                memory = (
                    int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
                )
                first = first or memory
                cost = (time.process_time() - start) / (done * PARTITION) * 1000
                print(
                    f"{done * PARTITION:9,} articles  {memory:6.0f} MB ({memory / first:.2f})  {cost:.2f} ms each"
                )


def dask(count: int, rounds: int) -> None:
    """Extraction on Dask clusters of one worker and of two, both there before the clock starts."""
    from readout.extract.scale import extract_all, find_sources, start_cluster
    from tests.extract.corpus import write_corpus

    seconds: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder, "articles"), count)
        sources = find_sources([str(Path(folder, "articles"))])
        clusters = {n: start_cluster(n) for n in seconds}
        for turn in range(-1, rounds):  # the first is for the workers' imports
            for workers, cluster in clusters.items():
                start = time.perf_counter()
                store = str(Path(folder, f"store-{turn}-{workers}"))
                extract_all(sources, store, workers=workers, dask=cluster.scheduler_address)
                if turn >= 0:
                    seconds[workers].append(time.perf_counter() - start)
        for cluster in clusters.values():
            cluster.close()
    one, two = (statistics.median(times) for times in seconds.values())
    print(f"Dask         {one / two:.2f} times as fast with two workers as with one (at least 1.8)")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known = ["engine", "report", "articles", "dask"]
    parser.add_argument("parts", nargs="*", choices=[*known, []], metavar="|".join(known))
    parser.add_argument("--sets", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--count", type=int, default=100_000, help="articles; Dask takes a twentieth of them")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        SIDES[given.side](given.sets)
        return
    parts: dict[str, Callable[[], None]] = {
        "engine": lambda: engine(given.sets, given.rounds),
        "report": lambda: report(given.rounds),
        "articles": lambda: articles(given.count),
        "dask": lambda: dask(given.count // 20, given.rounds),
    }
    for part in parts:
        if part in (given.parts or known):
            with on_the_watch():
                parts[part]()


if __name__ == "__main__":
    main()
