"""Nouns that name a meeting, with the words that belong to the name (`the second round of trade talks`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from readout.extract.meetings.parties import is_place, modifiers
from readout.extract.meetings.scene import Scene
from readout.lexicon import words
from readout.text import any_of

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
# `years of attacks and negotiations` are no meeting; `three days of talks` may be one.
_YEARS_OF = re.compile(
    r"\b(?:months|years|decades)\sof\s(?:(?!the\b|an?\b|in\b|at\b|during\b|after\b|before\b)[\w-]+\s){0,3}\Z"
)
# `with Smith meeting his counterpart`
_MEETING_WHOM = re.compile(r"\s(?:with\s)?(?:his|her|their|the|[A-Z])")
# `Meeting in Lima, the envoys agreed`
_PARTICIPLE = re.compile(r"\s(?:in|at|on|with|behind|under)\s[^,;]{2,60},\s")
# `a working-level meeting`, not `the envoys meeting in Lima`
_DESCRIBED = re.compile(
    r"\b(?:the|an?|this|that|its|their|another)\s(?:\w+-\w+|\w+(?:al|ic|ive|ous|ful|ary|ble|ed))\s\Z", re.I
)
# `no further talks are planned`
_NONE = re.compile(r"\b(?:no|without)\s(?:any\s)?\Z", re.I)
# What others meet beside is only where they meet.
_SIDELINES = re.compile(r"\bon\sthe\s(?:sidelines|margins|fringes)\sof\s(?:[\w’'-]+\s){0,5}\Z")
_ROUND_OF = re.compile(r"\brounds?\sof\s(?:[\w-]+\s){0,3}\Z", re.I)
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
    return re.compile(rf"\b(?:{any_of(words('meeting_nouns'))}|rounds?|contacts)\b", re.I)


@cache
def _not_meetings() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('meeting_not'))}\b", re.I)


def ordinal(word: str) -> int | None:
    """The number that an ordinal word stands for (`second`, `2nd`)."""
    bare = word.lower()
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", bare)
    return int(digits.group(1)) if digits else ORDINALS.get(bare)


def phrase(scene: Scene, begin: int, end: int) -> tuple[int, int | None]:
    """Walk back from a noun over what belongs to its name: where the name begins, and its ordinal."""
    text, low, number = scene.article.text, max(scene.begin, begin - _REACH), None
    dated = {d.end: d.begin for d in scene.dates if d.end - d.begin < 20}
    headline = scene.end <= len(scene.article.title or "")
    while word := _WORD_BEFORE.search(text, low, begin):
        at, bare = word.start(1), word.group(1).strip('“”"')
        possessive = bare.endswith(("'s", "’s", "s'", "s’"))
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
    window = (max(scene.begin, m.start() - 16), min(scene.end, m.end() + 12))
    if any(x.start() < m.end() and m.start() < x.end() for x in _not_meetings().finditer(text, *window)):
        return False
    follows = re.match(r"\s([a-z]+)\b", scene.words(m.end(), min(scene.end, m.end() + 20)))
    if follows and follows[1] in words("roles"):
        return False
    if _SIDELINES.search(text, max(scene.begin, begin - 70), begin):
        return False
    if _NONE.search(text, max(scene.begin, begin - 12), begin):
        return False
    if _YEARS_OF.search(text, max(scene.begin, begin - 60), begin):
        return False
    if word in {"rounds", "contacts"}:
        return word == "contacts" and bool(
            _ROUND_OF.search(text, max(scene.begin, m.start() - 40), m.start())
        )
    if word == "talks" and begin == m.start() and _TELLING.match(text, m.end()):
        return begin == scene.begin or not _TELLER.search(text, max(scene.begin, begin - 30), begin)
    if word == "meeting" and _MEETING_WHOM.match(text, m.end()):
        last = _WORD_BEFORE.search(text, max(scene.begin, begin), m.start())
        if last and last[1] in scene.surnames:
            return False
    if word == "meeting" and begin == m.start():
        opens = begin == scene.begin and not _PARTICIPLE.match(text, m.end(), scene.end)
        described = _DESCRIBED.search(text, max(scene.begin, begin - 30), begin)
        return opens or bool(described or _DETERMINER.search(text, max(scene.begin, begin - 9), begin))
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


def named(scene: Scene) -> list[Trigger]:
    """The nouns that name a meeting, each with what belongs to its name."""
    text = scene.article.text
    found: list[Trigger] = []
    for m in _nouns().finditer(text, scene.begin, scene.end):
        begin, number = phrase(scene, m.start(), m.end())
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
        determiner = _DETERMINER.search(text, max(scene.begin, begin - 9), begin)
        definite = determiner is not None and determiner[1].lower() not in ("a", "an")
        found.append(
            Trigger(begin, m.end(), lowered, definite=definite, round=_round(scene, lowered, number, m))
        )
    return found


def _round(scene: Scene, noun: str, number: int | None, m: re.Match[str]) -> int | None:
    """An ordinal numbers a round; not in a name (`the Second World Summit`), nor where none came before."""
    headline = m.end() <= len(scene.article.title or "")
    named = m.group()[0].isupper() and not headline
    return number if "round" in noun or not (number == 1 or named) else None
