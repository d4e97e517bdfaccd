"""Readings side by side put together: a day and its hour, the end of a month, a range, `two weeks ago`."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from readout.extract.mentions import Mod
from readout.extract.times.calendar import Grain
from readout.extract.times.expressions import (
    Base,
    Expression,
    Fixed,
    Holding,
    Range,
    Shifted,
    Step,
    Timed,
    Unsaid,
    Weekday,
    Weekend,
    Yearless,
)
from readout.extract.times.grammar import Length, Reading
from readout.extract.times.words import LETTER, Words
from readout.lexicon import table

_MODS: dict[tuple[str, ...], tuple[Mod, frozenset[str]]] = {
    tuple(row[1].split()): (cast(Mod, row[0]), frozenset(row[2].split()) if len(row) > 2 else frozenset())
    for row in table("time/mods")
}
_LONGEST = max(map(len, _MODS))
_TIME_TO_DAY = {
    "",
    ",",
    "on",
    "of",
    "of the",
    ", on",
    "on the",
    "local time",
    "local time on",
    "local time ,",
}
_DAY_TO_TIME = {"", ",", "at", "in the", ", at", "' s", "’ s"}


def _gap(words: Words, left: Reading, right: Reading) -> str:
    if right.first - left.last > 3:
        return "?"
    return " ".join(words.words[left.last : right.first]).lower()


def _is_day(reading: Reading) -> bool:
    what = reading.what
    if reading.kind != "DATE" or isinstance(what, Length):
        return False
    grain = what.at.grain if isinstance(what, Fixed) else getattr(what, "grain", "D")
    return grain == "D" and not isinstance(what, Unsaid)


def _timed(left: Reading, right: Reading, gap: str) -> Reading | None:
    """`Wednesday evening`, `Feb. 5 at 14:15`, `9 a.m. Tuesday`, `the morning of May 3`."""
    for day, time, gaps in ((left, right, _DAY_TO_TIME), (right, left, _TIME_TO_DAY)):
        if gap in gaps and _is_day(day) and time.kind == "TIME" and isinstance(time.what, Timed):
            if isinstance(time.what.day, Step) and time.what.day.base == "published" and time.what.day.count:
                continue
            what = Timed(cast(Expression, day.what), time.what.suffix)
            return Reading(left.first, right.last, "TIME", what, time.mod or day.mod)
    return None


def _range(words: Words, left: Reading, right: Reading, gap: str) -> Reading | None:
    """`Friday and Saturday`, `May 3 to 5`, `2019-2021`, `between June and August`."""
    if isinstance(left.what, Length | Unsaid) or isinstance(right.what, Length | Unsaid):
        return None
    if left.kind != "DATE" or right.kind != "DATE" or left.mod or right.mod:
        return None
    before = words.words[left.first - 1].lower() if left.first else ""
    between = before == "between"
    if gap == "and" and not between and not (_is_day(left) and _is_day(right) and _next_to(left, right)):
        return None
    if gap not in ("and", "-", "–", "and on") or (gap == "-" and not _same_kind(left, right)):
        return None
    return Reading(left.first, right.last, "DATE", Range(left.what, right.what))


def _same_kind(left: Reading, right: Reading) -> bool:
    return type(left.what) is type(right.what)


def _next_to(left: Reading, right: Reading) -> bool:
    """Whether the second day follows the first: `Friday and Saturday`, `today and tomorrow`."""
    a, b = left.what, right.what
    if isinstance(a, Weekday) and isinstance(b, Weekday):
        return (b.day - a.day) % 7 == 1 and a.which == b.which
    if isinstance(a, Step) and isinstance(b, Step):
        return b.count - a.count == 1
    return isinstance(a, Yearless) and isinstance(b, Yearless) and (a.month, a.day + 1) == (b.month, b.day)


# What a fraction of a unit is counted in.
_FINER: dict[Grain, tuple[Grain, int]] = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "E": ("Y", 10)}


def _ago(words: Words, reading: Reading) -> Reading | None:
    """`two weeks ago`, `a year earlier`, `three days later`, `five days from now`."""
    what = reading.what
    if not isinstance(what, Length) or not what.unit:
        return None
    after = [w.lower() for w in words.words[reading.last : reading.last + 2]]
    if not after:
        return None
    base: Base
    if after[0] == "ago" or after == ["before", "now"]:
        count, base, taken = -1, "published", 1
    elif after in (["from", "now"], ["from", "today"]):
        count, base, taken = 1, "published", 2
    elif after[0] in ("earlier", "previously"):
        count, base, taken = -1, "spoken", 1
    elif after[0] in ("later", "hence"):
        count, base, taken = 1, "spoken", 1
    else:
        return None
    last = reading.last + taken
    if what.count is None:
        vague = "PAST_REF" if count < 0 else "FUTURE_REF"
        return replace(reading, last=last, kind="DATE", what=Unsaid(vague)) if base == "published" else None
    if what.unit.startswith("T"):
        return None
    unit, number = cast(Grain, what.unit), what.count
    if what.unit == "FN":
        unit, number = "W", number * 2
    if number % 1 and unit in _FINER:
        unit, times = _FINER[unit]
        number *= times
    step = Step(unit, count * math.floor(number), unit, base, keep=unit == "Y" and number == 1)
    return replace(reading, last=last, kind="DATE", what=step)


def _holding(left: Reading, right: Reading, gap: str) -> Reading | None:
    """`the week of Oct. 23`, `the weekend of March 3`."""
    what = left.what
    week = isinstance(what, Weekend) or (isinstance(what, Step) and what.grain == "W")
    if gap != "of" or not week or not _is_day(right) or isinstance(right.what, Length):
        return None
    grain: Grain = "WE" if isinstance(what, Weekend) else "W"
    return Reading(left.first, right.last, "DATE", Holding(grain, right.what), left.mod)


def _mod_before(words: Words, first: int) -> tuple[int, Mod | None]:
    """The first word of what limits the expression at `first`, and its mod: `more than`, `about`."""
    for size in range(min(_LONGEST, first), 0, -1):
        phrase = tuple(w.lower() for w in words.words[first - size : first])
        if phrase in _MODS:
            mod, only_after = _MODS[phrase]
            before = words.words[first - size - 1].lower() if first > size else ""
            if not only_after or before in only_after:
                return first - size, mod
    return first, None


def _edge_before(words: Words, reading: Reading) -> Reading:
    """`early October`, `the end of 1990`, `mid-1996`, `later this week`."""
    at = reading.first
    if not at or isinstance(reading.what, Length):
        return reading
    letter = words.classes[at - 1]
    if letter == LETTER["HYPHEN"] and at > 1:
        at, letter = at - 1, words.classes[at - 2]
    if letter == LETTER["EDGE"]:
        mod = cast(Mod, words.value(at - 1))
        first = at - 1
        if first and words.classes[first - 1] == LETTER["THE"] and isinstance(reading.what, Fixed | Yearless):
            first -= 1
        return replace(reading, first=first, mod=reading.mod or mod)
    if letter in (LETTER["LATER"], LETTER["EARLIER"]) and reading.kind == "DATE":
        return replace(reading, first=at - 1)
    if letter == LETTER["OF"] and at > 1 and words.classes[at - 2] == LETTER["EVE"]:
        first = at - 2 - (at > 2 and words.classes[at - 3] == LETTER["THE"])
        return replace(reading, first=first, what=Shifted(reading.what, "D", -1))
    if letter == LETTER["OF"] and at > 1 and words.classes[at - 2] == LETTER["RIM"]:
        first = at - 2
        if first and words.classes[first - 1] in (LETTER["THE"], LETTER["AT"]):
            first -= words.classes[first - 1] == LETTER["THE"]
        return replace(reading, first=first, mod=cast(Mod, words.value(at - 2)))
    return reading


def _or_so(words: Words, reading: Reading) -> Reading:
    if [w.lower() for w in words.words[reading.last : reading.last + 2]] == ["or", "so"]:
        return replace(reading, last=reading.last + 2, mod="APPROX")
    return reading


def compose(words: Words, readings: Iterable[Reading]) -> list[Reading]:
    """Readings in order and not overlapping, each as large as what stands around it makes it."""
    out: list[Reading] = []
    for reading in readings:
        reading = _or_so(words, _ago(words, reading) or reading)
        reading = _edge_before(words, reading)
        while out and reading.first <= out[-1].last + 3:
            left, gap = out[-1], _gap(words, out[-1], reading)
            joined = _timed(left, reading, gap) or _range(words, left, reading, gap)
            joined = joined or _holding(left, reading, gap)
            if not joined:
                break
            out.pop()
            reading = joined
        first, mod = _mod_before(words, reading.first)
        if isinstance(reading.what, Weekday | Unsaid):
            first, mod = reading.first, None
        if mod and (not out or first >= out[-1].last) and reading.kind != "SET":
            reading = replace(reading, first=first, mod=reading.mod or mod)
        if out and reading.first < out[-1].last:
            continue
        out.append(reading)
    return [r for r in out if not _loose(words, r)]


def _loose(words: Words, reading: Reading) -> bool:
    """A part of the day that nothing ties to a day (`a night out`, `good morning`)."""
    what = reading.what
    if reading.kind != "TIME" or not isinstance(what, Timed) or not re.fullmatch(r"T[A-Z]{2}", what.suffix):
        return False
    if not (isinstance(what.day, Step) and what.day.base == "spoken" and reading.last - reading.first == 1):
        return False
    return words.words[reading.first].islower()
