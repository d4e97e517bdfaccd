"""Which side a person speaks for, and the words that say so."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from readout.extract.people.antecedents import owner
from readout.extract.people.demonyms import country_of
from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.membership import Side, find_members
from readout.extract.people.page import Name, Page
from readout.extract.people.parties import Cue, Parties, organisation_in
from readout.extract.people.phrases import POSSESSIVE, is_kin, is_role
from readout.extract.people.roles import Role
from readout.lexicon import words
from readout.lexicon.nations import capitals, cities, countries, institutions, peoples

_OF = frozenset({"of", "for", "at"})
# No possessor before a name is longer.
_REACH = 5
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Tie:
    """Words `first` to `last` (exclusive) of the sentence of both say that two people are on one side."""

    name: Name
    other: Name
    first: int
    last: int


def _noun(own: Sequence[str], first: int, last: int) -> int:
    """The role's noun: its last role word before a preposition."""
    noun = None
    for i in range(first, last):
        if is_role(own[i]) or is_kin(own[i]):
            noun = i
        elif own[i] in listed("towards") or (own[i] in _OF and noun is not None):
            break
    return first if noun is None else noun


def _is_town(own: Sequence[str], cue: Cue) -> bool:
    said = " ".join(own[cue[1] : cue[2]])
    return said in cities() or said in capitals()


def _speaks(noun: str) -> bool:
    """Whether a role of this noun speaks for a town: a mayor does, a machinist only lives there."""
    low = noun.lower()
    return low not in listed("trade") and (low in words("titles") or low in words("offices"))


def _of_adjective(own: Sequence[str], first: int, last: int, noun: str, named: Set[str]) -> Iterator[Cue]:
    """Side of an adjective of a role: of `European` in European Trade Commissioner, or by its country."""
    for i in range(first, last):
        side = institutions().get(f"{own[i]} {noun}") or country_of(own[i], named)
        if side and own[i][0].isupper():
            yield side, i, i + 1


def _employer(own: Sequence[str], first: int, noun: int) -> Cue | None:
    """The organisation before a role's noun: `Harbour Holdings` director; the `Climate` of a minister is none."""
    cue = organisation_in(own, first, noun)
    field = singular(own[noun].lower()) in listed("portfolio")
    if cue and field and not any("org" in kinds(w) for w in own[cue[1] : cue[2]]):
        return None
    return cue


def _of_role(own: Sequence[str], role: Role, others: frozenset[int], known: Parties) -> Cue | None:
    """Side in a role's own words: `Kremlin` spokesman, head of `Russian` intelligence; not ambassador to Oman."""
    noun = _noun(own, role.first, role.last)
    if singular(own[noun].lower()) in words("outsiders"):
        return None
    towards = listed("towards") - {"to"} if own[noun].lower() in listed("servant") else listed("towards")
    stop = next((i for i in range(noun + 1, role.last) if own[i] in towards), role.last)
    before = [
        *known.within(own, role.first, noun),
        *_of_adjective(own, role.first, noun, own[noun], known.named),
    ]
    after = [*known.within(own, noun + 1, stop), *_of_adjective(own, noun + 1, stop, "", known.named)]
    for cue in [*before, *after]:
        if _is_town(own, cue) and not _speaks(own[noun]):
            continue
        return cue
    if others & set(range(role.first, role.last)):
        return None
    if own[noun].lower() in listed("seat") and (country := _country_after(own, stop, known)):
        return country
    return _employer(own, role.first, noun) or organisation_in(own, noun + 1, stop)


def _country_after(own: Sequence[str], at: int, known: Parties) -> Cue | None:
    """The country that a town no list has is in: mayor of Lomnice, `Slovakia`; mayor of Lomnice in `Slovakia`."""
    if own[at : at + 1] not in ([","], ["in"]) or at + 1 >= len(own):
        return None
    cue = known.at(own, at + 1, len(own))
    return cue if cue and " ".join(own[cue[1] : cue[2]]) in countries() else None


def _referent(page: Page, role: Role, known: Parties) -> Cue | None:
    """What `the country's` or `the city's` in a role refers to: the country or city last named before it."""
    own = page.sentences[role.name.sentence].words
    said = set(own[role.first : role.last])
    if said & {"country", "nation"}:
        wanted = {**countries(), **peoples()}
    elif said & {"city", "capital", "town"}:
        wanted = {**cities(), **capitals()}
    else:
        return None
    cues = known.within(own, 0, role.first)
    return next((c for c in reversed(cues) if " ".join(own[c[1] : c[2]]) in wanted), None)


def _beside(own: Sequence[str], name: Name, known: Parties) -> Cue | None:
    """`Ukraine's` Ivan Petrenko; for `Ukraine` Ivan Petrenko; President Ivan Petrenko of `Ukraine`."""
    before = name.lead - 1
    if before > 0 and own[before - 1] in {"For", "for"} and own[before] in countries():
        return countries()[own[before]], before, before + 1
    if before > 0 and own[before] in POSSESSIVE:
        near = known.within(own, max(0, before - _REACH), before)
        return near[-1] if near and near[-1][2] == before else None
    if own[name.last : name.last + 1] == ["of"]:
        at = name.last + 1 + (own[name.last + 1 : name.last + 2] == ["the"])
        return known.at(own, at, len(own)) or _body(own, at)
    return None


def _body(own: Sequence[str], at: int) -> Cue | None:
    """An organisation that is named from word `at` on, told by a word such as `Federation`."""
    end = at
    while (
        end < len(own) and end < at + _LONGEST and (own[end][0].isupper() or own[end] in {"of", "and", "for"})
    ):
        end += 1
    cue = organisation_in(own, at, end)
    return cue if cue and cue[1] == at and any("org" in kinds(w) for w in own[at : cue[2]]) else None


def shares_side(role: str) -> bool:
    """Whether who holds `role` is on the side of a person it names: an aide is, a cousin or a critic need not be."""
    return not any(is_kin(w) or w in words("outsiders") for w in role.lower().split())


def held_in_roles(roles: Sequence[Role], names: Sequence[Name]) -> frozenset[Name]:
    """Names of one sentence that stand in another person's role: `aide to President A`."""
    return frozenset(
        n for r in roles for n in names
        if r.name != n and r.name.sentence == n.sentence and r.first <= n.first and n.last <= r.last
    )  # fmt: skip


def find_sides(
    page: Page, by_sentence: dict[int, list[Name]], roles: dict[int, list[Role]], known: Parties
) -> Iterator[Side]:
    """Sides as the article's words give them, by sentence."""
    for sentence, names in by_sentence.items():
        own = page.sentences[sentence].words
        for role in roles.get(sentence, []):
            others = frozenset(i for n in names if n != role.name for i in range(n.first, n.last))
            if cue := _referent(page, role, known) or _of_role(own, role, others, known):
                yield Side(role.name, cue[1], cue[2], cue[0])
            elif body := owner(page, role, by_sentence, known.firms):
                yield Side(role.name, role.first, role.last, body)
        for name in names:
            if cue := _beside(own, name, known):
                yield Side(name, cue[1], cue[2], cue[0])
        held = held_in_roles(roles.get(sentence, []), names)
        yield from find_members(own, [n for n in names if n not in held], known)


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
