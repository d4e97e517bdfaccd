"""The forking engine: the kernel's outputs, nothing leaks, and whatever a cell does ends that notebook alone."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import nbformat
import papermill
import pytest
from papermill import PapermillExecutionError

from readout.publish.fork import CAN_FORK, parent
from tests.publish.notebooks import normalised, run_cells, text_of, write_notebook

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not CAN_FORK, reason="needs fork")


def fails(folder: Path, *sources: str, **options: object) -> PapermillExecutionError:
    """The error of a notebook that must fail, within half a minute."""
    start = time.monotonic()
    with pytest.raises(PapermillExecutionError) as caught:
        run_cells(folder, *sources, **options)
    assert time.monotonic() - start < 30
    assert text_of(run_cells(folder, "print('next')")[0]) == "next\n", "the next notebook is not concerned"
    return caught.value


EVERY_KIND = (
    "n = 1",
    "print('one'); print('two'); n * 2",
    "import sys; print('to stderr', file=sys.stderr); print('to stdout')",
    "import asyncio\nawait asyncio.sleep(0)\ntask = asyncio.create_task(asyncio.sleep(0.01, 'later'))",
    "await task",
    "from IPython.display import HTML, Markdown, clear_output, display\ndisplay(HTML('<b>b</b>')); Markdown('*m*')",
    "print('gone'); clear_output(); print('stays')",
    "print('gone too'); clear_output(wait=True); print('stays too')",
    "handle = display('before', display_id='it'); display('same', display_id='it')",
    "handle.update('after')",
    "import pandas as pd\npd.DataFrame({'a': [1, 2]})",
    "import altair as alt\nalt.Chart(pd.DataFrame({'a': [1]})).mark_bar().encode(x='a:Q').to_dict()['mark']",
    "class Odd:\n    def _repr_html_(self): raise ValueError('no')\n"
    "    def _repr_mimebundle_(self, **k): return {'text/plain': 'odd', 'application/x+json': {'z': 1}}",
    "Odd()",
    "%%bash\necho from bash\necho wrong >&2",
    "%%capture held\nprint('held')",
    "held.stdout, In[1], _i, Out.keys() and 1",
    "%precision 2\n3.14159",
    "!echo shell $n",
    "get_ipython().__class__.__name__, 'IPKernelApp' in get_ipython().config, __name__",
    "import warnings; warnings.warn('careful')",
    "input('name? ')",
    "def f(): return 1 / 0\nf()",
    "this is not python",
    "raise KeyboardInterrupt",
    "import getpass; getpass.getpass()",
    "print('\\u2028 \\x00 \\ud83d'.encode('utf-8', 'replace')); float('nan')",
    "None",
    "",
    "1;",
)
RAISES = dict.fromkeys((21, 22, 23, 24, 25), "raises-exception")


@pytest.mark.slow
def test_the_outputs_are_the_kernels(tmp_path: Path) -> None:
    runs = {}
    for engine in ("readout", "nbclient"):
        path = write_notebook(tmp_path / "in.ipynb", *EVERY_KIND, tags=RAISES)
        # papermill raises for an error output even where the cell's tag allows for it; all cells have run then.
        with pytest.raises(PapermillExecutionError):
            papermill.execute_notebook(
                str(path), str(tmp_path / engine), engine_name=engine, progress_bar=False
            )
        cells = nbformat.read(tmp_path / engine, 4).cells
        runs[engine] = [cell for cell in cells if cell.cell_type == "code"]
    ours, theirs = runs.values()
    assert len(ours) == len(EVERY_KIND)
    for our, their in zip(ours, theirs, strict=True):
        assert normalised(our) == normalised(their), our.source
        assert our.execution_count == their.execution_count


@pytest.mark.slow
@pytest.mark.parametrize("notebook", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.stem)
def test_the_projects_notebooks_come_out_as_from_a_kernel(notebook: Path) -> None:
    runs = [
        papermill.execute_notebook(
            str(notebook), None, engine_name=engine, progress_bar=False, cwd=str(notebook.parent)
        )
        for engine in ("readout", "nbclient")
    ]
    for ours, theirs in zip(*(run.cells for run in runs), strict=True):
        if ours.cell_type == "code":
            assert normalised(ours) == normalised(theirs), ours.source
    assert runs[0].metadata.language_info == runs[1].metadata.language_info


def test_all_that_is_printed_is_caught_in_its_order(tmp_path: Path) -> None:
    cell = run_cells(
        tmp_path,
        "import ctypes, os, subprocess, sys, multiprocessing\n"
        "print('python 1')\n"
        "os.system('echo system')\n"
        "print('python 2')\n"
        "subprocess.run(['sh', '-c', 'echo child'])\n"
        "os.write(1, b'raw\\n')\n"
        "ctypes.CDLL(None).puts(b'libc')\n"
        "sys.stdout.flush()\n"
        "p = multiprocessing.get_context('fork').Process(target=print, args=('forked',)); p.start(); p.join()\n"
        "print('python 3')",
    )[0]
    assert text_of(cell).split("\n") == [
        "python 1", "system", "python 2", "child", "raw", "libc", "forked", "python 3", "",
    ]  # fmt: skip
    assert len(cell.outputs) == 1, "text of one stream is one output, whenever it was flushed"


def test_a_subprocess_that_prints_much_does_not_wait(tmp_path: Path) -> None:
    cell = run_cells(tmp_path, "import os; _ = os.system('head -c 1000000 /dev/zero | tr \"\\\\0\" y')")[0]
    assert text_of(cell) == "y" * 1_000_000


def test_nothing_leaks_from_one_notebook_to_the_next(tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("value = 1\n")
    run_cells(
        tmp_path,
        "import os, sys, random, atexit, builtins\n"
        "import beside, colorsys\n"
        "os.chdir('/'); os.environ['LEAK'] = '1'; builtins.leak = 1; sys.path.append('/leak')\n"
        "import pandas as pd, numpy as np; pd.set_option('display.max_rows', 3); pd.leak = 1\n"
        "import altair as alt; alt.renderers.enable('json'); random.seed(1); np.random.seed(1)\n"
        "get_ipython().leak = 1; secret = 42\n"
        "open('/dev/null').close(); os.umask(0)",
    )
    seen = run_cells(
        tmp_path,
        "import builtins, os, sys, pandas as pd, altair as alt\n"
        "[('beside' in sys.modules), ('colorsys' in sys.modules), 'LEAK' in os.environ, hasattr(builtins, 'leak'),"
        " '/leak' in sys.path, hasattr(pd, 'leak'), pd.get_option('display.max_rows') == 3,"
        " alt.renderers.active == 'json', hasattr(get_ipython(), 'leak'), 'secret' in globals(),"
        " os.getcwd() == '/', In[1:-1] != [], bool(Out)]",
    )[0]
    assert re.findall(r"\w+", text_of(seen)) == ["False"] * 13


def test_an_article_is_extracted_once_a_batch(tmp_path: Path) -> None:
    where = "from readout.extract import shared; print(shared._folder)"
    folder = Path(text_of(run_cells(tmp_path, where)[0]).strip())
    before = len([*folder.iterdir()])
    extraction = (
        "from readout.corpus import Article; from readout.extract import extract\n"
        f"print(extract(Article('{tmp_path.name}', '', 'Envoys met on Friday.')).dates[0].surface)"
    )
    for _ in range(2):
        assert text_of(run_cells(tmp_path, extraction)[0]) == "Friday\n"
    assert len([*folder.iterdir()]) == before + 1
    assert folder.stat().st_mode & 0o077 == 0, "what articles say is nobody else's"
    source = "from readout.publish.fork.parent import Child; import os; c = Child(1 << 33)\n"
    source += "c.run('import readout.extract.shared as s; print(s._folder)', lambda m: print(m['content']), None, 9999)"
    alone = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    found = re.search(r"/[^'\\]*readout-\w+", alone.stdout)
    assert found
    assert not Path(found[0]).exists(), "the folder goes with the batch"


def test_each_notebook_draws_its_own_numbers(tmp_path: Path) -> None:
    draws = {
        text_of(run_cells(tmp_path, "import random, numpy as np\n(random.random(), np.random.rand())")[0])
        for _ in range(3)
    }
    assert len(draws) == 3


def test_it_runs_where_and_in_what_environment_papermill_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONLY_NOW", "yes")
    (tmp_path / "beside.py").write_text("value = 'beside'\n")
    cell = run_cells(tmp_path, "import os, beside\nprint(os.getcwd(), os.environ['ONLY_NOW'], beside.value)")[
        0
    ]
    assert text_of(cell) == f"{tmp_path} yes beside\n"


def test_files_left_open_are_flushed_and_exit_handlers_run(tmp_path: Path) -> None:
    run_cells(
        tmp_path,
        "import atexit\nf = open('left-open', 'w'); _ = f.write('all of it')\n"
        "atexit.register(lambda: open('handler', 'w').write('ran'))",
    )
    assert (tmp_path / "left-open").read_text() == "all of it"
    assert (tmp_path / "handler").read_text() == "ran"


def test_what_a_notebook_started_ends_with_it(tmp_path: Path) -> None:
    cell = run_cells(tmp_path, "import subprocess\nprint(subprocess.Popen(['sleep', '60']).pid)")[0]
    pid = int(text_of(cell))
    for _ in range(100):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the notebook's subprocess still runs")


@pytest.mark.parametrize(
    ("source", "name", "says"),
    [
        ("import os; os.kill(os.getpid(), 9)", "DeadKernelError", "SIGKILL"),
        ("import ctypes; ctypes.string_at(0)", "DeadKernelError", "SIGSEGV"),
        ("import os; os.abort()", "DeadKernelError", "SIGABRT"),
        ("import os; os._exit(3)", "DeadKernelError", "exit status 3"),
    ],
)
def test_a_dead_child_is_an_error_that_quotes_the_cell(
    tmp_path: Path, source: str, name: str, says: str
) -> None:
    error = fails(tmp_path, "print('before')", source, "print('never')")
    assert (error.ename, error.exec_count, error.source) == (name, 2, source)
    assert says in str(error)
    assert source in str(error)


def test_an_error_has_the_kernels_traceback_and_stops_the_notebook(tmp_path: Path) -> None:
    out = tmp_path / "out.ipynb"
    path = write_notebook(tmp_path / "in.ipynb", "1 / 0", "print('never')")
    with pytest.raises(PapermillExecutionError, match="ZeroDivisionError: division by zero"):
        papermill.execute_notebook(str(path), str(out), engine_name="readout", progress_bar=False)
    cells = nbformat.read(out, 4).cells
    assert "An Exception was encountered at" in cells[0].source
    assert cells[2].metadata.papermill.status == "failed"
    assert cells[3].metadata.papermill.status == "pending"
    assert cells[3].outputs == []


def test_sys_exit_stops_the_notebook(tmp_path: Path) -> None:
    error = fails(tmp_path, "import sys; sys.exit('enough')", "print('never')")
    assert (error.ename, error.evalue) == ("SystemExit", "enough")
    cells = run_cells(tmp_path, "import sys; sys.exit(0)", "print('never')")
    assert text_of(cells[1]) == "", "papermill takes exit status 0 for a wish, not an error"


def test_exit_ends_the_child_after_its_cell(tmp_path: Path) -> None:
    assert text_of(run_cells(tmp_path, "print('last')\nexit()")[0]) == "last\n"
    error = fails(tmp_path, "exit()", "print('never')")
    assert (error.ename, error.source) == ("DeadKernelError", "print('never')")


def test_a_timeout_ends_the_cell_whatever_it_does(tmp_path: Path) -> None:
    stubborn = (
        "import signal, time\nfor s in range(1, 15):\n    if s != 9: signal.signal(s, signal.SIG_IGN)\n"
        "print('so far', flush=True)\nwhile True: time.sleep(1)"
    )
    error = fails(tmp_path, stubborn, execution_timeout=1)
    assert error.ename == "CellTimeoutError"
    assert "longer than 1 seconds" in str(error)


def test_endless_output_is_ended(tmp_path: Path) -> None:
    error = fails(tmp_path, "while True: print('x' * 1000)", output_limit=300_000)
    assert error.ename == "OutputLimitError"
    assert "300,000 bytes" in str(error)


def test_too_much_memory_is_an_error_of_that_cell(tmp_path: Path) -> None:
    error = fails(tmp_path, "print(1)", "x = bytearray(2 * 10**9)", memory_limit=1_500_000_000)
    assert (error.ename, error.exec_count) == ("MemoryError", 2)


def test_a_killed_zygote_is_replaced(tmp_path: Path) -> None:
    run_cells(tmp_path, "1")
    before = parent.start_zygote()
    pids = subprocess.run(
        ["pgrep", "-P", str(os.getpid()), "-f", "fork.zygote"], capture_output=True, text=True, check=True
    ).stdout.split()
    for pid in pids:
        os.kill(int(pid), signal.SIGKILL)
    time.sleep(0.2)
    assert text_of(run_cells(tmp_path, "print('again')")[0]) == "again\n"
    assert parent.start_zygote() is not before


def test_notebooks_run_side_by_side_from_threads(tmp_path: Path) -> None:
    seen: dict[int, str] = {}

    def run(n: int) -> None:
        path = write_notebook(
            tmp_path / str(n) / "n.ipynb", f"import time; time.sleep(0.2); print({n} * {n})"
        )
        done = papermill.execute_notebook(str(path), None, engine_name="readout", progress_bar=False)
        seen[n] = text_of(done.cells[0])

    threads = [threading.Thread(target=run, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {n: f"{n * n}\n" for n in range(4)}


def test_dates_arrive_as_dates(tmp_path: Path) -> None:
    out = tmp_path / "out.ipynb"
    path = write_notebook(
        tmp_path / "in.ipynb",
        "from datetime import datetime\nsince = None; days = []",
        "print(repr(since), days, datetime.__name__)",
        tags={0: "parameters"},
    )
    parameters = {"since": date(2026, 1, 23), "days": [date(2026, 2, 4)]}
    papermill.execute_notebook(str(path), str(out), parameters, engine_name="readout", progress_bar=False)
    nb = nbformat.read(out, 4)
    assert text_of(nb.cells[2]) == "datetime.date(2026, 1, 23) [datetime.date(2026, 2, 4)] datetime\n"
    assert nb.metadata.papermill.parameters == {"since": "2026-01-23", "days": ["2026-02-04"]}


def test_another_kernel_is_left_to_papermill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from papermill.engines import NBClientEngine

    asked = []
    monkeypatch.setattr(
        NBClientEngine,
        "execute_managed_notebook",
        classmethod(lambda cls, nb, kernel, **k: asked.append(kernel)),
    )
    run_cells(tmp_path, "1", kernel_name="other")
    assert asked == ["other"]


@pytest.mark.parametrize("module", ["papermill", "readout.publish.engine", "readout.publish.engine.forking"])
def test_engine_and_papermill_can_be_imported_in_any_order(module: str) -> None:
    code = f"import {module}; from papermill.engines import papermill_engines as e; e.get_engine('readout')"
    subprocess.run([sys.executable, "-c", code], check=True)
