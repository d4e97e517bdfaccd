"""What around a run of words says that a person stands there: titles, roles, deeds, given names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.page import is_capital
from readout.extract.people.phrases import POSSESSIVE, is_role
from readout.extract.people.posts import role_phrases
from readout.extract.people.tokens import KEPT
from readout.lexicon.nations import countries

# Ages have fewer digits than years.
_YEAR = 3
# A post before a comma has no more words.
_FARTHEST = 12
_BOUNDS = frozenset({",", ";", ":", "—", "–"})


@lru_cache(maxsize=KEPT)
def is_title(word: str) -> bool:
    """Whether `word` is a capitalised title, rank or honorific: `Vice-Premier` too."""
    return word[0].isupper() and all({"honorific", "title"} & kinds(part) for part in word.split("-") if part)


def has_cue(own: Sequence[str], first: int, last: int) -> bool:
    """Whether the words around say that a person stands here, or a given name that begins it."""
    before = own[first - 1] if first else ""
    after = own[last] if last < len(own) else ""
    if "given" in kinds(own[first]) and may_be_name(own[first + 1 : last]):
        return True
    if before and (is_title(before) or (is_role(before) and singular(before) == before)):
        return True
    if before in POSSESSIVE and own[first - 2] in countries():
        return True
    if before == "," and first > 1 and is_role(own[first - 2]) and after in {",", ".", "said"}:
        return True
    if after and after.islower() and "says" in kinds(after):
        return True
    if before == "," and not after[:1].isalpha() and follows_post(own, first - 1):
        return True
    return own[last : last + 2] == [",", "who"] or role_beside(own, last)


def follows_post(own: Sequence[str], comma: int) -> bool:
    """Whether a person's post with its article ends at a comma: the mayor of Monte Alto`,`."""
    for at in range(comma - 2, max(-1, comma - _FARTHEST), -1):
        if own[at] in _BOUNDS:
            break
        if own[at].lower() in listed("determiner"):
            post = role_phrases(own, at, frozenset())
            if post and post[-1][1] == comma:
                return listed("either").isdisjoint(own[at:comma])
    return False


def may_be_name(own: Sequence[str]) -> bool:
    """Whether no list knows the words for anything but (parts of) names."""
    return all("particle" in kinds(w) or kinds(w) <= {"given"} for w in own)


def role_beside(own: Sequence[str], last: int) -> bool:
    """Whether a role or an age in commas follows word `last`: `, the secretary of the council,`; `, 61,`; `, at 23 the
    youngest,`."""
    at = last + 1 + (own[last + 1 : last + 2] == ["at"])
    if own[last : last + 1] == [","] and own[at + 1 : at + 2] in ([","], ["the"]) and own[at].isdigit():
        return len(own[at]) < _YEAR
    return own[last : last + 1] == [","] and bool(role_phrases(own, last + 1, frozenset()))


def other_name(own: Sequence[str], last: int) -> int | None:
    """Where another name of whom a name ends at word `last` begins: Ann Lee, better known as `Mother` Lee."""
    at = last
    while at < len(own) and own[at] in listed("known"):
        at += 1
    telling = own[max(last, at - 2) : at] == ["known", "as"] or (
        at > last and own[at - 1] in {"nicknamed", "alias"}
    )
    return at if telling and at < len(own) and is_capital(own[at]) else None


def is_marked(own: Sequence[str], first: int, last: int) -> bool:
    """Whether a title, a role or a deed beside these words can be nobody's but a person's."""
    before, after = own[first - 1] if first else "the", own[last] if last < len(own) else "."
    if is_title(before) and before not in listed("reign"):
        return True
    return (after.islower() and "says" in kinds(after)) or (before != "the" and role_beside(own, last))
