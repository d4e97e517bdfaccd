"""Rules for lengths of time: `five and a half hours`, `a two-day visit`, `for months`, `24 to 48 hours`."""

from __future__ import annotations

import re
from functools import lru_cache

from readout.extract.times.expressions import Unsaid
from readout.extract.times.grammar import Length, Reading, Rule
from readout.extract.times.words import LETTER, OTHER, Words, beside
from readout.text.numbers import parse_number

# Smaller units that the fraction of a larger one is given in.
_SPLIT = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24), "W": ("D", 7)}
_SCALED = {"Q": ("M", 3), "E": ("Y", 10), "C": ("Y", 100), "FN": ("W", 2)}
_ONE = frozenset({"a", "an", "another", "one"})

# More than this many of a unit is no length of anything.
_MOST = 1e9

_count = lru_cache(maxsize=4096)(parse_number)


def iso_length(parts: list[tuple[float, str]]) -> str:
    """The ISO 8601 duration of counts of TIMEX3 units, largest first: [(5.5, "TH")] is PT5H30M."""
    amounts: dict[str, float] = {}
    for count, unit in parts:
        if unit in _SCALED:
            unit, times = _SCALED[unit]
            count *= times
        whole = int(count)
        if unit in _SPLIT and (rest := count - whole) > 0:
            smaller, size = _SPLIT[unit]
            if abs(rest * size - round(rest * size)) < 1e-6:
                amounts[smaller] = amounts.get(smaller, 0) + round(rest * size)
                count = whole
        if count:
            amounts[unit] = amounts.get(unit, 0) + count
    days = "".join(f"{n:.15g}{u}" for u in "YMWD" if (n := amounts.get(u, 0)))
    time = "".join(f"{n:.15g}{u[1]}" for u in ("TH", "TM", "TS") if (n := amounts.get(u, 0)))
    return f"P{days}{'T' if time else ''}{time}"


def vague_length(unit: str) -> str:
    """The value of an unknown number of `unit`."""
    unit = {"E": "Y", "FN": "W", "WE": "W"}.get(unit, unit)
    return f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}"


def _amount(words: Words, m: re.Match[str], group: str) -> float | None:
    first, last = m.span(group)
    if first < 0 or first == last:
        return None
    surface = words.surface(first, last).lower().replace("one-half", "a half")
    return 1.0 if surface in _ONE else _count(surface)


def _lower(words: Words, at: int) -> str:
    return words.words[at].lower() if 0 <= at < len(words.words) else ""


def _is_age(words: Words, last: int) -> bool:
    """Whether an age ends before word `last`: `39-year-old`, `25 years old`, `10 years of age`."""
    rest = words.words[last : last + 2]
    if rest[:1] == ["-"]:
        return rest[1:] == ["old"]
    return bool(rest) and (rest[0].lower() == "old" or [w.lower() for w in rest] == ["of", "age"])


def _is_name(words: Words, m: re.Match[str]) -> bool:
    """A unit with a capital inside a sentence belongs to a name: `the Six-Day War`, `Seven Years' War`."""
    unit = words.words[m.end("unit") - 1]
    before, after = words.words[max(0, m.start() - 1) : m.start()], words.words[m.end() : m.end() + 1]
    if not unit[0].isupper() or unit.isupper():
        return False
    return (after != [] and after[0][:1].isupper()) or (before != [] and before[0] in _QUOTES)


_QUOTES = frozenset("\"'“‘`")


def _is_rate(words: Words, m: re.Match[str]) -> bool:
    """`$33 million a year`, `twice a week`, `50 barrels a day`: so much in each, and no length."""
    at = m.start()
    before = words.classes[max(0, at - 1) : at]
    if not before or words.surface(m.start(), m.start() + 1).lower() not in ("a", "an"):
        return False
    if words.classes[m.end() : m.end() + 1] in _COUNTED_FROM:
        return False
    if before in _RATE_BEFORE:
        return True
    counted = words.words[at - 1].endswith("s") and words.classes[at - 1] == "."
    return counted and bool(_NUMBERS.search(words.classes, max(0, at - 4), at))


