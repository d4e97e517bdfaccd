"""The side that a role's own words tell: `Kremlin` spokesman, head of `Harbour Holdings`, `opposition` leader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from readout.extract.people.demonyms import country_of, is_adjective
from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.organisations import Cue, is_acronym, organisation_in, run_end
from readout.extract.people.parties import Parties, opposed
from readout.extract.people.phrases import POSSESSIVE, is_kin, is_role
from readout.extract.people.roles import Role, noun_in
from readout.lexicon import words
from readout.lexicon.nations import capitals, cities, countries, institutions

# What follows an organisation's name as no part of a longer phrase.
_ENDS = frozenset({"and", "or", "who", "which"})


def _is_town(own: Sequence[str], cue: Cue) -> bool:
    said = " ".join(own[cue[1] : cue[2]])
    return said in cities() or said in capitals()


def _speaks(noun: str) -> bool:
    """Whether a role of this noun speaks for a town: a mayor does, a machinist only lives there."""
    low = noun.lower()
    return low not in listed("trade") and (low in words("titles") or low in words("offices"))


def _of_adjective(own: Sequence[str], first: int, last: int, noun: str, named: Set[str]) -> Iterator[Cue]:
    """Side of an adjective of a role: of `European` in European Trade Commissioner, or by its country."""
    for i in range(first, last):
        side = institutions().get(f"{own[i]} {noun}") or country_of(own[i], named)
        if side and own[i][0].isupper():
            yield side, i, i + 1


def _employer(own: Sequence[str], first: int, noun: int, known: Parties) -> Cue | None:
    """The organisation before a role's noun: `Harbour Holdings` director; the `Climate` of a minister is none.

    Before a noun with a capital, which is a title's, any word has one: Royal Surgeon.
    """
    cue = organisation_in(own, first, noun)
    if cue is None or any("org" in kinds(w) for w in own[cue[1] : cue[2]]):
        return cue
    stands = any(map(known.stands, own[cue[1] : cue[2]]))
    if own[cue[2]] in POSSESSIVE:
        # Garrow's secretary of state: a president has one.
        return cue if stands or not own[noun].lower().endswith("secretary") else None
    if singular(own[noun].lower()) in listed("portfolio"):
        # The ARW general secretary; a Climate Minister's climate is no side.
        return cue if any(map(is_acronym, own[cue[1] : cue[2]])) else None
    if singular(own[noun].lower()) in listed("townsman"):
        return None
    return cue if own[noun].islower() or stands else None


def side_in_role(own: Sequence[str], role: Role, others: frozenset[int], known: Parties) -> Cue | None:
    """Side in a role's own words: `Kremlin` spokesman, head of `Russian` intelligence; not ambassador to Oman.

    `others` are words of the sentence that belong to other names: who has a role with one of them has that one's side.
    """
    noun = noun_in(own, role.first, role.last)
    if is_kin(own[noun]) and not is_role(own[noun]):
        return None
    if singular(own[noun].lower()) in words("outsiders"):
        return organisation_in(own, noun + 2, role.last) if own[noun + 1 : noun + 2] == ["at"] else None
    towards = listed("towards") - {"to"} if own[noun].lower() in listed("servant") else listed("towards")
    stop = next((i for i in range(noun + 1, role.last) if own[i] in towards), role.last)
    before = [
        *known.within(own, role.first, noun),
        *_of_adjective(own, role.first, noun, own[noun], known.named),
    ]
    after = [*known.within(own, noun + 1, stop), *_of_adjective(own, noun + 1, stop, "", known.named)]
    for cue in [*before, *after]:
        if not (_is_town(own, cue) and not _speaks(own[noun])) and not _is_branch(own, cue[1], role.first):
            # Whoever leads Chile's opposition does not speak for Chile.
            return (cue[0] in countries() and opposed(own, role.first, stop)) or cue
    if others & set(range(role.first, role.last)):
        return None
    if own[noun].lower() in listed("seat") and (country := _country_after(own, stop, known)):
        return country
    return (
        _employer(own, role.first, noun, known) or _headed(own, noun, stop) or opposed(own, role.first, stop)
    )


def _is_branch(own: Sequence[str], at: int, first: int) -> bool:
    """Whether a country's name goes on with the name of something else: Pro Vida `Chile`; Norvik `Kenya`."""
    before = own[at - 1] if at > first else ""
    if (
        not before[:1].isupper()
        or is_adjective(before)
        or before.lower() in words("office_words")
        or before.lower() in words("not_names")
    ):
        return False
    return own[at] in countries() and not is_role(before) and "calendar" not in kinds(before)


def _headed(own: Sequence[str], noun: int, stop: int) -> Cue | None:
    """The organisation after a role's noun: director of `Harbour Holdings`; a minister `for Trade` has none."""
    field = own[noun].lower() == "minister" or (
        own[noun].lower() in listed("portfolio") and own[noun + 1] == "for"
    )
    cue = None if field else organisation_in(own, noun + 1, stop) or _company(own, noun)
    return cue if cue and not _is_attribute(own, cue[2], stop) else None


def _company(own: Sequence[str], noun: int) -> Cue | None:
    """The company whose chief executive somebody is, however general the words of its name: National Rail."""
    if own[noun].lower() != "executive" or own[noun + 1 : noun + 2] != ["of"]:
        return None
    end = run_end(own, noun + 2)
    return (" ".join(own[noun + 2 : end]), noun + 2, end) if end - noun > 3 else None


def _is_attribute(own: Sequence[str], at: int, stop: int) -> bool:
    """Whether the words that end at word `at` only name something else: head of IT `sales`; of Lusco`, N.J.,`"""
    if own[at : at + 1] == [","]:
        return at + 1 < len(own) and own[at + 1].strip(".") in words("state_abbreviations")
    end = at
    while (
        end < stop
        and own[end].isalpha()
        and own[end].islower()
        and own[end] not in _ENDS | listed("preposition")
    ):
        end += 1
    team = listed("body") | listed("team")
    return end > at and own[end - 1] not in team and not is_role(own[end - 1])


def _country_after(own: Sequence[str], at: int, known: Parties) -> Cue | None:
    """The country that a town no list has is in: mayor of Lomnice, `Slovakia`; mayor of Lomnice in `Slovakia`."""
    if own[at : at + 1] not in ([","], ["in"]) or at + 1 >= len(own):
        return None
    cue = known.at(own, at + 1, len(own))
    return cue if cue and " ".join(own[cue[1] : cue[2]]) in countries() else None
