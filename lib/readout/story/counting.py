"""What a figure counts: its unit, what befell those counted, of how large a whole it is, and of which event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from readout.extract import FigureMention
from readout.lexicon import table, words
from readout.story.contexts import stem
from readout.story.current import is_compared
from readout.text import any_of

_WORD = re.compile(r"[^\W\d_][\w’'-]+")
_PEOPLE = frozenset(
    ["people", "person", "persons", "resident", "residents", "civilian", "civilians", "men", "women"]
)
# Outcomes that are counted by nouns of their own: `187 deaths` are 187 people killed.
_BY_NOUN = frozenset(["kill", "injure", "miss"])
# How many characters before and after a figure may tell what it counts.
_BEFORE, _AFTER = 110, 60
# How far behind the newer number one stands that it is held against.
_LEANS = 160
_CLAUSE_END = re.compile(r"[,;.\n]")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
# `214 kilograms of it`: what it is was said before.
_OF_IT = re.compile(r" of (?:it|them)\b")
_GOES_ON = re.compile(r"[^.;\d]{0,30},? and (?:then )?")
# `20 probable cases` are no part of those that are certain.
_UNSURE = re.compile(r"\b(?:possible|presumed|probable|suspected)\b")
_FEARED = re.compile(
    r"[ ](?:(?:are|is|more|still|was|were)[ ]){0,3}(?:believed|could|feared|may|might|presumed|thought)\b"
)
_COST = re.compile(r"\bcosts?\b", re.IGNORECASE)
_AREA = re.compile(r"\b(?:acre|hectare|square)\b")


@cache
def _outcomes() -> dict[str, str]:
    return {stem(word): row[0] for row in table("outcomes") for word in row[1].split(",")}


@cache
def _scopes() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the words that make a count one of another whole, and the whole that each stands for."""
    scopes = {word: row[0] for row in table("count_scopes") for word in row[1].split(",")}
    return re.compile(rf"\b{any_of(scopes)}\b", re.IGNORECASE), scopes


@cache
def _covers() -> re.Pattern[str]:
    """What finds a verb of spreading right before an area: `has burned`, `was mapped at`."""
    return re.compile(rf"\b{any_of(words('covers'))}(?:\s\w+){{0,2}}\s\Z", re.IGNORECASE)


@cache
def _titled() -> re.Pattern[str]:
    """What finds the name of an event: `the Oak Ridge Fire`, `Typhoon Lena`."""
    events = sorted({w.title() for row in table("events") for w in row[1].split(",")})
    return re.compile(
        rf"\b(?P<before>(?:[A-Z][\w’'-]+ ){{1,3}}){any_of(events)}\b(?! [A-Z])"
        r"|\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Storm) (?P<after>[A-Z]\w+)"
    )


def unit_head(unit: str) -> str:
    """The noun that is counted, in the singular; people by any name, alive or dead, are one."""
    nouns = unit.lower().split(" of ")[0].split()
    if not nouns or nouns[-1] in _PEOPLE or _outcomes().get(stem(nouns[-1])) in _BY_NOUN:
        return "people"
    return stem(nouns[-1])


def is_outcome(unit: str) -> bool:
    """Whether a unit says by itself what befell those counted: `deaths`."""
    return bool(topic(unit) & _BY_NOUN)


def topic(of: str) -> frozenset[str]:
    """The telling words of what is said of those counted; words for one outcome are one."""
    stems = {stem(w) for w in _WORD.findall(of) if w.lower() not in words("function_words")}
    return frozenset(_outcomes().get(s, s) for s in stems)


def outcomes() -> frozenset[str]:
    """Every outcome that counts are told apart by."""
    return frozenset(_outcomes().values())


def outcomes_of(said: str) -> frozenset[str]:
    """What counts of the outcomes named in `said` do over time: `grow`, `vary`."""
    does = {row[0]: row[2] for row in table("outcomes")}
    return frozenset(does[word] for word in topic(said) if word in does)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with the words that tell what it counts: those said of it, else those that follow it.

    `scope` tells of which whole it is where that is not the event at hand (a year, a nation, an average); `event` is
    the name of the event where the sentence gives one.
    """

    figure: FigureMention
    topic: frozenset[str]
    scope: frozenset[str]
    event: str


def counts(figures: Iterable[FigureMention], texts: Mapping[str, str]) -> Iterator[Count]:
    """What each figure counts, in order of article and place; `texts` are the articles' texts by id.

    A number that borrows its noun, or that a newer one is held against, counts what the one before it does; one with
    a day of its own borrows the unit too (`900 acres on Sunday and 1,200 on Monday`).
    """
    last: FigureMention | None = None
    of_unit: dict[str, Count] = {}
    for f in sorted(figures, key=lambda f: (f.article, f.begin)):
        text = texts.get(f.article, "")
        if last and not f.unit and _borrows(f, last, text):
            f = replace(f, unit=last.unit, kind=last.kind, of=last.of)
        count, before = _count(f, text), of_unit.get(unit_head(f.unit))
        if before and _leans(f, before.figure, text):
            count = replace(before, figure=f, topic=before.topic | topic(f.of or ""))
        yield count
        last = f
        of_unit[unit_head(f.unit)] = count


def _borrows(f: FigureMention, of: FigureMention, text: str) -> bool:
    """Whether a bare number goes on a row of levels, each with its day."""
    days = f.as_of and of.as_of and f.as_of != of.as_of and f.article == of.article
    return bool(days and of.kind == "measure" and _GOES_ON.fullmatch(text, of.end, f.begin))


def _leans(f: FigureMention, on: FigureMention, text: str) -> bool:
    """Whether a figure is told by leaning on the one before: `rose to 64 from 26`, `400, compared with 300 jobs`."""
    if f.article != on.article or f.begin - on.end > _LEANS:
        return False
    between = text[on.end : f.begin]
    bare = not f.surface.endswith((" more", " others")) and (
        not _WORD.search(f.surface) or f.unit not in f.surface
    )
    return not _SENTENCE_END.search(between) and (is_compared(f, text) or (bare and not f.of))


def _count(f: FigureMention, text: str) -> Count:
    before = _SENTENCE_END.split(text[max(0, f.begin - _BEFORE) : f.begin])[-1]
    after = _CLAUSE_END.split(text[f.end : f.end + _AFTER])[0]
    find, scopes = _scopes()
    scope = frozenset(scopes[m[0].lower()] for m in find.finditer(f"{before} {f.surface} {after}"))
    feared = (f.of or "").startswith("feared ")
    unsure = feared or (_UNSURE.search(f.surface) and "confirmed" not in f.surface)
    if unsure or _FEARED.match(text, f.end):
        scope |= {"unsure"}
    return Count(f, _told(f, before, after), scope, _event(f"{before} {after}"))


def _told(f: FigureMention, before: str, after: str) -> frozenset[str]:
    """The telling words of one figure."""
    said = topic(f.of or after) | (topic(f.surface) & outcomes())
    if is_outcome(f.unit):
        return (topic(f.unit) & _BY_NOUN) | topic(f.of or "")
    if _AREA.search(f.unit):
        return said | ({"area"} if _covers().search(before) else frozenset())
    if f.kind == "money" and _COST.search(before):
        return said | {"cost"}
    return said | topic(before) if _OF_IT.match(after) else said


def _event(sentence: str) -> str:
    """The name of the event that a sentence speaks of, or nothing."""
    found = _titled().search(sentence)
    return (found["before"] or found["after"]).removeprefix("The ").strip() if found else ""
