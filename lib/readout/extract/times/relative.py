"""Rules for dates counted from another one (`last week`, `the next day`), for sets and vague references."""

from __future__ import annotations

import re
from typing import cast

from readout.extract.times.calendar import Grain
from readout.extract.times.durations import iso_length, vague_length
from readout.extract.times.expressions import Base, Expression, Quarter, Step, Unsaid, Weekday, Weekend
from readout.extract.times.grammar import Kind, Length, Reading, Rule
from readout.extract.times.words import LETTER, OTHER, Words, beside
from readout.lexicon import words as word_list
from readout.text.numbers import parse_number

_EVENTS = word_list("time/events") | word_list("time/sayings")
_SPOKEN = {LETTER[name] for name in ("PREVIOUS", "FOLLOWING", "SAME", "THAT")}
_LONG_UNITS = ("D", "W", "WE", "M", "Q", "Y", "E", "C")


def _which(words: Words, m: re.Match[str]) -> tuple[int, Base]:
    """How far away, and from which date: `the following` and `that` count from the date last spoken of."""
    at = m.end("which") - 1
    letter = words.classes[at]
    return int(words.value(at)), "spoken" if letter in _SPOKEN else "published"


def _unit(words: Words, m: re.Match[str]) -> str:
    return words.value(m.start("unit"))


def _read(m: re.Match[str], what: Expression | Length, kind: Kind = "DATE") -> Reading:
    return Reading(m.start(), m.end(), kind, what)


def today(words: Words, m: re.Match[str]) -> Reading | None:
    """`today`, `yesterday`, `the day before yesterday`."""
    count = int(words.value(m.end() - 1))
    if words.words[m.end() - 1].istitle() and m.start() and words.words[m.start() - 1].isalpha():
        return None
    if m.end() - m.start() > 1:
        if abs(count) != 1 or words.value(m.start() + 1) != "D":
            return None
        count *= 2
    if count == 0 and _of_our_days(words, m.end()):
        return _read(m, Unsaid("PRESENT_REF"))
    return _read(m, Step("D", count, "D"))


def _of_our_days(words: Words, at: int) -> bool:
    """Whether `today` is our days and no one day: `today's youth`, but not `today's vote`."""
    after = [w.lower() for w in words.words[at : at + 4]]
    return after[1:2] == ["s"] and after[0] in ("'", "’") and _EVENTS.isdisjoint(after[2:])


def weekday(words: Words, m: re.Match[str]) -> Reading | None:
    """A weekday alone, unless it is part of a name (`Black Friday`)."""
    first, last = m.span()
    if words.classes[first] == LETTER["WEEKDAYABBR"]:
        return None
    if _named(words, first, last):
        return None
    return _read(m, Weekday(int(words.value(first))))


def _named(words: Words, first: int, last: int) -> bool:
    names = word_list("time/names")
    before = words.words[first - 1] if first else ""
    after = words.words[last] if last < len(words.words) else ""
    day = words.words[first]
    return f"{before} {day}" in names or (f"* {after}" in names and after != "")


def which_weekday(words: Words, m: re.Match[str]) -> Reading | None:
    """`last Thursday`, `the following Monday`, `that Friday`."""
    which, base = _which(words, m)
    the = words.classes[m.start()] == LETTER["THE"]
    if words.classes[m.end("which") - 1] == LETTER["FOLLOWING"] and not the:
        return None
    return _read(m, Weekday(int(words.value(m.start("day"))), which, base))


def weekly(words: Words, m: re.Match[str]) -> Reading | None:
    """`Mondays`, `every Friday`."""
    return _read(m, Unsaid(f"XXXX-WXX-{int(words.value(m.start('day'))) + 1}"), "SET")


