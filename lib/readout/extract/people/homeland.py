"""Sides of roles that name none: a minister, or a sheriff, of the one country or county that the article is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from readout.extract.people.features import kinds
from readout.extract.people.lexis import listed
from readout.extract.people.page import Name, Page
from readout.extract.people.parties import Parties, lands
from readout.extract.people.roles import Role, taken_words

# An article that names a country so often, and no other before, is one of that country.
_OFTEN = 3
# No country or city has more words.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Homeland:
    """The country that an article is of, clear from sentence `since` on, and till another is named in `until`."""

    land: str
    since: int
    until: int


def at_home(
    own: Sequence[str], role: Role, known: Parties, homeland: Callable[[], Homeland | None]
) -> str | None:
    """The country or county of a role that names none; `homeland` is asked only where the article's head is silent."""
    if known.county and _is_of_county(own, role):
        return known.county
    if known.label and _is_national(own, role):
        return known.label
    if known.home and "Minister" in own[role.first : role.last]:
        return known.home
    home = homeland() if _is_domestic(own, role) else None
    return home.land if home and home.since <= role.name.sentence < home.until else None


def _land_at(own: Sequence[str], i: int) -> tuple[str, int] | None:
    """The country that the longest phrase from word `i` on tells, and where the phrase ends."""
    ends = range(i + _LONGEST, i, -1)
    return next(((land, last) for last in ends if (land := lands().get(" ".join(own[i:last])))), None)


def homeland_of(page: Page, by_sentence: Mapping[int, Sequence[Name]]) -> Homeland | None:
    """The country of all places and peoples that an article names up to some sentence, if it does so often enough.

    No word of somebody's name is one, nor is the `US` of `US$8`.
    """
    home, times, since = "", 0, 0
    for number, sentence in enumerate(page.sentences):
        end, taken = 0, taken_words(by_sentence.get(number, ()))
        for i in sentence.capitals:
            if i >= end and i not in taken and (found := _land_at(sentence.words, i)):
                land, end = found
                if sentence.words[end : end + 1] == ["$"]:
                    continue
                if land != (home := home or land):
                    return Homeland(home, since, number) if times >= _OFTEN else None
                times += 1
                since = since if times > _OFTEN else number
    return Homeland(home, since, len(page.sentences)) if times >= _OFTEN else None


def _is_of_county(own: Sequence[str], role: Role) -> bool:
    """Whether a role is one in `the county`: its sheriff, the county's engineer."""
    said = own[role.first : role.last]
    return said == ["Sheriff"] or "county" in said


def _is_national(own: Sequence[str], role: Role) -> bool:
    """Whether a role that names no country is one that a country's government has: Health Minister; President."""
    said = own[role.first : role.last]
    return "Minister" in said or "Ministry" in said or said in (["President"], ["Secretary", "for", "Health"])


def _is_domestic(own: Sequence[str], role: Role) -> bool:
    """Whether a role is one of a country's government, and not one that deals with other countries."""
    said = {w.lower() for w in own[role.first : role.last]}
    if own[role.first : role.last] in (["President"], ["Prime", "Minister"]):
        return True
    if not said.isdisjoint({"country", "nation"}) or said >= {"cabinet", "secretary"}:
        return True
    if said == {"minister"} or any("place" in kinds(w) for w in _field(own, role)):
        # A minister for the Middle East.
        return False
    return not said.isdisjoint({"minister", "ministry", "presidential"}) and listed("abroad").isdisjoint(said)


def _field(own: Sequence[str], role: Role) -> Sequence[str]:
    """What a minister is `for`."""
    said = own[role.first : role.last]
    return said[said.index("for") :] if "for" in said else ()
