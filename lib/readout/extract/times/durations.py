"""Rules for lengths of time: `five and a half hours`, `a two-day visit`, `for months`, `24 to 48 hours`."""

from __future__ import annotations

import re
from functools import lru_cache

from readout.extract.times.expressions import Unsaid
from readout.extract.times.grammar import Hit, Length, Reading, Rule
from readout.extract.times.lengths import every_length, iso_length, vague_length
from readout.extract.times.words import LETTER, beside
from readout.text.numbers import parse_number

_ONE = frozenset({"a", "an", "another", "one"})
# More than this many of a unit is no length of anything.
_MOST = 1e9
_HOUR = 60
_CLOSING = frozenset({"", ",", ".", ";", ":", "!", "?", ")", "”", '"'})
_QUOTES = frozenset("\"'“‘`")
_BARE_BEFORE = beside("before bare length")
_BEFORE_VERB = beside("before a verb")
_BARE_AFTER = beside("after bare length")
_COUNTED_FROM = ("AGO", "EARLIER", "LATER", "BEFORE", "AFTER", "HENCE")
# What a date may end with.
_DATED = ("WEEKDAY", "DAYNUM", "PART", "MONTH", "MONTHNAME", "YEAR")
_COUNTED = ("NUMBER", "NUM", "DAYNUM", "YEAR", "PERCENT", "TIMES")
_SUM = re.compile(f"[{''.join(LETTER[n] for n in ('NUMBER', 'NUM', 'DAYNUM', 'YEAR', 'MONEY'))}]")
# How many words back a sum or a count may stand before what it is counted in.
_SUM_REACH = 4

_count = lru_cache(maxsize=4096)(parse_number)


def _amount(hit: Hit, group: str) -> float:
    """The number of a group; 0 where it is none."""
    text = hit.text(group).replace("one-half", "a half")
    return 1.0 if text in _ONE else _count(text) or 0.0


def _is_age(hit: Hit) -> bool:
    """Whether it is an age: `39-year-old`, `25 years old`, `10 years of age`."""
    following = hit.words.lower(hit.last + 1)
    return hit.after == "old" or (hit.after, following) in (("-", "old"), ("of", "age"))


def _is_name(hit: Hit) -> bool:
    """Whether the unit's capital makes it a name: `the Six-Day War`, `Seven Years' War`, a title in quotes."""
    words, unit = hit.words.words, hit.words.words[hit.match.end("unit") - 1]
    following = next((w for w in words[hit.last : hit.last + 2] if w not in ("'", "’")), "")
    return unit.istitle() and (following[:1].isupper() or (hit.before != "" and hit.before in _QUOTES))


def _is_verb(hit: Hit) -> bool:
    """Whether `last` before the count is a verb: `will last two days`, `will begin on Monday and last two days`."""
    joined = hit.before == "and" and hit.words.is_a(hit.first - 2, *_DATED)
    return hit.begins("LAST") and (hit.before in _BEFORE_VERB or joined)


def _is_rate(hit: Hit) -> bool:
    """Whether it is so much in each: `$33 million a year`, `twice a week`, `50 barrels a day`."""
    words, at = hit.words, hit.first - 1
    from_now = hit.after == "from" and words.is_a(hit.last + 1, "NOW", "TODAY")
    if not hit.begins("A") or from_now or words.is_a(hit.last, *_COUNTED_FROM):
        return False
    if words.is_a(at, *_COUNTED):
        return True
    return hit.before.endswith("s") and bool(_SUM.search(words.classes, max(0, at - _SUM_REACH + 1), at))


def _excluded(hit: Hit) -> bool:
    """Whether it is an age, a name, a weekend, a part (`three quarters of`), or `one day` meaning some day.

    Nor is `a year-ago` a length.
    """
    if hit.after == "-" and hit.words.is_a(hit.last + 1, "AGO"):
        return True
    if hit.value("unit") == "Q" and hit.after == "of":
        return True
    if _is_age(hit) or _is_name(hit) or hit.value("unit") == "WE":
        return True
    some_day = hit.text("count") == "one" and hit.value("unit") == "D" and hit.last - hit.first == 2
    return some_day and hit.goes_on and hit.before not in _BARE_BEFORE


