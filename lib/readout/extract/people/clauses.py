"""A sentence with its names, asked who does what in it, and who stands in its lists."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.people.features import kinds
from readout.extract.people.lexis import listed
from readout.extract.people.page import Name, Page
from readout.extract.people.parties import Parties
from readout.extract.people.phrases import is_role, past_retired
from readout.extract.people.roles import Role
from readout.extract.people.ties import held_in_roles


class Clause:
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
                at = self._past(out[-1])
            elif self.own[at] in listed("joining") and (out or self.own[at] not in {"and", ","}):
                at += 1
            else:
                break
        return out

    def _past(self, name: Name) -> int:
        """Where `name` ends in a list, with what is set beside it in commas if another name follows that."""
        end = past_retired(self.own, name.last)
        if self.own[end : end + 1] != [","]:
            return end
        stops = [r.last for r in self.roles if r.name == name and r.first > end]
        if self.own[end + 1 : end + 2] == ["who"]:
            stops = [k for k in range(end + 2, len(self.own)) if self.own[k] in {",", ";"}][:1]
        for at in stops[-1:]:
            follower = at
            while follower < len(self.own) and self.own[follower] in listed("joining"):
                follower += 1
            other = self.starting.get(follower)
            if other and not {",", ";"}.isdisjoint(self.own[at:follower]) and not self._begins_clause(other):
                return at
        return end

    def _begins_clause(self, name: Name) -> bool:
        """Whether a verb follows `name`, so that it is no item of a list."""
        after = self.own[name.last] if name.last < len(self.own) else "."
        return after in listed("auxiliary") or after in listed("verb") or "says" in kinds(after)

    def listed_before(self, stop: int) -> list[Name]:
        """Names of the list that ends before word `stop`, what is set beside them included."""
        closing = {r.last: r.name for r in self.roles if r.first > r.name.last and r.name in self.begin}
        out: list[Name] = []
        while stop:
            stop -= self.own[stop - 1] == ","
            name = self.ending.get(stop) or closing.get(stop)
            if name is None or name in out:
                break
            out.insert(0, name)
            stop = self.begin[name]
            if self.own[stop - 1 : stop] == ["and"]:
                stop -= 1
            elif self.own[stop - 1 : stop] != [","]:
                break
        return out
