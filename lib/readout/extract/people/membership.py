"""Who belongs to which side by a list or a verb: `the delegation, including A`; `- Norway: A, B`; `A represents`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from readout.extract.people.clauses import Clause
from readout.extract.people.lexis import found, listed
from readout.extract.people.organisations import Cue
from readout.extract.people.page import Name
from readout.extract.people.parties import Parties

# No possessor before a team is longer, nor are more words before the colon of a list.
_REACH = 5
_LABEL = 10
_BREAKS = frozenset({";", "—", "”", "“"})


@dataclass(frozen=True, slots=True)
class Side:
    """Words `first` to `last` (exclusive) of the name's sentence put `name` on side `value`; `past`: at one time."""

    name: Name
    first: int
    last: int
    value: str
    past: bool = False


def find_members(clause: Clause) -> Iterator[Side]:
    """Sides of those of one sentence's names that it counts among a team, or that act for a side."""
    own, names, known = clause.own, clause.free, clause.known
    yield from _members(clause)
    yield from _represents(own, names, known)
    yield from _labelled(own, names, known)


@cache
def _openings() -> frozenset[str]:
    return listed("list") | {"of", "by"}


def _lists_from(own: Sequence[str], i: int) -> bool:
    """Whether word `i` opens the list of who is in a team: `including`, `made up of`, `consists of`."""
    made = own[i - 1] in {"up", "consisting", "consists", "consisted", "composed"}
    return own[i] in listed("list") or (own[i] == "of" and made)


def _members(clause: Clause) -> Iterator[Side]:
    """All that are listed after `the American delegation, including`, or lead `a Russian team led by`."""
    own = clause.own
    for i in found(own, _openings()):
        if own[i - 1 : i + 1] == ["represented", "by"] and (cue := _represented(own, i - 1, clause.known)):
            yield from (Side(n, cue[1], cue[2], cue[0]) for n in clause.listed_after(i + 1)[:1])
            continue
        led = own[i] == "by" and own[i - 1] in {"led", "headed", "represented"}
        if not led and not _lists_from(own, i):
            continue
        start = next((j + 1 for j in range(i - 1, -1, -1) if own[j] in _BREAKS), 0)
        group = next((j for j in range(i - 1, start, -1) if own[j] in listed("team")), None)
        if group and (cue := clause.known.of_team(own, max(start, group - _REACH), group)):
            members = clause.listed_after(i + 1) or [n for n in clause.free if n.first > i][:1]
            yield from (Side(n, cue[1], cue[2], cue[0]) for n in (members[:1] if led else members))


def _represented(own: Sequence[str], verb: int, known: Parties) -> Cue | None:
    """The side right before the passive `verb`: `Peru` will be represented."""
    at = verb
    while at and own[at - 1] in listed("auxiliary"):
        at -= 1
    cues = known.within(own, max(0, at - _REACH), at) if at < verb else []
    return cues[-1] if cues and cues[-1][2] == at else None


def _labelled(own: Sequence[str], names: Sequence[Name], known: Parties) -> Iterator[Side]:
    """All of a list that is headed by their side: `- Norway: Foreign Minister A, B and C`."""
    colon = own.index(":") if ":" in own[:_LABEL] else 0
    label = [i for i in range(colon) if own[i][0].isalnum()]
    listed_names = [n for n in names if n.first > colon]
    if not label or len(listed_names) < 2 or own[-1] == "." or own[0] not in listed("bullet"):
        return
    said = " ".join(own[i] for i in label)
    cue = known.at(own, label[0], colon)
    value = cue[0] if cue and cue[2] == label[-1] + 1 else said if said in listed("camp") else ""
    if value:
        yield from (Side(n, label[0], label[-1] + 1, value) for n in listed_names)


def _represents(own: Sequence[str], names: Sequence[Name], known: Parties) -> Iterator[Side]:
    """Those who `will represent Ukraine` or `speak for the union`: the names that are joined right before it."""
    for i in found(own, listed("represent") | listed("stand")):
        if own[i] in listed("stand") and own[i + 1 : i + 2] != ["for"]:
            continue
        at = i + 1 + (own[i] in listed("stand"))
        cues = known.within(own, at, min(len(own), at + _REACH))
        before = [n for n in names if n.last <= i]
        before = before[-1:] if own[i - 1] == "who" else before
        if not cues or not before or cues[0][1] > at + 1:
            continue
        start = next(
            (j for j in range(i - 1, -1, -1) if own[j] in {"that", "including", ";"} or own[j] in {"said"}), 0
        )
        yield from (Side(n, cues[0][1], cues[0][2], cues[0][0]) for n in before if n.first >= start)
