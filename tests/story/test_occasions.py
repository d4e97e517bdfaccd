"""Counts of one event over days, and of several events that must be kept apart."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from readout.extract import Extraction
from readout.story.occasions import Occasions
from tests.helpers.cost import assert_linear
from tests.story.telling import check_evidence, finding, story, told


def kinds(*articles: Extraction) -> set[str]:
    return {f.kind for f in story(*articles).findings} - {"inferred_date"}


def series(*articles: Extraction) -> list[tuple[str, float]]:
    return [(p["as_of"], p["value"]) for p in finding(story(*articles), "series").data["points"]]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("A quake killed 14 people in Cusco on Monday.", "A quake killed 47 people in Cusco on Monday."),
        ("Monday's ferry fire left 14 people dead.", "The fire on the ferry on Monday left 47 people dead."),
        ("Shelling killed 14 people in Cusco on Monday.", "Monday's shelling of Cusco killed 47 people."),
        ("An explosion injured 14 people.", "The explosion injured 47 people, officials now say."),
        ("After the flood 14 people were rescued.", "After the flood 47 people had been rescued."),
        ("The storm left 14 homes without power.", "The storm left 47 homes without power."),
        ("An airstrike killed 14 people in Cusco.", "The toll of the airstrike on Cusco rose to 47 people."),
        ("The blast killed 14 people in Cusco.", "Two more died, which brings the number of dead to 47."),
        ("The blast killed 14 people in Cusco.", "At least 47 people have now died in Cusco."),
    ],
)
def test_the_later_toll_of_one_event_supersedes_the_earlier(first: str, later: str) -> None:
    both = told("a", first, "2026-08-03"), told("b", later, "2026-08-05")
    assert series(*both) == [("2026-08-03", 14), ("2026-08-05", 47)]
    assert "conflict" not in kinds(*both)
    check_evidence(story(*both))


@pytest.mark.parametrize("days", [("2026-08-04", "2026-08-05"), ("2026-08-05", "2026-08-04")])
def test_a_toll_of_the_next_day_is_no_conflict_whichever_way_it_went(days: tuple[str, str]) -> None:
    a = told("a", "Monday's quake killed 14 people, the mayor said.", days[0])
    b = told("b", "Monday's quake killed 19 people, the mayor said.", days[1])
    assert kinds(a, b) == {"series"}


def test_the_older_number_of_a_toll_is_of_its_own_day() -> None:
    a = told("a", "Monday's quake killed 14 people, the mayor said.", "2026-08-03")
    b = told("b", "The toll of Monday's quake has risen to 61, up from 40 on Tuesday.", "2026-08-05")
    assert series(a, b) == [("2026-08-03", 14), ("2026-08-04", 40), ("2026-08-05", 61)]


def test_an_articles_beginning_says_whose_toll_it_is() -> None:
    quake = "A quake struck Cusco at dawn, officials said. The airport is closed.\n\n"
    raid = "Drones struck Cusco at dawn, officials said. The airport is closed.\n\n"
    said = ("More than 40 people were injured.", "Some 187 people were injured.")
    assert (
        len(series(told("a", quake + said[0], "2026-08-03"), told("b", quake + said[1], "2026-08-05"))) == 2
    )
    assert not kinds(told("a", raid + said[0], "2026-08-03"), told("b", raid + said[1], "2026-08-05"))


def test_two_tolls_of_one_day_contradict_each_other() -> None:
    a = told("a", "The quake in Cusco killed 14 people on Monday, the mayor said.", "2026-08-04")
    b = told("b", "The quake in Cusco killed 19 people on Monday, the army said.", "2026-08-04")
    c = told("c", "The quake in Cusco killed 23 people on Monday, the army said.", "2026-08-05")
    assert [v["value"] for v in finding(story(a, b), "conflict").data["values"]] == ["14", "19"]
    assert [v["value"] for v in finding(story(a, b, c), "conflict").data["values"]] == ["14", "19"]


def test_two_counts_as_of_one_day_contradict_each_other_whenever_told() -> None:
    a = told("a", "As of Sunday 14 homes in Cusco had no power.", "2026-08-03")
    b = told("b", "As of Sunday 19 homes in Cusco had no power.", "2026-08-05")
    assert kinds(a, b) == {"conflict"}


@pytest.mark.parametrize(
    "nights",
    [
        ("Korvia launched 80 drones overnight.", "Korvia launched 95 drones overnight."),
        ("Korvia launched 80 drones on Monday.", "Korvia launched 95 drones on Thursday."),
        ("Strikes killed 80 people on Monday.", "Strikes killed 95 people on Thursday."),
        ("A strike killed four people, officials said.", "A strike killed nine people, officials said."),
        ("Monday's raid killed 80 people.", "Thursday's raid killed 95 people."),
        ("A raid killed 80 people.", "The toll of the war rose to 9,500 people killed."),
    ],
)
def test_each_attack_has_a_toll_of_its_own(nights: tuple[str, str]) -> None:
    first, second = told("a", nights[0], "2026-08-04"), told("b", nights[1], "2026-08-07")
    assert not kinds(first, second)


def test_cost_grows_in_proportion_to_counts() -> None:
    one = told("a", "A raid killed 80 people on Monday.", "2026-08-04")

    def cost(n: int) -> float:
        figures = [replace(one.figures[0], value=float(i)) for i in range(n)]
        begin = time.process_time()
        Occasions([one.article], one.dates).split(figures)
        return time.process_time() - begin

    assert_linear(cost, 500, 2000)


def test_a_storm_and_the_flood_that_it_brings_have_one_toll() -> None:
    storm = told("a", "The storm killed 14 people in Cusco, officials said.", "2026-08-03")
    flood = told("b", "The floods killed 47 people in Cusco, officials said.", "2026-08-04")
    assert series(storm, flood) == [("2026-08-03", 14), ("2026-08-04", 47)]


def test_those_aboard_are_not_those_who_died() -> None:
    first = told(
        "a", "A bus with 72 people on board fell off a bridge. 36 people died in the crash.", "2026-08-03"
    )
    second = told("b", "68 people died in the crash.", "2026-08-04")
    last = told("c", "All 72 people who died in the crash have been found.", "2026-08-05")
    assert series(first, second, last) == [("2026-08-03", 36), ("2026-08-04", 68), ("2026-08-05", 72)]
    assert "conflict" not in kinds(first, second, last)


def test_a_toll_that_rises_within_a_day_contradicts_nobody() -> None:
    first = told("a", "Divers have recovered 68 bodies in Cusco.", "2026-08-03")
    second = told("b", "So far 69 bodies have been recovered in Cusco.", "2026-08-03")
    assert "conflict" not in kinds(first, second)
