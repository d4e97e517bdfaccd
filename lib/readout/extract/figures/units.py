"""What stands right after a number when it measures: percent, money, units of measurement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from readout.lexicon import table, words

UnitKind = Literal["percent", "money", "measure", "time"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that ends at `end`. `scale` is what a letter after the number multiplies it by (`€10M`)."""

    end: int
    name: str
    kind: UnitKind
    scale: float = 1.0
    per: str | None = None


# What a letter right after a number multiplies it by: with money, and before what is counted.
LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_POWERS = {"2": "square", "²": "square", "squared": "square", "3": "cubic", "³": "cubic", "cubed": "cubic"}
_PERCENT = re.compile(
    r"[ \u00a0]?%|[ \u00a0-]per ?cent(?:age)?(?P<points>[ -]points?)?\b"
    r"|[ \u00a0]percentage(?P<more>[ -]points?)\b|[ \u00a0-]pct\b|[ \u00a0]?pc\b|[ \u00a0]?pp\b"
)
_LETTER = re.compile(r"([kKmMbBtT])(?!\w|-(?!an?-))")
# `1.2m members` are millions; `1.2m deep` and `a 100m race` are metres.
SCALE_LETTER = re.compile(
    r"([kKmM])(?=[ ](?:[a-z-]+s|(?:[a-z-]+[ ])?(?:people|men|women|children))\b)(?![ ](?:was|is|has)\b)"
)
_SCALED = re.compile(r"([kKmM])[ ](?P<unit>[a-z]+)\b")  # `57m tonnes`
_NEXT = re.compile(
    r"(?:[ \u00a0]|-[ ]?)?(?P<power>(?:square|cubic|cu)[ -])?"
    r"(?P<one>[°º℃℉][ ]?(?:[CF]\b)?|sq\.? [a-z]+|[A-Za-zµμÅΩ]+)(?P<two>[ -][A-Za-z]+)?"
)
_AFTER = re.compile(r"(?P<inverse>\^?[-−]1|⁻¹|[ ]s-1)\b|(?P<power>\^?[23](?!\w)|[²³]|[ ](?:squared|cubed)\b)")
_PER = re.compile(
    r"(?:[ ]per[ ]|/|[ ]an?[ ]|-an?-)(?P<power>(?:square|cubic)[ ])?(?P<unit>[A-Za-zµ]+)"
    r"(?P<raised>\^?[23]|[²³])?(?![\w-])(?![ ](?:ago|earlier|later)\b)"
)
_SIGN_AFTER = re.compile(r"[ \u00a0]?(?P<sign>[$€£¥₽₴₹₩₪₺₱₦฿₸৳])(?!\d)|[ \u00a0](?P<code>[A-Z]{3})\b")
# `212p`; the lines of a screen are none.
_PENCE = re.compile(r"p(?![\w-])(?![ ](?:cameras?|displays?|footage|monitors?|resolution|screens?|video)\b)")
_MONEY_WORDS = re.compile(r"[ \u00a0-](?P<words>(?:[A-Z][\w.]+ ){0,2}[^\W\d_]+)")
_STERLING = re.compile(r"[ \u00a0]pounds?\b(?:[ ]sterling|[ ]\([$€])")
# `2 in` are inches only where nothing follows that the preposition could govern.
_PLAIN_WORD = re.compile(r"[ ]([a-z]{3,})(?=[ .,;])")
_CUT_OFF = re.compile(r"(?![²³⁻])[^\W\d_]|\ufffd|-[A-Z]")
_INCHES = re.compile(r"[ -]?in\b(?![ ](?!thick|wide|long|high|tall|deep|by|of)\w)")


def _rows(name: str, columns: int) -> list[tuple[str, ...]]:
    return [(*row, *[""] * (columns - len(row))) for row in table(f"figures/{name}")]


@cache
def measures() -> tuple[dict[str, str], dict[str, str]]:
    """Canonical name of each unit word (lower case) and of each symbol (case kept), with every SI prefix."""
    by_word: dict[str, str] = {}
    by_symbol: dict[str, str] = {"KB": "kilobyte"}
    for name, spelt, symbols, prefixed in _rows("units", 4):
        for prefix, letter, power in [("", "", "0"), *table("figures/si_prefixes")]:
            if prefix and (not prefixed or (prefixed == "data" and int(power) < 3)):
                continue
            by_word.update({prefix + w.lower(): prefix + name for w in spelt.split(",") if w})
            for symbol in filter(None, symbols.split(",")):
                by_symbol.setdefault(letter + symbol, prefix + name)
    return by_word, by_symbol


@cache
def currencies() -> tuple[dict[str, str], dict[str, str]]:
    """ISO code of each currency sign or code, and of each name (lower case)."""
    signs, names = {}, {}
    for code, marks, spelt in _rows("currencies", 3):
        signs.update({mark: code for mark in (code, *marks.split(",")) if mark})
        names.update({name.lower(): code for name in spelt.split(",") if name})
    return signs, names


