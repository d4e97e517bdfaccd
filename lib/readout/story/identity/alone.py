"""Family names that stand alone in their article: given to the one person they fit, or left apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from readout.story.identity.groups import Group, Naming, contradicts, index_of, join, make_group, shared_role
from readout.story.identity.names import Name, parse_name
from readout.story.identity.romanise import romanised


def place_alone(groups: list[Group], bare: Iterable[Naming]) -> list[Group]:
    """`groups` with each family name that stands alone in its article given to the one person it fits."""
    index = index_of(g.keys for g in groups)
    placed: dict[int, list[tuple[Naming, str]]] = defaultdict(list)
    apart: dict[str, list[Naming]] = defaultdict(list)
    for naming in bare:
        one = make_group([naming])
        at = sorted({i for key in one.keys for i in index.get(key, ()) if _fits(one, groups[i])})
        chosen, why = _narrowed(one, at, groups)
        if len(chosen) == 1:
            placed[chosen[0]].append((naming, why))
        else:
            apart[" and ".join(sorted({groups[i].texts[0] for i in at}))].append(naming)
    joined = [_with_alone(group, placed[i]) if i in placed else group for i, group in enumerate(groups)]
    for names, namings in sorted(apart.items()):
        joined += left_apart(namings, f"fits {names}") if names else _by_family(namings)
    return joined


def _fits(bare: Group, group: Group) -> bool:
    """Whether a family name alone can be short for a person, and nothing speaks against it.

    Whose wife `Mrs. X` is may be named in one article and she in another: she needs a woman of that name.
    """
    alone = bare.namings[0].name
    if "woman" in bare.genders - group.genders and not bare.articles & group.articles:
        return False
    return not contradicts(bare, group) and any(_is_short_for(alone, parse_name(t)) for t in group.texts)


def _is_short_for(alone: Name, name: Name) -> bool:
    """Whether `alone` is a family name of `name`: all of it, one of two, or without its particles."""
    if alone.suffix and alone.suffix != name.suffix:
        return False
    if romanised(alone.glued) in {romanised(name.glued), romanised("".join(name.family))}:
        return True
    no_particles = alone.opening in {"", "article"}
    return no_particles and {*map(romanised, alone.family)} <= {*map(romanised, name.family)}


def _narrowed(bare: Group, at: list[int], groups: list[Group]) -> tuple[list[int], str]:
    """Of those that fit, the ones of the same article; of several, the ones with a role in common. And why."""
    here = [i for i in at if bare.articles & groups[i].articles]
    left, why = (here, "nobody else of its article fits") if here else (at, "fits nobody else")
    if len(left) < 2:
        return left, why
    same = [(i, role) for i in left if (role := shared_role(bare, groups[i]))]
    return ([same[0][0]], f"of those it fits the one who is {same[0][1]}") if len(same) == 1 else (left, why)


def _with_alone(group: Group, found: Sequence[tuple[Naming, str]]) -> Group:
    reasons = sorted({f"{naming.text} = {group.texts[0]}: family name alone, {why}" for naming, why in found})
    return join([group, make_group(naming for naming, _ in found)], reasons)


def _by_family(namings: Iterable[Naming]) -> list[Group]:
    """People known by one name only: one a spelling, unless their sides or their numbers (II, Jr.) differ."""
    spelt: dict[str, list[Group]] = defaultdict(list)
    for naming in namings:
        spelt[romanised("".join(naming.name.family))].append(make_group([naming]))
    return [group for _, alike in sorted(spelt.items()) for group in _told_apart(alike)]


def _told_apart(alike: Sequence[Group]) -> list[Group]:
    """Groups of one name, one for each country and number; who has none is the only one that has."""
    countries = {g.country for g in alike if g.country}
    numbers = {g.namings[0].name.suffix for g in alike} - {""}
    found: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in alike:
        country = group.country or (min(countries) if len(countries) == 1 else "")
        number = group.namings[0].name.suffix or (min(numbers) if len(numbers) == 1 else "")
        found[country, number].append(group)
    return [join(parts, ()) for _, parts in sorted(found.items())]


def left_apart(namings: Iterable[Naming], why: str) -> list[Group]:
    """Family names that cannot be given to one person, together by spelling."""
    found: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        found[romanised("".join(naming.name.family))].append(naming)
    return [make_group(alike, [f"left apart: {why}"], ambiguous=True) for _, alike in sorted(found.items())]
