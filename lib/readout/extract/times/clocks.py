"""Rules for clock times and parts of the day. On which day they are is said beside them: see compose."""

from __future__ import annotations

import re
from typing import cast

from readout.extract.mentions import Mod
from readout.extract.times.expressions import Night, Step, Timed, Unsaid
from readout.extract.times.grammar import Reading, Rule
from readout.extract.times.words import LETTER, Words

_HOUR_AND_MINUTE = re.compile(r"(?P<hour>\d\d?)(?:\.(?P<minute>\d\d))?")
_MINUTES = re.compile(r"[0-5]\d")
# At night, hours below this one come after midnight.
_SMALL_HOURS = 6
_HERE = Step("D", 0, "D", "spoken")
_TODAY = Step("D", 0, "D")


def clock(words: Words, m: re.Match[str]) -> Reading | None:
    """`2 p.m.`, `10:30 a.m. EST`, `14:15 GMT`, `at 14:15`, `10 o'clock`."""
    said = _HOUR_AND_MINUTE.fullmatch(words.words[m.start("hour")])
    if not said:
        return None
    minute = words.words[m.start("minute")] if m.start("minute") >= 0 else said["minute"] or "00"
    half = words.value(m.start("half")) if "half" in m.re.groupindex and m.start("half") >= 0 else ""
    return _clock(words, m, int(said["hour"]), minute, half)


def _clock(words: Words, m: re.Match[str], hour: int, minute: str, half: str) -> Reading | None:
    """The reading of a time; `half` tells morning (a) from afternoon (p), or is empty."""
    if hour > 23 or (half and not 1 <= hour <= 12) or not _MINUTES.fullmatch(minute):
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return Reading(m.start("hour"), m.end(), "TIME", Timed(_HERE, f"T{hour:02}:{minute}"))


def clock_in_part(words: Words, m: re.Match[str]) -> Reading | None:
    """`2:30 in the morning`, `5 in the afternoon`."""
    hour = int(words.words[m.start("hour")])
    minute = words.words[m.start("minute")] if m.start("minute") >= 0 else "00"
    early = words.value(m.start("part")) == "MO" or (
        words.value(m.start("part")) == "NI" and hour < _SMALL_HOURS
    )
    return _clock(words, m, hour, minute, "a" if early else "p")


def military(words: Words, m: re.Match[str]) -> Reading | None:
    """`1700 GMT`."""
    digits = words.words[m.start("hour")]
    return (
        _clock(words, m, int(digits[:2]), digits[2:], "") if len(digits) == 4 and digits.isdigit() else None
    )


def early_hours(words: Words, m: re.Match[str]) -> Reading | None:
    """`the early hours`, of a day that compose adds."""
    if words.value(m.end() - 1) != "TH":
        return None
    return Reading(m.start(), m.end(), "TIME", Timed(_HERE, "TMO"), cast(Mod, words.value(m.end() - 2)))


def noon(words: Words, m: re.Match[str]) -> Reading | None:
    """`noon`, `shortly before midnight`."""
    time = words.value(m.start("clock"))
    day = Night() if time == "24:00" else _HERE
    mod: Mod | None = "APPROX" if m.end() - m.start() > 1 else None
    return Reading(m.start(), m.end(), "TIME", Timed(day, f"T{time}"), mod)


def this_part(words: Words, m: re.Match[str]) -> Reading | None:
    """`this morning`, `last night`, `that evening`, `later this afternoon`."""
    which = m.end("which") - 1
    part = words.value(m.start("part"))
    if words.classes[which] == LETTER["THIS"]:
        day = _TODAY
    elif words.classes[which] == LETTER["LAST"]:
        day = Step("D", -1, "D")
    else:
        day = Step("D", int(words.value(which)), "D", "spoken")
    return Reading(m.start(), m.end(), "TIME", Timed(day, f"T{part}"))


def night(words: Words, m: re.Match[str]) -> Reading | None:
    """`tonight`, `overnight`."""
    tonight = words.classes[m.start()] == LETTER["TONIGHT"]
    return Reading(m.start(), m.end(), "TIME", Timed(_TODAY if tonight else Night(), "TNI"))


def part(words: Words, m: re.Match[str]) -> Reading | None:
    """`the morning`, `mid-afternoon`; joined to a noun (`late-night talks`) no day is said."""
    suffix = f"T{words.value(m.start('part'))}"
    first = words.classes[m.start()]
    joined = first == LETTER["EDGE"] and words.classes[m.start() + 1] == LETTER["HYPHEN"]
    what = Unsaid(f"XXXX-XX-XX{suffix}") if joined else Timed(_HERE, suffix)
    return Reading(m.start(), m.end(), "TIME", what)


def each_part(words: Words, m: re.Match[str]) -> Reading | None:
    """`every morning`."""
    return Reading(m.start(), m.end(), "SET", Unsaid(f"XXXX-XX-XXT{words.value(m.end() - 1)}"))


_HOUR = "(?P<hour>DAYNUM|NUM)"
_HALF = "(?P<half>MERIDIEM)"
_MINUTE = "COLON (?P<minute>DAYNUM|NUM)"
_WHICH = "(?P<which>THIS|LAST|THAT|SAME|THE (?:FOLLOWING|NEXT|PREVIOUS))"
RULES = (
    Rule(f"{_HOUR} (?:{_MINUTE})? {_HALF} ZONE?", clock),
    Rule("(?P<hour>DAYNUM) (?:COLON (?P<minute>DAYNUM|NUM))? OCLOCK? IN THE (?P<part>PART)", clock_in_part),
    Rule(f"{_HOUR} {_MINUTE} ZONE", clock),
    Rule(f"AT {_HOUR} {_MINUTE} {_HALF}? ZONE?", clock),
    Rule("(?P<hour>YEAR|NUM) ZONE", military),
    Rule("THE? EDGE UNITS (?=OF)", early_hours),
    Rule(f"{_HOUR} (?P<minute>DAYNUM)? OCLOCK", clock),
    Rule("(?:SHORTLY (?:BEFORE|AFTER))? (?P<clock>CLOCK)", noon),
    Rule(f"(?:EDGE|LATER|EARLIER)? {_WHICH} (?P<part>PART)", this_part),
    Rule("EACH PART", each_part),
    Rule("TONIGHT|OVERNIGHT", night),
    Rule("(?:EDGE HYPHEN?)? (?P<part>PART)", part),
    Rule("(?:THE) (?:EDGE)? (?P<part>PART)", part),
)
