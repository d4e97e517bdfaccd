"""What a sentence says of one meeting: when, where, how long, who, and whether it took place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.extract.meetings.cues import came
from readout.extract.meetings.lengths import find_lengths
from readout.extract.meetings.moves import Move, find_move
from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.nearness import BARRIER, REACH
from readout.extract.meetings.parties import is_located, is_place, is_seat, leads
from readout.extract.meetings.scene import Scene
from readout.extract.meetings.status import announcer, hedge, status_of
from readout.extract.meetings.takers import Takers, find_takers
from readout.extract.meetings.weekdays import nearest_week
from readout.extract.meetings.when import When, find_when
from readout.extract.mentions import DurationMention, MeetingMention, Status
from readout.lexicon import nations
from readout.text.calendar import days_of

_APART = re.compile(
    r"\balone\b|\bseparate(?:ly)?\b|\bof their own\b|\beach other\b|\bone-on-one\b|\bprivately\b", re.I
)
# Who meets somebody on such an occasion does not sit at the table: `met the envoy ahead of the talks`.
_BESIDE = re.compile(
    r"\b(?:ahead of|before|after|following|on the (?:sidelines|margins) of)\s(?:the|these|those|their|today[’']s)"
    r"\s(?:[\w-]+\s){0,4}?(?:talks|negotiations|summit|meeting|conference|round)\b"
)
# Those who meet `for the first time after the talks` sat at the table themselves.
_FIRST_SINCE = re.compile(r"\b(?:first|last|second) time\b")
_PLANNED = re.compile(
    r"\b(?:was|were|had been)\s(?:\w+\s)?(?:to|due|supposed|expected|scheduled|set|planned|meant)\b[^;:]*\Z"
)
# `had been expected to meet her`: what came of it is left open.
_HAD_BEEN_TO = re.compile(
    r"\bhad\sbeen\s(?:\w+\s)?(?:due|supposed|expected|scheduled|set|planned|meant)\sto\s\Z"
)
_ASKED = re.compile(r"[’']s?\s(?:request|invitation|insistence|urging|behest|initiative|suggestion|wish)\b")
_THERE = re.compile(
    r"\bthere\b(?!\s(?:is|are|was|were|will|has|had|would|be)\b)|\b(?:at|in) the same (?:place|venue|city|town|hotel)\b"
)
# One person before a verb of meeting.
_ONE = re.compile(r"\b(?:he|she)\s(?:\w+\s)?\Z", re.I)
_HABIT = re.compile(
    r"\b(?:(?:held|meets?|takes? place) (?:\w+ )?(?:daily|weekly|monthly|regularly)"
    r"|(?:usually|normally|routinely|regularly) meets?)\b"
)
# A moved meeting is not where it was first to be.
_ELSE = re.compile(r"\b(?:elsewhere|(?:an)?other (?:country|city|town|place|venue|building|hotel|capital))\b")
_TO_HOLD = re.compile(
    r"\b(?:agree[ds]?|agreement|plans?|decided|decision|invited)\b[^,;]*\sto\s(?:hold|resume|restart|open|begin|start|host)"
    r"\s(?:[\w’'-]+\s){0,4}\Z"
)
_HOSTS = re.compile(r"\b(?:hosts?|hosted|hosting)\s(?=[^,;]{0,60}\Z)")
_ELSEWHERE = re.compile(
    r"\b(?:(?:told|speaking|spoke|said)\b[^,;]{0,25}|(?:wars?|conflict|fighting|invasion|crisis|peace|ceasefire|truce|situation"
    r"|forces|troops|strikes?|attacks?|quake|earthquake|violence|killed|hostages)\s)(?:in|at)\s(?:the\s)?\Z"
)


def _place(
    scene: Scene, trigger: Trigger, rivals: Sequence[Trigger], before: Scene | None, move: Move | None
) -> str | None:
    """Where: a place in the meeting's own clause, one in its name (`the Geneva talks`), or `there`."""
    text = scene.article.text
    name = scene.words(trigger.begin, trigger.end)
    clause = scene.clause(trigger.begin)
    near = [
        (
            abs(p.begin - trigger.end)
            + BARRIER * scene.barriers(min(p.begin, trigger.begin), max(p.begin, trigger.begin) + 1),
            p,
        )
        for p in scene.places
        if not trigger.begin <= p.begin < trigger.end
        and not (trigger.occasion and p.begin < clause[0])
        and is_located(text, scene.begin, p.begin)
        and not _ASKED.match(text, p.end)
        and not any(trigger.end <= at < p.begin for at, _ in scene.sayings)
    ]
    near = [
        (g, p)
        for g, p in near
        if g <= REACH
        and not _elsewhere(scene, p.begin)
        and not any(_closer(scene, p.begin, r, g) for r in rivals)
    ]
    if near:
        now = move.now if move else None
        return min(near, key=lambda n: (abs(n[1].begin - now) if now else 0, not is_place(n[1].name), n[0]))[
            1
        ].name
    if host := _host(scene, trigger):
        return host
    if before and before.places and _THERE.search(scene.words(*clause)):
        return before.places[-1].name
    found = re.match(r"(?:the\s)?((?:[A-Z][\w-]+\s)+)", name)
    return next((k for k in leads(found[1].strip()) if is_seat(k)), None) if found else None


