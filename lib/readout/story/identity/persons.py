"""From groups of namings to people: the best-supported name, role and side, every variant, an id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from readout.extract import Statement
from readout.extract.mentions import Property
from readout.story.identity.groups import Group, untitled
from readout.story.identity.names import parse_name
from readout.story.identity.passed_on import pass_on_sides
from readout.story.identity.romanise import plain
from readout.story.records import Person


def make_people(groups: Iterable[Group]) -> tuple[tuple[Person, ...], tuple[Statement, ...]]:
    """A person for each group, those in most articles first, and their statements with the person's id."""
    named = name_groups(groups)
    said = [replace(s, subject=i) for i, g in named.items() for n in g.namings for s in n.statements]
    return pass_on_sides([_person(g, i) for i, g in named.items()], said)


def name_groups(groups: Iterable[Group]) -> dict[str, Group]:
    """Each group by its person's id, those in most articles first."""
    ordered = sorted(groups, key=_order)
    return dict(zip(_unique([_slug(best_name(g)) for g in ordered]), ordered, strict=True))


def ids_by_name(people: Iterable[Person]) -> Mapping[tuple[str, str], str]:
    """From an article's id and a `PersonMention.person` in it to the person's id."""
    found: dict[tuple[str, str], str] = {}
    for person in sorted(people, key=lambda p: p.ambiguous):
        for mention in person.mentions:
            found.setdefault((mention.article, mention.person), person.id)
    return found


def _order(group: Group) -> tuple[object, ...]:
    mentions = sum(len(n.mentions) for n in group.namings)
    return -len(group.articles), -mentions, group.ambiguous, best_name(group), min(group.articles)


def best_name(group: Group) -> str:
    """What the group is to be called, or the full form in most articles, then in most mentions.

    A name without a spelt-out given name, or all in capitals, is only taken where there is no better one.
    """
    if group.called:
        return group.called
    support = {text: [0, 0] for text in group.texts}
    for naming in group.namings:
        support[naming.text][0] += 1
        support[naming.text][1] += len(naming.mentions)
    return min(support, key=lambda t: (_lack(t), -support[t][0], -support[t][1], t))


def _lack(text: str) -> int:
    """How far a form is from a full name: 0 none, 1 capitals, 2 initials only, 3 a family name alone."""
    given = parse_name(text).given
    return 3 if not given else 2 if all(w.endswith(".") for w in given) else int(text.isupper())


def _slug(name: str) -> str:
    return "-".join(filter(None, map(plain, name.replace("-", " ").split()))) or "person"


def _unique(slugs: Sequence[str]) -> list[str]:
    """`slugs`, with a number behind each that an earlier one has taken."""
    taken: dict[str, None] = {}
    for slug in slugs:
        free = (slug if n == 1 else f"{slug}-{n}" for n in count(1))
        taken[next(s for s in free if s not in taken)] = None
    return list(taken)


def _person(group: Group, person_id: str) -> Person:
    name = best_name(group)
    sides, leads = _supported(group, "side"), _supported(group, "leads")
    return Person(
        id=person_id,
        name=name,
        aliases=tuple(form for form in _forms(group) if form != name),
        side=sides[0] if sides else None,
        roles=_supported(group, "role"),
        leads=leads[0] if leads else None,
        mentions=tuple(m for n in group.namings for m in n.mentions),
        reasons=group.reasons,
        ambiguous=group.ambiguous,
    )


def _forms(group: Group) -> list[str]:
    """Every form that the articles use, the most frequent first; titles stay before a family name alone."""
    forms = Counter(n.text for n in group.namings)
    for mention in (m for n in group.namings for m in n.mentions):
        titled, name = " ".join(mention.surface.split()), untitled(mention.surface)
        forms.update({name} if parse_name(name).given else {titled, name})
    return [form for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0]))]


def _supported(group: Group, what: Property) -> tuple[str, ...]:
    """The values that statements give for `what`: those of most articles first, then as first said."""
    articles: dict[str, set[str]] = defaultdict(set)
    wording: dict[str, str] = {}
    for naming in group.namings:
        for statement in naming.statements:
            if statement.property == what:
                folded = statement.value.casefold()
                wording.setdefault(folded, statement.value)
                articles[folded].add(statement.article)
    return tuple(wording[v] for v in sorted(wording, key=lambda v: -len(articles[v])))
