"""The year of an article whose date line says a day and a month only, from the dated articles beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readout.corpus.publication import MonthDay, dateline_day, day_line
from readout.extract import Extraction
from readout.story.contexts import contexts_of
from readout.story.undated.evidence import as_of
from readout.story.undated.scoring import bounds, copyright_year, weekday_score

# Dated articles further apart than this are not of one time, so that they tell no year.
_ONE_TIME = 120
# So many days before the first or after the last of them, at most, an article belongs to it.
_NEAR = 60
# Another year whose weekdays fit so much better, as a log score, speaks against the nearest one.
_AGAINST = 1.5


@dataclass(frozen=True, slots=True)
class Dateline:
    """A publication day: as its line says it, in the year that the dated articles from `first` to `last` tell."""

    day: date
    said: str
    first: date
    last: date


def with_year(e: Extraction, dated: Sequence[Extraction]) -> Dateline | None:
    """The day that the article's date line says, in the year of the dated articles; None where that is not clear."""
    said = day_said(e)
    days = sorted(d.article.published for d in dated if d.article.published)
    if not said or not days or (days[-1] - days[0]).days > _ONE_TIME:
        return None
    first, last = days[0], days[-1]
    years = [day for year in range(first.year - 1, last.year + 2) if (day := said.in_year(year))]
    near = [day for day in years if (day - first).days >= -_NEAR and (day - last).days <= _NEAR]
    if len(near) != 1:
        return None
    others = [day for n in (-2, -1, 1, 2) if (day := said.in_year(near[0].year + n))]
    fits, rivals = _fit(e, near[0]), [fit for day in others if (fit := _fit(e, day)) is not None]
    if fits is None or any(rival > fits + _AGAINST for rival in rivals):
        return None
    return Dateline(near[0], said.said, first, last)


def day_said(e: Extraction) -> MonthDay | None:
    """The day without its year that the lines above the text say, or the dateline that the text begins with."""
    above = (day_line(d.text) for d in e.article.dropped if d.why == "date")
    title, text = e.article.title, e.article.text
    body = text[len(title) :].lstrip() if title and text.startswith(title) else text
    return next(filter(None, above), None) or dateline_day(body)


def _fit(e: Extraction, day: date) -> float | None:
    """How well the weekdays named fit a day of publication; None where calendar dates speak against it."""
    read = as_of(e, day)
    if bounds(read, day, copyright_year(read)) < 0:
        return None
    return weekday_score(contexts_of(read), day)
