"""For each day that the evidence allows, how well it fits; the best one if it is clearly ahead and borne out.

Half of the articles that tell of an evening, and a quarter of all, come out on the day after the newest one that they
name. So shared events tell the week, and the day in it has to be borne out by the article's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from readout.extract import Extraction
from readout.extract.meetings.when import WEEKDAY
from readout.extract.mentions import Mention
from readout.story.contexts import Context, contexts_of
from readout.story.meetings.sightings import Days
from readout.story.undated.evidence import Event, Events, Known, as_of, is_relative, moved_to
from readout.text.calendar import days_of

# How many days before publication news reports (or events, or plans after it) lie: shares for 0 to 6 days. Those
# of reports are about what dated news shows (half of all bare weekdays name the day of publication).
_REPORTS = (0.58, 0.2, 0.08, 0.05, 0.04, 0.03, 0.02)
_EVENTS = (0.4, 0.27, 0.13, 0.08, 0.06, 0.04, 0.02)
# How far ahead of every other day the best must be, of days next to it and of days further away; and how far it is
# where there is no other.
_AHEAD_NEAR, _AHEAD, _SURE = 0.7, 1.6, 9.0
# What the events on a day must be worth together.
_SUPPORT = 1.0
# So many signs bear a day out, of those that `borne_out` counts.
_SIGNS = 3
_LATE = re.compile(r"T(?:EV|NI|1[89]|2\d)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(\d{4})", re.I)


@dataclass(frozen=True, slots=True)
class Shared:
    """An event that an undated article shares with a dated one: both mentions, the known day, what it is worth."""

    own: Mention
    other: Mention
    day: str
    worth: float


@dataclass(frozen=True, slots=True)
class Inferred:
    """A publication day with its support; `ahead` is the lead in log score over the best other day."""

    day: date
    ahead: float
    shared: tuple[Shared, ...]
    reports: tuple[Context, ...]
    year: int | None


@dataclass(frozen=True, slots=True)
class _Score:
    """What speaks for a day, as log scores: the weekdays named, and the events shared with dated articles."""

    weekdays: float
    support: float
    shared: tuple[Shared, ...]

    @property
    def total(self) -> float:
        return self.weekdays + self.support


def infer(e: Extraction, known: Known) -> Inferred | None:
    """The publication day of one article, or None where the evidence does not single one out."""
    read = as_of(e, known.monday + timedelta(days=3))
    base = contexts_of(read)
    year = copyright_year(e)
    reader = Events(read, base, known)
    if not reader.any:
        return None
    scores: dict[date, _Score] = {}
    clear: set[int] = set()
    for weekday in range(7):
        start = known.monday + timedelta(days=weekday)
        moved = moved_to(e, base, start)
        week = weekday_score(moved, start)
        if borne_out(moved, start):
            clear.add(weekday)
        for d, shared in _votes(reader.events(moved, start), start).items():
            scores[d] = _Score(week, sum(s.worth for s in shared) + bounds(e, d, year), shared)
    best = max(scores, key=lambda d: (scores[d].total, -d.toordinal()), default=None)
    if not best or best.weekday() not in clear or scores[best].support < _SUPPORT:
        return None
    ahead = _ahead(scores, best)
    if ahead is None:
        return None
    return Inferred(best, ahead, scores[best].shared, tuple(c for c in base if c.report), year)


def _ahead(scores: Mapping[date, _Score], best: date) -> float | None:
    """By how much the best day is ahead of all others; None where one comes near."""
    leads = {d: scores[best].total - other.total for d, other in scores.items() if d != best}
    near = any(by < (_AHEAD_NEAR if abs((d - best).days) == 1 else _AHEAD) for d, by in leads.items())
    return None if near else min(leads.values(), default=_SURE)


def copyright_year(e: Extraction) -> int | None:
    """The last year of the copyright lines among an article's furniture."""
    return max((int(y) for d in e.article.dropped for y in _COPYRIGHT.findall(d.text)), default=None)


