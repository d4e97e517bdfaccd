"""Rules over word classes, and how they are run over a text.

A rule's pattern is a verbose regular expression where a word in capitals is a word class (or one of MACROS).
No pattern repeats without bound, so reading takes time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.extract.mentions import Mod
from readout.extract.times.expressions import Expression
from readout.extract.times.words import LETTER, OTHER, Words

Kind = Literal["DATE", "TIME", "SET", "DURATION"]

MACROS = {
    "MON": "(?:MONTH|MONTHNAME|MONTHABBR DOT?)",
    "WDAY": "(?:WEEKDAY|WEEKDAYABBR DOT?)",
    "DAYN": "(?:DAYNUM ORDINALEND?)",
    "ORD": "(?:ORDINAL|SECOND)",
    "WHICH": "(?:LAST|NEXT|THIS PAST|THIS COMING|THAT SAME|THIS|PAST|PREVIOUS|FOLLOWING|COMING|SAME|THAT|CURRENT"
    "|LATEST)",
    "ONE": "(?:UNIT|SECOND|QUARTER)",
    "CARD": "(?:(?:NUMBER|NINETEEN|DAYNUM|NUM|YEAR)"
    "(?:HYPHEN?NUMBER|HYPHEN?NINETEEN|AND NUMBER|HYPHEN? DAYNUM SLASH DAYNUM|SLASH DAYNUM|FRACTION"
    "|HYPHEN?AND HYPHEN?A HYPHEN?HALF|AND NUMBER HYPHEN HALF){0,5})",
}
# A run of words without one of these holds no time.
_CORES = (
    "WEEKDAY WEEKDAYABBR WEEKDAYS MONTH MONTHABBR MONTHNAME SEASON SECOND UNIT UNITS QUARTER CENTURY UNITABBR"
    " PERIOD FISCAL NINETEEN NOW RECENT COMING DAILY FUTURE TERM PRESENT REFERENCE PAST LATEST PART CLOCK"
    " LONGWORD OVERNIGHT TONIGHT TODAY MERIDIEM YEAR DOTTED TENS DECADEEND ORDINALEND HOLIDAY COLON OCLOCK ZONE"
)
_CORE = re.compile(f"[{''.join(LETTER[name] for name in _CORES.split())}]")
# What ends a run.
_GAPS = (OTHER, LETTER["BREAK"])
_GAP = re.compile(f"[{''.join(_GAPS)}]")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: its ISO 8601 value and, for a range, the upper end."""

    value: str
    high: str | None = None
    # A plain count and unit, for `two weeks ago` and `two weeks earlier`.
    count: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Words `first` up to and without `last` read as an expression of time."""

    first: int
    last: int
    kind: Kind
    what: Expression | Length
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a rule, and its words by the names that the pattern gives them."""

    words: Words
    match: re.Match[str]

    @property
    def first(self) -> int:
        """The first word."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The word after the last one."""
        return self.match.end()

    @property
    def before(self) -> str:
        """The word before, in lower case."""
        return self.words.lower(self.first - 1)

    @property
    def after(self) -> str:
        """The word behind, in lower case."""
        return self.words.lower(self.last)

    @property
    def goes_on(self) -> bool:
        """Whether a word that time has no use for comes next, which these may only describe."""
        return self.words.is_plain(self.last)

    def has(self, group: str) -> bool:
        """Whether the pattern has the group and it matched something."""
        return group in self.match.re.groupindex and self.match.start(group) < self.match.end(group)

    def text(self, group: str) -> str:
        """The words of a group, in lower case; empty where it did not match."""
        return self.words.surface(*self.match.span(group)).lower() if self.has(group) else ""

    def value(self, group: str) -> str:
        """What the lexicon says of the last word of a group."""
        return self.words.value(self.match.end(group) - 1)

    def number(self, group: str) -> int | None:
        """The number that a group begins with, in digits."""
        digits = self.words.words[self.match.start(group)] if self.has(group) else ""
        return int(digits) if digits.isdecimal() else None

    def is_a(self, group: str, *names: str) -> bool:
        """Whether the last word of a group is of one of the classes."""
        return self.words.is_a(self.match.end(group) - 1, *names)

    def begins(self, *names: str) -> bool:
        """Whether the first word is of one of the classes."""
        return self.words.is_a(self.first, *names)

    def read(
        self, what: Expression | Length | None, kind: Kind = "DATE", mod: Mod | None = None, skip: int = 0
    ) -> Reading | None:
        """The reading of `what` over these words but the first `skip`; None for None."""
        return Reading(self.first + skip, self.last, kind, what, mod) if what else None

    def lasts(self, what: Length, mod: Mod | None = None, skip: int = 0) -> Reading | None:
        """The reading of a duration; None for weekends, of which ISO 8601 knows no length."""
        return Reading(self.first + skip, self.last, "DURATION", what, mod) if what.value != "P" else None


Reader = Callable[[Hit], Reading | None]


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression over class letters that `pattern` stands for.

    Raises KeyError for a word in capitals that is no class.
    """
    for _ in range(2):
        pattern = re.sub(r"\b[A-Z]{2,}\b", lambda m: MACROS.get(m.group(), m.group()), pattern)
    return re.compile(re.sub(r"\b(?:[A-Z]{2,}|A)\b", lambda m: LETTER[m.group()], pattern), re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what reads its matches; a reader may still say no."""

    pattern: str
    read: Reader


class Grammar:
    """Rules in the order in which they are tried at each word."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [(compile_pattern(rule.pattern), rule.read) for rule in rules]
        bare = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern) for rule in rules)
        # The empty group behind each pattern tells which one it was. A group around it would be five times slower,
        # as `re` then cannot rule a pattern out by its first letter.
        self._any = compile_pattern("|".join(f"(?:{pattern})()" for pattern in bare))

    def readings(self, words: Words) -> Iterator[Reading]:
        """The readings of `words`, from left to right and not overlapping."""
        classes, at = words.classes, 0
        while core := _CORE.search(classes, at):
            at = max(at, *(classes.rfind(gap, at, core.start()) + 1 for gap in _GAPS))
            gap = _GAP.search(classes, core.end())
            end = gap.start() if gap else len(classes)
            while reading := self._next(words, at, end):
                yield reading
                at = reading.last
            at = end

    def _next(self, words: Words, at: int, end: int) -> Reading | None:
        while match := self._any.search(words.classes, at, end):
            first = match.start()
            for pattern, read in self._rules[(match.lastindex or 1) - 1 :]:
                hit = pattern.match(words.classes, first, end)
                if hit and (reading := read(Hit(words, hit))):
                    return reading
            at = first + 1
        return None
