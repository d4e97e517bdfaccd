"""Numbers with what they count as people write them: `more than 1,900`, `about $1.4 billion`, `12%`, `24 miles`."""

from __future__ import annotations

import re
from functools import cache

from readout.extract import FigureMention
from readout.lexicon import table

_QUALIFIERS = {
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
    "about": "about ",
    "almost": "almost ",
}
_OF = re.compile(r" of(?: the| its| their)?\Z")
_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def amount_words(figure: FigureMention) -> str:
    """The number of a figure with its qualifier; for a vague one or a fraction, the words of the article."""
    vague = figure.qualifier == "vague"
    if figure.value is None and figure.low is not None and figure.high is not None and not vague:
        return " to ".join(qualified(end, "exact", figure.unit) for end in (figure.low, figure.high))
    if figure.value is None or vague or _is_fraction(figure):
        return _own_words(figure)
    if figure.qualifier == "ordinal":
        return ordinal(int(figure.value))
    return qualified(figure.value, figure.qualifier, figure.unit)


def qualified(value: float, qualifier: str, unit: str = "") -> str:
    """A number with what limits it, and with its unit where that is a sign: `more than 1,900`, `$2 million`, `9%`."""
    limit = _QUALIFIERS.get(qualifier, "")
    if unit == "percent":
        return f"{limit}{_number(value)}%"
    if unit in _currencies():
        number = next((_number(value / n) + name for n, name in _SCALES if value >= n), _number(value))
        sign = _currencies()[unit]
        return f"{limit}{sign}{number}" if sign else f"{limit}{number} {unit}"
    return limit + _number(value)


def thing(unit: str, value: float | None = None) -> str:
    """What is counted, beside the number: nothing where the number shows it, measures in the plural."""
    if unit == "percent" or unit in _currencies():
        return ""
    plural = _measures().get(unit) if value != 1 else None
    return plural or unit


def subject(unit: str) -> str:
    """What is counted, by itself: `amount` of money, `share` in per cent, `people` where nothing else is said."""
    if unit == "percent":
        return "share"
    return "amount" if unit in _currencies() else _measures().get(unit, unit) or "people"


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


@cache
def _currencies() -> dict[str, str]:
    """The sign of each currency that has one and only it, by code; those written in letters have none."""
    signs = {code: signs.split(",")[0] for code, signs, *_ in table("figures/currencies")}
    return {code: "" if sign[:1].isalpha() else sign for code, sign in signs.items()}


@cache
def _measures() -> dict[str, str]:
    """The plural of each measure, also of its thousands and thousandths."""
    prefixes = ["", *(word for word, *_ in table("figures/si_prefixes"))]
    plurals = {}
    for name, spelt, *how in table("figures/units"):
        if "," in spelt:
            plural = spelt.split(",")[1]
            plurals.update({p + name: p + plural for p in (prefixes if how[1:] else prefixes[:1])})
    return plurals


def _number(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


def _is_fraction(figure: FigureMention) -> bool:
    """Whether a figure is a part of one, told in words: `a third`."""
    return bool(figure.value and 0 < figure.value < 1 and not any(c.isdigit() for c in figure.surface))


def _own_words(figure: FigureMention) -> str:
    """The wording of a number (`hundreds of thousands`), without the unit that follows it."""
    for unit in (figure.unit, figure.unit.rpartition(" ")[2]):
        words, found, _ = figure.surface.rpartition(unit) if unit else ("", "", "")
        if found and words.strip():
            return _OF.sub("", words.strip()).lower()
    return figure.surface
