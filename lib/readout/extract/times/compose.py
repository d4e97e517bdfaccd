"""Readings side by side put together: a day and its hour, the end of a month, a range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, pairwise
from typing import cast

from readout.extract.mentions import Mod
from readout.extract.times.combined import Holding, Range, Shifted
from readout.extract.times.counted import counted_ago, counted_hence, with_last
from readout.extract.times.expressions import CurrentWeek, Expression, Fixed, Step, Unsaid, Weekday, Weekend
from readout.extract.times.grammar import Length, Reading
from readout.extract.times.hours import day_of, is_loose, join_hours, repeated, with_day_after
from readout.extract.times.words import Words
from readout.extract.times.yearly import Quarter, Yearless
from readout.lexicon import table

_MODS: dict[tuple[str, ...], tuple[Mod, frozenset[str]]] = {
    tuple(row[1].split()): (cast(Mod, row[0]), frozenset(row[2].split()) if len(row) > 2 else frozenset())
    for row in table("time/mods")
}
_LONGEST = max(map(len, _MODS))
_MOD_ENDS = {phrase[-1] for phrase in _MODS}
# `up to June` says no more of June than `to` would.
_OF_LENGTHS = frozenset[Mod]({"EQUAL_OR_LESS", "EQUAL_OR_MORE"})
# What may stand between two readings that belong together has at most this many words.
_WIDEST = 3
_HALVES: dict[str, Mod] = {"first": "START", "second": "END"}


def _range(words: Words, left: Reading, right: Reading, gap: str) -> Reading | None:
    """`Friday and Saturday`, `2019-2021`, `between June and August`."""
    start, end = left.what, right.what
    if isinstance(start, Length | Unsaid) or isinstance(end, Length | Unsaid):
        return None
    if left.kind != "DATE" or right.kind != "DATE" or left.mod or right.mod:
        return None
    if gap in ("-", "–"):
        joined = type(start) is type(end)
    else:
        joined = gap in ("and", "and on") and (
            words.lower(left.first - 1) == "between" or _next_to(start, end)
        )
    return Reading(left.first, right.last, "DATE", Range(start, end)) if joined else None


def _next_to(a: Expression, b: Expression) -> bool:
    """Whether the second day follows the first: `Friday and Saturday`, `today and tomorrow`."""
    if isinstance(a, Weekday) and isinstance(b, Weekday):
        return (b.day - a.day) % 7 == 1 and a.which == b.which
    if isinstance(a, Step) and isinstance(b, Step):
        return a.grain == b.grain == "D" and b.count - a.count == 1
    if not isinstance(a, Yearless) or not isinstance(b, Yearless):
        return False
    return a.grain == b.grain == "D" and (a.month, a.day + 1) == (b.month, b.day)


def _holding(left: Reading, right: Reading, gap: str) -> Reading | None:
    """`the week of Oct. 23`, `the weekend of March 3`."""
    day = day_of(right)
    if gap != "of" or not day or not isinstance(left.what, CurrentWeek | Weekend):
        return None
    what = Holding("WE" if isinstance(left.what, Weekend) else "W", day)
    return Reading(left.first, right.last, "DATE", what, left.mod)


def _mod_before(words: Words, first: int) -> tuple[int, Mod | None]:
    """The first word of what limits the expression at `first`, and its mod: `more than`, `about`."""
    if words.lower(first - 1) not in _MOD_ENDS:
        return first, None
    phrase = tuple(words.lower(at) for at in range(max(0, first - _LONGEST), first))
    for size in range(len(phrase), 0, -1):
        if found := _MODS.get(phrase[-size:]):
            mod, only_after = found
            if not only_after or words.lower(first - size - 1) in only_after:
                return first - size, mod
    return first, None


def _is_month(what: Expression) -> bool:
    return (what.at.grain if isinstance(what, Fixed) else getattr(what, "grain", None)) == "M"


def _edged(words: Words, reading: Reading) -> Reading:
    """`early October`, `the end of 1990`, `mid-1996`, `later this week`, `the eve of`: with what stands before."""
    what, at = reading.what, reading.first - 1
    if isinstance(what, Length):
        return reading
    if words.is_a(at, "OF") and words.is_a(at - 1, "EVE", "RIM"):
        first = at - 2 if words.is_a(at - 2, "THE") else at - 1
        if words.is_a(at - 1, "EVE"):
            return replace(reading, first=first, what=Shifted(what, "D", -1)) if day_of(reading) else reading
        return replace(reading, first=first, mod=cast(Mod, words.value(at - 1)))
    if (
        words.is_a(at, "OF")
        and words.is_a(at - 1, "HALF")
        and words.lower(at - 2) in _HALVES
        and _is_month(what)
    ):
        first = at - 3 if words.is_a(at - 3, "THE") else at - 2
        return replace(reading, first=first, mod=_HALVES[words.lower(at - 2)])
    if words.is_a(at, "IN") and words.is_a(at - 1, "EDGE", "LATER", "EARLIER"):
        at -= 1
    if words.is_a(at, "LATER", "EARLIER") and reading.kind == "DATE":
        return replace(reading, first=at)
    at -= words.is_a(at, "HYPHEN")
    if not words.is_a(at, "EDGE"):
        return reading
    with_article = words.is_a(at - 1, "THE") and isinstance(what, Fixed | Yearless)
    return replace(reading, first=at - with_article, mod=reading.mod or cast(Mod, words.value(at)))


def limited(words: Words, reading: Reading, free: int) -> Reading:
    """The reading with what limits it, which may begin at word `free` or later: `about`, `or so`."""
    if (words.lower(reading.last), words.lower(reading.last + 1)) == ("or", "so"):
        reading = replace(reading, last=reading.last + 2, mod="APPROX")
    if isinstance(reading.what, Weekday | Unsaid):
        return reading
    first, mod = _mod_before(words, reading.first)
    if mod in _OF_LENGTHS and not isinstance(reading.what, Length):
        return reading
    return replace(reading, first=first, mod=reading.mod or mod) if mod and first >= free else reading


def compose(words: Words, readings: Iterable[Reading]) -> list[Reading]:
    """Readings in order and not overlapping, each as large as what stands around it makes it."""
    out: list[Reading] = []
    for reading in chain.from_iterable(with_last(words, r) for r in readings):
        reading = _edged(words, counted_ago(words, reading) or counted_hence(words, reading) or reading)
        while out and (joined := _joined(words, out[-1], reading)):
            out.pop()
            reading = joined
        free = out[-1].last if out else 0
        if reading.first >= free:
            out.append(limited(words, reading, free))
    for at in reversed(range(1, len(out))):
        out[at - 1] = repeated(words, out[at - 1], out[at])
    for at in range(1, len(out)):
        out[at] = repeated(words, out[at], out[at - 1])
    for at, (reading, following) in enumerate(pairwise(out)):
        with_day = with_day_after(words, out[at - 1] if at else None, reading, following)
        out[at] = _ending(words, _said_again(words, with_day, following), following)
    return [r for at, r in enumerate(out) if not is_loose(words, r, out[at - 1] if at else None)]


def _ending(words: Words, reading: Reading, following: Reading) -> Reading:
    """`the quarter ended July 31`, which tells the quarter where none was spoken of."""
    quarter, day = reading.what, day_of(following)
    ended = following.first == reading.last + 1 and words.lower(reading.last) in ("ended", "ending")
    return (
        replace(reading, what=replace(quarter, end=day))
        if isinstance(quarter, Quarter) and ended
        else reading
    )


def _said_again(words: Words, reading: Reading, following: Reading) -> Reading:
    """`today, 14 May 2025`, `yesterday (14 May 2025)`: the day that is said in full behind it, whenever it is told."""
    day, joined = (
        following.what,
        following.first - reading.last == 1 and words.lower(reading.last) in (",", "("),
    )
    full = joined and isinstance(day, Fixed) and day.at.grain == "D"
    return replace(reading, what=day) if full and words.is_a(reading.last - 1, "TODAY") else reading


def _joined(words: Words, left: Reading, right: Reading) -> Reading | None:
    if not left.last <= right.first <= left.last + _WIDEST:
        return None
    gap = " ".join(words.lower(at) for at in range(left.last, right.first))
    return (
        join_hours(words, left, right, gap) or _range(words, left, right, gap) or _holding(left, right, gap)
    )
