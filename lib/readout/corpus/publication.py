"""Publication dates as pages print them: in a line of their own, in an address, in a dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = r"(?P<{0}>" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in _MONTHS) + r"|sept)\.?"
_YEAR = r"(?:19|20)\d\d"
# Day before month, month before day, and figures alone; only what can be read in one way.
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
    (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s.-]{{0,2}}(?:of\s)?{_MONTH.format("m1")}[\s,.-]{{0,3}}(?P<y1>{_YEAR})
    |{_MONTH.format("m2")}[\s-]{{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s,-]{{1,3}}(?P<y2>{_YEAR})
    |(?P<y3>{_YEAR})(?P<sep>[-/.])(?P<m3>\d{{1,2}})(?P=sep)(?P<d3>\d{{1,2}})(?=T\d|\b)
    |(?P<y5>{_YEAR})[\s,-]{{1,2}}{_MONTH.format("m5")}[\s-]{{0,2}}(?P<d5>\d{{1,2}})
    |(?P<d4>\d{{1,2}})(?P<dot>[./-])(?P<m4>\d{{1,2}})(?P=dot)(?P<y4>{_YEAR})
    )(?!\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_ADDRESS = re.compile(
    rf"(?<!\d)(?P<y>{_YEAR})(?P<sep>[-/_.]?)(?P<m>0[1-9]|1[0-2]|(?<=/)[1-9](?=/))(?P=sep)(?P<d>0[1-9]|[12]\d|3[01]|(?<=/)[1-9](?=/))(?!\d)"
)
# A day and its month alone, where no year follows.
_YEARLESS = re.compile(
    rf"""(?<![\w/.-])(?:
    {_MONTH.format("m1")}\s?(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s{_MONTH.format("m2")}
    |(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})
    )(?:st|nd|rd|th)?(?![\w/])(?!,?\s?{_YEAR})""",
    re.IGNORECASE | re.VERBOSE,
)
# KYIV, Feb. 5, 2026 (Agency) - : capitals and a date before the dash or colon, or an agency behind the date.
_DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}[,\s(]")
_AGENCY = re.compile(r"\s*(?:\([A-Za-z][^()]{1,40}\)|/[A-Z]{2,12}/)\.?$")
# No mark behind the date: KYIV, Feb 5 Talks began; PORT HAVEN, La. Feb. 5 Talks began; or Feb. 5, Kyiv- Talks began.
_UNMARKED = re.compile(
    rf"""[A-Z][A-Z\ .'’/-]{{2,40}}[,.](?:\s[A-Z][a-z]{{1,5}}\.)?\s(?i:{_MONTH.format("m1")})\s\d{{1,2}}(?=\.?\s[A-Z])
    |(?i:{_MONTH.format("m2")})\s\d{{1,2}}(?=,\s[A-Z][A-Za-z]{{2,20}}(?:\s[A-Z][A-Za-z]{{2,20}})?\s?[—–-]\s)""",
    re.VERBOSE,
)
_ENDS_DATELINE = re.compile(r"\s[—–-]{1,2}\s|:\s|(?<=/)\.\s")
# What stands in a line about the date beside the date: the rest of such a line is short.
_BESIDE = re.compile(
    r"""\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}[:.h]\d\d(?:[:.]\d\d)?|a\.?m|p\.?m
    |utc|gmt|est|edt|cst|cdt|pst|pdt|e\.?t|p\.?t|bst|ist|cet|cest|msk|eet|local|time|noon|midnight
    |first|last|originally|published|publication|posted|updated|modified|edited|created|release[d]?|issued|date[d]?
    |on|at|in|the|from|to|and|of|by|ago|hours?|minutes?|mins?|days?|today|yesterday|news)\b\.?|[+-]\d\d:?\d\d|[^\w\s]""",
    re.IGNORECASE | re.VERBOSE,
)
_BAR = re.compile(r"\s[|•·»›/–—]\s")
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)
_STATED = re.compile(r"\b(?:published|posted|publication|issued|released?|created)\b", re.IGNORECASE)


# What tells that a day without its year is that of the page: a time, or a label before it.
_OF_PAGE = re.compile(r"\b\d{1,2}:\d\d\b|^\W*(?:published|posted|updated|issued)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month whose year is not said, and the words that say it."""

    month: int
    day: int
    said: str

    def in_year(self, year: int) -> date | None:
        """The day in `year`; None for 29 February of most years."""
        return _day(str(year), self.month, str(self.day))


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month[:3] == name[:3].lower())


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _read(m: re.Match[str]) -> date | None:
    g = m.groupdict()
    for n in ("1", "2", "5"):
        if g[f"m{n}"]:
            return _day(g[f"y{n}"], _month(g[f"m{n}"]), g[f"d{n}"])
    if g["y3"]:
        return _day(g["y3"], int(g["m3"]), g["d3"])
    # 05/02/2026 is two days, one on each side of the Atlantic; with dots the day comes first.
    first, second = int(g["d4"]), int(g["m4"])
    if g["dot"] != "." and first <= 12 and second <= 12 and first != second:
        return None
    if g["dot"] == "." or second <= 12:
        return _day(g["y4"], second, g["d4"])
    return _day(g["y4"], first, g["m4"])


