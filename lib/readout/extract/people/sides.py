"""Which side a person speaks for, and the words that say so."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from readout.extract.people.antecedents import owner
from readout.extract.people.demonyms import country_of
from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import found, listed
from readout.extract.people.page import Name, Page
from readout.extract.people.parties import (
    Cue,
    incorporated,
    organisation_in,
    side_at,
    sides_in,
    team_side,
)
from readout.extract.people.phrases import POSSESSIVE, is_kin, is_role
from readout.extract.people.roles import Role
from readout.lexicon import words
from readout.lexicon.nations import capitals, cities, countries, institutions, peoples

_OF = frozenset({"of", "for", "at"})
# No possessor before a name is longer.
_REACH = 5
_LONGEST = 10
_BREAKS = frozenset({";", "—", "”", "“"})


@dataclass(frozen=True, slots=True)
class Side:
    """Words `first` to `last` (exclusive) of sentence `sentence` put `name` on side `value`."""

    name: Name
    first: int
    last: int
    value: str


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
    return low in words("titles") or low in words("offices")


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


def _of_role(own: Sequence[str], role: Role, others: frozenset[int], named: Set[str]) -> Cue | None:
    """Side in a role's own words: `Kremlin` spokesman, head of `Russian` intelligence; not ambassador to Oman."""
    noun = _noun(own, role.first, role.last)
    if singular(own[noun].lower()) in words("outsiders"):
        return None
    towards = listed("towards") - {"to"} if own[noun].lower() in listed("servant") else listed("towards")
    stop = next((i for i in range(noun + 1, role.last) if own[i] in towards), role.last)
    before = [*sides_in(own, role.first, noun), *_of_adjective(own, role.first, noun, own[noun], named)]
    after = [*sides_in(own, noun + 1, stop), *_of_adjective(own, noun + 1, stop, "", named)]
    for cue in [*before, *after]:
        if _is_town(own, cue) and not _speaks(own[noun]):
            continue
        return cue
    if others & set(range(role.first, role.last)):
        return None
    if own[noun].lower() in listed("seat") and (country := _country_after(own, stop)):
        return country
    return _employer(own, role.first, noun) or organisation_in(own, noun + 1, stop)


def _country_after(own: Sequence[str], at: int) -> Cue | None:
    """The country that a town no list has is in: mayor of Lomnice, `Slovakia`; mayor of Lomnice in `Slovakia`."""
    if own[at : at + 1] not in ([","], ["in"]) or at + 1 >= len(own):
        return None
    cue = side_at(own, at + 1, len(own))
    return cue if cue and " ".join(own[cue[1] : cue[2]]) in countries() else None


def _referent(page: Page, role: Role) -> Cue | None:
    """What `the country's` or `the city's` in a role refers to: the country or city last named before it."""
    own = page.sentences[role.name.sentence].words
    said = set(own[role.first : role.last])
    if said & {"country", "nation"}:
        known = {**countries(), **peoples()}
    elif said & {"city", "capital", "town"}:
        known = {**cities(), **capitals()}
    else:
        return None
    cues = sides_in(own, 0, role.first)
    return next((c for c in reversed(cues) if " ".join(own[c[1] : c[2]]) in known), None)


def _beside(own: Sequence[str], name: Name) -> Cue | None:
    """`Ukraine's` Ivan Petrenko; for `Ukraine` Ivan Petrenko; President Ivan Petrenko of `Ukraine`."""
    before = name.lead - 1
    if before > 0 and own[before - 1] in {"For", "for"} and own[before] in countries():
        return countries()[own[before]], before, before + 1
    if before > 0 and own[before] in POSSESSIVE:
        near = sides_in(own, max(0, before - _REACH), before)
        return near[-1] if near and near[-1][2] == before else None
    if own[name.last : name.last + 1] == ["of"]:
        at = name.last + 1 + (own[name.last + 1 : name.last + 2] == ["the"])
        return side_at(own, at, len(own)) or _body(own, at)
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


@cache
def _openings() -> frozenset[str]:
    return listed("list") | {"of", "by"}


