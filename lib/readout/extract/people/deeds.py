"""What an article says a person does: speak, lead a delegation, take part in a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from readout.extract.people.lexis import found, listed
from readout.extract.people.page import Name, Page
from readout.extract.people.parties import Parties
from readout.extract.people.phrases import is_role
from readout.extract.people.roles import Role
from readout.extract.people.sides import Tie, held_in_roles
from readout.lexicon import words

# Objects stand within so many words of their verb.
_REACH = 9
_BEFORE_INVERTED = frozenset({",", "”", '"', "’", "'", "—"})


@dataclass(frozen=True, slots=True)
class Deed:
    """Words `first` to `last` (exclusive) of the name's sentence say that the person does what `kind` says."""

    name: Name
    kind: Literal["quoted", "leads", "attends"]
    first: int
    last: int
    value: str


class _Clause:
    """One sentence with its names, asked who does what."""

    def __init__(self, page: Page, names: Sequence[Name], roles: Sequence[Role], known: Parties) -> None:
        self.own = page.sentences[names[0].sentence].words
        self.page, self.names, self.roles, self.known = page, names, roles, known
        held = held_in_roles(roles, names)
        self.free = [n for n in names if n not in held]
        self.ending = {n.last: n for n in self.free}
        self.begin = {n: n.lead for n in self.free}
        for role in roles:
            if role.last <= role.name.first and role.name in self.begin:
                self.begin[role.name] = min(role.first, self.begin[role.name])
        self.starting = {first: n for n, first in self.begin.items()} | {n.lead: n for n in self.free}

    def subjects(self, verb: int) -> list[Name]:
        """Who does `verb`: the names right before it, or before the phrase in commas that stands before it."""
        k = verb
        while k and k not in self.ending and self.own[k - 1] in listed("between"):
            k -= 1
        if k in self.ending:
            who = self.joined_before(self.ending[k])
            return [] if self._has_speaker(who[0]) else who
        if self.own[k - 1 : k] == [","] or self.own[k : k + 1] == ["who"]:
            opened = [n for n in self.free if n.last < k and (self._opens(n) or self._closes(n, k - 1))]
            opened = [n for n in opened if not self._has_speaker(n)]
            return opened[-1:]
        return []

    def _has_speaker(self, name: Name) -> bool:
        """Whether another acts for `name`: a spokesman for her."""
        at = self.begin[name]
        at -= self.own[at - 1] in listed("determiner") if at else 0
        return at > 1 and self.own[at - 1] in {"for", "of", "to"} and is_role(self.own[at - 2])

    def _opens(self, name: Name) -> bool:
        """Whether a role or a `who` stands in commas after `name`."""
        follower = self.own[name.last + 1 : name.last + 2]
        return self.own[name.last] == "," and (
            follower == ["who"] or any(r.name == name and r.first > name.last for r in self.roles)
        )

    def _closes(self, name: Name, comma: int) -> bool:
        """Whether `name` stands in commas after its role: `the union's leader, Joan Baxter,`."""
        return name.last == comma and any(r.name == name and r.last == name.lead - 1 for r in self.roles)

    def joined_before(self, name: Name) -> list[Name]:
        """`name` and the names that `and` joins to it from the left."""
        out = [name]
        while (k := self.begin[out[0]]) > 1 and self.own[k - 1] == "and" and k - 1 in self.ending:
            out.insert(0, self.ending[k - 1])
        return out

    def listed_after(self, at: int) -> list[Name]:
        """Names that begin at word `at`, its articles skipped, and those that commas and `and` join to them."""
        out: list[Name] = []
        while at < len(self.own):
            if at in self.starting:
                out.append(self.starting[at])
                at = out[-1].last
            elif self.own[at] in listed("joining") and (out or self.own[at] not in {"and", ","}):
                at += 1
            else:
                break
        return out


@cache
def _speech() -> frozenset[str]:
    return words("reporting_verbs") - listed("call") | {"according"}


def _quoted(clause: _Clause) -> Iterator[Deed]:
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


def _leads(clause: _Clause) -> Iterator[Deed]:
    """`A would head Moscow's team`; `a Russian delegation led by A`."""
    own = clause.own
    for j in found(own, listed("lead")):
        if own[j + 1 : j + 2] == ["by"]:
            who, low, high = clause.listed_after(j + 2)[:1], max(0, j - _REACH), j
        else:
            who, low, high = clause.subjects(j), j + 1, min(len(own), j + 1 + _REACH)
        team = next((k for k in range(low, high) if own[k] in listed("led")), low)
        if cue := clause.known.of_team(own, low, team):
            yield from (Deed(n, "leads", cue[1], team + 1, cue[0]) for n in who)


def _attends(clause: _Clause) -> Iterator[Deed]:
    """`A attended the talks`, `A met with B`, `A held talks with B and C`, `a meeting between A and B`."""
    for j in found(clause.own, _attending()):
        who, last = _takers(clause, j)
        yield from (Deed(n, "attends", j, last, clause.page.said(n.sentence, j, last)) for n in who)


@cache
def _attending() -> frozenset[str]:
    return frozenset().union(*map(listed, ("join", "take_part", "meet", "hold", "meeting")))


def _takers(clause: _Clause, j: int) -> tuple[list[Name], int]:
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


def _companions(clause: _Clause) -> Iterator[Tie]:
    """Those who came along: `A led the delegation, accompanied by B and C`; `A led for the union, with B`."""
    own = clause.own
    for j in found(own, listed("lead")):
        led_by = own[j + 1 : j + 2] == ["by"]
        leaders = clause.listed_after(j + 2)[:1] if led_by else clause.subjects(j)
        for k in range(j + 2, len(own)) if leaders else ():
            beside = own[k - 1 : k + 1] in ([",", "with"], ["accompanied", "by"], [",", "alongside"])
            if beside and (led_by or own[j + 1] == "for" or not listed("led").isdisjoint(own[j:k])):
                for other in clause.listed_after(k + 1):
                    yield Tie(leaders[0], other, k, k + 1)


def find_companions(
    page: Page, by_sentence: dict[int, list[Name]], roles: dict[int, list[Role]], known: Parties
) -> Iterator[Tie]:
    """Who came along with whom, for one side."""
    for sentence, names in by_sentence.items():
        if len(names) > 1 and not listed("lead").isdisjoint(page.sentences[sentence].words):
            yield from _companions(_Clause(page, names, roles.get(sentence, []), known))


def find_deeds(
    page: Page, by_sentence: dict[int, list[Name]], roles: dict[int, list[Role]], known: Parties
) -> Iterator[Deed]:
    """What every sentence says its people do."""
    for sentence, names in by_sentence.items():
        if not page.sentences[sentence].headline:
            clause = _Clause(page, names, roles.get(sentence, []), known)
            yield from _quoted(clause)
            yield from _leads(clause)
            yield from _attends(clause)
