"""Publication dates as pages print them: in a line of their own, in an address."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH = r"(?P<{0}>" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in _MONTHS) + r"|sept)\.?"
YEAR = r"(?:19|20)\d\d"
# Day before month, month before day, and figures alone; only what can be read in one way.
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
    (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s.-]{{0,2}}(?:of\s)?{MONTH.format("m1")}[\s,.-]{{0,3}}(?P<y1>{YEAR})
    |{MONTH.format("m2")}[\s-]{{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s,-]{{1,3}}(?P<y2>{YEAR})
    |(?P<y3>{YEAR})(?P<sep>[-/.])(?P<m3>\d{{1,2}})(?P=sep)(?P<d3>\d{{1,2}})(?=T\d|\b)
    |(?P<y5>{YEAR})[\s,-]{{1,2}}{MONTH.format("m5")}[\s-]{{0,2}}(?P<d5>\d{{1,2}})
    |(?P<d4>\d{{1,2}})(?P<dot>[./-])(?P<m4>\d{{1,2}})(?P=dot)(?P<y4>{YEAR})
    )(?!\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_ADDRESS = re.compile(
    rf"(?<!\d)(?P<y>{YEAR})(?P<sep>[-/_.]?)(?P<m>0[1-9]|1[0-2]|(?<=/)[1-9](?=/))(?P=sep)(?P<d>0[1-9]|[12]\d|3[01]|(?<=/)[1-9](?=/))(?!\d)"
)
# What stands in a line about the date beside the date: the rest of such a line is short.
_BESIDE = re.compile(
    r"""\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}[:.h]\d\d(?:[:.]\d\d)?|a\.?m|p\.?m
    |utc|gmt|est|edt|cst|cdt|pst|pdt|e\.?t|p\.?t|bst|ist|cet|cest|msk|eet|local|time|noon|midnight
    |first|last|originally|published|publication|posted|updated|modified|edited|created|release[d]?|issued|date[d]?
    |on|at|in|the|from|to|and|of|by|ago|hours?|minutes?|mins?|days?|today|yesterday|news)\b\.?|[+-]\d\d:?\d\d|[^\w\s]""",
    re.IGNORECASE | re.VERBOSE,
)
_BAR = re.compile(r"\s[|•·»›/–—]\s")
_TITLE_BAR = re.compile(r"\s[|•·–—-]\s")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)
_STATED = re.compile(r"\b(?:published|posted|publication|issued|released?|created)\b", re.IGNORECASE)


def month_number(name: str) -> int:
    """The number of a month by its name or the first letters of it."""
    return next(i for i, month in enumerate(_MONTHS, 1) if month[:3] == name[:3].lower())


def day_of(year: str, month: int, day: str) -> date | None:
    """The date, or None where there is none such."""
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _read(m: re.Match[str]) -> date | None:
    g = m.groupdict()
    for n in ("1", "2", "5"):
        if g[f"m{n}"]:
            return day_of(g[f"y{n}"], month_number(g[f"m{n}"]), g[f"d{n}"])
    if g["y3"]:
        return day_of(g["y3"], int(g["m3"]), g["d3"])
    # 05/02/2026 is two days, one on each side of the Atlantic; with dots the day comes first.
    first, second = int(g["d4"]), int(g["m4"])
    if g["dot"] != "." and first <= 12 and second <= 12 and first != second:
        return None
    if g["dot"] == "." or second <= 12:
        return day_of(g["y4"], second, g["d4"])
    return day_of(g["y4"], first, g["m4"])


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
    short = len(pieces) <= 6 and all(len(beside_date(piece)) <= 5 for piece in pieces)
    return days.pop() if short and len(days) == 1 else None


def title_date(title: str) -> date | None:
    """The day of the page that a title ends in, set off and with its weekday: `The vote, live - Friday 2 May 2025`."""
    *before, last = _TITLE_BAR.split(title)
    return _about_a_date(last, 0) if before and _WEEKDAY.match(last) else None


def beside_date(line: str) -> list[str]:
    """The words of `line` beside dates and what goes with them."""
    return _BESIDE.sub(" ", _DATE.sub(" ", line)).split()


def _about_a_date(line: str, most: int) -> date | None:
    """The date of `line` where at most so many words stand beside it, all of them capitalised or numbers."""
    found = [(m, d) for m in _DATE.finditer(line) if (d := _read(m))]
    rest = beside_date(line)
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
    days = (day_of(m["y"], int(m["m"]), m["d"]) for m in _IN_ADDRESS.finditer(url[:2000]))
    return next((d for d in days if d), None)