_COUNTED_FROM = {LETTER[name] for name in ("AGO", "EARLIER", "LATER", "BEFORE", "AFTER", "HENCE", "FROM")}
_RATE_BEFORE = {LETTER[name] for name in ("NUMBER", "NUM", "DAYNUM", "YEAR", "PERCENT", "TIMES")}
_NUMBERS = re.compile(f"[{''.join(LETTER[n] for n in ('NUMBER', 'NUM', 'DAYNUM', 'YEAR', 'MONEY'))}]")


def _excluded(words: Words, m: re.Match[str]) -> bool:
    """An age, a name, a weekend, or `one day` meaning some day."""
    if _is_age(words, m.end()) or _is_name(words, m) or _unit(words, m) == "WE":
        return True
    some_day = words.surface(*m.span()).lower() == "one day"
    goes_on = words.classes[m.end() : m.end() + 1] == OTHER and _lower(words, m.end()).isalpha()
    return some_day and goes_on and _lower(words, m.start() - 1) not in _BARE_BEFORE


def _unit(words: Words, m: re.Match[str], group: str = "unit") -> str:
    return words.value(m.end(group) - 1)


def _reading(words: Words, m: re.Match[str], what: Length) -> Reading:
    """The reading of `what`; the article before a singular is not part of it (`the 23-year occupation`)."""
    single = words.classes[m.end("unit") - 1] in _SINGLE and words.classes[m.start()] == LETTER["THE"]
    return Reading(m.start() + single, m.end(), "DURATION", what)


_SINGLE = {LETTER["UNIT"], LETTER["QUARTER"], LETTER["CENTURY"]}


def length(words: Words, m: re.Match[str]) -> Reading | None:
    """A counted length: `three hours`, `a two-day`, `the past 24 hours`; or a rate."""
    unit, count = _unit(words, m), _amount(words, m, "count")
    if _excluded(words, m) or not count or count > _MOST:
        return None
    if _is_rate(words, m):
        time = "T" if unit.startswith("T") else ""
        return Reading(m.start(), m.end(), "SET", Unsaid(f"P{time}1{unit.removeprefix('T')}"))
    return _reading(words, m, Length(iso_length([(count, unit)]), None, count, unit))


def long(words: Words, m: re.Match[str]) -> Reading:
    """`a month-long blockade`, `weeklong talks`."""
    first = max(m.start("unit"), m.start("word"))
    unit = words.value(first)
    return Reading(first, m.end(), "DURATION", Length(iso_length([(1, unit)]), None, 1, unit))


def and_a_half(words: Words, m: re.Match[str]) -> Reading | None:
    """`an hour and a half`."""
    unit, count = _unit(words, m), (_amount(words, m, "count") or 0) + 0.5
    return _reading(words, m, Length(iso_length([(count, unit)]), None, count, unit))


def between(words: Words, m: re.Match[str]) -> Reading | None:
    """`24 to 48 hours`, `a day or two`."""
    unit, low, high = _unit(words, m), _amount(words, m, "count"), _amount(words, m, "high")
    if _excluded(words, m) or not low or not high or not low < high < _MOST:
        return None
    return _reading(words, m, Length(iso_length([(low, unit)]), iso_length([(high, unit)]), low, unit))


def compound(words: Words, m: re.Match[str]) -> Reading | None:
    """`an hour and 20 minutes`, `two years, three months`."""
    parts = [
        (_amount(words, m, c) or 0, _unit(words, m, u)) for c, u in (("count", "unit"), ("more", "unit2"))
    ]
    if _is_age(words, m.end()) or not all(0 < count < _MOST for count, _ in parts):
        return None
    return _reading(words, m, Length(iso_length(parts)))


def half(words: Words, m: re.Match[str]) -> Reading | None:
    """`half an hour`, `half a year`."""
    unit = words.value(m.end("unit") - 1)
    what = Length(iso_length([(0.5, unit)]), None, 0.5, unit)
    return Reading(m.start(), m.end(), "DURATION", what)


def couple(words: Words, m: re.Match[str]) -> Reading | None:
    """`a couple of weeks`: about two."""
    unit = words.value(m.end("unit") - 1)
    return Reading(m.start(), m.end(), "DURATION", Length(iso_length([(2, unit)]), None, 2, unit), "APPROX")


