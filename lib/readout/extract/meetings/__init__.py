"""Meetings that an article speaks of, put together from its dates, durations, people and places."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.meetings.describe import describe
from readout.extract.meetings.scene import Scene, scenes
from readout.extract.meetings.triggers import Trigger, find_triggers
from readout.extract.mentions import DateMention, DurationMention, MeetingMention, PersonMention, Statement

__all__ = ["find_meetings"]


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
        for trigger in triggers:
            mention = describe(scene, trigger, _rivals(trigger, triggers), before)
            if mention:
                found.append(mention)
        before = scene
    return tuple(found)


def _rivals(trigger: Trigger, triggers: list[Trigger]) -> list[Trigger]:
    return [t for t in triggers if t is not trigger]
