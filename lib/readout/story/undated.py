"""When articles without a date were published, inferred from what they share with dated ones.

Two kinds of evidence are added up as log scores for each day that they allow. Weekdays (`said on Monday`) tell the
day of the week: news names the day it is published, or one of the few before it. Events (`the talks ended on
Saturday`) that a dated article puts on a known day tell the week. A day is inferred only if shared events support
it, and if it is clearly ahead of every other day; otherwise the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log

from readout.corpus import Article
from readout.extract import DateMention, Extraction, MeetingMention, extract
from readout.extract.meetings import find_meetings
from readout.extract.meetings.when import WEEKDAY, When
from readout.extract.mentions import Mention
from readout.extract.times import find_times
from readout.story.contexts import Context, Likeness, contexts_of
from readout.story.evidence import cite
from readout.story.meetings.groups import (
    Group,
    across,
    gap_days,
    likeness,
    parties_clash,
    places_clash,
    rounds_clash,
    within,
)
from readout.story.meetings.sightings import Days, days_said, sighting
from readout.story.plain import count, day, listed, sentence, when
from readout.story.records import Evidence, Finding
from readout.text.calendar import days_of

# How many days before publication news reports (or events, or plans after it) lie: shares for 0 to 6 days. Those
# of reports are about what dated news shows (half of all bare weekdays name the day of publication).
_REPORTS = (0.58, 0.2, 0.08, 0.05, 0.04, 0.03, 0.02)
_EVENTS = (0.4, 0.27, 0.13, 0.08, 0.06, 0.04, 0.02)
# Contexts less alike than this are not of one event.
_ALIKE = 0.22
# Meetings must share this much besides their days (see likeness) to be taken for one.
_SAME_MEETING = 1.5
# What a fully alike event on the same day is worth, a calendar date of its own, and the sum that they must reach.
_EVENT, _OWN_DATE, _SUPPORT = 5.0, 2.0, 1.0
# Days named for one meeting that lie further apart than this do not fit together.
_SITTING = 4
# How far ahead of every other day the best must be, of days next to it and of days further away.
_AHEAD_NEAR, _AHEAD = 0.7, 1.6
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(\d{4})", re.I)


# A known event that may be the same: what it is worth, the mention, its days.
Like = tuple[float, Mention, Days]


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
class Known:
    """What the dated articles put on known days: meetings, and other events by the words around their dates."""

    meetings: tuple[Group, ...]
    events: Likeness
    monday: date


@dataclass(frozen=True, slots=True)
class Event:
    """An event of an undated article, on which days it is if published on the day looked at, and like ones."""

    own: Mention
    days: Days
    likes: tuple[Like, ...]


def infer_dates(extractions: Sequence[Extraction]) -> tuple[list[Extraction], tuple[Finding, ...]]:
    """Extractions with the undated articles dated where that is safe (and read again), and a finding for each.

    Articles that state their date, or have it from a sidecar file, are never changed.
    """
    undated = [e for e in extractions if e.article.published is None]
    dated = [e for e in extractions if e.article.published_basis in ("stated", "sidecar")]
    known = _known(dated) if undated else None
    if known is None:
        return list(extractions), ()
    inferred = {e.article.id: guess for e in undated if (guess := infer(e, known))}
    articles = {e.article.id: e.article for e in extractions}
    findings = [_finding(articles[key], guess, articles) for key, guess in sorted(inferred.items())]
    return [_dated(e, inferred.get(e.article.id), articles) for e in extractions], tuple(findings)


def _known(dated: Sequence[Extraction]) -> Known | None:
    """What the dated articles tell of days, or None where they tell nothing."""
    groups = across([g for e in dated for g in within([sighting(m, {}, {}) for m in e.meetings])])
    meetings = tuple(g for g in groups if g.when and _short(g.when))
    contexts = [
        c for e in dated for c in contexts_of(e) if c.days and not (c.report or c.meeting) and _short(c.days)
    ]
    days = sorted([g.when[0] for g in meetings if g.when] + [c.days[0] for c in contexts if c.days])
    if not days:
        return None
    middle = days[len(days) // 2]
    return Known(meetings, Likeness(contexts), middle - timedelta(days=middle.weekday()))


def _short(days: Days) -> bool:
    return (days[1] - days[0]).days <= 10


def infer(e: Extraction, known: Known) -> Inferred | None:
    """The publication day of one article, or None where the evidence does not single one out."""
    read = _as_of(e, known.monday + timedelta(days=3))
    base = contexts_of(read)
    year = max((int(y) for d in e.article.dropped for y in _COPYRIGHT.findall(d.text)), default=None)
    reader = _Events(read, base, known)
    if not reader.any:
        return None
    scores: dict[date, tuple[float, tuple[Shared, ...]]] = {}
    weekdays: list[float] = []
    for weekday in range(7):
        start = known.monday + timedelta(days=weekday)
        moved = _moved(e, base, start)
        week = _weekday_score(moved, start)
        weekdays.append(week)
        for d, shared in _votes(reader.events(moved, start), start).items():
            total = week + sum(s.worth for s in shared) + _bounds(e, d, year)
            scores[d] = (total, shared)
    best = _winner(scores, base, year)
    # Shared events must carry more than the weekdays alone would.
    return best if best and scores[best.day][0] >= max(weekdays) + _AHEAD_NEAR else None


def _as_of(e: Extraction, published: date) -> Extraction:
    """The article read as if published on a day: tells which dates differ, whatever the day.

    Whether a meeting is past or to come is left to the words: the day looked at must not decide it.
    """
    article = replace(e.article, published=published, published_basis="inferred")
    dates, durations = find_times(article)
    said = {m.begin: m.status for m in e.meetings}
    meetings = [
        replace(m, status=said.get(m.begin, m.status))
        for m in find_meetings(article, dates, durations, e.people, e.statements)
    ]
    return replace(e, article=article, dates=dates, durations=durations, meetings=tuple(meetings))


class _Events:
    """The events of an undated article, with the like events of dated ones: found once, dated for each day."""

    def __init__(self, e: Extraction, base: Sequence[Context], known: Known) -> None:
        self.base = base
        self.groups = within([sighting(m, {}, {}) for m in e.meetings])
        self.meetings = [_own_dates(g, base, _like_meetings(g, known.meetings)) for g in self.groups]
        self.words = {
            i: [
                (_EVENT * (like - _ALIKE / 2), c.mention, c.days)
                for like, c in known.events.like(b)
                if like >= _ALIKE and c.days
            ]
            for i, b in enumerate(base)
            if not b.report and not b.meeting
        }

    @property
    def any(self) -> bool:
        """Whether the article shares any event at all."""
        return any(self.meetings) or any(self.words.values())

    def events(self, moved: Sequence[Context], published: date) -> Iterator[Event]:
        """The events on the days on which they are if the article was published on a day."""
        for i, likes in self.words.items():
            days = moved[i].days
            if likes and days and _short(days) and _relative(moved[i].mention):
                yield Event(moved[i].mention, days, tuple(likes))
        new = {c.mention.begin: c for c in moved}
        for g, same in zip(self.groups, self.meetings, strict=True):
            days = _days_of_group(g, new) if same else None
            if days and _short(days):
                dated = [new[at].mention for s in g.sightings for at in s.mention.dated_by if at in new]
                yield Event(next(iter(filter(_relative, dated)), g.first), days, tuple(same))


def _like_meetings(g: Group, meetings: Iterable[Group]) -> list[Like]:
    """Known meetings that a group may be, by all but their days."""
    s = replace(g.whole(), days=None)
    found: list[Like] = []
    for m in meetings:
        worth = 0.0 if parties_clash(m, s) or places_clash(m, s) or rounds_clash(m, s) else likeness(m, s)
        if worth >= _SAME_MEETING and m.when:
            found.append((_EVENT * min(1.0, (worth - 1) / 3), m.first, m.when))
    return found


def _own_dates(g: Group, base: Sequence[Context], likes: list[Like]) -> list[Like]:
    """`likes`, and the calendar dates that the article itself gives for a meeting; likes on other days are none."""
    begins = {s.mention.begin for s in g.sightings}
    dated = [c for c in base if c.meeting and c.meeting.begin in begins and not _relative(c.mention)]
    own: list[Like] = [(_OWN_DATE, c.mention, c.days) for c in dated if c.days and c.days[0] == c.days[1]]
    return own + [like for like in likes if all(gap_days(like[2], days) == 0 for _, _, days in own)]


def _days_of_group(g: Group, new: Mapping[int, Context]) -> Days | None:
    """When a meeting is, with its dates as they are for one day of publication; None where they do not fit."""
    found: list[Days] = []
    for s in g.sightings:
        said = [c.days for at in s.mention.dated_by if (c := new.get(at)) and c.days and _relative(c.mention)]
        if said:
            first, last = min(d[0] for d in said), max(d[1] for d in said)
            back = (
                days_said(replace(s.mention, start=None, until=last.isoformat()))
                if not s.mention.start
                else None
            )
            found.append((back[0] if back and s.mention.until else first, last))
    narrow = [d for d in found if (d[1] - d[0]).days <= _SITTING]
    if not narrow:
        return found[0] if found else None
    days = min(d[0] for d in narrow), max(d[1] for d in narrow)
    return days if (days[1] - days[0]).days <= _SITTING else None


def _moved(e: Extraction, base: Sequence[Context], published: date) -> list[Context]:
    """The article's contexts, resolved as if it had been published on a day."""
    dates, _ = find_times(replace(e.article, published=published, published_basis="inferred"))
    value = {(d.begin, d.end): d for d in dates}
    moved = []
    for c in base:
        m = value.get((c.mention.begin, c.mention.end))
        moved.append(replace(c, mention=m, days=_days(m, c.meeting, published)) if m else c)
    return moved


