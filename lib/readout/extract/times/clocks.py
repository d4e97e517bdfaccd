"""Rules for clock times and parts of the day. On which day they are is said beside them: see compose."""

from __future__ import annotations

import re

from readout.extract.mentions import Mod
from readout.extract.times.expressions import Night, Step, Timed, Unsaid
from readout.extract.times.grammar import Reading, Rule
from readout.extract.times.words import LETTER, Words

_HERE = Step("D", 0, "D", "spoken")
_TODAY = Step("D", 0, "D")


def clock(words: Words, m: re.Match[str]) -> Reading | None:
    """`2 p.m.`, `10:30 a.m. EST`, `14:15 GMT`, `at 14:15`, `10 o'clock`."""
    hour = int(words.words[m.start("hour")]) if len(words.words[m.start("hour")]) < 3 else 99
    minute = words.words[m.start("minute")] if m.start("minute") >= 0 else "00"
    half = words.value(m.start("half")) if "half" in m.re.groupindex and m.start("half") >= 0 else ""
    if hour > 23 or (half and not 1 <= hour <= 12) or not re.fullmatch("[0-5][0-9]", minute):
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return Reading(m.start("hour"), m.end(), "TIME", Timed(_HERE, f"T{hour:02}:{minute}"))


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
_MINUTE = "COLON (?P<minute>DAYNUM|NUM)"
_WHICH = "(?P<which>THIS|LAST|THAT|SAME|THE (?:FOLLOWING|NEXT|PREVIOUS))"
RULES = (
    Rule(f"{_HOUR} (?:{_MINUTE})? (?P<half>MERIDIEM) ZONE?", clock),
    Rule(f"{_HOUR} {_MINUTE} ZONE", clock),
    Rule(f"AT {_HOUR} {_MINUTE} (?P<half>MERIDIEM)? ZONE?", clock),
    Rule(f"{_HOUR} (?P<minute>DAYNUM)? OCLOCK", clock),
    Rule("(?:SHORTLY (?:BEFORE|AFTER))? (?P<clock>CLOCK)", noon),
    Rule(f"(?:EDGE|LATER|EARLIER)? {_WHICH} (?P<part>PART)", this_part),
    Rule("EACH PART", each_part),
    Rule("TONIGHT|OVERNIGHT", night),
    Rule("(?:EDGE HYPHEN?)? (?P<part>PART)", part),
    Rule("(?:THE) (?:EDGE)? (?P<part>PART)", part),
)
