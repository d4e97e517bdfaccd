"""Which figures count the same thing: one unit, one place, one outcome, and words in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from readout.extract import FigureMention
from readout.lexicon import table, words
from readout.story.contexts import stem
from readout.story.meetings.sightings import located

_WORD = re.compile(r"[^\W\d_][\w’'-]+")
_PEOPLE = frozenset(
    ["people", "person", "persons", "resident", "residents", "civilian", "civilians", "men", "women"]
)
# A larger number that two articles give for one unit is one fact, whatever words stand around it.
_RARE = 20
# How many characters after a figure may say what it counts.
_AFTER = 60


@cache
def _outcomes() -> dict[str, str]:
    return {stem(word): row[0] for row in table("outcomes") for word in row[1].split(",")}


def unit_head(unit: str) -> str:
    """The noun that is counted, in the singular; people by any name are one."""
    nouns = unit.lower().split(" of ")[0].split()
    return "people" if not nouns or nouns[-1] in _PEOPLE else stem(nouns[-1])


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
    """A figure with the words that tell what it counts: those said of it, else those that follow it."""

    figure: FigureMention
    topic: frozenset[str]


def _count(f: FigureMention, texts: Mapping[str, str]) -> Count:
    after = texts.get(f.article, "")[f.end : f.end + _AFTER]
    return Count(f, topic(f.of or re.split(r"[,;.\n]", after)[0]))


def same_place(a: str | None, b: str | None) -> bool:
    """Whether two places may be one: equal, one's name in the other's, or one not said; a city is not its country."""
    return not a or not b or a in b or b in a or located(a) == located(b)


def _place_fits(a: Count, b: Count) -> bool:
    return same_place(a.figure.place, b.figure.place)


def alike(a: Count, b: Count) -> bool:
    """Whether two figures of one unit count the same thing."""
    first, second = a.figure, b.figure
    if not same_place(first.place, second.place) or (first.per or "") != (second.per or ""):
        return False
    if first.value is not None and first.value == second.value and first.value > _RARE:
        return True
    ends = a.topic & outcomes(), b.topic & outcomes()
    if all(ends) and not ends[0] & ends[1]:
        return False
    return bool(a.topic & b.topic)


def same_counts(figures: Iterable[FigureMention], texts: Mapping[str, str]) -> list[list[FigureMention]]:
    """Figures in groups that count the same thing, each in order of article and place; ordinals count nothing.

    `texts` are the articles' texts by id.
    """
    units: dict[str, list[Count]] = defaultdict(list)
    for f in sorted(figures, key=lambda f: (f.article, f.begin)):
        if f.qualifier != "ordinal" and _named(f):
            units[unit_head(f.unit)].append(_count(f, texts))
    return [group for _, of_unit in sorted(units.items()) for group in _linked(of_unit)]


def _named(f: FigureMention) -> bool:
    """Whether a figure says what it counts: a bare number does not, nor does a share of nothing."""
    return bool(f.unit) and (f.unit != "percent" or bool(f.of))


def _linked(figures: Sequence[Count]) -> list[list[FigureMention]]:
    """Groups of figures, each like at least one other; kinds of statement are compared once however often made."""
    kinds: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for c in figures:
        f = c.figure
        kinds[f.value if (f.value or 0) > _RARE else None, c.topic, f.place, f.per].append(c)
    groups: list[list[list[Count]]] = []
    for same in kinds.values():
        joined = [same]
        for g in [g for g in groups if any(alike(same[0], other[0]) for other in g)]:
            # A count without a place must not tie those of two places together.
            if all(_place_fits(c[0], other[0]) for c in joined for other in g):
                joined += g
                groups.remove(g)
        groups.append(joined)
    merged = [[c.figure for same in g for c in same] for g in groups]
    return [sorted(g, key=lambda f: (f.article, f.begin)) for g in merged]
