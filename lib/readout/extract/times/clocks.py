"""Rules for clock times and parts of the day. On which day they are is said beside them: see compose."""

from __future__ import annotations

import re
from typing import cast

from readout.extract.mentions import Mod
from readout.extract.times.combined import Timed
from readout.extract.times.expressions import Night, Step, Unsaid
from readout.extract.times.grammar import Hit, Reading, Rule
from readout.extract.times.words import beside
from readout.text.numbers import parse_number

_HOUR_AND_MINUTE = re.compile(r"(?P<hour>\d\d?)(?:\.(?P<minute>\d\d))?")
_MINUTES = re.compile(r"[0-5]\d")
# At night, hours below this one come after midnight.
_SMALL_HOURS = 6
_WHEN = frozenset({"at", "by", "until", "from"})
_ABOUT = frozenset({"about", "around", "approximately", "roughly"})
# Beside a time of each day: `daily at 17:00`, `at 6 p.m. every day`.
_EACH_DAY = frozenset({"daily", "every", "each"})
# After `the night before`, these name nothing that it was before.
_CLAUSES = beside("subordinating") | {"that", "which", "where", "who", "and", "but", "or"}
_HERE = Step("D", 0, "D", "spoken")
_TODAY = Step("D", 0, "D")


def _time(hit: Hit, hour: int, minute: str, half: str, mod: Mod | None = None) -> Reading | None:
    """The reading of a time; `half` tells morning (a) from afternoon (p), or is empty. Midnight may be 24:00."""
    late = hour > 23 and (hour, minute) != (24, "00")
    if late or (half and not 1 <= hour <= 12) or not _MINUTES.fullmatch(minute):
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p")
    suffix, skip = f"T{hour:02}:{minute}", int(hit.begins("AT"))
    if _EACH_DAY & {hit.before, hit.after}:
        return hit.read(Unsaid(f"XXXX-XX-XX{suffix}"), "SET", skip=skip)
    return hit.read(Timed(_HERE, suffix), "TIME", mod, skip=skip)


def clock(hit: Hit) -> Reading | None:
    """`2 p.m.`, `10:30 a.m. EST`, `14:15 GMT`, `at 14:15`, `5 May 2026, 14:15`, `10 o'clock`."""
    said = _HOUR_AND_MINUTE.fullmatch(hit.text("hour"))
    if not said:
        return None
    minute = hit.text("minute") or said["minute"] or "00"
    mod: Mod | None = "APPROX" if hit.begins("SHORTLY") else None
    return _time(hit, int(said["hour"]), minute, hit.value("half") if hit.has("half") else "", mod)


def clock_over(hit: Hit) -> Reading | None:
    """`10:45` over an entry of a running report, or before its dash."""
    return clock(hit) if hit.words.is_a(hit.last, "BREAK", "HYPHEN", "DASH") else None


def clock_about(hit: Hit) -> Reading | None:
    """`at about 14:30`; not `about 14:30`, which may be a score."""
    led = hit.before in _ABOUT and hit.words.lower(hit.first - 2) in _WHEN
    return clock(hit) if led else None


def clock_in_part(hit: Hit) -> Reading | None:
    """`2:30 in the morning`, `5 in the afternoon`, `half past nine in the evening`."""
    hour, part = int(parse_number(hit.text("hour")) or 0), hit.value("part")
    early = part == "MO" or (part == "NI" and hour < _SMALL_HOURS)
    minute = "30" if hit.has("half") else hit.text("minute") or "00"
    return _time(hit, hour, minute, "a" if early else "p")


def military(hit: Hit) -> Reading | None:
    """`1700 GMT`."""
    digits = hit.text("hour")
    return _time(hit, int(digits[:2]), digits[2:], "") if len(digits) == 4 and digits.isdecimal() else None


def hours(hit: Hit) -> Reading | None:
    """`at 1700 hours`, `0900 hours`; `1700 hours of work` is a length."""
    told = hit.text("hour").startswith("0") or hit.before in _WHEN
    return military(hit) if told and hit.words.value(hit.last - 1) == "TH" else None


def noon(hit: Hit) -> Reading | None:
    """`noon`, `shortly before midnight`; not `high noon`."""
    if hit.before == "high":
        return None
    time = hit.value("clock")
    if time == "24:00" and hit.words.is_a(hit.last - 2, "AFTER"):
        # `just after midnight on Saturday`, with which that day begins.
        time = "00:00"
    day = Night() if time == "24:00" else _HERE
    return hit.read(Timed(day, f"T{time}"), "TIME", "APPROX" if hit.begins("SHORTLY") else None)


def mid_day(hit: Hit) -> Reading | None:
    """`mid-day`, `just after mid-day`."""
    if (hit.value("edge"), hit.value("unit")) != ("MID", "D"):
        return None
    return hit.read(Timed(_HERE, "T12:00"), "TIME", "APPROX" if hit.begins("SHORTLY") else None)


