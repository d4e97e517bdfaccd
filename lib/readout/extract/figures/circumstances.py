"""As of when a figure holds, and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Literal

from readout.extract.mentions import DateMention, PersonMention
from readout.lexicon import words
from readout.lexicon.nations import places
from readout.text.calendar import days_of

AsOf = tuple[str | None, Literal["stated", "event", "published", "unknown"]]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# To the minute an event may be known, but not what was counted after it.
_CLOCK = re.compile(r"T\d.*")
_STATED = re.compile(
    r"\b(?:as of|as at|as on|up to|by)[ ](?:late |early |midday |noon )?(?:on )?(?:the )?\Z",
    re.IGNORECASE,
)
_HELD = re.compile(r"(?:as of|as at|up to)\b", re.IGNORECASE)
_BY = re.compile(r"\b[Bb]y[ ](?:the )?\Z")
# `up from 45`: an older figure.
_COMPARED = re.compile(r"[ ](?:up|down|compared|against|from)\Z")
# What lasts holds on the day when it was told: `Some 90 homes are cold, the mayor said on Monday`.
_TOLD = re.compile(r"\b(?:said|says|reported|announced|wrote|estimated)(?: late| early)?[ ](?:on )?\Z")
_ELSEWHEN = re.compile(
    r"\b(?:following|after|since|before|until|till|from|of|to|than)[ ](?:the[ ]|late[ ]|early[ ])?\Z"
)
# What comes back to a date that only said since when: `the worst since 1976, when 900 died`.
_WHEN = re.compile(r"[^.;,]{0,40}?(?:, (?:when|which)| in which| that)[ ]")
_ASIDE = re.compile(r"[;:—(“]|, (?!when\b|in\b)|\b(?:after|since|than|before|which|that|but|while|as)\b")
_NOT_IN = re.compile(
    r"\b(?:since|than|after|before|until|till|from|of|to)[ ](?:the |an? |in |that of )?\Z", re.IGNORECASE
)
# The year of a law is no day of anything else: `the Treaty of 1891`, `the 1869 Act`.
_LAWS = "(?:Accord|Act|Agreement|Code|Constitution|Convention|Decree|Law|Treaty)"
_LAW = re.compile(rf"\b{_LAWS}[ ]of[ ]\Z")
_OF_LAW = re.compile(rf"(?:[ ][A-Z]\w+){{0,3}}[ ]{_LAWS}\b")
# No clause that a date and a figure share is longer than this between them.
_CLAUSE = 60
_AHEAD = re.compile(r"\b(?:will|would|shall|to|may|might|could|can|plans?|planned|due|expected)\b")
_LASTS = re.compile(r"[ ](?:are|is|remain|remains|still|currently|have|has|will|would|to be)\b")
_POSSESSIVE = re.compile(r"['’]s")
_BACK = 24
_OFFICE_WIDTH = 40
_NAME = r"[A-ZÀ-Þ][\w'’.-]*[\w]"
_PLACE = rf"(?P<place>(?:the )?{_NAME}(?:[ ](?:{_NAME}|of {_NAME}))*(?:[ ]and other [a-z]+)?)"
_AT = r"[ ](?:in|at|near|across|around|outside|inside|throughout)[ ]"
_IN = re.compile(rf"(?:[ ](?:[a-z]+ed|[a-z]+ing|still|was|were|is|are))?{_AT}{_PLACE}")
_NUMBERED = re.compile(r"[ ]\d")
# `Nine miners had died at the pit in Olna`: what is said of those counted, and where.
_DONE_IN = re.compile(
    rf"(?:[ ](?!(?:and|or|but|who|which|that|of|to|from|by|for|about|over)\b)[a-z][\w’'-]*){{1,4}}?{_AT}{_PLACE}"
)
_FRAME = re.compile(rf"(?:[Ii]n|[Aa]cross|[Nn]ear|[Aa]round)[ ]{_PLACE}")
_OFFICE = re.compile(rf"(?P<place>{_NAME}(?:[ ]{_NAME})?)(?:['’]s)?[ ](?P<office>[Mm]ayor|[Gg]overnor)[ ]")


def as_of(
    text: str,
    begin: int,
    end: int,
    sentence: tuple[int, int],
    clause: tuple[int, int],
    dates: Sequence[DateMention],
    published: date | None,
) -> AsOf:
    """The date that holds for a figure and what says so: `as of Sunday`, its event's day, or publication.

    Only a date of its own `clause` counts (one that is long over may stand elsewhere in the `sentence`), and one
    to come only where the clause looks ahead.
    """
    first = bisect_left(dates, sentence[0], key=lambda d: d.begin)
    last = bisect_left(dates, clause[1], key=lambda d: d.begin)
    around = [d for d in dates[first:last] if d.resolved and "/" not in d.value]
    around = [d for d in around if not _is_deadline(text, d, published)]
    here = [d for d in around if _DAY.match(d.value) and d.begin >= clause[0]]
    if here and published and not _AHEAD.search(text, *clause):
        here = [d for d in here if d.value[: len("2000-01-01")] <= published.isoformat()]
    elsewhere = [] if here or _COMPARED.search(text, max(0, clause[0] - _BACK), clause[0]) else around
    for d in here or [d for d in elsewhere if _DAY.match(d.value)]:
        if published and d.value[: len("2000-01-01")] > published.isoformat():
            continue  # nothing is counted as of a day to come
        if _HELD.match(d.surface) or _STATED.search(text, max(0, d.begin - _BACK), d.begin):
            return d.value, "stated"
    nearest = next((d.begin for d in dates[first:last] if d.begin >= end), end)
    bygone = [
        d for d in around if d.begin <= nearest and _is_over(d, published) and _governs(text, d, begin, end)
    ]
    if bygone:
        return min(bygone, key=lambda d: _apart(d, begin, end)).value, "event"
    lasts = _LASTS.match(text, end)
    events = [d for d in here if not _ELSEWHEN.search(text, max(0, d.begin - _BACK), d.begin)]
    events = [
        d for d in events if not _POSSESSIVE.match(text, d.end) and not d.surface.endswith(("'s", "’s"))
    ]
    if lasts:
        events = [d for d in events if _TOLD.search(text, max(0, d.begin - _BACK), d.begin)]
    if events:
        return _CLOCK.sub("", min(events, key=lambda d: _apart(d, begin, end)).value), "event"
    return (published.isoformat(), "published") if published else (None, "unknown")


def _is_deadline(text: str, d: DateMention, published: date | None) -> bool:
    """Whether something is to be done by `d`, which is still to come: what is planned holds now."""
    ahead = published is not None and d.value > published.isoformat()
    return ahead and bool(_BY.search(text, max(0, d.begin - _BACK), d.begin))


def _apart(d: DateMention, begin: int, end: int) -> int:
    return min(abs(d.begin - end), abs(begin - d.end))


def _is_over(d: DateMention, published: date | None) -> bool:
    """Whether a date is a month, season or year that was over, or a day of an earlier year than publication's."""
    days = days_of(d.value)
    if not days or "past" in d.surface:  # `in the past year` is no date of anything
        return False
    if published is None:
        return d.basis == "explicit" and not _DAY.match(d.value)
    return days[1].year < published.year or (
        days[0] != days[1] and days[1] < published and "W" not in d.value
    )


