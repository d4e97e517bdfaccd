"""Expressions made of others: a time on a day, a range, the week of a date, the eve of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from readout.extract.times.calendar import Grain, Moment
from readout.extract.times.expressions import UNKNOWN, Base, Context, Expression, Weekday
from readout.extract.times.yearly import Yearless


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
class Shifted:
    """So many of a unit from another date: `the eve of`, `the Friday before last`."""

    of: Expression
    unit: Grain
    count: int

    @property
    def open(self) -> str:
        return UNKNOWN["D"] if self.unit == "D" else self.of.open

    @property
    def base(self) -> Base | None:
        return self.of.base

    def moment(self, context: Context) -> Moment | None:
        of = self.of.moment(context)
        return of.by(self.unit, self.count) if of else None


@dataclass(frozen=True, slots=True)
class Holding:
    """The week, weekend or month that another date is in: `the week of Oct. 23`."""

    grain: Grain
    of: Expression

    @property
    def open(self) -> str:
        return UNKNOWN[self.grain]

    @property
    def base(self) -> Base | None:
        return self.of.base

    def moment(self, context: Context) -> Moment | None:
        of = self.of.moment(context)
        return of.at(self.grain) if of else None


@dataclass(frozen=True, slots=True)
class Picked:
    """A day of another stretch, which `pick` finds by a day of it: `Friday next week`, `the first Monday of May`."""

    of: Expression
    pick: Callable[[date], date | None]
    open: str

    @property
    def base(self) -> Base | None:
        return self.of.base

    def moment(self, context: Context) -> Moment | None:
        of = self.of.moment(context)
        day = self.pick(of.first) if of else None
        return Moment("D", day) if day else None


@dataclass(frozen=True, slots=True)
class NightInto:
    """`overnight into Tuesday`: the night that ends in that day, which the text goes on from."""

    day: Expression

    @property
    def open(self) -> str:
        return UNKNOWN["D"] + "TNI"

    @property
    def base(self) -> Base | None:
        return self.day.base

    def moment(self, context: Context) -> Moment | None:
        return self.day.moment(context)

    def value(self, context: Context) -> str | None:
        """The night of the day before, by which a night is called."""
        eve = Shifted(self.day, "D", -1).moment(context)
        return f"{eve.value}TNI" if eve else None


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
        if not start or not end or start.first > end.first:
            return None
        return f"{start.value}{_suffix(self.start)}/{end.value}{_suffix(self.end)}"


def _suffix(what: Expression) -> str:
    return what.suffix if isinstance(what, Timed) else ""
