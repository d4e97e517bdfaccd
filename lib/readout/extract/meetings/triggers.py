"""The words that name a meeting (`the second round of talks`) or say that parties met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from readout.extract.meetings.parties import is_place, modifiers
from readout.extract.meetings.scene import Scene
from readout.lexicon import table, words

ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}
_WORD_BEFORE = re.compile(r"([\w.’'“”\"-]+)[ \u00a0]\Z")
_DETERMINER = re.compile(
    r"\b(the|a|an|this|that|these|those|its|their|another|more|both|his|her|our)[ ]\Z", re.I
)
# `She talks about peace`, not `They held talks about peace`.
_TELLING = re.compile(r"\s(?:about|of|to|like)\b")
_TELLER = re.compile(r"\b(?:he|she|it|who|that|[A-Z][\w’'-]*|often|also|still|now|never)\s\Z")
_ROUND_OF = re.compile(r"\brounds?\sof\s(?:[\w-]+\s){0,3}\Z", re.I)
_WENT = r"(?=(?:had\s)?(?:begun|began|started|lasted|ended|opened|closed|took|was over|will|is to|wrapped))"
_BUT = r"(?:(?:But|Yet|Instead|In the end|Then|Now|So),?\s)?"
_ITS = r"[Tt]he (?:date|start|opening|session|gathering|event)"
_MOVED = (
    r"(?:(?:(?:has|have|had|was|were|did|could|will)\s)(?:not|never|now|since|then|later|finally)\b"
    r"|(?:(?:has|have|had)\sbeen|was|were)\s(?:\w+\s){0,2}?(?:put|push|mov|postpon|resched|delay|defer|brought|cancel|call|held)"
    r"|(?:never|only|finally|eventually)\s)"
)
_PRONOUN = re.compile(rf"\A{_BUT}(?:(?:[Ii]t|{_ITS})\s{_WENT}|(?:[Ii]t|[Tt]hey|[Tt]hat|{_ITS})\s{_MOVED})")
# Further on in a sentence that names a meeting: `put its length at an hour and said that it began at noon`.
_PRONOUN_AFTER = re.compile(rf"\b(?:that|and|said)\sit\s{_WENT}")
_TABLE = re.compile(
    r"\b(?:rose from|left|returned to|sat at|sat down at|back at|gathered at)\sthe\s(?:negotiating\s)?table\b"
)
# Who sits at the table, where no meeting is named: `led the Ukrainian delegation`, `the delegation, including`.
_DELEGATION = re.compile(
    r"\b(?:lead|leads|led|head|heads|headed)\s(?:[\w’'-]+\s){0,3}(?P<led>delegation|team|negotiators)\b"
    r"|\b(?P<made>delegation|team|side)\b(?=[^.;]{0,20}\b(?:including|made up of|composed of|led by|headed by)\b)"
)
# Who is placed at the table by a plain verb: `came for Chad`, `sat beside Grau`. What follows must name a party.
_SEATED = re.compile(
    r"\b(?:(?:came|come|coming|travel(?:s|led|ed|ling|ing)?) for"
    r"|represent(?:s|ed|ing)?|[Ss]eated with"
    r"|(?:sat|sits?|sitting|[Ss]eated|placed) (?:beside|next to|opposite|across from))"
    r"\s(?:the\s)?(?=[A-Z])"
)
_SEATED_ELSEWHERE = re.compile(r"\w+(?:\s\w+){0,3}?\s(?:as|at|during|from|in|on|since)\s")
# Beyond this many characters back nothing belongs to a meeting's name.
_REACH = 80


@dataclass(frozen=True, slots=True)
class Trigger:
    """The span that names a meeting; `verb` ones say that parties met; `past` is a verb's tense.

    An `occasion` (a vote, a walkout) is no meeting, and only told of where it was moved or called off.
    """

    begin: int
    end: int
    noun: str
    verb: bool = False
    past: bool = False
    pronoun: bool = False
    definite: bool = False
    occasion: bool = False
    round: int | None = None


@cache
def _nouns() -> re.Pattern[str]:
    names = sorted(words("meeting_nouns"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)}|rounds?|contacts)\b", re.I)


@cache
def _not_meetings() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('meeting_not')))})\b", re.I)


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    tense = {row[0]: row[1] for row in table("meeting_verbs")}
    return re.compile(rf"\b(?:{'|'.join(sorted(tense, key=len, reverse=True))})\b"), tense


def ordinal(word: str) -> int | None:
    """The number that an ordinal word stands for (`second`, `2nd`)."""
    bare = word.lower()
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", bare)
    return int(digits.group(1)) if digits else ORDINALS.get(bare)


def _phrase(scene: Scene, begin: int, end: int) -> tuple[int, int | None]:
    """Walk back from a noun over what belongs to its name: where the name begins, and its ordinal."""
    text, low, number = scene.article.text, max(scene.begin, begin - _REACH), None
    dated = {d.end: d.begin for d in scene.dates if d.end - d.begin < 20}
    headline = scene.end <= len(scene.article.title or "")
    while word := _WORD_BEFORE.search(text, low, begin):
        at, bare = word.start(1), word.group(1).strip('“”"')
        possessive = bare.endswith(("'s", "’s"))
        gap = begin - 1
        if gap in dated or gap - 2 in dated:
            begin = dated.get(gap, dated.get(gap - 2, begin))
        elif ordinal(bare) is not None and begin - at < 20:
            number, begin = ordinal(bare), at
        elif bare.lower() in modifiers() or _names(scene, bare, at, headline=headline) or possessive:
            begin = at
        else:
            break
    return begin, number


def _names(scene: Scene, word: str, at: int, *, headline: bool) -> bool:
    """Whether a capitalised word belongs to the name; in a headline any word may be capitalised."""
    known = is_place(word) or word in scene.surnames or "-" in word or "–" in word
    return word[:1].isupper() and (known or (at > scene.begin and not headline))


def _is_noun(scene: Scene, m: re.Match[str], begin: int) -> bool:
    """Whether the match is a noun, not the verb `meeting` or `talks`, and names a meeting."""
    text = scene.article.text
    word = m.group().lower()
    window = (max(scene.begin, m.start() - 12), min(scene.end, m.end() + 12))
    if any(x.start() < m.end() and m.start() < x.end() for x in _not_meetings().finditer(text, *window)):
        return False
    follows = re.match(r"\s([a-z]+)\b", scene.words(m.end(), min(scene.end, m.end() + 20)))
    if follows and follows[1] in words("roles"):
        return False
    if word in {"rounds", "contacts"}:
        return word == "contacts" and bool(
            _ROUND_OF.search(text, max(scene.begin, m.start() - 40), m.start())
        )
    if word == "talks" and begin == m.start() and _TELLING.match(text, m.end()):
        return begin == scene.begin or not _TELLER.search(text, max(scene.begin, begin - 30), begin)
    if word == "meeting" and begin == m.start():
        return bool(_DETERMINER.search(text, max(scene.begin, begin - 9), begin)) or begin == scene.begin
    return True


def _round_word(scene: Scene, m: re.Match[str], number: int | None, begin: int) -> bool:
    """Whether `round` is one of talks: `round of talks`, or a numbered round in an article about talks."""
    text = scene.article.text
    if re.match(r"\sof\s", text[m.end() : m.end() + 4]):
        after = text[m.end() + 4 : min(scene.end, m.end() + 60)]
        noun = _nouns().search(after)
        return bool(noun) and len(after[: noun.start()].split()) <= 3 if noun else False
    numbered = (
        number is not None or begin < m.start() or bool(_DETERMINER.search(text, max(0, begin - 9), begin))
    )
    return numbered and bool(re.search(r"\b(?:talks|negotiat|delegation|envoy|meet|met)", text))


def _noun_triggers(scene: Scene) -> list[Trigger]:
    text = scene.article.text
    found: list[Trigger] = []
    for m in _nouns().finditer(text, scene.begin, scene.end):
        begin, number = _phrase(scene, m.start(), m.end())
        lowered = m.group().lower()
        if lowered == "round" and not _round_word(scene, m, number, begin):
            continue
        if not _is_noun(scene, m, begin):
            continue
        head = _ROUND_OF.search(text, max(scene.begin, begin - 40), begin)
        if head and found and found[-1].end <= head.end() and found[-1].noun.lower() == "round":
            whole = found.pop()
            begin, number = whole.begin, whole.round
            lowered = "round of " + lowered
        definite = (
            bool(_DETERMINER.search(text, max(scene.begin, begin - 9), begin))
            and text[begin - 2 : begin] != "a "
        )
        found.append(
            Trigger(begin, m.end(), lowered, definite=definite, round=_round(scene, m.end(), number, lowered))
        )
    return found


def _round(scene: Scene, end: int, number: int | None, noun: str) -> int | None:
    """An ordinal numbers a round, unless it says that none came before (`the first since June`)."""
    if number is None or "round" in noun:
        return number
    after = scene.words(end, min(scene.end, end + 60))
    return (
        None
        if number == 1 and re.search(r"\b(?:since|in (?:\w+ )?(?:days|weeks|months|years))\b", after)
        else number
    )


def _verb_triggers(scene: Scene) -> list[Trigger]:
    pattern, tense = _verbs()
    found = []
    for m in pattern.finditer(scene.article.text, scene.begin, scene.end):
        before = scene.words(max(scene.begin, m.start() - 14), m.start())
        if re.search(r"\b(?:the|a|an|to be|this|have not|not|’s|of)\s\Z", before):
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
    return re.compile(rf"\b(?:{'|'.join(sorted(words('occasions')))})\b(?!-)", re.I)


def _occasions(scene: Scene) -> Iterator[Trigger]:
    """The first occasion that is no meeting, in a sentence that names none."""
    for m in _occasion().finditer(scene.article.text, scene.begin, scene.end):
        begin, number = _phrase(scene, m.start(), m.end())
        yield Trigger(begin, m.end(), m.group().lower(), definite=True, occasion=True, round=number)
        return


_APPOSED = re.compile(r",\s(?:the|an?|their)\s\Z")


def _folded(scene: Scene, triggers: list[Trigger]) -> list[Trigger]:
    """One trigger for two names of one meeting: `the talks, the first in years`, `marking a second round`."""
    found: list[Trigger] = []
    for t in triggers:
        before = found[-1] if found else None
        between = scene.words(before.end, t.begin) if before else ""
        if before and not t.verb and _APPOSED.fullmatch(between):
            found[-1] = replace(before, end=t.end, round=before.round or t.round)
        elif before and not t.verb and re.search(r"\bmarking\s(?:the|an?)\s\Z", between):
            found[-1] = replace(before, round=before.round or t.round)
        else:
            found.append(t)
    return found


def find_triggers(scene: Scene, *, follows: bool) -> list[Trigger]:
    """What names a meeting, in text order; pronouns only where the sentence `follows` a meeting."""
    found = _noun_triggers(scene)
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
    if not found:
        found += _occasions(scene)
    covered = [(t.begin, t.end) for t in found]
    found += [t for t in _verb_triggers(scene) if not any(b <= t.begin < e for b, e in covered)]
    if len(found) == 1 and not found[0].verb:
        found += [
            Trigger(m.end() - len("it "), m.end() - 1, "it", pronoun=True, definite=True)
            for m in _PRONOUN_AFTER.finditer(scene.article.text, found[0].end, scene.end)
        ]
    elif follows and all(t.verb for t in found):
        found += [
            Trigger(
                scene.begin + m.start(),
                scene.begin + m.end() - 1,
                m.group().strip(),
                pronoun=True,
                definite=True,
            )
            for m in _PRONOUN.finditer(scene.text)
        ]
    return _folded(scene, sorted(found, key=lambda t: t.begin))