def _governs(text: str, d: DateMention, begin: int, end: int) -> bool:
    """Whether a date stands in a figure's own clause: `in 1991 a fire killed 80`, `since 1976, when 900 died`."""
    if _LAW.search(text, max(0, d.begin - _BACK), d.begin) or _OF_LAW.match(text, d.end):
        return False
    if d.begin >= end:
        between = text[end : d.begin]
        return len(between) <= _CLAUSE and not _ASIDE.search(between)
    between = text[d.end : begin]
    if len(between) > _CLAUSE:
        return False
    if _NOT_IN.search(text, max(0, d.begin - _BACK), d.begin):
        return bool(_WHEN.match(between))
    return not _ASIDE.search(between.removeprefix(","))


def _is_place(name: str) -> bool:
    bare = name.removeprefix("the ")
    return bare in places() or bare.partition(" ")[0] in places()


def _is_time(name: str) -> bool:
    return name.partition(" ")[0].lower() in words("calendar_words")


def place(text: str, begin: int, end: int, clause: tuple[int, int]) -> str | None:
    """Where the figure holds: in the place right after it or after its verb, or in the one its clause begins with."""
    after = _IN.match(text, end, clause[1])
    if (
        after
        and not _NUMBERED.match(text, after.end())
        and after["place"].split()[0].lower() not in words("figures/phrase_stops")
    ):
        return after["place"] if not _is_time(after["place"]) else None
    frame = _FRAME.match(text, clause[0] + (text[clause[0]] == " "), begin)
    for named in (_DONE_IN.match(text, end, clause[1]), frame):
        if named and _is_place(named["place"]):
            return named["place"]
    return None


def office_place(text: str, people: Sequence[PersonMention]) -> dict[str, str]:
    """The city or region of each person that the text calls its mayor or governor (`Riga Mayor ...`)."""
    found: dict[str, str] = {}
    for person in people:
        begin = max(0, person.begin - _OFFICE_WIDTH)
        titled = text.find("ayor ", begin, person.end) > 0 or text.find("overnor ", begin, person.end) > 0
        office = _OFFICE.search(text, begin, person.end) if titled else None
        if office and office.end() >= person.begin and _is_place(office["place"]):
            found.setdefault(person.person, office["place"])
    return found
