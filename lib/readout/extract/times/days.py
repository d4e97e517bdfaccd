"""Rules for days that the calendar of the week tells: `yesterday`, `last Thursday`, `every Monday`."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

from readout.extract.times.calendar import Grain, Moment, day_of, nth_weekday
from readout.extract.times.combined import Picked, Shifted
from readout.extract.times.dates import SPOKEN_YEAR, year_of
from readout.extract.times.expressions import UNKNOWN, Base, Expression, Fixed, Step, Unsaid, Weekday
from readout.extract.times.grammar import Hit, Reading, Rule
from readout.extract.times.periods import ordinal
from readout.extract.times.words import Words, beside
from readout.extract.times.yearly import Yearless
from readout.lexicon import words as word_list

_EVENTS = word_list("time/events") | word_list("time/sayings")
_NAMES = word_list("time/names")
_REPORTING = word_list("reporting_verbs")
_PLACING = beside("placing an event")
_OUR_DAYS = beside("of our days")
_LED = frozenset({"on", "until", "till", "by", "from"})
_COUNTED = frozenset({"W", "WE", "M", "Y"})
_MOST_WEEKS = 5
_PARTS = beside("part of a day")


def counted_from(hit: Hit) -> Base:
    """From which date `the following`, `that` and their like count."""
    return "spoken" if hit.is_a("which", "PREVIOUS", "FOLLOWING", "SAME", "THAT") else "published"


def today(hit: Hit) -> Reading | None:
    """`today`, `yesterday`, `tomorrow`; not in a name (`Nation Today`)."""
    word, count = hit.words.words[hit.first], int(hit.words.value(hit.first))
    if word.istitle() and hit.before.isalpha():
        return None
    ours = count == 0 and not _joined(hit) and _of_our_days(hit.words, hit.last)
    if ours or _of_its_time(hit.words, hit.first):
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


def _joined(hit: Hit) -> bool:
    """Whether it is joined to another day: `yesterday's and today's`."""
    at = hit.first - 4 if hit.words.is_a(hit.first - 2, "DECADEEND") else hit.first - 2
    return hit.before in ("and", "or") and hit.words.is_a(at, "TODAY", "WEEKDAY")


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
    """A weekday alone; not in a name (`Black Friday`), nor one of several (`the first Friday of a month`)."""
    words, day = hit.words.words, hit.words.words[hit.first]
    before = words[hit.first - 1] if hit.first else ""
    after = words[hit.last] if hit.last < len(words) else ""
    if f"{before} {day}" in _NAMES or f"* {after}" in _NAMES or _one_of(hit):
        return None
    return hit.read(Weekday(int(hit.value("day"))))


def _one_of(hit: Hit) -> bool:
    """Whether what follows tells which one it is: `the first Friday of`, `Friday the 13th`, `the Friday after next`."""
    words, last = hit.words, hit.last
    named = words.is_a(last, "THE") and words.is_a(last + 1, "DAYNUM") and words.is_a(last + 2, "ORDINALEND")
    counted = hit.after == "of" and words.is_a(last - 2, "ORDINAL", "SECOND", "LAST")
    return named or counted or (hit.after == "after" and words.is_a(last + 1, "NEXT"))


def which_weekday(hit: Hit) -> Reading | None:
    """`last Thursday`, `the following Monday`, `that Friday`; `following Monday's vote` is a bare one."""
    if (hit.is_a("which", "FOLLOWING") and not hit.begins("THE")) or _one_of(hit):
        return None
    day = int(hit.value("day"))
    if hit.begins("PAST") or (hit.begins("THAT") and _joins(hit)):
        # `two days past Monday`
        return hit.read(Weekday(day), skip=1)
    soonest = hit.is_a("which", "COMING")
    return hit.read(Weekday(day, int(hit.value("which")), counted_from(hit), soonest))


def _joins(hit: Hit) -> bool:
    """Whether `that` only joins a clause on: `said that Monday was dull`, `a sign that Monday's vote`."""
    return hit.before in _REPORTING or (hit.words.is_a(hit.last, "APOS") and hit.before not in _PLACING)


def weekday_of(hit: Hit) -> Reading | None:
    """`Friday next week`, `Monday of this week`, `last week on Sunday`."""
    day, which = int(hit.value("day")), int(hit.value("which"))
    if hit.value("unit") != "W":
        return None
    pick = partial(_in_week, day=day)
    return hit.read(Picked(Step("W", which, "W"), pick, Weekday(day).open) if which else Weekday(day, 0))


def _in_week(of: date, day: int) -> date | None:
    moved = Moment("D", of).by("D", day - of.weekday())
    return moved.first if moved else None


def nth_of(hit: Hit) -> Reading | None:
    """`the first Monday of May`, `the last Friday of next month`."""
    nth = -1 if hit.is_a("nth", "LAST") else ordinal(hit)
    month = _month(hit)
    pick = partial(_nth, day=int(hit.value("day")), nth=nth)
    return hit.read(Picked(month, pick, UNKNOWN["D"])) if month and nth <= _MOST_WEEKS else None


def _nth(of: date, day: int, nth: int) -> date | None:
    found = nth_weekday(of.year, of.month, day, nth)
    return found if found.month == of.month else None


def day_of_which(hit: Hit) -> Reading | None:
    """`the 20th of next month`, `the first of May`."""
    day, month = ordinal(hit), _month(hit)
    pick = partial(_in_month, day=day)
    return hit.read(Picked(month, pick, f"XXXX-XX-{day:02}")) if month else None


def _in_month(of: date, day: int) -> date | None:
    return day_of(of.year, of.month, day)


def _month(hit: Hit) -> Expression | None:
    if hit.has("which"):
        return Step("M", int(hit.value("which")), "M") if hit.value("unit") == "M" else None
    month, year = int(hit.words.value(hit.match.start("mon"))), year_of(hit)
    return Fixed(Moment("M", date(year, month, 1))) if year else Yearless("M", month)


def weekday_week(hit: Hit) -> Reading | None:
    """`on Saturday week`: a week after the coming Saturday."""
    said = hit.value("unit") == "W" and hit.before in _LED and not hit.goes_on
    return hit.read(Shifted(Weekday(int(hit.value("day")), 1, soonest=True), "W", 1)) if said else None


def before_last(hit: Hit) -> Reading | None:
    """`the Friday before last`, `the week before last`, `the weekend after next`."""
    if hit.has("day"):
        return hit.read(Shifted(Weekday(int(hit.value("day")), -1), "W", -1))
    unit = cast(Grain, hit.value("unit"))
    return hit.read(Step(unit, 2 * int(hit.value("which")), unit)) if unit in _COUNTED else None


def on_weekdays(hit: Hit) -> Reading | None:
    """`9 am to 5 pm Monday to Friday`, `Monday to Friday from 9 am`: every week, as hours are said of them."""
    words, at = hit.words, hit.first - 1 - (hit.before in ("from", ",", "("))
    opens = hit.last + (words.lower(hit.last) in ("from", ",", "between"))
    hours = words.is_a(at, "MERIDIEM") or (
        words.is_a(opens, "DAYNUM", "NUM") and words.is_a(opens + 1, "MERIDIEM", "COLON")
    )
    value = f"XXXX-WXX-{int(hit.value('day')) + 1}/XXXX-WXX-{int(hit.value('to')) + 1}"
    return hit.read(Unsaid(value), "SET") if hours else None


def weekly(hit: Hit) -> Reading | None:
    """`Mondays`, `every Friday`."""
    return hit.read(Unsaid(f"XXXX-WXX-{int(hit.value('day')) + 1}"), "SET")


_ANY_MONTH = (
    f"(?:(?P<mon>MON) (?:COMMA? OF? (?P<year>YEAR|{SPOKEN_YEAR}))?|(?P<which>LAST|THIS|NEXT) (?P<unit>UNIT))"
)
RULES = (
    Rule("TODAY", today),
    Rule("THE UNIT (?:BEFORE|AFTER) TODAY", day_but_one),
    Rule("(?P<day>WEEKDAY) OF? (?P<which>LAST|THIS|NEXT) (?P<unit>UNIT)", weekday_of),
    Rule("(?P<which>LAST|THIS|NEXT) (?P<unit>UNIT) ON? (?P<day>WEEKDAY)", weekday_of),
    Rule(f"THE (?P<nth>ORD|LAST) (?P<day>WEEKDAY) (?:OF|IN) {_ANY_MONTH}", nth_of),
    Rule("THE? (?P<nth>DAYNUM) ORDINALEND OF (?P<which>LAST|THIS|NEXT) (?P<unit>UNIT)", day_of_which),
    Rule(f"THE (?P<nth>ORD) OF {_ANY_MONTH} (?!APOS)", day_of_which),
    Rule("THE (?:(?P<day>WEEKDAY)|(?P<unit>UNIT)) BEFORE (?P<which>LAST)", before_last),
    Rule("THE (?P<unit>UNIT) AFTER (?P<which>NEXT)", before_last),
    Rule("THE? (?P<which>WHICH) (?P<day>WEEKDAY)", which_weekday),
    Rule("(?P<day>WEEKDAY) (?P<unit>UNIT)", weekday_week),
    Rule("(?P<day>WEEKDAY) (?:TO|THROUGH|HYPHEN) (?P<to>WEEKDAY)", on_weekdays),
    Rule("(?P<day>WEEKDAY)", weekday),
    Rule("EACH? (?P<day>WEEKDAYS)", weekly),
    Rule("EACH (?P<day>WEEKDAY)", weekly),
)
