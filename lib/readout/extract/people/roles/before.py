"""Roles told before a name: titles, a post in commas, one that a verb or `named as` joins to the name."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.page import Name, Span
from readout.extract.people.phrases import (
    POSSESSIVE,
    before_retired,
    head,
    is_kin,
    is_role,
    left_edge,
)
from readout.extract.people.posts import role_phrases
from readout.lexicon import words
from readout.lexicon.nations import peoples, places

COPULAS = frozenset({"is", "was"})
_CLOSERS = frozenset({",", ".", ";", "(", ")"})
_BOUNDS = frozenset({",", ";", ":", "—", "–", "“", "”", '"', "(", ")"})
# No more words stand between a post and the name that somebody gives of its holder.
_NAMING = 8


def roles_before(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[Span]:
    """Where the roles are that stand before `name`; `taken` are words of the sentence's other names."""
    titles = _before(own, name, taken)
    at = min((first for first, _ in titles), default=name.lead)
    posts = [*_before_comma(own, name, at, taken), *_before_verb(own, name, taken)]
    return [*titles, *posts, *_before_naming(own, name, taken)]


def _begin(own: Sequence[str], end: int, taken: frozenset[int]) -> int:
    """Where the phrase that ends before word `end` begins, without its article."""
    first = left_edge(own, end, taken)
    for i in range(end - 1, first, -1):
        if own[i] in {"and", "&"} and any(map(is_role, own[first:i])) and any(map(is_role, own[i:end])):
            # Captain Rado K K and `Assistant Captain` Ann Lee: the first post is somebody else's.
            return i + 1
    if own[max(0, first - 1)].lower() == "in":
        # In Oman `Minister` Ann Lee.
        first = next(
            (i for i in range(first + 3, first, -1) if i < end and " ".join(own[first:i]) in places()), first
        )
    return first + (first < end and own[first].lower() == "the")