def which_unit(words: Words, m: re.Match[str]) -> Reading | None:
    """`last week`, `this year`, `the following day`, `the past month`."""
    unit, (which, base) = _unit(words, m), _which(words, m)
    first, at = words.classes[m.start()], words.classes[m.end("which") - 1]
    if words.words[m.end() - 1].istitle():
        return None
    the = first == LETTER["THE"]
    if unit == "period" and at == LETTER["SAME"]:
        return None
    if unit == "period" or (at in (LETTER["LATEST"], LETTER["CURRENT"], LETTER["SAME"]) and unit == "Q"):
        return _read(m, Quarter(0))
    if unit not in _LONG_UNITS:
        value = _lone_length(unit) if at != LETTER["THAT"] and the else None
        return _read(m, Length(value), "DURATION") if value else None
    grain = cast(Grain, unit)
    if unit == "D":
        if at in (LETTER["NEXT"], LETTER["FOLLOWING"], LETTER["SAME"], LETTER["PREVIOUS"], LETTER["THAT"]):
            return _read(m, Step("D", which, "D", "spoken"))
        return _read(m, Length("P1D"), "DURATION") if the and at == LETTER["PAST"] else None
    just_past = (at == LETTER["PAST"] and first != LETTER["THIS"]) or (the and at == LETTER["LAST"])
    if just_past and unit != "Y":
        value = _lone_length(unit)
        return _read(m, Length(value), "DURATION") if value else None
    if the and at == LETTER["NEXT"]:
        base = "spoken" if unit != "Y" else "published"
    return _read(m, Step(grain, which, grain, base))


def _lone_length(unit: str) -> str | None:
    return None if unit in ("TS", "WE", "FN") else iso_length([(1, unit)])


_SPAN_AFTER = beside("span after")
_AFTER_PAST = beside("after past")


def unit_before(words: Words, m: re.Match[str]) -> Reading | None:
    """`the year before`, `the day after`: counted from the date last spoken of, where nothing is named after it."""
    if words.classes[m.end() : m.end() + 1] == OTHER and words.words[m.end()][0].isalnum():
        return None
    unit, count = _unit(words, m), int(words.value(m.end() - 1))
    if unit not in ("D", "W", "M", "Y"):
        return None
    grain = cast(Grain, unit)
    return _read(m, Step(grain, count, grain, "spoken"))


def the_unit(words: Words, m: re.Match[str]) -> Reading | None:
    """`the year`, `the week`, `the quarter`: the present one, or the quarter last spoken of."""
    unit = _unit(words, m)
    after = words.words[m.end()].lower() if m.end() < len(words.words) else ""
    if unit in ("Q", "period"):
        return _read(m, Quarter(0))
    if unit == "Y" and after in _SPAN_AFTER:
        return _read(m, Length("P1Y"), "DURATION")
    if unit not in ("W", "WE", "M", "Y") or words.classes[m.start() - 1 : m.start()] == LETTER["AT"]:
        return None
    if unit == "WE":
        return _read(m, Weekend())
    return _read(m, Step(cast(Grain, unit), 0, cast(Grain, unit)))


def fiscal_year(words: Words, m: re.Match[str]) -> Reading | None:
    """`the fiscal year`, `the current fiscal year`."""
    after = words.words[m.end()].lower() if m.end() < len(words.words) else ""
    if after in _SPAN_AFTER:
        return _read(m, Length("P1Y"), "DURATION")
    which = _which(words, m)[0] if m.start("which") >= 0 else 0
    return _read(m, Step("Y", which, "Y"))


def year_ago(words: Words, m: re.Match[str]) -> Reading | None:
    """`the year-ago period`, `year-earlier`: the same stretch of the year before."""
    if words.value(m.start("unit")) != "Y":
        return None
    return _read(m, Quarter(-1) if m.start("what") >= 0 else Step("Y", -1, "Y", "spoken", keep=True))


def rim_of_unit(words: Words, m: re.Match[str]) -> Reading | None:
    """`the end of the year`, `year's end`, `year-end`."""
    unit = _unit(words, m)
    edge = words.value(m.start("rim"))
    if unit not in ("W", "M", "Q", "Y", "E", "C", "WE") or (
        m.start("rim") > m.start("unit") and edge != "END"
    ):
        return None
    grain = cast(Grain, unit)
    mod = {"START": "START", "END": "END", "MID": "MID"}[edge]
    return Reading(m.start(), m.end(), "DATE", Step(grain, 0, grain), mod)  # type: ignore[arg-type]


def reference(words: Words, m: re.Match[str]) -> Reading | None:
    """`now`, `currently`, `more recently`, `the near future`."""
    at = m.start("ref")
    if words.words[at].lower() == "soon" and at and words.words[at - 1].lower() == "as":
        return None
    return _read(m, Unsaid(words.value(at)))


