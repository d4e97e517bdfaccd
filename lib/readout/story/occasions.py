"""Which counts are of one event, and on which day each was told.

Each attack has a toll of its own, and so has a quake; but the quake's toll is told again and again while it grows.
So counts of two events must not be held against each other, and of one event the later count supersedes the earlier.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from readout.corpus import Article
from readout.extract import DateMention, FigureMention
from readout.lexicon import table, words
from readout.story.counting import outcomes_of
from readout.story.current import has_own_day, is_level
from readout.text import any_of
from readout.text.calendar import days_of

# Counts further apart than this, in days, are of two occasions, not of one thing that changes.
LULL = 45
# Levels (a stock, a share) that are told with their days may be further apart: they are read quarter by quarter.
_LEVEL_LULL = 130
_MONTH = re.compile(r"\d{4}-\d\d(?:-END)?")
# What a night and the morning after may be apart, in days.
_OVERNIGHT = 1
# How many events a count may belong to: of more, the first ones are long over.
_OPEN = 30
# How far around a figure, in characters, its event is named.
_AROUND = 150
# How many characters after a figure may say what befell those counted.
_AFTER = 60
# An article says at its beginning, within so many characters, what it is about.
_LEAD = 300
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_POSSESSIVE = re.compile(r"['’]s\b")


@cache
def _events() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """What finds the words for events, the event of each word, and the events that a story has once."""
    named = {word: row[0] for row in table("events") for word in row[1].split(",")}
    once = frozenset(row[0] for row in table("events") if row[2] == "once")
    return re.compile(rf"\b{any_of(named)}\b", re.IGNORECASE), named, once


@cache
def _running() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('running_counts'))}\b", re.IGNORECASE)


def _names(text: str, begin: int, end: int) -> frozenset[str]:
    """The events that a stretch of text names."""
    find, events, _ = _events()
    return frozenset(events[m[0].lower()] for m in find.finditer(text, begin, end))


@dataclass(frozen=True, slots=True)
class _Told:
    """A count with the day it was told, its event's day and name where it says them, and how such counts behave."""

    figure: FigureMention
    day: date
    event: date | None
    named: frozenset[str]
    running: bool
    behaves: str

    @property
    def level(self) -> bool:
        """Whether it is a level, as of a day that the words give."""
        stated = self.figure.as_of_basis in ("stated", "event")
        return stated and is_level(self.figure)


@dataclass(slots=True)
class _Occasion:
    """Counts of one event, in order of the day on which they were told."""

    counts: list[_Told] = field(default_factory=list)
    event: date | None = None
    named: frozenset[str] = frozenset()

    def add(self, count: _Told) -> None:
        self.counts.append(count)
        self.event = self.event or count.event
        self.named |= count.named

    def has(self, count: _Told) -> bool:
        """Whether the next count is of this event, as far as the words tell."""
        last = self.counts[-1]
        apart = (count.day - last.day).days
        if apart > (_LEVEL_LULL if count.level and last.level else LULL):
            return False
        if count.behaves == "vary":
            return True
        if self.event and count.event:
            return abs((self.event - count.event).days) <= _OVERNIGHT
        once = _events()[2]
        # (A storm brings its flood, and a quake its landslide: what a story has once each is one.)
        one = bool(self.named & once and count.named & once)
        if self.named and count.named and not one and not self.named & count.named:
            return False
        return one or count.running or count.behaves != "grow" or apart == 0


class Occasions:
    """Tells counts of one event from those of another; `dates` are those of `articles`."""

    def __init__(self, articles: Iterable[Article], dates: Iterable[DateMention]) -> None:
        self._articles = {a.id: a for a in articles}
        self._dates: dict[str, list[DateMention]] = defaultdict(list)
        for d in dates:
            self._dates[d.article].append(d)

    def day(self, figure: FigureMention, *, monthly: bool = False) -> date | None:
        """The day as of which a figure was told: for a recent event's, the day of publication.

        None where neither the text nor the article gives one day; a month is its last day where it may be `monthly`.
        """
        days = days_of(figure.as_of)
        published = self._articles[figure.article].published
        event = figure.as_of_basis == "event" and self._befalls(figure)
        if event and published and days and 0 <= (published - days[1]).days <= LULL:
            return published
        single = days and (days[0] == days[1] or (monthly and _MONTH.fullmatch(figure.as_of or "")))
        return days[1] if days and single else None

    def _befalls(self, figure: FigureMention) -> bool:
        """Whether a figure is of what befell people or things, of which each event has its own."""
        text = self._articles[figure.article].text
        said = figure.of or text[figure.end : figure.end + _AFTER]
        return not has_own_day(figure, text) and "grow" in outcomes_of(f"{figure.unit} {said}")

    def split(
        self, figures: Sequence[FigureMention], *, monthly: bool = False
    ) -> list[list[tuple[date, FigureMention]]]:
        """Counts of one thing by event, each with its day and in order of it; those without a day are left out.

        Those that are of a month are kept where they may be `monthly`.
        """
        told = [self._told(f, day) for f in figures if (day := self.day(f, monthly=monthly))]
        occasions: list[_Occasion] = []
        for count in sorted(told, key=lambda c: (c.day, c.figure.value or 0.0, c.figure.article)):
            own = next((o for o in reversed(occasions[-_OPEN:]) if o.has(count)), None)
            if own is None:
                occasions.append(own := _Occasion())
            own.add(count)
        return [[(c.day, c.figure) for c in o.counts] for o in occasions]

    def rising(self, figures: Sequence[FigureMention]) -> bool:
        """Whether counts of one day are of a toll that rises on it: they were told at different hours."""
        told = [self._told(f, day) for f in figures if (day := self.day(f))]
        return any(t.running for t in told) and all(t.behaves == "grow" for t in told)

    def _told(self, figure: FigureMention, day: date) -> _Told:
        text = self._articles[figure.article].text
        before = text[max(0, figure.begin - _AROUND) : figure.begin]
        begin = figure.begin - len(before) + max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
        ends = _SENTENCE_END.search(text, figure.end, figure.end + _AROUND)
        end = ends.start() if ends else figure.end + _AROUND
        running = figure.as_of_basis == "stated" or bool(_running().search(text, begin, end))
        named = _names(text, begin, end)
        if not named and (lead := _names(text, 0, _LEAD)) <= _events()[2]:
            named = lead
        spoken = self._spoken_of(figure.article, text, begin, end)
        befell = figure.as_of_basis == "event" and not running and not has_own_day(figure, text)
        own = days_of(figure.as_of) if befell else None
        outcomes = outcomes_of(f"{figure.unit} {figure.of or text[figure.end : end]}")
        return _Told(
            figure,
            day,
            spoken or (own[0] if own else None),
            named,
            running,
            "grow" if "grow" in outcomes else next(iter(outcomes), ""),
        )

    def _spoken_of(self, article: str, text: str, begin: int, end: int) -> date | None:
        """The day of an event that is named by its day: `Sunday's quake`."""
        dates = self._dates[article]
        for d in dates[bisect_left(dates, begin, key=lambda d: d.begin) :]:
            if d.begin >= end:
                break
            days = days_of(d.value)
            if days and (d.surface.endswith(("'s", "’s")) or _POSSESSIVE.match(text, d.end)):
                return days[0]
        return None
