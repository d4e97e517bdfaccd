"""When articles without a date were published, inferred from what they share with dated ones.

Two kinds of evidence are added up as log scores for each day that they allow. Weekdays (`said on Monday`) tell the
day of the week: news names the day it is published, or one of the few before it. Events (`the talks ended on
Saturday`) that a dated article puts on a known day tell the week. A day is inferred only if shared events support
it, and if it is clearly ahead of every other day; otherwise the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log

from readout.corpus import Article
from readout.extract import DateMention, Extraction, extract
from readout.extract.times import find_times
from readout.story.contexts import Context, Likeness, contexts_of
from readout.story.evidence import cite
from readout.story.plain import count, day, listed, sentence, when
from readout.story.records import Evidence, Finding
from readout.text.calendar import days_of

# How many days before publication news reports (or events, or plans after it) lie: shares for 0 to 6 days. Those
# of reports are about what dated news shows (half of all bare weekdays name the day of publication).
_REPORTS = (0.58, 0.2, 0.08, 0.05, 0.04, 0.03, 0.02)
_EVENTS = (0.3, 0.24, 0.15, 0.11, 0.08, 0.07, 0.05)
# Contexts less alike than this are not of one event.
_ALIKE = 0.22
# What a fully alike event on the same day is worth, and the sum that events must reach.
_EVENT, _SUPPORT = 5.0, 1.0
# How far ahead of every other day the best must be, of days next to it and of days further away.
_AHEAD_NEAR, _AHEAD = 0.7, 1.6
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(\d{4})", re.I)


@dataclass(frozen=True, slots=True)
class Shared:
    """An event that an undated article shares with a dated one, and what it is worth."""

    own: Context
    other: Context
    worth: float


@dataclass(frozen=True, slots=True)
class Inferred:
    """A publication day with its support; `ahead` is the lead in log score over the best other day."""

    day: date
    ahead: float
    shared: tuple[Shared, ...]
    reports: tuple[Context, ...]
    year: int | None


def infer_dates(extractions: Sequence[Extraction]) -> tuple[tuple[Extraction, ...], tuple[Finding, ...]]:
    """Extractions with the undated articles dated where that is safe (and read again), and a finding for each.

    Articles that state their date, or have it from a sidecar file, are never changed.
    """
    undated = [e for e in extractions if e.article.published is None]
    dated = [e for e in extractions if e.article.published_basis in ("stated", "sidecar")]
    if not undated or not dated:
        return tuple(extractions), ()
    known = Likeness([c for e in dated for c in contexts_of(e) if c.days and not c.report and _short(c.days)])
    inferred = {e.article.id: guess for e in undated if (guess := infer(e, known))}
    articles = {e.article.id: e.article for e in extractions}
    findings = [_finding(articles[key], guess, articles) for key, guess in sorted(inferred.items())]
    return tuple(_dated(e, inferred.get(e.article.id), articles) for e in extractions), tuple(findings)


def _short(days: tuple[date, date]) -> bool:
    return (days[1] - days[0]).days <= 10


def infer(e: Extraction, known: Likeness) -> Inferred | None:
    """The publication day of one article, or None where the evidence does not single one out."""
    base = contexts_of(e)
    year = max((int(y) for d in e.article.dropped for y in _COPYRIGHT.findall(d.text)), default=None)
    alike = {i: [x for x in known.like(c) if x[0] >= _ALIKE] for i, c in enumerate(base) if not c.report}
    if not any(alike.values()):
        return None
    scores: dict[date, tuple[float, tuple[Shared, ...]]] = {}
    for weekday in range(7):
        start = _reference(known) + timedelta(days=weekday)
        moved = _moved(e, base, start)
        week = _weekday_score(moved, start)
        for d, shared in _votes(moved, alike, start).items():
            total = week + sum(s.worth for s in shared) + _bounds(e, d, year)
            scores[d] = (total, shared)
    return _winner(scores, base, year)


def _reference(known: Likeness) -> date:
    """A Monday among the days that the dated articles speak of."""
    days = sorted(c.days[0] for c in known.contexts if c.days)
    middle = days[len(days) // 2]
    return middle - timedelta(days=middle.weekday())


def _moved(e: Extraction, base: Sequence[Context], published: date) -> list[Context]:
    """The article's contexts, resolved as if it had been published on a day."""
    dates, _ = find_times(replace(e.article, published=published, published_basis="inferred"))
    value = {(d.begin, d.end): d for d in dates}
    return [replace(c, mention=m, days=days_of(m.value)) if (m := value.get((c.mention.begin, c.mention.end))) else c for c in base]


def _weekday_score(moved: Iterable[Context], published: date) -> float:
    """How well the weekdays named fit a day of publication: each kind of mention counts once for a day."""
    score, seen = 0.0, set[tuple[bool, int]]()
    for c in sorted(moved, key=lambda c: not c.lead):
        if not c.days or c.days[0] != c.days[1] or not _relative(c.mention):
            continue
        lag = (published - c.days[0]).days
        if abs(lag) > 6 or (c.report, lag) in seen:
            continue
        seen.add((c.report, lag))
        if c.report and lag >= 0:
            score += log(_REPORTS[lag]) * (2.0 if c.lead else 1.0)
        else:
            score += log(_EVENTS[abs(lag)]) * 0.5
    return score