def weekday_score(moved: Iterable[Context], published: date) -> float:
    """How well the weekdays named fit a day of publication: each kind of mention counts once for a day."""
    score, seen = 0.0, set[tuple[bool, int]]()
    for c in sorted(moved, key=lambda c: not c.lead):
        if not c.days or c.days[0] != c.days[1] or not is_relative(c.mention):
            continue
        lag = (published - c.days[0]).days
        if abs(lag) > 6 or (c.report, lag) in seen:
            continue
        seen.add((c.report, lag))
        share = _REPORTS[lag] if c.report and lag >= 0 else _EVENTS[abs(lag)]
        score += log(share) * (1.0 if c.report else 0.5) * (2.0 if c.lead else 1.0)
    return score


def borne_out(moved: Iterable[Context], day: date) -> bool:
    """Whether an article's own weekdays say that it is of `day`, and not of the next: it does not tell of its evening.

    Signs are that the lead tells of the day, that something was said on it, twice, and that the day before has a name
    of its own. Days named on both sides of it say as much.
    """
    named = [c for c in moved if c.days and c.days[0] == c.days[1] and WEEKDAY.search(c.mention.surface)]
    lags = [((day - c.days[0]).days, c) for c in named if c.days and is_relative(c.mention)]
    past = [(lag, c) for lag, c in lags if not (c.meeting and c.meeting.status == "planned")]
    told = [c for lag, c in past if lag == 0]
    if not told or any(_LATE.search(c.mention.value) for c in told):
        return False
    before = any(lag == 1 for lag, _ in past)
    signs = any(c.lead for c in told) + min(2, sum(c.report for c in told)) + before
    return signs >= _SIGNS or (before and any(lag == -1 for lag, _ in lags))


def _votes(events: Iterable[Event], start: date) -> dict[date, tuple[Shared, ...]]:
    """Days of the weekday of `start` that put an event of the article on the day of a like one."""
    best: dict[date, dict[int, Shared]] = {}
    for i, event in enumerate(events):
        for worth, other, days in event.likes:
            for weeks in _weeks_between(event.days, days):
                now = best.setdefault(start + timedelta(weeks=weeks), {})
                sharp = worth * _sharpness(event.days, days)
                if i not in now or sharp > now[i].worth:
                    known = days[0].isoformat() if days[0] == days[1] else f"{days[0]}/{days[1]}"
                    now[i] = Shared(event.own, other, known, sharp)
    return {d: tuple(found[i] for i in sorted(found)) for d, found in best.items()}


def _weeks_between(own: Days, other: Days) -> range:
    """By how many weeks `own` may be moved to overlap `other`."""
    return range(-((own[1] - other[0]).days // 7), (other[1] - own[0]).days // 7 + 1)


def _sharpness(a: Days, b: Days) -> float:
    """What an overlap is worth: all where both are a few days, less for weeks."""
    return 1.0 if max((a[1] - a[0]).days, (b[1] - b[0]).days) <= 2 else 0.5


def bounds(e: Extraction, published: date, year: int | None) -> float:
    """What explicit dates and a copyright year say against a day of publication."""
    score = 0.0 if year is None or published.year == year else -6.0 if published.year > year else -2.0
    for m in e.meetings:
        days = days_of(m.start) or _with_year(m.start, published)
        if days and days[0] == days[1]:
            early, late = published > days[0], published < days[0]
            score -= 4.0 * (early if m.status == "planned" else late if m.status == "held" else False)
    return score


def _with_year(value: str | None, published: date) -> Days | None:
    """The days of a value without a year (`XXXX-02-01`), in the year that brings it nearest to a day."""
    if not value or not re.fullmatch(r"XXXX-\d\d-\d\d", value):
        return None
    near = [days_of(f"{published.year + n}{value[4:]}") for n in (-1, 0, 1)]
    return min((d for d in near if d), key=lambda d: abs((d[0] - published).days), default=None)
