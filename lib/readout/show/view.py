"""What every section of one report is computed from: the story, its references, and how much may be quoted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from readout.show.cite import References
from readout.show.words import days
from readout.story import Meeting, Story

Quotes = Literal["sentence", "full", "none"]


@dataclass(frozen=True, slots=True)
class View:
    """A story as one report looks at it."""

    story: Story
    refs: References
    title: str | None = None
    quotes: Quotes = "sentence"
    parameters: Mapping[str, Any] = field(default_factory=dict)

    @property
    def period(self) -> tuple[date, date] | None:
        """From the first article's publication to the last one's."""
        published = sorted(a.published for a in self.story.articles if a.published)
        return (published[0], published[-1]) if published else None

    @property
    def year(self) -> int | None:
        """The year that need not be said with every date: the one in which the last article was published."""
        return self.period[1].year if self.period else None

    def meetings(self) -> list[Meeting]:
        """Meetings in order of their beginning; those without a date come last."""
        return sorted(self.story.meetings, key=_by_start)


def _by_start(meeting: Meeting) -> tuple[date, date, str]:
    span = meeting_days(meeting) or (date.max, date.max)
    return *span, meeting.id


def meeting_days(meeting: Meeting) -> tuple[date, date] | None:
    """First and last day of a meeting; None where no article dates it to a day, week, month or year."""
    first, last = days(meeting.start), days(meeting.end or meeting.start)
    if not first:
        return None
    return first[0], max(last[1] if last else first[1], first[0])
