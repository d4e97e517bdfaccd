"""A plan that did not hold: the day that a meeting was first set for, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from readout.extract.meetings.cues import Day, Role, find_cues, find_days, region
from readout.extract.meetings.scene import Scene
from readout.extract.meetings.triggers import Trigger
from readout.extract.meetings.when import WEEKDAY, When
from readout.extract.mentions import Status
from readout.text.calendar import days_of
from readout.text.numbers import parse_number

_NEVER_HELD = re.compile(r"\b(?:place|held|ahead|happen\w*|gone|came|come|meet|met)\Z", re.I)
_FORWARD = re.compile(r"\b(?:forward|earlier|sooner|early|ahead of (?:schedule|time)|moved? up)\b", re.I)
_PLANNED = (
    r"(?:(?:was|were|had been)\s)?(?:\w+ly\s|first\s)?"
    r"(?:planned|scheduled|expected|announced|set|promised|intended|hoped|billed|due)"
)
_LENGTH = r"\b(?P<number{0}>\w+)[\s-](?P<unit{0}>day|week)s?"
_OFF_PLAN = re.compile(
    _LENGTH.format("_late")
    + rf"\s(?:late\b|(?:later\s)?(?:than|after)\s{_PLANNED}|behind\s(?:schedule|time))"
    "|"
    + _LENGTH.format("_early")
    + rf"\s(?:early\b|(?:earlier|sooner)\sthan\s{_PLANNED}|ahead\sof\s(?:schedule|time))"
    r"|\bdelay(?:ed)?\s(?:of|by)\s" + _LENGTH.format("_delay") + "|" + _LENGTH.format("_of") + r"\sdelay\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Move:
    """What became of a plan: the status and day that hold now, and `former`, the day first set (TIMEX3)."""

    status: Status
    when: When
    former: str | None = None


def _first(days: Sequence[Day], *roles: Role) -> Day | None:
    return next((d for d in days if d.role in roles), None)


def find_move(
    scene: Scene, trigger: Trigger, rivals: Sequence[Trigger], earlier: str | None = None
) -> Move | None:
    """What the sentence tells of a change of plan, or None where it tells of none.

    `earlier` is the day that the sentence before gave as planned.
    """
    begin, end = region(scene, trigger, rivals)
    cues = find_cues(scene, trigger, begin, end)
    told = {c.lastgroup for c in cues}
    if not told & {"former", "not", "move", "shift", "off", "new", "came"}:
        return None
    days = list(find_days(scene, trigger, cues, begin, end))
    was = _first(days, "former") or _first(days, "plan")
    now = _now(days, was)
    if now:
        return _moved(scene, days, was, now, earlier, told)
    if was and was.role == "former" and not told & {"off", "move", "not"}:
        said = bool(scene.sayings) and _weekday(was.surface)
        day = _turned(was, scene.article.published, past=False) if said else was.value
        return Move("planned", When(_day(day), by=(was.begin,)))
    former = _day(was.value) if was else earlier
    if not former or (not was and not told & {"off", "move", "not"}):
        return None
    if "off" in told or any(c.lastgroup == "not" and _NEVER_HELD.search(c.group()) for c in cues):
        return Move("cancelled", When(former, by=(was.begin,) if was else ()))
    return Move("planned", When(), former) if told & {"move", "not"} else None


def _now(days: Sequence[Day], was: Day | None) -> Day | None:
    """The day that holds: the first behind the former plan, else any."""
    holding = [d for d in days if d.role in ("came", "new")]
    behind = [d for d in holding if was and d.begin > was.begin]
    return next(iter(behind or holding), None)


def _moved(
    scene: Scene, days: Sequence[Day], was: Day | None, now: Day, earlier: str | None, told: set[str | None]
) -> Move | None:
    """The plan with the day that it was moved to, if it was; a plan kept is none that moved."""
    held = now.role == "came"
    start = _turned(now, scene.article.published, past=held)
    former = _turned_to(was, start, scene) if was else earlier or _delayed(scene, start)
    ended = next((d for d in days if d.role == "end" and d.begin > now.begin), None)
    when = When(_day(start), _day(ended.value) if ended else None, by=(now.begin,))
    if not former:
        return Move("planned", when) if told & {"move", "shift"} and not held else None
    first, last = days_of(former), days_of(start)
    if not first or not last:
        return None
    if first == last:
        return Move("held" if held else "planned", when)
    late = first[0] < last[0]
    return (
        Move("held" if held else "planned", when, _day(former)) if late or _told_early(scene, held) else None
    )


def _told_early(scene: Scene, held: bool) -> bool:
    """Whether a day before the planned one is no misreading: it is yet to come, or the words say so."""
    return not held or bool(_FORWARD.search(scene.text))


def _day(value: str) -> str:
    return re.sub(r"T.*\Z", "", value)


def _weekday(surface: str) -> bool:
    return bool(WEEKDAY.search(surface)) and not re.search(r"\d", surface)


def _shifted(value: str, days: int) -> str:
    first = days_of(value)
    return (first[0] + timedelta(days=days)).isoformat() if first and days else value


def _turned(day: Day, today: date | None, *, past: bool) -> str:
    """The value; a bare weekday on the side of today where tense has it, and the nearest."""
    first = days_of(day.value)
    if not first or not today or not _weekday(day.surface):
        return day.value
    ahead = (first[0] - today).days
    if past:
        weeks = max(0, -(-ahead // 7))
    else:
        weeks = 0 if ahead >= 0 and day.surface.lower().startswith("next") else ahead // 7
    return _shifted(day.value, -7 * weeks)


def _turned_to(was: Day, start: str, scene: Scene) -> str:
    """The former day; a bare weekday is the last one before the day that holds, or the next where it came early."""
    first, last = days_of(was.value), days_of(start)
    if not first or not last or not _weekday(was.surface):
        return was.value
    gap = (last[0] - first[0]).days
    if _FORWARD.search(scene.text):
        return _shifted(was.value, 7 * (gap // 7 + 1)) if gap > 0 else was.value
    return was.value if 0 <= gap <= 7 else _shifted(was.value, 7 * (gap // 7))


def _delayed(scene: Scene, start: str) -> str | None:
    """The day first set, where the words say how many days late or early it came."""
    said = _OFF_PLAN.search(scene.text)
    if not said or not days_of(start):
        return None
    (number, unit), *_ = [
        (said[f"number_{kind}"], said[f"unit_{kind}"])
        for kind in ("late", "early", "delay", "of")
        if said[f"number_{kind}"]
    ]
    days = 1 if number.lower() in ("a", "one") else parse_number(number) or 0
    days = int(days) * (7 if unit.lower() == "week" else 1)
    return _shifted(start, days if said["number_early"] else -days) if days else None
