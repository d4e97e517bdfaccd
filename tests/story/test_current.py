"""Figures of other times and events, parts and superseded counts stay out of series and comparisons."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from readout.story import Finding
from readout.story.current import current, latest
from readout.story.findings import find_findings
from tests.helpers.cost import assert_linear
from tests.story.telling import finding, story, told

FIRST = told("a", "A quake killed at least 14 people near Arequipa on Monday, the mayor said.", "2026-08-03")
LATER = "The toll of Monday's quake near Arequipa rose to 47 people killed, officials said on Wednesday."


def counted(text: str) -> list[Finding]:
    found = story(FIRST, told("b", text, "2026-08-05")).findings
    return [f for f in found if f.kind in ("series", "conflict", "compatible", "agreement")]


@pytest.mark.parametrize(
    "aside",
    [
        "It was the worst since 1976, when 965 people died.",
        "In 1991 a quake near the city killed 200 people.",
        "Ten years ago, 400 people were killed when a dam burst.",
        "It comes after the storms of last year's rains, which killed 400 people.",
        "It was the worst since a 2004 slide that killed 120 people.",
        "Last year 300 people were killed by floods.",
        "A dam failure killed 80 people in 2011.",
        "The previous quake left 70 people dead.",
        "Earlier officials had put the toll at 31.",
        "Officials initially said that 20 people were killed.",
        "The city's worst slide, the Oak Hill landslide of 2009, killed 120 people.",
        "Nationwide 900 people were killed this year.",
        "On average 300 people are killed in a year.",
        "Of the dead, 9 were tourists, including 3 people killed on a bus.",
    ],
)
def test_only_the_toll_of_today_is_in_the_series(aside: str) -> None:
    (series,) = counted(f"{LATER} {aside}")
    assert [p["value"] for p in series.data["points"]] == [14, 47]


def test_counts_of_two_places_are_not_one_count() -> None:
    assert counted("A flood killed 12 people in Lima and a fire killed 7 people in Cusco.") == []


def test_a_toll_that_rises_on_one_day_does_not_contradict_itself() -> None:
    early = told("a", "Nearly 40 deaths had been reported early on Tuesday after the quake.", "2026-08-04")
    later = told("b", "The toll of the quake rose to 61 on Tuesday.", "2026-08-04")
    assert "conflict" not in {f.kind for f in story(early, later).findings}


def test_the_toll_of_one_country_is_not_held_against_that_of_two() -> None:
    first = told(
        "a",
        "The number of people killed in Peru rose to 340, the minister said. That brought the number of people"
        " killed to 510, with another 170 people dead in Chile.",
        "2026-08-04",
    )
    later = told(
        "b",
        "More than 870 people have been killed in Peru and Chile, and the number of people killed in Peru has"
        " risen to 620.",
        "2026-08-05",
    )
    found = [f for f in story(first, later).findings if f.kind != "sum"]
    assert [(f.kind, f.subject) for f in found] == [("series", "People killed, Peru")]
    assert [p["value"] for p in found[0].data["points"]] == [340, 620]


def test_an_article_stands_for_the_count_of_its_title_whoever_claims_more() -> None:
    first = told(
        "a",
        "Ferry fire kills eight\n\nEight people were killed in the fire off Sker, the owner said. The union said"
        " that eleven people were killed.",
        "2026-08-04",
    )
    later = told("b", "The ferry fire off Sker killed 14 people, the owner said.", "2026-08-06")
    found = next(f for f in story(first, later).findings if f.kind == "series")
    assert [p["value"] for p in found.data["points"]] == [8, 14]


def test_the_largest_count_of_a_day_is_its_last_whatever_the_hour() -> None:
    whole, part = told("a", "The flood killed 108 people, 87 people in Lima.", "2026-08-05").figures
    assert latest([whole, replace(part, as_of="2026-08-05TMO")], {}) == [whole]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Raids injured 10 people in southern Chile on Monday.", "Raids injured two people on Monday."),
        ("Hundreds of people feared dead in Lima.", "At least 78 people are dead in Lima."),
        ("The wreck lies 50 miles from Lima.", "The wreck lay 80 miles away."),
        ("They fired four cruise missiles at Lima.", "They fired five missiles at Lima."),
        ("The rise would be a 35% pay rise.", "The sailors have lost 25% of their pay."),
    ],
)
def test_counts_of_another_part_or_kind_do_not_contradict(first: str, second: str) -> None:
    pair = told("a", first, "2026-08-04"), told("b", second, "2026-08-04")
    assert not {f.kind for f in story(*pair).findings} & {"conflict", "compatible"}


def test_what_happened_a_day_earlier_is_no_older_count() -> None:
    first = told("a", "Eleven miners were rescued on Sunday.", "2026-08-03")
    second = told("b", "Eleven miners were rescued a day earlier.", "2026-08-03")
    assert finding(story(first, second), "agreement").data["values"][0]["articles"] == ["a", "b"]


def test_two_lengths_are_of_two_things() -> None:
    dead = told("a", "Nine miners died more than 390 feet below ground.", "2026-08-04")
    trapped = told("b", "The miners were trapped 700 feet below the surface.", "2026-08-04")
    assert story(dead, trapped).findings == ()


def test_a_whole_after_one_of_its_places_is_a_whole() -> None:
    a = told("a", "In the cities, Cusco among them, thousands of people are without heating.", "2026-08-03")
    b = told("b", "Millions of people are without power or heating.", "2026-08-03")
    c = told("c", "Thousands of people lack heating.", "2026-08-05")
    values = finding(story(a, b, c), "conflict").data["values"]
    assert [v["articles"] for v in values] == [["a", "c"], ["b"]]


def test_a_city_is_not_held_against_its_country() -> None:
    city = told("a", "The flood killed 12 people in Lima on Monday.", "2026-08-03")
    land = told("b", "The flood killed 22 people in Peru on Monday.", "2026-08-03")
    assert story(city, land).findings == ()


def test_what_happened_on_two_days_does_not_fall() -> None:
    first = told("a", "Shelling killed 12 people in Lima on Monday.", "2026-08-03")
    second = told("b", "Shelling killed 7 people in Lima on Thursday.", "2026-08-06")
    assert story(first, second).findings == ()


def test_two_articles_agree_on_a_past_event() -> None:
    first = told("a", "A ferry fire killed 83 people in 2011.", "2026-08-03")
    second = told("b", "In 2011, a ferry fire killed 83 people.", "2026-08-06")
    assert finding(story(first, second), "agreement").data["values"][0]["articles"] == ["a", "b"]


def test_counts_without_a_day_are_not_held_against_those_of_one_of_several() -> None:
    old = told("a", "A ferry fire killed 83 people in 2011.", "2026-08-03")
    new = told("b", "A ferry fire killed 33 people on Monday.", "2026-08-03")
    undated = told("c", "A ferry fire killed 40 people.")
    assert "conflict" not in {f.kind for f in story(old, new, undated).findings}


def test_a_long_text_takes_linear_time() -> None:
    def cost(n: int) -> float:
        figures = FIRST.figures * n
        texts = {"a": "had said 14 people that " * n}
        begin = time.process_time()
        current([replace(f, begin=17 * i, end=17 * i + 9) for i, f in enumerate(figures)], texts)
        return time.process_time() - begin

    assert_linear(cost, 500, 2000)


@pytest.mark.parametrize(
    "pair",
    [
        ("The firm offered 6.5 per cent.", "The union asks for 19 per cent."),
        ("Ana Ruiz counts only two.", "It ended a little before 11."),
    ],
)
def test_nameless_counts_are_not_compared(pair: tuple[str, str]) -> None:
    first, second = told("a", pair[0], "2026-08-03"), told("b", pair[1], "2026-08-06")
    assert story(first, second).findings == ()


def test_no_figures_no_findings() -> None:
    assert find_findings((), (), ()) == ()
