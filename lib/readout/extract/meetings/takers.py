"""Who takes part in a meeting, and only who the sentence says does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from readout.extract.meetings.listing import firms, for_another, named_in
from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.scene import Scene, reporting
from readout.extract.meetings.when import weighs_outcome
from readout.extract.mentions import PersonMention
from readout.lexicon import table
from readout.text import any_of

# Who hosts or mediates does not sit at the table: `talks mediated by Chad`.
_HELPED = (
    r"mediated|brokered|hosted|led|chaired|facilitated|conducted|sponsored|convened|organi[sz]ed|overseen"
)
_WITH = re.compile(rf"\b(?:(?P<helped>{_HELPED})\s)?(?:between|among|amongst|with|by|involving|of)\s")
_BETWEEN = re.compile(r"\b(?:between|among|amongst)\s")
_WHO_HELD = re.compile(
    r"\s(?:that|which)\s([^,;]{3,60}?)\s(?:had\s|will\s)?(?:held|hold|began|started|ended|resumed)\b"
)
_WITH_AFTER_STOP = re.compile(r"[,;:]|\b(?:said|which|that|who)\b")
_STOP = re.compile(
    rf"\s(?:{_HELPED}|in|at|on|to|for|about|over|that|which|who|will|would|are|is|was|were|has|had|have|ended|began"
    r"|as|amid|since|late|early|this|last|next|during|aimed|could|may|can|took|take|described|until|hosted|met)\s|[;:“”\"—]"
    r"|,\s(?!and\s(?:the\s)?(?:[A-Z]))[a-z]"
)
_HOLDING = re.compile(
    r"\b(?:hold|holds|held|holding|open|opens|opened|begin|begins|began|start|starts|started|resume[sd]?"
    r"|end|ends|ended|conclude[sd]?|finish(?:ed)?|attend(?:s|ed)?|join(?:s|ed)?|leave|left|enter(?:ed)?"
    r"|(?:take|took|takes) part in|participate[sd]? in|convene[sd]?|continue[sd]?|restart(?:ed)?|have|had"
    r"|began with|back at)\b[^,;]{0,45}\Z"
)
_LEADING = re.compile(
    r"\b(?:lead|leads|led|head|heads|headed|represent|represents|represented|chair|chairs|chaired|mediated?)\b(?!\sto\b)"
    r"[^;]{0,60}\b(?:at|to|in|during|of|for)\s[^;]{0,12}\Z"
)
# `They will meet again in May`: several, and nothing that they meet.
_THEY = re.compile(r"\b(?:they|both)\b", re.I)
_ALONE = re.compile(
    r"\s(?:again|once more|on|in|for|next|late|early|face[\s-]to[\s-]face|behind closed doors|\w+day)\b"
)
_OWNER = re.compile(r"[’']s\s(?:[\w-]+\s){0,3}")
# What is by phone is no meeting: `called her by phone to discuss`.
_BY_PHONE = re.compile(r"\b(?:phone|telephone|phoned|telephoned)\b")


@cache
def _several() -> re.Pattern[str]:
    """Those who can meet by themselves: `the envoys`, `the government and the rebels`."""
    many = any_of(noun for noun, number in table("meeting_parties") if number == "many")
    one = any_of(noun for noun, number in table("meeting_parties") if number == "one")
    return re.compile(rf"\b{many}\b|\b{one}\sand\s(?:[\w’'-]+\s){{0,4}}?{one}\b")


@dataclass(frozen=True, slots=True)
class Takers:
    """People (their keys) and sides said to take part; `parties` also where only a role is named."""

    people: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    parties: bool = False


def _with_region(scene: Scene, trigger: Trigger) -> tuple[int, int] | None:
    """The words after `between`, `with` and the like, up to what ends the list."""
    clause = scene.clause(trigger.begin)
    until = min(clause[1], trigger.end + 160)
    if trigger.verb:
        begin = trigger.end
        direct = trigger.noun.startswith(("see", "saw", "receive"))
        link = re.match(r"\s" if direct else r"[^,;“\"]{0,45}?\bwith\s|\s", scene.words(begin, until))
        begin += link.end() if link else 0
    else:
        found = _WITH.search(scene.article.text, trigger.end, min(until, trigger.end + 45))
        if not found or found["helped"] or weighs_outcome(scene, trigger):
            found = _BETWEEN.search(scene.article.text, trigger.end, min(until, trigger.end + 100))
        if not found or _WITH_AFTER_STOP.search(scene.words(trigger.end, found.start())):
            return None
        begin = found.end()
    stop = _STOP.search(scene.article.text, begin - 1, until)
    return begin, max(begin, stop.start()) if stop else until


def _subject_region(scene: Scene, trigger: Trigger) -> tuple[int, int] | None:
    """The subject of a verb that has a meeting for an object, or of a verb of meeting."""
    clause = scene.clause(trigger.begin)
    begin = clause[0]
    said = re.match(
        r"\w+\s(?:that\s)?(?:it|they|he|she)\s(?:will|would|had|has|is|are)\b",
        scene.words(begin, trigger.begin),
    )
    if said and reporting().match(scene.article.text, begin):
        begin = scene.begin
    before = scene.words(begin, trigger.begin)
    if trigger.verb:
        return begin, trigger.begin
    holding = _HOLDING.search(before)
    hosts = holding and re.search(r"\bhost", holding.group())
    return (begin, begin + holding.start()) if holding and not hosts else None


def _relative_subject(scene: Scene, trigger: Trigger) -> tuple[int, int] | None:
    """The subject in `the talks that Chad and Sudan held`."""
    held = _WHO_HELD.match(scene.article.text, trigger.end, min(scene.end, trigger.end + 90))
    return held.span(1) if held else None


def _of_delegation(scene: Scene, trigger: Trigger) -> Takers:
    """Who sits in a delegation: the people of its clause, and all that follow `including`; not who tells of it."""
    begin, end = scene.clause(trigger.begin)
    end = (
        scene.end if re.match(r"[^.;]{0,20}(?:including|made up of)", scene.words(trigger.end, end)) else end
    )
    tells = {
        p.begin
        for p in scene.people
        for first, last in scene.sayings
        if first - p.end in (0, 1) or p.begin - last == 1
    }
    there = [
        p
        for p in scene.people
        if begin <= p.begin < end and p.begin not in tells and not for_another(scene, p)
    ]
    sides = [
        p.name
        for p in scene.parties
        if re.match(r"(?:[’']s)?\s(?:delegation|team|side)", scene.words(p.end, p.end + 14))
    ]
    return Takers(_merged([[p.person for p in there]]), _merged([sides]), bool(there))


def _leaders(scene: Scene, trigger: Trigger) -> tuple[list[str], list[str]]:
    """Who is said to lead a side's team at the meeting, or to attend it: the subject of that verb."""
    clause = scene.clause(trigger.begin)
    before = scene.words(clause[0], trigger.begin)
    leading = _LEADING.search(before)
    if not leading:
        return [], []
    at = clause[0] + leading.start()
    subjects = [p for p in scene.people if p.end <= at and not for_another(scene, p)]
    owners = [p.name for p in scene.parties if at <= p.begin < trigger.begin]
    return ([subjects[-1].person] if subjects else []), owners


