"""The day of an article whose date line leaves its year or its month open, by the dated articles beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readout.corpus.dateline import OpenDay, dateline_day, day_line
from readout.extract import Extraction
from readout.story.contexts import contexts_of
from readout.story.undated.evidence import as_of, time_of
from readout.story.undated.scoring import bounds, copyright_year, weekday_score

# So many days before the first or after the last of them, at most, an article belongs to it.
_NEAR = 60
# The same where 05/07 may be a day of May or of July.
_NEAR_EITHER = 14
# Another year whose weekdays fit so much better, as a log score, speaks against the near one.
_AGAINST = 1.5


@dataclass(frozen=True, slots=True)
class Dateline:
    """A publication day: as its line says it, and as the dated articles, from `first` to `last`, settle it."""

    day: date
    said: str
    first: date
    last: date


def settled(e: Extraction, dated: Sequence[Extraction]) -> Dateline | None:
    """The day that the article's date line says, as the dated articles settle it; None where that is not clear."""
    said = day_said(e)
    time = time_of(dated)
    if not said or not time:
        return None
    first, last = time
    reach, against = (_NEAR, _AGAINST) if len(said.readings) == 1 else (_NEAR_EITHER, 0.0)
    days = said.days(range(first.year - 2, last.year + 3))
    near = [day for day in days if (day - first).days >= -reach and (day - last).days <= reach]
    if len(near) != 1:
        return None
    fits, rivals = _fit(e, near[0]), [_fit(e, day) for day in days if day != near[0]]
    if fits is None or any(rival is not None and rival > fits + against for rival in rivals):
        return None
    return Dateline(near[0], said.said, first, last)


def day_said(e: Extraction) -> OpenDay | None:
    """The day left open that the lines above the text say, or the dateline that the text begins with."""
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
