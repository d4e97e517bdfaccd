"""`readout render`: YAML in, reports out; failures told and passed over; nothing half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from typer.testing import CliRunner

from readout.cli import app
from readout.publish import batch, manifest, workers
from readout.publish.reports import ReportError, load_reports
from tests.publish.notebooks import text_of, write_notebook

PARAMETERS = "articles = 'articles'\nname = 'nobody'\nsince = None"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A project folder with one notebook, `small`, and a folder of articles."""
    write_notebook(
        tmp_path / "notebooks/small.ipynb", PARAMETERS, "print(name, repr(since))", tags={0: "parameters"}
    )
    articles = tmp_path / "reports/articles"
    articles.mkdir(parents=True)
    (articles / "one.txt").write_text("Talks were held.")
    return tmp_path


def write_report(house: Path, name: str = "a", **content: Any) -> Path:
    path = house / f"reports/{name}.yml"
    path.write_text(yaml.safe_dump({"notebook": "small", "formats": [], **content}))
    return path


def readout_render(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["render", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.output


def printed(house: Path, name: str) -> str:
    """What the second of the notebook's own cells has printed in report `name`."""
    return text_of(nbformat.read(house / f"reports/out/{name}/small.ipynb", 4).cells[-1])


def test_a_report_is_rendered_with_its_parameters_and_dates(house: Path) -> None:
    file = house / "reports/a.yml"
    file.write_text("notebook: small\nformats: []\nparameters:\n  name: Ada\n  since: 2026-01-23\n")
    assert readout_render(file)[0] == 0
    assert printed(house, "a") == "Ada datetime.date(2026, 1, 23)\n"
    assert sorted(p.name for p in (house / "reports/out").iterdir()) == ["a"], "nothing else is left behind"


def test_a_matrix_makes_a_report_of_each_combination(house: Path) -> None:
    write_report(house, matrix={"name": ["Ada", "Bo Li"], "since": [1, 2]})
    assert readout_render(house / "reports/a.yml")[0] == 0
    names = sorted(p.name for p in (house / "reports/out").iterdir())
    assert names == ["a-ada-1", "a-ada-2", "a-bo-li-1", "a-bo-li-2"]
    assert printed(house, "a-bo-li-2") == "Bo Li 2\n"


def test_one_failure_does_not_stop_the_others(house: Path) -> None:
    write_notebook(house / "notebooks/broken.ipynb", "x = 1", "raise ValueError(f'no {x}')")
    write_notebook(house / "notebooks/killed.ipynb", "import os", "os.kill(os.getpid(), 9)")
    files = [
        write_report(house, "a", notebook="broken"),
        write_report(house, "b"),
        write_report(house, "c", notebook="killed"),
        house / "reports/d.yml",
        write_report(house, "e"),
    ]
    status, output = readout_render(*files, "--workers", "2")
    assert status == 1
    assert printed(house, "b") == printed(house, "e") == "nobody None\n"
    flat = " ".join(output.split())
    assert "a failed: broken.ipynb, cell 2 [2]: raise ValueError(f'no {x}') ValueError: no 1" in flat
    assert "c failed: killed.ipynb, cell 2 [2]: os.kill(os.getpid(), 9) DeadKernelError" in flat
    assert "d failed: " in flat
    assert "d.yml: no such file" in flat
    assert (house / "reports/out/a/broken.failed.ipynb").is_file()


def test_a_failure_leaves_the_last_good_report(house: Path) -> None:
    file = write_report(house)
    readout_render(file)
    write_notebook(house / "notebooks/small.ipynb", PARAMETERS, "1 / 0", tags={0: "parameters"})
    assert readout_render(file)[0] == 1
    assert printed(house, "a") == "nobody None\n"
    write_notebook(house / "notebooks/small.ipynb", PARAMETERS, "print('mended')", tags={0: "parameters"})
    assert readout_render(file)[0] == 0
    assert printed(house, "a") == "mended\n"
    assert not (house / "reports/out/a/small.failed.ipynb").exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("notebook: smal", "a.yml: no notebook 'smal'; did you mean 'small'?"),
        ("notebook: small\nparamters: {}", "a.yml:2: unknown key 'paramters'; did you mean 'parameters'?"),
        ("notebook: small\nformats: [html, doc]", "a.yml:2: formats.1: input should be 'html' or 'pdf'"),
        ("notebook: [small", "a.yml:1: not valid YAML"),
        ("a: 1\nb: 'unclosed", "a.yml:2: not valid YAML"),
        ("- small", "expected keys and values"),
        ("since: 2026-02-31", "not valid YAML: day is out of range"),
        (
            "notebook: small\nparameters: {nmae: x}",
            "small.ipynb has no parameter 'nmae'; did you mean 'name'?",
        ),
        ("notebook: small\nparameters: {articles: gone}", "a.yml: articles: no such file or folder: gone"),
        ("notebook: missing.ipynb", "no notebook missing.ipynb"),
        ("notebook: ../reports/a.yml.ipynb", "not a notebook"),
    ],
)
def test_mistakes_in_the_file_are_told_with_their_line(house: Path, text: str, says: str) -> None:
    file = house / "reports/a.yml"
    file.write_text(text)
    (house / "reports/a.yml.ipynb").write_text("{}")
    status, output = readout_render(file)
    assert status == 1
    assert says in " ".join(output.split())
    assert "Traceback" not in output


