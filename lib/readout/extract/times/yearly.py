"""Expressions for what comes back every year, and is said without it: a month, a quarter, a holiday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from readout.extract.times.calendar import Grain, Moment, day_of, holiday_in
from readout.extract.times.expressions import PLANNED, UNKNOWN, Base, Context, Expression

# A quarter that began this long ago, or less, is the one that is reported now.
_REPORTED_DAYS = 190
# From the end of a quarter back to its middle, which tells it where its months are not those of the calendar.
_HALF_QUARTER = 45
# A day this near is meant even where the tense points the other way (`was scheduled for Nov. 15`).
_NEAR_DAYS = 60
# Farther from now than this, a day of a month is said with its year.
_SAID_DAYS = 400
# News tells of the past: where nothing else decides, a time ahead must be this many times nearer.
_PAST_PULL = 2


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, a day of one, a season, a quarter or a half of some year.

    `which` is -1 for the last one, 1 for the next one, 0 for this year's, None where only the sentence tells.
    `weekday` tells the year of `Thursday, 12 March`, where one of the years near falls so.
    `apart` is for `last May`, said in June of the one a year before: the one just past is `last month`.
    """

    grain: Grain
    month: int
    day: int = 1
    which: int | None = None
    base: Base | None = "published"
    apart: bool = False
    weekday: int | None = None

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
        named = [
            m
            for m in years
            if abs((m.first - today).days) <= _SAID_DAYS and m.first.weekday() == self.weekday
        ]
        if named:
            return named[0]
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
            found = before if self.which < 0 else after
            beside = Moment(self.grain, today).by(self.grain, self.which) if self.apart else None
            return found.by("Y", self.which) if beside and beside.value == found.value else found
        back, ahead = (today - before.first).days, (after.first - today).days
        direction = context.direction()
        if direction == PLANNED or (self.grain == "D" and min(back, ahead) <= _NEAR_DAYS):
            return before if back <= ahead else after
        if self.grain == "Q" and back <= _REPORTED_DAYS:
            direction = -1
        return before if direction < 0 or (direction == 0 and back <= _PAST_PULL * ahead) else after


@dataclass(frozen=True, slots=True)
class FiscalQuarter(Yearless):
    """`the fiscal second quarter`: known by its number and this year's, if that is over by the calendar too.

    Else the fiscal year may have begun in the last one, and its number is not known.
    """

    def moment(self, context: Context) -> Moment | None:
        found, today = Yearless.moment(self, context), context.published
        return found if found and today and found.first.year == today.year else None


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
        step, toward = (1 - ahead, 1) if context.direction() == 1 else (-ahead, -1)
        # No two months in a row are without one of their days.
        months = (Moment("D", today.replace(day=1)).by("M", n) for n in (step, step + toward))
        days = (day_of(m.first.year, m.first.month, self.day) for m in months if m)
        return next((Moment("D", day) for day in days if day), None)


@dataclass(frozen=True, slots=True)
class Holiday(Yearless):
    """A named day; `rule` is written as in lexicon/time/holidays.tsv."""

    rule: str = ""

    @property
    def open(self) -> str:
        return UNKNOWN["D"]

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
class Quarter:
    """`the quarter`, `the year-ago period`: the quarter last spoken of, else the last full one.

    `over` is for `the latest quarter`, which cannot be one that still goes on; `end` is a day on which it ended.
    """

    years: int
    over: bool = False
    base: Base | None = "published"
    end: Expression | None = None

    @property
    def open(self) -> str:
        return UNKNOWN["Q"]

    def moment(self, context: Context) -> Moment | None:
        today, period = context.base("published"), context.reported()
        full = today.at("Q").by("Q", -1) if today else None
        if self.end and (day := self.end.moment(context)) and (middle := day.by("D", -_HALF_QUARTER)):
            full = middle.at("Q")
        if not period or (self.over and full and period.value > full.value):
            period = full
        return period.by("Y", self.years) if period else None
