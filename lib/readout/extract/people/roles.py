"""What a person is, in the article's own words: titles before a name, phrases set beside it, and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.organisations import body_at, is_members
from readout.extract.people.page import Name, Page
from readout.extract.people.phrases import (
    POSSESSIVE,
    before_retired,
    head,
    is_kin,
    is_role,
    left_edge,
    past_retired,
    role_phrases,
)
from readout.lexicon import words

_CLOSERS = frozenset({",", ".", ";", "(", ")"})
_OPENERS = frozenset({",", "(", "—", "–"})
_OF = frozenset({"of", "for", "at"})
_COPULAS = frozenset({"is", "was"})
_WHEN = frozenset({"in", "on", "after", "last", "this", "when"})
_BOUNDS = frozenset({",", ";", ":", "—", "–", "“", "”", '"', "(", ")"})
# A relative clause is looked through for so many words.
_CLAUSE = 24
# No more words stand between a post and the name that somebody gives of its holder.
_NAMING = 8


@dataclass(frozen=True, slots=True)
class Role:
    """Words `first` to `last` (exclusive) of the name's sentence say what the person is."""

    name: Name
    first: int
    last: int
    value: str


def noun_in(own: Sequence[str], first: int, last: int) -> int:
    """The noun of a role: its last role word before a preposition."""
    noun = None
    for i in range(first, last):
        if (is_role(own[i]) and not is_members(own, i + 1)) or is_kin(own[i]):
            noun = i
        elif own[i] in listed("towards") or (own[i] in _OF and noun is not None):
            break
    return first if noun is None else noun


def taken_words(names: Sequence[Name]) -> frozenset[int]:
    """Words of one sentence that belong to names or their titles."""
    return frozenset(i for n in names for i in range(n.first, n.last))


def _begin(own: Sequence[str], end: int, taken: frozenset[int]) -> int:
    """Where the phrase that ends before word `end` begins, without its article."""
    first = left_edge(own, end, taken)
    return first + (first < end and own[first].lower() == "the")


def _before(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[tuple[int, int]]:
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
    if field and not any(is_role(w) for w in own[first:end]):
        return [(left_edge(own, first - 1, taken), end)]
    if (noun := head(own, first, end)) is None:
        at = first - (own[first - 1] == "the") if first else 0
        dealt = first < end and at > 1 and own[at - 1] in {"to", "for", "in", "on"} and is_role(own[at - 2])
        return [(_begin(own, at - 1, taken), end)] if dealt else []
    if first and own[first - 1] in {"a", "an"}:
        # `She praised a plan officer Ann Lee drew up`: no title before a name has such an article.
        first = noun
    return [*_joined(own, first, taken), *_parted(own, first, end)]


def _parted(own: Sequence[str], first: int, end: int) -> list[tuple[int, int]]:
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


def _joined(own: Sequence[str], first: int, taken: frozenset[int]) -> list[tuple[int, int]]:
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


def _before_comma(own: Sequence[str], name: Name, at: int, taken: frozenset[int]) -> list[tuple[int, int]]:
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
        if (is_role(own[i]) or is_kin(own[i])) and not is_role(own[i + 1]):
            first = left_edge(own, i + 1, taken)
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


def _before_verb(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[tuple[int, int]]:
    """`The head of the delegation` will be Ann Lee; `The mayor` is Ann Lee."""
    verb = name.lead - 1
    if verb < 1 or own[verb] not in _COPULAS | {"be"} or own[0].lower() not in listed("determiner"):
        return []
    verb -= own[verb - 1] in listed("modal")
    # What follows the verb is cut off, so that the phrase has to fill what is left.
    post = role_phrases(own[:verb], 0, taken)
    return post if post and post[-1][1] == verb else []


def _before_naming(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[tuple[int, int]]:
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


def _beside(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[tuple[int, int]]:
    """Pavel Orlov, `the Kremlin spokesman`, and after an age."""
    at = past_retired(own, name.last)
    if at >= len(own) or own[at] not in _OPENERS:
        return []
    if at + 2 < len(own) and own[at + 1].isdigit() and own[at + 2] == ",":
        at += 2
    return role_phrases(own, at + 1, taken)


def _in_clause(own: Sequence[str], name: Name, taken: frozenset[int]) -> list[tuple[int, int]]:
    """Oleh Kozak, who leads the delegation and is `the secretary of the council`; Ann Lee is `a reporter`."""
    at = name.last
    if at < len(own) and own[at] in _COPULAS:
        return role_phrases(own, at + 1, taken)
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
        if own[i] in _COPULAS or (own[i] == "as" and own[i - 1] in {"serves", "served", "acts", "acted"}):
            return led + role_phrases(own, i + 1, taken)
        if own[i] in {"became", "becomes"}:
            stop = next((j for j in range(i + 1, len(own)) if own[j] in _WHEN), len(own))
            return led + role_phrases(own[:stop], i + 1, taken)
    return led


def _singular(value: str) -> str:
    """`U.S. envoys`, said of two, is `U.S. envoy` for each."""
    before, blank, last = value.rpartition(" ")
    one = singular(last)
    return before + blank + one if "role" in kinds(one) else value


def _listed(page: Page, names: Sequence[Name], role: Role) -> Iterator[Role]:
    """A plural before the first of a list belongs to each: `envoys A and B`."""
    own = page.sentences[role.name.sentence].words
    if role.value == page.said(role.name.sentence, role.first, role.last):
        return
    last = role.name
    for name in names:
        between = own[last.last : name.lead]
        if name.first > last.first and between in (["and"], [","], [",", "and"]):
            yield Role(name, role.first, role.last, role.value)
            last = name


def _of_name(page: Page, names: Sequence[Name], name: Name, taken: frozenset[int]) -> Iterator[Role]:
    own = page.sentences[name.sentence].words
    others = taken - set(range(name.first, name.last))
    before = _before(own, name, others)
    at = min((first for first, _ in before), default=name.lead)
    spans = [*before, *_before_comma(own, name, at, others), *_before_verb(own, name, others)]
    spans += [*_before_naming(own, name, others), *_beside(own, name, others)]
    for span in [*spans, *_in_clause(own, name, others)]:
        role = Role(name, *span, _singular(page.said(name.sentence, *span)))
        yield role
        yield from _listed(page, names, role)


def find_roles(page: Page, by_sentence: dict[int, list[Name]]) -> dict[int, list[Role]]:
    """Roles of every name, by sentence; headlines tell none."""
    out: dict[int, list[Role]] = {}
    for sentence, names in by_sentence.items():
        if not page.sentences[sentence].headline:
            taken = taken_words(names)
            out[sentence] = [role for name in names for role in _of_name(page, names, name, taken)]
    return out
