"""What an expression of time says, and what that is in a given context. Recognised it was before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol

from readout.extract.times.calendar import Grain, Moment, day_of, holiday_in

Base = Literal["published", "spoken"]
Direction = Literal[-1, 0, 1]
# A quarter that began this long ago, or less, is the one that is reported now.
_REPORTED_DAYS = 190
# A day this near is meant even where the tense points the other way (`was scheduled for Nov. 15`).
_NEAR_DAYS = 60
# News tells of the past: where nothing else decides, a time ahead must be this many times nearer.
_PAST_PULL = 2
_SATURDAY = 5
_UNKNOWN: dict[Grain, str] = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "S": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from.

    `spoken` is the date last spoken of, `period` the quarter last spoken of; `direction` tells whether the
    sentence speaks of the past (-1), the future (1) or does not say (0).
    """

    published: date | None
    spoken: Moment | None
    period: Moment | None
    direction: Callable[[], Direction]

    def base(self, of: Base) -> Moment | None:
        """The moment that is counted from."""
        if of == "spoken" and self.spoken:
            return self.spoken
        return Moment("D", self.published) if self.published else None

    def reported(self) -> Moment | None:
        """The quarter last spoken of, unless it is still to come and cannot have been reported on."""
        to_come = self.period and self.published and self.period.first > self.published
        return None if to_come else self.period


