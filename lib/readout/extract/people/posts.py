"""Roles that stand in a phrase of their own: `the Kremlin envoy and head of the fund`, beside a name or before it."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.people.features import kinds
from readout.extract.people.lexis import listed
from readout.extract.people.phrases import POSSESSIVE, is_kin, is_modifier, is_role, joins_capitals

# Signs and words that may close a phrase set beside a name.
_SIGNS = frozenset({",", ";", ".", "(", ")", "—", "–", "-", ":", "!", "?", "”", '"'})
_CLOSERS = _SIGNS | {"who", "whose", "which", "that", "where", "like"}
_INSIDE = frozenset({"&", "/", "'", "’"})
_REACH = 24


def _belongs(own: Sequence[str], i: int, taken: frozenset[int]) -> bool:
    """Whether word `i` can stand in a role that is set beside a name, before its noun."""
    word = own[i]
    if word[0].isupper() or word in POSSESSIVE or word in _INSIDE or i in taken or is_modifier(word):
        return True
    if word == "and":
        coordinated = i + 2 < len(own) and is_modifier(own[i + 1]) and is_role(own[i + 2])
        return (coordinated or joins_capitals(own, i)) and not is_role(own[i - 1])
    # A plural right before the noun: `the emergencies minister`.
    return word.endswith("s") and is_modifier(word[:-1]) and i + 1 < len(own) and is_role(own[i + 1])


def _is_owner(own: Sequence[str], i: int, taken: frozenset[int]) -> bool:
    """Whether the name that begins at word `i` is that of an owner: `Luis Vega's`."""
    while i in taken:
        i += 1
    return own[i : i + 1] != [] and own[i] in POSSESSIVE


def _core_end(own: Sequence[str], at: int, taken: frozenset[int]) -> int:
    """Where the words up to the role's noun end, or `at` where they hold none."""
    i, end = at, at
    while i < len(own) and i - at < _REACH:
        if is_role(own[i]) or is_kin(own[i]):
            end = i + 1
        elif end == i > at and i in taken and not _is_owner(own, i, taken):
            # Ann Lee, `Minister` Luis Vega: another's title.
            return at
        elif not _belongs(own, i, taken):
            break
        i += 1
    return end if end == i or (end > at and own[end] in listed("preposition")) else at


def role_phrases(own: Sequence[str], at: int, taken: frozenset[int]) -> list[tuple[int, int]]:
    """The roles that stand at word `at`, one a coordinated part: (first, last) of each; none if it is no role.

    `the Kremlin envoy and head of the fund, said` holds two; `the president said` none, being a clause.
    """
    out: list[tuple[int, int]] = []
    while at < len(own):
        first = at
        while (
            first < len(own)
            and own[first].lower() in listed("determiner")
            and own[first].lower() not in listed("owner")
        ):
            first += 1
        start = first + (first < len(own) and own[first].lower() in listed("owner"))
        end = _core_end(own, start, taken)
        if end == start:
            break
        end, follower = _complement(own, end, taken)
        out.append((first, end))
        if follower != "and":
            return out if follower in _CLOSERS or not follower else []
        at = end + 1 + (own[end] == ",")
    # An `and` that no role follows joins this phrase to a stranger: what it says of the name is not sure.
    return out if len(out) > 1 else []


def _complement(own: Sequence[str], end: int, taken: frozenset[int]) -> tuple[int, str]:
    """Where `of the fund` and the like end, and the word that follows (`` at the sentence's end)."""
    if end < len(own) and own[end] in listed("preposition"):
        limit = min(len(own), end + _REACH)
        # What follows the preposition is no verb: minister of `state`.
        end += 2 if end + 1 < len(own) and own[end + 1].isalpha() else 1
        while end < limit and not (
            own[end] in _CLOSERS
            or own[end] in listed("auxiliary")
            or (own[end].islower() and "says" in kinds(own[end]))
        ):
            if own[end] == "and" and _opens_other(own, end + 1, taken):
                return end, "and"
            if end in taken and own[end - 1][0].isupper() and not _leads_name(own, end - 1, taken):
                # Ann Lee, the envoy to Chile Luis Vega: another's title.
                return end, own[end]
            end += 1
    return end, own[end] if end < len(own) else ""


def _leads_name(own: Sequence[str], i: int, taken: frozenset[int]) -> bool:
    """Whether word `i` is part of a name, or stands before one as `Mr.` and `President` do."""
    return i in taken or is_role(own[i]) or "honorific" in kinds(own[i])


def _opens_other(own: Sequence[str], at: int, taken: frozenset[int]) -> bool:
    """Whether another role, or another person, begins at word `at`."""
    return _opens_role(own, at, taken) or (at in taken and not _is_owner(own, at, taken))


def _opens_role(own: Sequence[str], at: int, taken: frozenset[int]) -> bool:
    first = at + (at < len(own) and own[at].lower() in listed("determiner"))
    return _core_end(own, first, taken) > first
