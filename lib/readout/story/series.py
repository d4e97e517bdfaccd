"""One count at different times, in order of the day that it is of; never in order of size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from readout.extract import FigureMention
from readout.story.alike import same_counts
from readout.story.amounts import amount_words, subject
from readout.story.counting import is_outcome
from readout.story.current import has_own_day, headline, is_change, latest, names_one
from readout.story.evidence import cite
from readout.story.occasions import Occasions
from readout.story.plain import count, day, listed, sentence, when
from readout.story.records import Finding
from readout.story.related import Related
from readout.text.calendar import days_of

# What a measure is of: `231 kilograms of uranium`.
_OF_WHAT = re.compile(r" of (?!it\b|them\b|the\b)[a-z]+")
_BOUND = {
    "more_than": "lower",
    "at_least": "lower",
    "less_than": "upper",
    "at_most": "upper",
    "almost": "upper",
}
# Of a longer row the explanation tells its ends.
_SPELT = 4
# Numbers below this are found in any article.
_SMALL = 10


def find_series(
    figures: Iterable[FigureMention], texts: Mapping[str, str], occasions: Occasions, related: Related
) -> tuple[Finding, ...]:
    """A `series` for each count of one event or state that articles give for several days with different values."""
    found: list[Finding] = []
    levels = [f for f in figures if f.value is not None and f.per is None and _is_level(f, texts)]
    for group in same_counts(levels, texts, related):
        for told in occasions.split(_telling(group, texts), monthly=True):
            run = _points(told)
            if _changes(run) and not _is_trifle(run):
                found.append(_series(run, texts))
    return tuple(found)


def _is_level(f: FigureMention, texts: Mapping[str, str]) -> bool:
    """Whether a figure tells how many there were: not by how much they changed, nor which raise or duty it is."""
    text = texts.get(f.article, "")
    return not is_change(f, text) and not names_one(f, text)


def _changes(run: Sequence[tuple[date, FigureMention]]) -> bool:
    """Whether a count changed from one day to another."""
    return len({d for d, _ in run}) > 1 and len({f.value for _, f in run}) > 1


def _is_trifle(run: Sequence[tuple[date, FigureMention]]) -> bool:
    """Whether a run is of small numbers of which nothing is said: they are sooner of two things than of one."""
    return all((f.value or 0.0) < _SMALL and not f.of and not is_outcome(f.unit) for _, f in run)


def _telling(group: Sequence[FigureMention], texts: Mapping[str, str]) -> list[FigureMention]:
    """What an article says last, and what it gives for other days where it says `as of` when each was.

    Sums of money are told of many things: only those with their day are of one that grows.
    """
    stated = headline([f for f in group if has_own_day(f, texts.get(f.article, ""))], texts)
    return [*stated, *(f for f in latest(group, texts) if f not in stated and f.kind != "money")]


def _points(told: Sequence[tuple[date, FigureMention]]) -> list[tuple[date, FigureMention]]:
    """One point a day and value, in order of the day."""
    points: dict[tuple[date, float], FigureMention] = {}
    for d, f in told:
        points.setdefault((d, f.value or 0.0), f)
    return [(d, points[d, v]) for d, v in sorted(points)]


def _is_month(f: FigureMention) -> bool:
    days = days_of(f.as_of)
    return bool(days and days[0] != days[1])


def _as_of(d: date, f: FigureMention) -> str:
    """`on 4 February 2026`, `in August 2026`."""
    return f"in {when(f.as_of)}" if _is_month(f) else f"on {day(d)}"


def _trend(run: Sequence[tuple[date, FigureMention]]) -> str:
    values = [f.value or 0 for _, f in run]
    if values == sorted(values):
        return "rises"
    return "falls" if values == sorted(values, reverse=True) else "goes up and down"


def _caveats(run: Sequence[tuple[date, FigureMention]]) -> list[str]:
    bounds = {_BOUND.get(f.qualifier) for _, f in run}
    notes = []
    if len(bounds) == 1 and (bound := next(iter(bounds))):
        number = "Both" if len(run) == 2 else "All"
        notes.append(f"{number} are {bound} bounds, so the true change may differ")
    wordings = list(dict.fromkeys(f.of for _, f in run if f.of))
    if len(wordings) > 1:
        notes.append("the wordings differ: " + listed([f"“{w}”" for w in wordings]))
    return notes


def _title(run: Sequence[tuple[date, FigureMention]], texts: Mapping[str, str]) -> str:
    """What is counted and where: in the words for it that an article has, those of a verb before those of a noun."""
    said = sorted((f.of for _, f in run if f.of), key=lambda of: of[:1].isupper())
    told = [m[0].strip() for _, f in run if (m := _OF_WHAT.match(texts.get(f.article, ""), f.end))]
    place = next((f.place for _, f in run if f.place), None)
    if run[0][1].kind == "money" and not said:
        return "Cost" + (f", {place}" if place else "")
    unit = subject(run[0][1].unit)
    words = unit if is_outcome(unit) else f"{unit} {next(iter([*said, *told]), '')}".strip()
    return words + (f", {place}" if place else "")


def _series(run: Sequence[tuple[date, FigureMention]], texts: Mapping[str, str]) -> Finding:
    first, last = run[0][1], run[-1][1]
    title = _title(run, texts)
    trend = _trend(run)
    told = [f"{amount_words(f)} {_as_of(d, f)}" for d, f in run]
    spelt = f": {listed(told)}" if len(run) <= _SPELT else f" from {told[0]} to {told[-1]}"
    change = f"from {amount_words(first)} to {amount_words(last)}"
    parts = [f"By date the count {trend}{spelt}", *_caveats(run)]
    return Finding(
        kind="series",
        subject=title[0].upper() + title[1:],
        verdict=f"{trend} {change}"
        if trend != "goes up and down"
        else f"{trend} over {count(len(run), 'count')}",
        explanation=" ".join(map(sentence, parts)),
        evidence=tuple(cite(f, title, "count", amount_words(f)) for _, f in run),
        data={
            "points": [
                {
                    "as_of": f.as_of if _is_month(f) else d.isoformat(),
                    "value": f.value,
                    "qualifier": f.qualifier,
                    "unit": f.unit,
                    "article": f.article,
                }
                for d, f in run
            ]
        },
    )
