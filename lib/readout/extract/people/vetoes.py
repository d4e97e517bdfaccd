"""Words that are no person whatever the tagger says: places, institutions, companies, ships, months."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from readout.extract.people.cues import has_cue, is_marked, is_title
from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.organisations import FAR_REACHING, is_company
from readout.extract.people.page import is_capital
from readout.extract.people.phrases import is_kin, is_role
from readout.extract.people.tokens import KEPT
from readout.extract.people.towns import locates, names_site
from readout.lexicon import table, words
from readout.lexicon.nations import countries, institutions, peoples, places

QUOTES = frozenset({'"', "“", "”"})
# How likely a person's name must be that ends in a place's noun, with no cue.
_CERTAIN = 0.9
_THINGS = frozenset({"place", "people", "institution", "org"})


@cache
def families() -> frozenset[str]:
    """Family names that stand before given names."""
    return frozenset(
        name
        for culture, names in table("family_first")
        if culture != "also given"
        for name in names.split(",")
    )


def is_edge(own: Sequence[str], i: int, alone: bool) -> bool:
    """Whether word `i` cannot begin a name: a title, an office, a function word, a sign, a country before a name."""
    word, titled = own[i], i > 0 and is_title(own[i - 1])
    if (
        is_title(word)
        or word in listed("office")
        or word.replace("’", "'").partition("'")[0].lower() in words("not_names")
    ):
        # A family name, whatever else `He` is: Vice Premier He Jianyu.
        return not (titled and word in families() and i + 1 < len(own) and is_capital(own[i + 1]))
    if not alone and not titled and "given" not in kinds(word):
        # Two names after a country's own are hardly ever another's: Israel Romero Pinto.
        names = own[i + 1 : i + 3]
        bears = len(names) > 1 and all(is_capital(w) and kinds(w) <= {"given"} for w in names)
        bears &= not i or own[i - 1].lower() not in listed("preposition")
        if word in peoples() or (word in countries() and not bears):
            return True
    if i > 1 and own[i - 1] in {"of", "the"} and word.lower() in words("office_words"):
        return True
    return not is_capital(word) and "particle" not in kinds(word)


def _is_town(own: Sequence[str], first: int, last: int) -> bool:
    """Whether a place follows in commas, as it does after a town: `of Fairview, Texas`."""
    if own[last : last + 1] != [","] or last + 1 >= len(own):
        return False
    after = own[last + 1]
    if after.strip(".") in words("state_abbreviations"):
        return True
    if after not in places():
        return False
    return last - first == 1 or own[first - 1 : first][:1] in (["of"], ["in"], ["from"], ["near"], ["at"])


def _is_other(said: str) -> bool:
    """Whether a whole phrase is known for something else: a place, a people, an institution."""
    known = said in places() or said in peoples() or said in institutions()
    return known or any(said in words(name) for name in ("groups", "companies", "agencies"))


def _is_code(word: str) -> bool:
    """Whether a single word is an acronym, a month or state cut short, or `R-Ohio`."""
    bare = word.strip(".")
    if len(bare) < 2 or (word.isupper() and len(word) < 6) or bare[1] == "-":
        return True
    return "month" in kinds(word) or word in words("state_abbreviations")


def _bears(own: Sequence[str], first: int, last: int, chance: float) -> bool:
    """Whether a word such as `Park` ends a person's name here: after a given name, and beside a title or a deed, or
    where nothing else is likely."""
    if last - first < 2 or own[last - 1] not in listed("surname") or "given" not in kinds(own[first]):
        return False
    reigns = first > 0 and own[first - 1] in listed("reign")
    return (chance >= _CERTAIN and not reigns and not locates(own, first)) or is_marked(own, first, last)


def is_vetoed(own: Sequence[str], first: int, last: int, chance: float) -> bool:
    """Whether these words, a person by `chance`, are none for all that."""
    if _is_else(tuple(own[first:last])) or _is_town(own, first, last) or _is_placed(own, first, last):
        return True
    noun = {"org", "calendar", "site"} & kinds(own[last - 1])
    return (bool(noun) and not _bears(own, first, last, chance)) or _is_branch(own, first, last)


def _is_branch(own: Sequence[str], first: int, last: int) -> bool:
    """Whether words end in a country's name that is nobody's surname here: the `Pro Vida Chile` leader."""
    if last - first < 2 or own[last - 1] not in countries() or has_cue(own, first, last):
        return False
    return "given" not in kinds(own[first]) | kinds(own[last - 1])


@lru_cache(maxsize=KEPT)
def _is_else(name: tuple[str, ...]) -> bool:
    """Whether the words by themselves are something else: a place, a code, capitals, an award, a compound."""
    if _is_other(" ".join(name)) or (len(name) == 1 and _is_code(name[0])):
        return True
    if (
        len(name[-1]) == 1
        or name[-1] in listed("event")
        or name[-1].lower().strip(".") in listed("form")
        or all(w in listed("generation") for w in name)
    ):
        return True
    if any(is_role(w) and singular(w) != w for w in name[:-1]) or any("-The" in w for w in name):
        # United Teachers Lusco; a dateline and the word that follows it.
        return True
    if any(w.rpartition("-")[2] in listed("compound") | listed("parent") for w in name):
        return True
    if any(not w[0].isalpha() and w not in QUOTES for w in name):
        return True
    if all(w.isupper() and len(w) > 1 and w[1] != "." for w in name):
        return True
    return all(kinds(w) & _THINGS or (len(name) > 1 and w.lower() in words("office_words")) for w in name)


def _is_within(own: Sequence[str], first: int) -> bool:
    """Whether word `first`, no given name, goes on after an `and`: Institute for Trade and `Peace Studies`."""
    if "given" in kinds(own[first]) or own[first - 1 : first] != ["and"]:
        return False
    at = first - 1
    while at and is_capital(own[at - 1]):
        at -= 1
    return at > 1 and at < first - 1 and own[at - 1] in {"of", "for"} and "org" in kinds(own[at - 2])


def _is_ship(own: Sequence[str], first: int, last: int) -> bool:
    """Whether an article stands right before a name of several words, as before a ship's: aboard the `Esther Lund`."""
    at = first - (own[first - 1] in {"St", "St."})
    return last - first > 1 and at > 0 and own[at - 1].lower() == "the"