def _counted(hit: Hit, count: float) -> Reading | None:
    """`count` of the unit, without the article before a singular (`the 23-year war`) and without a verb."""
    the = hit.begins("THE") and hit.is_a("unit", "UNIT", "QUARTER", "CENTURY")
    skip, unit = int(the or _is_verb(hit)), hit.value("unit")
    return hit.lasts(Length(iso_length([(count, unit)]), None, count, unit), skip=skip)


def length(hit: Hit) -> Reading | None:
    """A counted length: `three hours`, `the two-day`, `the past 24 hours`; or a rate."""
    count = _amount(hit, "count")
    if _excluded(hit) or not 0 < count < _MOST:
        return None
    if _is_rate(hit):
        return hit.read(Unsaid(every_length(1, hit.value("unit"))), "SET")
    return _counted(hit, count)


def often(hit: Hit) -> Reading | None:
    """`three days a week`, `a 24-hours-a-day service`: how often, and no length, which `eight hours a day` has."""
    counts_days = not hit.value("unit").startswith("T") or hit.words.is_a(hit.last - 2, "HYPHEN")
    fits = counts_days and 0 < _amount(hit, "count") < _MOST
    return hit.read(Unsaid(every_length(1, hit.value("each"))), "SET") if fits else None


def long(hit: Hit) -> Reading | None:
    """`a month-long blockade`, `weeklong talks`."""
    unit, skip = hit.value("unit"), 1 if hit.begins("A") else 0
    return hit.lasts(Length(iso_length([(1, unit)]), None, 1, unit), skip=skip)


def and_a_half(hit: Hit) -> Reading | None:
    """`an hour and a half`."""
    return _counted(hit, _amount(hit, "count") + 0.5)


def and_a_quarter(hit: Hit) -> Reading | None:
    """`an hour and a quarter`; not `an hour and a quarter of the votes`."""
    return None if hit.after == "of" else _counted(hit, _amount(hit, "count") + 0.25)


def quarters(hit: Hit) -> Reading | None:
    """`a quarter of an hour`, `three quarters of an hour`."""
    many = _amount(hit, "count") if hit.has("count") else 1.0
    of_four = hit.words.value(hit.match.start("unit") - 3) == "Q"
    return _counted(hit, many / 4) if of_four and 0 < many < 4 else None


def between(hit: Hit) -> Reading | None:
    """`24 to 48 hours`, `two- or three-day`, `a day or two`; `and` only after `between`."""
    if hit.has("both") and hit.before != "between":
        return None
    unit, low, high = hit.value("unit"), _amount(hit, "count"), _amount(hit, "high")
    if _excluded(hit) or not 0 < low < high < _MOST:
        return None
    return hit.lasts(
        Length(iso_length([(low, unit)]), iso_length([(high, unit)]), low, unit), skip=_is_verb(hit)
    )


def compound(hit: Hit) -> Reading | None:
    """`an hour and 20 minutes`, `two years, three months`."""
    parts = [(_amount(hit, "count"), hit.value("unit")), (_amount(hit, "more"), hit.value("smaller"))]
    if _is_age(hit) or parts[0][1] == parts[1][1] or not all(0 < count < _MOST for count, _ in parts):
        return None
    return hit.lasts(Length(iso_length(parts)))


def and_minutes(hit: Hit) -> Reading | None:
    """`two hours and ten`, without a noun behind it."""
    minutes = _amount(hit, "more")
    if hit.value("unit") != "TH" or hit.after not in _CLOSING or not 1 < minutes < _HOUR:
        return None
    return hit.lasts(Length(iso_length([(_amount(hit, "count"), "TH"), (minutes, "TM")])))


def half(hit: Hit) -> Reading | None:
    """`half an hour`, `half a year`."""
    return _counted(hit, 0.5)


def couple(hit: Hit) -> Reading | None:
    """`a couple of weeks`: about two."""
    unit = hit.value("unit")
    return hit.lasts(Length(iso_length([(2, unit)]), None, 2, unit), "APPROX")


def unknown(hit: Hit) -> Reading | None:
    """`a few hours`, `several years`, `many months`."""
    unit = hit.value("unit")
    return None if _is_age(hit) else hit.lasts(Length(vague_length(unit), unit=unit))


