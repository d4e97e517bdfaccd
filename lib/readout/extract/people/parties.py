"""Which words stand for a side: countries and their peoples, capitals and cities, institutions, organisations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from readout.extract.people.demonyms import adjective_in, country_of
from readout.extract.people.lexis import found, listed
from readout.extract.people.organisations import (
    Cue,
    acronyms,
    incorporated,
    is_acronym,
    organisation_in,
    run_end,
)
from readout.extract.people.page import Page
from readout.extract.people.phrases import POSSESSIVE, is_role
from readout.extract.people.towns import dateline
from readout.lexicon import table, words
from readout.lexicon.nations import capitals, cities, countries, institutions, peoples, places

# No side's name has more words.
_LONGEST = 6
# A dateline opens one of the first sentences, and ends among its first words.
_OPENING, _DATELINE = 12, 14
# So many words from its name stands what a country does.
_NEAR = 3


@cache
def lands() -> dict[str, str]:
    """Country of each name of a country, a people or a town."""
    return {**cities(), **capitals(), **peoples(), **countries()}


@cache
def _sides() -> dict[str, str]:
    """Side of each phrase that stands for one."""
    named = {name: name for name in words("companies")}
    return {**named, **lands(), **institutions()}


@dataclass(frozen=True, slots=True)
class Parties:
    """What stands for a side in one article: what the lists know, and what the article tells by its own words.

    `own` are the article's acronyms, the countries and peoples that no list has, and a name of two countries; `named`
    its capitalised words that no list of places has; `alone` those that stand without another within a sentence;
    `firms` its names with an `Inc` or `Ltd`; `county` the only county that it names; `label` the country that heads a
    report: `PERU: FLOODS`; `home` that of its dateline: `LIMA, Peru (AP) --`.
    """

    own: Mapping[str, str]
    named: frozenset[str]
    alone: frozenset[str]
    firms: frozenset[tuple[str, ...]]
    county: str | None
    label: str | None
    home: str | None

    def at(self, words: Sequence[str], at: int, stop: int) -> Cue | None:
        """The longest phrase of `words[at:stop]` that begins with word `at` and stands for a side."""
        for last in range(min(stop, at + _LONGEST), at, -1):
            said = " ".join(words[at:last]).removeprefix("ex-")
            if side := self.own.get(said) or _sides().get(said):
                return _in_place(words, at, last, stop, side)
        return None

    def within(self, words: Sequence[str], first: int, last: int) -> list[Cue]:
        """Phrases of `words[first:last]` that stand for sides, in order."""
        out: list[Cue] = []
        while first < last:
            capital = words[first][0].isupper() or words[first][:3] in {"al-", "ex-"}
            cue = self.at(words, first, last) if capital else None
            out += [cue] if cue else []
            first = cue[2] if cue else first + 1
        return out

    def stands(self, word: str) -> bool:
        """Whether a capitalised word that ends a name is one by itself, and not only part of a title."""
        return is_acronym(word) or word in self.alone

    def of_team(self, words: Sequence[str], first: int, team: int) -> Cue | None:
        """Whose the team is that word `team` names: the last side before it, or the organisation right before it."""
        if cues := self.within(words, first, team):
            return opposed(words, cues[-1][2], team) or cues[-1]
        end = team - (words[team - 1] in POSSESSIVE)
        while first < end and (not words[first][0].isupper() or words[first].lower() in listed("determiner")):
            first += 1
        cue = organisation_in(words, first, end)
        if cue and cue[2] == end:
            return cue
        of_one = list(words[team + 1 : team + 3]) == ["of", "the"]
        return organisation_in(words, team + 3, run_end(words, team + 3)) if of_one else None


def opposed(own: Sequence[str], first: int, last: int) -> Cue | None:
    """The `opposition` that words `first` to `last` (exclusive) speak of, with no party's name."""
    return next(
        (("Opposition", i, i + 1) for i in range(first, last) if own[i].lower() == "opposition"), None
    )


def _in_place(own: Sequence[str], at: int, last: int, stop: int, side: str) -> Cue | None:
    """What words `at` to `last` (exclusive), which by themselves stand for `side`, stand for among the others."""
    said = " ".join(own[at:last]).removeprefix("ex-")
    land = lands().get(said) == side
    body = _body_of(own, at, last, stop) if land or said in words("companies") else None
    return body or (_of_land(own, at, last) if land else (side, at, last))


def _body_of(own: Sequence[str], at: int, last: int, stop: int) -> Cue | None:
    """A body that is called after what words `at` to `last` (exclusive) name: `Danish Railways`; `Danish Federation of
    Nurses`; the `National Novra Workers Union`."""
    end = last
    while end < min(stop, at + _LONGEST) and own[end][0].isupper():
        end += 1
        if own[end - 1] in listed("firm") or (own[end - 1] in listed("assembly") and end - 1 > last):
            end = run_end(own[:stop], end + 1) if own[end : end + 1] == ["of"] else end
            first = at - (at > 0 and own[at - 1] in {"National", "International"})
            return " ".join(own[first:end]), first, end
    return None


