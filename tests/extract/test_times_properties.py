"""What holds for any text: spans in order, apart and exact, values well formed, and time linear in length."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.corpus import Article
from readout.extract.times import find_times
from readout.lexicon import table
from tests.helpers.cost import assert_linear

PIECES = st.sampled_from(
    [form for _, _, forms in table("time/words") for form in forms.split()]
    + [
        "4",
        "5th",
        "31",
        "2026",
        "1990s",
        "24 to 48",
        "10:30",
        "1/1/1",
        "-",
        ",",
        ".",
        "'s",
        "\n",
        "“",
        "Moscow",
    ]
    + ["said", "will", "of talks", "Six-Day War", "and a half", "1.9 million", "½", "Ünïcode", "\u00a0", "٣"]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
)
DAYS = st.one_of(st.none(), st.dates())
DATE_VALUE = re.compile(r"[0-9X]{2,4}(-.+)?|P.+|(PAST|PRESENT|FUTURE)_REF|.+/.+|[0-9X-]+T.+")
LENGTH = re.compile(r"P(?=.)(?:[0-9X.]+[YMWDQC])*(?:T(?:[0-9X.]+[HMS])+)?")


def article(text: str, published: date | None) -> Article:
    return Article(id="t", path="t.txt", text=text, published=published)


@settings(max_examples=150)
@given(TEXTS, DAYS)
def test_spans_are_exact_ordered_and_apart(text: str, published: date | None) -> None:
    dates, durations = find_times(article(text, published))
    for group in (dates, durations, sorted([*dates, *durations], key=lambda m: m.begin)):
        end = 0
        for m in group:
            assert end <= m.begin < m.end
            assert text[m.begin : m.end] == m.surface
            assert m.surface == m.surface.strip()
            end = m.end


@settings(max_examples=150)
@given(TEXTS, DAYS)
def test_values_are_well_formed(text: str, published: date | None) -> None:
    dates, durations = find_times(article(text, published))
    for d in dates:
        assert DATE_VALUE.fullmatch(d.value), d
        assert d.resolved or published is None or d.type == "TIME" or d.value.startswith("X"), d
        if published is None:
            assert d.anchor is None or d.basis != "relative" or d.resolved
    for u in durations:
        assert LENGTH.fullmatch(u.value), u
        assert u.high is None or LENGTH.fullmatch(u.high), u


@settings(max_examples=100)
@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_mentions(text: str, published: date | None) -> None:
    assert find_times(article(text, published)) == find_times(article(text, published))


# Each is repeated to 100,000 characters: numbers, blanks, glue, and beginnings of what never ends.
REPEATED = ["7", " ", "of ", "1/", "the ", "\n", "1,", "-", "'", "a ", "to ", "10:", "1990-", "\u00a0"]
READ_EACH_TIME = [
    "two ",
    "last ",
    "May ",
    "Friday and ",
    "two days and ",
    "the end of ",
    "half a ",
    "almost ",
]


@pytest.mark.parametrize(
    ("unit", "size"), [(u, 100_000) for u in REPEATED] + [(u, 40_000) for u in READ_EACH_TIME]
)
def test_time_is_linear(unit: str, size: int) -> None:
    assert_linear(lambda n: _seconds(unit * (n // len(unit))), size // 4, size, spare=0.5)


def _seconds(text: str) -> float:
    start = time.process_time()
    find_times(article(text, date(2026, 2, 5)))
    return time.process_time() - start


@pytest.mark.parametrize("published", [None, date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)])
def test_the_ends_of_the_calendar(published: date | None) -> None:
    text = (
        "Two million years ago, last century, next year, 9,000 years later, on Dec. 31 and Feb. 30, Feb. 29 last year, "
        "Easter, Election Day, tomorrow, yesterday, 99999999999999 days ago, last decade, the day after tomorrow."
    )
    dates, _ = find_times(article(text, published))
    assert all(text[d.begin : d.end] == d.surface for d in dates)


def test_what_depends_on_an_inferred_date_says_so() -> None:
    text = "It rained on 3 May 2024 and again on Thursday."
    inferred = Article(id="t", path="t", text=text, published=date(2026, 2, 6), published_basis="inferred")
    dates, _ = find_times(inferred)
    assert [(d.value, d.basis) for d in dates] == [("2024-05-03", "explicit"), ("2026-02-05", "inferred")]
    dates, _ = find_times(article(text, None))
    assert [(d.value, d.basis, d.resolved) for d in dates] == [
        ("2024-05-03", "explicit", True),
        ("XXXX-WXX-4", "relative", False),
    ]