def unknown(words: Words, m: re.Match[str]) -> Reading | None:
    """`a few hours`, `several years`, `many months`."""
    if _is_age(words, m.end()):
        return None
    unit = words.value(m.end("unit") - 1)
    return Reading(m.start(), m.end(), "DURATION", Length(vague_length(unit), unit=unit))


def before(words: Words, m: re.Match[str]) -> Reading | None:
    """`the weeks before` something: some time past, and no length."""
    return Reading(m.start(), m.end() - 1, "DATE", Unsaid("PAST_REF"))


_BARE_BEFORE = beside("before bare length")
_BARE_AFTER = beside("after bare length")


def bare(words: Words, m: re.Match[str]) -> Reading | None:
    """`for months`, `years of war`, `weeks or months`, `hours before`, `decades-long`."""
    before = words.words[m.start() - 1].lower() if m.start() else ""
    after = words.words[m.end()].lower() if m.end() < len(words.words) else ""
    joined = m.end() - m.start() > 1
    if not joined and before not in _BARE_BEFORE and after not in _BARE_AFTER:
        return None
    if _is_age(words, m.end()):
        return None
    unit = words.value(m.start())
    return Reading(m.start(), m.end(), "DURATION", Length(vague_length(unit), unit=unit))


_UNITS = "(?P<unit>UNITS|UNIT)"
_UNIT = "(?P<unit>UNITS|UNIT|UNITABBR|QUARTER|CENTURY)"
_LAST = "(?:LAST|NEXT|PAST|COMING|FOLLOWING|PREVIOUS|LATEST|ORDINAL|ENTIRE)"
_SPAN = f"(?:THE {_LAST}?|LAST|PAST|NEXT|THIS PAST|THESE)?"
_SOME = "(?:THE (?:LAST|NEXT|PAST|COMING|ORDINAL)|LAST|PAST|NEXT)?"
_COUNT = "(?P<count>CARD)"
RULES = (
    Rule(f"{_SPAN} {_COUNT} (?:TO|OR|HYPHEN) (?P<high>CARD) HYPHEN? (?:TRADING|MORE)? {_UNITS}", between),
    Rule(f"{_SPAN} {_COUNT} {_UNITS} COMMA? AND? (?P<more>CARD) (?P<unit2>UNITS|UNIT)", compound),
    Rule(f"(?P<count>A) {_UNITS} AND (?P<more>CARD) (?P<unit2>UNITS|UNIT)", compound),
    Rule(f"(?P<count>A|NUMBER) {_UNITS} AND A HALF", and_a_half),
    Rule(f"(?P<count>A) {_UNITS} OR (?P<high>CARD)", between),
    Rule(f"A {_COUNT} HYPHEN {_UNIT} PERIOD", length),
    Rule(f"THE? {_COUNT} HYPHEN {_UNITS} HYPHEN LONG", length),
    Rule("A? (?P<unit>UNIT) HYPHEN LONG|(?P<word>LONGWORD)", long),
    Rule(f"{_SPAN} {_COUNT} (?:TRADING|MORE|HYPHEN)? {_UNIT}", length),
    Rule("(?P<count>DAYNUM|NUM) HYPHEN? (?P<unit>SECOND)", length),
    Rule("(?P<count>NUMBER) HYPHEN (?P<unit>SECOND)", length),
    Rule("HALF HYPHEN? A HYPHEN? (?P<unit>UNIT|CENTURY)", half),
    Rule("A? HALF HYPHEN? (?P<unit>UNIT|CENTURY)", half),
    Rule(f"{_SOME} A? COUPLE OF? {_UNITS}", couple),
    Rule(f"{_SOME} A? (?:FEW|SEVERAL) HYPHEN? (?:TRADING|MORE)? {_UNITS}", unknown),
    Rule("(?P<count>A|ANOTHER) (?:TRADING|ENTIRE|GOOD)? (?P<unit>UNIT|CENTURY)", length),
    Rule("(?:OVER THE|THE EDGE) (?P<unit>UNITS)", unknown),
    Rule("THE (?P<unit>UNITS) BEFORE", before),
    Rule("UNITS (?:OR UNITS|HYPHEN LONG)?", bare),
)
