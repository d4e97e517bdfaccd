"""The words of a sentence that tell of a plan for a meeting, or of what came of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Literal

from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.scene import Scene
from readout.lexicon import table, words

# former: a plan that was; plan: one that may still hold; new: one that holds now; came: it happened; not: it did not;
# move and shift: to another day (a shift needs one); off: it never will; end: its last day.
Role = Literal["former", "plan", "new", "came", "not", "move", "shift", "off", "end"]
# A date further than this many characters behind the words is not governed by them.
REACH = 60
# What stands further than this many characters from the words for a meeting tells nothing of it.
_AROUND = 300
_GAP = r"\s(?:\w+\s){0,2}?"
# What stands between the halves of a verb: `put the talks off`.
_OBJECT = r"\s(?:(?!and|but)[\w’'-]+\s){1,5}?"
_NEGATED = (
    r"\b(?:did|do|does|was|were|has|have|had|could|would|will|is|are|can)(?:\snot|n[’']t)|\bnever|\bno\slonger"
    r"|\bfailed\sto|\b(?:has|have|had)\syet\sto"
)
_BOUNDARY = re.compile(
    r"[;,:()—]|\s[–-]\s|\b(?:but|yet|that|which|before|after|when|until)\b"
    r"|\band\b(?=\s(?:the|an?|its?|they|was|were|did|will|has|had|have|is|are|only|finally|then|now)\b)",
    re.I,
)
_SUBORDINATE = re.compile(r",?\s?(?:after|before|when|as|since|because|while|although|though|if)\b", re.I)
# `Though planned for Monday, the talks ...`: a clause without a subject has that of the main one.
_THOUGH = re.compile(r"\W*(?:though|although|while)\s(?:\w+ly\s|first\s)?", re.I)
# Verbs of those whose visit it was, not further than this many characters behind what is told of it.
_VISITED = re.compile(r"\b(?:visited|toured|arrived)\Z", re.I)
_VISITS = frozenset(["visit", "tour"])
_OWNERS = 14
_TOOK = re.compile(r"\b(?:lasted|took)\s(?:\w+\s)?\Z")
_THEM = re.compile(r"\s(?:it|them)\b")
# `the exchange of letters began`
_WHAT = re.compile(r"\s(?:of\s(?:[\w’'-]+\s){1,3})?")
# Between the words for another meeting and what is said of that one: `the session set for`, `the talks, which were`.
_OF_ANOTHER = re.compile(r"(?:\s(?:with|between|of)\s[^,;]{2,40})?,?\s(?:(?:which|that)\s)?(?:\w+ly\s)?")
_HELD_IT = re.compile(
    r"(?<!have )(?<!be )(?<!been )\b(?:held|opened|concluded|wrapped up)"
    r"\s(?:its|his|her|their|an?|the)\s(?:[\w-]+\s){0,3}\Z"
)
_IF = re.compile(r"\b(?:if|unless|until|before|once|as though)\s[^,;]*\Z", re.I)
_OTHER = re.compile(r"[;,]\s(?:and\s)?(?:the|a)\s(?:other|next|latter|first|second|third|fourth|fifth)\b")


def _any(choices: Sequence[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(set(choices), key=len, reverse=True))


@cache
def _cues() -> re.Pattern[str]:
    rows = table("meeting_moves")
    plan, first, move, shift, off, end = (
        _any([words for words, role in rows if role == wanted])
        for wanted in ("plan", "first", "move", "shift", "off", "end")
    )
    base, past, participle = (_any(column) for column in zip(*table("meeting_happens"), strict=True))
    set_for = rf"(?:{plan})\b(?:\sto{_GAP}(?:{base}))?"
    roles = {
        "not": rf"(?:{_NEGATED}){_GAP}(?:{base}|{past}|{participle})",
        "new": rf"\b(?:will|would|is|are|was|were|has|have)\snow\b(?:{_GAP}(?:{set_for}|{base}))?"
        rf"|\b(?:is|are)(?=\son\s)|\b(?:begin|start|open|resume|kick|take)s?(?:\s(?:off|place))?(?=\son\s)"
        rf"|\b(?:will|shall|would)\s(?:\w+\s)?(?:{base})|\b(?:is|are)\s(?:now\s)?(?:{set_for}|to{_GAP}(?:{base}))",
        "former": rf"\b(?:was|were|(?:had|has|have)(?:\s\w+)?\sbeen)\s(?:(?:\w+ly|{first})\s)?{set_for}"
        rf"|\bhad\s(?:\w+\s)?(?:agreed|{plan})\sto{_GAP}(?:{base})"
        rf"|\b(?:should|(?:was|were)\sto)\shave\s(?:been\s)?(?:{participle})"
        rf"|\b(?:{first})\s{set_for}|\b(?:was|were)\s(?:\w+ly\s)?to{_GAP}(?:{base})",
        "off": rf"\b(?:{off}|call(?:ed|s)?{_OBJECT}off)",
        "move": rf"\b(?:{move}|(?:put|pushed|pushes){_OBJECT}(?:off|back)|indefinitely"
        rf"|(?:brought|moved|pulled){_OBJECT}(?:forward|up))",
        "shift": rf"\b(?:{shift})",
        "plan": rf"\b{set_for}(?=\s(?:for|on|to|in|at)\b|\s[A-Z])|\bagreed(?=\sfor\b)",
        "came": rf"\b(?:{past}|(?:lasted|took)(?=\s(?:[\w-]+\s){{1,6}}?(?:minute|hour|day)s?\b))",
        "end": rf"\b(?:{end})",
    }
    return re.compile("|".join(rf"(?P<{role}>(?:{pattern})\b)" for role, pattern in roles.items()), re.I)


@cache
def _own() -> frozenset[str]:
    return words("meeting_own")


def _tells(scene: Scene, trigger: Trigger, cue: re.Match[str], boundaries: Sequence[int], told: int) -> bool:
    """Whether the meeting is the subject of these words, or the object of words that move it.

    `told` is where the last such words began: what follows in the same clause has the same subject.
    """
    moves = cue.lastgroup in ("move", "shift", "off")
    own = scene.clause(trigger.begin)[0]
    if cue.end() <= own and _SUBORDINATE.match(scene.article.text, own):
        return False  # `The strike was called off before the talks began`
    if cue.start() < trigger.end and trigger.begin < cue.end():
        return True
    if _VISITED.search(cue.group()):
        return trigger.noun in _VISITS and _is_owners(scene, trigger, cue.start())
    if 0 <= trigger.begin - cue.end() < (40 if moves else 25):
        return True
    if moves and (_THEM.search(cue.group() + scene.words(cue.end(), cue.end() + 5))):
        return True
    clause = scene.clause(cue.start())[0]
    if cue.lastgroup in ("plan", "former") and _THOUGH.fullmatch(scene.words(clause, cue.start())):
        return True
    if _SUBORDINATE.match(scene.article.text, clause) and not clause <= trigger.begin < cue.start():
        return False
    at = bisect_right(boundaries, cue.start())
    last = boundaries[at - 1] if at else scene.begin
    if 0 < last - trigger.end < 3 and scene.words(last, last + 4) == "that":
        return True  # `The talks that collapsed on Monday will resume`
    between = re.findall(r"\w+", scene.words(last, cue.start()).lower())
    named = {*_own(), *trigger.noun.split()}
    return any(last <= at < cue.start() for at in (trigger.begin, told)) or all(
        w in named or w.endswith("ly") for w in between[:12]
    )


def _is_owners(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Whether a verb tells what those did `whose visit was put off`: `the envoy, whose visit ..., toured the port`."""
    if scene.words(max(scene.begin, trigger.begin - 6), trigger.begin) != "whose ":
        return False
    ends = next((end for begin, end in scene.asides if begin <= trigger.begin < end), scene.end)
    return 0 < verb - ends <= _OWNERS


