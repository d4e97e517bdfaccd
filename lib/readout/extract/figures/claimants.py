"""Whom a phrase names as somebody who can vouch for a figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from readout.extract.figures.companies import is_a_company, named_company
from readout.extract.mentions import PersonMention
from readout.lexicon import words
from readout.text import find_numbers

_DETERMINER = re.compile(r"\A(?:The|A|An|Its|Their|His|Her|Some|Local)\b")
# `a first count by the coast guard`: it is theirs.
_COUNT_BY = re.compile(
    r"(?:an?|the|its|their)(?:[ ][a-z-]+){0,2}[ ](?:assessment|count|data|estimate|figures|list|poll|report|statement|"
    r"study|survey|tally)[ ](?:by|from)[ ]"
)
_FEW = re.compile(r"\A(?:two|three|four|five|six)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"\A(?:and|but|or|meanwhile|separately|later|earlier|also|so|yet|still|however|on \w+day)[ ]+", re.I
)
# `Olna County alone said`, `the company today said`
_ASIDE = re.compile(r"(?:[ ](?:alone|also|itself|today|yesterday|on \w+day))+\Z")
# A longer phrase, in characters, names nobody.
LONGEST = 120
_BULLETS = " \u00a0•·*–—-"
_NOBODY = frozenset(["", "I", "We", "You", "He", "She", "It", "They", "This", "That", "These", "Those"])


@dataclass(frozen=True, slots=True)
class Source:
    """Who vouches (`name`), from where to where that is said, and where the claim's verb is."""

    begin: int
    end: int
    name: str
    is_person: bool


class Claimants:
    """The people and institutions of one text, as its phrases name them."""

    def __init__(self, text: str, people: Sequence[PersonMention]) -> None:
        self.text = text
        self.people = sorted(people, key=lambda p: p.begin)
        self.begins = [p.begin for p in self.people]

    @cached_property
    def _company(self) -> str | None:
        return named_company(self.text, self.people)

    def people_in(self, begin: int, end: int) -> Sequence[PersonMention]:
        """The people named from `begin` to `end`, in order."""
        return self.people[bisect_left(self.begins, begin) : bisect_left(self.begins, end)]

    def named(self, begin: int, end: int) -> Source | None:
        """The phrase from `begin` to `end` as a source, if it names a person or somebody who can vouch."""
        phrase = self.text[begin:end]
        begin += len(phrase) - len(phrase.lstrip(_BULLETS))
        phrase = _ASIDE.sub("", phrase.strip(_BULLETS))
        for lead in (_LEAD, _COUNT_BY):
            if match := lead.match(phrase):
                begin, phrase = begin + match.end(), phrase[match.end() :]
        if len(phrase) > LONGEST or phrase in _NOBODY:
            return None
        people = self.people_in(begin, begin + len(phrase))
        if people := [p for p in people if not self.text.endswith(" of ", begin, p.begin)]:
            return Source(begin, begin + len(phrase), people[-1].person, True)
        tokens = re.findall(r"[\w’'.-]+", phrase)
        known = any(t.lower() in words("figures/sources") for t in tokens)
        first = bool(tokens) and tokens[0][0].isupper() and not _DETERMINER.match(phrase)
        proper = first or any(t[0].isupper() for t in tokens[1:])
        few, determined = _FEW.match(phrase), _DETERMINER.match(phrase)
        if not (known or proper):
            return None
        # Who is counted is no source: `over two dozen countries say`.
        if not (determined or (known and few)) and any(n.kind != "ordinal" for n in find_numbers(phrase)):
            return None
        if determined or few:
            phrase = phrase[0].lower() + phrase[1:]
        name = (self._company if is_a_company(phrase) else None) or phrase
        return Source(begin, begin + len(phrase), name, False)

    def by_name(self, source: Source | None) -> Source | None:
        """`source`, or the person that it is set beside (`Ana Pereira, the mayor,`)."""
        if not source or source.is_person or self.text[source.end : source.end + 1] != ",":
            return source
        beside = self.people_in(source.begin - LONGEST, source.begin)
        if not beside or self.text[beside[-1].end : source.begin] != ", ":
            return source
        return Source(beside[-1].begin, source.end, beside[-1].person, True)
