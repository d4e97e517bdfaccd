"""Noun phrases that say what a person is: which words they take in to the left of their noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.tokens import KEPT
from readout.lexicon import words
from readout.lexicon.nations import countries, peoples

POSSESSIVE = frozenset({"'s", "’s"})
_JOINING = frozenset({"of", "and", "for", "&"})
_REACH = 12


@lru_cache(maxsize=KEPT)
def is_role(word: str) -> bool:
    """Whether `word` is a noun for what a person is: `envoy`, `Secretary`, `co-founder`, plural too."""
    if not word[0].isalpha():
        return False
    marks = kinds(word)
    if "role" in marks or "title" in marks:
        return True
    first, dash, last = word.rpartition("-")
    # A co-founder is a founder, a governor-elect a governor.
    return bool(dash) and "role" in (kinds(first) if last == "elect" else kinds(last or word))


def is_kin(word: str) -> bool:
    """Whether `word` ties a person to another: `son-in-law`."""
    return "kin" in kinds(word)


def is_modifier(word: str) -> bool:
    """Whether `word`, in lower case, can stand before a role's noun: `foreign`, `policy`, `senior`."""
    if word in listed("modifier") or word == "former":
        return True
    if not word[0].isalpha() or word in words("not_names") or "says" in kinds(word):
        return False
    if word in listed("verb") or word in listed("auxiliary") or word in listed("determiner"):
        return False
    return not word.endswith(("ing", "ed", "ly")) and (not word.endswith("s") or word.endswith("ss"))


def past_retired(own: Sequence[str], at: int) -> int:
    """The word after `(retd)` or `(ret.)` if it stands at word `at`, or `at`."""
    if own[at : at + 1] != ["("] or own[at + 1 : at + 2] == [] or own[at + 1] not in listed("retired"):
        return at
    end = at + 2 + (own[at + 2 : at + 3] == ["."])
    return end + 1 if own[end : end + 1] == [")"] else at


def before_retired(own: Sequence[str], end: int) -> int:
    """Where `(retd)` or `(ret.)` begins if it ends before word `end`, or `end`."""
    begin = next((k for k in (end - 3, end - 4) if k >= 0 and past_retired(own, k) == end), end)
    return begin - (0 < begin < end and own[begin - 1] == ".")


@cache
def _nations() -> frozenset[str]:
    return frozenset({*countries(), *peoples()})


def joins_capitals(own: Sequence[str], i: int) -> bool:
    """Whether word `i` joins capitalised words: `Security and Defense Council`, `Minister for the Middle East`."""
    before, follower = own[i - 1] if i else "", own[i + 1] if i + 1 < len(own) else ""
    joins = own[i] in _JOINING or (own[i] == "the" and before in {"of", "for"}) or "particle" in kinds(own[i])
    if not joins or not follower or not (before[:1].isupper() or before in {"of", "for"}):
        return False
    if follower == "the" and i + 2 < len(own):
        follower = own[i + 2]
    if own[i] == "and" and (is_role(before) or follower in _nations()):
        # Luis Vega of Chile and `Omani` Trade Minister Ann Lee.
        return False
    return follower[0].isupper() and not (own[i] in {"and", "of"} and _begins_title(follower))


def _begins_title(word: str) -> bool:
    """Whether a capitalised word begins a title anew: the government of `President` Ann Lee; and `Minister` Ann Lee."""
    if not is_role(word) or singular(word) != word:
        return False
    return word == "Prime" or word.lower() not in words("office_words")


def _fits_left(own: Sequence[str], i: int, taken: frozenset[int]) -> bool:
    word = own[i]
    if i in taken or "calendar" in kinds(word):
        return False
    if word[0].isupper():
        acronym = len(word) > 1 and word.isupper()
        return acronym or word.lower() not in words("not_names") or word in {"Former", "Second", "First"}
    return is_role(word) or is_modifier(word) or joins_capitals(own, i)


def _owns(own: Sequence[str], j: int, i: int) -> bool:
    """Whether word `j` can be of the name whose `'s` is word `i`: each of `Rio de Janeiro`'s."""
    if own[j][0].isupper():
        return own[j].lower() not in words("not_names")
    return 0 < j < i - 1 and "particle" in kinds(own[j]) and own[j - 1][0].isupper()


def _possessor(own: Sequence[str], i: int, taken: frozenset[int]) -> int:
    """The first word of the possessor whose `'s` is word `i`, with its titles and article."""
    j = i
    while j and i - j < 5 and (j - 1 in taken or _owns(own, j - 1, i)):
        j -= 1
    if j == i and i and own[i - 1][0].isalpha():
        j = i - 1
        while j and i - j < 4 and is_modifier(own[j - 1]):
            j -= 1
    if j and own[j - 1].lower() in listed("determiner"):
        j -= 1
    return j


def _is_plural_possessive(own: Sequence[str], i: int) -> bool:
    """Whether word `i` is the sign after `pilots` in `the pilots' leader`."""
    return own[i] in {"'", "’"} and i > 0 and own[i - 1].islower() and own[i - 1].endswith("s")


def _is_verb(own: Sequence[str], i: int) -> bool:
    """Whether word `i`, in lower case, is a verb by what stands before it: to `thank` Prime Minister Ann Lee."""
    before = i - 1 - (own[i - 1] in listed("adverb"))
    if before < 0 or is_role(own[i]):
        return False
    if own[before] == "to":
        adjective = own[i] in listed("modifier") or own[i] in words("office_words")
        return own[i + 1][0].isupper() and not adjective
    return own[before] in listed("modal") or (own[before] in {"had", "has", "have"} and own[i].endswith("ed"))


def left_edge(own: Sequence[str], end: int, taken: frozenset[int]) -> int:
    """Where the phrase that ends before word `end` begins; `taken` are words of names."""
    i = end
    while i and end - i < _REACH and _fits_left(own, i - 1, taken):
        i -= 1
    if i and (own[i - 1] in POSSESSIVE or _is_plural_possessive(own, i - 1)):
        return _possessor(own, i - 1, taken)
    while i < end and not own[i][0].isupper() and not is_role(own[i]) and not is_modifier(own[i]):
        i += 1
    i += i + 1 < end and own[i][0].islower() and _is_verb(own, i)
    return i - 1 if i and own[i - 1].lower() in listed("owner") else i


def head(own: Sequence[str], first: int, last: int) -> int | None:
    """The word of `own[first:last]` that is the role's noun: its last word, or one that `of` or `for` follows."""
    if last > first and (is_role(own[last - 1]) or is_kin(own[last - 1])):
        return last - 1
    for i in range(first, last - 1):
        if is_role(own[i]) and own[i + 1] in {"of", "for"} and own[i][0].isupper():
            return i
    return None
