"""Who is put on a side by company: who came along with a leader, who sits in her team, who is `on the Irish side`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readout.extract.people.clauses import Clause
from readout.extract.people.lexis import found, listed
from readout.extract.people.membership import Side
from readout.extract.people.page import Name
from readout.extract.people.phrases import POSSESSIVE
from readout.extract.people.ties import Tie

# No possessor before a team is longer.
_REACH = 5
# `Her team` stands among the first words.
_OPENING = 4


def _companions(clause: Clause) -> Iterator[Tie]:
    """Those who came along: `A led the delegation, accompanied by B and C`; `A led for the union, with B`."""
    own = clause.own
    for j in found(own, listed("lead")):
        led_by = own[j + 1 : j + 2] == ["by"]
        leaders = clause.listed_after(j + 2)[:1] if led_by else clause.subjects(j)
        for k in range(j + 2, len(own)) if leaders else ():
            beside = own[k - 1 : k + 1] in ([",", "with"], ["accompanied", "by"], [",", "alongside"])
            if beside and (led_by or own[j + 1] == "for" or not listed("led").isdisjoint(own[j:k])):
                for other in clause.listed_after(k + 1):
                    yield Tie(other, leaders[0], k, k + 1, one_way=True)


def _led_elsewhere(clause: Clause, leaders: Sequence[Name]) -> Iterator[Tie]:
    """`Her team includes B and C`, of the only person whom the sentence before names."""
    own = clause.own
    for j in found(own[:_OPENING], listed("led")):
        if own[j - 1].lower() in {"her", "his"} and own[j + 1 : j + 2] and own[j + 1] in listed("list"):
            for member in clause.listed_after(j + 2) if len(leaders) == 1 else ():
                yield Tie(member, leaders[0], j - 1, j + 2, one_way=True)


def find_companions(clauses: Mapping[int, Clause]) -> Iterator[Tie]:
    """Who came along with whom, for one side."""
    for sentence, clause in clauses.items():
        if len(clause.names) > 1:
            yield from _companions(clause)
        if sentence - 1 in clauses:
            yield from _led_elsewhere(clause, clauses[sentence - 1].names)


def _camps(clause: Clause) -> Iterator[Side]:
    """`A, an adviser, and B on the Irish side`; `On the Irish side were A and B`."""
    own = clause.own
    for j in found(own, frozenset({"side"})):
        cue = clause.known.of_team(own, max(0, j - _REACH), j)
        if not cue or cue[2] + (own[j - 1] in POSSESSIVE) != j or own[cue[1] - 1] != "the" or cue[1] < 2:
            continue
        on = cue[1] - 2
        if own[on].lower() not in {"on", "from", "for"}:
            continue
        who = clause.listed_before(on)
        if not who and own[on] == "On":
            who = clause.listed_after(j + 1 + (own[j + 1 : j + 2] != [","] and j + 1 not in clause.starting))
        yield from (Side(n, cue[1], j + 1, cue[0]) for n in who)


def find_camps(clauses: Mapping[int, Clause]) -> Iterator[Side]:
    """Who is listed on whose side of a table."""
    for clause in clauses.values():
        yield from _camps(clause)