def test_two_reports_of_one_name_are_refused(house: Path) -> None:
    file = write_report(house, matrix={"name": ["Ada!", "ada"]})
    status, output = readout_render(file)
    assert status == 1
    assert "2 reports have this name" in output


def test_only_changed_renders_what_changed(house: Path) -> None:
    files = [write_report(house, name) for name in "abc"]
    readout_render(*files)
    rendered = {n: (house / f"reports/out/{n}/manifest.json").stat().st_mtime_ns for n in "abc"}

    def changed() -> set[str]:
        assert readout_render(*files, "--only-changed")[0] == 0
        now = {n: (house / f"reports/out/{n}/manifest.json").stat().st_mtime_ns for n in "abc"}
        different = {n for n in now if now[n] != rendered[n]}
        rendered.update(now)
        return different

    assert changed() == set()
    write_report(house, "b", parameters={"name": "Bo"})
    assert changed() == {"b"}
    (house / "reports/out/c/small.ipynb").write_text("spoilt")
    assert changed() == {"c"}
    (house / "reports/articles/two.txt").write_text("More talks were held.")
    assert changed() == {"a", "b", "c"}
    write_notebook(house / "notebooks/small.ipynb", PARAMETERS, "print('new')", tags={0: "parameters"})
    assert changed() == {"a", "b", "c"}