class Expression(Protocol):
    """Something that is a moment in a context."""

    @property
    def open(self) -> str:
        """The TIMEX3 value as far as it is known without a context."""

    @property
    def base(self) -> Base | None:
        """What it is counted from; None where it stands for itself."""

    def moment(self, context: Context) -> Moment | None:
        """What it is in `context`; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A moment that says its year."""

    at: Moment
    base: Base | None = None

    @property
    def open(self) -> str:
        return self.at.value

    def moment(self, context: Context) -> Moment | None:
        return self.at


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, a day of one, a season, a quarter or a half of some year.

    `which` is -1 for the last one, 1 for the next one, 0 for this year's, None where only the sentence tells.
    """

    grain: Grain
    month: int
    day: int = 1
    which: int | None = None
    base: Base | None = "published"

    @property
    def open(self) -> str:
        known = Moment(self.grain, day_of(2000, self.month, self.day) or date(2000, self.month, 1)).value
        return "XXXX" + known[4:]

    def in_year(self, year: int) -> Moment | None:
        """The one of `year`."""
        first = day_of(year, self.month, self.day)
        return Moment(self.grain, first) if first else None

    def moment(self, context: Context) -> Moment | None:
        today = context.published
        if not today:
            return None
        years = [m for y in (-2, -1, 0, 1) if (m := self.in_year(today.year + y))]
        here = Moment(self.grain, today).value
        now = [m for m in years if m.value == here]
        if now and self.which in (None, 0):
            return now[0]
        if self.which == 0:
            return self.in_year(today.year)
        past = [m for m in years if m.first < today and m not in now]
        future = [m for m in years if m.first > today and m not in now]
        if not past or not future:
            return past[-1] if past else future[0] if future else None
        before, after = past[-1], future[0]
        if self.which is not None:
            return before if self.which < 0 else after
        back, ahead = (today - before.first).days, (after.first - today).days
        direction = context.direction()
        if self.grain == "D" and min(back, ahead) <= _NEAR_DAYS:
            return before if back <= ahead else after
        if self.grain == "Q" and back <= _REPORTED_DAYS:
            direction = -1
        return before if direction < 0 or (direction == 0 and back <= _PAST_PULL * ahead) else after


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """`the 5th`: of the nearest month that fits the tense."""

    day: int
    base: Base | None = "published"

    @property
    def open(self) -> str:
        return f"XXXX-XX-{self.day:02}"

    def moment(self, context: Context) -> Moment | None:
        today = context.published
        if not today:
            return None
        ahead = 1 if today.day < self.day else 0
        step = 1 - ahead if context.direction() > 0 else -ahead
        month = Moment("D", today.replace(day=1)).by("M", step)
        first = day_of(month.first.year, month.first.month, self.day) if month else None
        return Moment("D", first) if first else None


@dataclass(frozen=True, slots=True)
class Holding:
    """The week, weekend or month that another date is in: `the week of Oct. 23`."""

    grain: Grain
    of: Expression

    @property
    def open(self) -> str:
        return _UNKNOWN[self.grain]

    @property
    def base(self) -> Base | None:
        return self.of.base

    def moment(self, context: Context) -> Moment | None:
        of = self.of.moment(context)
        return of.at(self.grain) if of else None


@dataclass(frozen=True, slots=True)
class Holiday(Yearless):
    """A named day; `rule` is written as in lexicon/time/holidays.tsv."""

    rule: str = ""

    @property
    def open(self) -> str:
        return _UNKNOWN["D"]

    def in_year(self, year: int) -> Moment | None:
        first = holiday_in(self.rule, year)
        return Moment("D", first) if first else None


@dataclass(frozen=True, slots=True)
class Inside:
    """A month, season, quarter or half of a year that is said by another expression."""

    part: Yearless
    year: Expression

    @property
    def open(self) -> str:
        return self.part.open

    @property
    def base(self) -> Base | None:
        return self.year.base

    def moment(self, context: Context) -> Moment | None:
        year = self.year.moment(context)
        return self.part.in_year(year.first.year) if year else None


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of `grain`, `count` of `unit` away: `last week`, `two years ago`, `the next day`."""

    grain: Grain
    count: int
    unit: Grain
    base: Base | None = "published"
    keep: bool = False

    @property
    def open(self) -> str:
        return _UNKNOWN[self.grain]

    def moment(self, context: Context) -> Moment | None:
        of = context.base(self.base or "published")
        if self.keep and (period := context.reported()):
            return period.by(self.unit, self.count)
        if not of:
            return None
        grain = of.grain if self.keep and of.grain in ("Q", "M") else self.grain
        return of.at(grain).by(self.unit, self.count)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0); `which` as for Yearless, and 0 for the one in this week."""

    day: int
    which: int | None = None
    base: Base | None = "published"

    @property
    def open(self) -> str:
        return f"XXXX-WXX-{self.day + 1}"

    def moment(self, context: Context) -> Moment | None:
        of = context.base(self.base or "published")
        if not of:
            return None
        ahead = (self.day - of.first.weekday()) % 7
        if self.which is None:
            direction = context.direction()
            offset = ahead if ahead == 0 or direction > 0 or (direction == 0 and ahead <= 1) else ahead - 7
        elif self.which < 0:
            offset = ahead - 7
        elif self.which == 0:
            offset = self.day - of.first.weekday()
        else:
            offset = self.day - of.first.weekday() + 7 if ahead and self.base == "published" else ahead or 7
        return Moment("D", of.first).by("D", offset)


@dataclass(frozen=True, slots=True)
class Weekend:
    """`the weekend`: the last one, or the coming one where the sentence speaks of the future."""

    base: Base | None = "published"

    @property
    def open(self) -> str:
        return _UNKNOWN["WE"]

    def moment(self, context: Context) -> Moment | None:
        today = context.base("published")
        if not today:
            return None
        here = today.first.weekday() >= _SATURDAY or context.direction() > 0
        return today.at("WE").by("W", 0 if here else -1)


@dataclass(frozen=True, slots=True)
class Quarter:
    """`the quarter`, `the year-ago period`: the quarter last spoken of, else the last full one."""

    years: int
    base: Base | None = "published"

    @property
    def open(self) -> str:
        return _UNKNOWN["Q"]

    def moment(self, context: Context) -> Moment | None:
        today = context.base("published")
        period = context.reported() or (today.at("Q").by("Q", -1) if today else None)
        return period.by("Y", self.years) if period else None


@dataclass(frozen=True, slots=True)
class SameQuarter:
    """`the 1988 quarter`, `the 1988 period`: the quarter last spoken of, in that year."""

    year: int
    base: Base | None = None

    @property
    def open(self) -> str:
        return f"{self.year:04}"

    def moment(self, context: Context) -> Moment | None:
        if context.period:
            return Moment("Q", date(self.year, context.period.first.month, 1))
        return Moment("Y", date(self.year, 1, 1))


@dataclass(frozen=True, slots=True)
class Night:
    """A night without its day: the one before publication, unless the sentence speaks of the future."""

    base: Base | None = "published"

    @property
    def open(self) -> str:
        return _UNKNOWN["D"]

    def moment(self, context: Context) -> Moment | None:
        today = context.base("published")
        return today.by("D", 0 if context.direction() > 0 else -1) if today else None


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many of a unit from another date: `the eve of`, `two weeks after`."""

    of: Expression
    unit: Grain
    count: int

    @property
    def open(self) -> str:
        return _UNKNOWN[self.unit]

    @property
    def base(self) -> Base | None:
        return self.of.base

    def moment(self, context: Context) -> Moment | None:
        of = self.of.moment(context)
        return of.by(self.unit, self.count) if of else None


@dataclass(frozen=True, slots=True)
class Timed:
    """A part of a day or a clock time on a day: `suffix` is `TEV` or `T14:00`."""

    day: Expression
    suffix: str

    @property
    def open(self) -> str:
        return self.day.open + self.suffix

    @property
    def base(self) -> Base | None:
        return self.day.base

    def moment(self, context: Context) -> Moment | None:
        return self.day.moment(context)


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Something that does not say which: a vague reference, a set, or a part of no given day."""

    open: str
    base: Base | None = None

    def moment(self, context: Context) -> Moment | None:
        return None


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another."""

    start: Expression
    end: Expression

    @property
    def open(self) -> str:
        return f"{self.start.open}/{self.end.open}"

    @property
    def base(self) -> Base | None:
        return self.start.base or self.end.base

    def moment(self, context: Context) -> Moment | None:
        return self.start.moment(context)

    def value(self, context: Context) -> str | None:
        """Both ends; a weekday or a day without a year is the first one after the start."""
        start = self.start.moment(context)
        if start and isinstance(self.end, Weekday | Yearless):
            context = replace(context, published=start.first, direction=lambda: 1)
        end = self.end.moment(context)
        return f"{start.value}/{end.value}" if start and end and start.first <= end.first else None
