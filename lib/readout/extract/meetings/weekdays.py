"""Bare weekdays around a plan: which Monday a meeting `planned for Monday` was first set for."""

from __future__ import annotations

import re
from datetime import date, timedelta

from readout.extract.meetings.days import Day
from readout.extract.meetings.when import WEEKDAY
from readout.text.calendar import days_of

# A weekday further ahead than this many days was rather the last one.
_FAR = 5


def day_only(value: str) -> str:
    """A TIMEX3 value without its time of day."""
    return re.sub(r"T.*\Z", "", value)


def is_weekday(surface: str) -> bool:
    """Whether a date only says which day of the week."""
    return bool(WEEKDAY.search(surface)) and not re.search(r"\d", surface)


def shifted(value: str, days: int) -> str:
    """The day so many days later; the value itself where it is no day yet."""
    first = days_of(value)
    return (first[0] + timedelta(days=days)).isoformat() if first and days else value


def nearest_week(value: str, today: date | None) -> str:
    """The same weekday, as near to today as may be: that of what was called off may be gone by or to come."""
    first = days_of(value)
    if not first or not today:
        return value
    ahead = (first[0] - today).days
    return shifted(value, (ahead + 3) % 7 - 3 - ahead)


def turned(day: Day, today: date | None, *, past: bool) -> str:
    """The value; a bare weekday on the side of today where tense has it, and the nearest unless `next` is said.

    A meeting that `was moved to Tuesday` on a Wednesday was so the day before, not for six days later.
    """
    first = days_of(day.value)
    if not first or not today or not is_weekday(day.surface):
        return day.value
    ahead = (first[0] - today).days
    if past:
        weeks = max(0, -(-ahead // 7))
    else:
        weeks = 0 if ahead >= 0 and day.surface.lower().startswith("next") else ahead // 7
    if day.over and not past and (ahead - 7 * weeks) > _FAR:
        weeks += 1
    return shifted(day.value, -7 * weeks)


def beside(was: Day, now: Day, start: str, *, early: bool) -> str:
    """The day first set; a bare weekday is the last before the day that holds, or the next where it came early.

    One that is put off to a later date keeps its week. A bare month is the last one too, where the meeting was held.
    """
    held, first, last = now.role == "came", days_of(was.value), days_of(start)
    if first and last and re.fullmatch(r"\d{4}-\d\d", was.value) and not re.search(r"\d", was.surface):
        year = last[0].year - (was.value[5:] > start[5:7])
        return f"{year}{was.value[4:]}" if held and not early else was.value
    if not first or not last or first == last or not is_weekday(was.surface):
        return was.value
    apart = (first[0] - last[0]).days
    if not held and apart < -7 and not is_weekday(now.surface):
        return was.value
    return shifted(start, (apart - 1) % 7 + 1 if early else -((-apart - 1) % 7 + 1))
