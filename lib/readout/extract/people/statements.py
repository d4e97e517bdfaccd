"""All that an article states of its people, as statements with the words that say so."""

from __future__ import annotations

from collections import Counter, defaultdict

from readout.extract.mentions import Property, Statement
from readout.extract.people.clauses import Clause
from readout.extract.people.companions import find_camps, find_companions
from readout.extract.people.deeds import find_deeds
from readout.extract.people.membership import Side
from readout.extract.people.page import Name, Page
from readout.extract.people.parties import read_parties
from readout.extract.people.roles import find_roles
from readout.extract.people.sides import find_sides
from readout.extract.people.ties import inherited, role_ties


def _by_sentence(names: list[Name]) -> dict[int, list[Name]]:
    out: dict[int, list[Name]] = defaultdict(list)
    for name in names:
        out[name.sentence].append(name)
    return out


def find_statements(page: Page, article: str, key: dict[Name, str]) -> tuple[Statement, ...]:
    """Names, roles, sides and deeds of the people that `key` gives for each name, in text order."""
    by_sentence = _by_sentence(list(key))
    roles = find_roles(page, by_sentence)
    out: set[Statement] = set()

    def state(person: str, kind: Property, value: str, sentence: int, first: int, last: int) -> None:
        begin, end = page.span(sentence, first, last)
        out.add(Statement(subject=person, property=kind, value=value, article=article, begin=begin, end=end))

    for name, person in key.items():
        state(
            person,
            "name",
            page.said(name.sentence, name.first, name.last),
            name.sentence,
            name.first,
            name.last,
        )
    for sentence, said in roles.items():
        for role in said:
            state(key[role.name], "role", role.value, sentence, role.first, role.last)
    sides: dict[str, Counter[str]] = defaultdict(Counter)
    known = read_parties(page)
    clauses = {i: Clause(page, names, roles.get(i, []), known) for i, names in by_sentence.items()}
    told = [*find_sides(page, clauses), *find_camps(clauses)]
    deeds = list(find_deeds(clauses))
    told += [Side(d.name, d.first, d.last, d.value) for d in deeds if d.kind == "leads" and d.value]
    present = {key[side.name] for side in told if not side.past}
    for side in told:
        # Who was minister of one country may lead rebels against it.
        if not (side.past and key[side.name] in present):
            state(key[side.name], "side", side.value, side.name.sentence, side.first, side.last)
            sides[key[side.name]][side.value] += 1
    best = {person: values.most_common(1)[0][0] for person, values in sides.items()}
    for deed in deeds:
        if value := deed.value or best.get(key[deed.name]):
            state(key[deed.name], deed.kind, value, deed.name.sentence, deed.first, deed.last)
    ties = [*role_ties(roles, by_sentence), *find_companions(clauses)]
    for person, value, tie in inherited(ties, key, best):
        state(person, "side", value, tie.name.sentence, tie.first, tie.last)
    return tuple(sorted(out, key=lambda s: (s.begin, s.end, s.property, s.subject, s.value)))