def _lists_from(own: Sequence[str], i: int) -> bool:
    """Whether word `i` opens the list of who is in a team: `including`, `made up of`, `consists of`."""
    made = own[i - 1] in {"up", "consisting", "consists", "consisted", "composed"}
    return own[i] in listed("list") or (own[i] == "of" and made)


def _members(page: Page, names: Sequence[Name], held: frozenset[Name]) -> Iterator[Side]:
    """All that are listed after `the American delegation, including`, or lead `a Russian team led by`."""
    own = page.sentences[names[0].sentence].words
    for i in found(own, _openings()):
        led = own[i] == "by" and own[i - 1] in {"led", "headed", "represented"}
        if not led and not _lists_from(own, i):
            continue
        start = next((j + 1 for j in range(i - 1, -1, -1) if own[j] in _BREAKS), 0)
        group = next((j for j in range(i - 1, start, -1) if own[j] in listed("team")), None)
        cue = team_side(own, max(start, group - _REACH), group) if group else None
        members = [n for n in names if n.first > i and n not in held]
        if cue:
            yield from (Side(n, cue[1], cue[2], cue[0]) for n in (members[:1] if led else members))


def _labelled(
    page: Page, names: Sequence[Name], held: frozenset[Name], full: Mapping[str, str]
) -> Iterator[Side]:
    """All of a list that is headed by their side: `- Norway: Foreign Minister A, B and C`."""
    own = page.sentences[names[0].sentence].words
    colon = own.index(":") if ":" in own[:_LONGEST] else 0
    label = [i for i in range(colon) if own[i][0].isalnum()]
    listed_names = [n for n in names if n.first > colon and n not in held]
    if not label or len(listed_names) < 2 or own[-1] == "." or own[0] not in listed("bullet"):
        return
    said = " ".join(own[i] for i in label)
    known = side_at(own, label[0], colon)
    value = (
        known[0]
        if known and known[2] == label[-1] + 1
        else said
        if said in full or said in listed("camp")
        else ""
    )
    if value:
        yield from (Side(n, label[0], label[-1] + 1, value) for n in listed_names)


def _represents(own: Sequence[str], names: Sequence[Name], held: frozenset[Name]) -> Iterator[Side]:
    """Those who `will represent Ukraine` or `speak for the union`: the names that are joined right before it."""
    for i in found(own, listed("represent") | listed("stand")):
        if own[i] in listed("stand") and own[i + 1 : i + 2] != ["for"]:
            continue
        at = i + 1 + (own[i] in listed("stand"))
        cues = sides_in(own, at, min(len(own), at + _REACH))
        before = [n for n in names if n.last <= i and n not in held]
        before = before[-1:] if own[i - 1] == "who" else before
        if not cues or not before or cues[0][1] > at + 1:
            continue
        start = next(
            (j for j in range(i - 1, -1, -1) if own[j] in {"that", "including", ";"} or own[j] in {"said"}), 0
        )
        yield from (Side(n, cues[0][1], cues[0][2], cues[0][0]) for n in before if n.first >= start)


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
    page: Page, by_sentence: dict[int, list[Name]], roles: dict[int, list[Role]], full: Mapping[str, str]
) -> Iterator[Side]:
    """Sides as the article's words give them, by sentence; `full` are its acronyms."""
    named = frozenset(s.words[i] for s in page.sentences for i in s.capitals)
    firms = incorporated(page.sentences)
    for sentence, names in by_sentence.items():
        own = page.sentences[sentence].words
        for role in roles.get(sentence, []):
            others = frozenset(i for n in names if n != role.name for i in range(n.first, n.last))
            if cue := _referent(page, role) or _of_role(own, role, others, named):
                yield Side(role.name, cue[1], cue[2], cue[0])
            elif body := owner(page, role, by_sentence, firms):
                yield Side(role.name, role.first, role.last, body)
        for name in names:
            if cue := _beside(own, name):
                yield Side(name, cue[1], cue[2], cue[0])
        held = held_in_roles(roles.get(sentence, []), names)
        yield from _members(page, names, held)
        yield from _represents(own, names, held)
        yield from _labelled(page, names, held, full)


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
