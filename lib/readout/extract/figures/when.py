"""As of when a figure holds: a day that its own clause gives for it, else the day of publication."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readout.extract.mentions import DateMention
from readout.lexicon import words
from readout.text import any_of
from readout.text.calendar import days_of

AsOf = tuple[str | None, Literal["stated", "event", "published", "unknown"]]
_Role = Literal["stated", "told", "event", "elsewhen"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# To the minute an event may be known, but not what was counted after it.
_CLOCK = re.compile(r"T\d.*")
_STATED = re.compile(
    r"\b(?:as of|as at|as on|up to|by|till|until|through)[ ](?:late |early |midday |noon )?(?:on )?(?:the )?\Z",
    re.IGNORECASE,
)
_HELD = re.compile(r"(?:as of|as at|up to)\b", re.IGNORECASE)
# `up from 45`: an older figure.
_COMPARED = re.compile(r"[ ](?:up|down|compared|against|from)\Z")
# What lasts holds on the day when it was told: `Some 90 homes are cold, the mayor said on Monday`.
_TOLD = re.compile(r"\b(?:said|says|reported|announced|wrote|estimated)(?: late| early)?[ ](?:on )?\Z")
_ELSEWHEN = re.compile(r"\b(?:following|after|since|before|from|of|to|than)[ ](?:the[ ]|late[ ]|early[ ])?\Z")
# `since the strike began in May`: when it began.
_BEGAN = re.compile(r"\b[Ss]ince[ ](?:[\w-]+[ ]){1,12}(?:in|on)[ ]\Z")
# What comes back to a date that only said since when: `the worst since 1976, when 900 died`.
_WHEN = re.compile(r"[^.;,]{0,40}?(?:, (?:when|which)| in which| that)[ ]")
_ASIDE = re.compile(r"[;:—(“]|, (?!when\b|in\b)|\b(?:after|since|than|before|which|that|but|while|as)\b")
_NOT_IN = re.compile(
    r"\b(?:since|than|after|before|until|till|from|of|to)[ ](?:the |an? |in |that of )?\Z", re.IGNORECASE
)
# The year of a law is no day of anything else: `the Treaty of 1891`, `the Fisheries Act, 2005`, `the 1869 Act`.
_LAWS = any_of(words("figures/laws"))
_LAW = re.compile(rf"\b{_LAWS}(?:[ ]of|,)[ ]\Z", re.IGNORECASE)
_OF_LAW = re.compile(rf"(?:[ ][A-Z]\w+){{0,3}}[ ]{_LAWS}\b")
# Nor is the day of a birth, or one for which something was only planned.
_ORIGIN = re.compile(
    r"\b(?:born|founded|dat(?:es|ing)[ ](?:back|from|to)"
    r"|due|slated|scheduled|planned|supposed|expected|meant|intended)\b[^,;.\d]{0,40}\Z"
    r"|\b(?:announced|set|fixed|booked|billed) for[ ](?:the )?\Z"
)
# What a date between two commas is said of stands between them too: `the deal, signed on Monday, gave them 90 acres`.
_BESIDE = re.compile(
    r",[ ](?:wh(?:ich|o|om|ose|ere)|(?P<done>[a-z]+ed|held|sent|made|built|struck|given))[ ][^,;]*\Z"
)
# (After an apposition it is the verb of the sentence: `Olna, a port, opened 90 berths on Monday, its mayor said`.)
_CLOSES = re.compile(r",[^,.;:\n]*\Z")
# The sum of a loan is not that of the day when it was granted alone.
_LENT = re.compile(r"\b(?:bond|credit|grant|loan)s?[ ]of[ ]\Z")
_SINCE = re.compile(r"\bsince\Z")
# No clause that a date and a figure share is longer than this between them.
_CLAUSE = 60
_LASTS = re.compile(r"[ ](?:are|is|remain|remains|still|currently|have|has|will|would|to be)\b")
_POSSESSIVE = re.compile(r"['’]s")
_BACK = 24
_FURTHER_BACK = 80
_ISO = len("2000-01-01")


@dataclass(frozen=True, slots=True)
class _Day:
    """A date that a figure may hold for, and what the words around it make of it.

    It is said of what stands from `first` to `last`; `is_over` marks a month, a season or a year that is past.
    """

    begin: int
    end: int
    value: str
    role: _Role
    first: int
    last: int
    is_over: bool

    @property
    def is_day(self) -> bool:
        return bool(_DAY.match(self.value))

    def apart(self, begin: int, end: int) -> int:
        """How far it stands from what reaches from `begin` to `end`."""
        return min(abs(self.begin - end), abs(begin - self.end))


class Days:
    """The dates of one text, as far as its figures may hold for them."""

    def __init__(self, text: str, dates: Sequence[DateMention], published: date | None) -> None:
        self.text, self.dates, self.published = text, dates, published
        self._begins = [d.begin for d in dates]
        self._known: dict[int, list[_Day]] = {}

    def as_of(self, begin: int, end: int, sentence: tuple[int, int], clause: tuple[int, int]) -> AsOf:
        """The date that holds for the figure from `begin` to `end`, and what says so.

        A day counts that its own `clause` gives, if it is not to come (one that is stated, and one that is long
        over, may stand elsewhere in the `sentence`); else the day of publication.
        """
        known = self._in_sentence(sentence)
        around = [d for d in known if d.begin < clause[1] and d.first <= begin < d.last]
        if around:
            here = [d for d in around if d.is_day and d.begin >= clause[0]]
            if stated := self._stated(here, around, clause[0]):
                return stated.value, "stated"
            if bygone := self._bygone(around, begin, end):
                return bygone.value, "event"
            if event := self._event(here, begin, end, clause[0]):
                return _CLOCK.sub("", event.value), "event"
        return (self.published.isoformat(), "published") if self.published else (None, "unknown")

    def _in_sentence(self, sentence: tuple[int, int]) -> list[_Day]:
        if sentence[0] not in self._known:
            dates = self.dates[
                bisect_left(self._begins, sentence[0]) : bisect_left(self._begins, sentence[1])
            ]
            self._known[sentence[0]] = [day for d in dates if (day := _read(self.text, d, self.published))]
        return self._known[sentence[0]]

    def _stated(self, here: list[_Day], around: list[_Day], clause: int) -> _Day | None:
        """The first day that is stated, in the clause or else in its sentence."""
        older = not here and _COMPARED.search(self.text, max(0, clause - _BACK), clause)
        days = here or (
            [] if older else [d for d in around if d.is_day and ";" not in self.text[d.end : clause]]
        )
        return next((d for d in days if d.role == "stated"), None)

    def _bygone(self, around: list[_Day], begin: int, end: int) -> _Day | None:
        """The nearest of the dates that are long over and govern the figure."""
        if not any(d.is_over for d in around) or _LENT.search(self.text, max(0, begin - _BACK), begin):
            return None
        at = bisect_left(self._begins, end)
        nearest = self._begins[at] if at < len(self._begins) else end
        found = [d for d in around if d.is_over and d.begin <= nearest]
        found = [d for d in found if _governs(self.text, d, begin, end)]
        return min(found, key=lambda d: d.apart(begin, end), default=None)

    def _event(self, here: list[_Day], begin: int, end: int, clause: int) -> _Day | None:
        """The nearest day in the clause on which what is counted happened, or was told where it lasts."""
        lasts = _LASTS.match(self.text, end)
        since = _SINCE.search(self.text, max(0, clause - _BACK), clause)
        days = [d for d in here if d.role == "told" or (d.role == "event" and not lasts)]
        days = [d for d in days if not (since and d.begin < begin)]
        return min(days, key=lambda d: d.apart(begin, end), default=None)


def _read(text: str, d: DateMention, published: date | None) -> _Day | None:
    """`d` as a day that a figure may hold for; None for one to come, of a law, of a birth or of a plan."""
    back, further = max(0, d.begin - _BACK), max(0, d.begin - _FURTHER_BACK)
    if not d.resolved or "/" in d.value or (published and d.value[:_ISO] > published.isoformat()):
        return None
    if (
        _LAW.search(text, back, d.begin)
        or _OF_LAW.match(text, d.end)
        or _ORIGIN.search(text, further, d.begin)
    ):
        return None
    return _Day(d.begin, d.end, d.value, _role(text, d, back), *_reach(text, d), _is_over(d, published))


def _reach(text: str, d: DateMention) -> tuple[int, int]:
    """From where to where a date is said of what stands there: between two commas, or anywhere."""
    further = max(0, d.begin - _FURTHER_BACK)
    beside = _BESIDE.search(text, further, d.begin)
    closed = text.find(",", d.end, d.end + _FURTHER_BACK) if beside else -1
    if not beside or closed < 0 or (beside["done"] and _CLOSES.search(text, further, beside.start())):
        return 0, len(text)
    return beside.start(), closed


def _role(text: str, d: DateMention, back: int) -> _Role:
    owns = _POSSESSIVE.match(text, d.end) or d.surface.endswith(("'s", "’s"))
    began = _BEGAN.search(text, max(0, d.begin - _FURTHER_BACK), d.begin)
    if _HELD.match(d.surface) or (_STATED.search(text, back, d.begin) and not owns):
        return "stated"
    if _TOLD.search(text, back, d.begin):
        return "told"
    return "elsewhen" if owns or began or _ELSEWHEN.search(text, back, d.begin) else "event"


def _is_over(d: DateMention, published: date | None) -> bool:
    """Whether a date is a month, season or year that was over, or a day of an earlier year than publication's."""
    if published and _DAY.match(d.value):
        return int(d.value[:4]) < published.year
    days = days_of(d.value)
    if not days or "past" in d.surface:  # `in the past year` is no date of anything
        return False
    if published is None:
        return d.basis == "explicit" and not _DAY.match(d.value)
    return days[1].year < published.year or (
        days[0] != days[1] and days[1] < published and "W" not in d.value
    )


def _governs(text: str, d: _Day, begin: int, end: int) -> bool:
    """Whether a date stands in a figure's own clause: `in 1991 a fire killed 80`, `since 1976, when 900 died`."""
    if d.begin >= end:
        between = text[end : d.begin]
        return len(between) <= _CLAUSE and not _ASIDE.search(between)
    between = text[d.end : begin]
    if len(between) > _CLAUSE or _BEGAN.search(text, max(0, d.begin - _FURTHER_BACK), d.begin):
        return False
    if _NOT_IN.search(text, max(0, d.begin - _BACK), d.begin):
        return bool(_WHEN.match(between))
    return not _ASIDE.search(between.removeprefix(" alone").removeprefix(","))
