"""Agencies' datelines, and publication days that their words leave open: no year said, or 05/07 for May or July."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from readout.corpus.publication import MONTH, YEAR, beside_date, day_of, find_date, month_number

# A day and its month where no year follows, or in figures with one.
_OPEN = re.compile(
    rf"""(?<![\w/.-])(?:
    (?:{MONTH.format("m1")}\s?(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s{MONTH.format("m2")})(?:st|nd|rd|th)?(?!,?\s?{YEAR})
    |(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})
    |(?P<one>\d{{1,2}})(?P<mark>[/-])(?P<two>\d{{1,2}})(?P=mark)(?P<year>{YEAR})
    )(?![\w/])""",
    re.IGNORECASE | re.VERBOSE,
)
# KYIV, Feb. 5, 2026 (Agency) - : capitals and a date before the dash or colon, or an agency behind the date.
_DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}[,\s(]")
_AGENCY = re.compile(r"\s*(?:\([A-Za-z][^()]{1,40}\)|/[A-Z]{2,12}/)\.?$")
# No mark behind the date: KYIV, Feb 5 Talks began; PORT HAVEN, La. Feb. 5 Talks began; or Feb. 5, Kyiv- Talks began.
_UNMARKED = re.compile(
    rf"""[A-Z][A-Z\ .'’/-]{{2,40}}[,.](?:\s[A-Z][a-z]{{1,5}}\.)?\s(?i:{MONTH.format("m1")})\s\d{{1,2}}(?=\.?\s[A-Z])
    |(?i:{MONTH.format("m2")})\s\d{{1,2}}(?=,\s[A-Z][A-Za-z]{{2,20}}(?:\s[A-Z][A-Za-z]{{2,20}})?\s?[—–-]\s)""",
    re.VERBOSE,
)
_END = re.compile(r"\s[—–-]{1,2}\s|:\s|(?<=/)\.\s")
# What tells that a day without its year is that of the page: a time, or a label before it.
_OF_PAGE = re.compile(r"\b\d{1,2}:\d\d\b|^\W*(?:published|posted|updated|issued)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpenDay:
    """A day as its words say it: (month, day) as they may be read, two ways at most, and the year if they say it."""

    said: str
    readings: tuple[tuple[int, int], ...]
    year: int | None = None

    def days(self, years: Iterable[int]) -> list[date]:
        """The days that may be meant, in `years` where the words say none."""
        said = [self.year] if self.year else years
        return [day for y in said for m, d in self.readings if (day := day_of(f"{y}", m, f"{d}"))]


def _dateline(paragraph: str) -> str | None:
    """What stands before the dash or colon of an agency's dateline; None where `paragraph` begins with none."""
    if unmarked := _UNMARKED.match(paragraph):
        return unmarked.group()
    head, *text = _END.split(paragraph[:120], maxsplit=1)
    if not text:
        return None
    return head if _is_agencys(head) else None


def _is_agencys(head: str) -> bool:
    """Whether an agency's dateline begins with `head`."""
    if by := _AGENCY.search(head):
        place = beside_date(head[: by.start()])
        return len(place) <= 6 and not any(word.islower() for word in place)
    return _DATELINE.match(head) is not None


def dateline_date(paragraph: str) -> date | None:
    """The date of an agency's dateline (`KYIV, Feb. 5, 2026 (Agency) -`) at the head of `paragraph`."""
    return find_date(_dateline(paragraph) or "")


def dateline_day(paragraph: str) -> OpenDay | None:
    """The day of a dateline that leaves it open: `KYIV, Feb. 5 -`, `Feb. 5 (Agency) -`."""
    head = _dateline(paragraph)
    return _open_day(head) if head and not find_date(head) else None


def day_line(line: str) -> OpenDay | None:
    """The day of a line about a date that leaves it open: `Hill Post 19/04 20:45`, `Posted Feb. 5`, `05-07-2026`.

    An agency's dateline may stand before it: `KYIV (Agency) - Thursday, Feb. 5`.
    """
    if len(line) > 100:
        return None
    head, *behind = _END.split(line, maxsplit=1)
    if behind and _is_agencys(head):
        line = behind[0]
    if find_date(line) or not (found := _open_day(line)):
        return None
    rest = beside_date(line.replace(found.said, " "))
    if found.year or _OF_PAGE.search(line):
        return found if len(rest) <= 4 and not any(word.islower() for word in rest) else None
    return found if not rest and _WEEKDAY.search(line) else None


def heads_entry(line: str) -> bool:
    """Whether `line` is a day of the year and no more (`March 1`), as stands over an entry of a chronology."""
    found = _open_day(line)
    return bool(found and not found.year and not beside_date(line.replace(found.said, " ")))


def _open_day(words: str) -> OpenDay | None:
    """The one day in `words` that they leave open."""
    found = list(_OPEN.finditer(words))
    if len(found) != 1:
        return None
    g, said = found[0].groupdict(), found[0].group()
    if name := g["m1"] or g["m2"]:
        return OpenDay(said, ((month_number(name), int(g["d1"] or g["d2"])),))
    first, second = int(g["first"] or g["one"]), int(g["second"] or g["two"])
    readings = [(month, day) for month, day in ((first, second), (second, first)) if month <= 12]
    return OpenDay(said, tuple(dict.fromkeys(readings)), int(g["year"]) if g["year"] else None)
