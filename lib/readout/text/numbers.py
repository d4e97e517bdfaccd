"""Numbers in digits and words: where they stand and what they are worth."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from readout.text.number_tokens import Token, read_tokens

NumberKind = Literal["cardinal", "ordinal", "fraction", "vague"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `text[begin:end]`.

    A `vague` one is a bare scale or a plural (`hundred` in `several hundred`, `tens of thousands`): `value`
    is then the scale and not a count.
    """

    begin: int
    end: int
    value: float
    kind: NumberKind = "cardinal"


_SPACE = re.compile(r"[ \u00a0\n-]")
_SPACE_OR_AND = re.compile(r"[ \u00a0\n-](?:(?:and|&)[ \n-])?|,[ ]")
_AND_A = re.compile(r"[ \n-]and[ \n-](?:an?[ \n-])?")
_OF_A = re.compile(r"[ \n-](?:(?:of[ \n])?an?[ \n])?")
_OF = re.compile(r"[ \n](?:of|upon)[ \n]")
_WIDEST_GAP = 7
# What may go on a whole number, and over which gap: `and` joins only after a scale.
_AFTER = {"scale": _SPACE, "small": _SPACE, "ten": _SPACE, "ordinal": _SPACE, "half": _AND_A}
_AFTER_SCALE = {**_AFTER, "small": _SPACE_OR_AND, "ten": _SPACE_OR_AND, "ordinal": _SPACE_OR_AND}
_ARTICLE = re.compile(r"(?<![\w'’])an?[ \n-]\Z", re.IGNORECASE)
_BEFORE_OF = re.compile(r"[ \n]of\b")


class _Whole:
    """A whole number in the making, word by word.

    `part` is what the next scale multiplies, `limit` what that scale must be less than, and `room` what the
    next small word must be less than: 10 after `twenty`, 100 after `two hundred`.
    """

    def __init__(self) -> None:
        self.total, self.part, self.limit, self.room = 0.0, 0.0, math.inf, math.inf
        self.dozens = False

    @property
    def value(self) -> float:
        return round(self.total + self.part, 6)  # `4.1 million` is 4,100,000 and no fraction less

    def take(self, token: Token) -> bool:
        """Add `token` if it can go on the number; False leaves the number as it is."""
        if token.kind == "scale":
            return self._scale(token.value)
        if token.kind == "half":  # of the scale before it (`a million and a half`), else of one
            if self.limit < math.inf:
                self.total += token.value * self.limit
            else:
                self.part += token.value
            self.room = 0.0
            return True
        if not token.value < self.room or (not token.value and self.value):
            return False
        self.part += token.value
        self.room = 10.0 if token.kind == "ten" else 0.0
        return True

    def _scale(self, scale: float) -> bool:
        again = self.limit < math.inf and not self.part
        if self.dozens or scale >= self.limit or again or (scale <= 100 and self.part >= 100):
            return False
        if scale <= 100:
            self.part = (self.part or 1.0) * scale
        else:
            self.total, self.part, self.limit = self.total + (self.part or 1.0) * scale, 0.0, scale
        self.dozens = scale == 12
        self.room = 0.0 if self.dozens else 100.0
        return True


