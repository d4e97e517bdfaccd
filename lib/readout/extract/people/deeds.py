"""What an article says a person does: speak, lead a delegation, take part in a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.extract.people.features import kinds
from readout.extract.people.page import Name, Page
from readout.extract.people.parties import sides_in
from readout.extract.people.roles import Role
from readout.extract.people.sides import held_in_roles

_LED = frozenset({"team", "delegation", "side", "mission", "negotiators"})
_LEADS = frozenset(
    ["lead", "leads", "led", "leading", "head", "heads", "headed", "heading", "chair", "chairs", "chaired"]
)
# What may stand between a person and the verb.
_BETWEEN = frozenset(
    [
        "has",
        "have",
        "had",
        "would",
        "will",
        "could",
        "may",
        "might",
        "also",
        "later",
        "then",
        "earlier",
        "again",
        "repeatedly",
        "reportedly",
        "separately",
        "to",
        "is",
        "was",
        "set",
        "due",
        "expected",
        "who",
        "and",
        "yesterday",
        "today",
    ]
)
_INVERTED = frozenset(
    [
        "said",
        "says",
        "added",
        "adds",
        "explained",
        "warned",
        "told",
        "insisted",
        "argued",
        "noted",
        "wrote",
        "tweeted",
        "asked",
    ]
)
# Verbs of speech that tell of other doings as often.
_CALLS = frozenset({"call", "calls", "called", "calling", "continue", "continues", "continued", "continuing"})
_PASSIVE = frozenset(["is", "was", "are", "were", "be", "been", "being"])
_JOINS = frozenset(
    [
        "attend",
        "attends",
        "attended",
        "attending",
        "join",
        "joins",
        "joined",
        "joining",
        "host",
        "hosts",
        "hosted",
        "hosting",
        "chair",
        "chaired",
    ]
)
_TAKES_PART = frozenset(["participate", "participates", "participated", "participating", "part"])
_MEETS = frozenset({"met", "meet", "meets"})
_HOLDS = frozenset(["held", "hold", "holds", "holding", "had", "have", "has", "began", "opened"])
_MEETINGS = frozenset(
    [
        "talks",
        "meeting",
        "meetings",
        "summit",
        "negotiations",
        "conference",
        "forum",
        "session",
        "round",
        "dialogue",
        "call",
        "consultations",
    ]
)
_TRIGGERS = _JOINS | _TAKES_PART | _MEETS | _HOLDS | _MEETINGS
_REACH = 9


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

    def __init__(self, page: Page, names: Sequence[Name], roles: Sequence[Role]) -> None:
        self.own = page.sentences[names[0].sentence].words
        self.page, self.names, self.roles = page, names, roles
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
        while k and (self.own[k - 1] in _BETWEEN or self.own[k - 1].endswith("ly")) and k not in self.ending:
            k -= 1
        if k in self.ending:
            return self.joined_before(self.ending[k])
        if self.own[k - 1 : k] == [","] or self.own[k : k + 1] == ["who"]:
            opened = [n for n in self.free if n.last < k and self._opens(n)]
            return opened[-1:]
        return []

    def _opens(self, name: Name) -> bool:
        """Whether a role or a `who` stands in commas after `name`."""
        follower = self.own[name.last + 1 : name.last + 2]
        return self.own[name.last] == "," and (
            follower == ["who"] or any(r.name == name and r.first > name.last for r in self.roles)
        )

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
            if self.own[at] in {"the", "a", "an", "and", ","} and (out or self.own[at] not in {"and", ","}):
                at += 1
            elif at in self.starting:
                out.append(self.starting[at])
                at = out[-1].last
            else:
                break
        return out


def _quoted(clause: _Clause) -> Iterator[Deed]:
    own = clause.own
    for j, word in enumerate(own):
        if word == "according" and own[j + 1 : j + 2] == ["to"]:
            yield from (Deed(n, "quoted", j, j + 2, "according to") for n in clause.listed_after(j + 2)[:1])
        if not word.islower() or "says" not in kinds(word) or (j and own[j - 1] in _PASSIVE) or word in _CALLS:
            continue
        who = clause.subjects(j)
        if not who and word in _INVERTED and (j == 0 or own[j - 1] in {",", "”", '"', "’", "'", "—"}):
            who = clause.listed_after(j + 1)[:1]
        yield from (Deed(n, "quoted", j, j + 1, word) for n in who)


def _leads(clause: _Clause) -> Iterator[Deed]:
    """`A would head Moscow's team`; `a Russian delegation led by A`."""
    own = clause.own
    for j, word in enumerate(own):
        if word not in _LEADS:
            continue
        if own[j + 1 : j + 2] == ["by"]:
            who, low, high = clause.listed_after(j + 2)[:1], max(0, j - _REACH), j
        else:
            who, low, high = clause.subjects(j), j + 1, min(len(own), j + 1 + _REACH)
        team = next((k for k in range(low, high) if own[k] in _LED), None)
        cues = sides_in(own, low, team) if team is not None else []
        yield from (
            Deed(n, "leads", cues[-1][1], team + 1, cues[-1][0]) for n in who if cues and team is not None
        )


def _attends(clause: _Clause) -> Iterator[Deed]:
    """`A attended the talks`, `A met with B`, `A held talks with B and C`, `a meeting between A and B`."""
    own = clause.own
    for j, word in enumerate(own):
        if word not in _TRIGGERS:
            continue
        high = min(len(own), j + 1 + _REACH)
        noun = next((k for k in range(j + 1, high) if own[k] in _MEETINGS), None)
        who: list[Name] = []
        if word in _MEETS:
            who = clause.subjects(j) + clause.listed_after(j + 1 + (own[j + 1 : j + 2] == ["with"]))
            who, last = (who, j + 1) if len(who) > 1 else ([], j + 1)
        elif noun is not None and (word in _JOINS or (word in _TAKES_PART and own[j + 1] == "in")):
            who, last = clause.subjects(j - (word == "part")), noun + 1
        elif word in _MEETINGS and own[j + 1 : j + 2] == ["between"]:
            who, last = clause.listed_after(j + 2), j + 1
        elif noun is not None and word in _HOLDS and own[noun + 1 : noun + 2] == ["with"]:
            who, last = clause.subjects(j) + clause.listed_after(noun + 2), noun + 1
        yield from (Deed(n, "attends", j, last, clause.page.said(n.sentence, j, last)) for n in who)


def find_deeds(
    page: Page, by_sentence: dict[int, list[Name]], roles: dict[int, list[Role]]
) -> Iterator[Deed]:
    """What every sentence says its people do."""
    for sentence, names in by_sentence.items():
        if not page.sentences[sentence].headline:
            clause = _Clause(page, names, roles.get(sentence, []))
            yield from _quoted(clause)
            yield from _leads(clause)
            yield from _attends(clause)
