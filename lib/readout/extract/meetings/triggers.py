"""The words that speak of a meeting: that name it, say that parties met, or stand for it (`it`, `the table`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from readout.extract.meetings.naming import Trigger, named, ordinal, phrase
from readout.extract.meetings.scene import Scene
from readout.lexicon import table
from readout.text import any_of

_WENT = r"(?=(?:had\s)?(?:begun|began|started|lasted|ended|opened|closed|took|was over|will|is to|wrapped))"
_BUT = r"(?:(?:But|Yet|Instead|In the end|Then|Now|So),?\s)?"
_ITS = r"[Tt]he (?:date|start|opening|session|gathering|event)"
_MOVED = (
    r"(?:(?:(?:has|have|had)\sbeen|was|were)\s(?:\w+\s){0,2}?(?:put|push|mov|postpon|resched|delay|defer|brought|cancel|call|held)"
    r"|(?:(?:has|have|had|was|were|did|could|will)\s(?:not|never|now|since|then|later|finally)|never|only|finally|eventually)"
    r"\s(?:\w+\s)?(?:beg[aiu]n|start|open|take|took|held|be held|happen|resum|go ahead|meet|met)\w*)"
)
_HAD = (
    r"(?=(?:had (?:\w+ )?been|was|were) (?:\w+ly |first )?"
    r"(?:scheduled|planned|set|due|expected|supposed|slated|to have)\b"
    r"|(?:began|opened|started|took place) (?:only |late )?(?:on|in|at)\b|lasted\b"
    r"|(?:went on|ran) (?:for|until|till)\b)"
)
_PRONOUN = re.compile(
    rf"\A{_BUT}(?:(?P<went>[Ii]t|{_ITS})\s{_WENT}|(?P<moved>[Ii]t|[Tt]hey|[Tt]hat|{_ITS})\s{_MOVED}"
    rf"|(?P<had>[Ii]t|[Tt]hey|{_ITS})\s{_HAD})"
)
# Further on in a sentence that names a meeting: `put its length at an hour and said that it began at noon`.
_PRONOUN_AFTER = re.compile(rf"\b(?:that|and|said)\sit\s{_WENT}")
_TABLE = re.compile(
    r"\b(?:rose from|left|returned to|sat at|sat down at|back at|gathered at)\sthe\s(?:negotiating\s)?table\b"
)
# Who sits at the table, where no meeting is named: `led the Ukrainian delegation`, `the delegation, including`.
_DELEGATION = re.compile(
    r"\b(?:lead|leads|led|head|heads|headed)\s(?:[\w’'-]+\s){0,3}(?P<led>delegation|team|negotiators)\b"
    r"|\b(?P<for>led|lead|leads|leading)\sfor\s(?=the\s|[A-Z])"
    r"|\b(?P<made>(?:delegation|team|side)s?)\b(?=[^.;]{0,20}\b(?:including|made up of|composed of|led by|headed by)\b)"
)
# Who is placed at the table by a plain verb: `came for Chad`, `sat beside Grau`. What follows must name a party.
_SEATED = re.compile(
    r"\b(?:(?:came|come|coming|travel(?:s|led|ed|ling|ing)?) for"
    r"|represent(?:s|ed|ing)?|[Ss]eated with"
    r"|(?:sat|sits?|sitting|[Ss]eated|placed) (?:beside|next to|opposite|across from))"
    r"\s(?:the\s)?(?=[A-Z])"
)
_SEATED_ELSEWHERE = re.compile(r"\w+(?:\s\w+){0,3}?\s(?:as|at|during|from|in|on|since)\s")


# What makes a noun of a verb, or says that nobody met: `not able to meet`.
_NO_VERB = re.compile(
    r"\b(?:the|a|an|to be|this|have not|not|’s|of|(?:unable|not able|refused|refuses|declined|declines) to)\s\Z"
)


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    tense = {row[0]: row[1] for row in table("meeting_verbs")}
    return re.compile(rf"\b{any_of(tense)}\b"), tense


def _verb_triggers(scene: Scene) -> list[Trigger]:
    pattern, tense = _verbs()
    found = []
    for m in pattern.finditer(scene.article.text, scene.begin, scene.end):
        before = scene.words(max(scene.begin, m.start() - 14), m.start())
        if _NO_VERB.search(before):
            continue
        second = re.match(
            r"\s(?:again\s)?(?:for\s)?an?\s(\w+)\stime\b", scene.words(m.end(), min(scene.end, m.end() + 30))
        )
        number = ordinal(second.group(1)) if second else None
        past = tense[m.group()] == "past"
        found.append(Trigger(m.start(), m.end(), m.group(), verb=True, past=past, round=number))
    return found


def _seats(scene: Scene) -> Iterator[Trigger]:
    """Verbs that place people at the table, in a sentence that names no meeting; not `represented her at the gala`."""
    sides = {p.begin for p in scene.parties}
    named = sides | {p.begin for p in scene.people}
    for m in _SEATED.finditer(scene.article.text, scene.begin, scene.end):
        elsewhere = _SEATED_ELSEWHERE.match(scene.article.text, m.end(), min(scene.end, m.end() + 60))
        country = " for " in m.group() or m.group().startswith("represent")
        fits = m.end() in (sides if country else named)
        if fits and not elsewhere:
            yield Trigger(m.start(), m.end() - 1, "seat", definite=True)


@cache
def _occasion() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(row[0] for row in table('occasions'))}s?\b(?!-)", re.I)


def _occasions(scene: Scene) -> Iterator[Trigger]:
    """The first occasion that is no meeting, in a sentence that names none."""
    for m in _occasion().finditer(scene.article.text, scene.begin, scene.end):
        if any(d.begin <= m.start() < d.end for d in scene.dates):
            continue
        begin, number = phrase(scene, m.start(), m.end())
        yield Trigger(begin, m.end(), m.group().lower(), definite=True, occasion=True, round=number)
        return


def _stand_ins(scene: Scene) -> Iterator[Trigger]:
    """`It` and the like at the start of a sentence, for the meeting of the one before."""
    for m in _PRONOUN.finditer(scene.text):
        begin, end = m.span(m.lastgroup or 0)
        yield Trigger(
            scene.begin + begin, scene.begin + end, m[m.lastgroup or 0], pronoun=True, definite=True
        )


_SUBJECT = re.compile(r"\s(?:between\s(?:(?!who\b|that\b)[\w’'-]+\s){3,8})?")
_APPOSED = re.compile(r",\s(?:the|an?|their)\s\Z")


def _folded(scene: Scene, triggers: list[Trigger]) -> list[Trigger]:
    """One trigger for two names of one meeting: `the talks, the first in years`, `marking a second round`.

    A verb right behind a noun has it for its subject and tells of no other.
    """
    found: list[Trigger] = []
    for t in triggers:
        before = found[-1] if found else None
        between = scene.words(before.end, t.begin) if before else ""
        if before and not t.verb and _APPOSED.fullmatch(between):
            found[-1] = replace(before, end=t.end, round=before.round or t.round)
        elif before and not t.verb and re.search(r"\bmarking\s(?:the|an?)\s\Z", between):
            found[-1] = replace(before, round=before.round or t.round)
        elif (
            before
            and not (before.verb or before.pronoun or before.occasion)
            and t.verb
            and _SUBJECT.fullmatch(between)
        ):
            continue  # `the round sat for`
        else:
            found.append(t)
    return found


def find_triggers(scene: Scene, *, follows: bool) -> list[Trigger]:
    """What names a meeting, in text order; pronouns only where the sentence `follows` a meeting."""
    found = named(scene)
    found += [
        Trigger(m.start(), m.end(), "table", verb=True, past=True)
        for m in _TABLE.finditer(scene.article.text, scene.begin, scene.end)
    ]
    found += [
        Trigger(*m.span(m.lastgroup or 0), "delegation", definite=True)
        for m in _DELEGATION.finditer(scene.article.text, scene.begin, scene.end)
    ]
    if follows and not found:
        found += _seats(scene)
    if not found and (scene.dates or scene.end <= len(scene.article.title or "")):
        found += _occasions(scene)
    covered = [(t.begin, t.end) for t in found]
    found += [t for t in _verb_triggers(scene) if not any(b <= t.begin < e for b, e in covered)]
    if len(found) == 1 and not found[0].verb and not found[0].occasion:
        found += [
            Trigger(m.end() - len("it "), m.end() - 1, "it", pronoun=True, definite=True)
            for m in _PRONOUN_AFTER.finditer(scene.article.text, found[0].end, scene.end)
        ]
    elif follows and all(t.verb or t.occasion for t in found):
        found += _stand_ins(scene)
    return _folded(scene, sorted(found, key=lambda t: t.begin))