def test_a_changed_library_makes_reports_stale(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_report(house)
    readout_render(file)
    (report,) = load_reports(file)
    assert manifest.is_current(report, house / "reports/out/a")
    monkeypatch.setattr(manifest, "library_hash", lambda: "another")
    assert not manifest.is_current(report, house / "reports/out/a")


def test_the_manifest_says_what_the_report_is_made_from(house: Path) -> None:
    readout_render(write_report(house, parameters={"name": "Ada"}))
    found = json.loads((house / "reports/out/a/manifest.json").read_text())
    made_from = found["made_from"]
    assert [i["path"] for i in made_from["inputs"]] == ["articles/one.txt"]
    assert [n["path"] for n in made_from["notebooks"]] == ["../notebooks/small.ipynb"]
    assert made_from["parameters"] == {"articles": "articles", "name": "Ada", "since": None}
    assert {"python", "readout", "altair"} <= set(made_from["versions"])
    assert [o["path"] for o in found["outputs"]] == ["small.ipynb"]
    assert set(found["seconds"]) == {"run small.ipynb"}


def test_an_interrupted_run_leaves_nothing_half_written_and_goes_on_where_it_stopped(house: Path) -> None:
    cell = "import os, time; time.sleep(60 * (name == 'slow' and not os.path.exists('../go')))"
    write_notebook(house / "notebooks/small.ipynb", PARAMETERS, cell, tags={0: "parameters"})
    file = write_report(house, matrix={"name": ["x", "slow", "y"]})
    command = [sys.executable, "-m", "readout.cli", "render", str(file), "--workers", "1"]
    # Tests that run in the background may be told to ignore Ctrl-C, and what they start would be too.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    run = subprocess.Popen(command, start_new_session=True, preexec_fn=heed)
    out = house / "reports/out"
    for _ in range(600):
        if (out / "a-x/manifest.json").exists() and list(out.glob(".a-slow.*")):
            break
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    assert run.wait(20) != 0
    assert sorted(p.name for p in out.iterdir()) == [batch.JOURNAL, "a-x"]
    first = (out / "a-x/manifest.json").stat().st_mtime_ns
    (house / "go").touch()
    assert readout_render(file)[0] == 0
    assert sorted(p.name for p in out.iterdir()) == ["a-slow", "a-x", "a-y"]
    assert (out / "a-x/manifest.json").stat().st_mtime_ns == first


def test_force_forgets_an_interrupted_run(house: Path) -> None:
    reports = load_reports(write_report(house, matrix={"name": ["x", "y"]}))
    out = house / "reports/out"
    tell = lambda name, news: None  # noqa: E731
    assert [o.result for o in batch.render_all(reports, out, workers=1, tell=tell)] == ["rendered"] * 2
    run = batch._journal(reports, out, fresh=True)
    _, note = run.__enter__()
    note("a-x")  # and then nothing more: the run was cut off
    again = {o.name: o.result for o in batch.render_all(reports, out, workers=1, tell=tell)}
    assert again == {"a-x": "unchanged", "a-y": "rendered"}
    run = batch._journal(reports, out, fresh=True)
    _, note = run.__enter__()
    note("a-x")
    forced = batch.render_all(reports, out, workers=1, force=True, tell=tell)
    assert [o.result for o in forced] == ["rendered"] * 2


def test_a_worker_that_dies_loses_one_report_only(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    render = batch.render

    def fragile(report: Any, out: Path, tell: Any) -> Path:
        if report.parameters["name"] == "bad":
            os.kill(os.getpid(), signal.SIGKILL)
        return render(report, out, tell)

    monkeypatch.setattr(batch, "render", fragile)
    # Only a forked worker has this change; nothing is exported here, so no library's threads are missed.
    monkeypatch.setattr(workers, "_may_fork", lambda: True)
    reports = load_reports(write_report(house, matrix={"name": ["x", "bad", "y"]}))
    outcomes = {
        o.name: o for o in batch.render_all(reports, house / "out", workers=1, tell=lambda name, news: None)
    }
    assert {name: o.result for name, o in outcomes.items()} == {
        "a-x": "rendered",
        "a-bad": "failed",
        "a-y": "rendered",
    }
    assert "SIGKILL" in outcomes["a-bad"].detail


def test_a_path_with_braces_is_no_template(house: Path) -> None:
    odd = house / "reports/{odd}"
    odd.mkdir()
    (house / "notebooks/small.ipynb").rename(odd / "{x}.ipynb")
    file = odd / "a.yml"
    file.write_text(
        yaml.safe_dump({"notebook": "{x}.ipynb", "formats": [], "parameters": {"articles": "../articles"}})
    )
    status, output = readout_render(file)
    assert status == 0, output


def test_no_file_raises_anything_but_report_error(tmp_path: Path) -> None:
    for content in (b"\xff\xfe", b"", b"\x00", b"[" * 500, b"a: &a [*a]"):
        file = tmp_path / "a.yml"
        file.write_bytes(content)
        with pytest.raises(ReportError):
            load_reports(file)


@pytest.mark.slow
def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    file = Path(__file__).parents[2] / "reports/abu-dhabi-talks.yml"
    reports = load_reports(file)
    for folder in ("one", "two"):
        outcomes = batch.render_all(reports, tmp_path / folder, workers=1, tell=lambda name, news: None)
        assert [o.result for o in outcomes] == ["rendered"], outcomes
    for name in ("report.html", "report.pdf"):
        one, two = ((tmp_path / folder / "abu-dhabi-talks" / name).read_bytes() for folder in ("one", "two"))
        assert one == two, name


def test_papermill_is_imported_without_arrow_which_stays_at_hand() -> None:
    code = (
        "import sys; from readout.publish import batch\n"
        "with batch._without_arrow(): import papermill\n"
        "assert 'pyarrow' not in sys.modules\n"
        "import pyarrow.fs"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
