"""Countries as parties to a meeting, and the places where meetings are held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from readout.lexicon import nations, words
from readout.text import any_of

_CAPITALISED = r"[A-ZÀ-Þ][\w’'-]*[\wÀ-ÿ]|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?"
_LOCATIVE = re.compile(
    rf"\b(?:in|at|to|from|of)\s(?:the\s)?((?:{_CAPITALISED})(?:\s(?:of\s(?:the\s)?|de\s|al-)?(?:{_CAPITALISED})){{0,3}})"
)
_WORD = re.compile(r"\b([A-Z]\w+)\s\Z")
_NAME_OF = re.compile(r"\b[A-Z]\w+\sof\s\Z")
# What follows makes more of a name of several words than was read: `the Guild of Bakers and Millers`.
_GOES_ON = re.compile(r"\s(?:(?:and|&|of)\s(?:the\s)?)?[A-ZÀ-Þ]")
_PART = re.compile(r"\b(?:South|North|West|East|Central|Latin|Native)\s\Z")
_SEAT = r"(?:city|town|village|resort|port|suburb|district)\sof\s"
_TOWN = re.compile(rf"\b(?:in|at)\s(?:the\s|an?\s)(?:[\w-]+\s){{0,3}}?{_SEAT}({_CAPITALISED})")
_LOCATED = re.compile(rf"\b(?:in|at)\s(?:the\s|(?:the\s|an?\s)(?:[\w-]+\s){{0,3}}?{_SEAT})?\Z")
# `in the Kisumu dock dispute` is in no place.
_MODIFIES = re.compile(
    r"\s(?:[a-z]+\s)?(?:dispute|row|conflict|crisis|war|talks|strike|deal|issue|case|process|question)\b"
)
# `in the Kenyan capital`
_THE_CAPITAL = re.compile(r"\bin\sthe\s([A-Z][\w-]+)\scapital\b")


@dataclass(frozen=True, slots=True)
class Party:
    """A span that names a country, a people or a place: `name` is the country or the place's name."""

    begin: int
    end: int
    name: str
    adjective: bool = False


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {**nations.institutions(), **nations.capitals(), **nations.peoples(), **nations.countries()}
    known = {name: country for name, country in known.items() if country}
    return re.compile(rf"(?<![\w.]){any_of(known)}(?!\w)"), known


def _apart(begin: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return not any(b < end and begin < e for b, e in taken)


def find_parties(text: str, begin: int, end: int, taken: Sequence[tuple[int, int]]) -> tuple[Party, ...]:
    """Countries named between two offsets: by name, people, capital or seat of government."""
    pattern, known = _names()
    found = [
        m
        for m in pattern.finditer(text, begin, end)
        if _apart(m.start(), m.end(), taken) and not _ends_name(text, m)
    ]
    return tuple(
        Party(m.start(), m.end(), known[m.group()], m.group() in nations.peoples())
        for m, follows in zip_longest(found, found[1:])
        if not (follows and _is_kind_of(m, follows))
    )


def _ends_name(text: str, m: re.Match[str]) -> bool:
    """Whether a country is only the end of what somebody is called: the `Bakers of America`, `Air Chad`."""
    if _PART.search(text, max(0, m.start() - 8), m.start()):
        return True  # `the South American nation`
    before = _WORD.search(text, max(0, m.start() - 30), m.start())
    if before and (before[1].lower() in words("organisation_words") or re.fullmatch(r"[A-Z]{3,}", before[1])):
        return before[1] not in _names()[1] and m.group() not in nations.peoples()
    return m.group() == "America" and bool(_NAME_OF.search(text, max(0, m.start() - 40), m.start()))


def _is_kind_of(m: re.Match[str], follows: re.Match[str]) -> bool:
    """Whether a people only tells which of the next: the `Bosnian Serbs` are no Bosnia."""
    adjectives = nations.peoples()
    return follows.start() - m.end() == 1 and m.group() in adjectives and follows.group() in adjectives


def find_places(text: str, begin: int, end: int, taken: Sequence[tuple[int, int]]) -> tuple[Party, ...]:
    """Places named between two offsets: known ones, and capitalised words after `in` or `at`."""
    found = [
        Party(m.start(1), m.end(), capital)
        for m in _THE_CAPITAL.finditer(text, begin, end)
        if (capital := nations.capital_of(nations.peoples().get(m[1], "")))
    ]
    found += [
        Party(m.start(1), m.end(), m[1])
        for m in _TOWN.finditer(text, begin, end)
        if _apart(m.start(1), m.end(), taken)
    ]
    for m in _LOCATIVE.finditer(text, begin, end):
        name = m.group(1)
        if not _apart(m.start(1), m.end(1), taken):
            continue
        known = next((k for k in leads(name) if is_place(k)), None)
        if (known and _is_nowhere(known)) or _MODIFIES.match(text, m.end()):
            continue
        whole = not _GOES_ON.match(text, m.end(), end)
        if known or (
            whole and m.group().startswith(("in ", "at ")) and not (is_someone(name) or _is_body(m.group()))
        ):
            found.append(Party(m.start(1), m.start(1) + len(known or name), known or name))
    return tuple(found)


def is_located(text: str, begin: int, at: int) -> bool:
    """Whether something is said to be in the place named at `at`: `in Lima`, `in the border town of Arica`."""
    return bool(_LOCATED.search(text, max(begin, at - 60), at))


def _is_nowhere(name: str) -> bool:
    """Whether a name is that of a body of many countries: what is held at one may be held anywhere."""
    return name in nations.institutions() and nations.institutions()[name] not in nations.countries()


def _is_body(words_: str) -> bool:
    """Whether somebody is a member there: `in the Miners’ Association`; what is `at` one may be in its house."""
    return words_.startswith("in ") and words_.rsplit(" ", 1)[-1].lower() in words("organisation_words")


def is_someone(name: str) -> bool:
    """Whether capitalised words are a people or name a post: `at Foreign Secretaries level`."""
    parts = name.lower().split(" ")
    stems = {stem for p in parts for stem in (p, p.removesuffix("s"), re.sub(r"ies\Z", "y", p))}
    return not nations.peoples().keys().isdisjoint({name, name.rsplit(" ", 1)[-1]}) or not stems.isdisjoint(
        words("roles")
    )


def leads(name: str) -> list[str]:
    """The name, then shorter and shorter beginnings of it, without `'s`."""
    parts = name.split(" ")
    return [re.sub(r"['’]s\Z", "", " ".join(parts[:n])) for n in range(len(parts), 0, -1)]


def is_place(name: str) -> bool:
    """Whether the gazetteer knows `name` as a place or a seat of government."""
    return name in nations.places() or name in nations.institutions()


def is_seat(name: str) -> bool:
    """Whether `name` before a meeting tells where it is (`Geneva talks`), not what it is about (`Kashmir talks`)."""
    in_capital = nations.institutions().get(name) in nations.countries()
    return name in nations.capitals() or name in nations.cities() or in_capital


@cache
def modifiers() -> frozenset[str]:
    """Words that stand before a meeting noun and belong to its name, lower case."""
    return frozenset(w.lower() for w in words("meeting_modifiers"))
