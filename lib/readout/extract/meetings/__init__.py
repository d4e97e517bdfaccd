"""Meetings that an article speaks of, put together from its dates, durations, people and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.corpus import Article
from readout.extract.meetings.describe import describe
from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.scene import Scene, scenes
from readout.extract.meetings.status import hedge
from readout.extract.meetings.triggers import find_triggers
from readout.extract.mentions import DateMention, DurationMention, MeetingMention, PersonMention, Statement
from readout.text.calendar import days_of

__all__ = ["find_meetings"]

# Words for meetings further away than this many others do not compete for a detail.
_RIVALS = 3
# No sentence speaks of meetings more often than this; what does is none.
_MOST = 20


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
        if found and before and found[-1].begin >= before.begin:
            found[-1] = _hedged(found[-1], scene)
        triggers = find_triggers(scene, follows=bool(found) and before is not None)[:_MOST]
        for at, trigger in enumerate(triggers):
            near = triggers[max(0, at - _RIVALS) : at] + triggers[at + 1 : at + 1 + _RIVALS]
            rivals = [t for t in near if not t.occasion]
            plan = _plan(found, before, trigger)
            mention = describe(scene, trigger, rivals, before, plan)
            if mention and trigger.noun == "seat":
                mention = replace(mention, status=found[-1].status)
            if mention and plan and trigger.pronoun and _recalls(plan, mention):
                found[-1] = replace(plan, slipped_from=mention.start)
            elif mention:
                found.append(mention)
        before = scene
    return tuple(found)


def _plan(found: Sequence[MeetingMention], before: Scene | None, trigger: Trigger) -> MeetingMention | None:
    """The meeting just told of that a mention may go back to: one of its kind with a date, else the last."""
    near = [m for m in found[-_MOST:] if before and m.begin >= before.begin]
    alike = [m for m in near if m.start and not trigger.pronoun and m.title.lower().endswith(trigger.noun)]
    return next(reversed(alike or near), None)


def _recalls(told: MeetingMention, recalled: MeetingMention) -> bool:
    """Whether a sentence only adds when the meeting just told of was first to be: `It had been set for Monday`."""
    first, day = days_of(recalled.start), days_of(told.start)
    return bool(
        recalled.status == "planned" and first and day and not told.slipped_from and first[1] < day[0]
    )


def _hedged(plan: MeetingMention, after: Scene) -> MeetingMention:
    """A planned meeting, with what the next sentence says of how firm its date is."""
    if plan.status != "planned" or not re.search(r"\b(?:date|day|timing|schedule)\b", after.text):
        return plan
    return replace(plan, tentative=hedge(after) or plan.tentative)
