"""The percent, money or unit of measurement that a number has, before or after it."""

from __future__ import annotations

import re

from readout.extract.figures.amounts import Amount
from readout.extract.figures.qualifiers import qualifier_after
from readout.extract.figures.units import Unit, names_a_thing, read_measure, read_money, read_percent
from readout.lexicon import words

_OF_A = re.compile(r"[ ](?:of )?an?[ ]")
_MAGNITUDE = re.compile(r"\bmagnitudes?[ -](?:of[ ])?\Z")
_MAGNITUDES = re.compile(r"\bmagnitudes?[ ](?:of[ ])?\d\.\d(?:,|,? and|,? or)[ ]\Z")
# What says that a number is one after it: `a 7.1 magnitude quake`, `7.1 on the Richter scale`.
_SO_STRONG = re.compile(
    r"[ -]magnitude\b(?:[ ](?:(?:after)?shock|(?:earth)?quake|temblor|tremor)s?\b)?"
    r"|(?=[ ]on the (?:open-ended )?Richter)"
)
_DEGREES = {"C": "degree Celsius", "F": "degree Fahrenheit"}
_LOWER = re.compile(r"(?<![^\W_])([a-z]+)[ ]\Z")
_BACK = len("magnitudes of 5.1, and ")


def read_unit(text: str, amount: Amount) -> Unit | None:
    """The percent, money or unit of measurement that `amount` has; None for a count."""
    if amount.kind == "ordinal":
        return None
    if named := _named_otherwise(text, amount):
        return named
    if not amount.code and names_a_thing(text, amount.end):
        return None
    if amount.kind == "fraction" and (of_a := _OF_A.match(text, amount.end)):
        return read_measure(text, of_a.end() - 1, in_digits=False)
    after = qualifier_after(text, amount.end)
    large = max(abs(amount.value or 0), amount.high or 0) >= 1e6
    return (
        read_percent(text, amount.end)
        or read_money(text, amount.end, amount.code, large)
        or read_measure(text, after[0] if after else amount.end, amount.in_digits)
        or _degrees(text, amount)
    )


def _named_otherwise(text: str, amount: Amount) -> Unit | None:
    """The unit of `magnitude 5.1`, `5.1 on the Richter scale` and `absolute zero`."""
    left = text[max(0, amount.begin - _BACK) : amount.begin].lower()
    if "magnitude" in left:
        decimal = "." in text[amount.begin : amount.end]
        if _MAGNITUDE.search(left) or (decimal and _MAGNITUDES.search(left)):
            return Unit(amount.end, "magnitude", "measure")
    if strong := _SO_STRONG.match(text, amount.end):
        return Unit(strong.end(), "magnitude", "measure")
    coldest = amount.value == 0 and left.endswith("absolute ")
    return Unit(amount.end, "kelvin", "measure") if coldest else None


def _degrees(text: str, amount: Amount) -> Unit | None:
    """The degrees of `minus 10C` and `up to 35C`; not of `Flat 10C` or `gate 10C`."""
    letter = text[amount.end : amount.end + 1]
    if letter not in _DEGREES or text[amount.end + 1 : amount.end + 2].isalnum() or not amount.in_digits:
        return None
    before = _LOWER.search(text, max(0, amount.begin - _BACK), amount.begin)
    cold = amount.value is not None and amount.value < 0
    if not cold and (not before or before[1] in words("figures/numbered")):
        return None
    return Unit(amount.end + 1, _DEGREES[letter], "measure")
