"""Numbers with the sign or currency before them, and two numbers that make one range."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import gcd

from readout.extract.figures.units import Unit, currencies
from readout.lexicon import words
from readout.text import Number, any_of, parse_number
from readout.text.number_tokens import GLUED
from readout.text.numbers import NumberKind


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written, from its sign or currency on. `value` is None for a range and for a vague one.

    `noun` is what stands inside a proportion (`one train in five`).
    """

    begin: int
    end: int
    value: float | None
    kind: NumberKind
    in_digits: bool
    code: str | None = None
    low: float | None = None
    high: float | None = None
    each: bool = False
    noun: str = ""


_MINUS = "−–-"
_SIGNS = "$€£¥₽₴₹₩₪₺₱₦฿₸৳"
_PREFIX = re.compile(
    rf"(?:(?<![\w{_MINUS}])(?P<outer>[{_MINUS}]))?"
    r"(?:(?<![^\W_])(?P<code>[A-Z]{3})[ \u00a0]"
    rf"|(?P<sign>(?:[A-Z][A-Za-z.]{{0,3}})?[{_SIGNS}]|\b{any_of(words('lettered_currencies'))}"
    rf"|\b{any_of(words('one_letter_currencies'))}\Z)[ \u00a0]?)?"
    rf"(?P<inner>(?<![\w.)])[{_MINUS}]|minus[ ])?\Z"
)
# Accountants write a loss in brackets where it is due (`was ($90)`); after a noun a bracket is an aside.
_OWED = re.compile(r"(?:\A|[\t\n|:]|\b(?:is|was|were|are|of|to|at))[ ]?\(\Z")
# Letters that a sign may have before it (`US$`), and room for `minus` and spaces.
_PREFIX_WIDTH = 12
# What a sign, a code or `minus` may end with, right before the number.
_SIGN_ENDS = frozenset(f"{_MINUS}{_SIGNS} \u00a0.")
# The end of a word that is no `minus` or currency (`SKr`, `Rs`), and a space.
_ORDINARY = re.compile(r"(?:(?<![A-Z])[a-rt-z]|,|(?<![A-Zu])s)[ ]")
_SEVERAL = re.compile(r"\b(?:several|a few|few|many|a couple of|couple of)[ ]\Z", re.IGNORECASE)
# `by the hundreds` says how, and counts nothing.
_BY_THE = re.compile(r"\bby the[ ]\Z")
# What a bare plural says at least and at most; from millions on there is no telling how many they are.
_OPEN_ENDED = 1e6
_IN = re.compile(r"(?:[ ](?P<noun>[a-z]+))?[ ](?:in|out of)[ ](?:every[ ])?")
# After `one train in five` nothing else may be counted.
_CLOSED = re.compile(
    r"[.,;:)]|\Z|[ ](?:is|are|was|were|has|have|had|will|would|could|may|can|do|does|did|now)\b"
)
_WIDEST_GAP = 15
_GAP = re.compile(r"[ ]?[-–—][ ]?|[ ](?:to|or|and)[ ]|-?[ ]to[ -]|-to-|[ ]?-[ ]to[ ]")
_BETWEEN = re.compile(r"\b(?:between|from)[ ](?:about |around |some |roughly )?\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rose|rises?|rising|fell|falls?|fallen|falling|dropp(?:ed|ing)|drops?|grew|grows?|grown|growing|increas\w+|"
    r"decreas\w+|declin\w+|cut|cuts|cutting|rais\w+|lower\w+|reduc\w+|up|down|went|gone|jump\w*|climb\w*|expand\w+|"
    r"shrank|shrunk|chang\w+|mov\w+|surg\w+|soar\w*|slump\w*|plung\w+|improv\w+)\b[^.;]*\Z",
    re.IGNORECASE,
)
# `paid $40 to 500 members`: no sum ends the range.
_TO_WHOM = re.compile(
    r"[ ](?!(?:an?|per|each|in|on|at|for|of|this|last|next)\b)(?:[a-z-]+[ ])?(?:[a-z-]+s|people|men|women|children)\b"
)
_WINDOW = 60


