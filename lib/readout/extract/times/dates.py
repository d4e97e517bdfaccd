"""Rules for dates that name their day, month or year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from readout.extract.times.calendar import Grain, Moment, day_of
from readout.extract.times.combined import Range
from readout.extract.times.expressions import Expression, Fixed, Step
from readout.extract.times.grammar import Hit, Reading, Rule
from readout.extract.times.words import Words, beside
from readout.extract.times.yearly import DayOfMonth, Inside, Yearless
from readout.lexicon import words as word_list
from readout.text.numbers import parse_number

_BEFORE_MONTH = beside("before month")
_BEFORE_YEAR = beside("before year")
_BEFORE_COUNT = beside("before count")
_NAMED = beside("named after a day")
_NEVER_BEFORE_YEAR = beside("never before year")
_EVENTS = word_list("time/events")
_FUNCTION = word_list("function_words")
_ARTICLES = frozenset({"the", "a", "its", "their"})
_JOINING = frozenset({"and", "or"})
_MONTHS = ("MONTH", "MONTHNAME", "MONTHABBR", "YEAR", "DAYNUM")
_PLURAL = re.compile(r"[a-z]{3,}s")
# Plurals without their `s`, which a number may count.
_COUNTED = frozenset({"people", "men", "women", "children", "police", "dead"})
_JOINS = frozenset("-–/.:#+")
_ERAS = ("bc", "b.c", "bce", "ah", "a.h")
# A bare number below this one is more often a count.
_OLDEST = 1800


def year_of(hit: Hit, group: str = "year") -> int | None:
    """The year of a group, in digits or as it is spoken: `nineteen ninety-seven`, `two thousand`."""
    if (digits := hit.number(group)) is not None:
        return digits
    first, *rest = hit.text(group).replace("-", " ").split() or [""]
    century, tens = parse_number(first), parse_number(" ".join(rest))
    if century in (18, 19, 20) and tens and 9 < tens < 100:
        return int(century * 100 + tens)
    value = parse_number(hit.text(group))
    return int(value) if value and 1000 <= value < 2200 else None


def in_year(year: int) -> Fixed:
    """The year as an expression. Raises ValueError for one that no calendar has."""
    return Fixed(Moment("Y", date(year, 1, 1)))


def _dated(year: int | None, grain: Grain, month: int, day: int = 1) -> Expression | None:
    """The expression for a month or a day, with or without its year; None where there is none such."""
    first = day_of(year or 2000, month, day)
    if not first:
        return None
    return Fixed(Moment(grain, first)) if year else Yearless(grain, month, day)


def iso(hit: Hit) -> Reading | None:
    """`2026-02-05`, `2026/2/5`; not in an address (`/2026/02/05/`)."""
    year, month, day = (hit.number(g) or 0 for g in ("y", "m", "d"))
    return hit.read(_dated(year, "D", month, day)) if year and "/" not in (hit.before, hit.after) else None


def numeric(hit: Hit) -> Reading | None:
    """`2/5/2026`, month first as in American papers where both readings are possible."""
    first, second, year = (hit.number(g) or 0 for g in ("first", "second", "year"))
    month, day = (second, first) if first > 12 else (first, second)
    return hit.read(_dated(year, "D", month, day)) if year else None


def dotted(hit: Hit) -> Reading | None:
    """`05.02.2026`, day first."""
    day, month, year = map(int, hit.words.words[hit.first].split("."))
    return hit.read(_dated(year, "D", month, day))


def month_day(hit: Hit) -> Reading | None:
    """`Feb. 5`, `Thursday, 5 February 2026`, `the 5th day of February`."""
    if hit.has("unit") and hit.value("unit") != "D":
        return None
    if not hit.has("year") and _names(hit.words, hit.last):
        return None
    dated = _dated(year_of(hit), "D", _month(hit), hit.number("day") or 0)
    if isinstance(dated, Yearless) and hit.has("weekday"):
        dated = replace(dated, weekday=int(hit.words.value(hit.match.start("weekday"))))
    return hit.read(dated)


def _names(words: Words, at: int) -> bool:
    """Whether what follows at word `at` has its name from the day before it: `the May 5 Youth Movement`."""
    following = words.words[at : at + 2]
    return bool(following) and following[0].istitle() and any(w.lower() in _NAMED for w in following)


def month_days(hit: Hit) -> Reading | None:
    """`Feb. 4-5`, `11-13 December 2016`, `April 24 and 25`: from one day to another."""
    first, second = hit.number("day") or 0, hit.number("to") or 0
    counts = hit.begins("MONTH", "MONTHNAME", "MONTHABBR") and hit.text("joint") != "-"
    if counts and hit.goes_on and hit.after.islower() and hit.after not in _FUNCTION:
        return None
    start, end = (_dated(year_of(hit), "D", _month(hit), day) for day in (first, second))
    return hit.read(Range(start, end)) if start and end and first < second else None


def day_of_month(hit: Hit) -> Reading | None:
    """`on the 5th`, where it does not count what follows (`on the 5th floor`)."""
    day = hit.number("day")
    return hit.read(DayOfMonth(day), skip=1) if day and not hit.goes_on else None


def month_year(hit: Hit) -> Reading | None:
    """`March 1996`, `January of nineteen ninety-seven`."""
    year = year_of(hit)
    return hit.read(_dated(year, "M", _month(hit))) if year else None


def month_of_year(hit: Hit) -> Reading | None:
    """`June last year`, `January this year`."""
    return hit.read(Inside(Yearless("M", _month(hit)), Step("Y", int(hit.value("which")), "Y")))


def day_of_year(hit: Hit) -> Reading | None:
    """`10 November last year`, `Nov. 10 this year`."""
    day = _dated(None, "D", _month(hit), hit.number("day") or 0)
    year = Step("Y", int(hit.value("which")), "Y")
    return hit.read(Inside(day, year)) if isinstance(day, Yearless) and hit.value("unit") == "Y" else None


def month_which(hit: Hit) -> Reading | None:
    """`last October`, `this September`, `next March`."""
    apart = hit.is_a("which", "LAST", "NEXT")
    return hit.read(Yearless("M", _month(hit), which=int(hit.value("which")), apart=apart))


def month(hit: Hit) -> Reading | None:
    """A month alone. `May`, `March` and the like only where something tells that no name or verb is meant."""
    if (
        hit.is_a("mon", "MONTHABBR")
        or hit.words.is_a(hit.last, "QUARTER")
        or (hit.words.is_a(hit.last, "DAYNUM") and _names(hit.words, hit.last + 1))
    ):
        return None
    if hit.is_a("mon", "MONTHNAME"):
        following = hit.words.words[hit.last] if hit.last < len(hit.words.words) else ""
        if following == "Day":
            return None
        if hit.before not in _BEFORE_MONTH and following not in ("'", "’"):
            return None
        if hit.before in _JOINING and not hit.words.is_a(hit.first - 2, *_MONTHS):
            # `Ortiz and May`, but `April and May`
            return None
        if hit.before in _ARTICLES and not following.islower():
            return None
        if hit.goes_on and following[:1].isupper():
            return None
    return hit.read(Yearless("M", _month(hit)))


def _month(hit: Hit) -> int:
    return int(hit.words.value(hit.match.start("mon")))


def year(hit: Hit) -> Reading | None:
    """A year alone: four digits that count nothing and stand in no name, sum or code; or spoken."""
    value, words, at = year_of(hit), hit.words, hit.match.start("year")
    unlikely = value is None or not 1500 <= value < 2100 or hit.before in _NEVER_BEFORE_YEAR
    if value is None or unlikely or before_christ(hit):
        return None
    counts = hit.after in _COUNTED or bool(_PLURAL.fullmatch(hit.after))
    led = hit.first < at or (hit.before in _BEFORE_YEAR and not (counts and hit.before in _BEFORE_COUNT))
    if not words.words[at].isdecimal():
        clear = (led or words.is_a(at, "NINETEEN")) and not counts
    else:
        edged = hit.before == "-" and words.is_a(at - 2, "EDGE")
        glued = words.glued(at) and not edged
        loose = glued or counts or value < _OLDEST or _ends_name(hit)
        clear = not (glued and hit.before in _JOINS) if led else not loose
    return hit.read(in_year(value)) if clear else None


def before_christ(hit: Hit) -> bool:
    """Whether the year or century is one that TIMEX3 values cannot count from here: `the 3rd century BC`."""
    return "".join(hit.words.words[hit.last : hit.last + 4]).lower().startswith(_ERAS)


def _ends_name(hit: Hit) -> bool:
    """Whether the number ends a name (`Vector 1980`), as it does not after an event (`Summit 2016`)."""
    at = hit.first - 1
    name = hit.words.is_plain(at) and not hit.words.words[at].islower()
    return name and hit.before not in _EVENTS


def years(hit: Hit) -> Reading | None:
    """`2019-2021`, `1990-91`; with a stroke only one year and the next, as for a school or a budget: `2008/09`."""
    first, last = year_of(hit) or 0, hit.number("to") or 0
    if last < 100:
        last += first // 100 * 100
    stroke = hit.words.is_a(hit.first + 1, "SLASH") and last != first + 1
    fits = 1500 <= first < last < 2100 and not stroke and hit.before not in _NEVER_BEFORE_YEAR
    return hit.read(Range(in_year(first), in_year(last))) if fits else None


def year_end(hit: Hit) -> Reading | None:
    """`year-end 1990`."""
    value = year_of(hit)
    return hit.read(in_year(value), mod="END") if value and hit.value("rim") == "END" else None


SPOKEN_YEAR = "(?:NUMBER|NINETEEN) (?:HYPHEN? NUMBER|HYPHEN? NINETEEN){1,3}"
_YEAR = f"(?P<year>YEAR|{SPOKEN_YEAR})"
_OF_YEAR = "(?:COMMA? (?P<year>YEAR))?"
_MONTH = "(?P<mon>MON)"
_WEEKDAY = "(?P<weekday>WDAY)"
_DAY = "(?P<day>DAYN)"
_WHICH_YEAR = "COMMA? OF? (?P<which>LAST|THIS|NEXT) (?P<unit>UNIT)"
_TO = "(?P<joint>HYPHEN|AND|TO|THROUGH) (?P<to>DAYN)"

RULES = (
    Rule("(?P<y>YEAR) HYPHEN (?P<m>DAYNUM) HYPHEN (?P<d>DAYNUM)", iso),
    Rule("(?P<y>YEAR) SLASH (?P<m>DAYNUM) SLASH (?P<d>DAYNUM)", iso),
    Rule("(?P<first>DAYNUM) SLASH (?P<second>DAYNUM) SLASH (?P<year>YEAR)", numeric),
    Rule("DOTTED", dotted),
    Rule(f"{_MONTH} {_DAY} {_TO} {_OF_YEAR}", month_days),
    Rule(f"{_MONTH} {_DAY} {_WHICH_YEAR}", day_of_year),
    Rule(f"{_DAY} OF? {_MONTH} {_WHICH_YEAR}", day_of_year),
    Rule(f"{_DAY} {_TO} {_MONTH} {_OF_YEAR}", month_days),
    Rule(f"(?:{_WEEKDAY} COMMA?)? {_MONTH} {_DAY} {_OF_YEAR}", month_day),
    Rule(f"{_DAY} HYPHEN {_MONTH} HYPHEN (?P<year>YEAR)", month_day),
    Rule(f"(?:{_WEEKDAY} COMMA?)? THE? {_DAY} (?:(?P<unit>UNIT)? OF)? {_MONTH} {_OF_YEAR}", month_day),
    Rule("ON THE (?P<day>DAYNUM) ORDINALEND (?!OF|UNIT|MONTH|MONTHNAME)", day_of_month),
    Rule(f"{_MONTH} COMMA? OF? {_YEAR}", month_year),
    Rule(f"{_MONTH} OF? (?P<which>LAST|THIS|NEXT) UNIT", month_of_year),
    Rule(f"THE? (?P<which>LAST|NEXT|THIS PAST|THIS|PAST|COMING) {_MONTH}", month_which),
    Rule(_MONTH, month),
)
# These come after the rules of periods, which hold years too.
YEAR_RULES = (
    Rule("(?P<year>YEAR) (?:HYPHEN|SLASH) (?P<to>YEAR|DAYNUM|NUM)", years),
    Rule(f"THE UNIT {_YEAR}", year),
    Rule("UNIT HYPHEN? (?P<rim>RIM) (?P<year>YEAR)", year_end),
    Rule("(?:FISCAL UNIT?)? (?P<year>YEAR)", year),
    Rule(f"(?P<year>{SPOKEN_YEAR})", year),
)
