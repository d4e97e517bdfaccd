"""What undated articles share with dated ones: meetings, and other events by the words around their dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from readout.extract import DateMention, Extraction, MeetingMention
from readout.extract.meetings import find_meetings
from readout.extract.meetings.when import WEEKDAY, When
from readout.extract.mentions import Mention
from readout.extract.times import find_times
from readout.story.contexts import Context, Likeness, contexts_of
from readout.story.meetings.comparing import likeness, parties_clash, places_clash, rounds_clash
from readout.story.meetings.group import Group, gap_days
from readout.story.meetings.groups import across, within
from readout.story.meetings.sightings import Days, days_said, sighting
from readout.text.calendar import days_of

# Contexts less alike than this are not of one event.
_ALIKE = 0.22
# Meetings must share this much besides their days (see likeness) to be taken for one.
_SAME_MEETING = 1.5
# Articles whose dates lie further apart, in days, are not of one time.
_ONE_TIME = 120
# What a fully alike event on the same day is worth, and a calendar date of its own.
_EVENT, _OWN_DATE = 5.0, 2.0
# Days named for one meeting that lie further apart than this do not fit together.
_SITTING = 4
# Hours by the clock, which tell no day.
_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\d{1,2}:\d\d|\d{4}\s(?:GMT|UTC)|\d{1,2} o['’]clock", re.I
)
# A known event that may be the same: what it is worth, the mention, its days.
Like = tuple[float, Mention, Days]


@dataclass(frozen=True, slots=True)
class Known:
    """What the dated articles put on known days: meetings, and other events by the words around their dates.

    `monday` is of the week in the middle.
    """

    meetings: tuple[Group, ...]
    events: Likeness
    monday: date


@dataclass(frozen=True, slots=True)
class Event:
    """An event of an undated article, on which days it is if published on the day looked at, and like ones."""

    own: Mention
    days: Days
    likes: tuple[Like, ...]


def known_days(dated: Sequence[Extraction]) -> Known | None:
    """What the dated articles tell of days; None where they tell nothing, or where what is alike may have come back."""
    if not time_of(dated):
        return None
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


def time_of(dated: Iterable[Extraction]) -> Days | None:
    """The first and last day of publication, where these lie close enough for the articles to be of one time."""
    days = sorted(e.article.published for e in dated if e.article.published)
    return (days[0], days[-1]) if days and (days[-1] - days[0]).days <= _ONE_TIME else None


def _short(days: Days) -> bool:
    return (days[1] - days[0]).days <= 10


def as_of(e: Extraction, published: date) -> Extraction:
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


class Events:
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
            # Around a round of talks (`the delegates arrived on Friday`) all comes back with the next.
            if not self.groups and likes and days and _short(days) and is_relative(moved[i].mention):
                yield Event(moved[i].mention, days, tuple(likes))
        new = {c.mention.begin: c for c in moved}
        for g, same in zip(self.groups, self.meetings, strict=True):
            days = _days_of_group(g, new) if same else None
            if days and _short(days):
                dated = [new[at].mention for s in g.sightings for at in s.mention.dated_by if at in new]
                yield Event(next(iter(filter(is_relative, dated)), g.first), days, tuple(same))


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
    dated = [c for c in base if c.meeting and c.meeting.begin in begins and not is_relative(c.mention)]
    own: list[Like] = [(_OWN_DATE, c.mention, c.days) for c in dated if c.days and c.days[0] == c.days[1]]
    return own + [like for like in likes if all(gap_days(like[2], days) == 0 for _, _, days in own)]


def _days_of_group(g: Group, new: Mapping[int, Context]) -> Days | None:
    """When a meeting is, with its dates as they are for one day of publication; None where they do not fit."""
    found: list[Days] = []
    for s in g.sightings:
        said = [
            c.days for at in s.mention.dated_by if (c := new.get(at)) and c.days and is_relative(c.mention)
        ]
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


def moved_to(e: Extraction, base: Sequence[Context], published: date) -> list[Context]:
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


def is_relative(m: DateMention) -> bool:
    """Whether a date is counted from the day of publication (`10 a.m. on Monday`), so that it moves with it."""
    return m.basis != "explicit" and not re.search(r"\d", _CLOCK.sub("", m.surface))
