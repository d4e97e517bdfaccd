"""What an expression of time says, and what that is in a given context. Recognised it was before.

Here are those that stand alone; yearly has what comes back every year, combined what is made of others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, Protocol

from readout.extract.times.calendar import Grain, Moment

Base = Literal["published", "spoken"]
Direction = Literal[-1, 0, 1, 2]
PLANNED: Final = 2
_SATURDAY = 5
# So many days ahead, at most, is a weekday: what was planned for one may as well be over, so the nearest is meant.
_DAYS_AHEAD: dict[Direction, int] = {-1: 0, 0: 1, PLANNED: 3, 1: 6}
# What is known of a stretch of the calendar without a context.
UNKNOWN: dict[Grain, str] = {
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
    sentence speaks of the past (-1), the future (1), does not say (0), or tells of a plan that was made (2).
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
class Step:
    """A stretch of `grain`, `count` of `unit` away: `last week`, `two years ago`, `the next day`."""

    grain: Grain
    count: int
    unit: Grain
    base: Base | None = "published"
    keep: bool = False

    @property
    def open(self) -> str:
        return UNKNOWN[self.grain]

    def moment(self, context: Context) -> Moment | None:
        of = context.base(self.base or "published")
        if self.keep and self.count < 0 and (period := context.reported()):
            return period.by(self.unit, self.count)
        if not of or not of.tells(self.grain):
            return None
        grain = of.grain if self.keep and of.grain in ("Q", "M") else self.grain
        return of.at(grain).by(self.unit, self.count)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0); `which` as for Yearless, and 0 for the one in this week.

    `soonest` is for `the coming Friday`, which `next Friday`, said on a Monday, is not.
    """

    day: int
    which: int | None = None
    base: Base | None = "published"
    soonest: bool = False

    @property
    def open(self) -> str:
        return f"XXXX-WXX-{self.day + 1}"

    def moment(self, context: Context) -> Moment | None:
        of = context.base(self.base or "published")
        if not of or not of.tells("D" if self.which else "W"):
            return None
        ahead = (self.day - of.first.weekday()) % 7
        if self.which is None:
            offset = ahead if ahead <= _DAYS_AHEAD[context.direction()] else ahead - 7
        elif self.which < 0:
            offset = ahead - 7
        elif self.which == 0:
            offset = self.day - of.first.weekday()
            # `will begin this Wednesday`, said on a Friday.
            offset += 7 if offset < 0 and self.base == "published" and context.direction() == 1 else 0
        else:
            later = ahead and self.base == "published" and not self.soonest
            offset = self.day - of.first.weekday() + 7 if later else ahead or 7
        return Moment("D", of.first).by("D", offset)


@dataclass(frozen=True, slots=True)
class CurrentWeek:
    """`the week`: the present one, or the one just over where it is told of a day of that one."""

    base: Base | None = "published"

    @property
    def open(self) -> str:
        return UNKNOWN["W"]

    def moment(self, context: Context) -> Moment | None:
        today, day = context.base("published"), context.spoken
        if not today:
            return None
        over = day and day.grain == "D" and 0 <= (today.first - day.first).days < 7
        return (day if day and over and context.direction() != 1 else today).at("W")


@dataclass(frozen=True, slots=True)
class Weekend:
    """`the weekend`: the last one, or the coming one where the sentence speaks of the future."""

    base: Base | None = "published"

    @property
    def open(self) -> str:
        return UNKNOWN["WE"]

    def moment(self, context: Context) -> Moment | None:
        today = context.base("published")
        if not today:
            return None
        here = today.first.weekday() >= _SATURDAY or context.direction() == 1
        return today.at("WE").by("W", 0 if here else -1)


@dataclass(frozen=True, slots=True)
class Night:
    """A night without its day: the one before publication, unless the sentence speaks of the future."""

    base: Base | None = "published"

    @property
    def open(self) -> str:
        return UNKNOWN["D"]

    def moment(self, context: Context) -> Moment | None:
        today = context.base("published")
        return today.by("D", 0 if context.direction() == 1 else -1) if today else None


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Something that does not say which: a vague reference, a set, or a part of no given day."""

    open: str
    base: Base | None = None

    def moment(self, context: Context) -> Moment | None:
        return None
