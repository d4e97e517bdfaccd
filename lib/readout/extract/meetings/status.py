"""Whether a meeting took place, is planned, proposed or called off; who announced it, and how firmly."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.scene import Scene, reporting
from readout.extract.meetings.when import When, weighs_outcome
from readout.extract.mentions import Status
from readout.lexicon import table, words
from readout.text import any_of
from readout.text.calendar import days_of

_SOURCE = re.compile(
    r"\b((?:[Aa]n?|[Oo]ne|[Tt]he|[Ss]ome|[Tt]wo|[Ss]enior)\s(?:[\w.’-]+\s){0,4}(?:officials?|spokes\w+|sources?|diplomats?|aides?|ministry|government|office)"
    r"|[A-Z]\w+[’']s\s(?:[\w-]+\s){0,3}(?:[Mm]inistry|[Gg]overnment|[Oo]ffice))\b"
)
# `Envoys to meet on Tuesday`, as headlines have it.
_AHEAD = re.compile(r"\bto\s\Z")
# `met to prepare the ground for Friday’s talks`
_PREPARED = re.compile(r"\bprepar(?:e|es|ed|ing|ations?)\s(?:[\w-]+\s){0,2}for\s(?:[\w-]+\s){0,2}\Z")
_SETTING = re.compile(r"(?:In|At|During)\s(?:(?:the|an?|their|its)\s)?(?:[\w’'-]+\s){0,2}")
_DONE = re.compile(
    r",\s[^,;]{2,80}?\b(?:[a-z]{2,}ed|took|made|met|won|gave|got|came|went|found|put|held|left|began|saw)\b"
)
# What leads the clause of a meeting that is over: `after hours of talks in Lima, the ministers`.
_AFTER = re.compile(r"(?:,?\s)?(?:(?:hours|days|shortly|soon)\s)?(?:after|following)\s[^,;]*", re.I)
# `at the start of the talks` is no verb, and tells that they were held.
_NOUN = re.compile(r"\b(?:the|an?|its|their)\s\Z")
_AT_ITS = re.compile(r"\bat the (?:start|opening|end|close|conclusion) of\s(?:the\s|their\s)?\Z")
_AUXILIARY = re.compile(r"\b(?:will|would|is|are|to|could|may)\b")
_WHICH = re.compile(r"\s(?:that|which|who)\s\Z")
_ACCORDING = re.compile(r"\baccording to\s", re.I)
# The first verbs of saying in a sentence tell whose word it is.
_VOICES = 5


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, Status | Literal["present"]]]:
    status = {row[0]: cast(Status | Literal["present"], row[1]) for row in table("meeting_status")}
    return re.compile(rf"\b{any_of(status)}\b|’ll\b", re.I), status


@cache
def _hedges() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('tentative'))}\b", re.I)


def status_of(scene: Scene, trigger: Trigger, when: When) -> Status | None:
    """The status by the words nearest to the meeting, then by its date; None where nothing tells."""
    said = _by_words(scene, trigger)
    days, today = days_of(when.value), scene.article.published
    if said == "present":
        # A headline tells in the present what has happened.
        past = days[1] < today if days and today else trigger.end <= len(scene.article.title or "")
        said = "held" if past else "planned"
    before = scene.words(max(scene.begin, trigger.begin - 40), trigger.begin)
    if said == "planned" and weighs_outcome(scene, trigger) and not (days and today and days[0] >= today):
        said = "held"
    if said == "held" and _PREPARED.search(before) and not (days and today and days[1] < today):
        return "planned"
    if trigger.verb and _AHEAD.search(scene.words(max(scene.begin, trigger.begin - 6), trigger.begin)):
        said = said or ("planned" if when.weekday else None)
    if said == "held" and _is_over(scene, trigger):
        return "held"
    if days and today:
        if days[1] < today and said is None:
            return "held"
        if days[0] > today and said in ("held", None):
            return "planned"
    if said:
        return said
    if trigger.verb:
        # A headline tells in the present what has happened.
        return "held" if trigger.past or (scene.is_headline and not _AHEAD.search(before)) else "planned"
    return "held" if days else None


def _by_words(scene: Scene, trigger: Trigger) -> Status | Literal["present"] | None:
    pattern, status = _cues()
    begin, end = scene.clause(trigger.begin)
    said = reporting().match(scene.article.text, begin)
    if said and said.group() not in status:
        begin = min(trigger.begin, said.end())
    if _AFTER.fullmatch(scene.words(begin, trigger.begin)):
        return "held"
    cues = []
    for m in pattern.finditer(scene.article.text, begin, end):
        tells = status.get(m.group().lower(), "planned")
        if any(d.begin <= m.start() < d.end for d in scene.dates) or (
            tells == "proposed" and _of_another(scene, trigger, m.start())
        ):
            continue
        if tells == "present" and _NOUN.search(scene.article.text, begin, m.start()):
            continue
        gap = trigger.begin - m.end() if m.end() <= trigger.begin else max(0, m.start() - trigger.end)
        cues.append((gap, tells, m.span()))
    if not cues:
        return (
            "held" if _set_in(scene, trigger) or _AT_ITS.search(scene.words(begin, trigger.begin)) else None
        )
    ahead = [s for _, s, _ in cues]
    for strong in ("cancelled", "proposed"):
        if strong in ahead:
            return cast(Status, strong)
    nearest = min(cues, key=lambda c: c[0])
    if nearest[1] == "held" and "planned" in ahead and _infinitive(scene, begin, end):
        return "planned"
    ruled = [last for _, said, (_, last) in cues if said == "planned" and last <= nearest[2][0]]
    # `is to hold`, `will soon open`: the auxiliary tells, not the verb that it rules.
    rules = any(re.fullmatch(r"\s(?:\w+\s)?", scene.words(last, nearest[2][0])) for last in ruled[-1:])
    return "planned" if nearest[1] == "present" and rules else nearest[1]


def _of_another(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether words are said of a noun behind the meeting: `talks to avoid a strike that could begin on Friday`."""
    relative = _WHICH.search(scene.words(max(trigger.end, at - len(" which ")), at))
    return bool(relative) and at - trigger.end > len(", which ")