def _signed(text: str, number: Number) -> Amount:
    begin, end, value = number.begin, number.end, number.value
    before, in_digits = text[begin - 1 : begin], text[begin : begin + 1].isdigit()
    plain = not (before in _SIGN_ENDS or before.isalpha()) or _ORDINARY.match(text, begin - 2)
    match = None if plain else _PREFIX.search(text, max(0, begin - _PREFIX_WIDTH), begin)
    if not match or not match.group():
        return Amount(begin, end, value, number.kind, in_digits)
    signs = currencies()[0]
    mark = (match["sign"] or "").strip()
    code = signs.get(match["code"] or "") or signs.get(mark) or signs.get(mark[-1:])
    if match["outer"] or match["inner"]:
        value = -value
    start = match.start() if code or not match["code"] else match.start("inner")
    if code and text[end : end + 1] == ")" and _OWED.search(text, max(0, start - _PREFIX_WIDTH), start):
        value = -abs(value)
    return Amount(start if start >= 0 else begin, end, value, number.kind, in_digits, code)


def _many(text: str, amount: Amount) -> Amount | None:
    """`several hundred`, `tens of thousands` with their bounds; None for a bare scale (`per thousand`)."""
    several = _SEVERAL.search(text, max(0, amount.begin - _PREFIX_WIDTH), amount.begin)
    if amount.value is None or not (several or text[amount.end - 1] == "s"):
        return None
    if _BY_THE.search(text, max(0, amount.begin - _PREFIX_WIDTH), amount.begin):
        return None
    low, high = sorted((2 * amount.value, 10 * amount.value))
    begin = several.start() if several else amount.begin
    return replace(
        amount, begin=begin, value=None, low=low, high=high if amount.value < _OPEN_ENDED else None
    )


def read_amounts(text: str, numbers: Iterable[Number]) -> list[Amount]:
    """Each number with the minus, currency sign or code before it, and vague ones with their bounds."""
    signed = (_signed(text, number) for number in numbers)
    return [a for amount in signed if (a := _many(text, amount) if amount.kind == "vague" else amount)]


def _proportion(text: str, first: Amount, second: Amount) -> Amount | None:
    """`two in five`, `nine out of 10`: a share of what follows; `one train in five`."""
    over, under = first.value or 0.0, second.value or 0.0
    of = _IN.fullmatch(text, first.end, second.begin)
    if not of or not 0 < over < under or over > 10 or first.code or second.code:
        return None
    if (
        over.is_integer() and under.is_integer() and gcd(int(over), int(under)) > 1
    ):  # `four out of eight boats`
        return None
    round_number = under <= 10 or under in {100, 1000}
    if not round_number or (of["noun"] and not _CLOSED.match(text, second.end)):
        return None
    return replace(second, begin=first.begin, value=over / under, kind="fraction", noun=of["noun"] or "")


def _shared_scale(text: str, first: Amount, second: Amount) -> float:
    """What the first number of `10 to 12 million` is to be multiplied by."""
    tail = re.search(r"[A-Za-z]+\Z", text[second.begin : second.end])
    scale = (GLUED.get(tail.group()) or parse_number(f"a {tail.group()}")) if tail else None
    named = re.search(r"[A-Za-z]\Z", text[first.begin : first.end]) and first.in_digits
    return scale if scale and scale >= 100 and not named and first.value and first.value < 1000 else 1.0


def join_range(text: str, first: Amount, unit: Unit | None, second: Amount) -> Amount | None:
    """`first` and `second` as one range (`10 to 12`, `between 50 and 60`); None for two figures.

    `unit` is what stands after the first number, if it has a unit of its own (`44 mg to 50 mg`).
    """
    gap = text[unit.end if unit else first.end : second.begin]
    if len(gap) > _WIDEST_GAP or first.value is None or second.value is None:
        return None
    if {first.kind, second.kind} != {"cardinal"} or (
        first.in_digits and text[second.begin].isupper() and not second.code
    ):
        return None
    if share := _proportion(text, first, second):
        return share
    if (second.code or first.code) != (first.code or second.code):
        return None
    if not _GAP.fullmatch(gap):
        return None
    before = text[max(0, first.begin - _WINDOW) : first.begin]
    between = _BETWEEN.search(before)
    if "and" in gap and not (between and before[between.start() :].lower().startswith("between")):
        return None
    if "to" in gap and (_CHANGE.search(before) or (first.code and _TO_WHOM.match(text, second.end))):
        return None
    low, high = first.value * _shared_scale(text, first, second), second.value
    if low == high and "-" in gap:
        return replace(second, begin=first.begin, each=True)
    if low == high or (low > high and high >= 0):
        return None
    begin = first.begin
    if between and "and" in gap:
        begin = first.begin - len(before) + between.start()
    return replace(
        second,
        begin=begin,
        value=None,
        code=first.code or second.code,
        low=min(low, high),
        high=max(low, high),
    )
