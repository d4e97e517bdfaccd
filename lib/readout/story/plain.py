"""Plain English for findings: counts, days, lengths and lists in the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from readout.lexicon import table, words
from readout.text.calendar import days_of

SMALL_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "TM": "minute", "TS": "second"}
_PARTS = {"START": "early", "MID": "mid", "END": "late"}
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}


def number(n: int) -> str:
    """`one`, `five`, `30`."""
    return SMALL_NUMBERS[n] if 0 <= n < len(SMALL_NUMBERS) else str(n)


def count(n: int, noun: str) -> str:
    """`one article`, `five articles`, `30 articles`."""
    return f"{number(n)} {noun}" + ("" if n == 1 else "s")


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def speaker(name: str | None) -> str:
    """Who says something, inside a sentence: `police` also where they opened theirs, `the Interior Ministry`."""
    name = name or ""
    return name.lower() if name.lower() in words("figures/sources") else name


def sentence(words: str) -> str:
    """The words with a capital first letter and a full stop."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def day(value: date) -> str:
    """`4 February 2026`."""
    return f"{value.day} {value:%B %Y}"


def span(first: date, last: date) -> str:
    """`4 February 2026`, `4 to 5 February 2026`, `30 January to 2 February 2026`."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    head = f"{first.day} {first:%B}" if first.year == last.year else day(first)
    return f"{head} to {day(last)}"


def when(value: str | None) -> str:
    """A TIMEX3 date in words: days as days, a month, season or year by its name; the value itself if unresolved."""
    days = days_of(value)
    if not value or not days:
        return value or "an unknown day"
    if re.fullmatch(r"\d{4}", value):
        return value
    if re.fullmatch(r"\d{4}-\d\d", value):
        return f"{days[0]:%B %Y}"
    if season := SEASONS.get(value[5:]):
        return f"{season} {value[:4]}"
    if part := _PARTS.get(value[8:]):
        return f"{part} {days[0]:%B %Y}"
    if value.endswith("-WE"):
        return f"the weekend of {day(days[0])}"
    if "W" in value:
        return f"the week of {day(days[0])}"
    return span(*days)


@cache
def _limits() -> dict[str, tuple[str, ...]]:
    """The phrases of each TIMEX3 mod, the usual one first."""
    phrases: dict[str, tuple[str, ...]] = {}
    for mod, phrase, *_ in table("time/mods"):
        phrases[mod] = (*phrases.get(mod, ()), phrase)
    return phrases


def limit(mod: str | None, surface: str) -> str:
    """What limits a length, in its own words (`almost`, `less than`: LESS_THAN is both), else in the usual ones."""
    phrases = _limits().get(mod or "", ("",))
    own = [p for p in phrases if surface.lower().startswith(f"{p} ")]
    return max(own, key=len, default=phrases[0])


def length(value: str) -> str:
    """An ISO 8601 duration in words: `5 hours 30 minutes`, `two days`."""
    parts, in_time = [], False
    for number, unit in re.findall(r"([\dX.]*)([TYMWDHS])", value[1:]):
        if unit == "T":
            in_time = True
            continue
        name = _UNITS["T" + unit if in_time and unit in "MS" else unit]
        if number.isdigit():
            parts.append(count(int(number), name))
        else:
            parts.append(f"{'some' if 'X' in number else number} {name}s")
    return " ".join(parts)
