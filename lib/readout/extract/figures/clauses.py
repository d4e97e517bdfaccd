"""The clause that a figure stands in: what another clause of its sentence says is not said of the figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readout.lexicon import words
from readout.text import any_of

# Further than this from a figure, in characters, its sentence says nothing of it.
_AROUND = 300
_FINITE = (
    r"(?:is|was|were|are|has|have|had|will|would|can|could|may|might|must|did|does|do|went|came|said|fell|rose|fled|"
    r"lost|left|\w{2,}ed)"
)
_SUBJECT = r"(?=[ ](?:\S*[^\s,;][ ]){1,5}?" + _FINITE + r"\b)"
_STATED = rf"(?:[ ][\w,.]+){{1,4}}?[ ]{any_of(words('figures/people_states'))}\b"
_BREAK = re.compile(
    # `61, up from 45 on Saturday`: the older figure has a day of its own.
    r";|—|[ ](?:[–—-](?=[ ])"
    r"|(?P<compares>up(?=[ ]from[ ])|down(?=[ ]from[ ])"
    r"|from(?:(?<=\d from)|(?<=% from)|(?<=cent from)|(?<=illion from))(?=[ ][£$€]?\d)"
    r"|compared(?=[ ](?:with|to)[ ])"
    r"|against(?=[ ](?:[a-z]+[ ])?[£$€]?\d))"
    r"|(?:when(?<=, when)|while|until|because|although|though|where|whereas)(?=[ ])"
    rf"|(?:(?:hours|days|weeks|months|years|shortly|soon)[ ])?"
    rf"(?:after|before|since|as(?! of| at| on| well| many)){_SUBJECT}"
    # `and nearly 90 people would sleep outside`: what joins two clauses has a subject before its verb.
    # (`12 were killed and 40 wounded when ...` is one clause.)
    rf"|(?P<joins>and|but|or|so|yet)(?![ ]{_FINITE}\b)(?!{_STATED}){_SUBJECT})"
)
# What comes after a comparison is of today again: `up from 45 on Saturday, and 12 are missing`.
_CLOSES = re.compile(r",(?=[ ][a-z])")
# `Ana Pereira, who leads 90 men, ...`: until the next comma it is another clause, and of no day.
_BESIDE = re.compile(
    r",[ ](?:whose|(?:who|which)[ ](?:also[ ]|now[ ]|still[ ])?(?=(?:has|have|had|is|are|was|were|[a-z]+s)\b))[^,;]*\Z"
)
_HAS_FINITE = re.compile(rf"\b{_FINITE}\b")


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a sentence may fall into two clauses.

    A conjunction (`joins`) makes two of them only between two verbs.
    """

    begin: int
    end: int
    kind: str | None


class Clauses:
    """The clauses of one text's sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._cuts: dict[int, list[_Cut]] = {}

    def around(self, begin: int, end: int, sentence: tuple[int, int]) -> tuple[int, int]:
        """Begin and end of the clause that has the span from `begin` to `end`, within its `sentence`.

        A conjunction between two nouns (`90 homes and 30 shops were lost`) ends no clause, and neither does one
        between two verbs of one subject (`killed four and injured six on Monday`).
        """
        start, stop = max(sentence[0], begin - _AROUND), min(sentence[1], end + _AROUND)
        for cut in self._cuts_of(sentence):
            within = cut.begin < end and cut.end > begin
            if within or cut.begin < start or cut.begin >= stop:
                continue
            if cut.kind == "joins" and not _HAS_FINITE.search(self.text, start, cut.begin):
                continue
            if cut.begin >= end:
                stop = cut.begin
                break
            start = cut.end
        if beside := _BESIDE.search(self.text, start, begin):
            comma = self.text.find(",", end, stop)
            start, stop = beside.start() + 1, comma if comma >= 0 else stop
        return start, stop

    def _cuts_of(self, sentence: tuple[int, int]) -> list[_Cut]:
        if sentence[0] not in self._cuts:
            found = [_Cut(m.start(), m.end(), m.lastgroup) for m in _BREAK.finditer(self.text, *sentence)]
            if compared := [cut.end for cut in found if cut.kind == "compares"]:
                closed = [_CLOSES.search(self.text, at, min(sentence[1], at + _AROUND)) for at in compared]
                found += [_Cut(m.start(), m.end(), None) for m in closed if m]
                found.sort(key=lambda cut: cut.begin)
            self._cuts[sentence[0]] = found
        return self._cuts[sentence[0]]
