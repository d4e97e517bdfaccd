"""Which words stand for a side: countries and their peoples, capitals and cities, institutions, organisations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from readout.extract.people.demonyms import adjective_in, country_of, is_adjective
from readout.extract.people.features import kinds
from readout.extract.people.lexis import found, listed
from readout.extract.people.page import Page, Sentence
from readout.extract.people.phrases import POSSESSIVE, is_role
from readout.extract.people.towns import dateline
from readout.lexicon import words
from readout.lexicon.nations import capitals, cities, countries, institutions, peoples, places

# A side that words stand for: its name, and the first and last (exclusive) of the words.
Cue = tuple[str, int, int]
# No side's name has more words.
_LONGEST = 6
_FARTHEST = 10
# A dateline opens one of the first sentences, and ends among its first words.
_OPENING, _DATELINE = 12, 14
# Words of offices too, but not when they are part of an organisation's name.
_FAR = frozenset({"International", "World", "Global", "United"})
_JOINING = frozenset({"of", "and", "for", "the", "&"})


@cache
def _sides() -> dict[str, str]:
    """Side of each phrase that stands for one."""
    named = {name: name for name in words("companies")}
    return {**named, **cities(), **capitals(), **peoples(), **countries(), **institutions()}


@dataclass(frozen=True, slots=True)
class Parties:
    """What stands for a side in one article: what the lists know, and what the article tells by its own words.

    `own` are the article's acronyms and the countries and peoples that no list has; `named` its capitalised words
    that no list of places has; `alone` those that stand without another within a sentence; `firms` its names with an
    `Inc` or `Ltd`; `county` the only county that it names; `label` the country that heads a report: `PERU: FLOODS`;
    `home` that of its dateline: `LIMA, Peru (AP) --`.
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
            said = " ".join(words[at:last])
            if side := _sides().get(said) or self.own.get(said):
                return side, at, last
        return None

    def within(self, words: Sequence[str], first: int, last: int) -> list[Cue]:
        """Phrases of `words[first:last]` that stand for sides, in order."""
        out: list[Cue] = []
        while first < last:
            capital = words[first][0].isupper() or words[first][:3] == "al-"
            cue = self.at(words, first, last) if capital else None
            out += [cue] if cue else []
            first = cue[2] if cue else first + 1
        return out

    def stands(self, word: str) -> bool:
        """Whether a capitalised word that ends a name is one by itself, and not only part of a title."""
        return _is_acronym(word) or word in self.alone

    def of_team(self, words: Sequence[str], first: int, team: int) -> Cue | None:
        """Whose the team is that word `team` names: the last side before it, or the organisation right before it."""
        if cues := self.within(words, first, team):
            return cues[-1]
        end = team - (words[team - 1] in POSSESSIVE)
        while first < end and (not words[first][0].isupper() or words[first].lower() in listed("determiner")):
            first += 1
        cue = organisation_in(words, first, end)
        return cue if cue and cue[2] == end else None


def read_parties(page: Page) -> Parties:
    """What stands for a side in the article."""
    named = frozenset(s.words[i] for s in page.sentences for i in s.capitals) - places()
    own, firms = _acronyms(page) | _own_countries(named), incorporated(page.sentences)
    return Parties(own, named, _alone(page), firms, _county(page), _label(page), _home(page))


def _alone(page: Page) -> frozenset[str]:
    """Capitalised words that somewhere within a sentence of the article no other follows."""
    return frozenset(
        s.words[i]
        for s in page.sentences if not s.headline
        for i in s.capitals
        if i and not (i + 1 < len(s.words) and s.words[i + 1][0].isupper())
    )  # fmt: skip


def _county(page: Page) -> str | None:
    """The only `Something County` of the article."""
    named = set()
    for sentence in page.sentences:
        own = sentence.words
        for i in found(own, frozenset({"County"})):
            first = i
            while (
                first and own[first - 1][0].isupper() and own[first - 1].lower() not in listed("determiner")
            ):
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
            return None if of_one else stated or {**cities(), **capitals()}.get(town)
    return None


def _label(page: Page) -> str | None:
    """The country that a report's first line is headed by, in capitals."""
    opening = page.sentences[0].words if page.sentences else []
    colon = opening.index(":") if ":" in opening[:_LONGEST] else 0
    said = " ".join(opening[:colon])
    return countries().get(said.title()) if said.isupper() else None


def _own_countries(named: frozenset[str]) -> dict[str, str]:
    """Countries that the article gives with their adjective, by country, adjective and people: `Lethanians`."""
    out: dict[str, str] = {}
    for word in named:
        adjective = adjective_in(word)
        if adjective and (country := country_of(adjective, named)):
            out |= {word: country, country: country}
    return out


