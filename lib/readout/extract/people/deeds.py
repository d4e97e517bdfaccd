"""What an article says a person does: speak, lead a delegation, take part in a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from readout.extract.people.clauses import Clause
from readout.extract.people.lexis import found, listed
from readout.extract.people.page import Name
from readout.extract.people.roles import noun_in
from readout.lexicon import words

# Objects stand within so many words of their verb.
_REACH = 9
_BEFORE_INVERTED = frozenset({",", "”", '"', "’", "'", "—"})


@dataclass(frozen=True, slots=True)
class Deed:
    """Words `first` to `last` (exclusive) of the name's sentence say that the person does what `kind` says.

    `value` is the word of speech, the meeting, or the side that is led: None where each leads his own.
    """

    name: Name
    kind: Literal["quoted", "leads", "attends"]
    first: int
    last: int
    value: str | None


@cache
def _speech() -> frozenset[str]:
    return words("reporting_verbs") - listed("call") | {"according"}


def _quoted(clause: Clause) -> Iterator[Deed]:
    """`A told reporters`, `said A`, `according to A`."""
    own = clause.own
    for j in found(own, _speech()):
        word = own[j]
        if word == "according":
            who = clause.listed_after(j + 2)[:1] if own[j + 1 : j + 2] == ["to"] else []
            yield from (Deed(n, "quoted", j, j + 2, "according to") for n in who)
            continue
        if j and own[j - 1] in listed("passive"):
            continue
        who = clause.subjects(j)
        if not who and word in listed("inverted") and (j == 0 or own[j - 1] in _BEFORE_INVERTED):
            who = clause.listed_after(j + 1)[:1]
        yield from (Deed(n, "quoted", j, j + 1, word) for n in who)


def _leads(clause: Clause) -> Iterator[Deed]:
    """`A would head Moscow's team`; `a Russian delegation led by A`; `the delegations, led by A and B`."""
    own = clause.own
    for j in found(own, listed("lead")):
        if own[j + 1 : j + 2] == ["by"] and not listed("teams").isdisjoint(own[max(0, j - 2) : j]):
            yield from (Deed(n, "leads", j, j + 2, None) for n in clause.listed_after(j + 2))
            continue
        if own[j + 1 : j + 2] == ["by"]:
            who, low, high = clause.listed_after(j + 2)[:1], max(0, j - _REACH), j
        else:
            who, low, high = clause.subjects(j), j + 1, min(len(own), j + 1 + _REACH)
        team = next((k for k in range(low, high) if own[k] in listed("led")), low)
        if cue := clause.known.of_team(own, low, team):
            yield from (Deed(n, "leads", cue[1], team + 1, cue[0]) for n in who)


def _heads(clause: Clause) -> Iterator[Deed]:
    """A, `the head of the Russian delegation`; `Russian delegation head` A."""
    own = clause.own
    for role in clause.roles:
        noun = noun_in(own, role.first, role.last)
        if own[noun].lower() not in listed("head") or "former" in own[role.first : noun]:
            continue
        before = own[noun - 1] in listed("led") and noun > role.first
        teams = [noun - 1] if before else [i for i in range(noun + 2, role.last) if own[i] in listed("led")]
        if teams and (cue := clause.known.of_team(own, role.first if before else noun + 2, teams[0])):
            yield Deed(role.name, "leads", cue[1], teams[0] + 1, cue[0])


def _attends(clause: Clause) -> Iterator[Deed]:
    """`A attended the talks`, `A met with B`, `A held talks with B and C`, `a meeting between A and B`."""
    for j in found(clause.own, _attending()):
        who, last = _takers(clause, j)
        yield from (Deed(n, "attends", j, last, clause.page.said(n.sentence, j, last)) for n in who)


@cache
def _attending() -> frozenset[str]:
    return frozenset().union(*map(listed, ("join", "take_part", "meet", "hold", "meeting")))


def _takers(clause: Clause, j: int) -> tuple[list[Name], int]:
    """Who takes part in the meeting that word `j` speaks of, and where the words that say so end."""
    own, word = clause.own, clause.own[j]
    following = own[j + 1 : j + 2]
    noun = next((k for k in range(j + 1, min(len(own), j + 1 + _REACH)) if own[k] in listed("meeting")), None)
    if word in listed("meet"):
        who, others = clause.subjects(j), clause.listed_after(j + 1 + (following == ["with"]))
        return (who + others if who and others else []), j + 1
    if word in listed("meeting") and following == ["between"]:
        return clause.listed_after(j + 2), j + 1
    if noun is None:
        return [], j + 1
    if word in listed("join") or (word in listed("take_part") and following == ["in"]):
        return clause.subjects(j - (word == "part")), noun + 1
    if word in listed("hold") and own[noun + 1 : noun + 2] == ["with"]:
        return clause.subjects(j) + clause.listed_after(noun + 2), noun + 1
    return [], j + 1


def find_deeds(clauses: Mapping[int, Clause]) -> Iterator[Deed]:
    """What every sentence says its people do."""
    for sentence, clause in clauses.items():
        if not clause.page.sentences[sentence].headline:
            yield from _quoted(clause)
            yield from _leads(clause)
            yield from _heads(clause)
            yield from _attends(clause)