class _Reader:
    """Puts one text's tokens together into numbers, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = read_tokens(text)

    def _next(self, at: int, kinds: dict[str, re.Pattern[str]]) -> Token | None:
        """The token after `at`, if `kinds` names its kind and the gap before it fits."""
        if at + 1 >= len(self.tokens):
            return None
        this, following = self.tokens[at], self.tokens[at + 1]
        if following.begin - this.end > _WIDEST_GAP:
            return None
        gap = kinds.get(following.kind)
        if not gap or not gap.fullmatch(self.text, this.end, following.begin):
            return None
        # `three million, two hundred` is one number; `five thousand, two` are two.
        if self.text[this.end] == "," and not self._next(at + 1, {"scale": _SPACE}):
            return None
        return following

    def _begin(self, token: Token) -> int:
        """Where `token` begins, with the article before it."""
        article = _ARTICLE.search(self.text, max(0, token.begin - 3), token.begin)
        return article.start() if article else token.begin

    def _whole(self, at: int) -> tuple[Number, int]:
        first = self.tokens[at]
        if first.kind != "scale" and not self._next(at, _AFTER):
            return Number(first.begin, first.end, first.value), at + 1
        whole = _Whole()
        begin = self._begin(first) if first.kind == "scale" else first.begin
        kind: NumberKind = "vague" if first.kind == "scale" and begin == first.begin else "cardinal"
        whole.take(first)
        while token := self._next(at, _AFTER_SCALE if self.tokens[at].kind == "scale" else _AFTER):
            if not whole.take(token):
                break
            at += 1
            if token.kind == "ordinal":
                kind = "ordinal"
                break
        return Number(begin, self.tokens[at].end, whole.value, kind), at + 1

    def _part(self, at: int) -> tuple[Number | None, int]:
        """`half a million`, `a quarter of a million`, `half`; a bare quarter is a coin or a season."""
        first = self.tokens[at]
        share = 1 / first.value if first.kind == "denominator" else first.value
        begin = self._begin(first)
        if scale := self._next(at, {"scale": _OF_A}):
            return Number(begin, scale.end, share * scale.value), at + 2
        if first.kind == "denominator" and not (
            begin < first.begin and _BEFORE_OF.match(self.text, first.end)
        ):
            return None, at + 1
        return Number(begin, first.end, share, "fraction"), at + 1

    def _many(self, at: int) -> tuple[Number | None, int]:
        """`hundreds of thousands`, `millions`; `tens` and `scores` only where they count something."""
        begin, value = self.tokens[at].begin, self.tokens[at].value
        while token := self._next(at, {"plural": _OF}):
            value *= token.value if token.value > value else 1.0
            at += 1
        last = self.tokens[at]
        if last.value in (10, 20) and not _BEFORE_OF.match(self.text, last.end):
            return None, at + 1
        return Number(begin, last.end, value, "vague"), at + 1

    def _fraction(self, at: int) -> tuple[Number, int] | None:
        """`two thirds`, `one-fifth`, `three quarters`."""
        under = self._next(at, {"denominator": _SPACE, "ordinal": _SPACE})
        over = self.tokens[at].value
        if not under or not 0 < over < under.value or under.value == 2:
            return None
        if (over == 1) != (under.kind == "ordinal" or self.text[under.end - 1] == "r"):
            return None
        return Number(self.tokens[at].begin, under.end, over / under.value, "fraction"), at + 2

    def _ordinal(self, at: int) -> tuple[Number, int]:
        """`third`; `a third of` is a part."""
        token = self.tokens[at]
        begin = self._begin(token)
        if begin < token.begin and token.value > 2 and _BEFORE_OF.match(self.text, token.end):
            return Number(begin, token.end, 1 / token.value, "fraction"), at + 1
        return Number(token.begin, token.end, token.value, "ordinal"), at + 1

    def read(self, at: int) -> tuple[Number | None, int]:
        """The number at token `at`, if there is one, and the token to go on from."""
        token = self.tokens[at]
        if token.kind == "small" and (fraction := self._fraction(at)):
            return fraction
        if token.kind in ("half", "denominator"):
            return self._part(at)
        if token.kind == "plural":
            return self._many(at)
        if token.kind == "ordinal":
            return self._ordinal(at)
        if token.kind.startswith("digits "):
            kind: NumberKind = "ordinal" if token.kind == "digits ordinal" else "fraction"
            return Number(token.begin, token.end, token.value, kind), at + 1
        return self._whole(at)


def find_numbers(text: str) -> list[Number]:
    """All numbers of `text`, in order, none on another's characters.

    Digits glued to a letter before them (`F16`) and runs that are no number (`12.05.2026`, `1,1,1,1`) are
    left out. A sign or a range is not part of a number. Takes time linear in the text.
    """
    reader, numbers, at = _Reader(text), [], 0
    while at < len(reader.tokens):
        number, at = reader.read(at)
        if number:
            numbers.append(number)
    return numbers


def parse_number(words: str) -> float | None:
    """What `words` are worth if they are one number and nothing else (`five and a half`: 5.5), else None."""
    bare = words.strip()
    numbers = find_numbers(bare)
    whole = len(numbers) == 1 and (numbers[0].begin, numbers[0].end) == (0, len(bare))
    return numbers[0].value if whole else None
