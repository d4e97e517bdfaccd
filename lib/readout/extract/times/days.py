"""Rules for days that the calendar of the week tells: `yesterday`, `last Thursday`, `every Monday`."""

from __future__ import annotations

from typing import cast

from readout.extract.times.calendar import Grain
from readout.extract.times.combined import Shifted
from readout.extract.times.expressions import Base, Step, Unsaid, Weekday
from readout.extract.times.grammar import Hit, Reading, Rule
from readout.extract.times.words import Words, beside
from readout.lexicon import words as word_list

_EVENTS = word_list("time/events") | word_list("time/sayings")
_NAMES = word_list("time/names")
_OUR_DAYS = beside("of our days")
_PARTS = beside("part of a day")


def counted_from(hit: Hit) -> Base:
    """From which date `the following`, `that` and their like count."""
    return "spoken" if hit.is_a("which", "PREVIOUS", "FOLLOWING", "SAME", "THAT") else "published"


def today(hit: Hit) -> Reading | None:
    """`today`, `yesterday`, `tomorrow`; not in a name (`Nation Today`)."""
    word, count = hit.words.words[hit.first], int(hit.words.value(hit.first))
    if word.istitle() and hit.before.isalpha():
        return None
    if _of_its_time(hit.words, hit.first) or (count == 0 and _of_our_days(hit.words, hit.last)):
        return hit.read(Unsaid({-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[count]))
    return hit.read(Step("D", count, "D"))


def day_but_one(hit: Hit) -> Reading | None:
    """`the day before yesterday`, `the day after tomorrow`."""
    count = int(hit.words.value(hit.last - 1))
    return hit.read(Step("D", 2 * count, "D")) if count and hit.words.value(hit.first + 1) == "D" else None


def _of_its_time(words: Words, at: int) -> bool:
    """Whether the day stands for its time: `the leaders of tomorrow`, but not `the vote of tomorrow`."""
    noun = words.lower(at - 2)
    lasting = words.is_plain(at - 2) and noun not in _EVENTS and noun not in _PARTS
    return lasting and words.is_a(at - 1, "OF") and words.is_a(at - 3, "THE")


def _of_our_days(words: Words, at: int) -> bool:
    """Whether `today` is our days and no one day: `today's youth`, but not `today's vote` or `today's quiz`."""
    after = [words.words[n] for n in range(at, min(at + 4, len(words.words)))]
    if len(after) < 3 or after[0] not in ("'", "’") or after[1] != "s":
        return False
    nouns = [word.lower() for word in after[2:]]
    if not _EVENTS.isdisjoint(nouns):
        return False
    return after[2].istitle() or any(noun in _OUR_DAYS or noun.endswith("s") for noun in nouns)


def weekday(hit: Hit) -> Reading | None:
    """A weekday alone, unless it is part of a name (`Black Friday`)."""
    words, day = hit.words.words, hit.words.words[hit.first]
    before = words[hit.first - 1] if hit.first else ""
    after = words[hit.last] if hit.last < len(words) else ""
    if f"{before} {day}" in _NAMES or f"* {after}" in _NAMES:
        return None
    return hit.read(Weekday(int(hit.value("day"))))


def which_weekday(hit: Hit) -> Reading | None:
    """`last Thursday`, `the following Monday`, `that Friday`; `following Monday's vote` is a bare one."""
    if hit.is_a("which", "FOLLOWING") and not hit.begins("THE"):
        return None
    return hit.read(Weekday(int(hit.value("day")), int(hit.value("which")), counted_from(hit)))


def before_last(hit: Hit) -> Reading | None:
    """`the Friday before last`, `the week before last`, `the weekend before last`."""
    if hit.has("day"):
        return hit.read(Shifted(Weekday(int(hit.value("day")), -1), "W", -1))
    unit = hit.value("unit")
    if unit not in ("W", "WE", "M", "Y"):
        return None
    return hit.read(Step(cast(Grain, unit), -2, cast(Grain, unit)))


def weekly(hit: Hit) -> Reading | None:
    """`Mondays`, `every Friday`."""
    return hit.read(Unsaid(f"XXXX-WXX-{int(hit.value('day')) + 1}"), "SET")


RULES = (
    Rule("TODAY", today),
    Rule("THE UNIT (?:BEFORE|AFTER) TODAY", day_but_one),
    Rule("THE (?:(?P<day>WEEKDAY)|(?P<unit>UNIT)) BEFORE LAST", before_last),
    Rule("THE? (?P<which>WHICH) (?P<day>WEEKDAY)", which_weekday),
    Rule("(?P<day>WEEKDAY)", weekday),
    Rule("EACH? (?P<day>WEEKDAYS)", weekly),
    Rule("EACH (?P<day>WEEKDAY)", weekly),
)
