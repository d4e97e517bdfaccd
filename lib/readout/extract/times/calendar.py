"""Calendar arithmetic: a stretch of the calendar of some grain, its TIMEX3 value, and how to move it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["D", "W", "WE", "M", "S", "Q", "H", "Y", "E", "C"]

_MONTHS: dict[Grain, int] = {"M": 1, "S": 3, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
_DAYS: dict[Grain, int] = {"D": 1, "W": 7, "WE": 7}
# From fine to coarse.
_SIZE: dict[Grain, int] = {"D": 0, "W": 1, "WE": 1, "M": 2, "S": 3, "Q": 3, "H": 4, "Y": 5, "E": 6, "C": 7}
SEASONS = ("SP", "SU", "FA", "WI")


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, week, month, season, quarter, half, year, decade or century; `first` is a day of it."""

    grain: Grain
    first: date

    @property
    def value(self) -> str:
        """The TIMEX3 value. A winter is that of the year in which it begins."""
        d = self.first
        match self.grain:
            case "D":
                return d.isoformat()
            case "W":
                return _week(d)
            case "WE":
                return f"{_week(d)}-WE"
            case "M":
                return f"{d.year:04}-{d.month:02}"
            case "S":
                return f"{d.year - (d.month < 3):04}-{SEASONS[(d.month - 3) % 12 // 3]}"
            case "Q":
                return f"{d.year:04}-Q{(d.month + 2) // 3}"
            case "H":
                return f"{d.year:04}-H{(d.month + 5) // 6}"
            case "Y":
                return f"{d.year:04}"
            case "E":
                return f"{d.year // 10:03}"
            case "C":
                return f"{d.year // 100:02}"

    def by(self, grain: Grain, count: int) -> Moment | None:
        """This moment moved by `count` of `grain`, its own grain kept; None where the calendar ends."""
        try:
            if grain in _DAYS:
                return Moment(self.grain, self.first + timedelta(_DAYS[grain] * count))
            months = self.first.year * 12 + self.first.month - 1 + _MONTHS[grain] * count
            year, month = divmod(months, 12)
            days = range(self.first.day, 27 if self.first.day > 27 else self.first.day - 1, -1)
            return Moment(self.grain, next(d for n in days if (d := day_of(year, month + 1, n))))
        except (OverflowError, StopIteration):
            return None

    def tells(self, grain: Grain) -> bool:
        """Whether it is fine enough to tell which one of `grain` is meant, as a month does not tell its day."""
        return _SIZE[self.grain] <= _SIZE[grain]

    def at(self, grain: Grain) -> Moment:
        """The moment of `grain` that holds this one."""
        return Moment(grain, self.first)


def _week(day: date) -> str:
    iso = day.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def season_start(year: int, season: str) -> date:
    """The first day of a meteorological season of the northern half of the world."""
    return date(year, 3 + 3 * SEASONS.index(season), 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` `weekday` (Monday is 0) of a month; the last one for nth = -1."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holiday_in(rule: str, year: int) -> date | None:
    """The day of a holiday in `year`; `rule` is written as in lexicon/time/holidays.tsv."""
    if not date.min.year <= year <= date.max.year:
        return None
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule.split()[1]))
    if rule == "election":
        return nth_weekday(year, 11, 0, 1) + timedelta(1)
    if "/" in rule:
        month, weekday, nth = map(int, rule.split("/"))
        return nth_weekday(year, month, weekday, nth)
    month, day = map(int, rule.split("-"))
    return day_of(year, month, day)
