"""What a person is, in the article's own words: titles before a name, phrases set beside it, and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.organisations import is_members
from readout.extract.people.page import Name, Page
from readout.extract.people.phrases import is_kin, is_role
from readout.extract.people.roles.after import roles_after
from readout.extract.people.roles.before import roles_before

_OF = frozenset({"of", "for", "at"})


@dataclass(frozen=True, slots=True)
class Role:
    """Words `first` to `last` (exclusive) of the name's sentence say what the person is."""

    name: Name
    first: int
    last: int
    value: str


def noun_in(own: Sequence[str], first: int, last: int) -> int:
    """The noun of a role: its last role word before a preposition."""
    noun = None
    for i in range(first, last):
        if (is_role(own[i]) and not is_members(own, i + 1)) or is_kin(own[i]):
            noun = i
        elif own[i] in listed("towards") or (own[i] in _OF and noun is not None):
            break
    return first if noun is None else noun


def taken_words(names: Sequence[Name]) -> frozenset[int]:
    """Words of one sentence that belong to names or their titles."""
    return frozenset(i for n in names for i in range(n.first, n.last))


def _singular(value: str) -> str:
    """`U.S. envoys`, said of two, is `U.S. envoy` for each."""
    before, blank, last = value.rpartition(" ")
    one = singular(last)
    return before + blank + one if "role" in kinds(one) else value


def _listed(page: Page, names: Sequence[Name], role: Role) -> Iterator[Role]:
    """A plural before the first of a list belongs to each: `envoys A and B`."""
    own = page.sentences[role.name.sentence].words
    if role.value == page.said(role.name.sentence, role.first, role.last):
        return
    last = role.name
    for name in names:
        between = own[last.last : name.lead]
        if name.first > last.first and between in (["and"], [","], [",", "and"]):
            yield Role(name, role.first, role.last, role.value)
            last = name


def _of_name(page: Page, names: Sequence[Name], name: Name, taken: frozenset[int]) -> Iterator[Role]:
    own = page.sentences[name.sentence].words
    others = taken - set(range(name.first, name.last))
    for span in [*roles_before(own, name, others), *roles_after(own, name, others)]:
        said = page.said(name.sentence, *span)
        role = Role(name, *span, _singular(said) if noun_in(own, *span) == span[1] - 1 else said)
        yield role
        yield from _listed(page, names, role)


def find_roles(page: Page, by_sentence: dict[int, list[Name]]) -> dict[int, list[Role]]:
    """Roles of every name, by sentence; headlines tell none."""
    out: dict[int, list[Role]] = {}
    for sentence, names in by_sentence.items():
        if not page.sentences[sentence].headline:
            taken = taken_words(names)
            out[sentence] = [role for name in names for role in _of_name(page, names, name, taken)]
    return out