def _plays(own: Sequence[str], first: int) -> bool:
    """Whether word `first` is of a club that plays another: `the match between Norvik United and Sporting Lusco`."""
    at = first - 1
    while at > 0 and own[at] != "between" and (is_capital(own[at]) or own[at] == "and"):
        at -= 1
    return at > 0 and own[at] == "between" and own[at - 1] in listed("contest")


def _is_writer(own: Sequence[str], first: int) -> bool:
    """Whether who writes gives the name, outside all quotes: I'm `Ann Lee`."""
    return own[first - 1 : first] in (["I'm"], ["I’m"]) and QUOTES.isdisjoint(own)


def _is_relative(own: Sequence[str], first: int, last: int) -> bool:
    """Whether a given name alone tells only which relative of somebody is meant: his mother, `Ann`; her son `Tom`."""
    if last - first > 1 or kinds(own[first]) != {"given"}:
        return False
    kin = first - 1 - (own[first - 1] == ",")
    return kin > 0 and is_kin(own[kin]) and own[kin - 1].lower() in listed("owner")


def _employs(own: Sequence[str], first: int) -> bool:
    """Whether who is in a role works at what begins at word `first`: a trader at `Dean Lusco`."""
    before = own[first - 1] if first > 1 else ""
    return (before == "at" and is_role(own[first - 2])) or (before == "with" and own[first - 2] == "analyst")


def _closes_places(own: Sequence[str], first: int, last: int) -> bool:
    """Whether words are the last but one of a list that ends in a place: Vara, `Port du Nord` and Lima."""
    after = own[last + 2] if last + 2 < len(own) else "."
    ends = not after[0].isalpha() or after in listed("preposition")
    return own[first - 1 : first] == [","] and ends and own[last + 1] in places()


def _is_placed(own: Sequence[str], first: int, last: int) -> bool:
    """Whether what stands around them makes something else of the words: a place, a ship, a company, a band."""
    if (locates(own, first) and "given" not in kinds(own[first])) or is_company(own, first, last):
        return True
    if _is_writer(own, first) or _is_relative(own, first, last) or _employs(own, first):
        return True
    if last - first == 1 and own[first - 1 : first] and own[first - 1] in FAR_REACHING:
        return True
    if first > 1 and own[first - 1] == "The" and own[first - 2].isalnum():
        # Within a sentence only a newspaper or the like keeps its article's capital.
        return True
    before = own[max(0, first - 1) : last - 1]
    if not listed("ship").isdisjoint(before) or not listed("bearer").isdisjoint(before):
        return True
    if (
        first > 2
        and own[first - 1] == "of"
        and is_capital(own[first - 2])
        and not is_edge(own, first - 2, False)
    ):
        return True
    if (
        _plays(own, first)
        or _is_within(own, first)
        or names_site(own, first, last)
        or _is_ship(own, first, last)
    ):
        return True
    follower = own[last].strip(".") if last < len(own) else ""
    if follower == "and" and _closes_places(own, first, last):
        return True
    if follower == "and" and own[last - 1].lower() in words("office_words") and is_capital(own[last + 1]):
        # Tessano Fire and Emergency Services.
        return last - first > 1
    after = kinds(follower) | kinds(singular(follower))
    return follower in listed("band") or "site" in after or ("org" in after and follower[0].isupper())
