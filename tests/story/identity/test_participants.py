"""Who is who on whole stories: the sample story of this repository, and third-party gold where it is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readout.corpus.read import read_articles
from readout.extract import extract
from readout.story import Story, build_story
from readout.story.facts import story_to_facts

ROOT = Path(__file__).resolve().parents[3]
GOLD = json.loads((ROOT / "tests" / "gold" / "abu-dhabi-talks.json").read_text(encoding="utf-8"))["story"]


def story_of(folder: Path) -> Story:
    return build_story([extract(a) for a in read_articles([folder]).articles])


@pytest.fixture(scope="module")
def sample() -> Story:
    return story_of(ROOT / "data" / "articles" / "abu-dhabi-talks")


@pytest.mark.parametrize("want", GOLD["participants"], ids=lambda w: w["name"].replace(" ", "_"))
def test_each_participant_is_one_person_with_all_spellings(sample: Story, want: dict[str, Any]) -> None:
    forms = {p.id: {p.name, *p.aliases} for p in sample.people}
    full = {v for v in want.get("variants", [want["name"]]) if " " in v and not v.startswith("Mr.")}
    (one,) = [i for i, own in forms.items() if own & full]
    assert {*want.get("variants", ())} <= forms[one]
    assert not {*want.get("never_merged_with", ())} & forms[one]


def test_every_merge_says_why(sample: Story) -> None:
    for person in sample.people:
        others = [f for f in person.aliases if len(f.split()) > 1 and not f.startswith(("Mr.", "President"))]
        assert not others or person.reasons, person.name


def test_third_party_participants(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(shared / "eval"))
    import score_story

    gold = json.loads((shared / "gold" / "articles.json").read_text(encoding="utf-8"))["story"]
    facts = story_to_facts(story_of(shared / "articles"))
    checks = dict(score_story.checks(facts, {"participants": gold["participants"]}))
    assert len(checks) >= 30
    assert [what for what, holds in checks.items() if not holds] == []
