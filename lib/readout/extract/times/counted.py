"""Lengths that are counted from a date and so tell another: `two weeks ago`, `will meet again in ten days`."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from readout.extract.times.calendar import Grain
from readout.extract.times.direction import direction
from readout.extract.times.expressions import Base, Step, Unsaid
from readout.extract.times.grammar import Length, Reading
from readout.extract.times.words import Words, beside

# What a fraction of a unit is counted in.
_FINER: dict[Grain, tuple[Grain, int]] = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "E": ("Y", 10)}
# What is counted in a coarser one.
_COARSER: dict[str, tuple[Grain, float]] = {"FN": ("W", 2), "TH": ("D", 1 / 24)}
# What comes about in a moment, so that a length after it tells when: `will resume in two weeks`.
_ONCE = beside("at the end of a length")
# How `ago` and its like count: direction, from where, and how many words they are.
_AGO: dict[tuple[str, ...], tuple[int, Base]] = {
    ("ago",): (-1, "published"),
    ("before", "now"): (-1, "published"),
    ("from", "now"): (1, "published"),
    ("from", "today"): (1, "published"),
    ("earlier",): (-1, "spoken"),
    ("later",): (1, "spoken"),
    ("hence",): (1, "spoken"),
}


def counted_ago(words: Words, reading: Reading) -> Reading | None:
    """`two weeks ago`, `a year earlier`, `three days later`, `five days from now`."""
    length = reading.what
    if not isinstance(length, Length) or not length.unit or words.lower(reading.first - 1) == "not":
        return None
    after = tuple(words.lower(reading.last + n) for n in range(2))
    if after[1] == "than":
        # `two days later than planned` is how much later.
        return None
    if after[0] == "before" and not after[1][:1].isalnum():
        after = ("earlier", "")
    said = next((known for known in (after, after[:1]) if known in _AGO), None)
    if not said:
        return None
    (sign, base), last = _AGO[said], reading.last + len(said)
    if length.count is None:
        vague = Unsaid("PAST_REF" if sign < 0 else "FUTURE_REF")
        return replace(reading, last=last, kind="DATE", what=vague) if base == "published" else None
    step = step_by(length, sign, base)
    return replace(reading, last=last, kind="DATE", what=step) if step else None


def step_by(length: Length, sign: int, base: Base) -> Step | None:
    """The length counted from a date; None for hours and less, unless they make up days."""
    if not length.count or (length.unit.startswith("T") and (length.unit != "TH" or length.count % 24)):
        return None
    unit, count = cast(Grain, length.unit), length.count
    if length.unit in _COARSER:
        unit, times = _COARSER[length.unit]
        count *= times
    if unit in _FINER and (count % 1 or unit == "E"):
        unit, times = _FINER[unit]
        count *= times
    return Step(unit, sign * math.floor(count), unit, base, keep=unit == "Y" and count == 1)


def counted_hence(words: Words, reading: Reading) -> Reading | None:
    """`will meet again in two weeks`, `in a week's time`: a time to come, and no length."""
    length, at = reading.what, reading.first - 2
    if not isinstance(length, Length) or words.lower(at + 1) != "in":
        return None
    if last := _time_after(words, reading.last):
        step = step_by(length, 1, "published")
        return replace(reading, last=last, kind="DATE", what=step or Unsaid("FUTURE_REF"))
    if words.is_plain(reading.last):
        return None
    if words.lower(at) not in _ONCE and not (words.lower(at).endswith("ed") and words.lower(at - 1) == "be"):
        return None
    step = step_by(length, 1, "published") if direction(words, at + 1, reading.last) == 1 else None
    return replace(reading, kind="DATE", what=step) if step else None


def _time_after(words: Words, at: int) -> int | None:
    """The word behind `'s time` at word `at`, as in `in a week's time` and `in two weeks' time`."""
    owned = words.is_a(at, "APOS")
    noun = at + 1 + (words.lower(at + 1) == "s")
    return noun + 1 if owned and words.lower(noun) == "time" else None


def with_last(words: Words, reading: Reading) -> Iterator[Reading]:
    """The reading, and a `last` behind it that leaves its unit out: `more this year than last`."""
    yield reading
    this, at = reading.what, reading.last
    if not isinstance(this, Step) or this.count or this.grain == "D" or words.lower(at) not in ("as", "than"):
        return
    if words.is_a(at + 1, "LAST") and not words.lower(at + 2)[:1].isalnum():
        yield Reading(at + 1, at + 2, "DATE", replace(this, count=-1))