def without_form(own: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The words of an organisation's name without the `Inc` or `Ltd` that ends it."""
    return first, last - (last - first > 1 and own[last - 1].lower().strip(".") in listed("form"))


def incorporated(sentences: Iterable[Sentence]) -> frozenset[tuple[str, ...]]:
    """Names that an article gives with their `Inc` or `Ltd` somewhere, without it."""
    out, forms = set(), listed("form")
    for sentence in sentences:
        own = sentence.words
        for i in sentence.capitals:
            if i and own[i].lower().strip(".") in forms:
                first = i
                while first and i - first < _LONGEST and own[first - 1][0].isupper():
                    first -= 1
                out.add(tuple(own[first:i]))
    return frozenset(out)


def is_company(own: Sequence[str], first: int, last: int) -> bool:
    """Whether words are a company by what stands beside them: `Norvik & Sons`; `Norvik shares`; `Norvik's board`;
    Vantia-parent `Norvik`; `Norvik (NVK.L)`."""
    if "&" in own[max(0, first - 1) : last + 1]:
        return True
    head, dash, tail = own[first - 1].rpartition("-") if first else ("", "", "")
    if dash and head[:1].isupper() and tail in listed("parent"):
        return True
    if own[last : last + 1] == ["("] and own[last + 2 : last + 3] == ["."] and own[last + 1].isupper():
        return True
    after = [*own[last : last + 3], "."]
    if after[0] in POSSESSIVE:
        return after[1] in listed("run") or (after[1] == "chief" and after[2] in listed("chief"))
    return after[0] in listed("traded") and after[1] not in listed("determiner")


def _acronyms(page: Page) -> dict[str, str]:
    """The organisation that each `(ARW)` of the article stands for, by the initials of the words before it."""
    out: dict[str, str] = {}
    for number, sentence in enumerate(page.sentences):
        own = sentence.words
        for i in sentence.capitals:
            if own[i].isupper() and own[i - 1 : i] == ["("] and own[i + 1 : i + 2] == [")"]:
                first, wanted = i - 1, own[i][::-1]
                while wanted and first and (own[first - 1][0] == wanted[0] or own[first - 1] in _JOINING):
                    first -= 1
                    wanted = wanted[own[first][0].isupper() :]
                if not wanted and own[i].isalpha():
                    out[own[i]] = page.said(number, first, i - 1)
    return out


def run_end(own: Sequence[str], at: int) -> int:
    """Where the name of an organisation that may begin at word `at` ends: `League of Teachers and Nurses`."""
    end = at
    while (
        end < len(own)
        and end < at + _FARTHEST
        and (
            own[end][0].isupper()
            or own[end] in {"of", "and", "for"}
            or own[end - 1 : end + 1] == ["of", "the"]
        )
    ):
        end += 1
    while end > at and not own[end - 1][0].isupper():
        end -= 1
    return end


def body_at(own: Sequence[str], at: int) -> Cue | None:
    """An organisation that is named from word `at` on, told by a word such as `Federation`, or the Africa `CDC`."""
    end = run_end(own, at)
    cue = organisation_in(own, at, end)
    if not cue or cue[1] != at:
        return None
    named = any("org" in kinds(w) for w in own[at : cue[2]])
    return cue if named or (own[at - 1] == "the" and _is_acronym(own[cue[2] - 1])) else None


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def organisation_in(own: Sequence[str], first: int, last: int) -> Cue | None:
    """The first run of capitalised words in `own[first:last]` that names an organisation: no place, and not
    `Army` or `National Security Council`, which every country has, nor only the adjective of a people."""
    i = first
    while i < last:
        end = i
        while end < last and (own[end][0].isupper() or (end > i and own[end] in _JOINING)):
            end += 1
        while end > i and not own[end - 1][0].isupper():
            end -= 1
        run = " ".join(own[i:end])
        general = words("office_words") | words("organisation_words")
        naming = [w for w in own[i:end] if w in _FAR or not (w.lower() in general or is_adjective(w))]
        opens = i == 0 and end == 1 and not own[0].isupper() and not POSSESSIVE & {*own[1:2]}
        # A role is no organisation, but an organisation may be one `of` people in a role.
        held = any(is_role(w) for w in own[i:end]) and not (
            "org" in kinds(own[i]) and "of" in own[i + 1 : i + 2]
        )
        if naming and not opens and run not in places() and not held:
            first, last = without_form(own, i, end)
            return " ".join(own[first:last]), first, last
        i = max(end, i + 1)
    return None