def _before(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[Span]:
    """`Kremlin spokesman` Pavel Orlov; `Secretary of State` Howard Finch; `Interior Minister` `Col.` Karim Said; `envoy
    to the Middle East` Rachel Stein."""
    end = before_retired(own, name.first)
    while end and "honorific" in kinds(own[end - 1]) and "title" not in kinds(own[end - 1]):
        end -= 1
    first = _begin(own, end, taken)
    field = (
        first > 1
        and own[first - 1] == "of"
        and own[first - 2].lower() in listed("over")
        and own[first].islower()
    )
    if field and (own[first:end] == ["staff"] or not any(is_role(w) for w in own[first:end])):
        return [(left_edge(own, first - 1, taken), end)]
    if (noun := head(own, first, end)) is None:
        at = first - (own[first - 1] == "the") if first else 0
        dealt = first < end and at > 1 and own[at - 1] in {"to", "for", "in", "on"} and is_role(own[at - 2])
        dealt &= first < end and own[first][0].isupper()
        return [(_begin(own, at - 1, taken), end)] if dealt else []
    if first > 1 and own[first - 1] == "and" and {own[first - 2], own[first]} <= peoples().keys():
        # Of the Omani and Chilean envoys Ann Lee and Luis Vega each is one: which is not said.
        return []
    if first and own[first - 1] in {"a", "an"}:
        # `She praised a plan officer Ann Lee drew up`: no title before a name has such an article.
        first = noun
    return [*_joined(own, first, taken), *_parted(own, first, end)]


def _parted(own: Sequence[str], first: int, end: int) -> list[Span]:
    """Roles set side by side before a name: `chief negotiator` `Defense Minister`; `Interior Minister` `Col.`"""
    rank = end
    while rank > first and own[rank - 1] in listed("rank"):
        rank -= 1
    if first < rank < end and "role" in kinds(own[rank - 1]):
        return [(first, rank), (rank, end)]
    for i in range(first, end - 1):
        post = is_role(own[i]) and own[i].islower() and own[i] not in words("office_words")
        if post and own[i + 1][0].isupper() and head(own, i + 1, end) is not None:
            return [(first, i + 1), (i + 1, end)]
    return [(first, end)]


def _joined(own: Sequence[str], first: int, taken: frozenset[int]) -> list[Span]:
    """`Kremlin aide` and former Culture Minister Ann Lee: a bare singular is a title, and she holds both."""
    stop = first - 1
    if (
        stop < 1
        or own[stop] != "and"
        or not is_role(own[stop - 1])
        or singular(own[stop - 1]) != own[stop - 1]
    ):
        return []
    start = left_edge(own, stop, taken)
    bare = own[max(0, start - 1)].lower() not in listed("determiner") | {"of", "for"}
    return [(start, stop)] if bare and POSSESSIVE.isdisjoint(own[start:stop]) else []


def _tells(own: Sequence[str], at: int) -> bool:
    """Whether word `at` begins what the person before it does: `later` said; `confirmed`."""
    after = own[at] if at < len(own) else "."
    return after in listed("auxiliary") or after in listed("adverb") or "says" in kinds(after)


def _before_comma(own: Sequence[str], name: Name, at: int, taken: frozenset[int]) -> list[Span]:
    """`The premier's foreign policy aide,` Yuri Antonov`,` and `the head of the agency,` Lucia Ferraro`,`.

    Roles right before the name begin at word `at`. What is in commas is hardly an item of a list where a verb follows.
    """
    comma = at - 1
    after = own[name.last] if name.last < len(own) else "."
    if comma < 1 or own[comma] != "," or after not in _CLOSERS:
        return []
    told = after == "," and _tells(own, name.last + 1)
    if at < name.lead and not told:
        return []
    start = comma
    while start and own[start - 1] not in _BOUNDS:
        start -= 1
    for i in range(start, comma):
        if _may_end(own, i, comma):
            first = left_edge(own, i + 1, taken)
            article = first - (own[first - 1].lower() in listed("determiner")) if first else 0
            if article > 1 and own[article - 1] == "," and article - 2 in taken:
                # Luis Vega, an aide to the `mayor`, Ann Lee: he is the aide.
                continue
            marked = own[first].lower() in listed("owner") or own[max(0, first - 1)].lower() in {
                "the",
                "a",
                "an",
                "its",
            }
            bare = told and first == start and singular(own[i]) == own[i]
            marked |= bare or not POSSESSIVE.isdisjoint(own[first:i])
            spans = role_phrases(own, first, taken) if marked else []
            if beside := next((span for span in spans if span[1] == comma), None):
                return [beside]
    return []


def _may_end(own: Sequence[str], i: int, comma: int) -> bool:
    """Whether word `i` may be the noun of one person's post that ends at `comma`: no plural but the last word is."""
    if is_role(own[i + 1]) or not (is_role(own[i]) or is_kin(own[i])):
        return False
    return i + 1 == comma or singular(own[i]) == own[i]


def _before_verb(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[Span]:
    """`The head of the delegation` will be Ann Lee; `The mayor` is Ann Lee."""
    verb = name.lead - 1
    if verb < 1 or own[verb] not in COPULAS | {"be"} or own[0].lower() not in listed("determiner"):
        return []
    verb -= own[verb - 1] in listed("modal")
    # What follows the verb is cut off, so that the phrase has to fill what is left.
    post = role_phrases(own[:verb], 0, taken)
    return post if post and post[-1][1] == verb else []


def _before_naming(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[Span]:
    """`The captain`, named by the airline as Ann Lee."""
    if name.lead < 1 or own[name.lead - 1] != "as":
        return []
    naming = [
        i for i in range(max(1, name.lead - _NAMING), name.lead - 1) if own[i] in {"named", "identified"}
    ]
    comma = naming[-1] - 1 if naming else 0
    if own[comma] != ",":
        return []
    start = max((i + 1 for i in range(comma) if own[i] in _BOUNDS), default=0)
    post = role_phrases(own[:comma], start, taken)
    return post if post and post[-1][1] == comma else []