def _host(scene: Scene, trigger: Trigger) -> str | None:
    """Where a country or city `hosts` the meeting."""
    begin = scene.clause(trigger.begin)[0]
    hosts = _HOSTS.search(scene.article.text, begin, trigger.begin)
    if not hosts:
        return None
    before = [p for p in scene.parties if begin <= p.begin and 0 < hosts.start() - p.end < 24]
    return next((p.name for p in before[-1:] if p.name in nations.countries() and not p.adjective), None)


def _closer(scene: Scene, offset: int, rival: Trigger, gap: int) -> bool:
    low, high = min(offset, rival.begin), max(offset, rival.begin)
    return abs(offset - rival.end) + BARRIER * scene.barriers(low, high + 1) < gap


def _elsewhere(scene: Scene, offset: int) -> bool:
    """Whether somebody spoke there, or something else goes on: `told reporters in Geneva`, `the war in`."""
    return bool(_ELSEWHERE.search(scene.words(max(scene.begin, offset - 60), offset)))


def _title(scene: Scene, trigger: Trigger, takers: Takers) -> str:
    """The meeting as the article calls it, without articles; verbs become `meeting`."""
    if trigger.noun in ("seat", "delegation"):
        name = "delegation"
    elif trigger.verb or trigger.pronoun:
        name = "meeting"
    else:
        name = re.sub(
            r"\A(?:the|an?|this|these|those)\s", "", scene.words(trigger.begin, trigger.end), flags=re.I
        )
        name = " ".join(name.replace("\u00a0", " ").split())
    clause = scene.words(*scene.clause(trigger.begin))
    beside = trigger.verb and _BESIDE.search(scene.text) and not _FIRST_SINCE.search(scene.text)
    apart = _APART.search(clause) or beside
    return (
        f"separate {name}" if apart and (takers.people or trigger.verb) and "separate" not in name else name
    )


def _was_to_be(scene: Scene, when: When) -> bool:
    """Whether the day is one for which somebody had planned something: it is not when a meeting was held."""
    return any(_PLANNED.search(scene.words(max(scene.begin, at - 60), at)) for at in when.by)


def _clock_only(scene: Scene, when: When) -> bool:
    """Whether only an hour is said, which tells nothing of the day: `began at 10:30`."""
    own = [d for d in scene.dates if d.begin in when.by]
    return all(re.fullmatch(r"\W*(?:at\s)?[\d:.]+\s?(?:[ap]\.?m\.?)?", d.surface) for d in own)


def _to_come(when: When, scene: Scene) -> bool:
    days, today = days_of(when.value), scene.article.published
    return bool(days and today and days[0] > today)


