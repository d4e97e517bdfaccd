"""Values as people write them: dates, lengths of time, numbers and lists."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from readout.extract.mentions import DurationMention
from readout.lexicon import table, words
from readout.story.plain import SEASONS, SMALL_NUMBERS, limit

_MONTHS = tuple(calendar.month_name)
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_DURATION = re.compile(
    r"P(?:(?P<Y>[\dX.]+)Y)?(?:(?P<M>[\dX.]+)M)?(?:(?P<W>[\dX.]+)W)?(?:(?P<D>[\dX.]+)D)?"
    r"(?:T(?:(?P<h>[\dX.]+)H)?(?:(?P<m>[\dX.]+)M)?(?:(?P<s>[\dX.]+)S)?)?"
)
_COUNTED = re.compile(r"first|second|third|\w+th|\d+(?:st|nd|rd)|next|last|final")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "h": "h", "m": "min", "s": "s"}


def days(value: str | None) -> tuple[date, date] | None:
    """First and last day that a TIMEX3 date value covers; None where that is not certain.

    A season counts as unknown: its limits are not the same for everyone.
    """
    if not value:
        return None
    if "/" in value:
        begin, end = (days(part) for part in value.split("/", 1))
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    try:
        if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return (monday + timedelta(5 if week[3] else 0)), monday + timedelta(6)
        if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
            year, number = int(month[1]), int(month[2])
            return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
        day = date.fromisoformat(value[:10]) if re.match(r"\d{4}-\d\d-\d\d(T|$)", value) else None
    except ValueError:
        return None
    return (day, day) if day else None


def date_words(value: str | None, year: int | None = None, short: bool = False) -> str:
    """A TIMEX3 date value in words; `year` is the one that need not be said, `short` abbreviates months."""
    if not value:
        return "date not known"
    if "/" in value:
        begin, end = value.split("/", 1)
        return _range_words(begin, end, year, short)
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        span = days(value)
        return (
            f"week of {date_words(span[0].isoformat(), year, short)}"
            if span
            else f"week {week[2]} of {week[1]}"
        )
    if season := re.fullmatch(r"(\d{4})-([A-Z]{2})", value):
        return f"{SEASONS.get(season[2], season[2])} {season[1]}"
    if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return f"{_month(int(month[2]), short)} {month[1]}"
    span = days(value)
    if span is None or len(value) < 10:
        return value
    day = span[0]
    words = f"{day.day} {_month(day.month, short)}" + ("" if day.year == year else f" {day.year}")
    time = value[11:]
    if time in _PARTS:
        return f"{words}, {_PARTS[time]}"
    return f"{words}, {time}" if re.fullmatch(r"\d\d:\d\d", time) else words


def _range_words(begin: str, end: str, year: int | None, short: bool) -> str:
    first, last = days(begin), days(end)
    if not first or not last or len(begin) < 10 or len(end) < 10:
        return f"{date_words(begin, year, short)} to {date_words(end, year, short)}"
    return period_words(first[0], last[0], year, short)


def period_words(first: date, last: date, year: int | None = None, short: bool = False) -> str:
    """From one day to another: `4–5 February`, `30 January to 2 February`."""
    if first == last:
        return date_words(first.isoformat(), year, short)
    tail = date_words(last.isoformat(), year, short)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{tail}"
    return f"{date_words(first.isoformat(), last.year, short)} to {tail}"


def _month(number: int, short: bool) -> str:
    return _MONTHS[number][:3] if short else _MONTHS[number]


def hours(value: str | None) -> float | None:
    """An ISO 8601 length of time in hours; None for days and longer, or where a number is not known."""
    found = _DURATION.fullmatch(value or "")
    if not found or "T" not in found[0] or "X" in found[0] or any(found[u] for u in "YMWD"):
        return None
    return sum(float(found[u] or 0) / n for u, n in (("h", 1), ("m", 60), ("s", 3600)))


def duration_words(value: str | None) -> str:
    """An ISO 8601 length of time in words: `5 h 30 min`, `2 days`, `some months`."""
    found = _DURATION.fullmatch(value or "")
    if not found or not any(found.groups()):
        return value or "not said"
    parts = []
    for unit, word in _UNITS.items():
        if (number := found[unit]) is None:
            continue
        # "h", "min" and "s" have no plural.
        noun = word if unit in "hms" or number == "1" else word + "s"
        parts.append(f"{'some' if number == 'X' else number} {noun}")
    return " ".join(parts)


def lasted(mention: DurationMention) -> str:
    """How long something lasted, as exactly as it is said: `about 5 h 30 min`, `less than 1 h`, `24 h to 48 h`."""
    words = [limit(mention.mod, mention.surface), duration_words(mention.value)]
    return " ".join(filter(None, [*words, f"to {duration_words(mention.high)}" if mention.high else ""]))


def hours_words(total: float) -> str:
    """A number of hours as hours and minutes."""
    minutes = round(total * 60)
    return " ".join(f"{n} {u}" for n, u in ((minutes // 60, "h"), (minutes % 60, "min")) if n) or "0 min"


def small(number: int) -> str:
    """A count in words up to twelve, in digits above."""
    return SMALL_NUMBERS[number] if 0 <= number < len(SMALL_NUMBERS) else f"{number:,}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`one article`, `three articles`, `14 articles`."""
    return f"{small(number)} {noun if number == 1 else plural or noun + 's'}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def the(title: str) -> str:
    """A meeting's title to begin a sentence: `The second round`, `Ministers' dinner`, `A meeting` of nobody named."""
    first = title.split(" ", 1)[0].lower()
    if title.lower() == first and first in words("meeting_nouns") and not first.endswith("s"):
        return f"{'An' if first[:1] in 'aeiou' else 'A'} {first}"
    occasions = {word for word, _ in table("occasions")}
    counted = first.rstrip(",") in words("meeting_nouns") | occasions or _COUNTED.fullmatch(first)
    return f"The {title[:1].lower()}{title[1:]}" if counted else capital(title)


def body(name: str) -> str:
    """A country or body inside a sentence: `the United States`, `Russia`."""
    parts = name.lower().split()
    return f"the {name}" if parts and {parts[0], parts[-1]} & words("with_the") else name


def capital(text: str) -> str:
    """`text` with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]
