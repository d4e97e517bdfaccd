"""From the numbers of a text to its figures: value, bounds, unit and qualifier, each with its exact span."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from readout.extract.figures.amounts import Amount, join_range, read_amounts
from readout.extract.figures.counts import Count, read_count, read_ordinal, starts_compound
from readout.extract.figures.kinds import kind_of
from readout.extract.figures.measured import read_unit
from readout.extract.figures.nouns import plural, read_noun
from readout.extract.figures.qualifiers import qualifier_after, qualifier_before
from readout.extract.figures.rates import per_what
from readout.extract.figures.units import Unit
from readout.extract.mentions import Kind, Qualifier
from readout.text import Sentences, find_numbers


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as read from its own phrase: nothing yet of who says so or as of when. Its number begins at `number`."""

    begin: int
    number: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifier: Qualifier = "exact"
    per: str | None = None
    kind: Kind = "things"


_PART_OF = re.compile(r"[ ](?:out )?of(?: (?:the|these|those|its|their|all))?[ ]")
_LIKE_IT = re.compile(r"[ ][a-z]+(?:,|,? and|,? or)[ ]")
_ASIDE = re.compile(r"(?:including|among them|among whom)[ ](?:[a-z]+[ ]){0,2}\Z")
_OF_THEM = re.compile(r"[ ]of (?:them|these|those|whom)\b")
_OF_THESE = re.compile(r"(?:Out of|Of) (?:them|these|those),?[ ](?:[a-z]+[ ]){0,2}")
_SAID_TO_BE = re.compile(
    r"\b(?:says?|said|counts?|claims?|claimed|puts?)[ ]"
    r"(?:(?:about|at|figure|is|it|least|more|nearer|number|only|over|some|than|that|the|total|was)[ ]){0,5}\Z"
)
# What is measured as before: `40 acres on Sunday and 60`, `40 acres have burned, compared with an average of 60`.
_LIKEWISE = re.compile(
    r"(?:[ ](?:on[ ])?[A-Z][a-z]+day)?,?[ ](?:and|from)[ ]"
    r"|[^.;]*,[ ]compared (?:with|to)[ ](?:an?[ ](?:[\w-]+[ ]){0,2}(?:average|total)[ ]of[ ])?"
)
# What lasts as long: `ran for nine hours, Friday's for three`.
_SO_LONG = re.compile(r"\b(?:and|for|in|than|to)[ ](?:(?:about|almost|just|nearly|only|over|some)[ ])?\Z")
_LASTED = re.compile(r"\b(?:hour|minute|day|week|month|year)s?\Z")
_WIDEST = 80
_LAST = re.compile(r"[.;]?(?:\Z|\s)(?![a-z])")
_DAYS = re.compile(r"[ ](?:and|to|or)[ ]|[-–]")
_LAST_DAY = 31
_WINDOW = 60
# The ends of a range stand no further apart, units and all.
_NEAR = 40
_JOINS = re.compile(r"[-–—]|[ ](?:to|or|and|in|out of)[ ]")
# How many numbers a counted phrase may hold (`two 500-pound bombs`).
_WITHIN = 3