def before(hit: Hit) -> Reading | None:
    """`the weeks before` something: some time past, and no length; hours may still be to come."""
    return None if hit.words.value(hit.last - 1).startswith("T") else hit.read(Unsaid("PAST_REF"))


def bare(hit: Hit) -> Reading | None:
    """`for months`, `weeks or months`, `hours before`, `decades-long`."""
    unit = hit.words.value(hit.first)
    led = hit.last - hit.first > 1 or hit.before in _BARE_BEFORE or hit.after in _BARE_AFTER
    return hit.lasts(Length(vague_length(unit), unit=unit)) if led and not _is_age(hit) else None


_UNITS = "(?P<unit>UNITS|UNIT)"
_UNIT = "(?P<unit>UNITS|UNIT|UNITABBR|CENTURY)"
_LAST = "(?:UNIT HYPHEN EARLIER|LAST|NEXT|PAST|COMING|FOLLOWING|PREVIOUS|LATEST|ORDINAL|ENTIRE)"
_SPAN = f"(?:THE {_LAST}?|LAST|PAST|NEXT|THIS PAST|THESE)?"
_SOME = "(?:THE (?:LAST|NEXT|PAST|COMING|ORDINAL)|LAST|PAST|NEXT)?"
_COUNT = "(?P<count>CARD)"
_SMALLER = "(?P<more>CARD) (?P<smaller>UNITS|UNIT)"
RULES = (
    Rule(
        f"THE? {_COUNT} HYPHEN? (?P<unit>UNITS) (?:A|HYPHEN A HYPHEN) (?P<each>UNIT)"
        " (?!AGO|EARLIER|LATER|BEFORE|AFTER|FROM|HENCE)",
        often,
    ),
    Rule(
        f"{_SPAN} {_COUNT} (?:HYPHEN? (?:TO|OR) HYPHEN?|HYPHEN|(?P<both>AND)) (?P<high>CARD) HYPHEN?"
        f" (?:TRADING|MORE)? {_UNITS}",
        between,
    ),
    Rule(f"{_SPAN} {_COUNT} {_UNITS} COMMA? AND? {_SMALLER}", compound),
    Rule(f"(?P<count>A) {_UNITS} AND {_SMALLER}", compound),
    Rule(f"(?P<count>A|CARD) {_UNITS} AND (?P<more>CARD)", and_minutes),
    Rule(f"(?P<count>A|NUMBER) {_UNITS} AND A HALF", and_a_half),
    Rule(f"(?P<count>A|NUMBER) {_UNITS} AND A QUARTER", and_a_quarter),
    Rule("(?:(?P<count>NUMBER) HYPHEN? UNITS|A? QUARTER) OF A (?P<unit>UNIT)", quarters),
    Rule(f"(?P<count>A) {_UNITS} OR (?P<high>CARD)", between),
    Rule(f"A {_COUNT} HYPHEN {_UNIT} PERIOD", length),
    Rule(f"THE? {_COUNT} HYPHEN {_UNITS} HYPHEN LONG", length),
    Rule("A? (?P<unit>UNIT) HYPHEN LONG", long),
    Rule("(?P<unit>LONGWORD)", long),
    Rule(f"{_SPAN} {_COUNT} (?:TRADING|MORE|ENTIRE|HYPHEN)? {_UNIT}", length),
    Rule("(?P<count>DAYNUM|NUM) HYPHEN? (?P<unit>SECOND)", length),
    Rule("(?P<count>NUMBER) HYPHEN (?P<unit>SECOND)", length),
    Rule("HALF HYPHEN? A HYPHEN? (?P<unit>UNIT|CENTURY)", half),
    Rule("A? HALF HYPHEN? (?P<unit>UNIT|CENTURY)", half),
    Rule(f"{_SOME} A? COUPLE OF? {_UNITS}", couple),
    Rule(f"{_SOME} A? (?:FEW|SEVERAL) HYPHEN? (?:TRADING|MORE)? {_UNITS}", unknown),
    Rule("(?P<count>A|ANOTHER) (?:TRADING|ENTIRE|GOOD)? (?P<unit>UNIT|CENTURY)", length),
    Rule("(?:OVER THE|THE EDGE) (?P<unit>UNITS)", unknown),
    Rule("THE UNITS (?=BEFORE)", before),
    Rule("UNITS (?:OR UNITS|HYPHEN LONG)?", bare),
)
