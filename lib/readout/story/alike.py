"""Which figures count the same thing: one unit, one place, one outcome, and words in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
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


@cache
def _outcomes() -> dict[str, str]:
    return {stem(word): row[0] for row in table("outcomes") for word in row[1].split(",")}


def unit_head(unit: str) -> str:
    """The noun that is counted, in the singular; people by any name are one."""
    nouns = unit.lower().split(" of ")[0].split()
    return "people" if not nouns or nouns[-1] in _PEOPLE else stem(nouns[-1])


def topic(f: FigureMention) -> frozenset[str]:
    """The words for what is said of those counted; words for one outcome are one."""
    stems = {stem(w) for w in _WORD.findall(f.of or "") if w.lower() not in words("function_words")}
    return frozenset(_outcomes().get(s, s) for s in stems)


def same_place(a: str | None, b: str | None) -> bool:
    """Whether two places may be one: equal, one in the other, or one not said."""
    if not a or not b or a in b or b in a:
        return True
    (name, country), (other, land) = located(a), located(b)
    return bool(country and country == land and (name == country or other == land))


def alike(a: FigureMention, b: FigureMention) -> bool:
    """Whether two figures of one unit count the same thing."""
    if not same_place(a.place, b.place) or (a.per or "") != (b.per or ""):
        return False
    if a.value is not None and a.value == b.value and a.value > _RARE:
        return True
    outcomes = [topic(f) & set(_outcomes().values()) for f in (a, b)]
    if all(outcomes) and not outcomes[0] & outcomes[1]:
        return False
    return bool(topic(a) & topic(b))


def same_counts(figures: Iterable[FigureMention]) -> list[list[FigureMention]]:
    """Figures in groups that count the same thing, each in order of article and place; ordinals are no counts."""
    units: dict[str, list[FigureMention]] = defaultdict(list)
    for f in sorted(figures, key=lambda f: (f.article, f.begin)):
        if f.qualifier != "ordinal":
            units[unit_head(f.unit)].append(f)
    return [group for _, of_unit in sorted(units.items()) for group in _linked(of_unit)]


def _linked(figures: Sequence[FigureMention]) -> list[list[FigureMention]]:
    """Groups of figures, each like at least one other; kinds of statement are compared once however often made."""
    kinds: dict[tuple[object, ...], list[FigureMention]] = defaultdict(list)
    for f in figures:
        kinds[f.value if (f.value or 0) > _RARE else None, topic(f), f.place, f.per].append(f)
    groups: list[list[list[FigureMention]]] = []
    for same in kinds.values():
        near = [g for g in groups if any(alike(same[0], other[0]) for other in g)]
        groups = [g for g in groups if g not in near]
        groups.append([same, *(other for g in near for other in g)])
    merged = [[f for same in g for f in same] for g in groups]
    return [sorted(g, key=lambda f: (f.article, f.begin)) for g in merged]
