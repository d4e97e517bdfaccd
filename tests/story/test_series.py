"""One thing counted on several days: levels, shares, costs and cases; and what only looks like it."""

from __future__ import annotations

import pytest

from readout.extract import Extraction
from tests.story.telling import check_evidence, finding, story, told


def points(*articles: Extraction) -> list[tuple[str, float]]:
    return [(p["as_of"], p["value"]) for p in finding(story(*articles), "series").data["points"]]


FIRE = told("a", "The Elk Creek Fire had burned 800 acres by Saturday morning.", "2026-08-15")


def test_an_area_that_grows_by_any_of_its_verbs() -> None:
    later = told(
        "b",
        "The Elk Creek Fire covered 1,900 acres on Sunday and 2,400 on Monday. By Tuesday it had charred"
        " 3,100 acres.",
        "2026-08-18",
    )
    assert points(FIRE, later) == [
        ("2026-08-15", 800),
        ("2026-08-16", 1900),
        ("2026-08-17", 2400),
        ("2026-08-18", 3100),
    ]
    check_evidence(story(FIRE, later))


@pytest.mark.parametrize(
    "other",
    [
        "The county's worst blaze, the Pine Fire of 2014, burned 90,000 acres.",
        "Nationwide, 2 million acres have burned this year.",
        "Together they have charred 70,000 acres since Aug. 1.",
        "In Nevada, a 2,100-acre fire was put out.",
        "The Pine Fire had burned 5,000 acres by Tuesday.",
        "The park has 60,000 acres.",
    ],
)
def test_another_area_is_no_point_of_the_series(other: str) -> None:
    assert "series" not in {f.kind for f in story(FIRE, told("b", other, "2026-08-18")).findings}


def test_shares_of_one_thing() -> None:
    later = told("b", "The Elk Creek Fire was 12% contained on Tuesday.", "2026-08-18")
    first = told("a", "Containment stood at 5 percent.", "2026-08-15")
    assert points(first, later) == [("2026-08-15", 5), ("2026-08-18", 12)]
    assert finding(story(first, later), "series").subject == "Share contained"


@pytest.mark.parametrize("verb", ["fell", "rose", "were down", "lost"])
def test_how_much_something_changed_is_no_level(verb: str) -> None:
    first, later = (
        f"Shares in Orbitair {verb} {n} percent on {day}." for n, day in ((3, "Monday"), (2, "Friday"))
    )
    assert not story(told("a", first, "2026-08-10"), told("b", later, "2026-08-14")).findings


def test_a_cost_as_of_two_days_and_two_prices() -> None:
    first = told("a", "The search had cost $2 million as of Thursday.", "2026-08-14")
    later = told("b", "As of Monday the search had cost $5 million.", "2026-08-17")
    assert points(first, later) == [("2026-08-13", 2e6), ("2026-08-17", 5e6)]
    jets = told("b", "The new jets cost $90 million.", "2026-08-17")
    assert not story(first, jets).findings


def test_one_article_holds_two_days_against_each_other() -> None:
    text = (
        "As of 28 June, 940 cases and 87 deaths had been reported, compared with 705 cases and 41 deaths as of"
        " 14 June."
    )
    series = [f for f in story(told("a", text, "2026-06-30")).findings if f.kind == "series"]
    assert [[p["value"] for p in f.data["points"]] for f in series] == [[705, 940], [41, 87]]


def test_a_month_is_a_point_by_its_name() -> None:
    text = "The plant held 214 kg of resin as of 30 November, up from 166 kg at the end of August."
    one = story(told("a", text, "2026-12-07"))
    assert [p["value"] for p in finding(one, "series").data["points"]] == [166, 214]
    assert "August 2026" in finding(one, "series").explanation
    check_evidence(one)


def test_the_whole_of_a_part_is_not_what_changes() -> None:
    first = told("a", "The envoy said 19 of 26 paragraphs had been agreed.", "2026-02-07")
    later = told("b", "Of the draft 22 of the 26 paragraphs have been agreed, the envoy said.", "2026-02-12")
    assert points(first, later) == [("2026-02-07", 19), ("2026-02-12", 22)]


def test_a_bare_older_number_of_either_of_two_things_is_left_out() -> None:
    text = "Now 42 clinics with 900 beds are open, up from 35 on 14 June."
    assert not story(told("a", text, "2026-06-30")).findings


def test_new_cases_of_a_week_are_not_all_cases() -> None:
    first = told("a", "As of 14 June, 705 cases had been reported.", "2026-06-15")
    later = told("b", "In the past week 90 new cases were reported.", "2026-06-22")
    assert not story(first, later).findings


def test_probable_cases_are_counted_apart_and_deaths_among_cases_are_all_deaths() -> None:
    told_on = "As of {} June, {} cases had been found, including {} deaths; {} probable cases had been found."
    first = told("a", told_on.format(14, 60, 23, 12), "2026-06-15")
    later = told("b", told_on.format(22, 90, 41, 17), "2026-06-22")
    series = [f for f in story(first, later).findings if f.kind == "series"]
    values = sorted([p["value"] for p in f.data["points"]] for f in series)
    assert values == [[12, 17], [23, 41], [60, 90]]


def test_a_count_without_a_place_goes_with_that_of_the_place_that_is_the_whole() -> None:
    first = told(
        "a", "A flood killed 24 people in Lima. The flood killed 13 people in Oak County.", "2026-08-03"
    )
    later = told(
        "b",
        "The flood killed at least 108 people. The toll in Lima rose to 108, and the flood killed 87 people in Oak"
        " County.",
        "2026-08-05",
    )
    found = story(first, later).findings
    told_of = {f.subject: [p["value"] for p in f.data["points"]] for f in found if f.kind == "series"}
    assert told_of == {"People killed, Lima": [24, 108], "People killed, Oak County": [13, 87]}


def test_small_numbers_of_which_nothing_is_said_are_no_series() -> None:
    first = told("a", "A crash of two goods trains shut the line near Lima.", "2026-08-03")
    later = told("b", "A crash of three goods trains shut the line near Lima.", "2026-08-05")
    assert not story(first, later).findings


def test_others_are_not_those_counted_before() -> None:
    a = told("a", "The blast killed four divers, and rescuers have yet to hear from 17 others.", "2026-03-02")
    b = told("b", "The toll of the blast rose to nine divers killed.", "2026-03-04")
    assert [p["value"] for p in finding(story(a, b), "series").data["points"]] == [4, 9]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("The mill offered its weavers a 4% raise.", "The mill offered its weavers a 5% raise."),
        ("Korvia set a duty of 40% beside its 10% car duty.", "Cars from Arla face a 38% duty."),
        ("Some 61 cases were reported.", "Four additional cases were reported."),
        ("Some 61 cases were found in Cusco.", "The remaining four cases were found in Cusco."),
    ],
)
def test_what_is_one_among_others_is_no_count_that_changes(first: str, later: str) -> None:
    both = told("a", first, "2026-08-03"), told("b", later, "2026-08-10")
    assert "series" not in {f.kind for f in story(*both).findings}


def test_a_count_without_a_day_is_not_newer_than_a_larger_one_with_it() -> None:
    old = told("a", "As of 2 August 40 cases had been confirmed.", "2026-08-03")
    new = told(
        "b",
        "As of 9 August 64 cases had been confirmed. Most of the 62 cases confirmed were mild.",
        "2026-08-10",
    )
    assert points(old, new) == [("2026-08-02", 40), ("2026-08-09", 64)]
