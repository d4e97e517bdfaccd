"""Which expressions stand in a quotation whose sentence says when it was spoken: `"... tomorrow," she said Monday`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from readout.extract.times.calendar import Grain
from readout.extract.times.combined import Timed
from readout.extract.times.expressions import Expression, Fixed, Step, Weekday
from readout.extract.times.grammar import Length, Reading
from readout.extract.times.words import Words
from readout.extract.times.yearly import Yearless
from readout.lexicon import words as word_list

_REPORTING = word_list("reporting_verbs")
_OPENING, _EITHER = "“", '"'
# What opens or closes a quotation; the end of a line closes one too.
_MARK = re.compile(r'[“”"\n]')
_STOPS = frozenset({"", ".", "!", "?", ";"})
# How many words may lie between a quotation and the day on which it was spoken.
_REACH = 14


def quotations(words: Words) -> list[tuple[int, int]]:
    """First and last word (the marks) of each quotation; one that is never closed ends with its line."""
    spans: list[tuple[int, int]] = []
    begin: int | None = None
    for mark in _MARK.finditer(words.text):
        if begin is None:
            if mark[0] in (_OPENING, _EITHER):
                begin = mark.start()
        elif mark[0] != _OPENING:
            first, last = (bisect_left(words.begins, offset) for offset in (begin, mark.start()))
            spans.append((first, last))
            begin = None
    return spans


def _relative(what: object) -> bool:
    """Whether the expression is counted in days from when it is said."""
    day = what.day if isinstance(what, Timed) else what
    return isinstance(day, Weekday) or (
        isinstance(day, Step) and day.grain == "D" and day.base == "published"
    )


def _day(what: Expression | Length) -> Expression | None:
    """The day that an expression gives, if it gives one."""
    day = what.day if isinstance(what, Timed) else what
    grain: Grain | None = "D" if isinstance(day, Weekday) else getattr(day, "grain", None)
    if isinstance(day, Fixed):
        grain = day.at.grain
    return day if grain == "D" and isinstance(day, Fixed | Step | Weekday | Yearless) else None


def _reported(words: Words, first: int, last: int) -> bool:
    """Whether words `first` to `last` hold a reporting verb and no end of a sentence."""
    between = [w.lower() for w in words.words[first:last]]
    return not _REPORTING.isdisjoint(between) and _STOPS.isdisjoint(between)


def spoken_on(words: Words, readings: Sequence[Reading]) -> dict[int, Expression | None]:
    """For each relative reading (by its first word) in a quotation, on which day its sentence says it was spoken."""
    quotes = quotations(words)
    begins = [begin for begin, _ in quotes]
    inside: dict[int, tuple[int, int]] = {}
    for reading in readings:
        at = bisect_right(begins, reading.first) - 1
        if at >= 0 and reading.first < quotes[at][1]:
            inside[reading.first] = quotes[at]
    days = [(r, day) for r in readings if r.first not in inside and (day := _day(r.what))] if inside else []
    return {
        r.first: _nearest(words, quote, days)
        for r in readings
        if (quote := inside.get(r.first)) and _relative(r.what)
    }


def _nearest(
    words: Words, quote: tuple[int, int], days: list[tuple[Reading, Expression]]
) -> Expression | None:
    begin, end = quote
    at = bisect_right(days, end, key=lambda d: d[0].first)
    for reading, day in days[at : at + 1]:
        said = _reported(words, end, reading.last) or _reported(words, end, reading.last + 2)
        if said and reading.first - end <= _REACH:
            return day
    for reading, day in days[max(0, at - 1) : at]:
        if 0 <= begin - reading.last <= _REACH and _reported(words, max(0, reading.first - 3), begin):
            return day
    return None