def _status_and_when(
    scene: Scene, trigger: Trigger, rivals: Sequence[Trigger], lengths: Sequence[DurationMention]
) -> tuple[Status | None, When]:
    when = find_when(scene, trigger, rivals, lengths)
    status = status_of(scene, trigger, when)
    status = status or ("held" if lengths or trigger.noun in ("delegation", "seat") else None)
    if status == "held" and _was_to_be(scene, when):
        when = When()
    today = scene.article.published
    days = days_of(when.value)
    over = days is not None and today is not None and days[1] < today
    if over and (status == "proposed" or _TO_HOLD.search(scene.words(scene.begin, trigger.begin))):
        # The day on which it was proposed or agreed.
        status, when = status if status == "proposed" else "planned", When()
    if status == "cancelled" and when.weekday and when.start and not when.until:
        when = replace(when, start=nearest_week(when.start, today))
    if status == "planned" and when.weekday and today:
        # A weekday gone by is the next one only where no other date may be meant.
        gone = days is not None and days[1] < today and len(scene.dates) > 1
        when = When() if gone and len(when.by) == 1 else when.ahead_of(today)
    return status, when


def describe(
    scene: Scene,
    trigger: Trigger,
    rivals: Sequence[Trigger],
    before: Scene | None,
    plan: MeetingMention | None = None,
) -> MeetingMention | None:
    """The mention, or None where the sentence tells nothing of the meeting; `plan` is the one just spoken of."""
    if _HABIT.search(scene.words(*scene.clause(trigger.begin))):
        return None
    takers = find_takers(scene, trigger)
    lengths = find_lengths(scene, trigger, rivals)
    move = find_move(scene, trigger, rivals, plan.start if plan and _may_be(plan, trigger) else None)
    if trigger.verb and not takers.parties and not lengths and not (move and move.former):
        return None
    if trigger.verb and len(takers.people) < 2 and _ONE.search(scene.words(scene.begin, trigger.begin)):
        return None  # `She sat with him for an hour`: no more than the two, whoever they are
    if (
        trigger.verb
        and not (move and move.former)
        and _HAD_BEEN_TO.search(scene.words(scene.begin, trigger.begin))
    ):
        return None
    status, when = (move.status, move.when) if move else _status_and_when(scene, trigger, rivals, lengths)
    if trigger.occasion and not (move and move.former):
        if came(scene, trigger):
            known = status == "held" and days_of(when.value) and not _clock_only(scene, when)
            status, when = "held", when if known else When()
        elif status not in ("planned", "cancelled") or not when.value:
            return None
    if status == "held" and _to_come(when, scene):
        when = When()  # the day or the tense is misread
    place = None if move and _ELSE.search(scene.text) else _place(scene, trigger, rivals, before, move)
    parties = len(takers.people) + len(takers.sides)
    title = _title(scene, trigger, takers)
    if trigger.verb and title.startswith("separate") and parties < 2:
        return None  # `met him alone`: who did is left open
    told = [when.value, move, place, lengths, trigger.round, trigger.occasion, parties > 1]
    takes_part = bool(takers.people) and trigger.definite
    if status is None or not (any(told) or takes_part):
        return None
    return MeetingMention(
        article=scene.article.id,
        begin=trigger.begin,
        end=trigger.end,
        surface=scene.words(trigger.begin, trigger.end),
        title=title,
        status=status,
        start=when.start,
        until=when.until,
        place=place,
        sides=takers.sides,
        people=takers.people,
        durations=tuple(d.value for d in lengths),
        round=trigger.round,
        announced_by=announcer(scene) if status == "planned" else None,
        tentative=hedge(scene) if status == "planned" else None,
        dated_by=when.by,
        slipped_from=move.former if move else None,
    )


def _may_be(plan: MeetingMention, trigger: Trigger) -> bool:
    """Whether words may go back to a plan of the sentence before: no other round, and none of a kind not named."""
    same = not trigger.round or trigger.round == plan.round
    again = trigger.definite or trigger.pronoun or (trigger.verb and trigger.past)
    return plan.status == "planned" and same and again