def _days(m: DateMention, meeting: MeetingMention | None, published: date) -> Days | None:
    """The days of a date; what is planned for a weekday is not before the day of publication."""
    if not meeting or meeting.status != "planned" or not WEEKDAY.search(m.surface):
        return days_of(m.value)
    start, _, until = m.value.partition("/")
    ahead = When(start, until or None).ahead_of(published)
    first, last = days_of(ahead.start), days_of(ahead.until)
    return (first[0], max(first[1], last[1])) if first and last else first


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
        share = _REPORTS[lag] if c.report and lag >= 0 else _EVENTS[abs(lag)]
        score += log(share) * (1.0 if c.report else 0.5) * (2.0 if c.lead else 1.0)
    return score


def _relative(m: DateMention) -> bool:
    return m.basis != "explicit" and not re.search(r"\d", m.surface)


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


def _bounds(e: Extraction, published: date, year: int | None) -> float:
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
    return Inferred(best, ahead, shared, tuple(c for c in base if c.report), year)


def _dated(e: Extraction, guess: Inferred | None, articles: Mapping[str, Article]) -> Extraction:
    if guess is None:
        return e
    why = _reasons(guess, articles)
    return extract(
        replace(e.article, published=guess.day, published_basis="inferred", published_evidence=why)
    )