def _set_in(scene: Scene, trigger: Trigger) -> bool:
    """Whether a sentence about what was done is set in the meeting: `In a third round, the sides agreed on`."""
    opening = scene.words(scene.begin, trigger.begin)
    return bool(_SETTING.fullmatch(opening) and _DONE.search(scene.article.text, trigger.end, scene.end))


def _is_over(scene: Scene, trigger: Trigger) -> bool:
    """Whether the sentence tells what was done after the meeting: `After the talks in Lima, they agreed on`."""
    opening = scene.words(scene.begin, trigger.begin)
    done = _DONE.search(scene.article.text, trigger.end, scene.end)
    return bool(_AFTER.fullmatch(opening) and done and not _AUXILIARY.search(done.group()))


def _infinitive(scene: Scene, begin: int, end: int) -> bool:
    """Whether what looks like a past form stands behind an auxiliary: `will be held`, `to be opened`."""
    return bool(re.search(r"\b(?:will|would|to|shall|is|are)\s(?:\w+\s){0,3}?be\s", scene.words(begin, end)))


def hedge(scene: Scene) -> str | None:
    """The words that make an announced date uncertain, or None."""
    found = _hedges().search(scene.text)
    return found.group() if found else None


def announcer(scene: Scene) -> str | None:
    """Who announces: the person, else the described source, that a verb of saying or `according to` names."""
    for first, last in scene.sayings[:_VOICES]:
        near = [p for p in scene.people if 0 <= first - p.end < 40 or 0 <= p.begin - last < 30]
        if near:
            return min(near, key=lambda p: abs(p.end - first)).person
        source = list(_SOURCE.finditer(scene.words(scene.begin, first)))
        if source:
            return source[-1].group(1)
    if told := _ACCORDING.search(scene.article.text, scene.begin, scene.end):
        named = [p.person for p in scene.people if 0 <= p.begin - told.end() < 45]
        source = list(_SOURCE.finditer(scene.words(told.end(), scene.end)))
        return named[0] if named else source[0].group(1) if source else None
    return None
