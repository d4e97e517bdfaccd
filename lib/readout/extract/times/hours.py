"""Times of the day and the day beside them: a day and its hour, hours between two, a night that names no day."""

from __future__ import annotations

import re
from dataclasses import replace

from readout.extract.mentions import Mod
from readout.extract.times.combined import NightInto, Range, Timed
from readout.extract.times.expressions import Expression, Fixed, Night, Step, Unsaid
from readout.extract.times.grammar import Length, Reading
from readout.extract.times.tense import AHEAD
from readout.extract.times.words import Words, beside
from readout.lexicon import words as word_list

# What may stand between a day and a time of it, in either order.
_DAY_TO_TIME = frozenset({"", ",", "at", "in the", ", at", "' s", "’ s"})
_ABOUT = frozenset({"about", "around", "at about", "at around", "at approximately", "at roughly"})
_TIME_TO_DAY = frozenset({"", ",", "on", "of", "of the", ", on", "on the"})
# `2 p.m. local time on Friday`, `14:15 Moscow time Tuesday`.
_LOCAL = re.compile(r"[^\W\d_]+ time(?: on| ,)?")
_OTHER_CLOCK = re.compile(r"(?:[^\W\d_]+ time )?\(")
_TO = frozenset({"to", "until", "till"})
# `the night of the raid` is of a day; `spend the night` is of none.
# So is `the night meeting`.
_TIED = beside("tied part of day") | word_list("time/events")
_SPENDING = beside("spending")
# Between two times of which the second is the earlier one: `closed at 9 p.m. after opening at 10 a.m.`.
_BACKWARDS = beside("told backwards")
# `began at noon and ended, to cheers, at 4 p.m. on Saturday`: so many words apart at most.
_NEAR = 8
# What may stand between hours and the days on each of which they are.
_TO_EACH = frozenset({"", ",", "on", "from", "at", "between", "and", "to", "until", ", from", ", at", "("})
# What sets the hour of an entry off from its text.
_SET_OFF = ("COLON", "DASH", "HYPHEN", "BREAK")
_RENEWED = frozenset({"update", "updated"})
_STOPS = frozenset({"", ".", ";", "!", "?"})
# From which hour on twelve may have to be added: `5 this afternoon`, `8 tonight`; `2 that night` is after midnight.
_FIRST_HOURS = {"TAF": 1, "TEV": 1, "TNI": 6}


def day_of(reading: Reading) -> Expression | None:
    """The day that a reading is, if it is one."""
    what = reading.what
    if reading.kind != "DATE" or isinstance(what, Length | Unsaid):
        return None
    grain = what.at.grain if isinstance(what, Fixed) else getattr(what, "grain", "D")
    return what if grain == "D" else None


def join_hours(words: Words, left: Reading, right: Reading, gap: str) -> Reading | None:
    """Two readings as one where a day and a time, or two times, belong together; `gap` is what parts them."""
    if heads_line(words, right):
        return None
    return (
        _timed(left, right, gap)
        or _to_the_hour(left, right, gap)
        or _night_into(left, right, gap)
        or _hours(words, left, right, gap)
        or _restated(words, left, right, gap)
    )


def heads_line(words: Words, reading: Reading) -> bool:
    """Whether it is the hour that an entry of a running report begins with: `10.24am: The doors are open`."""
    begins = reading.first == 0 or words.is_a(reading.first - 1, "BREAK")
    set_off = words.is_a(reading.last, *_SET_OFF) or words.lower(reading.last) in _RENEWED
    return begins and set_off and not isinstance(reading.what, Length) and is_clock(reading.what)


def repeated(words: Words, reading: Reading, beside: Reading) -> Reading:
    """`7 am to 6 pm every day`, `9 pm and 6 am daily`: the hours of each of the days said `beside` them."""
    hours = reading.what
    if beside.kind != "SET" or isinstance(hours, Length) or not is_clock(hours):
        return reading
    left, right = sorted((reading, beside), key=lambda r: r.first)
    if " ".join(words.lower(at) for at in range(left.last, right.first)) not in _TO_EACH:
        return reading
    times = (hours.start, hours.end) if isinstance(hours, Range) else (hours,)
    value = "/".join(f"XXXX-XX-XX{time.suffix}" for time in times if isinstance(time, Timed))
    return replace(reading, kind="SET", what=Unsaid(value))


def _timed(left: Reading, right: Reading, gap: str) -> Reading | None:
    """`Wednesday evening`, `Feb. 5 at 14:15`, `9 a.m. Tuesday`, `the morning of May 3`."""
    for date, time, gaps in ((left, right, _DAY_TO_TIME), (right, left, _TIME_TO_DAY)):
        day, what = day_of(date), time.what
        local = time is left and _LOCAL.fullmatch(gap)
        about = time is right and gap in _ABOUT
        if not day or time.kind != "TIME" or not (gap in gaps or local or about):
            continue
        if isinstance(what, Range) and (hours := _hours_on(what, day)):
            return replace(time, last=right.last, first=left.first, what=hours)
        if not isinstance(what, Timed):
            continue
        if is_undated(what):
            mod: Mod | None = "APPROX" if about else time.mod or date.mod
            return Reading(left.first, right.last, "TIME", Timed(day, what.suffix), mod)
    return None


def _night_into(left: Reading, right: Reading, gap: str) -> Reading | None:
    """`overnight into Tuesday`."""
    night, day = left.what, day_of(right)
    if gap != "into" or not day or not isinstance(night, Timed) or not isinstance(night.day, Night):
        return None
    return Reading(left.first, right.last, "TIME", NightInto(day)) if night.suffix == "TNI" else None


