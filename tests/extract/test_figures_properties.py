"""What holds for any text: spans in order, apart, exact and off the dates, and time linear in length."""

from __future__ import annotations

import math
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readout.corpus import Article
from readout.extract import PersonMention
from readout.extract.figures import find_figures
from readout.extract.times import find_times
from readout.lexicon import table, words
from tests.helpers.cost import assert_linear

PIECES = st.sampled_from(
    [word for word, _, _ in table("number_words")]
    + [qualifier for qualifier, _, _ in table("figures/qualifiers")]
    + sorted(words("figures/people_states") | words("figures/lacks"))
    + [
        "4",
        "1,300",
        "9 300",
        "$",
        "€",
        "%",
        "km",
        "-",
        "–",
        "(",
        ")",
        ",",
        ".",
        "\n",
        "each",
        "of the",
        "between",
    ]
    + [
        "people",
        "drones",
        "Article",
        "Riga",
        "he said",
        "according to",
        "on Monday",
        "No.",
        "+",
        "/",
        "'s",
        "\u00a0",
    ]
)
TEXTS = st.text() | st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join)


@settings(max_examples=150)
@given(TEXTS)
@example("-DOZENs")
def test_spans_are_exact_and_apart(text: str) -> None:
    article = Article(id="a", path="a.txt", text=text, published=date(2026, 5, 6))
    dates, durations = find_times(article)
    found = find_figures(article, dates, durations, ())
    for f in found:
        assert text[f.begin : f.end] == f.surface
        assert f.surface == f.surface.strip()
        assert all(v is None or math.isfinite(v) for v in (f.value, f.low, f.high))
        assert f.value is not None or f.low is not None
        assert f.low is None or f.high is None or f.low <= f.high
    spans = sorted((m.begin, m.end) for m in (*dates, *durations, *found))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_number_in_a_name_is_no_figure() -> None:
    text = "50 Cent sang to 50 guests."
    article = Article(id="a", path="a.txt", text=text)
    name = PersonMention(article="a", begin=0, end=7, surface="50 Cent", person="50 Cent")
    assert [f.surface for f in find_figures(article, (), (), (name,))] == ["50 guests"]


# Each is repeated to many characters: numbers, glue, and beginnings of what never ends.
REPEATED = [
    "7",
    " ",
    "of ",
    "1,",
    "1-",
    "1-a ",
    "of the ",
    "the number of ",
    "said ",
    "according to X ",
    "Xx said ",
    "he ",
    "in Xx ",
    "the company Xx ",
    "the toll in Xx and Yy ",
    "since the ",
]
READ_EACH_TIME = [
    "1 ",
    "two ",
    "5 men ",
    "5 to ",
    "between 5 and ",
    "$5 ",
    "half a ",
    "more than 5 ",
    "5 men said ",
    "5% of ",
    "5 men in Xx ",
    "the toll in Xx rose to 5 ",
    "5 and 5 others ",
    "5 men from the old, who were ",
    "up from 5, and 5 ",
]


@pytest.mark.parametrize(
    ("unit", "size"), [(u, 40_000) for u in REPEATED] + [(u, 6_000) for u in READ_EACH_TIME]
)
def test_time_is_linear(unit: str, size: int) -> None:
    assert_linear(lambda n: _seconds(unit * (n // len(unit))), size // 4, size, spare=0.5)


def _seconds(text: str) -> float:
    article = Article(id="a", path="a.txt", text=text, published=date(2026, 5, 6))
    start = time.process_time()
    find_figures(article, (), (), ())
    return time.process_time() - start
