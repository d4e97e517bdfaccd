"""Sides that a role passes on: `chief of staff to President A` is on A's side, and A on his, in whichever article."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from readout.extract import Statement
from readout.extract.people.ties import shares_side
from readout.story.records import Person


def pass_on_sides(
    people: Sequence[Person], statements: Sequence[Statement]
) -> tuple[tuple[Person, ...], tuple[Statement, ...]]:
    """People who have no side of their own with that of whom a role ties them to, and a statement for each.

    The statement points to the role's words. Who has a side by an article's own words keeps it.
    """
    ties: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
    for one, other, role in _ties(people, statements):
        ties[one].append((other, role))
        ties[other].append((one, role))
    known = {p.id: p.side for p in people if p.side}
    waiting, passed = deque(known), []
    while waiting:
        person = waiting.popleft()
        for other, role in ties[person]:
            if other not in known:
                known[other] = known[person]
                waiting.append(other)
                passed.append(replace(role, subject=other, property="side", value=known[person]))
    return tuple(replace(p, side=known.get(p.id)) for p in people), tuple(
        sorted(
            [*statements, *passed], key=lambda s: (s.article, s.begin, s.end, s.subject, s.property, s.value)
        )
    )


def _ties(people: Sequence[Person], statements: Sequence[Statement]) -> Iterator[tuple[str, str, Statement]]:
    """The holder of each role that names another person, that person, and the statement of the role."""
    named = _named(people)
    for role in statements:
        if role.property != "role" or not shares_side(role.value):
            continue
        places = named.get(role.article, [])
        for _, end, other in places[bisect_left(places, (role.begin,)) : bisect_left(places, (role.end,))]:
            if end <= role.end and other != role.subject:
                yield role.subject, other, role


def _named(people: Sequence[Person]) -> Mapping[str, list[tuple[Any, ...]]]:
    """Where each article names whom, as (begin, end, person id); names that fit two people are left out."""
    out: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for person in people:
        for m in person.mentions if not person.ambiguous else ():
            out[m.article].append((m.begin, m.end, person.id))
    return {article: sorted(places) for article, places in out.items()}
