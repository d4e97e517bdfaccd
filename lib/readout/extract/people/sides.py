"""Which side a person speaks for, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from readout.extract.people.antecedents import owner
from readout.extract.people.clauses import Clause
from readout.extract.people.employers import side_in_role
from readout.extract.people.homeland import at_home, homeland_of
from readout.extract.people.lexis import listed
from readout.extract.people.membership import Side, find_members
from readout.extract.people.organisations import Cue, body_at, run_end
from readout.extract.people.page import Name, Page
from readout.extract.people.parties import Parties
from readout.extract.people.phrases import POSSESSIVE, past_retired
from readout.extract.people.roles import Role, taken_words
from readout.lexicon.nations import capitals, cities, countries, peoples

# No possessor before a name is longer.
_REACH = 5


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
    of = past_retired(own, name.last)
    if own[of : of + 1] in (["of"], ["from"]):
        at = of + 1 + (own[of + 1 : of + 2] == ["the"])
        while at < len(own) and at < of + _REACH and own[at] in listed("standing"):
            at += 1
        if own[of] == "from":
            return body_at(own, at)
        if own[at : at + 1] and own[at] in listed("house"):
            end = run_end(own, at + 1)
            return (" ".join(own[at + 1 : end]), at + 1, end) if end > at + 1 else None
        return known.at(own, at, len(own)) or body_at(own, at)
    return None


def _explained(own: Sequence[str], role: Role) -> Cue | None:
    """`The Front of the North` in `a spokesman for the group, the Front of the North,`."""
    if own[role.last - 1] not in listed("body") or own[role.last : role.last + 1] != [","]:
        return None
    return body_at(own, role.last + 1 + (own[role.last + 1 : role.last + 2] == ["the"]))


def _right_before(own: Sequence[str], role: Role, known: Parties) -> Cue | None:
    """`Oman`, whose envoy Ann Lee; `Oman` and its envoy Ann Lee; the Tanners' Aid Union (`TAU`) director Ann Lee."""
    at = role.first - 1
    if at > 2 and own[at - 1 : at + 1] == ["and", "its"]:
        at -= 2
        near = known.within(own, max(0, at + 1 - _REACH), at + 1)
        if near and near[-1][2] == at + 1:
            return near[-1]
    if at > 1 and own[at] == ")" and own[at - 1] in known.own:
        return known.own[own[at - 1]], at - 1, at
    if at > 1 and own[at - 1 : at + 1] == [",", "whose"]:
        near = known.within(own, max(0, at - 1 - _REACH), at - 1)
        return near[-1] if near and near[-1][2] == at - 1 else None
    return None


def _told(page: Page, own: Sequence[str], role: Role, others: frozenset[int], known: Parties) -> Cue | None:
    """The side that a role's own sentence tells."""
    return (
        _referent(page, role, known)
        or side_in_role(own, role, others, known)
        or _explained(own, role)
        or _right_before(own, role, known)
        or _stance(own, role)
    )


def _stance(own: Sequence[str], role: Role) -> Cue | None:
    """The country whose stand a ministry's spokesman tells: `Peru` welcomes it, a ministry spokesman said."""
    said = own[role.first : role.last]
    if "Ministry" not in said or len(own) < 2 or own[1] not in listed("stance") or own[0] not in countries():
        return None
    return countries()[own[0]], 0, 1


def _leads_else(own: Sequence[str], role: Role) -> bool:
    """Whether something is led by who once had a role: rebels `led by` the former minister."""
    at = role.first - (own[role.first - 1] == "the")
    return at > 1 and own[at - 1] == "by" and own[at - 2] in listed("lead")


def find_sides(page: Page, clauses: Mapping[int, Clause]) -> Iterator[Side]:
    """Sides as the article's words give them, by sentence."""
    by_sentence = {sentence: clause.names for sentence, clause in clauses.items()}
    homeland = cache(lambda: homeland_of(page, by_sentence))
    for clause in clauses.values():
        own, known = clause.own, clause.known
        for role in clause.roles:
            others = taken_words([n for n in clause.names if n != role.name])
            if cue := _told(page, own, role, others, known):
                past = not listed("past").isdisjoint(own[role.first : role.last])
                # A country stays one's own, an organisation does not.
                if not past or (cue[0] in countries() and not _leads_else(own, role)):
                    yield Side(role.name, cue[1], cue[2], cue[0], past)
            elif land := at_home(own, role, known, homeland):
                yield Side(role.name, role.first, role.last, land)
            elif body := owner(page, role, by_sentence, known.firms):
                yield Side(role.name, role.first, role.last, body)
        for name in clause.names:
            if cue := _beside(own, name, known):
                yield Side(name, cue[1], cue[2], cue[0])
        yield from find_members(clause)