def find_date(words: str) -> date | None:
    """The first full date, with its year, in the first 300 characters of `words`; None where there is none.

    A numeric date that could be two days (05/02/2026) is none.
    """
    return next((d for m in _DATE.finditer(words[:300]) if (d := _read(m))), None)


def date_line(line: str) -> date | None:
    """The date that `line` is about, if it is a line about a date: a date, a time, a label, a name or section.

    Of several dates that of publication counts, not that of an update. Beside a date between bars (`Harbour Weekly |
    Issue 40 | 3 May 2026`) there may be more names.
    """
    if len(line) > 200:
        return None
    if day := _about_a_date(line, 0 if line.endswith(".") else 4):
        return day
    pieces = _BAR.split(line)
    days = {day for piece in pieces if (day := _about_a_date(piece, 0))}
    short = len(pieces) <= 6 and all(len(_beside(piece)) <= 5 for piece in pieces)
    return days.pop() if short and len(days) == 1 else None


def _beside(line: str) -> list[str]:
    """The words of `line` beside dates and what goes with them."""
    return _BESIDE.sub(" ", _DATE.sub(" ", line)).split()


def _about_a_date(line: str, most: int) -> date | None:
    """The date of `line` where at most so many words stand beside it, all of them capitalised or numbers."""
    found = [(m, d) for m in _DATE.finditer(line) if (d := _read(m))]
    rest = _beside(line)
    if not found or len(rest) > most or any(word.islower() for word in rest):
        return None
    for before, (m, day) in zip([0, *(m.end() for m, _ in found)], found, strict=False):
        if _STATED.search(line, before, m.start()) or not _UPDATED.search(line, before, m.start()):
            return day
    return found[0][1]


def is_update(line: str) -> bool:
    """Whether a line about a date speaks of an update only."""
    return bool(_UPDATED.search(line)) and not _STATED.search(line)


def date_in_address(url: str) -> date | None:
    """The day that an article's address holds: /2026/02/05/, -2026-02-05, 20260205."""
    days = (_day(m["y"], int(m["m"]), m["d"]) for m in _IN_ADDRESS.finditer(url[:2000]))
    return next((d for d in days if d), None)


def _dateline(paragraph: str) -> str | None:
    """What stands before the dash or colon of an agency's dateline; None where `paragraph` begins with none."""
    if unmarked := _UNMARKED.match(paragraph):
        return unmarked.group()
    head, *text = _ENDS_DATELINE.split(paragraph[:120], maxsplit=1)
    if not text:
        return None
    if by := _AGENCY.search(head):
        place = _beside(head[: by.start()])
        return head if len(place) <= 6 and not any(word.islower() for word in place) else None
    return head if _DATELINE.match(head) else None


def dateline_date(paragraph: str) -> date | None:
    """The date of an agency's dateline (`KYIV, Feb. 5, 2026 (Agency) -`) at the head of `paragraph`."""
    return find_date(_dateline(paragraph) or "")


def dateline_day(paragraph: str) -> MonthDay | None:
    """The day of a dateline that says no year: `KYIV, Feb. 5 -`, `Feb. 5 (Agency) -`."""
    head = _dateline(paragraph)
    return _yearless(head) if head and not find_date(head) else None


def day_line(line: str) -> MonthDay | None:
    """The day of a line about a date that says no year: `Hill Post 19/04 20:45`, `Posted Feb. 5`, `Thu 5 Feb`."""
    if len(line) > 100 or find_date(line) or not (found := _yearless(line)):
        return None
    rest = _beside(line.replace(found.said, " "))
    if _OF_PAGE.search(line):
        return found if len(rest) <= 4 and not any(word.islower() for word in rest) else None
    return found if not rest and _WEEKDAY.search(line) else None


def _yearless(words: str) -> MonthDay | None:
    """The one day without a year in `words`; 05/02 could be two and is none."""
    found = list(_YEARLESS.finditer(words))
    if len(found) != 1:
        return None
    g, said = found[0].groupdict(), found[0].group()
    if name := g["m1"] or g["m2"]:
        return MonthDay(_month(name), int(g["d1"] or g["d2"]), said)
    first, second = int(g["first"]), int(g["second"])
    if (first > 12) == (second > 12):
        return None
    return MonthDay(min(first, second), max(first, second), said)