def the_past(words: Words, m: re.Match[str]) -> Reading | None:
    """`the past`, where it is a noun."""
    following = words.classes[m.end() : m.end() + 1]
    if following == "." and words.words[m.end()].isalpha() and words.words[m.end()] not in _AFTER_PAST:
        return None
    return _read(m, Unsaid("PAST_REF"))


def some_units(words: Words, m: re.Match[str]) -> Reading | None:
    """`recent months`, `the coming weeks`, `these days`."""
    unit = words.value(m.end() - 1)
    way = words.classes[m.end("way") - 1]
    if unit == "Y" and way in (LETTER["RECENT"], LETTER["PAST"]) and m.end() - m.end("way") == 1:
        return _read(m, Unsaid("PAST_REF"))
    if way == LETTER["THESE"]:
        these_days = unit == "D" and words.words[m.end("way") - 1].lower() == "these"
        return _read(m, Unsaid("PRESENT_REF")) if these_days else None
    return _read(m, Length(vague_length(unit)), "DURATION")


def every_few(words: Words, m: re.Match[str]) -> Reading | None:
    """`every four years`."""
    count, unit = parse_number(words.surface(*m.span("count")).lower()), words.value(m.end() - 1)
    return _read(m, Unsaid(iso_length([(count, unit)])), "SET") if count else None


def every(words: Words, m: re.Match[str]) -> Reading | None:
    """`every year`, `each month`, `every other week`, `every two years`."""
    unit = _unit(words, m)
    if unit in ("TS", "FN", "C"):
        return None
    count = 2 if m.start("other") >= 0 else 1
    time = "T" if unit.startswith("T") else ""
    return _read(m, Unsaid(f"P{time}{count}{unit.removeprefix('T')}"), "SET")


def often(words: Words, m: re.Match[str]) -> Reading | None:
    """`daily`, as how often something happens and not as what something is (`a daily brief`)."""
    following = words.words[m.end()] if m.end() < len(words.words) else ""
    if words.classes[m.end() : m.end() + 1] == OTHER and following.isalpha() and following not in _AFTER_PAST:
        return None
    return _read(m, Unsaid(words.value(m.start())), "SET")


RULES = (
    Rule("TODAY", today),
    Rule("THE UNIT (?:BEFORE|AFTER) TODAY", today),
    Rule("THE? (?P<which>WHICH) (?P<day>WEEKDAY)", which_weekday),
    Rule("WDAY", weekday),
    Rule("(?P<day>WEEKDAYS)", weekly),
    Rule("EACH (?P<day>WEEKDAY)", weekly),
    Rule("EACH (?P<count>NUMBER|DAYNUM|NUM) UNITS", every_few),
    Rule("EACH (?P<other>OTHER)? (?P<unit>UNIT|QUARTER)", every),
    Rule("THE? (?P<unit>UNIT) HYPHEN (?:AGO|EARLIER) (?P<what>ORD? HYPHEN? (?:PERIOD|QUARTER))?", year_ago),
    Rule("(?:THE|THIS)? (?P<which>WHICH)? FISCAL HYPHEN? UNIT", fiscal_year),
    Rule("(?:THE)? (?P<which>WHICH) (?P<unit>UNIT|QUARTER|CENTURY|PERIOD)", which_unit),
    Rule("(?:THE|AT) (?P<rim>RIM) OF (?:THE|THIS) (?P<unit>UNIT|QUARTER|CENTURY)", rim_of_unit),
    Rule("(?:THE)? (?P<unit>UNIT) (?:APOS DECADEEND)? HYPHEN? (?P<rim>RIM)", rim_of_unit),
    Rule("(?:THE|A) (?P<unit>UNIT) (?:BEFORE|AFTER)(?!THE|A|TODAY)", unit_before),
    Rule("THE ENTIRE? (?P<unit>UNIT|QUARTER|PERIOD)", the_unit),
    Rule("(?:MORE|MOST)? (?P<ref>REFERENCE)", reference),
    Rule("THE NEAR? (?P<ref>FUTURE|TERM|PRESENT)", reference),
    Rule("(?P<ref>NOW)", reference),
    Rule("DAILY", often),
    Rule("THE? (?P<way>RECENT|COMING|PAST|THESE) (?:FEW|SEVERAL)? UNITS", some_units),
    Rule("THE PAST", the_past),
)
