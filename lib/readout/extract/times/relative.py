"""Rules for dates counted from another one (`last week`, `the next day`), for sets and vague references."""

from __future__ import annotations

from typing import cast

from readout.extract.mentions import Mod
from readout.extract.times.calendar import Grain
from readout.extract.times.days import counted_from
from readout.extract.times.expressions import CurrentWeek, Step, Unsaid, Weekend
from readout.extract.times.grammar import Hit, Length, Reading, Rule
from readout.extract.times.lengths import every_length, iso_length, vague_length
from readout.extract.times.words import beside
from readout.extract.times.yearly import Quarter, Yearless
from readout.lexicon import words as word_list
from readout.text.numbers import parse_number

_SPAN_AFTER = beside("span after")
_ENDING = frozenset({"ended", "ending"})
_AS_SOON = frozenset({"as", "so", "too", "how"})
_AFTER_PAST = beside("after past") | word_list("function_words")
# Units of the calendar, as against those of the clock.
_GRAINS = frozenset({"D", "W", "WE", "M", "Q", "Y", "E", "C"})


def which_unit(hit: Hit) -> Reading | None:
    """`last week`, `this year`, `the past month`; in capitals it is a name (`Science This Week`)."""
    unit, which = hit.value("unit"), int(hit.value("which"))
    if hit.words.words[hit.last - 1].istitle():
        return None
    if unit == "D":
        return _which_day(hit, which)
    if unit == "period" and hit.is_a("which", "SAME"):
        return None
    if unit == "period" or (unit == "Q" and hit.is_a("which", "LATEST", "CURRENT", "SAME")):
        return hit.read(Quarter(0, over=unit == "Q" and hit.is_a("which", "LATEST")))
    the = hit.begins("THE")
    just_past = (hit.is_a("which", "PAST") and not hit.begins("THIS")) or (the and hit.is_a("which", "LAST"))
    if unit == "Y" and just_past and hit.is_a("which", "PAST"):
        # Neither a calendar year nor a length that something took.
        return hit.read(Unsaid("PAST_REF"))
    if unit not in _GRAINS or (just_past and unit != "Y"):
        whole = unit not in ("TS", "FN", "WE") and not hit.is_a("which", "THAT")
        return hit.lasts(Length(iso_length([(1, unit)]))) if whole and (the or unit in _GRAINS) else None
    base = "spoken" if the and hit.is_a("which", "NEXT") and unit != "Y" else counted_from(hit)
    return hit.read(Step(cast(Grain, unit), which, cast(Grain, unit), base))


def _which_day(hit: Hit, which: int) -> Reading | None:
    """`the next day`, `that day`; `the past day` is a length."""
    if hit.is_a("which", "NEXT", "FOLLOWING", "SAME", "PREVIOUS", "THAT"):
        return hit.read(Step("D", which, "D", "spoken"))
    return hit.lasts(Length("P1D")) if hit.begins("THE") and hit.is_a("which", "PAST") else None


def day_of_event(hit: Hit) -> Reading | None:
    """`it is the second day of the march`: today."""
    subject = hit.words.lower(hit.first - 2 - (hit.before == "s"))
    now = hit.before in ("is", "s") and subject in ("it", "this", "today") and hit.value("unit") == "D"
    return hit.read(Step("D", 0, "D")) if now else None


def unit_before(hit: Hit) -> Reading | None:
    """`the year before`, `the day after`: from the date last spoken of, where nothing is named after it."""
    unit, count = hit.value("unit"), int(hit.words.value(hit.last - 1))
    if hit.goes_on or unit not in ("D", "W", "M", "Y"):
        return None
    return hit.read(Step(cast(Grain, unit), count, cast(Grain, unit), "spoken"))


def the_unit(hit: Hit) -> Reading | None:
    """`the year`, `the week`, `the quarter`: the present one, or the quarter last spoken of; not `the year 3000`."""
    unit = hit.value("unit")
    if hit.words.is_a(hit.last, "NUM", "HYPHEN"):
        return None
    if unit == "Q":
        return hit.read(Quarter(0))
    if unit in ("W", "M", "Y") and hit.after in _ENDING:
        return hit.lasts(Length(iso_length([(1, unit)])))
    if unit == "Y" and hit.after in _SPAN_AFTER:
        return hit.lasts(Length("P1Y"))
    if unit == "WE":
        return hit.read(Weekend())
    if unit not in ("W", "M", "Y") or hit.before == "at":
        return None
    if unit == "W":
        return hit.read(CurrentWeek())
    return hit.read(Step(cast(Grain, unit), 0, cast(Grain, unit)))


def fiscal_year(hit: Hit) -> Reading | None:
    """`the fiscal year`, `the current fiscal year`; `the latest fiscal year` is over."""
    if hit.after in _SPAN_AFTER:
        return hit.lasts(Length("P1Y"))
    over = hit.has("which") and hit.is_a("which", "LATEST")
    return hit.read(Step("Y", -1 if over else int(hit.value("which")) if hit.has("which") else 0, "Y"))


def year_ago(hit: Hit) -> Reading | None:
    """`the year-ago period`, `the quarter a year ago`, `year-earlier`: the same stretch of the year before."""
    if hit.value("unit") != "Y":
        return None
    return hit.read(Quarter(-1) if hit.has("what") else Step("Y", -1, "Y", "spoken", keep=True))


