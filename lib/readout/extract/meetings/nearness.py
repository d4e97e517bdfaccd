"""Which details of a sentence belong to which of the meetings that it speaks of: the nearest one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.scene import Scene
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


def _apart(scene: Scene, m: Mention, t: Trigger) -> bool:
    """Whether a relative clause parts a detail from a meeting: it belongs to what it modifies.

    `Smith, who hosted the talks, waited two hours` gives the talks no length, nor does `talks with Smith, who waited
    two hours`; but `which lasted two hours` may follow the meeting that it is said of.
    """
    around, within = _aside(scene, t.begin), _aside(scene, m.begin)
    return around != within and (around is not None or scene.words(within or 0, (within or 0) + 3) == "who")


def _aside(scene: Scene, offset: int) -> int | None:
    """Where the relative clause between commas begins that holds an offset."""
    begins = [b for b, _ in scene.asides]
    at = bisect_right(begins, offset) - 1
    return begins[at] if at >= 0 and offset < scene.asides[at][1] else None


def nearest(scene: Scene, mentions: Sequence[_M], trigger: Trigger, rivals: Sequence[Trigger]) -> list[_M]:
    """The details that are nearer to this meeting's words than to any other's."""

    def wins(m: _M, own: int, rival: Trigger) -> bool:
        other = gap(scene, m, rival)
        return own < other or (own == other and trigger.begin < rival.begin)

    gaps = [(m, gap(scene, m, trigger)) for m in mentions if not _apart(scene, m, trigger)]
    return [m for m, own in gaps if own <= REACH and all(wins(m, own, r) for r in rivals)]
