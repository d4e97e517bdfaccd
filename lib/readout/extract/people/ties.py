"""Who is tied to whom for one side: by a role that names another, and how a side is passed on by that."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from readout.extract.people.page import Name
from readout.extract.people.phrases import is_kin
from readout.extract.people.roles import Role
from readout.lexicon import words


@dataclass(frozen=True, slots=True)
class Tie:
    """Words `first` to `last` (exclusive) of the sentence of `name` say that two people are on one side.

    `one_way`: `name` is on the side of `other`, whatever else he is himself.
    """

    name: Name
    other: Name
    first: int
    last: int
    one_way: bool = False


def shares_side(role: str) -> bool:
    """Whether who holds `role` is on the side of a person it names: an aide is, a cousin or a critic need not be."""
    return not any(is_kin(w) or w in words("outsiders") for w in role.lower().split())


def held_in_roles(roles: Sequence[Role], names: Sequence[Name]) -> frozenset[Name]:
    """Names of one sentence that stand in another person's role: `aide to President A`."""
    return frozenset(
        n for r in roles for n in names
        if r.name != n and r.name.sentence == n.sentence and r.first <= n.first and n.last <= r.last
    )  # fmt: skip


def role_ties(roles: dict[int, list[Role]], by_sentence: dict[int, list[Name]]) -> Iterator[Tie]:
    """Who is tied by a role that names another: A's envoy is on A's side, and A on his."""
    for sentence, own_roles in roles.items():
        for role in own_roles:
            if shares_side(role.value):
                for other in held_in_roles([role], by_sentence[sentence]):
                    yield Tie(role.name, other, role.first, role.last)


def inherited(
    ties: Iterable[Tie], key: dict[Name, str], sides: dict[str, str]
) -> Iterator[tuple[str, str, Tie]]:
    """Sides that `ties` pass on to people who have none in `sides`, as (person, side, tie)."""
    near: dict[str, list[tuple[str, Tie]]] = defaultdict(list)
    for tie in ties:
        if not tie.one_way:
            near[key[tie.name]].append((key[tie.other], tie))
        near[key[tie.other]].append((key[tie.name], tie))
    known, waiting = dict(sides), deque(sides)
    while waiting:
        person = waiting.popleft()
        for other, tie in near[person]:
            if other not in known:
                known[other] = known[person]
                waiting.append(other)
                yield other, known[person], tie
