"""What a sentence says of one meeting: when, where, how long, who, and whether it took place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from readout.extract.meetings.parties import is_place, leads
from readout.extract.meetings.scene import Scene, reporting
from readout.extract.meetings.status import announcer, hedge, status_of
from readout.extract.meetings.takers import Takers, find_takers
from readout.extract.meetings.triggers import Trigger
from readout.extract.mentions import DateMention, DurationMention, MeetingMention, Mention
from readout.lexicon import nations

_M = TypeVar("_M", bound=Mention)
# A detail further than this many characters from a meeting's words is not said of it.
_REACH = 170
# What a clause boundary between a detail and a meeting counts for, in characters.
_BARRIER = 70
_NOT_WHEN = re.compile(r"\b(?:since|until|till|by|before|from before|as of)\s(?:the\s)?\Z", re.I)
_NOT_HOW_LONG = re.compile(
    r"\b(?:in|over|within|during|next|past|last|coming|every|since|more than|for the)\s(?:the\s)?\Z", re.I
)
_ENDING = re.compile(
    r"\b(?:wrap(?:s|ped) up|ends|ended|conclude[sd]|finish(?:es|ed)|close[sd]|broke up|rose from)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:told|speaking|spoke|said)\b[^,;]{0,25}|(?:wars?|conflict|fighting|invasion|crisis|peace|ceasefire|truce|situation"
    r"|forces|troops|strikes?|attacks?|quake|earthquake|violence|killed|hostages)\s)(?:in|at)\s(?:the\s)?\Z"
)
_NTH_DAY = re.compile(r"\b(second|third|fourth|fifth|final)\sday\b", re.I)
_LATE_DAYS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}


@dataclass(frozen=True, slots=True)
class _When:
    start: str | None = None
    end: str | None = None


def _gap(scene: Scene, m: Mention, t: Trigger) -> int:
    """How far a detail is from a meeting's words, in characters; clause boundaries count too."""
    if m.begin < t.end and t.begin < m.end:
        return 0
    low, high = (m.end, t.begin) if m.end <= t.begin else (t.end, m.begin)
    return high - low + _BARRIER * scene.barriers(low, high + 1)


def _nearest(scene: Scene, mentions: Sequence[_M], trigger: Trigger, rivals: Sequence[Trigger]) -> list[_M]:
    """The details that are nearer to this meeting's words than to any other's."""
    near = []
    for m in mentions:
        own = _gap(scene, m, trigger)
        if own <= _REACH and all(
            own < _gap(scene, m, r) or (own == _gap(scene, m, r) and trigger.begin < r.begin) for r in rivals
        ):
            near.append(m)
    return near


def _of_report(scene: Scene, d: DateMention, triggers: Sequence[Trigger]) -> bool:
    """Whether a date says when something was said: `said on Monday`, `On Monday, the minister said`."""
    verbs = list(reporting().finditer(scene.article.text, scene.begin, scene.end))
    for verb in verbs:
        between = scene.words(verb.end(), d.begin)
        if verb.end() <= d.begin and len(between) < 60 and not re.search(r",|\bthat\b|“|\"", between):
            return not any(verb.end() <= t.begin < d.begin for t in triggers)
    heads = [s for s in (scene.begin, *(c[0] for c in scene.clauses)) if 0 <= d.begin - s <= 12]
    opens = bool(heads) or scene.words(d.begin - 6, d.begin).endswith((". On ", "and on ", "but on "))
    first = min((v.start() for v in verbs if v.start() >= d.end), default=None)
    return (
        opens
        and first is not None
        and not any(d.end <= t.begin < first for t in triggers)
        and (not any(t.begin < d.begin for t in triggers))
    )


def _day(value: str) -> str:
    """A TIMEX3 value without its time of day."""
    return re.sub(r"T.*\Z", "", value)


def _previous_days(value: str, days: int) -> str:
    try:
        return (date.fromisoformat(value) - timedelta(days=days)).isoformat()
    except ValueError:
        return value


def _when(
    scene: Scene, trigger: Trigger, rivals: Sequence[Trigger], lengths: Sequence[DurationMention]
) -> _When:
    """Start and end, from the dates said of the meeting; an ending with a length in days tells the start."""
    dates = [
        d
        for d in scene.dates
        if d.type != "SET"
        and not d.value.endswith("_REF")
        and (
            _gap(scene, d, trigger) == 0
            or not _NOT_WHEN.search(scene.words(max(scene.begin, d.begin - 14), d.begin))
        )
        and not _of_report(scene, d, [trigger, *rivals])
    ]
    own = _nearest(scene, dates, trigger, rivals)
    if not own:
        return _When()
    if len(own) > 1 and scene.words(own[0].end, own[1].begin).strip(" ,") in {
        "and",
        "to",
        "through",
        "–",
        "-",
    }:
        return _When(_day(own[0].value), _day(own[1].value))
    best = min(own, key=lambda d: (_gap(scene, d, trigger), d.begin))
    if "/" in best.value:
        start, end = best.value.split("/", 1)
        return _When(_day(start), _day(end))
    value = _day(best.value)
    if best.mod in ("START", "MID", "END") and len(value) == 7:
        value = f"{value}-{best.mod}"
    return _ended(scene, trigger, value, lengths)


