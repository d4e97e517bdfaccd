"""Lengths that leave their unit out: `Thursday's session took seven hours; Friday's was over in three`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.extract.times.compose import limited
from readout.extract.times.grammar import Length, Reading, compile_pattern
from readout.extract.times.lasting import goes_on, is_told_to_last
from readout.extract.times.lengths import iso_length
from readout.extract.times.words import Words, ends_sentence
from readout.text.numbers import parse_number

_COUNT = compile_pattern("CARD")
# So many words behind a length its unit may still be meant, in its sentence or the next one.
_REACH = 40
# A larger number is of something else, and `one` stands for a thing.
_MOST = 100
# What may follow such a number, so that it is the number of nothing that is said.
_AFTER = frozenset(["", *".,;:!?\"'”’)—", "according", "but", "on", "said", "while"])
# `two days in Rome and four in Oslo`
_WHERE = frozenset({"in", "on"})
# `met Ann for 90 minutes and Bob for just 25`
_BY = frozenset({"by", "for"})
_JUST = frozenset({"about", "almost", "another", "barely", "just", "nearly", "only", "some"})


def with_elided(words: Words, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, and between them the numbers that borrow the unit of a length before them."""
    out: list[Reading] = []
    length: Reading | None = None
    ends = [*(r.first for r in readings), len(words.words)][1:]
    for reading, end in zip(readings, ends, strict=True):
        out.append(reading)
        if isinstance(reading.what, Length):
            length = reading if reading.what.count else None
        if length:
            out += _elided(words, length, reading.last, min(end, length.last + _REACH))
    return out


def _elided(words: Words, length: Reading, begin: int, end: int) -> Iterator[Reading]:
    for number in _COUNT.finditer(words.classes, begin, max(begin, end)):
        first, last = number.span()
        count = parse_number(words.surface(first, last)) or 0
        if 1 < count < _MOST and _borrows(words, length, first, last):
            unit = length.what.unit if isinstance(length.what, Length) else ""
            what = Length(iso_length([(count, unit)]), None, count, unit)
            yield limited(words, Reading(first, last, "DURATION", what), begin)


def _borrows(words: Words, length: Reading, first: int, last: int) -> bool:
    """Whether a number is told as the length before it is."""
    if sum(ends_sentence(words, at) for at in range(length.last, first)) > 1:
        return False
    if is_told_to_last(words, first):
        return words.lower(last) in _AFTER
    if words.lower(last) in _AFTER and _led(words, first) == _led(words, length.first) in _BY:
        return True
    beside = words.lower(last) in _WHERE and words.lower(last) == words.lower(length.last)
    return beside and goes_on(words, length.last, first)


def _led(words: Words, first: int) -> str:
    """The word that leads to the length or number at word `first`."""
    return words.lower(first - 1 - (words.lower(first - 1) in _JUST))
