"""Roles told after a name: a phrase set beside it, and what it is said to be."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.people.features import singular
from readout.extract.people.lexis import listed
from readout.extract.people.organisations import body_at
from readout.extract.people.page import Name, Span
from readout.extract.people.phrases import is_role, past_retired
from readout.extract.people.posts import role_phrases
from readout.extract.people.roles.before import COPULAS

_OPENERS = frozenset({",", "(", "—", "–"})
_OWNERS = frozenset({"her", "his", "its", "their"})
_WHEN = frozenset({"in", "on", "after", "last", "this", "when"})
# A relative clause is looked through for so many words.
_CLAUSE = 24


def roles_after(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[Span]:
    """Where the roles are that stand after `name`; `taken` are words of the sentence's other names."""
    return [*_beside(own, name, taken), *_in_clause(own, name, taken)]


def _beside(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[Span]:
    """Pavel Orlov, `the Kremlin spokesman`, and after an age."""
    at = past_retired(own, name.last)
    if at >= len(own) or own[at] not in _OPENERS:
        return []
    if at + 2 < len(own) and own[at + 1].isdigit() and own[at + 2] == ",":
        at += 2
    roles = [span for span in role_phrases(own, at + 1, taken) if not _is_anothers(own, span, taken)]
    if roles and own[name.lead - 1 : name.lead] != ["and"] and _are_several(own[slice(*roles[0])]):
        # Without Luis Vega, `pilots` may walk out.
        return []
    return roles


def _is_anothers(own: Sequence[str], span: Span, taken: frozenset[int]) -> bool:
    """Whether a phrase is of whom comes next: the governor, `her deputy`, Luis Vega; they met Vega, Peru `his` aide."""
    first, last = span
    if own[first] in _OWNERS:
        return own[last : last + 1] == [","] and last + 1 in taken
    return any(own[i] in _OWNERS and own[i - 1][0].isupper() for i in range(first + 1, last))


def _are_several(post: Sequence[str]) -> bool:
    """Whether a post is held by more than one: American `lawyers`, and not the head of the lawyers."""
    return is_role(post[-1]) and singular(post[-1]) != post[-1] and listed("preposition").isdisjoint(post)


def _in_clause(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[Span]:
    """Oleh Kozak, who leads the delegation and is `the secretary of the council`; Ann Lee is `a reporter`."""
    at = name.last
    if at < len(own) and own[at] in COPULAS:
        # Among those who spoke for Luis Vega is `the lawyer` Ann Lee.
        return role_phrases(own, at + 1, taken) if own[0] != "Among" else []
    if at < len(own) and own[at] == ",":
        at += 1
    if at >= len(own) or own[at] != "who":
        return []
    if own[at + 1 : at + 2] and own[at + 1] in listed("lead"):
        body = body_at(own, at + 2 + (own[at + 2 : at + 3] == ["the"]))
        led = [(at + 1, body[2])] if body else []
    else:
        led = []
    for i in range(at + 1, min(len(own) - 1, at + _CLAUSE)):
        if own[i] in {",", ";"}:
            break
        if own[i] in COPULAS or (own[i] == "as" and own[i - 1] in {"serves", "served", "acts", "acted"}):
            return led + role_phrases(own, i + 1, taken)
        if own[i] in {"became", "becomes"}:
            stop = next((j for j in range(i + 1, len(own)) if own[j] in _WHEN), len(own))
            return led + role_phrases(own[:stop], i + 1, taken)
    return led