def rim_of_unit(hit: Hit) -> Reading | None:
    """`the end of the year`, `the middle of the week`; `since year-end` it is the last one."""
    unit, mod = hit.value("unit"), cast(Mod, hit.value("rim"))
    if unit == "D" or unit not in _GRAINS:
        return None
    count = -1 if hit.before == "since" and mod == "END" else 0
    return hit.read(Step(cast(Grain, unit), count, cast(Grain, unit)), mod=mod)


def later_in_day(hit: Hit) -> Reading | None:
    """`later in the day`."""
    return hit.read(Step("D", 0, "D", "spoken")) if hit.value("unit") == "D" else None


def unit_end(hit: Hit) -> Reading | None:
    """`year's end`, `year-end`; `since year-end` is since the last day of the last year."""
    if hit.value("rim") != "END":
        return None
    if hit.before == "since" and hit.value("unit") == "Y":
        return hit.read(Yearless("D", 12, 31, which=-1))
    return rim_of_unit(hit)


def reference(hit: Hit) -> Reading | None:
    """`now`, `currently`, `more recently`, `the near future`; not `as soon as`, `soon after`."""
    soon = hit.text("ref") == "soon" and (
        hit.before in _AS_SOON or hit.after in ("after", "before", "enough")
    )
    return None if soon else hit.read(Unsaid(hit.words.value(hit.last - 1)))


def the_past(hit: Hit) -> Reading | None:
    """`the past`, where it is a noun."""
    describes = hit.goes_on and hit.after.isalpha() and hit.after not in _AFTER_PAST
    return None if describes else hit.read(Unsaid("PAST_REF"))


def some_units(hit: Hit) -> Reading | None:
    """`recent months`, `the coming weeks`, `future years`, `these days`."""
    unit = hit.words.value(hit.last - 1)
    if unit in ("Y", "Q") and hit.is_a("way", "RECENT", "PAST") and not hit.has("few"):
        return hit.read(Unsaid("PAST_REF"))
    if hit.is_a("way", "FUTURE") or (unit == "Q" and hit.is_a("way", "COMING")):
        return hit.read(Unsaid("FUTURE_REF"))
    if hit.is_a("way", "THESE"):
        return hit.read(Unsaid("PRESENT_REF")) if unit == "D" and hit.text("way") == "these" else None
    return hit.lasts(Length(vague_length(unit)))


def every(hit: Hit) -> Reading | None:
    """`every year`, `each month`, `every other week`, `every four years`."""
    unit, count = hit.words.value(hit.last - 1), 2.0 if hit.has("other") else 1.0
    if hit.has("count"):
        count = parse_number(hit.text("count")) or 0
    return hit.read(Unsaid(every_length(count, unit)), "SET") if 0 < count < 1000 else None


def every_part(hit: Hit) -> Reading | None:
    """`each December`, `every summer`."""
    month = hit.words.value(hit.match.start("part"))
    return hit.read(Unsaid(f"XXXX-{int(month):02}" if month.isdecimal() else f"XXXX-{month}"), "SET")


def often(hit: Hit) -> Reading | None:
    """`daily`, as how often something happens and not as what something is (`a daily brief`)."""
    describes = hit.goes_on and hit.after.isalpha() and hit.after not in _AFTER_PAST
    return None if describes else hit.read(Unsaid(hit.words.value(hit.first)), "SET")


_UNIT = "(?P<unit>UNIT|QUARTER|CENTURY|PERIOD)"
RULES = (
    Rule("EACH (?P<other>OTHER)? ONE", every),
    Rule("EACH (?P<part>MON|SEASON)", every_part),
    Rule("EACH (?P<count>NUMBER|DAYNUM|NUM) UNITS", every),
    Rule(
        "(?:THE|A)? (?P<unit>UNIT) HYPHEN (?:AGO|EARLIER) (?P<what>ORD? HYPHEN? (?:PERIOD|QUARTER))?",
        year_ago,
    ),
    Rule("THE? PREVIOUS HYPHEN (?P<unit>UNIT) (?P<what>ORD? HYPHEN? (?:PERIOD|QUARTER))", year_ago),
    Rule("THE (?P<what>PERIOD|QUARTER) A (?P<unit>UNIT) (?:AGO|EARLIER)", year_ago),
    Rule("(?:THE|THIS)? (?P<which>WHICH)? FISCAL HYPHEN? UNIT", fiscal_year),
    Rule(f"THE? (?P<which>WHICH) {_UNIT}", which_unit),
    Rule("THE ORD (?P<unit>UNIT) (?=OF)", day_of_event),
    Rule(f"(?:THE|AT) (?P<rim>RIM) OF (?:THE|THIS) {_UNIT}", rim_of_unit),
    Rule("(?:LATER|EARLIER) IN THE (?P<unit>UNIT)", later_in_day),
    Rule("THE? (?P<unit>UNIT) (?:APOS DECADEEND)? HYPHEN? (?P<rim>RIM)", unit_end),
    Rule("(?:THE|A) (?P<unit>UNIT) (?:BEFORE|AFTER)(?!THE|A|TODAY)", unit_before),
    Rule("THE ENTIRE? (?P<unit>UNIT|QUARTER)", the_unit),
    Rule("(?:MORE|MOST)? (?P<ref>REFERENCE|NOW)", reference),
    Rule("THE NEAR? (?P<ref>FUTURE|TERM|PRESENT)|AT (?P<now>PRESENT)", reference),
    Rule("DAILY", often),
    Rule("THE? (?P<way>RECENT|COMING|PAST|FUTURE|THESE) (?P<few>FEW|SEVERAL)? UNITS", some_units),
    Rule("THE PAST", the_past),
)
