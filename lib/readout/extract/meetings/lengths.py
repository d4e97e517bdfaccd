"""How long a sentence says that a meeting lasted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.extract.meetings.cues import find_cues, region
from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.nearness import gap, nearest
from readout.extract.meetings.scene import Scene
from readout.extract.mentions import DurationMention

_NOT_HOW_LONG = re.compile(
    r"\b(?:in|over|within|during|next|past|last|coming|every|since|more than|for the|by)\s(?:the\s)?\Z",
    re.I,
)
# A meeting is moved by a length, and broken off for a while after one: neither is how long it was.
_NOT_WHOLE = re.compile(
    r"\b(?:back|up|forward|off|postponed|slip(?:s|ped)|delay(?:s|ed)?|delay of|(?:break|recess|paused?)\safter)"
    r"\s(?:(?:by|just|only|about|some)\s){0,2}\Z",
    re.I,
)
# Times to come or just past, in which something happens.
_STRETCH = re.compile(r"(?:the\s)?(?:next|past|last|coming|recent)\b", re.I)
_OPENING = re.compile(r"(?:After|Before|Following|When|While|As|Since|Ahead of)\s[^,]{0,80}")
_COUNTED = re.compile(
    r"\s(?:ago|later?|earlier|sooner|early|behind|ahead|before|old|after|away|off|apart|without"
    r"|of (?:war|fighting|captivity))\b"
)
_OF = re.compile(r"\sof\s(?:[\w-]+\s){0,3}")
# What may stand between `ended` or `lasted` and a length.
_BEHIND = re.compile(r"\s(?:(?:after|for|only|just|barely|about|nearly|almost|some|up)\s){0,3}")


def find_lengths(scene: Scene, trigger: Trigger, rivals: Sequence[Trigger]) -> list[DurationMention]:
    """How long it lasted; not periods in which, or since when, something happened."""
    lasting = [
        d
        for d in scene.durations
        if re.fullmatch(r"PT[\dX].*[HM]|P[\dX].*D", d.value)
        and not _NOT_WHOLE.search(scene.words(max(scene.begin, d.begin - 50), d.begin))
        # Two or three days are no number of days, by which a meeting could end.
        and not (d.high and "T" not in d.value)
        and (_is_of(scene, trigger, d) or _is_length(scene, trigger, d))
    ]
    near = [
        d
        for d in nearest(scene, lasting, trigger, rivals)
        if gap(scene, d, trigger) < 90 and _same_clause(scene, trigger, d)
    ]
    return near or _behind_verbs(scene, trigger, rivals, lasting)


def _is_of(scene: Scene, trigger: Trigger, d: DurationMention) -> bool:
    """Whether the words measure the meeting itself: `took part in four hours of tense talks`."""
    return bool(_OF.fullmatch(scene.words(d.end, trigger.begin))) and not _STRETCH.match(d.surface)


def _is_length(scene: Scene, trigger: Trigger, d: DurationMention) -> bool:
    """Whether a length is none of a period in which, or since when, something happened, and none counted back."""
    before, after = scene.words(max(scene.begin, d.begin - 16), d.begin), scene.words(d.end, d.end + 18)
    joined = "-" in d.surface and not re.match(r"-?\s?long\b", after) and d.end != trigger.begin - 1
    return not (_STRETCH.match(d.surface) or _NOT_HOW_LONG.search(before) or _COUNTED.match(after) or joined)


def _behind_verbs(
    scene: Scene, trigger: Trigger, rivals: Sequence[Trigger], lengths: Sequence[DurationMention]
) -> list[DurationMention]:
    """Lengths right behind a verb of the meeting's, further on: `..., and broke up after six hours`."""
    if not lengths:
        return []
    verbs = [
        c.end() for c in find_cues(scene, trigger, *region(scene, trigger, rivals)) if c.lastgroup == "end"
    ]
    return [
        d
        for d in lengths
        if any(_BEHIND.fullmatch(scene.words(at, d.begin)) for at in verbs if at <= d.begin)
    ]


def _same_clause(scene: Scene, trigger: Trigger, d: DurationMention) -> bool:
    """Whether a length is in the meeting's clause; one in front (`After the talks,`) ends at its comma."""
    opens = _OPENING.fullmatch(scene.words(scene.begin, trigger.begin))
    over = opens and trigger.end <= d.begin and "," in scene.words(trigger.end, d.begin)
    return not over and scene.clause(d.begin) == scene.clause(trigger.begin)