class _Reader:
    """Reads one text's figures from left to right."""

    def __init__(self, text: str, claimed: Sequence[tuple[int, int]], sentences: Sentences) -> None:
        self.text, self.sentences = text, sentences
        self.claimed, self.begins = claimed, [b for b, _ in claimed]
        self.amounts = read_amounts(text, (n for n in find_numbers(text) if self._is_free(n.begin, n.end)))
        self.measured = Unit(0, "", "measure")  # the last one
        self.counted = (0, "")  # where the last count's sentence began, and its unit

    def _is_free(self, begin: int, end: int) -> bool:
        at = bisect_right(self.begins, begin)
        before = at and self.claimed[at - 1][1] > begin
        return not before and not (at < len(self.begins) and self.begins[at] < end)

    def _in_date(self, amount: Amount) -> bool:
        """Whether `amount` is a day that a date beside it goes on from (`March 28 and 29`, `18 to 22 June`)."""
        if not amount.in_digits or not amount.value or amount.value > _LAST_DAY:
            return False
        after = bisect_right(self.begins, amount.begin)
        begin = self.claimed[after - 1][1] if after else 0
        end = self.begins[after] if after < len(self.begins) else len(self.text)
        follows = self.text[begin - 1 : begin].isdigit() and _DAYS.fullmatch(self.text, begin, amount.begin)
        leads = self.text[end : end + 1].isdigit() and _DAYS.fullmatch(self.text, amount.end, end)
        return bool(follows or leads)

    def _limit(self, at: int) -> int:
        """How far the phrase of amount `at` may reach: its sentence, the next number, the next date."""
        begin, end = self.amounts[at].begin, self.amounts[at].end
        limit = self.sentences.at(begin)[1]
        following = at + 1
        while following - at < _WITHIN and following < len(self.amounts):
            other = self.amounts[following]
            before = self.text[other.begin - 2 : other.begin]
            is_model = before[1:] == "-" and before[0].isupper()  # `two S-300 launchers`
            if not is_model and not starts_compound(self.text, other.end):
                break
            following += 1
        if following < len(self.amounts):
            limit = min(limit, max(end, self.amounts[following].begin))
        claim = bisect_right(self.begins, end)
        return min(limit, self.begins[claim]) if claim < len(self.begins) else limit

    def _part_of(self, at: int) -> str:
        """The unit of amount `at` where it is part of the next one (`74 of 96 drones`)."""
        if at + 1 >= len(self.amounts):
            return ""
        part, whole = self.amounts[at], self.amounts[at + 1]
        if whole.begin - part.end > _WINDOW or not _PART_OF.fullmatch(self.text, part.end, whole.begin):
            return ""
        noun = read_noun(self.text, whole.end, self._limit(at + 1), one=False)
        return noun.unit if noun else ""

    def _noun_after(self, at: int) -> str:
        """The unit that amount `at` has in common with the next one (`60 confirmed and 20 probable cases`)."""
        if at + 1 >= len(self.amounts):
            return ""
        one, other = self.amounts[at], self.amounts[at + 1]
        if other.begin - one.end > _WINDOW or not _LIKE_IT.fullmatch(self.text, one.end, other.begin):
            return ""
        noun = read_noun(self.text, other.end, self._limit(at + 1), one=other.value == 1)
        return plural(noun.unit) if noun and noun.end > other.end else ""

    def _counted_before(self, amount: Amount, sentence: int) -> str:
        """The unit that a number without a noun goes back to.

        That of the sentence before only for `three of them` and for another's number (`Police say it is 40.`).
        """
        begin, unit = self.counted
        if begin == sentence:
            return unit
        if begin != self.sentences.at(max(0, sentence - 1))[0]:
            return ""
        left = max(sentence, amount.begin - _WINDOW), amount.begin
        goes_back = (
            _OF_THEM.match(self.text, amount.end)
            or _OF_THESE.fullmatch(self.text, sentence, amount.begin)
            or (_SAID_TO_BE.search(self.text, *left) and _LAST.match(self.text, amount.end))
        )
        return unit if goes_back else ""

    def _goes_on_measuring(self, amount: Amount, sentence: int) -> bool:
        """Whether `amount` is measured as the one before it in its sentence (`40 acres on Sunday and 60 today`)."""
        last = self.measured.end
        if self.measured.name == "magnitude" and amount.value and not amount.value.is_integer():
            return sentence < last  # `of magnitude 6.1; the second, of 6.4,`
        near = sentence < last <= amount.begin <= last + _WIDEST
        return near and bool(_LIKEWISE.fullmatch(self.text, last, amount.begin))

    def _goes_on_timing(self, amount: Amount, sentence: int) -> bool:
        """Whether `amount` lasts as what its sentence told before it (`nine hours on Friday and four on Saturday`)."""
        if not _SO_LONG.search(self.text, max(sentence, amount.begin - _WINDOW), amount.begin):
            return False
        first, after = bisect_right(self.begins, sentence - 1), bisect_right(self.begins, amount.begin)
        return any(_LASTED.search(self.text, *span) for span in self.claimed[first:after])

    def _count(self, amount: Amount, at: int, sentence: int) -> Count | None:
        """What amount `at` counts, in the sentence that starts at `sentence`; None where it is no figure."""
        previous = self._counted_before(amount, sentence)
        count = read_count(self.text, amount, self._limit(at), sentence, previous)
        if not count or (count.end == amount.end and self._in_date(amount)):
            return None
        if name := self._part_of(at) or (count.name == "" and self._noun_after(at)):
            count = replace(count, name=name)
        # `a nine-storey building` counts no storeys, and what is only among others is not gone back to.
        aside = _ASIDE.search(self.text, max(sentence, amount.begin - _WINDOW), amount.begin)
        if not aside and not starts_compound(self.text, amount.end):
            self.counted = (sentence, count.name)
        return count

    def _read(self, amount: Amount, at: int) -> Reading | None:
        """The figure of `amount`, which stands at `at` (a range at its second number)."""
        sentence = self.sentences.at(amount.begin)[0]
        if amount.kind == "ordinal":
            ordinal = read_ordinal(self.text, amount, self._limit(at))
            if not ordinal:
                return None
            return Reading(
                amount.begin, amount.begin, ordinal.end, amount.value, None, None, ordinal.name, "ordinal"
            )
        unit = read_unit(self.text, amount)
        if unit and unit.kind == "time":
            return None
        of = unit or self._count(amount, at, sentence)
        if of and not of.name and self._goes_on_measuring(amount, sentence):
            of = unit = replace(self.measured, end=of.end, per=None)
        if not of or (not of.name and self._goes_on_timing(amount, sentence)):
            return None
        if unit and unit.kind == "measure":
            self.measured = unit
        value, low, high = (
            b * of.scale if b is not None else None for b in (amount.value, amount.low, amount.high)
        )
        begin, end, qualifier = self._qualified(amount, of.end)
        per = (unit and unit.per) or per_what(self.text, amount, begin, end, sentence)
        kind = kind_of(of.name) if not unit or unit.kind == "time" else unit.kind
        return Reading(begin, amount.begin, end, value, low, high, of.name, qualifier, per, kind)

    def _qualified(self, amount: Amount, end: int) -> tuple[int, int, Qualifier]:
        """Where the figure that ends at `end` begins and ends with its qualifier, and what that says."""
        if before := qualifier_before(self.text, amount.begin):
            return before[0], end, before[1]
        if after := qualifier_after(self.text, amount.end):
            return amount.begin, max(end, after[0]), after[1]
        return amount.begin, end, "vague" if amount.kind == "vague" else "exact"

    def _joined(self, at: int) -> Amount | None:
        """Amount `at` and the next one as a range, if they are one."""
        if at + 1 >= len(self.amounts):
            return None
        first, second = self.amounts[at], self.amounts[at + 1]
        if second.begin - first.end > _NEAR or not _JOINS.search(self.text, first.end, second.begin):
            return None
        unit, other = read_unit(self.text, first), read_unit(self.text, second)
        same = not unit or not other or unit.name == other.name
        return join_range(self.text, first, unit, second) if same else None

    def _fit(self, reading: Reading, amount: Amount, last: int) -> Reading:
        """`reading` without the words that the figure before or a date has claimed."""
        after = bisect_right(self.begins, amount.begin)
        floor = max(last, self.claimed[after - 1][1]) if after else last
        ceiling = self.begins[after] if after < len(self.begins) else len(self.text)
        begin = reading.begin if reading.begin >= floor else amount.begin
        end = reading.end if reading.end <= ceiling else amount.end
        same = (begin, end) == (reading.begin, reading.end)
        return reading if same else replace(reading, begin=begin, end=end)

    def read(self) -> list[Reading]:
        """All figures, in order, none on another's characters."""
        found: list[Reading] = []
        at = last = 0
        while at < len(self.amounts):
            amount = self.amounts[at]
            if joined := self._joined(at):
                amount, at = joined, at + 1
            if amount.begin >= last and (reading := self._read(amount, at)):
                found.append(self._fit(reading, amount, last))
                last = found[-1].end
            at += 1
        return found


def read_figures(text: str, claimed: Sequence[tuple[int, int]], sentences: Sentences) -> list[Reading]:
    """The figures of `text`, outside the `claimed` spans (sorted), in order."""
    return _Reader(text, claimed, sentences).read()