def _reasons(guess: Inferred, articles: Mapping[str, Article]) -> str:
    """The evidence in words."""
    parts = []
    for s in sorted(guess.shared, key=lambda s: -s.worth)[:3]:
        other = articles[s.other.article]
        name = other.publisher or f"“{other.title or other.id}”"
        parts.append(f"its “{s.own.surface}” fits what {name} puts on {when(s.day)}")
    said = [c.mention.surface for c in guess.reports if WEEKDAY.search(c.mention.surface)]
    if said:
        parts.append(f"it reports what was said on “{said[0]}”")
    if guess.year:
        parts.append(f"its copyright line says {guess.year}")
    return sentence(f"Not stated; inferred because {listed(parts)}")


def _finding(article: Article, guess: Inferred, articles: Mapping[str, Article]) -> Finding:
    sure = "well supported" if guess.ahead >= 3 else "supported"
    proof: list[Evidence] = []
    for s in guess.shared:
        proof.append(cite(s.own, article.id, "date", s.own.surface))
        proof.append(cite(s.other, article.id, "shared event", s.day))
    others = len({s.other.article for s in guess.shared})
    told = f"published on {day(guess.day)}, inferred from events shared with {count(others, 'dated article')}"
    return Finding(
        kind="inferred_date",
        subject=article.title or article.id,
        verdict=f"{day(guess.day)}, inferred ({sure})",
        explanation=sentence(told) + " " + _reasons(guess, articles),
        evidence=tuple(dict.fromkeys(proof)),
        data={"article": article.id, "published": guess.day.isoformat(), "ahead": round(guess.ahead, 2)},
    )