def _of_land(own: Sequence[str], at: int, last: int) -> Cue | None:
    """What the name of a country, a people or a town at words `at` to `last` (exclusive) stands for.

    A body may be called after it: the `University of Odense`.
    """
    if at and (f"{own[at - 1]} {own[at]}" in words("places") or {own[at - 1], own[at]} <= peoples().keys()):
        # North America; Bosnian Serb.
        return None
    if own[at] in peoples() and own[last : last + 1] and own[last] in peoples():
        return None
    first = at - 2
    if at > 1 and own[at - 1] == "of" and own[first] in listed("seated"):
        while first and own[first - 1][0].isupper() and not is_role(own[first - 1]):
            first -= 1
        return " ".join(own[first:last]), first, last
    return lands()[" ".join(own[at:last]).removeprefix("ex-")], at, last


def read_parties(page: Page) -> Parties:
    """What stands for a side in the article."""
    written = frozenset(s.words[i] for s in page.sentences for i in s.capitals)
    named = written - places()
    own = acronyms(page) | _own_countries(named) | _told_apart(written)
    firms = incorporated(page.sentences)
    return Parties(own, named, _alone(page), firms, _county(page), _label(page), _home(page))


def _alone(page: Page) -> frozenset[str]:
    """Capitalised words that somewhere within a sentence of the article no other follows."""
    alone: set[str] = set()
    for s in page.sentences:
        if not s.headline:
            followed = zip_longest(s.capitals, s.capitals[1:])
            alone.update([s.words[i] for i, after in followed if i and after != i + 1])
    return frozenset(alone)


def _county(page: Page) -> str | None:
    """The only `Something County` of the article."""
    named = set()
    for sentence in page.sentences:
        own = sentence.words
        for i in found(own, frozenset({"County"})):
            first = i
            while first and own[first - 1][0].isupper() and own[first - 1].lower() not in words("not_names"):
                first -= 1
            if first < i:
                named.add(" ".join(own[first : i + 1]))
    return named.pop() if len(named) == 1 else None


def _home(page: Page) -> str | None:
    """The country that a report was sent from, by its dateline.

    Wires for readers everywhere name the country of any other minister, agencies of one country only those abroad.
    """
    for sentence in page.sentences[:_OPENING]:
        own = sentence.words
        last = len([*dateline(own)])
        if last:
            of_one = words("agencies") & set(own[last:_DATELINE]) - listed("wire")
            stated = countries().get(own[last + 1]) if own[last] == "," else None
            town = " ".join(own[:last]).title()
            land = None if of_one else stated or {**cities(), **capitals()}.get(town)
            return land if land and _is_of(page, land, stated is not None) else None
    return None


def _is_of(page: Page, land: str, told: bool) -> bool:
    """Whether a report is of the country that it was sent from, and not of others' talks there: `the Omani mediator`.

    One is `told` of if the dateline names it, or else a sentence.
    """
    names = {**cities(), **capitals(), **peoples(), **countries()}
    for sentence in page.sentences:
        own = sentence.words
        last = len([*dateline(own)])
        near = [i for i in sentence.capitals if i >= last + 2 * bool(last) and names.get(own[i]) == land]
        told = told or bool(near)
        hosts = found(own, listed("hosting"))
        if any(abs(i - at) <= _NEAR for i in near for at in hosts):
            return False
    return told or " " in land


def _label(page: Page) -> str | None:
    """The country that a report's first line is headed by, in capitals."""
    opening = page.sentences[0].words if page.sentences else []
    colon = opening.index(":") if ":" in opening[:_LONGEST] else 0
    said = " ".join(opening[:colon])
    return countries().get(said.title()) if said.isupper() else None


@cache
def _namesakes() -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """Countries whose people are called as another's: each with the names it shares, and with those that tell it."""
    out = []
    for row in table("countries"):
        shared = [word for word in row[1].split(",") if peoples()[word] != row[0]]
        names = frozenset({row[0], *(name for column in row[2:] for name in column.split(","))})
        out += [(row[0], frozenset({*shared, *(peoples()[w] for w in shared)}), names)] if shared else []
    return out


def _told_apart(written: Set[str]) -> dict[str, str]:
    """Whose a name of two countries is: the one's whose capital or short name the article has beside it."""
    told = [(land, shared) for land, shared, names in _namesakes() if not written.isdisjoint(names)]
    return {word: land for land, shared in told for word in shared}


def _own_countries(named: frozenset[str]) -> dict[str, str]:
    """Countries that the article gives with their adjective, by country, adjective and people: `Lethanians`."""
    out: dict[str, str] = {}
    for word in named:
        adjective = adjective_in(word)
        if adjective and (country := country_of(adjective, named)):
            out |= {word: country, country: country}
    return out
