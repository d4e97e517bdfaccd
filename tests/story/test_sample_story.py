"""What the sample story, and the five articles, must show without anyone editing it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from readout.corpus.read import read_articles
from readout.extract import extract
from readout.story import Story, build_story
from readout.story.facts import write_facts
from tests.conftest import ROOT
from tests.story.stories import sample
from tests.story.telling import check_evidence, finding, meeting


@pytest.fixture(scope="module")
def told_story() -> Story:
    return build_story([extract(a) for a in sample()])


def _score(story: Story, gold: Path, shared: Path, out: Path) -> str:
    write_facts(story, out)
    command = [sys.executable, "score_story.py", str(out), str(gold)]
    return subprocess.run(command, cwd=shared / "eval", capture_output=True, text=True, check=False).stdout


def test_the_meetings_are_listed_once_each(told_story: Story) -> None:
    assert 7 <= len(told_story.meetings) <= 9
    first, second = meeting(told_story, "First round"), meeting(told_story, "Second round")
    assert (first.start, first.end, first.status, first.place) == (
        "2026-01-23",
        "2026-01-24",
        "held",
        "Abu Dhabi",
    )
    assert (second.start, second.end, second.slipped_from) == ("2026-02-04", "2026-02-05", "2026-02-01")
    assert [(s.day, s.value) for s in second.sessions] == [("2026-02-04", "PT5H30M"), ("2026-02-05", "PT3H")]


def test_no_finding_is_listed_twice(told_story: Story) -> None:
    said = [(f.kind, f.subject, f.explanation) for f in told_story.findings]
    assert len(said) == len(set(said))


def test_what_is_in_conflict_is_not_also_agreed(told_story: Story) -> None:
    subjects = [f.subject for f in told_story.findings if f.kind in ("conflict", "agreement", "compatible")]
    assert len(subjects) == len(set(subjects))


def test_the_conflict_counts_every_article(told_story: Story) -> None:
    values = finding(told_story, "conflict").data["values"]
    assert [(v["value"], len(v["articles"])) for v in values] == [
        ("hundreds of thousands", 2),
        ("millions", 1),
    ]


def test_the_findings_come_in_order_of_importance(told_story: Story) -> None:
    kinds = list(dict.fromkeys(f.kind for f in told_story.findings))
    assert kinds[:3] == ["slip", "conflict", "series"]
    assert finding(told_story, "slip").data["days"] == 3
    points = finding(told_story, "series").data["points"]
    assert [(p["as_of"], p["value"]) for p in points] == [("2026-01-23", 1900), ("2026-01-25", 1300)]
    check_evidence(told_story)


def test_all_checks_on_the_sample_story(told_story: Story, shared: Path, tmp_path: Path) -> None:
    gold = ROOT / "tests" / "gold" / "abu-dhabi-talks.json"
    assert "MISSING" not in _score(told_story, gold, shared, tmp_path / "facts.json")
    assert "story" in json.loads(gold.read_text(encoding="utf-8"))


def test_all_checks_on_the_five_articles(shared: Path, tmp_path: Path) -> None:
    five = build_story([extract(a) for a in read_articles([shared / "articles"]).articles])
    scored = _score(five, shared / "gold" / "articles.json", shared, tmp_path / "facts.json")
    assert "43 of 43" in scored
    assert len(five.meetings) <= 9
    check_evidence(five)
