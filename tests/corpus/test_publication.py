"""Publication dates as pages print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.corpus.publication import date_in_address, date_line, find_date

DAY = date(2026, 2, 5)
LINES = [
    "5 Feb, 2026 14:15",
    "Thu 5 Feb 2026 | 08:18 AM",
    "February 5, 2026",
    "Feb. 5, 2026, 6:14 p.m. ET",
    "FEBRUARY 5, 2026",
    "Published: February 5th, 2026 at 10.00 GMT",
    "Published On 5 Feb 2026",
    "Updated 6 February 2026, first published 5 February 2026",
    "Thursday, 05 February 2026 07:00 IST",
    "2026-02-05",
    "2026-02-05T10:00:00Z",
    "2026/02/05",
    "05.02.2026",
    "By Ana Ruiz Feb 5, 2026",
    "Feb 5, 2026 / 6:14 PM EST / Hill Post",
    "Harbour Trades Weekly | Issue 40 | 5 February 2026",
    "Harbour Trades Weekly · Pay and Conditions · By Ana Ruiz · 5 Feb 2026, 14:10",
    "Home › News › Ports › 5 February 2026",
    "Feb. 5, 2026 | Updated 6:12 p.m.",
    "Ana María Ruiz · Harbour News Network · Posted: Feb 5, 2026 5:00 AM EST | Last Updated: 3 hours ago",
]
NO_LINES = [
    "Talks set for February 5, 2026",
    "The talks end on 5 February 2026.",
    "Polls open on 5 February 2026.",
    "February 5",
    "05/02/2026",
    "31 February 2026",
    "2026",
    "From 5 Feb 2026 buses run every 10 minutes",
    "Talks end on 5 February 2026 | They Resume in March | Hill Post",
]


@pytest.mark.parametrize("line", LINES)
def test_lines_about_a_date(line: str) -> None:
    assert date_line(line) == DAY


@pytest.mark.parametrize("line", NO_LINES)
def test_lines_that_are_not(line: str) -> None:
    assert date_line(line) is None


def test_a_numeric_date_that_can_be_read_in_one_way_only() -> None:
    assert find_date("13/02/2026") == find_date("02/13/2026") == date(2026, 2, 13)
    assert find_date("02/02/2026") == date(2026, 2, 2)


@pytest.mark.parametrize(
    "url",
    [
        "https://hill.example/2026/02/05/talks",
        "https://hill.example/world/2026/2/5/talks",
        "https://hill.example/talks-end-2026-02-05",
        "https://hill.example/a/20260205/talks.html",
    ],
)
def test_dates_in_addresses(url: str) -> None:
    assert date_in_address(url) == DAY


@pytest.mark.parametrize(
    "url", ["https://hill.example/2026/talks", "https://hill.example/n/1202602051", "", "x://["]
)
def test_addresses_without_a_date(url: str) -> None:
    assert date_in_address(url) is None


@given(st.dates(date(1950, 1, 1), date(2080, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%a %d %b %Y", "%d.%m.%Y"):
        assert find_date(day.strftime(form)) == day
