"""The days that a TIMEX3 value may mean."""

from __future__ import annotations

import re
from datetime import date, timedelta


def days_of(value: str | None) -> tuple[date, date] | None:
    """First and last day that a resolved TIMEX3 value may mean; None where it is underspecified.

    Months may carry `-START`, `-MID` or `-END`: the first or last eleven days, or the tenth to the twentieth.
    A season is three months from its first, winter beginning in December of its year.
    """
    if not value:
        return None
    if "/" in value:
        first, last = (days_of(v) for v in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    try:
        return _days(re.sub(r"(?<=\d)T.*\Z", "", value))
    except ValueError:
        return None


def _days(value: str) -> tuple[date, date] | None:
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        first = date.fromisocalendar(int(m[1]), int(m[2]), 6 if m[3] else 1)
        return first, first + timedelta(days=1 if m[3] else 6)
    if m := re.fullmatch(r"(\d{4})-(\d\d)(?:-(START|MID|END))?", value):
        return _month(int(m[1]), int(m[2]), m[3] or "")
    if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value):
        month = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}[m[2]]
        return date(int(m[1]), month, 1), _last_of(int(m[1]) + (month + 2 > 12), (month + 1) % 12 + 1)
    if re.fullmatch(r"\d{4}", value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return None
    day = date.fromisoformat(value)
    return day, day


def _last_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _month(year: int, month: int, part: str) -> tuple[date, date]:
    last = _last_of(year, month).day
    low, high = {"START": (1, 11), "MID": (10, 20), "END": (last - 10, last)}.get(part, (1, last))
    return date(year, month, low), date(year, month, high)
