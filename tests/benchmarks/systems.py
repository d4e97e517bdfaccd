"""The library behind the signatures of the public scorers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readout.corpus import Article
from readout.extract import DateMention
from readout.extract.figures import find_figures
from readout.extract.figures.units import read_measure
from readout.extract.people import find_people
from readout.extract.times import find_times
from readout.text import find_numbers


def _article(text: str, published: str | None = None) -> Article:
    day = date.fromisoformat(published) if published else None
    return Article(
        id="a", path="a.txt", text=text, published=day, published_basis="stated" if day else "unknown"
    )


# Between the two ends of a range.
_TO = re.compile(r"\s*[-–]\s*|\s+(?:and|to|through)(?:\s+on)?\s+")


def _ends(mention: DateMention) -> Iterator[tuple[int, int, str, str]]:
    """TimeML knows no intervals: `Friday and Saturday` is two expressions there."""
    first, *last = mention.value.split("/")
    to = _TO.search(mention.surface)
    if not last or not to:
        yield mention.begin, mention.end, mention.type, mention.value
        return
    yield mention.begin, mention.begin + to.start(), mention.type, first
    yield mention.begin + to.end(), mention.end, mention.type, last[0]


def timex(text: str, dct: str) -> Iterator[tuple[int, int, str, str]]:
    """Dates and durations as (begin, end, type, value)."""
    dates, durations = find_times(_article(text, dct))
    for d in dates:
        yield from _ends(d)
    yield from ((d.begin, d.end, "DURATION", d.value) for d in durations)


def entities(text: str) -> Iterator[tuple[int, int, str]]:
    """People, times, quantities and money as (begin, end, kind)."""
    article = _article(text)
    dates, durations = find_times(article)
    people, _ = find_people(article, dates, durations)
    # Vague references (`now`, `recently`) are no entities.
    yield from ((m.begin, m.end, "Temporal") for m in (*dates, *durations) if not m.value.endswith("_REF"))
    yield from ((p.begin, p.end, "Person") for p in people)
    for f in find_figures(article, dates, durations, people):
        yield f.begin, f.end, "Money" if f.unit.isupper() and len(f.unit) == 3 else "Quantity"


# What the scorer of quantities calls some of our units.
_SCORED_AS = {"USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "times": "count"}


def _scored(unit: str, per: str | None) -> str:
    name = _SCORED_AS.get(unit, unit)
    return f"{name} per {per}" if per else name


def _middle(value: float | None, low: float | None, high: float | None) -> float | None:
    return (low + high) / 2 if value is None and low is not None and high is not None else value


def quantities(text: str) -> Iterator[tuple[int, int, float | None, str]]:
    """Figures and durations as (begin, end, value, unit); a range counts as its middle."""
    article = _article(text)
    dates, durations = find_times(article)
    for f in find_figures(article, dates, durations, ()):
        middle = None if f.qualifier == "vague" else _middle(f.value, f.low, f.high)
        yield f.begin, f.end, middle, _scored(f.unit, f.per)
    for d in durations:
        for n in find_numbers(d.surface):
            unit = read_measure(d.surface, n.end, in_digits=True)
            if unit and n.kind == "cardinal":
                yield d.begin + n.begin, d.begin + unit.end, n.value, unit.name
