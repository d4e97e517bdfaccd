"""The days that a sentence gives to a plan for a meeting, each in the role that the words before it have.

Each date is governed by the last such words before it: `planned for` Monday, `did not begin until` Thursday, `was put
off from` Friday `to` Sunday. Words with another subject (`the strike began on`) govern nothing of a meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from readout.extract.meetings.cues import REACH, Role
from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.scene import Scene
from readout.extract.meetings.when import says_when_said
from readout.extract.mentions import DateMention

_FROM = re.compile(r"\bfrom\s(?:\w+\s)?\Z", re.I)
_TO = re.compile(r"\b(?:to|until|till|for|before)\s(?:\w+\s){0,2}\Z", re.I)
_UNTIL = re.compile(r"\b(?:until|till|before)\s(?:\w+\s){0,2}\Z", re.I)
_ENDING = re.compile(
    r"\b(?:end|close|conclude|finish|expire|lapse|wrap|last|leave|(?:continue|run|go\son|stretch)\s(?:until|till|through|into))\b"
)
_INSTEAD_OF = re.compile(r"\b(?:instead of|rather than|and not|not)\s(?:on\s|in\s)?\Z")
# `could not begin until the walkouts on Monday were over`: a day of something else.
_OF_OTHERS = re.compile(r"\b(?:until|till|before|after|because|if|unless)\b")
_WAS = re.compile(r"\b(?:was|were)\s(?:\w+\s)?\Z")
_LEAD = re.compile(r"(?:up\s)?(?:to|from|on|for|by|until|till|before|in)\s", re.I)
# A date counted from another (`a day earlier`) says how far a plan moved.
_COUNTED = re.compile(r"\b(?:earlier|later|before|after|afterwards)\b", re.I)
_INSTEAD = re.compile(r"\binstead\b(?!\sof)")
_BACK_TO = re.compile(r",\s(?:to|until|till)\s\Z")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a sentence gives to a meeting, in one role.

    `over` where it may be past: the meeting `was moved to` it, and not `will be` or `has been`.
    """

    role: Role
    value: str
    begin: int
    surface: str
    over: bool = False


_LASTED = re.compile(r"(?:lasted|took)\Z", re.I)


def find_days(
    scene: Scene, trigger: Trigger, cues: Sequence[re.Match[str]], begin: int, end: int
) -> Iterator[Day]:
    """The dates between two offsets that have a role in what became of the plan."""
    named = any(trigger.begin <= d.begin < trigger.end for d in scene.dates)
    for d in scene.dates:
        if not begin <= d.begin < end or d.type == "SET" or d.value.endswith("_REF"):
            continue
        if trigger.end <= d.begin and scene.words(d.end, d.end + 2) in ("'s", "’s"):
            continue  # `Monday's session lasted an hour, and Tuesday's two`
        if _COUNTED.search(d.surface) or says_when_said(
            scene.article.text, scene.begin, d, [trigger.begin], scene.sayings
        ):
            continue
        # `Monday's session lasted an hour` was on that Monday.
        governing = [c for c in cues if not (named and _LASTED.match(c.group()))]
        before = [c for c in governing if c.end() - d.begin >= -REACH and c.start() < d.begin]
        if before and not (trigger.begin <= d.begin < trigger.end):
            back = before[-1]
            if back.lastgroup in ("former", "plan") and _BACK_TO.search(
                scene.words(back.end(), _value_at(d))
            ):
                back = next((c for c in before[::-1] if c.lastgroup in ("move", "shift")), back)
            yield from _governed(scene, back, d)
        elif trigger.begin <= d.begin and (
            any(
                c.lastgroup in ("move", "shift", "off", "not") and (d.begin < max(c.end(), trigger.end))
                for c in cues
            )
            or (d.begin < trigger.end and _INSTEAD.search(scene.text))
        ):
            yield Day("former", d.value, d.begin, d.surface)


def _value_at(d: DateMention) -> int:
    """Where the date itself begins behind its preposition: `up to` March 16."""
    return d.begin + (lead.end() if (lead := _LEAD.match(d.surface)) else 0)


def _governed(scene: Scene, cue: re.Match[str], d: DateMention) -> Iterator[Day]:
    """The day with its role; `from Friday to Sunday` behind words that move a meeting is two days."""
    role = cast(Role, cue.lastgroup)
    between = scene.words(cue.end(), _value_at(d))
    first, _, last = d.value.partition("/")
    if last and role in ("move", "shift") and re.search(r"\bto\b", d.surface):
        yield Day("former", first, d.begin, d.surface)
        yield Day("new", last, d.begin, d.surface, _had(scene, cue))
        return
    found = _role(scene, cue, role, between, d)
    if found:
        yield Day(found, first, d.begin, d.surface, _had(scene, cue))


def _had(scene: Scene, cue: re.Match[str]) -> bool:
    """Whether words that move a meeting are in the simple past."""
    before = scene.words(max(scene.begin, cue.start() - 12), cue.start())
    return cue.lastgroup in ("move", "shift") and bool(_WAS.search(before))


def _role(scene: Scene, cue: re.Match[str], role: Role, between: str, d: DateMention) -> Role | None:
    if _INSTEAD_OF.search(between):
        return "former"
    if role in ("move", "shift"):
        return "former" if _FROM.search(between) else "new" if _TO.search(between) else None
    if role == "not":
        waits = _UNTIL.search(between)
        ahead = re.match(r"(?:will|would|can|is|are)\b", cue.group(), re.I)
        if waits:
            return "new" if ahead else "came"
        return None if _OF_OTHERS.search(between) else "former"
    if role == "off" or (role in ("former", "plan", "new") and _ENDING.search(cue.group() + between)):
        return None
    return role
