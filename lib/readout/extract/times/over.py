"""What stands over a date and tells its year: the chronology entry before it, or a year that leads its sentence."""

from __future__ import annotations

from readout.extract.times.calendar import Moment
from readout.extract.times.direction import direction
from readout.extract.times.expressions import Expression, Fixed
from readout.extract.times.grammar import Reading
from readout.extract.times.words import Words, ends_sentence
from readout.extract.times.yearly import Yearless

# What turns from the year that leads a sentence to another time.
_TURNS = frozenset({"but", "while", "whereas", "since", "now", "although", "though"})
# Such a year holds for so many words.
_SENTENCE = 30


class Over:
    """What stands over the dates of one text so far; tell it of them in text order.

    `day` is the one over the entries of a running report or a chronology.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._year: tuple[Reading, int] | None = None
        self.day: Moment | None = None

    def note(self, reading: Reading, moment: Moment) -> None:
        """Take note of a date, which may stand over those to come."""
        if moment.grain == "D" and reading.kind == "DATE" and self._is_line(reading):
            self.day = moment
        if moment.grain == "Y" and isinstance(reading.what, Fixed) and self._leads(reading):
            self._year = reading, moment.first.year

    def with_year(self, reading: Reading, what: Expression, named: Moment | None) -> Expression:
        """A day or month with the year that stands over it; `named` is the date last spoken of, if it is explicit."""
        if not isinstance(what, Yearless) or what.which is not None or what.weekday is not None:
            return what
        if self._is_line(reading):
            of = self.day or (named if named and named.grain == "Y" else None)
            year = of.first.year if of else None
        else:
            year = self._year_of_sentence(reading)
        moment = what.in_year(year) if year else None
        return Fixed(moment) if moment else what

    def _is_line(self, reading: Reading) -> bool:
        """Whether it is a line of its own."""
        words, before, after = self._words, reading.first - 1, reading.last
        return all(words.is_a(at, "BREAK") or at in (-1, len(words.words)) for at in (before, after))

    def _leads(self, year: Reading) -> bool:
        """Whether it is said at the head of its sentence, of all of it: `In 2022, the race was`."""
        words, before = self._words, year.first - 2
        head = before < 0 or words.is_a(before, "BREAK") or ends_sentence(words, before)
        return head and words.lower(year.first - 1) == "in"

    def _year_of_sentence(self, day: Reading) -> int | None:
        """The year that the sentence begins with, for what is not still to come: `In 2022, it was due on May 27`.

        Unless it has turned to another time since: `In 2022 it was dull, but in May`.
        """
        words = self._words
        if not self._year or not 0 <= day.first - self._year[0].last <= _SENTENCE:
            return None
        between = range(self._year[0].last, day.first)
        if any(ends_sentence(words, at) or words.lower(at) in _TURNS for at in between):
            return None
        return None if direction(words, day.first, day.last) == 1 else self._year[1]
