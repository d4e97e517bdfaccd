"""The library behind the signatures of the public scorers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readout.corpus import Article
from readout.extract import DateMention
from readout.extract.figures import find_figures
from readout.extract.figures.units import read_measure
from readout.extract.mentions import FigureMention
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
_SCORED_AS = {"USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "millilitre": "cubic centimetre"}


def _scored_unit(f: FigureMention) -> str:
    """The unit by what a figure is of: its name for a measure, money, a percentage, people and homes; else none.

    The scorers agree on that much. The one of quantities knows units of measurement and has every other number as
    dimensionless, as the SI has counts; the one of displacement asks which figures are of people and homes. What
    else is counted (`50 cars`) is a bare number here, and a `count` in a rate; the facts file has its noun.
    """
    if f.kind == "things":
        return f"count per {f.per}" if f.per else ""
    name = _SCORED_AS.get(f.unit, f.unit)
    return f"{name} per {f.per}" if f.per else name


def _scored_values(f: FigureMention) -> list[float | None]:
    """A range of counts by both its ends, a range of measurements by its middle, as the scorers have them."""
    if f.low is None or f.high is None or f.qualifier == "vague":
        return [f.value]
    people = f.unit == "people"
    return [f.low, f.high] if people else [(f.low + f.high) / 2]


def quantities(text: str) -> Iterator[tuple[int, int, float | None, str]]:
    """Figures and durations as (begin, end, value, unit)."""
    article = _article(text)
    dates, durations = find_times(article)
    for f in find_figures(article, dates, durations, ()):
        for value in _scored_values(f):
            yield f.begin, f.end, value, _scored_unit(f)
    for d in durations:
        for n in find_numbers(d.surface):
            unit = read_measure(d.surface, n.end, in_digits=True)
            if unit and n.kind == "cardinal":
                yield d.begin + n.begin, d.begin + unit.end, n.value, unit.name
