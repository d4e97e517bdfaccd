"""Series, agreement, conflict and what is compatible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.story.compare import Claim, judge
from readout.story.lasting import days_in
from readout.story.ranges import reach
from tests.story.telling import check_evidence, finding, story, told

LATE = told(
    "late", "More than 200 schools in Lima had no water as of Tuesday, mayor Ana Ruiz said.", "2026-03-11"
)
EARLY = told(
    "early", "More than 350 schools in Lima are without water, mayor Ana Ruiz said on Sunday.", "2026-03-08"
)


def test_a_series_is_ordered_by_day_not_by_size() -> None:
    both = story(LATE, EARLY)
    series = finding(both, "series")
    assert [(p["as_of"], p["value"]) for p in series.data["points"]] == [
        ("2026-03-08", 350),
        ("2026-03-10", 200),
    ]
    assert series.verdict == "falls from more than 350 to more than 200"
    assert "lower bounds" in series.explanation
    assert "“with no water”" in series.explanation
    check_evidence(both)


def test_round_words_that_cannot_both_be_right_conflict() -> None:
    a = told("a", "The flood left hundreds of thousands of people without power.", "2026-03-10")
    b = told("b", "Millions of people are without power after the flood.", "2026-03-10")
    conflict = finding(story(a, b), "conflict")
    assert [v["value"] for v in conflict.data["values"]] == ["hundreds of thousands", "millions"]


def test_the_same_exact_number_is_agreement() -> None:
    a = told("a", "The two armies swapped 218 prisoners on Monday.", "2026-03-10")
    b = told("b", "On Monday 218 prisoners were exchanged.", "2026-03-10")
    agreement = finding(story(a, b), "agreement")
    assert agreement.data["values"] == [{"value": "218", "articles": ["a", "b"]}]


def test_the_killed_are_not_compared_with_the_injured() -> None:
    a = told("a", "The quake in Lima killed 12 people on Monday.", "2026-03-10")
    b = told("b", "The quake in Lima injured 90 people on Monday.", "2026-03-10")
    assert not [f for f in story(a, b).findings if f.kind in ("conflict", "compatible", "series")]


def test_lengths_of_one_thing_by_any_of_its_names_are_compared() -> None:
    a = told("a", "The war has lasted three years.", "2026-03-10")
    b = told("b", "Three years of fighting have emptied the town.", "2026-03-10")
    c = told("c", "The invasion has lasted almost three years.", "2026-03-10")
    agreement = finding(story(a, b, c), "agreement")
    assert {x for v in agreement.data["values"] for x in v["articles"]} == {"a", "b", "c"}


def test_different_words_for_one_length_are_compatible() -> None:
    a = told(
        "a",
        "Ana Ruiz met with Paul Okoye in Quito on Monday. The talks lasted some five hours.",
        "2026-03-10",
    )
    b = told("b", "Ana Ruiz and Paul Okoye met in Quito on Monday for almost five hours.", "2026-03-10")
    compatible = finding(story(a, b), "compatible")
    assert {v["value"] for v in compatible.data["values"]} == {"some five hours", "almost five hours"}


def test_less_than_a_length_may_be_far_less() -> None:
    a = told("a", "The strike has lasted six weeks.", "2026-03-10")
    b = told("b", "The strike has lasted less than nine weeks.", "2026-03-10")
    c = told("c", "The strike has lasted almost nine weeks.", "2026-03-10")
    assert finding(story(a, b), "compatible").data["values"][0]["value"] == "less than nine weeks"
    assert finding(story(a, c), "conflict").data["values"][0]["value"] == "almost nine weeks"


def test_the_length_of_a_strike_is_not_held_against_that_of_a_later_one() -> None:
    a = told("a", "The strike has lasted six weeks.", "2026-03-10")
    b = told("b", "The strike has lasted five weeks.", "2026-11-10")
    c = told("c", "The strike has lasted five weeks.", "2026-03-12")
    assert not [f for f in story(a, b).findings if f.kind == "conflict"]
    assert finding(story(a, b, c), "conflict").data["values"]


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("is planned for next week, Egypt said", "Spoken of as planned for the week of 16 February 2026;"),
        ("will be held on 20 February", "Announced for 20 February 2026;"),
    ],
)
def test_what_is_pending_says_for_when_it_was_planned(plan: str, said: str) -> None:
    one = story(told("a", f"A second round of talks between Chad and Sudan in Cairo {plan}.", "2026-02-10"))
    assert finding(one, "pending").explanation.startswith(said)


def test_an_agency_that_is_quoted_is_named() -> None:
    a = told("a", "The two armies swapped 218 prisoners on Monday, Reuters reported.", "2026-03-10")
    b = told("b", "On Monday 218 prisoners were exchanged.", "2026-03-10")
    assert "quotes Reuters" in finding(story(a, b), "agreement").explanation


def test_a_number_of_envoys_is_held_against_their_names() -> None:
    a = told("a", "President Ana Ruiz met with three Chilean envoys in Quito on Monday.", "2026-03-10")
    b = told(
        "b",
        "President Ana Ruiz met with Chilean envoys Paul Okoye and John Mensah in Quito on Monday.",
        "2026-03-10",
    )
    compatible = [f for f in story(a, b).findings if f.subject.startswith("Number of envoys")]
    assert [f.kind for f in compatible] == ["compatible"]


def test_durations_in_days() -> None:
    assert days_in("P7W") == 49
    assert days_in("PT90M") == 90 / 1440
    assert days_in("PXM") is None


_QUALIFIERS = st.sampled_from(["exact", "more_than", "at_least", "less_than", "at_most", "about", "almost"])


@given(st.floats(1, 1e6), _QUALIFIERS)
def test_a_value_is_within_its_own_reach(value: float, qualifier: str) -> None:
    low, high = reach(value, qualifier)
    assert low <= value <= high


@given(st.lists(st.tuples(st.floats(1, 1e6), _QUALIFIERS), min_size=2, max_size=6))
def test_the_verdict_does_not_depend_on_order(values: list[tuple[float, str]]) -> None:
    mentions = [e.figures[0] for e in (LATE, EARLY)]
    claims = [Claim(*reach(v, q), q, mentions[i % 2]) for i, (v, q) in enumerate(values)]
    assert judge(claims) == judge(claims[::-1])
    assert judge(claims[:1]) is None
