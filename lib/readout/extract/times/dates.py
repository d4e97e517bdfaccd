"""Rules for dates that name their day, month, quarter, season, year or decade."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from readout.extract.times.calendar import Grain, Moment, day_of, season_start
from readout.extract.times.expressions import (
    DayOfMonth,
    Expression,
    Fixed,
    Holding,
    Holiday,
    Inside,
    Range,
    SameQuarter,
    Step,
    Yearless,
)
from readout.extract.times.grammar import Kind, Length, Reading, Rule
from readout.extract.times.words import LETTER, OTHER, Words, beside
from readout.lexicon import table
from readout.text.numbers import parse_number

_HALVES = 6
_BEFORE_MONTH = beside("before month")
_BEFORE_YEAR = beside("before year")
_BEFORE_COUNT = beside("before count")
_NEVER_BEFORE_YEAR = beside("never before year")


def _before(words: Words, at: int) -> str:
    return words.words[at - 1].lower() if at else ""


def _follows(words: Words, at: int) -> str:
    return words.words[at] if at < len(words.words) else ""


def _number(words: Words, m: re.Match[str], group: str) -> int | None:
    first = m.start(group)
    return int(words.words[first]) if first >= 0 and words.words[first].isdigit() else None


def _year(words: Words, m: re.Match[str], group: str = "year") -> int | None:
    """A year in digits or as it is spoken: `nineteen ninety-seven`, `two thousand`."""
    first, last = m.span(group)
    if first < 0 or first == last:
        return None
    if (year := _number(words, m, group)) is not None:
        return year
    spoken = words.surface(first, last).lower().replace("-", " ").split()
    if (
        spoken[0] in ("eighteen", "nineteen", "twenty")
        and len(spoken) > 1
        and spoken[1] not in ("hundred", "thousand")
    ):
        tens = parse_number(" ".join(spoken[1:]))
        century = parse_number(spoken[0])
        return int(century * 100 + tens) if tens and century and 9 < tens < 100 else None
    value = parse_number(" ".join(spoken))
    return int(value) if value and 1000 <= value < 2200 else None


def _month(words: Words, m: re.Match[str], group: str = "mon") -> int:
    return int(words.value(m.start(group)))


def _dated(year: int | None, grain: Grain, month: int, day: int = 1) -> Expression | None:
    """The expression for a month or a day, with or without its year; None where there is none such."""
    if not day_of(year or 2000, month, day):
        return None
    return Fixed(Moment(grain, day_of(year, month, day) or _NEVER)) if year else Yearless(grain, month, day)


_NEVER = season_start(1, "SP")


def _read(
    m: re.Match[str], what: Expression | None, kind: Kind = "DATE", first: int | None = None
) -> Reading | None:
    return Reading(m.start() if first is None else first, m.end(), kind, what) if what else None


def iso(words: Words, m: re.Match[str]) -> Reading | None:
    """`2026-02-05`, `2026/2/5`."""
    numbers = [_number(words, m, g) for g in ("y", "m", "d")]
    if not all(numbers):
        return None
    return _read(m, _dated(numbers[0], "D", numbers[1] or 0, numbers[2] or 0))


def _day_and_month(first: int, second: int, day_first: bool) -> tuple[int, int]:
    return (first, second) if day_first or first > 12 else (second, first)


def numeric(words: Words, m: re.Match[str]) -> Reading | None:
    """`2/5/2026`, month first as in American papers where both readings are possible."""
    first, second, year = (_number(words, m, g) or 0 for g in ("first", "second", "year"))
    day, month = _day_and_month(first, second, False)
    return _read(m, _dated(year, "D", month, day))


def dotted(words: Words, m: re.Match[str]) -> Reading | None:
    """`05.02.2026`, day first."""
    day, month, year = (int(part) for part in words.words[m.start()].split("."))
    return _read(m, _dated(year, "D", month, day))


def month_day(words: Words, m: re.Match[str]) -> Reading | None:
    """`Feb. 5`, `Thursday, 5 February 2026`, `July 4 last year`."""
    day, month = _number(words, m, "day"), _month(words, m)
    what = _dated(_year(words, m), "D", month, day or 0)
    return _read(m, what)


def month_days(words: Words, m: re.Match[str]) -> Reading | None:
    """`Feb. 4-5`, `11-13 December 2016`, `April 24 and 25`: from one day to another."""
    first, second, month = _number(words, m, "day"), _number(words, m, "to"), _month(words, m)
    joined = words.classes[m.start("to") - 1] == LETTER["HYPHEN"]
    if not joined and words.classes[m.end() : m.end() + 1] == OTHER and words.words[m.end()].islower():
        return None
    start, end = (_dated(_year(words, m), "D", month, day or 0) for day in (first, second))
    return _read(m, Range(start, end)) if start and end and (first or 0) < (second or 0) else None


def day_of_month(words: Words, m: re.Match[str]) -> Reading | None:
    """`on the 5th`, where it does not count what follows (`on the 5th floor`)."""
    day = _number(words, m, "day")
    if not day or (words.classes[m.end() : m.end() + 1] == OTHER and words.words[m.end()][0].isalnum()):
        return None
    return Reading(m.start() + 1, m.end(), "DATE", DayOfMonth(day))


def month_year(words: Words, m: re.Match[str]) -> Reading | None:
    """`March 1996`, `January of nineteen ninety-seven`."""
    year = _year(words, m)
    return _read(m, _dated(year, "M", _month(words, m))) if year else None


def month_of_year(words: Words, m: re.Match[str]) -> Reading | None:
    """`June last year`, `January this year`."""
    count = int(words.value(m.start("which")))
    return _read(m, Inside(Yearless("M", _month(words, m)), Step("Y", count, "Y")))


def month(words: Words, m: re.Match[str]) -> Reading | None:
    """A month alone. `May`, `March` and the like only where something tells that no name or verb is meant."""
    at = m.start("mon")
    if words.classes[at] == LETTER["MONTHABBR"] and m.end() == at + 1:
        return None
    if words.classes[at] == LETTER["MONTHNAME"]:
        following = _follows(words, m.end())
        if _before(words, at) not in _BEFORE_MONTH and following != "'" and following != "’":
            return None
        if _before(words, at) in _ARTICLES and not following.islower():
            return None
        if following[:1].isupper() and words.classes[m.end()] == ".":
            return None
    return _read(m, Yearless("M", _month(words, m)))


def month_which(words: Words, m: re.Match[str]) -> Reading | None:
    """`last October`, `this September`, `next March`."""
    which = int(words.value(m.end("which") - 1))
    return _read(m, Yearless("M", _month(words, m), which=which))


_PLURAL = re.compile(r"[a-z]{3,}s\Z")
_ARTICLES = frozenset({"the", "a", "its", "their"})
# A bare number below this one is more often a count.
_OLDEST = 1800
_JOINS = frozenset("-–/.:#+")


def year(words: Words, m: re.Match[str]) -> Reading | None:
    """A year alone: four digits that count nothing and stand in no name, sum or code; or spoken."""
    at, value = m.start("year"), _year(words, m)
    before, following = _before(words, m.start()), _follows(words, m.end())
    if value is None or not 1500 <= value < 2100 or before in _NEVER_BEFORE_YEAR:
        return None
    counts = bool(_PLURAL.match(following))
    led = m.start() < at or (before in _BEFORE_YEAR and not (counts and before in _BEFORE_COUNT))
    if not words.words[at].isdigit():
        clear = (led or words.classes[at] == LETTER["NINETEEN"]) and not counts
    else:
        glued = at > 0 and words.span(at - 1, at)[1] == words.begins[at]
        if glued and before == "-" and words.classes[at - 2 : at - 1] == LETTER["EDGE"]:
            glued = False
        clear = led and not (glued and before in _JOINS)
        clear = clear or not (led or glued or counts or value < _OLDEST)
    return _read(m, _in_year(value)) if clear else None


def years(words: Words, m: re.Match[str]) -> Reading | None:
    """`2019-2021`, `1990-91`."""
    first, last = _number(words, m, "year") or 0, _number(words, m, "to") or 0
    if last < 100:
        last += first // 100 * 100
    fits = 1500 <= first < last < 2100 and _before(words, m.start()) not in _NEVER_BEFORE_YEAR
    return _read(m, Range(_in_year(first), _in_year(last))) if fits else None


def _in_year(value: int) -> Fixed:
    return Fixed(Moment("Y", date(value, 1, 1)))


def decade(words: Words, m: re.Match[str]) -> Reading | None:
    """`the 1990s`, `the '90s`, `the nineties`."""
    at = m.start("decade")
    digits = words.words[at]
    if digits.isdigit():
        if int(digits) % 10 or (words.span(at, at + 1)[1] != words.begins[m.end() - 1] and len(digits) != 4):
            return None
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    else:
        first = 1900 + int(words.value(at))
    return _read(m, Fixed(Moment("E", season_start(first, "SP"))))


def century(words: Words, m: re.Match[str]) -> Reading | None:
    """`the 20th century`, `the nineteenth century`."""
    at = m.start("nth")
    nth = (
        int(words.words[at])
        if words.words[at].isdigit()
        else int(words.value(at))
        if words.value(at).isdigit()
        else 2
    )
    return _read(m, Fixed(Moment("C", season_start(nth * 100 - 99, "SP"))))


def _ordinal(words: Words, at: int) -> int:
    value = words.value(at) if not words.words[at].isdigit() else words.words[at]
    return int(value) if value.isdigit() else 2


def _of_year(words: Words, m: re.Match[str], part: Yearless) -> Expression:
    """`part` in the year that the match names, counts (`of last year`) or leaves out."""
    if "year" in m.re.groupindex and (value := _year(words, m)):
        return (part.in_year(value) and Fixed(part.in_year(value))) or part  # type: ignore[arg-type]
    if "which" in m.re.groupindex and m.start("which") >= 0:
        return Inside(part, Step("Y", int(words.value(m.start("which"))), "Y"))
    return part


def quarter(words: Words, m: re.Match[str]) -> Reading | None:
    """`the third quarter`, `fourth-quarter`, `the 1988 third quarter`, `next year's first quarter`."""
    nth = _ordinal(words, m.start("nth"))
    if not 1 <= nth <= 4:
        return None
    part = Yearless("Q", 3 * nth - 2)
    first = m.start()
    hyphened = words.classes[m.end("nth")] == LETTER["HYPHEN"]
    if hyphened and words.classes[first] == LETTER["THE"] and words.classes[first + 1] != LETTER["FISCAL"]:
        first += 1
    return _read(m, _of_year(words, m, part), first=first)


def halves(words: Words, m: re.Match[str]) -> Reading | None:
    """`the first half of 1990`."""
    nth = _ordinal(words, m.start("nth"))
    return _read(m, _of_year(words, m, Yearless("H", 1 + _HALVES * (nth - 1)))) if nth in (1, 2) else None


def quarter_code(words: Words, m: re.Match[str]) -> Reading | None:
    """The quarter that a year is said with: `the 1988 quarter`."""
    value = _year(words, m)
    return _read(m, SameQuarter(value)) if value else None


def season(words: Words, m: re.Match[str]) -> Reading | None:
    """`the summer of 2017`, `last fall`, `this past spring`; `the early summer`."""
    start = season_start(2000, words.value(m.start("season")))
    which = (
        int(words.value(m.end("which") - 1)) if "which" in m.re.groupindex and m.start("which") >= 0 else None
    )
    if "year" in m.re.groupindex:
        value = _year(words, m)
        return (
            _read(m, Fixed(Moment("S", season_start(value, words.value(m.start("season"))))))
            if value
            else None
        )
    led = words.classes[max(0, m.start() - 1)] == LETTER["EDGE"] or m.end() - m.start() > 1
    if not led or (which is None and words.classes[m.end() : m.end() + 1] == OTHER):
        return None
    return _read(m, Yearless("S", start.month, which=which))


@cache
def _holidays() -> dict[str, tuple[tuple[str, str], ...]]:
    """Named days by their first word, the longest first."""
    by_word: dict[str, list[tuple[str, str]]] = {}
    for name, when in table("time/holidays"):
        by_word.setdefault(re.split(r"\W", name)[0], []).append((name, when))
    return {word: tuple(sorted(names, key=lambda n: -len(n[0]))) for word, names in by_word.items()}


def holiday(words: Words, m: re.Match[str]) -> Reading | None:
    """`New Year's Eve`, `Thanksgiving`, `Election Day`: the longest name of the list that stands here."""
    text = words.text[words.begins[m.start()] :][:30].replace("’", "'")
    for name, when in _holidays().get(words.words[m.start()], ()):
        if text.startswith(name) and not text[len(name) : len(name) + 1].isalnum():
            end = words.begins[m.start()] + len(name)
            last = next(i for i in range(m.start(), len(words.begins)) if words.begins[i] >= end)
            return _around(words, Reading(m.start(), last, "DATE", Holiday("D", 1, rule=when)))
    return None


def _around(words: Words, day: Reading) -> Reading:
    """`Easter week`, `Thanksgiving weekend`: the week or weekend of the day."""
    unit = words.value(day.last) if words.classes[day.last : day.last + 1] == LETTER["UNIT"] else ""
    if unit not in ("W", "WE") or isinstance(day.what, Length):
        return day
    return Reading(day.first, day.last + 1, "DATE", Holding("W" if unit == "W" else "WE", day.what))


_SPOKEN = "(?:NUMBER|NINETEEN) (?:HYPHEN? NUMBER|HYPHEN? NINETEEN){1,3}"
_YEAR = f"(?P<year>YEAR|{_SPOKEN})"

_TO = "(?:HYPHEN|AND|TO|THROUGH)"

RULES = (
    Rule("(?P<y>YEAR) (?:HYPHEN (?P<m>DAYNUM) HYPHEN|SLASH DAYNUM SLASH) (?P<d>DAYNUM)", iso),
    Rule("(?P<first>DAYNUM) SLASH (?P<second>DAYNUM) SLASH (?P<year>YEAR)", numeric),
    Rule("DOTTED", dotted),
    Rule(f"(?P<mon>MON) (?P<day>DAYN) {_TO} (?P<to>DAYN) (?:COMMA? (?P<year>YEAR))?", month_days),
    Rule(f"(?P<day>DAYN) {_TO} (?P<to>DAYN) (?P<mon>MON) (?:COMMA? (?P<year>YEAR))?", month_days),
    Rule("(?:WDAY COMMA?)? (?P<mon>MON) (?P<day>DAYN) (?:COMMA? (?P<year>YEAR))?", month_day),
    Rule("(?:WDAY COMMA?)? (?:THE)? (?P<day>DAYN) OF? (?P<mon>MON) (?:COMMA? (?P<year>YEAR))?", month_day),
    Rule("ON THE (?P<day>DAYNUM) ORDINALEND (?!OF|MONTH|MONTHNAME)", day_of_month),
    Rule(f"(?P<mon>MON) COMMA? OF? {_YEAR}", month_year),
    Rule("(?P<mon>MON) OF? (?P<which>LAST|THIS|NEXT) UNIT", month_of_year),
    Rule("(?:THE)? (?P<which>LAST|NEXT|THIS PAST|THIS|PAST|COMING) (?P<mon>MON)", month_which),
    Rule("(?P<mon>MON)", month),
    Rule("THE? YEAR FISCAL? (?P<nth>ORD) HYPHEN? QUARTER".replace("YEAR", "(?P<year>YEAR)"), quarter),
    Rule("(?P<which>LAST|NEXT|THIS) UNIT APOS DECADEEND FISCAL? (?P<nth>ORD) HYPHEN? QUARTER", quarter),
    Rule(
        "THE? FISCAL? HYPHEN? (?P<nth>ORD) HYPHEN? FISCAL? QUARTER"
        " (?:OF? FISCAL? (?P<year>YEAR)|OF (?P<which>LAST|NEXT|THIS) UNIT)?",
        quarter,
    ),
    Rule("THE? (?P<nth>ORD) HALF OF (?:FISCAL? (?P<year>YEAR)|(?P<which>LAST|NEXT|THIS) UNIT)", halves),
    Rule("THE? (?P<year>YEAR) (?:QUARTER|PERIOD)", quarter_code),
    Rule(f"(?:THE)? (?P<season>SEASON) (?:OF|COMMA)? {_YEAR}", season),
    Rule("THE? (?P<which>LAST|NEXT|THIS PAST|THIS|PAST|PREVIOUS|COMING) (?P<season>SEASON)", season),
    Rule("THE? (?P<season>SEASON)", season),
    Rule("THE? (?P<decade>YEAR) APOS? DECADEEND", decade),
    Rule("THE (?P<decade>TENS)", decade),
    Rule("APOS (?P<decade>NUM) APOS? DECADEEND", decade),
    Rule("THE? (?P<nth>ORD|DAYNUM ORDINALEND) HYPHEN? CENTURY", century),
    Rule("(?P<year>YEAR) HYPHEN (?P<to>YEAR|DAYNUM|NUM)", years),
    Rule(f"THE UNIT (?P<year>{_SPOKEN}|YEAR)", year),
    Rule("(?:FISCAL UNIT?)? (?P<year>YEAR)", year),
    Rule(f"(?P<year>{_SPOKEN})", year),
    Rule("HOLIDAY", holiday),
)
