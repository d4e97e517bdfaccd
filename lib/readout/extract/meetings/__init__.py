"""Meetings that an article speaks of, put together from its dates, durations, people and places."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.meetings.describe import describe
from readout.extract.meetings.scene import Scene, scenes
from readout.extract.meetings.triggers import find_triggers
from readout.extract.mentions import DateMention, DurationMention, MeetingMention, PersonMention, Statement

__all__ = ["find_meetings"]

# Words for meetings further away than this many others do not compete for a detail.
_RIVALS = 3


def find_meetings(
    article: Article,
    dates: tuple[DateMention, ...],
    durations: tuple[DurationMention, ...],
    people: tuple[PersonMention, ...],
    statements: tuple[Statement, ...],
) -> tuple[MeetingMention, ...]:
    """Meetings of `article`, one mention a sentence and meeting, in text order.

    A mention that adds nothing (no date, place, length, party or number) is left out.
    """
    found: list[MeetingMention] = []
    before: Scene | None = None
    for scene in scenes(article, dates, durations, people):
        triggers = find_triggers(scene, follows=bool(found) and before is not None)
        for at, trigger in enumerate(triggers):
            rivals = triggers[max(0, at - _RIVALS) : at] + triggers[at + 1 : at + 1 + _RIVALS]
            mention = describe(scene, trigger, rivals, before)
            if mention:
                found.append(mention)
        before = scene
    return tuple(found)
