"""Announced in one article, and what later articles say came of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from readout.corpus import read_articles
from readout.extract import extract
from readout.story import Story
from tests.story.telling import check_evidence, finding, meeting, story, told

TALKS = "Envoys of Chad and Sudan will hold the second round of talks in Doha on March 10, mediator Ana Ruiz said."
PLAN = told("a", TALKS, "2026-03-05")


def both(later: str, published: str = "2026-03-13", plan: str = TALKS) -> Story:
    found = story(told("a", plan, "2026-03-05"), told("b", later, published))
    check_evidence(found)
    return found


@pytest.mark.parametrize(
    ("later", "held", "days"),
    [
        ("The second round of talks between Chad and Sudan began in Doha on March 12.", "2026-03-12", 2),
        ("The second round of talks, planned for Tuesday, did not begin until Thursday.", "2026-03-12", 2),
        (
            "The talks between Chad and Sudan were due to open on Tuesday in Doha; they began on Thursday in Muscat.",
            "2026-03-12",
            2,
        ),
        ("The second round of talks opened in Doha on Wednesday, a day later than planned.", "2026-03-11", 1),
        (
            "Chad and Sudan held the second round of talks on March 9, a day earlier than planned.",
            "2026-03-09",
            -1,
        ),
    ],
)
def test_held_on_another_day(later: str, held: str, days: int) -> None:
    found = both(later)
    slip = finding(found, "slip")
    assert (slip.data["held"], slip.data["days"]) == (held, days)
    assert [(a["value"], a["by"]) for a in slip.data["announced"]] == [("2026-03-10", "Ana Ruiz")]
    (one,) = found.meetings
    assert (one.status, one.slipped_from) == ("held", "2026-03-10")
    assert not [f for f in found.findings if f.kind in ("pending", "agreement")]


@pytest.mark.parametrize(
    "later",
    [
        "The second round of talks has been put off from March 10 to March 14.",
        "The second round of talks in Doha, first set for Tuesday, will now be held on Saturday.",
        "The second round of talks between Chad and Sudan will be held in Doha on March 14.",
    ],
)
def test_put_off_to_another_day(later: str) -> None:
    found = both(later, "2026-03-09")
    pending = finding(found, "pending")
    (one,) = found.meetings
    assert (one.status, one.start, one.slipped_from) == ("planned", "2026-03-14", "2026-03-10")
    assert pending.verdict == "not yet, as of 9 March 2026"


@pytest.mark.parametrize(
    "later",
    [
        "The second round of talks did not take place on Tuesday as planned.",
        "The second round of talks between Chad and Sudan, which were to open on March 10, was called off.",
    ],
)
def test_called_off(later: str) -> None:
    found = both(later, "2026-03-11")
    (one,) = found.meetings
    assert (one.status, one.start) == ("cancelled", "2026-03-10")
    assert not found.findings


def test_held_as_announced() -> None:
    found = both(
        "The second round of talks between Chad and Sudan opened in Doha on Tuesday as planned.", "2026-03-11"
    )
    (one,) = found.meetings
    assert (one.status, one.start, one.slipped_from) == ("held", "2026-03-10", None)
    assert "slip" not in {f.kind for f in found.findings}


def test_what_was_to_be_is_not_held() -> None:
    found = story(told("b", "The second round of talks was to open in Doha on March 10.", "2026-03-12"))
    assert [(m.status, m.start) for m in found.meetings] == [("planned", "2026-03-10")]


def test_an_earlier_round_is_not_what_the_plan_became() -> None:
    found = both("The first round of talks between Chad and Sudan was held in Doha on March 3.", "2026-03-04")
    assert meeting(found, "First").status == "held"
    assert meeting(found, "Second").slipped_from is None


def test_nothing_is_held_after_its_article() -> None:
    found = both("Chad and Sudan ended the second round of talks in Doha.", "2026-03-06")
    assert not [m for m in found.meetings if m.status == "held" and (m.start or "") > "2026-03-06"]


def test_one_article_tells_of_both_days() -> None:
    found = story(
        told("b", "The wage talks in Leeds, planned for Monday, did not begin until Thursday.", "2026-03-13")
    )
    slip = finding(found, "slip")
    assert (slip.verdict, slip.data["held"]) == ("three days later", "2026-03-12")
    assert slip.explanation.startswith("First set for 9 March 2026; held on 12 March 2026")
    check_evidence(found)


def test_a_vote_that_slipped_is_told_and_one_that_did_not_is_not() -> None:
    moved = told("a", "The vote in Quito, planned for Monday, was held on Thursday.", "2026-03-13")
    kept = told("b", "The vote in Lima was held on Thursday.", "2026-03-13")
    assert [(m.title, m.slipped_from) for m in story(moved, kept).meetings] == [("Vote, Quito", "2026-03-09")]


def test_a_walkout_is_announced_and_called_off() -> None:
    plan = told("a", "A walkout is planned for March 14, union leader Ana Ruiz said.", "2026-03-09")
    off = told("b", "The walkout set for March 14 has been called off.", "2026-03-12")
    (one,) = story(plan, off).meetings
    assert (one.title, one.status, one.start) == ("Walkout", "cancelled", "2026-03-14")
    assert story(plan).meetings == ()


def test_an_announced_vote_that_slipped_keeps_who_announced_it() -> None:
    plan = told("a", "The vote will be held on March 10, speaker Ana Ruiz said.", "2026-03-05")
    late = told("b", "The vote, planned for Tuesday, was not held until Thursday.", "2026-03-13")
    slip = finding(story(plan, late), "slip")
    assert [(a["value"], a["by"]) for a in slip.data["announced"]] == [("2026-03-10", "Ana Ruiz")]
    assert (slip.data["held"], slip.data["days"]) == ("2026-03-12", 2)


def test_a_vote_and_talks_on_one_day_are_two() -> None:
    text = "The vote, planned for Monday, was held on Thursday. Talks were held in Quito on Thursday."
    assert [m.title for m in story(told("a", text, "2026-03-13")).meetings] == ["Vote", "Talks, Quito"]


def test_a_visit_that_was_put_off_is_told_where_it_came_about() -> None:
    plan = told("a", "The governor is due to visit Talca on Monday, her office said.", "2026-08-15")
    came = told(
        "b",
        "The governor, whose visit was put off from Monday because of smoke, toured Talca Tuesday.",
        "2026-08-18",
    )
    slip = finding(story(plan, came), "slip")
    assert (slip.data["held"], slip.data["days"]) == ("2026-08-18", 1)
    other = told(
        "b", "The judge, whose trial was put off from Monday, visited Talca on Tuesday.", "2026-08-18"
    )
    assert not [f for f in story(other).findings if f.kind == "slip"]


def test_a_delivery_is_put_off() -> None:
    text = "A further 60,000 doses, announced for 26 June, are now expected on 3 July."
    one = story(told("a", text, "2026-06-30"))
    (delivery,) = one.meetings
    assert (delivery.status, delivery.start, delivery.slipped_from) == ("planned", "2026-07-03", "2026-06-26")


def test_what_is_put_off_without_a_new_day_has_none() -> None:
    plan = told("a", "Talks between Chad and Sudan will be held in Quito on March 10.", "2026-03-05")
    off = told("b", "The talks in Quito, planned for March 10, have been postponed.", "2026-03-09")
    (one,) = story(plan, off).meetings
    assert (one.status, one.start, one.slipped_from) == ("planned", None, "2026-03-10")


GOLD = Path(__file__).parents[1] / "gold" / "stories"


@pytest.mark.parametrize(
    ("files", "words", "status", "former", "start"),
    [
        (
            ["zambara-talks-note.md", "zambara-talks-longform.txt"],
            "Third",
            "held",
            "2026-06-15",
            "2026-06-18",
        ),
        (
            ["rail-pennine-broadsheet.txt", "rail-pennine-trade.txt"],
            "Fourth",
            "held",
            "2026-03-09",
            "2026-03-12",
        ),
        (["quake-apacheta-sitrep.txt"], "Conference", "planned", "2026-04-22", "2026-04-28"),
        (["exchange-maridia-explainer.txt"], "Talks", "planned", "2026-10-25", "2026-10-28"),
    ],
)
def test_slips_of_whole_articles(files: list[str], words: str, status: str, former: str, start: str) -> None:
    found = story(*(extract(a) for a in read_articles([GOLD / f for f in files]).articles))
    one = meeting(found, words)
    assert (one.status, one.slipped_from, one.start) == (status, former, start)


def test_a_year_is_no_day_that_a_meeting_could_slip_from() -> None:
    text = "A summit on debt, set for 2024 and held in Lima in 2026, ended without a deal, Ana Ruiz said."
    assert "slip" not in {f.kind for f in story(told("a", text, "2026-03-10")).findings}


SWAP = told("a", "The swap of pilots will take place on Tuesday, mediator Ana Ruiz said.", "2026-03-05")
LATER = told(
    "b", "The swap of pilots that was to take place on Tuesday will now begin on Thursday.", "2026-03-09"
)


@pytest.mark.parametrize(
    ("later", "held"),
    [
        ("The swap began at 10:30 and took two hours.", True),
        ("Pilots walk free. The swap took place on Thursday.", True),
        ("If the swap began on Thursday, it would be the first.", False),
    ],
)
def test_what_is_no_meeting_was_held_when_it_began(later: str, held: bool) -> None:
    found = story(SWAP, LATER, told("c", later, "2026-03-13"))
    (swap,) = found.meetings
    assert (swap.start, swap.slipped_from) == ("2026-03-12", "2026-03-10")
    assert swap.status == ("held" if held else "planned")
    assert [f.kind for f in found.findings if f.kind in ("slip", "pending")] == [
        "slip" if held else "pending"
    ]


def test_a_round_that_an_article_without_a_date_tells_of_as_held_has_no_day_and_waits_for_none() -> None:
    later = "The second round of talks between Chad and Sudan ended in Doha on Wednesday without a deal."
    found = story(PLAN, told("b", later))
    held = [m for m in found.meetings if m.status == "held"]
    assert [m.start for m in held] == [None]
    assert "pending" not in {f.kind for f in found.findings}


def test_what_a_later_article_speaks_of_is_not_called_pending() -> None:
    plan = told(
        "a",
        "The exchange of prisoners, first set for March 8, will take place on March 10, Ana Ruiz said.",
        "2026-03-05",
    )
    silent = told("b", "It rained in Doha.", "2026-03-11")
    spoken = told("b", "Buses left the wadi. The exchange was the largest so far.", "2026-03-11")
    assert "pending" in {f.kind for f in story(plan, silent).findings}
    assert "pending" not in {f.kind for f in story(plan, spoken).findings}