def _relative(m: DateMention) -> bool:
    return m.basis != "explicit" and not re.search(r"\d", m.surface)


def _votes(
    moved: Sequence[Context], alike: Mapping[int, Sequence[tuple[float, Context]]], start: date
) -> dict[date, tuple[Shared, ...]]:
    """Days of the weekday of `start` that put an event of the article on the day of a like one."""
    best: dict[date, dict[int, Shared]] = {}
    for i, likes in alike.items():
        own = moved[i].days
        if not own or not _short(own) or not _relative(moved[i].mention):
            continue
        for likeness, other in likes:
            for weeks in _weeks_between(own, other.days or own):
                d = start + timedelta(weeks=weeks)
                worth = _EVENT * (likeness - _ALIKE / 2) * _sharpness(own, other.days or own)
                now = best.setdefault(d, {})
                if i not in now or worth > now[i].worth:
                    now[i] = Shared(moved[i], other, worth)
    return {d: tuple(found[i] for i in sorted(found)) for d, found in best.items()}


def _weeks_between(own: tuple[date, date], other: tuple[date, date]) -> range:
    """By how many weeks `own` may be moved to overlap `other`."""
    low = -((own[1] - other[0]).days // 7)
    high = (other[1] - own[0]).days // 7
    return range(low, high + 1)


def _sharpness(a: tuple[date, date], b: tuple[date, date]) -> float:
    """What an overlap is worth: all where both are a day or two, less for weeks."""
    wide = max((a[1] - a[0]).days, (b[1] - b[0]).days)
    return 1.0 if wide <= 2 else 0.5


def _bounds(e: Extraction, published: date, year: int | None) -> float:
    """What explicit dates and a copyright year say against a day of publication."""
    score = 0.0 if year is None or published.year == year else -6.0 if published.year > year else -2.0
    for m in e.meetings:
        days = days_of(m.start) if m.start and not m.start.startswith("X") else None
        days = days or _with_year(m.start, published)
        if days and days[0] == days[1]:
            wrong = days[0] < published if m.status == "planned" else days[0] > published if m.status == "held" else False
            score -= 4.0 * wrong
    return score


def _with_year(value: str | None, published: date) -> tuple[date, date] | None:
    """The days of a value without a year (`XXXX-02-01`), in the year that brings it nearest to a day."""
    if not value or not re.fullmatch(r"XXXX-\d\d-\d\d", value):
        return None
    near = [days_of(f"{published.year + n}{value[4:]}") for n in (-1, 0, 1)]
    return min((d for d in near if d), key=lambda d: abs((d[0] - published).days), default=None)


def _winner(
    scores: Mapping[date, tuple[float, tuple[Shared, ...]]], base: Sequence[Context], year: int | None
) -> Inferred | None:
    """The best day if events support it and no other day comes near."""
    ranked = sorted(scores.items(), key=lambda x: (-x[1][0], x[0]))
    if not ranked:
        return None
    best, (score, shared) = ranked[0]
    if sum(s.worth for s in shared) < _SUPPORT:
        return None
    ahead = 9.0
    for d, (other, _) in ranked[1:]:
        enough = _AHEAD_NEAR if abs((d - best).days) == 1 else _AHEAD
        if score - other < enough:
            return None
        ahead = min(ahead, score - other)
    reports = tuple(c for c in base if c.report)
    return Inferred(best, ahead, shared, reports, year)


def _dated(e: Extraction, guess: Inferred | None, articles: Mapping[str, Article]) -> Extraction:
    if guess is None:
        return e
    why = _reasons(guess, articles)
    return extract(replace(e.article, published=guess.day, published_basis="inferred", published_evidence=why))


def _reasons(guess: Inferred, articles: Mapping[str, Article]) -> str:
    """The evidence in words."""
    parts = []
    for s in sorted(guess.shared, key=lambda s: -s.worth)[:3]:
        other = articles[s.other.mention.article]
        name = other.publisher or other.title or other.id
        parts.append(f"its “{s.own.mention.surface}” fits what {name} puts on {when(s.other.mention.value)}")
    said = [c.mention.surface for c in guess.reports if c.mention.resolved is False]
    if said:
        parts.append(f"it reports what was said on “{said[0]}”")
    if guess.year:
        parts.append(f"its copyright line says {guess.year}")
    return sentence(f"Not stated; inferred because {listed(parts)}")


def _finding(article: Article, guess: Inferred, articles: Mapping[str, Article]) -> Finding:
    sure = "well supported" if guess.ahead >= 3 else "supported"
    proof: list[Evidence] = []
    for s in guess.shared:
        proof.append(cite(s.own.mention, article.id, "date", s.own.mention.surface))
        proof.append(cite(s.other.mention, article.id, "shared event", s.other.mention.value))
    others = len({s.other.mention.article for s in guess.shared})
    told = f"published on {day(guess.day)}, inferred from events shared with {count(others, 'dated article')}"
    return Finding(
        kind="inferred_date",
        subject=article.title or article.id,
        verdict=f"{day(guess.day)}, inferred ({sure})",
        explanation=sentence(told) + " " + _reasons(guess, articles),
        evidence=tuple(dict.fromkeys(proof)),
        data={"article": article.id, "published": guess.day.isoformat(), "ahead": round(guess.ahead, 2)},
    )