def find_cues(scene: Scene, trigger: Trigger, begin: int, end: int) -> list[re.Match[str]]:
    """The words between two offsets that tell of this meeting's plan or of what came of it, in text order."""
    text = scene.article.text
    boundaries = [m.start() for m in _BOUNDARY.finditer(text, max(scene.begin, begin - _AROUND), end)]
    dates = [d for d in scene.dates if begin < d.end and d.begin < end]
    found: list[re.Match[str]] = []
    for cue in _cues().finditer(text, begin, end):
        if any(d.begin <= cue.start() < d.end for d in dates):
            continue
        if (
            scene.begin < begin
            and cue.end() < trigger.begin
            and _OF_ANOTHER.fullmatch(text, begin, cue.start())
        ):
            continue
        if _tells(scene, trigger, cue, boundaries, found[-1].start() if found else -1):
            found.append(cue)
    return found


@cache
def _begins() -> re.Pattern[str]:
    bases = [row[0].split(" ", 1) for row in table("meeting_happens")]
    present = [" ".join([f"{verb}s", *rest]) for verb, *rest in bases if verb != "be"]
    return re.compile(rf"\s(?:{_any(present)})\b", re.I)


def came(scene: Scene, trigger: Trigger) -> bool:
    """Whether words right beside the occasion say that it took place: `the handover started`, `held its hearing`.

    A headline without a date tells in the present what has happened.
    """
    if scene.end <= len(scene.article.title or "") and not scene.dates:
        return bool(_begins().match(scene.article.text, trigger.end, scene.end))
    before = scene.words(max(scene.begin, trigger.begin - REACH), trigger.begin)
    if _HELD_IT.search(before) or _lasted(scene, trigger):
        return True
    cues = find_cues(scene, trigger, trigger.end, min(scene.end, trigger.end + REACH))
    return any(
        c.lastgroup == "came" and _WHAT.fullmatch(scene.words(trigger.end, c.start())) for c in cues[:1]
    ) and not _IF.search(before)


def _lasted(scene: Scene, trigger: Trigger) -> bool:
    """Whether a length is told of the occasion, which then came: `the handover, fixed for Monday, took two hours`."""
    told = [d for d in scene.durations if d.begin > trigger.end and d.of and d.of.split()[-1] == trigger.noun]
    return any(_TOOK.search(scene.words(max(trigger.end, d.begin - _OWNERS), d.begin)) for d in told)


def region(scene: Scene, trigger: Trigger, rivals: Sequence[Trigger]) -> tuple[int, int]:
    """What of the sentence may tell of this meeting: up to the words for another, named or not (`the second`)."""
    named = [r for r in rivals if not (r.verb or r.pronoun or r.occasion or _again(trigger, r))]
    begin = max((r.end for r in named if r.end <= trigger.begin), default=scene.begin)
    end = min((r.begin for r in named if r.begin >= trigger.end), default=scene.end)
    begin, end = max(begin, trigger.begin - _AROUND), min(end, trigger.end + _AROUND)
    other = _OTHER.search(scene.article.text, trigger.end, end)
    return begin, other.start() if other else end


def _again(trigger: Trigger, later: Trigger) -> bool:
    """Whether words further on name the same meeting again: `for a summit; ... the summit opened`."""
    return later.definite and later.begin > trigger.end and later.noun == trigger.noun and not later.round
