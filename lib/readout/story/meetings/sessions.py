"""How long meetings lasted: the length that a mention of a meeting gives, with the words that give it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import attrgetter

from readout.extract import DurationMention, Extraction, MeetingMention
from readout.story.evidence import Pages
from readout.story.records import Session
from readout.text.calendar import days_of

_begin = attrgetter("begin")
# No sentence gives more lengths than this.
_MANY = 50


# `Tuesday's was over in four`, its noun left out
_ITS = re.compile(r"['’]s (?:(?:was|for|over|in|only|just|barely) ){0,4}")


def _one_day(value: str) -> str | None:
    """The day that a value is; None for another stretch of time."""
    days = days_of(value)
    return days[0].isoformat() if days and days[0] == days[1] else None


class Lengths:
    """Finds the duration mention behind a length that a mention of a meeting gives."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self._of = {e.article.id: e for e in extractions}
        self._pages = Pages(e.article for e in extractions)

    def said(self, m: MeetingMention) -> Iterator[Session]:
        """The sittings, or the whole, of whose length one mention speaks."""
        if not m.durations or m.article not in self._of:
            return
        e = self._of[m.article]
        begin, end = self._pages.sentence(m.article, m.begin)
        first = bisect_left(e.durations, begin, key=lambda d: d.begin)
        for d in takewhile(lambda d: d.begin < end, e.durations[first : first + _MANY]):
            if d.value in m.durations:
                one_day = d.value.startswith("PT") and (m.start is None or m.until in (None, m.start))
                day = (m.start or m.until) if one_day else m.until if d.value.startswith("PT") else None
                day = self._own_day(e, d) or day
                yield Session(day=day, value=d.value, mod=d.mod, mention=d)

    def _own_day(self, e: Extraction, d: DurationMention) -> str | None:
        """The day right behind a length, or whose it is: `two hours on Monday`; `Tuesday's was over in four`."""
        at = bisect_left(e.dates, d.end, key=_begin)
        if not d.value.startswith("PT"):
            return None
        before = e.dates[at - 1] if at else None
        if before and _ITS.fullmatch(e.article.text, before.end, d.begin):
            return _one_day(before.value)
        if at == len(e.dates):
            return None
        behind = e.dates[at]
        close = e.article.text[d.end : behind.begin] in (" on ", " ") and not behind.surface.startswith(
            "from "
        )
        return _one_day(behind.value) if close else None

    def past_midnight(self, mentions: Iterable[MeetingMention]) -> bool:
        """Whether a mention says that the meeting began just before midnight: it then went on into the next day."""
        dated = {(m.article, at) for m in mentions if m.start for at in m.dated_by}
        return any(
            d.begin == at and d.value.endswith("T24:00")
            for article, at in dated
            if article in self._of
            for d in self._of[article].dates[bisect_left(self._of[article].dates, at, key=_begin) :][:1]
        )

    def sessions(self, mentions: Iterable[MeetingMention]) -> tuple[Session, ...]:
        """One session a length and day, in order of the day; vague lengths (`a few hours`) give way to exact ones."""
        found: dict[tuple[str | None, str], Session] = {}
        for m in mentions:
            for s in self.said(m):
                found.setdefault((s.day, s.value), s)
        exact = {(s.day, s.value[:2]) for s in found.values() if "X" not in s.value}
        dated = {s.value for s in found.values() if s.day}
        kept = [
            s
            for s in found.values()
            if (s.day or s.value not in dated) and ("X" not in s.value or (s.day, s.value[:2]) not in exact)
        ]
        return tuple(sorted(kept, key=lambda s: (s.day is None, s.day or "", s.value)))
