"""Rules for quarters, halves, seasons, decades, centuries and named days."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from readout.extract.times.calendar import Moment, day_of, season_start
from readout.extract.times.combined import Holding
from readout.extract.times.dates import SPOKEN_YEAR, before_christ, year_of
from readout.extract.times.expressions import Expression, Fixed, Step
from readout.extract.times.grammar import Hit, Reading, Rule
from readout.extract.times.yearly import FiscalQuarter, Holiday, Inside, SameQuarter, Yearless
from readout.lexicon import table

# What tells a decline from an autumn.
_FALLING = frozenset({"in", "from", "to"})
# No name of a holiday is longer.
_LONGEST_NAME = 30


def ordinal(hit: Hit) -> int:
    """`first`, `3rd`; `second` is a unit of time too, and stands in the lexicon as that."""
    if (digits := hit.number("nth")) is not None:
        return digits
    value = hit.value("nth")
    return int(value) if value.isdecimal() else 2


def _of_year(hit: Hit, part: Yearless) -> Expression | None:
    """`part` in the year that the words name, count (`of last year`) or leave out."""
    if year := year_of(hit) if hit.has("year") else None:
        moment = part.in_year(year)
        return Fixed(moment) if moment else None
    if hit.has("which"):
        return Inside(part, Step("Y", int(hit.value("which")), "Y"))
    return part


def quarter(hit: Hit) -> Reading | None:
    """`the third quarter`, `fourth-quarter`, `the 1988 third quarter`, `next year's first quarter`."""
    nth = ordinal(hit)
    hyphened = hit.begins("THE") and hit.words.is_a(hit.match.end("nth"), "HYPHEN")
    skip = 1 if hyphened and not hit.words.is_a(hit.first + 1, "FISCAL") else 0
    fiscal = any(hit.words.is_a(at, "FISCAL") for at in range(hit.first, hit.last))
    part = (FiscalQuarter if fiscal else Yearless)("Q", 3 * nth - 2)
    return hit.read(_of_year(hit, part), skip=skip) if 1 <= nth <= 4 else None


def quarter_to(hit: Hit) -> Reading | None:
    """`the September quarter`, `March quarter of 2024`: the one that ends with the month."""
    month = int(hit.words.value(hit.match.start("mon")))
    return hit.read(_of_year(hit, Yearless("Q", month - 2))) if month % 3 == 0 else None


def half(hit: Hit) -> Reading | None:
    """`the first half of 1990`."""
    nth = ordinal(hit)
    return hit.read(_of_year(hit, Yearless("H", 6 * nth - 5))) if nth in (1, 2) else None


def two_quarters(hit: Hit) -> Reading | None:
    """`the first two quarters of 1990`, `the last two quarters of 1990`: halves."""
    month = {"first": 1, "last": 7}.get(hit.text("half"))
    quarters = hit.text("count") == "two" and hit.words.value(hit.match.start("year") - 2) == "Q"
    return hit.read(_of_year(hit, Yearless("H", month))) if month and quarters else None


def quarter_of(hit: Hit) -> Reading | None:
    """`the 1988 quarter`, `the same period of 1988`."""
    year = year_of(hit)
    return hit.read(SameQuarter(year)) if year else None


def edge_of_month(hit: Hit) -> Reading | None:
    """`the first week of May`, `the last three days of June 2024`: its beginning or its end."""
    first = not hit.is_a("nth", "LAST")
    if hit.words.value(hit.match.end("unit") - 1) not in ("D", "W", "WE") or (first and ordinal(hit) != 1):
        return None
    month, year = int(hit.words.value(hit.match.start("mon"))), year_of(hit)
    what = Fixed(Moment("M", date(year, month, 1))) if year else Yearless("M", month)
    return hit.read(what, mod="START" if first else "END")


def season_of(hit: Hit) -> Reading | None:
    """`the summer of 2017`, `winter 1994`."""
    year = year_of(hit)
    return hit.read(Fixed(Moment("S", season_start(year, hit.value("season"))))) if year else None


def season_of_year(hit: Hit) -> Reading | None:
    """`the spring of last year`."""
    part = Yearless("S", _season_month(hit))
    return (
        hit.read(Inside(part, Step("Y", int(hit.value("which")), "Y"))) if hit.value("unit") == "Y" else None
    )


def season_which(hit: Hit) -> Reading | None:
    """`last fall`, `this past spring`."""
    return hit.read(Yearless("S", _season_month(hit), which=int(hit.value("which"))))


def season(hit: Hit) -> Reading | None:
    """`the summer`, `early spring`; not what describes something (`the summer Olympics`), nor `the fall of Rome`."""
    if hit.after == "of" or (hit.text("season") == "fall" and hit.after in _FALLING):
        return None
    led = hit.begins("THE") or hit.words.is_a(hit.first - 1, "EDGE")
    return hit.read(Yearless("S", _season_month(hit))) if led and not hit.goes_on else None


def _season_month(hit: Hit) -> int:
    return season_start(2000, hit.value("season")).month


def decade(hit: Hit) -> Reading | None:
    """`the 1990s`, `the '90s`."""
    first = hit.number("decade") or 1
    if first % 10 or not hit.words.glued(hit.last - 1) or before_christ(hit):
        return None
    return _decade(hit, first if first >= 1000 else 1900 + first)


def spoken_decade(hit: Hit) -> Reading | None:
    """`the nineties`."""
    return _decade(hit, 1900 + int(hit.value("decade")))


def _decade(hit: Hit, year: int) -> Reading | None:
    first = day_of(year, 1, 1)
    return hit.read(Fixed(Moment("E", first))) if first else None


def century(hit: Hit) -> Reading | None:
    """`the 20th century`, `the nineteenth century`."""
    first = day_of(ordinal(hit) * 100 - 99, 1, 1)
    return hit.read(Fixed(Moment("C", first))) if first and not before_christ(hit) else None


@cache
def _holidays() -> dict[str, tuple[tuple[str, str], ...]]:
    """Named days by their first word, the longest first."""
    by_word: dict[str, list[tuple[str, str]]] = {}
    for name, when in table("time/holidays"):
        by_word.setdefault(re.split(r"\W", name)[0], []).append((name, when))
    return {word: tuple(sorted(names, key=lambda n: -len(n[0]))) for word, names in by_word.items()}


def holiday(hit: Hit) -> Reading | None:
    """`New Year's Eve`, `Thanksgiving`, `Easter week`: the longest name of the list that stands here."""
    words, begin = hit.words, hit.words.begins[hit.first]
    text = words.text[begin : begin + _LONGEST_NAME].replace("’", "'")
    for name, when in _holidays().get(words.words[hit.first], ()):
        if text.startswith(name) and not text[len(name) : len(name) + 1].isalnum():
            last = next(
                i for i in range(hit.first, len(words.begins)) if words.begins[i] >= begin + len(name)
            )
            day = Holiday("D", 1, rule=when)
            if words.is_a(last, "UNIT") and words.value(last) in ("W", "WE"):
                around = Holding("W" if words.value(last) == "W" else "WE", day)
                return Reading(hit.first, last + 1, "DATE", around)
            return Reading(hit.first, last, "DATE", day)
    return None


_YEAR = f"(?P<year>YEAR|{SPOKEN_YEAR})"
_NTH = "(?P<nth>ORD)"
_WHICH_YEAR = "(?P<which>LAST|NEXT|THIS) UNIT"
_SEASON = "(?P<season>SEASON)"

RULES = (
    Rule(f"THE? FISCAL? (?P<year>YEAR) FISCAL? {_NTH} HYPHEN? QUARTER", quarter),
    Rule(f"{_WHICH_YEAR} APOS DECADEEND FISCAL? {_NTH} HYPHEN? QUARTER", quarter),
    Rule(
        f"THE? FISCAL? HYPHEN? {_NTH} HYPHEN? FISCAL? QUARTER"
        f" (?:OF? FISCAL? (?P<year>YEAR)|OF {_WHICH_YEAR})?",
        quarter,
    ),
    Rule("THE? (?P<mon>MON) QUARTER (?:COMMA? OF? (?P<year>YEAR))?", quarter_to),
    Rule(f"THE? {_NTH} HALF OF (?:FISCAL? (?P<year>YEAR)|{_WHICH_YEAR})", half),
    Rule("THE? (?P<half>ORDINAL|LAST) (?P<count>NUMBER) UNITS OF (?P<year>YEAR)", two_quarters),
    Rule("THE? (?P<year>YEAR) (?:QUARTER|PERIOD)", quarter_of),
    Rule("THE? SAME (?:QUARTER|PERIOD) (?:OF|IN)? (?P<year>YEAR)", quarter_of),
    Rule(
        f"THE? (?P<nth>ORD|LAST) CARD? (?P<unit>UNIT|UNITS) OF (?P<mon>MON) (?:COMMA? OF? {_YEAR})?",
        edge_of_month,
    ),
    Rule(f"THE? {_SEASON} (?:OF|COMMA)? {_YEAR}", season_of),
    Rule(f"THE? {_SEASON} OF (?P<which>LAST|THIS|NEXT) (?P<unit>UNIT)", season_of_year),
    Rule(f"THE? (?P<which>LAST|NEXT|THIS PAST|THIS|PAST|PREVIOUS|COMING) {_SEASON}", season_which),
    Rule(f"THE? {_SEASON}", season),
    Rule("THE? (?P<decade>YEAR) APOS? DECADEEND", decade),
    Rule("THE? APOS (?P<decade>NUM) APOS? DECADEEND", decade),
    Rule("THE (?P<decade>TENS)", spoken_decade),
    Rule("THE? (?P<nth>ORD|DAYNUM ORDINALEND) HYPHEN? CENTURY", century),
    Rule("HOLIDAY|MONTHNAME UNIT", holiday),
)