def _ended(scene: Scene, trigger: Trigger, value: str, lengths: Sequence[DurationMention]) -> _When:
    """Whether the date is the last day of the meeting; then the start is counted back."""
    span = scene.words(*scene.clause(trigger.begin))
    nth = _NTH_DAY.search(scene.words(max(scene.begin, trigger.begin - 30), trigger.begin))
    if nth and nth.group(1).lower() in _LATE_DAYS:
        return _When(_previous_days(value, _LATE_DAYS[nth.group(1).lower()] - 1), value)
    if not _ENDING.search(span):
        return _When(value)
    days = [int(m.group(1)) for d in lengths if (m := re.fullmatch(r"P(\d+)D", d.value))]
    return _When(_previous_days(value, days[0] - 1), value) if days else _When(None, value)


def _lengths(scene: Scene, trigger: Trigger, rivals: Sequence[Trigger]) -> list[DurationMention]:
    """How long it lasted; not periods in which, or since when, something happened."""
    said = [
        d
        for d in scene.durations
        if not _NOT_HOW_LONG.search(scene.words(max(scene.begin, d.begin - 16), d.begin))
        and not re.match(
            r"\s(?:ago|later|earlier|before|old|after|of (?:war|fighting|captivity))\b",
            scene.words(d.end, d.end + 18),
        )
        and not (
            "-" in d.surface
            and not re.match(r"-?\s?long\b", scene.words(d.end, d.end + 6))
            and d.end != trigger.begin - 1
        )
    ]
    return [
        d
        for d in _nearest(scene, said, trigger, rivals)
        if _gap(scene, d, trigger) < 90 and re.fullmatch(r"PT?[\dX].*[HMD]", d.value)
    ]


def _place(scene: Scene, trigger: Trigger, rivals: Sequence[Trigger], before: Scene | None) -> str | None:
    """Where: a place in the meeting's own clause, one in its name (`the Geneva talks`), or `there`."""
    text = scene.article.text
    name = scene.words(trigger.begin, trigger.end)
    clause = scene.clause(trigger.begin)
    near = [
        (
            abs(p.begin - trigger.end)
            + _BARRIER * scene.barriers(min(p.begin, trigger.begin), max(p.begin, trigger.begin) + 1),
            p,
        )
        for p in scene.places
        if not trigger.begin <= p.begin < trigger.end
        and re.search(r"\b(?:in|at)\s(?:the\s)?\Z", text[max(0, p.begin - 8) : p.begin])
    ]
    near = [
        (g, p)
        for g, p in near
        if g <= _REACH
        and not _elsewhere(scene, p.begin)
        and not any(_closer(scene, p.begin, r, g) for r in rivals)
    ]
    if near:
        return min(near, key=lambda n: (not is_place(n[1].name), n[0]))[1].name
    if (
        re.search(r"\bthere\b(?!\s(?:is|are|was|were|will|has|had|would|be)\b)", scene.words(*clause))
        and before
        and before.places
    ):
        return before.places[-1].name
    found = re.match(r"(?:the\s)?((?:[A-Z][\w-]+\s)+)", name)
    if not found:
        return None
    named = next((k for k in leads(found.group(1).strip()) if is_place(k)), None)
    return named if named not in nations.countries() else None


def _closer(scene: Scene, offset: int, rival: Trigger, gap: int) -> bool:
    low, high = min(offset, rival.begin), max(offset, rival.begin)
    return abs(offset - rival.end) + _BARRIER * scene.barriers(low, high + 1) < gap


def _elsewhere(scene: Scene, offset: int) -> bool:
    """Whether somebody spoke there, or something else goes on: `told reporters in Geneva`, `the war in`."""
    return bool(_ELSEWHERE.search(scene.words(max(scene.begin, offset - 60), offset)))


def _title(scene: Scene, trigger: Trigger, takers: Takers) -> str:
    """The meeting as the article calls it, without articles; verbs become `meeting`."""
    if trigger.verb or trigger.pronoun:
        name = "meeting"
    else:
        name = re.sub(
            r"\A(?:the|an?|this|these|those)\s", "", scene.words(trigger.begin, trigger.end), flags=re.I
        )
        name = " ".join(name.replace("\u00a0", " ").split())
    clause = scene.words(*scene.clause(trigger.begin))
    apart = re.search(r"\bseparate(?:ly)?\b|\bof their own\b", clause, re.I)
    return f"separate {name}" if apart and takers.people and "separate" not in name else name


def describe(
    scene: Scene, trigger: Trigger, rivals: Sequence[Trigger], before: Scene | None
) -> MeetingMention | None:
    """The mention, or None where the sentence tells nothing of the meeting."""
    takers = find_takers(scene, trigger)
    if trigger.verb and not takers.parties and not _lengths(scene, trigger, rivals):
        return None
    lengths = _lengths(scene, trigger, rivals)
    when = _when(scene, trigger, rivals, lengths)
    status = status_of(scene, trigger, when.start or when.end) or ("held" if lengths else None)
    place = _place(scene, trigger, rivals, before)
    told = [when.start or when.end, place, lengths, trigger.round, len(takers.people) + len(takers.sides) > 1]
    takes_part = bool(takers.people) and trigger.definite
    if status is None or not (any(told) or takes_part):
        return None
    return MeetingMention(
        article=scene.article.id,
        begin=trigger.begin,
        end=trigger.end,
        surface=scene.words(trigger.begin, trigger.end),
        title=_title(scene, trigger, takers),
        status=status,
        start=when.start,
        until=when.end,
        place=place,
        sides=takers.sides,
        people=takers.people,
        durations=tuple(d.value for d in lengths),
        round=trigger.round,
        announced_by=announcer(scene) if status == "planned" else None,
        tentative=hedge(scene) if status == "planned" else None,
    )
