"""A plan that did not hold: the day that a meeting was first set for, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readout.extract.meetings.cues import Role, find_cues, region
from readout.extract.meetings.days import Day, find_days
from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.scene import Scene
from readout.extract.meetings.weekdays import beside, day_only, is_weekday, nearest_week, shifted, turned
from readout.extract.meetings.when import When
from readout.extract.mentions import Status
from readout.text.calendar import days_of
from readout.text.numbers import parse_number

_NEVER_HELD = re.compile(r"\b(?:place|held|ahead|happen\w*|gone|came|come|meet|met)\Z", re.I)
_NOT_YET = re.compile(r"ha(?:s|ve|d)\b", re.I)
# What follows is another meeting: `They met today and will meet again tomorrow`.
_ONCE_MORE = re.compile(r"\b(?:meet|met|talk|gather|convene|sit down)\s(?:\w+\s)?(?:again|once more)\b", re.I)
_FORWARD = re.compile(r"\b(?:forward|earlier|sooner|early|ahead of (?:schedule|time)|moved? up)\b", re.I)
_PLANNED = (
    r"(?:(?:(?:it|they)\s)?(?:was|were|had been)\s)?(?:\w+ly\s|first\s)?"
    r"(?:planned|scheduled|expected|announced|set|promised|intended|hoped|billed|due)"
)
_LENGTH = r"\b(?P<number{0}>\w+)[\s-](?P<unit{0}>day|week)s?"
_OFF_PLAN = re.compile(
    _LENGTH.format("_late")
    + rf"\s(?:late\b|(?:later\s)?(?:than|after)\s{_PLANNED}|behind\s(?:schedule|time))"
    "|"
    + _LENGTH.format("_early")
    + rf"\s(?:early\b|(?:earlier|sooner)\sthan\s{_PLANNED}|ahead\sof\s(?:schedule|time))"
    r"|\bdelay(?:ed)?\s(?:of|by)\s"
    + _LENGTH.format("_delay")
    + r"|\b(?:postponed|deferred|slipped|slid|(?:put|pushed)(?:\s[\w’'-]+){0,4}\s(?:off|back))(?:\sby)?\s"
    + _LENGTH.format("_back")
    + r"|\b(?:brought|moved|pulled)(?:\s[\w’'-]+){0,4}\s(?:forward|up)(?:\sby)?\s"
    + _LENGTH.format("_forward")
    + "|"
    + _LENGTH.format("_of")
    + r"\sdelay\b",
    re.I,
)
# Who came late, not what.
_ARRIVED = re.compile(r"\b(?:arriv|land|return|leav|left|turn(?:ed|ing)?\sup)\w*\s(?:\w+\s){0,2}\Z")
_BUT = re.compile(r",?\s(?:but|yet)\b")


@dataclass(frozen=True, slots=True)
class Move:
    """What became of a plan: the status and day that hold now, and `former`, the day first set (TIMEX3).

    `now` is where the day that holds stands, in a sentence that gives the day first set too.
    """

    status: Status
    when: When
    former: str | None = None
    now: int | None = None


def _first(days: Sequence[Day], *roles: Role) -> Day | None:
    return next((d for d in days if d.role in roles), None)


def find_move(
    scene: Scene, trigger: Trigger, rivals: Sequence[Trigger], earlier: str | None = None
) -> Move | None:
    """What the sentence tells of a change of plan, or None where it tells of none.

    `earlier` is the day that the sentence before gave as planned.
    """
    if earlier and _ONCE_MORE.search(scene.text):
        earlier = None
    if not scene.dates and not earlier:
        return None
    begin, end = region(scene, trigger, rivals)
    cues = find_cues(scene, trigger, begin, end)
    told = {c.lastgroup for c in cues}
    if not told & {"former", "not", "move", "shift", "off", "new", "came"}:
        return None
    days = list(find_days(scene, trigger, cues, begin, end))
    was = _first(days, "former") or _first(days, "plan")
    now = _now(days, was)
    if now and was and now.begin < trigger.begin < was.begin and now.role == "came":
        now = None  # `had met on Monday and were to meet again on Friday`
    if now:
        return _moved(scene, trigger, days, was, now, earlier, told)
    if told & {"off", "move", "not"}:
        return _stopped(cues, was, earlier, scene.article.published)
    return _left(scene, days, was, told)


def _stopped(
    cues: Sequence[re.Match[str]], was: Day | None, earlier: str | None, today: date | None
) -> Move | None:
    """A plan called off, or put off without a new day."""
    former = earlier
    if was:
        near = nearest_week(was.value, today) if is_weekday(was.surface) else was.value
        former = day_only(near)
    if not former:
        if any(c.lastgroup == "off" for c in cues):
            return Move("cancelled", When())
        return Move("planned", When()) if any(c.lastgroup == "move" for c in cues) else None
    never = any(
        c.lastgroup == "not" and _NEVER_HELD.search(c.group()) and not _NOT_YET.match(c.group()) for c in cues
    )
    if never or any(c.lastgroup == "off" for c in cues):
        return Move("cancelled", When(former, by=(was.begin,) if was else ()))
    return Move("planned", When(), former)


def _left(scene: Scene, days: Sequence[Day], was: Day | None, told: set[str | None]) -> Move | None:
    """A plan of which no other day is told: it was to be, it came on its day, or so many days late."""
    ended = _first(days, "end")
    if ended and "former" in told:
        return Move("held", When(None, day_only(ended.value), by=(ended.begin,)))
    if not was:
        return None
    if "came" in told and (late := _delay(scene)):
        former = turned(was, scene.article.published, past=True)
        return Move("held", When(shifted(former, late)), day_only(former))
    if was.role == "former":
        end = was.begin + len(was.surface)
        if _BUT.match(scene.article.text, end) and re.search(r"\bhad\s(?:\w+\s)?been\b", scene.text):
            return Move("planned", When(), day_only(turned(was, scene.article.published, past=True)))
        said = bool(scene.sayings) and is_weekday(was.surface)
        day = turned(was, scene.article.published, past=False) if said else was.value
        return Move("planned", When(day_only(day), by=(was.begin,)))
    if "came" in told and not told & {"new", "shift"}:
        day = turned(was, scene.article.published, past=True)
        return Move("held", When(day_only(day), by=(was.begin,)))
    return None


def _now(days: Sequence[Day], was: Day | None) -> Day | None:
    """The day that holds: the first behind the former plan, else any."""
    holding = [d for d in days if d.role in ("came", "new")]
    if not was and {d.role for d in holding} == {"came", "new"}:
        return _first(days, "new")  # `The talks that began in May will go on in June`
    behind = [d for d in holding if was and d.begin > was.begin]
    return next(iter(behind or holding), None)


def _moved(
    scene: Scene,
    trigger: Trigger,
    days: Sequence[Day],
    was: Day | None,
    now: Day,
    earlier: str | None,
    told: set[str | None],
) -> Move | None:
    """The plan with the day that it was moved to, if it was; a plan kept is none that moved."""
    held, today = now.role == "came", scene.article.published
    status: Status = "held" if held else "planned"
    start = turned(now, today, past=held)
    early = bool(_FORWARD.search(scene.text))
    former = beside(was, now, start, early=early) if was else earlier or _counted(scene, start)
    ended = next((d for d in days if d.role == "end" and d.begin > now.begin), None)
    when = When(day_only(start), day_only(ended.value) if ended else None, by=(now.begin,))
    if not former:
        known = {d.begin for d in days}
        between = any(trigger.begin <= d.begin < now.begin and d.begin not in known for d in scene.dates)
        goes_on = now.role == "new" and "came" in told and not trigger.verb
        return Move(status, when) if between or goes_on or told & {"move", "shift"} else None
    first, last = days_of(former), days_of(start)
    if not first or not last or (held and today and last[0] > today):
        return None
    # What came before the day first set was misread, unless the words say that it came early.
    kept = first == last or (held and last[0] < first[0] and not early)
    return Move(status, when, None if kept else day_only(former), now.begin if was else None)


def _counted(scene: Scene, start: str) -> str | None:
    """The day first set, counted from the day that holds."""
    late = _delay(scene)
    return shifted(start, -late) if late and days_of(start) else None


def _delay(scene: Scene) -> int:
    """How many days late it came, by the words; negative where early, 0 where nothing tells."""
    said = _OFF_PLAN.search(scene.text)
    if not said or _ARRIVED.search(scene.text, 0, said.start()):
        return 0
    (number, unit), *_ = [
        (said[f"number_{kind}"], said[f"unit_{kind}"])
        for kind in ("late", "early", "delay", "of", "back", "forward")
        if said[f"number_{kind}"]
    ]
    many = 1 if number.lower() in ("a", "one") else parse_number(number) or 0
    days = int(many) * (7 if unit.lower() == "week" else 1)
    return -days if said["number_early"] or said["number_forward"] else days