def _hours(words: Words, left: Reading, right: Reading, gap: str) -> Reading | None:
    """`between midnight and 5 a.m.`, `from 10 a.m. to 4 p.m.`: hours of one day, which midnight begins."""
    start, end = left.what, right.what
    led = words.lower(left.first - 1)
    moved = (words.lower(left.first - 2), "until") in AHEAD
    if (led, gap) != ("between", "and") and (led != "from" or gap not in _TO or moved):
        return None
    if not (isinstance(start, Timed) and isinstance(end, Timed) and is_undated(start)):
        return None
    if start.suffix.isalpha() or end.suffix.isalpha() or end.suffix == "T24:00":
        return None
    begin = Timed(end.day, "T00:00" if start.suffix == "T24:00" else start.suffix)
    return Reading(left.first, right.last, "TIME", Range(begin, end)) if begin.suffix < end.suffix else None


def _restated(words: Words, left: Reading, right: Reading, gap: str) -> Reading | None:
    """`5:52 a.m. local time (1052 GMT)`, `9 a.m. (8 a.m. Lima time)`: one time, told by two clocks."""
    here, there = left.what, right.what
    closing = right.last + 2 * (words.lower(right.last + 1) == "time")
    if not gap.endswith("(") or words.lower(closing) != ")" or not _OTHER_CLOCK.fullmatch(gap):
        return None
    if not isinstance(here, Timed) or not isinstance(there, Timed):
        return None
    return None if here.suffix.isalpha() or there.suffix.isalpha() else replace(left, last=closing + 1)


def _hours_on(hours: Range, day: Expression) -> Range | None:
    """The range of hours on the day said beside it."""
    start, end = hours.start, hours.end
    if isinstance(start, Timed) and isinstance(end, Timed) and is_undated(end):
        return Range(Timed(day, start.suffix), Timed(day, end.suffix))
    return None


def runs_past_midnight(words: Words, left: Reading, right: Reading) -> bool:
    """Whether a clock time is of the night that the one before it is of: `at 23:15 on Saturday ... at 6:50 a.m.`."""
    late, early = left.what, right.what
    if not isinstance(late, Timed) or not isinstance(early, Timed) or not is_undated(early):
        return False
    between = {word.lower() for word in words.words[left.last : right.first]}
    told_on = between.isdisjoint(_STOPS) and between.isdisjoint(_BACKWARDS)
    return told_on and "T18:00" <= late.suffix < "T25" and early.suffix < "T12"


def is_undated(time: Timed) -> bool:
    """Whether a time does not say its day, so that one beside it may."""
    day = time.day
    return isinstance(day, Night) or (isinstance(day, Step) and day.base == "spoken" and not day.count)


def with_day_after(words: Words, last: Reading | None, reading: Reading, following: Reading) -> Reading:
    """`began at noon and ended at 4 p.m. on Saturday`: the first of two hours is of the second's day.

    Unless something that was said before them in the sentence, `last`, may give it another.
    """
    first, second = reading.what, following.what
    if not isinstance(first, Timed) or not is_clock(first) or not isinstance(second, Timed):
        return reading
    if is_undated(second) or second.suffix.isalpha() or second.suffix <= first.suffix:
        return reading
    between = words.words[reading.last : following.first]
    if "and" not in between or len(between) > _NEAR or not _STOPS.isdisjoint(between):
        return reading
    if last and _STOPS.isdisjoint(words.words[last.last : reading.first]):
        return reading
    return replace(reading, what=Timed(second.day, first.suffix))


def is_clock(what: Expression) -> bool:
    """Whether it is a time by the clock, or two, that does not say its day."""
    start = what.start if isinstance(what, Range) else what
    return isinstance(start, Timed) and is_undated(start) and not start.suffix.isalpha()


def _to_the_hour(left: Reading, right: Reading, gap: str) -> Reading | None:
    """`9:30 this morning`, `3 a.m. on Thursday morning`: the part of the day gives the day, the clock the hour."""
    clock, part = left.what, right.what
    if gap not in _TIME_TO_DAY or not isinstance(clock, Timed) or not isinstance(part, Timed):
        return None
    if clock.suffix.isalpha() or not part.suffix.isalpha():
        return None
    if not is_undated(clock):
        # `5:15 on Thursday` is that afternoon's.
        here = Timed(clock.day, _in_part(clock.suffix, part.suffix))
        return replace(left, last=right.last, what=here) if not gap and is_undated(part) else None
    suffix = _in_part(clock.suffix, part.suffix)
    return Reading(left.first, right.last, "TIME", Timed(part.day, suffix), left.mod or right.mod)


def _in_part(clock: str, part: str) -> str:
    """The time of 24 hours that a clock time is in a part of the day: `8 o'clock tonight` is 20:00."""
    first = _FIRST_HOURS.get(part, 12)
    hour = int(clock[1:3])
    return f"T{hour + 12}{clock[3:]}" if first <= hour < 12 else clock


def is_loose(words: Words, reading: Reading, last: Reading | None) -> bool:
    """A part of the day that nothing ties to a day: `a night out`, `spend the night`, `in the evening` alone.

    `the night` is that of the date said before it in the same sentence, `last`.
    """
    what = reading.what
    if reading.kind != "TIME" or not isinstance(what, Timed) or not what.suffix.isalpha():
        return False
    if not isinstance(what.day, Step) or what.day.base != "spoken":
        return False
    if reading.last - reading.first == 1:
        return True
    if (
        not words.is_a(reading.first, "THE")
        or not words.is_a(reading.last - 1, "PART")
        or not is_undated(what)
    ):
        return False
    if words.lower(reading.first - 1) in _SPENDING:
        return True
    tied = words.lower(reading.last) in _TIED
    return not tied and (not last or not _STOPS.isdisjoint(words.words[last.last : reading.first]))