@cache
def _times() -> frozenset[str]:
    return frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


@cache
def _first_words() -> frozenset[str]:
    """The word, or the first of the words, of every unit, and of what may stand between a number and its unit."""
    spelt = [*measures()[0], *measures()[1], *currencies()[1]]
    return frozenset(name.split()[0] for name in spelt) | words("figures/unit_leads")


def names_a_thing(text: str, at: int) -> bool:
    """Whether a plain word that no unit begins with stands after the number that ends at `at`."""
    word = _PLAIN_WORD.match(text, at)
    return bool(word and word[1] not in _first_words())


def _per(text: str, at: int) -> tuple[int, str | None]:
    """What a rate is per (`per hour`, `/kg`, `a share`), and where that ends; measures by their names."""
    match = _PER.match(text, at)
    if not match:
        return at, None
    by_word, by_symbol = measures()
    unit = match["unit"]
    name = by_word.get(unit.lower()) or (by_symbol.get(unit) if text[at] == "/" else None) or unit.lower()
    if match["power"]:
        name = f"{match['power'].strip()} {name}"
    elif match["raised"]:
        raised = _POWERS[match["raised"].strip("^")]
        name = f"{name} squared" if name == "second" else f"{raised} {name}"
    return match.end(), name


def read_percent(text: str, at: int) -> Unit | None:
    """Percent or percentage points right after the number that ends at `at`."""
    match = _PERCENT.match(text, at)
    if not match:
        return None
    points = match["points"] or match["more"] or match.group().strip() == "pp"
    return Unit(match.end(), "percentage points" if points else "percent", "percent")


def _currency_after(text: str, at: int, large: bool) -> tuple[int, str] | None:
    """A sign, code or name of a currency right after the number: where it ends, and its code."""
    signs, names = currencies()
    if (sign := _SIGN_AFTER.match(text, at)) and (code := signs.get(sign["sign"] or sign["code"] or "")):
        return sign.end(), code
    if pence := _PENCE.match(text, at):
        return pence.end(), "pence"
    if not (word := _MONEY_WORDS.match(text, at)):
        return None
    pieces = word["words"].lower().split(" ")
    for n in range(len(pieces), 0, -1):
        name = " ".join(pieces[:n])
        if code := names.get(name):
            return word.start("words") + len(name), code
    if pieces[0] == "pounds" and (large or _STERLING.match(text, at)):
        return word.start("words") + len("pounds"), "GBP"
    return None


def read_money(text: str, at: int, code: str | None, large: bool) -> Unit | None:
    """Money whose number ends at `at`: of currency `code` where a sign stood before, else named after.

    `large` says that the number is in millions: `pounds` are then money, and else a weight.
    """
    scale = 1.0
    letter = _LETTER.match(text, at)
    if letter and (code or _currency_after(text, letter.end(), large)):  # `$60m`, `60m rand`
        scale, at = LETTERS[letter[1].lower()], letter.end()
    if not code and (after := _currency_after(text, at, large or scale > 1e3)):
        at, code = after
    if not code:
        return None
    return Unit(at, code, "money", scale, _per(text, at)[1])


def read_measure(text: str, at: int, in_digits: bool) -> Unit | None:
    """A unit of measurement right after the number that ends at `at`; symbols only go with digits."""
    by_word, by_symbol = measures()
    scaled = _SCALED.match(text, at) if in_digits else None
    if scaled and (name := by_word.get(scaled["unit"])):
        return Unit(scaled.end(), name, "time" if name in _times() else "measure", LETTERS[scaled[1].lower()])
    match = _NEXT.match(text, at)
    if not match or SCALE_LETTER.match(text, at):
        return None
    one, two = match["one"].strip(), match["two"] or ""
    name, end = by_word.get((one + two).replace("-", " ").lower()), match.end()
    if not name:
        end = match.start("one") + len(one)
        name = by_word.get(one.lower()) or (by_symbol.get(one.replace("° ", "°")) if in_digits else None)
    if not name or _CUT_OFF.match(text, end) or (one == "in" and not _INCHES.match(text, at)):
        return None
    if match["power"]:
        name = f"{'square' if match['power'].startswith('sq') else 'cubic'} {name}"
    if after := _AFTER.match(text, end):
        end = after.end()
        name = f"inverse {name}" if after["inverse"] else f"{_POWERS[after['power'].strip(' ^')]} {name}"
    if name in _times():
        return Unit(end, name, "time")
    stop, per = _per(text, end)
    if per and per.removesuffix(" squared").rpartition(" ")[2] in by_word.values():
        end, name, per = stop, f"{name} per {per}", None
    return Unit(end, name, "measure", per=per)
