"""Names joined into groups: looked up by consonants, judged in pairs, joined where nothing speaks against it.

A form that fits two people joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from readout.extract import Extraction
from readout.story.identity.alone import left_apart, place_alone
from readout.story.identity.groups import (
    Group,
    Naming,
    contradicts,
    index_of,
    join,
    make_group,
    read_namings,
    shared_role,
    strangers,
)
from readout.story.identity.likeness import Likeness, compare_names

Judge = Callable[[Group, Group], Likeness]
Pair = tuple[int, int]


def group_names(extractions: Sequence[Extraction]) -> list[Group]:
    """The names of all articles in groups, each of which is taken for one person.

    Neither the order of `extractions` nor an article given twice changes the outcome. `make_people` turns groups
    into people; a statement on somebody whom the article never mentions has nobody to belong to.
    """
    by_article = {e.article.id: e for e in extractions}
    namings = [n for _, e in sorted(by_article.items()) for n in read_namings(e)]
    full = [n for n in namings if n.name.given and not n.ambiguous]
    alone = [n for n in namings if not n.name.given and not n.ambiguous]
    unclear = [n for n in namings if n.ambiguous]
    groups = place_alone(_link(_link(_same_form(full), _certain), _probable), alone)
    return groups + left_apart(unclear, "fits more than one person of its article")


def _same_form(namings: Iterable[Naming]) -> list[Group]:
    """Groups of namings written alike but for marks and case, each apart from namesakes."""
    forms: dict[tuple[object, ...], list[Naming]] = defaultdict(list)
    for naming in namings:
        name = naming.name
        forms[name.given, name.family, name.glued, name.suffix].append(naming)
    return [group for _, alike in sorted(forms.items()) for group in _without_namesakes(alike)]


def _without_namesakes(alike: Iterable[Naming]) -> list[Group]:
    """The people behind one written form: one a country, where roles differ too, and else one."""
    countries: dict[str, list[Naming]] = defaultdict(list)
    for naming in alike:
        countries[make_group([naming]).country or ""].append(naming)
    found: list[list[Group]] = []
    for country in sorted(countries, key=lambda c: (not c, -len(countries[c]), c)):
        one = make_group(countries[country])
        home = next((groups for groups in found if not _namesakes(groups[0], one)), None)
        if home is None:
            found.append([one])
        else:
            home.append(one)
    return [join(groups, _written_alike(groups)) for groups in found]


def _written_alike(groups: Sequence[Group]) -> list[str]:
    texts = sorted({text for group in groups for text in group.texts})
    return (
        [f"{' = '.join(texts)}: one name but for marks and capitals (score 1.00)"] if len(texts) > 1 else []
    )


def _namesakes(a: Group, b: Group) -> bool:
    """Whether two people have one name: something speaks against one person, and not only for want of a role."""
    return bool(contradicts(a, b) and a.roles and b.roles)


def _names(a: Group, b: Group) -> Likeness:
    """The best that the names of two groups say, or the worst where any two are different."""
    found = [compare_names(x, y) for x in a.texts for y in b.texts]
    return min(found, key=lambda k: (k.verdict != "different", _ORDER[k.verdict], -k.score, k.rule))


_ORDER = {"different": 0, "same": 1, "likely": 2, "unknown": 3}


def _certain(a: Group, b: Group) -> Likeness:
    """Names that are one by themselves, unless the sides speak against it."""
    found = _names(a, b)
    if found.verdict == "same" and (against := contradicts(a, b)):
        return Likeness("different", against, found.score)
    return found


def _probable(a: Group, b: Group) -> Likeness:
    """Names that are likely one, or may be and have one role on one side, in two articles.

    Of a name that begins the other one side is enough too, as it is where only a `Jr.` tells two names apart and not
    both are said to be something.
    """
    found = _names(a, b)
    if found.verdict not in {"likely", "unknown"}:
        return _certain(a, b)
    if against := contradicts(a, b):
        return Likeness("different", against, found.score)
    if strangers(a, b):
        return Likeness("unknown", f"{found.rule}, other roles", found.score)
    role = shared_role(a, b)
    speaks = role or (found.suffix_only and a.country and not (a.roles and b.roles))
    one_side = a.country == b.country or (found.shortened and None in {a.country, b.country})
    if a.articles & b.articles or (found.verdict == "unknown" and not (speaks and one_side)):
        return Likeness("unknown", found.rule, found.score)
    return Likeness("same", f"{found.rule}; both {role}" if role else found.rule, found.score)


def _link(groups: list[Group], judge: Judge) -> list[Group]:
    """Join groups that `judge` finds the same, but not one that fits two different people."""
    index = index_of(g.pair_keys for g in groups)
    pairs = {pair for members in index.values() for pair in combinations(members, 2)}
    found = {pair: judge(groups[pair[0]], groups[pair[1]]) for pair in sorted(pairs)}
    fits: dict[int, list[int]] = defaultdict(list)
    for (i, j), likeness in found.items():
        if likeness.verdict == "same":
            fits[i].append(j)
            fits[j].append(i)

    def differ(pair: Pair) -> bool:
        return pair not in found or found[pair].verdict == "different"

    torn = {i for i, others in fits.items() if any(map(differ, combinations(sorted(others), 2)))}
    linked = [p for p, k in found.items() if k.verdict == "same" and not torn & {*p}]
    linked = _consistent(linked, found, len(groups))
    marked = [_doubtful(g, [groups[j] for j in fits[i]]) if i in torn else g for i, g in enumerate(groups)]
    return _joined(marked, linked, found)


def _consistent(linked: list[Pair], found: Mapping[Pair, Likeness], size: int) -> list[Pair]:
    """`linked` without chains that lead from one person to a different one."""
    roots = _roots(linked, size)
    clashing = {roots[i] for (i, j), k in found.items() if k.verdict == "different" and roots[i] == roots[j]}
    return [pair for pair in linked if roots[pair[0]] not in clashing]


def _roots(linked: Iterable[Pair], size: int) -> list[int]:
    """For each of `size` numbers the smallest one that it is linked to, however many links away."""
    root = list(range(size))

    def top(i: int) -> int:
        while root[i] != i:
            root[i] = i = root[root[i]]
        return i

    for i, j in linked:
        root[max(top(i), top(j))] = min(top(i), top(j))
    return [top(i) for i in range(size)]


def _joined(groups: list[Group], linked: list[Pair], found: Mapping[Pair, Likeness]) -> list[Group]:
    """`groups` with linked ones made one, and why."""
    roots = _roots(linked, len(groups))
    reasons: dict[int, list[str]] = defaultdict(list)
    for i, j in linked:
        reasons[roots[i]].append(_because(groups[i], groups[j], found[i, j]))
    members: dict[int, list[Group]] = defaultdict(list)
    for root, group in zip(roots, groups, strict=True):
        members[root].append(group)
    return [join(parts, reasons[root]) for root, parts in members.items()]


def _because(a: Group, b: Group, likeness: Likeness) -> str:
    names = " = ".join((a.texts[0], b.texts[0]))
    return f"{names}: {likeness.rule} (score {likeness.score:.2f})"


def _doubtful(group: Group, others: Iterable[Group]) -> Group:
    names = " and ".join(sorted({g.texts[0] for g in others}))
    return make_group(group.namings, (*group.reasons, f"left apart: fits {names}"), ambiguous=True)
