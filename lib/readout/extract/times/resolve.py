"""Values for expressions, in text order: each date may be what a later one is counted from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from readout.corpus import Article
from readout.extract.mentions import Basis
from readout.extract.times.calendar import Moment
from readout.extract.times.combined import NightInto, Range, Timed
from readout.extract.times.counted import step_by
from readout.extract.times.direction import direction
from readout.extract.times.expressions import PLANNED, Context, Expression, Night, Step, Weekday
from readout.extract.times.grammar import Length, Reading
from readout.extract.times.hours import heads_line, is_clock, runs_past_midnight
from readout.extract.times.over import Over
from readout.extract.times.tense import tense
from readout.extract.times.told import is_of_event
from readout.extract.times.words import Words, beside, ends_sentence
from readout.extract.times.yearly import Quarter, SameQuarter, Yearless
from readout.lexicon import words as word_list

_UP_TO = beside("up to")
# Which way `ten days after 12 May` counts, and days that are not counted as the calendar does.
_COUNTS = {"after": 1, "before": -1}
_NOT_EVERY_DAY = beside("not every day")
# `in the ten days after 12 May` is a time that something filled.
_FILLED = beside("before bare length")
_STOPS = frozenset({"", ".", ";", "!", "?"})
# So many days after it was spoken, at most, news has a quotation without its day.
_QUOTED_DAYS = 7
# What a number is held against another one with.
_AGAINST = frozenset({"from", "with", "than", "against"})
_NUMBERS = ("NUM", "NUMBER", "DAYNUM", "YEAR")
_REPORTING = word_list("reporting_verbs")
# Days from publication of what news tells of by the clock, at most.
_NEWS_DAYS = 31
# `from 7 a.m. on Monday until Wednesday`: this many words apart at most.
_NEAR_WORDS = 8


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression is in its place: the fields of a DateMention that depend on the context."""

    value: str
    basis: Basis
    anchor: str | None
    known: bool


def _is_aside(what: Expression) -> bool:
    """Whether the text goes on from the date before, as this one is only held against it (`a year earlier`)."""
    if isinstance(what, Timed) and isinstance(what.day, Night):
        return True
    if isinstance(what, Step):
        return what.unit == "Y" and what.count < 0
    return isinstance(what, SameQuarter | Quarter)


def _value(what: Expression, moment: Moment, context: Context) -> str:
    if isinstance(what, Timed) and moment.grain == "D":
        return moment.value + what.suffix
    if isinstance(what, NightInto | Range):
        return what.value(context) or moment.value
    return moment.value


