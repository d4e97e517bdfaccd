"""Floors: a run may raise a figure, never lower it. Third-party gold counts where it is present."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import time
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from readout.corpus import Article, read_articles
from readout.extract.times import find_times
from tests.extract.timegold import read_cases

# Percent; on the half of TempEval-3's documents that may be looked at, and re3d's CENTCOM and UK Government.
FLOORS = {
    ("all", "F1"): 96.3,
    ("all", "strictF1"): 91.4,
    ("all", "valueF1"): 85.1,
    ("calendar", "valueF1"): 91.2,
    ("duration", "valueF1"): 83.6,
}
TEMPORAL_FLOOR = 88.7
# Lengths of which it is said what lasted as the annotator said it, and their share of those of which it is said.
OF_RIGHT, OF_PRECISION = 39, 0.76
# Megabytes a second of process time; a fourth of what a quiet machine does, as test machines are busy.
SPEED_FLOOR = 0.5


STORIES = Path(__file__).resolve().parent.parent / "gold" / "stories"


def module(path: Path) -> ModuleType:
    """The module at `path`, under its own name, as the scorers import each other."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded


SYSTEMS = module(Path(__file__).resolve().parent.parent / "benchmarks" / "systems.py")


def test_our_own_gold_is_read_without_an_error() -> None:
    wrong = []
    for case in read_cases():
        dates, durations = find_times(case.article)
        got = sorted(
            [*((d.begin, d.end, d.value) for d in dates), *((d.begin, d.end, d.value) for d in durations)]
        )
        if got != [(p.begin, p.end, p.value) for p in case.planted]:
            wrong.append(case.text)
    assert wrong == []


def test_timeml(shared: Path) -> None:
    timex = module(shared / "eval" / "timex.py")
    documents = timex.load([shared / "eval" / "data" / "timex"], "dev")
    scores, _, _ = timex.evaluate(SYSTEMS.timex, documents)
    rows = {name: score.row() for name, score in scores.items()}
    short = {key: rows[key[0]][key[1]] for key, floor in FLOORS.items() if 100 * rows[key[0]][key[1]] < floor}
    assert short == {}


def test_re3d(shared: Path) -> None:
    module(shared / "eval" / "timex.py")
    re3d = module(shared / "eval" / "re3d.py")

    def times(text: str) -> list[tuple[int, int, str]]:
        dates, durations = find_times(Article(id="a", path="a", text=text))
        return [(m.begin, m.end, "Temporal") for m in (*dates, *durations) if not m.value.endswith("_REF")]

    scores, _, _ = re3d.evaluate(times, re3d.load(shared / "eval" / "data" / "re3d", "dev"), ["Temporal"])
    assert 100 * scores["Temporal"].row()["F1"] >= TEMPORAL_FLOOR


def test_what_lasted_in_the_stories() -> None:
    right = given = 0
    for path in (p for p in STORIES.rglob("*.*") if p.suffix != ".json"):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        (article,) = read_articles([path]).articles
        _, durations = find_times(article)
        said = {(d.surface, d.value): d.of for d in durations}
        for want in gold["durations"]:
            of, what = said.get((want["surface"], want["value"])), want.get("what")
            given += bool(of and what)
            right += bool(of and what and set(of.split()) & set(re.findall(r"[a-z]+", what.lower())))
    assert right >= OF_RIGHT
    # The rest is told in other words: `talks` for a round, `conversation` for a call.
    assert right / given >= OF_PRECISION


@pytest.mark.slow
def test_speed(shared: Path) -> None:
    timex = module(shared / "eval" / "timex.py")
    documents = timex.load([shared / "eval" / "data" / "timex"], "dev")
    text = "\n".join(d.text for d in documents)
    article = Article(id="a", path="a", text=text, published=date(1998, 1, 1))
    find_times(article)
    start = time.process_time()
    find_times(article)
    assert len(text.encode()) / 1e6 / (time.process_time() - start) > SPEED_FLOOR
