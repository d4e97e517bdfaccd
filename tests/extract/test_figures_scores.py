"""Floors: a run may raise a figure, never lower it. Third-party gold counts where it is present."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from readout.corpus import Article, read_articles
from readout.extract import extract
from readout.extract.figures import find_figures
from readout.extract.times import find_times
from readout.story import build_story
from readout.story.facts import write_facts
from tests.scoring import SYSTEMS_FILE, load_module

# Percent, on the halves that may be looked at.
QUANTITIES_FLOOR, WITH_UNITS_FLOOR = 93.6, 98.3
DISPLACED_FLOOR, MOST_FOUND = 95.7, 2.0
RE3D_RECALL_FLOOR, RE3D_PRECISION_FLOOR = 95.4, 75.0
STORIES_FLOOR = 1.0
# Megabytes a second of process time; a fourth of what a quiet machine does, as test machines are busy.
SPEED_FLOOR = 0.5

SYSTEMS = load_module(SYSTEMS_FILE)


def test_numbers_with_units(shared: Path) -> None:
    load_module(shared / "eval" / "timex.py")
    quantities = load_module(shared / "eval" / "quantities.py")
    cases, _ = quantities.load(shared / "eval" / "data" / "quantities.json", "dev")
    counts = quantities.evaluate(SYSTEMS.quantities, cases)[0]
    reached = {row: 100 * count["val+unit"] / count["gold"] for row, count in counts.items()}
    assert reached["all"] >= QUANTITIES_FLOOR
    assert reached["unitful"] >= WITH_UNITS_FLOOR


def test_people_and_homes_in_reports_on_displacement(shared: Path) -> None:
    load_module(shared / "eval" / "timex.py")
    idetect = load_module(shared / "eval" / "idetect.py")
    rows = json.loads((shared / "eval" / "data" / "idetect.json").read_text(encoding="utf-8"))
    scores, _ = idetect.evaluate(SYSTEMS.quantities, rows)
    assert scores["value_unit"] >= DISPLACED_FLOOR
    assert scores["found"] <= MOST_FOUND


def test_quantities_in_conflict_reports(shared: Path) -> None:
    load_module(shared / "eval" / "timex.py")
    re3d = load_module(shared / "eval" / "re3d.py")

    def system(text: str) -> list[tuple[int, int, str]]:
        article = Article(id="a", path="a", text=text)
        found = find_figures(article, *find_times(article), ())
        return [(f.begin, f.end, "Quantity") for f in found if not f.unit.isupper()]

    scores, _, _ = re3d.evaluate(system, re3d.load(shared / "eval" / "data" / "re3d", "dev"), ["Quantity"])
    row = scores["Quantity"].row()
    assert 100 * row["R"] >= RE3D_RECALL_FLOOR
    assert 100 * row["P"] >= RE3D_PRECISION_FLOOR


def figures_line(
    shared: Path, folder: Path, golds: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> str:
    """What the scorer of facts prints on figures of the articles in `folder`."""
    facts = tmp_path / "facts.json"
    write_facts(build_story([extract(a) for a in read_articles([folder]).articles]), facts)
    load_module(shared / "eval" / "score_facts.py").main([str(facts), *map(str, golds)])
    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("figures"))
    return line


def test_the_five_articles(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = figures_line(shared, shared / "articles", [shared / "gold" / "articles.json"], tmp_path, capsys)
    assert "F1 1.000" in line
    assert all(got == due for got, due in re.findall(r"(\d+)/(\d+)", line)), line


def test_other_stories(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shared / "gold" / "stories"
    line = figures_line(shared, folder, sorted(folder.glob("*.json")), tmp_path, capsys)
    found = re.search(r"F1 (\d\.\d+)", line)
    assert found
    assert float(found[1]) >= STORIES_FLOOR
    assert "qualifier 20/20" in line


@pytest.mark.slow
def test_speed(shared: Path) -> None:
    articles = list(read_articles([shared / "articles", shared / "gold" / "stories"]).articles) * 8
    times = [find_times(a) for a in articles]
    size = sum(len(a.text.encode()) for a in articles) / 1e6
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        for article, found in zip(articles, times, strict=True):
            find_figures(article, *found, ())
        best = max(best, size / (time.process_time() - start))
    assert best >= SPEED_FLOOR