class Resolver:
    """Resolves the expressions of one article; call it in text order."""

    def __init__(self, article: Article, words: Words, spoken_on: Mapping[int, Expression | None]) -> None:
        self._article, self._words, self._spoken_on = article, words, spoken_on
        self._spoken: Moment | None = None
        self._spoken_basis: Basis = "explicit"
        self._period: Moment | None = None
        self._last: Reading | None = None
        self._length: Reading | None = None
        # The day of what the text last told of, which a clock time is of, and the last one that was still to come.
        self._event: Moment | None = None
        self._coming: Moment | None = None
        self._over = Over(words)
        # Whether the text so far has named the day of publication.
        self._today = False

    def pass_by(self, reading: Reading, length: Length) -> None:
        """Take note of a duration: after `the nine months`, `a year earlier` is not said of a quarter."""
        self._length = reading
        if length.unit == "M" and length.count:
            self._period = None
            self._spoken = None if self._spoken and self._spoken.grain == "Q" else self._spoken

    def resolve(self, reading: Reading, what: Expression) -> Resolved:
        """The value of `what`, and where it comes from; the date becomes the one last spoken of."""
        what = self._over.with_year(reading, what, self._spoken if self._spoken_basis == "explicit" else None)
        context, basis = self._context(reading, what), self._basis(what)
        moment = what.moment(context)
        self._last = reading if moment else None
        if not moment:
            known = what.base is None and (reading.kind == "SET" or not what.open.startswith("X"))
            return Resolved(what.open, basis, None, known)
        value, of = _value(what, moment, context), context.base(what.base) if what.base else None
        self._over.note(reading, moment)
        self._today |= moment.grain == "D" and moment.first == self._article.published
        if not _is_aside(what) and not self._is_compared(reading, what):
            self._spoken, self._spoken_basis = self._reached(reading, moment, context), basis
            self._period = moment if moment.grain == "Q" else self._period
            self._follow(reading, moment, context)
        return Resolved(value, basis, of.first.isoformat() if of else None, True)

    def _basis(self, what: Expression) -> Basis:
        if what.base is None:
            return "explicit"
        inferred = self._article.published_basis == "inferred"
        if what.base == "spoken" and self._spoken and not (self._event and is_clock(what)):
            inferred = self._spoken_basis == "inferred"
        return "inferred" if inferred else "relative"

    def _context(self, reading: Reading, what: Expression) -> Context:
        toward = partial(direction, self._words, reading.first, reading.last)
        context = Context(self._article.published, self._spoken, self._period, toward)
        said = self._spoken_on.get(reading.first)
        if said and (day := said.moment(replace(context, direction=lambda: -1))):
            return replace(context, published=day.first)
        if reading.first in self._spoken_on and isinstance(_day(what), Step) and self._told_later():
            return replace(context, published=None)
        if is_clock(what):
            return replace(context, spoken=self._day_of_clock(reading))
        if self._event and isinstance(_day(what), Night) and self._is_of_event(reading):
            return replace(context, published=(self._event.by("D", 1) or self._event).first)
        if self._is_compared(reading, what) and self._begins_dates(reading):
            return replace(context, spoken=None)
        if self._spoken and self._goes_on(reading, what):
            return replace(context, published=self._spoken.first, direction=lambda: 1)
        return context

    def _is_of_event(self, reading: Reading) -> bool:
        """Whether what it is said of is joined to what the day before is said of: `broke on Monday and flooded`."""
        between = self._words.words[self._last.last : reading.first] if self._last else []
        return "and" in between and _STOPS.isdisjoint(between) and self._told(reading) == -1

    def _follow(self, reading: Reading, day: Moment, context: Context) -> None:
        """Take note of a day, where it is one on which something happened: news tells by the clock of recent ones.

        A day gone by for which something was planned is none.
        """
        published = self._article.published
        if not is_of_event(self._words, reading) or (
            published and day.first < published and context.direction() == PLANNED
        ):
            return
        recent = not published or abs((day.first - published).days) <= _NEWS_DAYS
        self._event = day if day.grain == "D" and recent else None
        if self._event and published and day.first >= published:
            self._coming = day

    def _day_of_clock(self, reading: Reading) -> Moment | None:
        """The day that a clock time without one is of: that of the event, or the one after (`at 23:15 ... at 6 a.m.`).

        What is still to come (`resumes at 9 a.m.`) is so on the day ahead that was named, or on that of publication;
        what is over (`traded at 163 by 9 a.m.`) was so on no day ahead.
        """
        day, published = self._spoken, self._article.published
        if heads_line(self._words, reading):
            return self._over.day or (Moment("D", published) if published else None)
        if day and self._last and runs_past_midnight(self._words, self._last, reading):
            return day.by("D", 1)
        day = self._event or day
        if not day or not published:
            return day
        if day.grain != "D":
            # `last week there was rain`, and then `the mayor is speaking at 10 a.m.`
            over = day.first <= published and self._told(reading) == 1
            return Moment("D", published) if over else day
        if day.first < published and self._told(reading) == 1:
            return self._coming or Moment("D", published)
        return Moment("D", published) if day.first > published and self._told(reading) == -1 else day

    def _told(self, reading: Reading) -> int:
        """What the nearest verb before `reading` tells, after the date before it, or else the next one after it."""
        words, before = self._words, reading.first - 1
        as_of = (words.lower(before - 1), words.lower(before)) == ("as", "of")
        if as_of or self._held_against(before - (words.lower(before) == "at")):
            return -1
        first = self._last.last if self._last else reading.first
        for at in range(before, max(first, reading.first - _NEAR_WORDS) - 1, -1):
            if ends_sentence(words, at):
                break
            if (told := tense(words, at)) is not None:
                return 0 if words.lower(at) == "would" or words.lower(at) in _REPORTING else told
        ahead = range(reading.last, min(len(words.words), reading.last + _NEAR_WORDS))
        after = takewhile(lambda at: not ends_sentence(words, at), ahead)
        return next((told for at in after if (told := tense(words, at)) is not None), 0)

    def _told_later(self) -> bool:
        """Whether the text tells of a day just before it was published, and a quotation may be of that day."""
        day, published = self._spoken, self._article.published
        if self._today or not day or not published or day.grain != "D":
            return False
        return 0 < (published - day.first).days <= _QUOTED_DAYS

    def _reached(self, reading: Reading, moment: Moment, context: Context) -> Moment | None:
        """The date that the text goes on from: in `ten days after 12 May` that is the 22nd.

        After `ten working days` it is not known, beyond its year.
        """
        words, length = self._words, self._length
        sign = _COUNTS.get(words.lower(reading.first - 1))
        if not sign or not length or length.last != reading.first - 1 or not isinstance(length.what, Length):
            return moment
        counted = words.surface(length.first, length.last).lower().split()
        if words.lower(length.first - 1) in _FILLED or counted[0] == "the":
            return moment
        step = None if _NOT_EVERY_DAY.intersection(counted) else step_by(length.what, sign, "spoken")
        return (step and step.moment(replace(context, spoken=moment))) or moment.at("Y")

    def _is_compared(self, reading: Reading, what: Expression) -> bool:
        """Whether it tells of when a number was that another one is held against: `up from 90 a day earlier`."""
        return isinstance(what, Step) and what.unit != "Y" and self._held_against(reading.first - 1)

    def _held_against(self, number: int) -> bool:
        """Whether word `number` is a number that another one is held against."""
        words = self._words
        against = any(words.lower(number - n) in _AGAINST for n in range(1, 4))
        return against and words.is_a(number, *_NUMBERS)

    def _begins_dates(self, reading: Reading) -> bool:
        """Whether it is the first date of its sentence."""
        after = self._last.last if self._last else 0
        return any(ends_sentence(self._words, at) for at in range(after, reading.first))

    def _goes_on(self, reading: Reading, what: Expression) -> bool:
        """Whether this is how far the date just before it reaches: `opens Nov. 11 and runs through Nov. 22`."""
        last, led = self._last, self._words.words[reading.first - 1].lower() if reading.first else ""
        if not last or led not in _UP_TO or reading.first - last.last > _NEAR_WORDS:
            return False
        if not _STOPS.isdisjoint(self._words.words[last.last : reading.first]):
            return False
        day = _day(what)
        return (
            isinstance(day, Weekday | Yearless) and day.which is None and type(day) is type(_day(last.what))
        )


def _day(what: object) -> object:
    return what.day if isinstance(what, Timed) else what