def _owns(scene: Scene, p: PersonMention, trigger: Trigger) -> bool:
    """Whether it is a person's meeting with somebody: `Ruiz’s first talks with`."""
    with_whom = scene.words(trigger.end, trigger.end + 6) == " with "
    return with_whom and bool(_OWNER.fullmatch(scene.words(p.end, trigger.begin)))


def _in_name(scene: Scene, trigger: Trigger) -> tuple[list[str], list[str]]:
    """Parties in the meeting's own name: `Russia-Ukraine talks`, `Smith’s summit with`."""
    inside = [
        p.person for p in scene.people if trigger.begin <= p.begin < trigger.end or _owns(scene, p, trigger)
    ]
    joined = [
        w
        for pair in re.findall(r"\w+[-–]\w+", scene.words(trigger.begin, trigger.end))
        for w in re.split("[-–]", pair)
    ]
    if len([w for w in joined if w in scene.surnames]) > 1:
        inside += [scene.surnames[w] for w in joined if w in scene.surnames]
    named = [p.name for p in scene.parties if trigger.begin <= p.begin < trigger.end]
    linked = re.search(r"\w[-–]\w|\w/\w", scene.words(trigger.begin, trigger.end))
    return inside, named if linked and len(named) > 1 else []


def _merged(groups: Iterable[list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(x for group in groups for x in group))


def find_takers(scene: Scene, trigger: Trigger) -> Takers:
    """Who takes part in the meeting that `trigger` names."""
    if trigger.noun in ("delegation", "seat"):
        return _of_delegation(scene, trigger)
    within = _with_region(scene, trigger)
    regions = [r for r in (_subject_region(scene, trigger), within) if r]
    regions += [r] if not trigger.verb and (r := _relative_subject(scene, trigger)) else []
    found = [named_in(scene, *r) for r in regions] + [_leaders(scene, trigger), _in_name(scene, trigger)]
    if within and not trigger.verb and scene.words(within[0] - 5, within[0]) == "with ":
        found.append(([], firms(scene, *within)))
    people, sides = _merged(p for p, _ in found), _merged(s for _, s in found)
    if trigger.verb:
        return _of_verb(scene, trigger, people, sides, regions)
    return Takers(people, sides, bool(people or sides))


def _begins_with_party(scene: Scene, begin: int, end: int) -> bool:
    """Whether an object begins with a person, a side or a delegation."""
    head = scene.words(begin, min(end, begin + 30))
    begins = [p.begin for p in scene.people] + [p.begin for p in scene.parties]
    named = any(begin <= at < min(end, begin + 12) for at in begins)
    return bool(_several().search(head)) or (named and not re.match(r"(?:no|a|an|signs?)\s", head))


def _of_verb(
    scene: Scene,
    trigger: Trigger,
    people: tuple[str, ...],
    sides: tuple[str, ...],
    regions: list[tuple[int, int]],
) -> Takers:
    """Verbs mean many things (`met a demand`): parties on both ends, or a plural subject, make a meeting."""
    subject, *_ = regions
    has_object = len(regions) > 1 and (
        any(named_in(scene, *regions[1])) or _several().search(scene.words(*regions[1]))
    )
    starts = any(named_in(scene, *subject)) or bool(_several().search(scene.words(*subject)))
    plural = len(named_in(scene, *subject)[0]) + len(set(named_in(scene, *subject)[1])) > 1
    if trigger.noun.startswith(("see", "saw", "receive")):
        plural, has_object = False, _begins_with_party(scene, *regions[-1])
    if trigger.noun == "sat":
        plural = plural and bool(
            re.match(r"\s(?:for|together|at)\b", scene.words(trigger.end, trigger.end + 10))
        )
        has_object = has_object and " with " in scene.words(trigger.end - 1, trigger.end + 40)
    if trigger.noun == "table":
        plural = starts
    among = scene.words(*subject).lower()
    if trigger.noun.startswith("discuss") and _BY_PHONE.search(among):
        return Takers()
    if trigger.noun in ("meet", "met", "convened", "reconvened") and (
        _THEY.search(among) or _several().search(among)
    ):
        alone = bool(_ALONE.match(scene.words(trigger.end, trigger.end + 20)))
        starts, plural = starts or alone, plural or alone
    return Takers(people, sides, True) if starts and (has_object or plural) else Takers()
