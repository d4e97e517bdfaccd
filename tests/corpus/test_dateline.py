"""Agencies' datelines, and publication days that their words leave open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.corpus.dateline import dateline_date, dateline_day, day_line

DAY = date(2026, 2, 5)


def test_datelines() -> None:
    assert dateline_date("PORT HAVEN, Feb. 5, 2026 (Agency) — The strike is over.") == DAY
    assert dateline_date("PORT HAVEN, Feb. 5 — The strike is over.") is None
    assert dateline_date("On Feb. 5, 2026 - the day of the vote - it rained.") is None


@pytest.mark.parametrize(
    "line", ["Feb. 5, 2026 (Agency) — Rain fell.", "PORT HAVEN, 5 February 2026. /AGENCY/. Rain fell."]
)
def test_datelines_of_agencies(line: str) -> None:
    assert dateline_date(line) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "PORT HAVEN, Feb. 5 — The strike is over.",
        "PORT HAVEN, February 5 (Agency) -- The strike is over.",
        "Port Haven, 5 Feb (Agency) - The strike is over.",
        "Feb. 5 (Agency) -- The strike is over.",
        "PORT HAVEN, February 5. /AGENCY/. The strike is over.",
        "PORT HAVEN. February 5. AGENCY The strike is over.",
        "PORT HAVEN, Wa. Feb 5 Ferries sailed again.",
        "Port Haven, Feb. 5, (agency) – The strike is over.",
        "Feb. 5, Port Haven- The strike is over.",
    ],
)
def test_datelines_without_a_year(line: str) -> None:
    day = dateline_day(line)
    assert day
    assert day.days([2026]) == [DAY]
    assert day.said in line


@pytest.mark.parametrize(
    "line",
    [
        "On Feb. 5 - the day of the vote - it rained.",
        "Feb. 5 - the day of the vote - was dull.",
        "PORT HAVEN, Feb. 5, 2026 — The strike is over.",
        "PORT HAVEN, Feb. 5 to Feb. 9 — The strike went on.",
        "The plan of Feb. 5 (Annex) - it is long - was dropped.",
        "PORT HAVEN — The strike is over.",
        "Feb. 5, a Monday - it was dull.",
        "PORT HAVEN, Feb 5 was dull.",
        "",
    ],
)
def test_no_datelines_without_a_year(line: str) -> None:
    assert dateline_day(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Hill Post 15/02 20:45",
        "Posted Feb. 15",
        "Sunday, 15 February",
        "02/15 8:45 pm",
        "Feb 15, 20:45 GMT",
        "PORT HAVEN, Peru (AGC) — Sunday, February 15",
        "Port Haven (Agency) - Sunday, 15 Feb",
    ],
)
def test_lines_about_a_day_without_a_year(line: str) -> None:
    day = day_line(line)
    assert day
    assert day.days([2026]) == [date(2026, 2, 15)]


@pytest.mark.parametrize(
    "line",
    [
        "Talks Resume Monday, Feb. 5",
        "Talks Fail On Feb. 5",
        "February 5",
        "The vote is at 20:45 on 5 February",
        "5 February 2026 20:45",
        "Wings beat 24/17",
        "PORT HAVEN (AGC) — Talks Resume Monday, Feb. 5",
        "PORT HAVEN (AGC) — February 5",
        "The rowers of Port Haven (AGC) — Thursday, February 5",
    ],
)
def test_no_lines_about_a_day_without_a_year(line: str) -> None:
    assert day_line(line) is None


def test_a_leap_day_is_in_few_years() -> None:
    day = dateline_day("PORT HAVEN, Feb. 29 - It rained.")
    assert day
    assert day.days(range(2023, 2027)) == [date(2024, 2, 29)]


@pytest.mark.parametrize("line", ["05-07-2026", "Hill Post | 07/05/2026 14:10", "Updated: 5/7/2026"])
def test_figures_that_may_be_two_days(line: str) -> None:
    day = day_line(line)
    assert day
    assert sorted(day.days([])) == [date(2026, 5, 7), date(2026, 7, 5)]


def test_figures_without_a_year() -> None:
    day = day_line("Hill Post 05/02 20:45")
    assert day
    assert sorted(day.days([2026])) == [DAY, date(2026, 5, 2)]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for day in (day_line(text), dateline_day(text)):
        assert day is None or (day.said in text and day.days([2026]) == day.days(iter([2026])))
