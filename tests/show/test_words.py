"""Values in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.extract import DurationMention, FigureMention
from readout.extract.mentions import Mod
from readout.show.media import printable
from readout.show.words import (
    body,
    count,
    date_words,
    days,
    duration_words,
    hours,
    hours_words,
    lasted,
    listed,
    the,
)
from readout.story.amounts import amount_words, qualified, thing


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2026-03-09", "9 March"),
        ("2025-03-09", "9 March 2025"),
        ("2026-03-09TEV", "9 March, evening"),
        ("2026-03-09T11:30", "9 March, 11:30"),
        ("2026-03-09/2026-03-10", "9–10 March"),
        ("2026-02-28/2026-03-02", "28 February to 2 March"),
        ("2025-12-30/2026-01-02", "30 December 2025 to 2 January"),
        ("2026-W11", "week of 9 March"),
        ("2026-03", "March 2026"),
        ("2025-SU", "summer 2025"),
        ("2025", "2025"),
        (None, "date not known"),
        ("XXXX-WXX-4", "XXXX-WXX-4"),
        ("2026-02-31", "2026-02-31"),
    ],
)
def test_dates(value: str | None, said: str) -> None:
    assert date_words(value, 2026) == said


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2026-W11", (date(2026, 3, 9), date(2026, 3, 15))),
        ("2026-W11-WE", (date(2026, 3, 14), date(2026, 3, 15))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2026-03-10/2026-03-09", None),
        ("2025-SU", None),
        ("2026-13-01", None),
    ],
)
def test_days(value: str, span: tuple[date, date] | None) -> None:
    assert days(value) == span


@pytest.mark.parametrize(
    ("value", "mod", "said", "length"),
    [
        ("PT5H30M", "APPROX", "about 5 h 30 min", 5.5),
        ("PT4H", "LESS_THAN", "almost 4 h", 4.0),
        ("PT45M", None, "45 min", 0.75),
        ("P2D", None, "2 days", None),
        ("P1Y6M", "MORE_THAN", "more than 1 year 6 months", None),
        ("PXM", None, "some months", None),
        ("PTXH", None, "some h", None),
        ("nonsense", None, "nonsense", None),
    ],
)
def test_durations(value: str, mod: Mod | None, said: str, length: float | None) -> None:
    surface = said.replace(" h", " hours")
    mention = DurationMention(article="a", begin=0, end=len(surface), surface=surface, value=value, mod=mod)
    assert lasted(mention) == said
    assert hours(value) == length


@pytest.mark.parametrize(
    ("surface", "mod", "high", "said"),
    [
        ("less than an hour", "LESS_THAN", None, "less than 1 h"),
        ("under an hour", "LESS_THAN", None, "under 1 h"),
        ("Nearly one hour", "LESS_THAN", None, "nearly 1 h"),
        ("close to an hour", "LESS_THAN", None, "close to 1 h"),
        ("up to an hour", "EQUAL_OR_LESS", None, "up to 1 h"),
        ("no less than one hour", "EQUAL_OR_MORE", None, "no less than 1 h"),
        ("an hour or so", "APPROX", None, "about 1 h"),
        ("one to three hours", None, "PT3H", "1 h to 3 h"),
    ],
)
def test_a_length_is_limited_in_the_words_of_the_article(
    surface: str, mod: Mod | None, high: str | None, said: str
) -> None:
    mention = DurationMention(
        article="a", begin=0, end=len(surface), surface=surface, value="PT1H", mod=mod, high=high
    )
    assert lasted(mention) == said


def test_hours_as_hours_and_minutes() -> None:
    assert [hours_words(h) for h in (8.5, 3.0, 0.25, 0.0)] == ["8 h 30 min", "3 h", "15 min", "0 min"]


def figure(**fields: object) -> FigureMention:
    given = {"article": "a", "begin": 0, "end": 1, "surface": "x", "value": None, "unit": "people"}
    return FigureMention(**{**given, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": 1900, "qualifier": "more_than"}, "more than 1,900"),
        ({"value": 7, "qualifier": "ordinal"}, "7th"),
        ({"value": 0.5, "surface": "0.5 litres"}, "0.5"),
        ({"low": 20, "high": 30}, "20 to 30"),
        ({"surface": "Hundreds of thousands of people", "qualifier": "vague"}, "hundreds of thousands"),
        ({"surface": "scores", "qualifier": "vague"}, "scores"),
        ({"value": 1.4e9, "unit": "USD", "qualifier": "about"}, "about $1.4 billion"),
        ({"low": 2e11, "high": 3e11, "unit": "EUR"}, "€200 billion to €300 billion"),
        ({"value": 3415.5, "unit": "GBP"}, "£3,415.5"),
        ({"value": 1500, "unit": "PKR"}, "1,500 PKR"),
        ({"value": 6.5, "unit": "percent", "qualifier": "at_least"}, "at least 6.5%"),
        ({"value": 1 / 3, "unit": "harvest", "surface": "A third of the harvest"}, "a third"),
        ({"value": 0.2, "unit": "litre", "surface": "0.2 litres"}, "0.2"),
    ],
)
def test_amounts(fields: dict[str, object], said: str) -> None:
    assert amount_words(figure(**fields)) == said


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("mile", 4, "miles"),
        ("mile", 1, "mile"),
        ("kilometre", 310, "kilometres"),
        ("degree Celsius", -6, "degrees Celsius"),
        ("foot", None, "feet"),
        ("percent", 9, ""),
        ("EUR", 9, ""),
        ("family", 2, "family"),
        ("people", 2, "people"),
    ],
)
def test_what_is_counted(unit: str, value: float | None, said: str) -> None:
    assert thing(unit, value) == said


def test_sentences() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert count(1, "article") == "one article"
    assert count(14, "article") == "14 articles"
    assert the("second round of talks") == "The second round of talks"
    assert the("Summit of the lakes") == "The summit of the lakes"
    assert the("Ministers' dinner") == "Ministers' dinner"
    assert [body(n) for n in ("Faroe Islands", "United Kingdom", "Norway")] == [
        "the Faroe Islands",
        "the United Kingdom",
        "Norway",
    ]


@given(st.text())
def test_any_text_is_a_value_that_can_be_shown(value: str) -> None:
    for said in (date_words(value), duration_words(value)):
        assert isinstance(said, str)
    days(value)
    hours(value)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_numbers_read_back(value: float) -> None:
    assert float(qualified(value, "exact").replace(",", "")) == pytest.approx(value, rel=1e-9)


@given(st.text())
def test_nothing_turns_the_text_around(text: str) -> None:
    assert len(printable(text)) == len(text)
    assert not set(printable(text)) & set("\x00\x07\x1b\u202e\u202d")
