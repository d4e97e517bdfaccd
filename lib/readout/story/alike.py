"""Which figures count the same thing: one unit, one place, one outcome, one whole, and words in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from readout.extract import FigureMention
from readout.extract.figures.kinds import is_amount
from readout.story.counting import Count, counts, outcomes, unit_head
from readout.story.meetings.sightings import located
from readout.story.ranges import meet
from readout.story.related import Related

_PART = re.compile(r"(?:the )?(?:[a-z-]+ern|central) ")
# Kinds of statement that are of one count; all counts of a kind say the same.
_Group = list[list[Count]]
_Fit = Callable[[Count, Count], bool]
# A larger number that two articles give for one unit is one fact, whatever words stand around it.
_RARE = 20


def same_place(a: str | None, b: str | None) -> bool:
    """Whether two places may be one: equal, one's name in the other's, or one not said.

    A city is not its country, one place is not two of them, and a land is not its north.
    """
    if not a or not b:
        return True
    several, part = (" and " in a, " and " in b), (_PART.match(a), _PART.match(b))
    if several[0] != several[1] or bool(part[0]) != bool(part[1]):
        return False
    return a in b or b in a or located(a) == located(b)


def alike(a: Count, b: Count) -> bool:
    """Whether two figures of one unit count the same thing by what is said of them, wherever."""
    ends = a.topic & outcomes(), b.topic & outcomes()
    if a.figure.kind == "people" and bool(ends[0]) != bool(ends[1]):
        return False  # `a plane with 72 people crashed` tells nothing of what befell them
    return bool(a.topic & b.topic) and _comparable(a, b)


def _alike_or_as_many(a: Count, b: Count) -> bool:
    """Whether two figures are alike, or give one and the same larger number, in whatever words."""
    many = a.figure.kind != "percent" and (a.figure.value or 0) > _RARE
    return (many and a.figure.value == b.figure.value and _comparable(a, b)) or alike(a, b)


def _comparable(a: Count, b: Count) -> bool:
    """Whether nothing that is said of two figures of one unit tells them apart."""
    first, second = a.figure, b.figure
    if (first.per or "") != (second.per or "") or a.scope != b.scope:
        return False
    if a.event and b.event and a.event != b.event:
        return False
    if first.kind == "measure" and not is_amount(first.unit) and a.topic != b.topic:
        return False
    if first.kind == "percent" and _is_share(first) != _is_share(second):
        return False
    ends = a.topic & outcomes(), b.topic & outcomes()
    return not all(ends) or bool(ends[0] & ends[1])


def _is_share(f: FigureMention) -> bool:
    """Whether a percentage is of something: not how much it is, as in `a 9% raise`."""
    return (f.of or "").startswith("of ")


def same_counts(
    figures: Iterable[FigureMention], texts: Mapping[str, str], related: Related, *, as_many: bool = False
) -> list[list[FigureMention]]:
    """Figures in groups that count the same thing, each in order of article and place; ordinals count nothing.

    `texts` are the articles' texts by id, and `related` tells those on one story. `as_many` says that one number
    larger than some is one count in whatever words: then a group may hold counts of several things.
    """
    fit = _alike_or_as_many if as_many else alike
    units: dict[str, list[Count]] = defaultdict(list)
    for c in counts(figures, texts):
        if c.figure.qualifier != "ordinal" and _named(c.figure):
            units[unit_head(c.figure.unit)].append(c)
    return [group for _, of_unit in sorted(units.items()) for group in _linked(of_unit, related, fit)]


def _named(f: FigureMention) -> bool:
    """Whether a figure says what it counts: a bare number does not, nor does a share or a length of nothing."""
    if f.kind == "measure" and not is_amount(f.unit) and f.unit != "magnitude":
        return bool(f.of)
    return bool(f.unit) and (f.unit != "percent" or bool(f.of))


def _linked(figures: Sequence[Count], related: Related, fit: _Fit) -> list[list[FigureMention]]:
    """Groups of figures, each like at least one other; kinds of statement are compared once however often made."""
    kinds: dict[tuple[object, ...], list[Count]] = defaultdict(list)
    for c in figures:
        f = c.figure
        kinds[f.value if (f.value or 0) > _RARE else None, c.topic, c.scope, c.event, f.place, f.per].append(
            c
        )
    groups = [
        group
        for about in _joined(kinds.values(), fit)
        for of_story in _by_story(about, related)
        for group in _by_place(of_story, fit)
    ]
    merged = [[c.figure for same in g for c in same] for g in groups]
    return [sorted(g, key=lambda f: (f.article, f.begin)) for g in merged]


def _by_story(about: _Group, related: Related) -> Iterator[_Group]:
    """Counts of one thing, apart for each story that they are of."""
    for articles in related.split(c.figure.article for same in about for c in same):
        own = [[c for c in same if c.figure.article in articles] for same in about]
        yield [same for same in own if same]


def _by_place(about: _Group, fit: _Fit) -> list[_Group]:
    """Counts of one thing, apart for each place that they are of."""

    def here(a: Count, b: Count) -> bool:
        return same_place(a.figure.place, b.figure.place) and fit(a, b)

    groups = _joined((same for same in about if same[0].figure.place), here)
    for anywhere in _joined((same for same in about if not same[0].figure.place), fit):
        own = _place_of(anywhere, [g for g in groups if any(fit(a[0], c[0]) for a in anywhere for c in g)])
        if own is None:
            groups.append(anywhere)
        else:
            own += anywhere
    return groups


def _joined(kinds: Iterable[list[Count]], fit: _Fit) -> list[_Group]:
    """The kinds of statement, each with those that `fit` it."""
    groups: list[_Group] = []
    for same in kinds:
        joined = [same]
        for g in [g for g in groups if any(fit(same[0], other[0]) for other in g)]:
            joined += g
            groups.remove(g)
        groups.append(joined)
    return groups


def _place_of(anywhere: _Group, of_places: Sequence[_Group]) -> _Group | None:
    """Which of the counts of a place those without one belong to.

    Those that an article tells beside them without contradiction; else those of the only place that is told of.
    """
    whole = _headline(anywhere)
    beside = [(g, [meet(whole[at], f) for at, f in _headline(g).items() if at in whole]) for g in of_places]
    fit = [g for g, met in beside if met and all(met)]
    if not fit and len(of_places) == 1 and not beside[0][1]:
        fit = [of_places[0]]
    return fit[0] if len(fit) == 1 else None


def _headline(group: _Group) -> dict[tuple[str, str | None], FigureMention]:
    """The largest count that each article gives for a day."""
    top: dict[tuple[str, str | None], FigureMention] = {}
    for f in (c.figure for same in group for c in same):
        at = f.article, f.as_of
        if at not in top or (f.value or f.high or 0.0) > (top[at].value or top[at].high or 0.0):
            top[at] = f
    return top