def early_hours(hit: Hit) -> Reading | None:
    """`the early hours`, of a day that compose adds."""
    hours = hit.words.value(hit.last - 1) == "TH"
    return hit.read(Timed(_HERE, "TMO"), "TIME", cast(Mod, hit.value("edge"))) if hours else None


def this_part(hit: Hit) -> Reading | None:
    """`this morning`, `last night`, `that evening`, `later this afternoon`."""
    day = Step("D", int(hit.value("which")), "D", "spoken")
    if hit.is_a("which", "THIS", "LAST"):
        day = Step("D", day.count, "D")
    return hit.read(Timed(day, f"T{hit.value('part')}"), "TIME")


def night(hit: Hit) -> Reading | None:
    """`tonight`, `overnight`."""
    return hit.read(Timed(_TODAY if hit.begins("TONIGHT") else Night(), "TNI"), "TIME")


def part(hit: Hit) -> Reading | None:
    """`the morning`, `mid-afternoon`; joined to a noun (`late-night talks`) no day is said."""
    suffix = f"T{hit.value('part')}"
    joined = hit.begins("EDGE") and hit.words.is_a(hit.first + 1, "HYPHEN") and hit.goes_on
    return hit.read(Unsaid(f"XXXX-XX-XX{suffix}") if joined else Timed(_HERE, suffix), "TIME")


def part_before(hit: Hit) -> Reading | None:
    """`the night before`, `the morning after`: beside the date last spoken of, where nothing is named after it."""
    if hit.goes_on and hit.after not in _CLAUSES:
        return None
    day = Step("D", int(hit.words.value(hit.last - 1)), "D", "spoken")
    return hit.read(Timed(day, f"T{hit.value('part')}"), "TIME")


def each_part(hit: Hit) -> Reading | None:
    """`every morning`."""
    return hit.read(Unsaid(f"XXXX-XX-XXT{hit.value('part')}"), "SET")


_HOUR = "(?P<hour>DAYNUM|NUM)"
_MINUTE = "COLON (?P<minute>DAYNUM|NUM)"
_NEAR = "SHORTLY (?:BEFORE|AFTER)"
_HALF = "(?P<half>MERIDIEM)"
_PART = "(?P<part>PART)"
_WHICH = "(?P<which>THIS|LAST|THAT|SAME|THE (?:FOLLOWING|NEXT|PREVIOUS))"
RULES = (
    Rule(f"(?:{_NEAR})? {_HOUR} (?:{_MINUTE})? {_HALF} ZONE?", clock),
    Rule(f"AT? (?P<hour>DAYNUM) (?:{_MINUTE})? OCLOCK? IN THE {_PART}", clock_in_part),
    Rule(f"AT? (?P<half>HALF) PAST (?P<hour>DAYNUM|NUMBER) IN THE {_PART}", clock_in_part),
    Rule(f"AT (?P<hour>NUMBER) OCLOCK? IN THE {_PART}", clock_in_part),
    Rule(f"{_HOUR} {_MINUTE} ZONE", clock),
    Rule(f"AT {_HOUR} {_MINUTE} {_HALF}? ZONE?", clock),
    Rule(f"{_NEAR} {_HOUR} {_MINUTE}", clock),
    Rule(f"(?<=BREAK) {_HOUR} {_MINUTE}", clock_over),
    Rule(f"{_HOUR} {_MINUTE}", clock_about),
    Rule(f"{_HOUR} {_MINUTE} (?=ON? WEEKDAY)", clock),
    Rule(f"(?:(?<=YEAR)|(?<=YEAR COMMA)|(?<=HYPHEN DAYNUM)) {_HOUR} {_MINUTE}", clock),
    Rule("(?P<hour>YEAR|NUM) ZONE", military),
    Rule("(?P<hour>YEAR|NUM) UNITS", hours),
    Rule("THE? (?P<edge>EDGE) UNITS (?=OF)", early_hours),
    Rule(f"{_HOUR} OCLOCK", clock),
    Rule(f"(?:{_NEAR})? (?P<clock>CLOCK)", noon),
    Rule(f"(?:{_NEAR})? (?P<edge>EDGE) HYPHEN (?P<unit>UNIT)", mid_day),
    Rule(f"(?:EDGE|LATER|EARLIER)? {_WHICH} {_PART}", this_part),
    Rule(f"THE {_PART} (?:BEFORE|AFTER) (?!THE|A|THIS|LAST|TODAY)", part_before),
    Rule(f"EACH {_PART}", each_part),
    Rule("TONIGHT|OVERNIGHT", night),
    Rule(f"(?:EDGE HYPHEN?)? {_PART}", part),
    Rule(f"THE EDGE? {_PART}", part),
)
