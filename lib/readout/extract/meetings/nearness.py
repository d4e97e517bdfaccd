"""Which details of a sentence belong to which of the meetings that it speaks of: the nearest one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from readout.extract.meetings.scene import Scene
from readout.extract.meetings.triggers import Trigger
from readout.extract.mentions import Mention

_M = TypeVar("_M", bound=Mention)
# A detail further than this many characters from a meeting's words is not said of it.
REACH = 170
# What a clause boundary between a detail and a meeting counts for, in characters.
BARRIER = 70


def gap(scene: Scene, m: Mention, t: Trigger) -> int:
    """How far a detail is from a meeting's words, in characters; clause boundaries count too."""
    if m.begin < t.end and t.begin < m.end:
        return 0
    low, high = (m.end, t.begin) if m.end <= t.begin else (t.end, m.begin)
    return high - low + BARRIER * scene.barriers(low, high + 1)


def nearest(scene: Scene, mentions: Sequence[_M], trigger: Trigger, rivals: Sequence[Trigger]) -> list[_M]:
    """The details that are nearer to this meeting's words than to any other's."""

    def wins(m: _M, own: int, rival: Trigger) -> bool:
        other = gap(scene, m, rival)
        return own < other or (own == other and trigger.begin < rival.begin)

    gaps = [(m, gap(scene, m, trigger)) for m in mentions]
    return [m for m, own in gaps if own <= REACH and all(wins(m, own, r) for r in rivals)]
