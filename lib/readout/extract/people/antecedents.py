"""Which organisation `its president` or `the union's leader` belongs to: the one that the words before are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.organisations import without_form
from readout.extract.people.page import Name, Page, run_end
from readout.extract.people.phrases import POSSESSIVE, is_role
from readout.extract.people.roles import Role
from readout.lexicon import table, words
from readout.lexicon.nations import countries, institutions

# Names that the article gives with an `Inc` or `Ltd`.
Firms = Set[tuple[str, ...]]
# A sentence's subject begins among so many words.
_SUBJECT = 8
# `the union` may have been named so many sentences before.
_FAR_BACK = 4
_INSIDE = frozenset({"'", "’", "of", "and", "for", "&", "the"})
_HELD_FOR = frozenset({"at", "of", "for", "with"})
# Posts that only companies have, so that they belong to the one just named.
_COMPANY_POSTS = frozenset(
    {
        ("chairman",),
        ("chairwoman",),
        ("ceo",),
        ("cfo",),
        ("chief", "executive"),
        ("chief", "executive", "officer"),
        ("chief", "financial", "officer"),
        ("chief", "operating", "officer"),
        ("finance", "director"),
        ("managing", "director"),
    }
)


@cache
def _bodies() -> dict[str, frozenset[str]]:
    return {noun: frozenset(row[1].split()) for row in table("bodies") for noun in row[0].split(",")}


def _called(role: Role, own: Sequence[str]) -> tuple[str, int] | None:
    """How the role names its organisation (`union` in `the union's leader`, `` for `its`), and how far back it is."""
    if own[max(0, role.first - 1)].lower() == "its" or own[role.first].lower() == "its":
        return "", 1
    for i in range(role.first + 1, role.last):
        if own[i] in POSSESSIVE and own[i - 1] in _bodies():
            return own[i - 1], _FAR_BACK
    at = role.last - 1
    if own[at] in _bodies() and own[at - 1] == "the" and own[at - 2] in _HELD_FOR:
        outside = any(singular(w) in words("outsiders") for w in own[role.first : at - 2])
        return None if outside else (own[at], _FAR_BACK)
    said = tuple(w.lower() for w in own[role.first : role.last])
    return ("company", 1) if said in _COMPANY_POSTS else None


def _run_end(own: Sequence[str], first: int) -> int:
    """Where the name of an organisation that begins at `first` ends: `Harbor Workers' Alliance`."""
    return run_end(own, first, _INSIDE.__contains__)


def _is_body(own: Sequence[str], first: int, last: int, firms: Firms) -> bool:
    said = " ".join(own[first:last])
    if tuple(own[first:last]) in firms:
        return True
    if said in countries() or said in institutions() or said in words("companies"):
        return True
    named = any("org" not in kinds(w) for w in own[first:last] if w[0].isupper())
    return named and any("org" in kinds(w.strip(".")) for w in own[first:last])


def _has_works(own: Sequence[str], first: int, last: int) -> bool:
    """Whether a clause tells a company: Velmet`, which owns` the mill."""
    owns = (
        own[last : last + 2] == [",", "which"]
        and own[last + 2 : last + 3] != []
        and own[last + 2] in listed("owns")
    )
    return owns and " ".join(own[first:last]) not in countries()


def _subjects(
    own: Sequence[str], stop: int, taken: frozenset[int], firms: Firms
) -> Iterator[tuple[int, int]]:
    """Organisations that a sentence begins with, by name or as `the employers' group, Coastal Terminals Inc.,`."""
    i = int(own[0] == "The")
    while i < min(stop, _SUBJECT, len(own)):
        if (end := _run_end(own, i)) > i:
            if i in taken:
                return
            # The Front spokesman is no Front, but the Front rebel group is.
            beside = end + int(own[end + 1 : end + 2] == [] or own[end + 1] not in _bodies())
            whole = not any(is_role(w) and singular(w) == w for w in own[i:beside])
            body = _is_body(own, i, end, firms) or _has_works(own, i, end)
            if whole and not POSSESSIVE & {*own[end : end + 1]} and body:
                yield i, end
            i = end
        elif own[i] in listed("preposition") or own[i] in listed("auxiliary") or "says" in kinds(own[i]):
            return
        else:
            i += 1


def _fits(called: str, own: Sequence[str], first: int, last: int, firms: Firms) -> bool:
    if not called:
        return True
    if " ".join(own[first:last]) in words("companies") or tuple(own[first:last]) in firms:
        return called in {"company", "group", "firm"} or "inc" in _bodies()[called]
    known = _bodies()[called]
    if called == "company" and own[last - 1].lower() in _bodies()["union"]:
        return False
    if " ".join(own[first:last]) in countries():
        return False
    return "*" in known or any(w.strip(".").lower() in known for w in own[first:last])


def _anywhere(called: str, own: Sequence[str], stop: int, firms: Firms) -> list[tuple[int, int]]:
    """The organisations of the kind that `called` says which a sentence names anywhere before word `stop`."""
    out, i = [], 0
    while i < stop and "*" not in _bodies()[called]:
        end = _run_end(own, i)
        held = any(is_role(w) and singular(w) == w for w in own[i:end])
        if end > i and not held and _is_body(own, i, end, firms) and _fits(called, own, i, end, firms):
            out.append((i, end))
        elif end > i and own[i - 1].lower() == "the" and own[end : end + 1] == [called]:
            # By its kind: the `Tessano union`.
            out.append((i, end + 1))
        i = max(end, i + 1)
    return out


def owner(page: Page, role: Role, by_sentence: Mapping[int, Sequence[Name]], firms: Firms) -> str | None:
    """The side of a role that leaves its organisation to the words before, or None where they are not clear.

    It is the one organisation that the role's own sentence begins with, or else the one of a sentence before: the
    last, or where it is called `the union` and the like one of the last few. `firms` are names known for companies.
    """
    at = role.name.sentence
    own = page.sentences[at].words
    if (cue := _called(role, own)) is None:
        return None
    called, reach = cue
    for sentence in range(at, max(-1, at - reach - 1), -1):
        if page.sentences[sentence].headline:
            continue
        stop = role.first if sentence == at else _SUBJECT
        said = page.sentences[sentence].words
        taken = frozenset(i for n in by_sentence.get(sentence, []) for i in range(n.first, n.last))
        found = [span for span in _subjects(said, stop, taken, firms) if _fits(called, said, *span, firms)]
        if not found and called:
            found = _anywhere(called, said, len(said) if sentence < at else role.first, firms)
        if found:
            name = page.said(sentence, *without_form(said, *found[0]))
            return (countries() | institutions()).get(name, name) if len(found) == 1 else None
    return _only_company(page, by_sentence, firms) if called == "company" and reach == 1 else None


def _only_company(page: Page, by_sentence: Mapping[int, Sequence[Name]], firms: Firms) -> str | None:
    """The company that the article's first sentence is about, if no other is what a sentence is about."""
    about: list[str] = []
    for number, sentence in enumerate(page.sentences):
        if sentence.headline:
            continue
        taken = frozenset(i for n in by_sentence.get(number, []) for i in range(n.first, n.last))
        own = sentence.words
        subjects = [s for s in _subjects(own, _SUBJECT, taken, firms) if _fits("company", own, *s, firms)]
        if not subjects and not about and own[-1] == ".":
            return None
        about += [page.said(number, *without_form(own, *s)) for s in subjects]
    return about[0] if len(set(about)) == 1 else None
