"""Who: who took part, for whom, and which articles name them."""

from __future__ import annotations

from collections import Counter

from readout.extract import Statement
from readout.lexicon import words
from readout.show.display import Section
from readout.show.nodes import (
    Break,
    Column,
    Group,
    Inlines,
    Name,
    Para,
    Presence,
    Soft,
    Strong,
    Table,
    Tag,
    joined,
)
from readout.show.view import View
from readout.show.words import body, capital, count, listed, small
from readout.story import Person

_NO_SIDE = "Side not stated"


def participants(view: View) -> Section:
    """People by side; leaders first, then by how often they are named."""
    people = view.story.people
    if not people:
        return Section("participants", (Para(("The articles name nobody.",), "empty"),))
    sizes = Counter(p.side or _NO_SIDE for p in people)
    sides = sorted(sizes, key=lambda s: (s == _NO_SIDE, -sizes[s], s))
    statements: dict[str, list[Statement]] = {}
    for statement in view.story.statements:
        statements.setdefault(statement.subject, []).append(statement)
    groups = tuple(
        Group(tuple(_row(view, p, statements.get(p.id, [])) for p in _ranked(people, side)), side)
        for side in sides
    )
    columns = (
        Column("Name", share=2),
        Column("Role, as stated", share=2.6),
        Column("Named in article", share=1.6),
    )
    return Section("participants", (Para(_sizes(sizes, people)), Table("People", columns, groups)))


def _ranked(people: tuple[Person, ...], side: str) -> list[Person]:
    of_side = [p for p in people if (p.side or _NO_SIDE) == side]
    return sorted(of_side, key=lambda p: (not p.leads, -len(p.mentions), p.name))


def _sizes(sizes: Counter[str], people: tuple[Person, ...]) -> Inlines:
    known = [(side, n) for side, n in sizes.most_common() if side != _NO_SIDE]
    everyone = capital(count(len(people), "person is named", "people are named"))
    if not known:
        return (f"{everyone}; no article states a side.",)
    said = [f"{small(n)} for {body(side)}" for side, n in known[:6]]
    if rest := sum(n for _, n in known[6:]):
        said.append(f"{small(rest)} for other sides")
    if sizes[_NO_SIDE]:
        said.append(f"{small(sizes[_NO_SIDE])} whose side no article states")
    return (f"{everyone}: {listed(said)}.",)


def _row(view: View, person: Person, statements: list[Statement]) -> tuple[Inlines, ...]:
    return _name(person), _roles(view, person, statements), (_presence(view, person),)


def _name(person: Person) -> Inlines:
    name: Inlines = (Strong((Name(person.name),)),)
    if spellings := _spellings(person):
        also = [part for alias in spellings for part in (", ", Name(alias))][1:]
        name += (Break(), Soft(("also ", *also)))
    if person.leads:
        name += (
            Break(),
            Tag("quiet", f"leads for {person.leads}" if person.leads != person.side else "leads"),
        )
    return name


def _spellings(person: Person) -> list[str]:
    """Other full forms of a name: not what only leaves a part out, nor a title with the last name."""
    own, titles = set(person.name.split()), words("honorifics") | words("titles")
    apart = ((alias, alias.split()) for alias in person.aliases)
    return [a for a, w in apart if len(w) > 1 and not set(w) <= own and not {w[0], w[0].lower()} & titles]


def _roles(view: View, person: Person, statements: list[Statement]) -> Inlines:
    """Each role with the sentences that state it, in the order of support."""
    roles: list[Inlines] = []
    for role in person.roles:
        where = [s for s in statements if s.property == "role" and s.value.lower() == role.lower()]
        roles.append((role, *view.refs.cites(where or person.mentions[:1], most=3)))
    if not roles:
        return (Soft(("not stated",)), *view.refs.cites(person.mentions[:1]))
    return joined(roles, ", ")


def _presence(view: View, person: Person) -> Presence:
    named = {m.article for m in person.mentions}
    return Presence(tuple(a.id in named for a in view.refs.ordered))
