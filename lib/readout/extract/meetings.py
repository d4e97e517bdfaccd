"""Meetings that an article speaks of, put together from its dates, durations, people and places."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.mentions import DateMention, DurationMention, MeetingMention, PersonMention, Statement


def find_meetings(
    article: Article,
    dates: tuple[DateMention, ...],
    durations: tuple[DurationMention, ...],
    people: tuple[PersonMention, ...],
    statements: tuple[Statement, ...],
) -> tuple[MeetingMention, ...]:
    """Meetings of `article`, one mention a sentence and meeting, in text order."""
    return ()
