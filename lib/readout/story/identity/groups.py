"""Names as articles use them, and groups of them that are taken for one person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from readout.extract import Extraction, PersonMention, Statement
from readout.lexicon import table, words
from readout.lexicon.genders import honorific_genders
from readout.story.identity.names import Name, parse_name

# Roles whose words overlap this much (0 to 100, order and left-out words aside) are one role.
_SAME_ROLE = 85
# Abbreviations of ranks keep so many letters: `Gen.`, `Col.`, `Sen.`
_RANK = 3
_WHOSE = re.compile(r"\s(?:of|to|for|in|at|on|from|with|and)\s|,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name in one article: its mentions, what is said of it, and what `Mr.` and the like tell."""

    article: str
    text: str
    ambiguous: bool = False
    mentions: tuple[PersonMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    gender: str | None = None

    @property
    def name(self) -> Name:
        """The name taken apart."""
        return parse_name(self.text)


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Namings that are taken for one person, and why. Compared by identity: two groups are two people."""

    namings: tuple[Naming, ...]
    reasons: tuple[str, ...]
    ambiguous: bool
    called: str | None
    texts: tuple[str, ...]
    keys: frozenset[str]
    pair_keys: frozenset[str]
    articles: frozenset[str]
    country: str | None
    roles: tuple[str, ...]
    genders: frozenset[str]


def make_group(
    namings: Iterable[Naming],
    reasons: Iterable[str] = (),
    *,
    ambiguous: bool = False,
    called: str | None = None,
) -> Group:
    """A group of `namings`, in order of article, with what they say together; `called` overrides its name."""
    ordered = tuple(sorted(namings, key=lambda n: (n.article, n.text, n.ambiguous)))
    texts = tuple(sorted({n.text for n in ordered}))
    return Group(
        namings=ordered,
        reasons=tuple(dict.fromkeys(reasons)),
        ambiguous=ambiguous,
        called=called,
        texts=texts,
        keys=frozenset().union(*(parse_name(t).keys for t in texts)),
        pair_keys=frozenset().union(*(parse_name(t).pair_keys for t in texts)),
        articles=frozenset(n.article for n in ordered),
        country=_country(ordered),
        roles=tuple(
            sorted({s.value.casefold() for n in ordered for s in n.statements if s.property == "role"})
        ),
        genders=frozenset(n.gender for n in ordered if n.gender),
    )


def join(groups: Sequence[Group], reasons: Iterable[str]) -> Group:
    """One group of several, with their reasons and the new ones."""
    return make_group(
        (n for g in groups for n in g.namings),
        (*(r for g in groups for r in g.reasons), *reasons),
        ambiguous=any(g.ambiguous for g in groups),
    )


def index_of(keys: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """For each key the numbers of those who have it."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(keys):
        for key in own:
            index[key].append(i)
    return index


def contradicts(a: Group, b: Group) -> str | None:
    """What speaks against one person behind both: a man and a woman, or two countries and no role in common."""
    if a.country and b.country and a.country != b.country and not shared_role(a, b):
        return f"one speaks for {a.country}, the other for {b.country}"
    if a.genders and b.genders and not a.genders & b.genders:
        return "one is a man, the other a woman"
    return None


def strangers(a: Group, b: Group) -> bool:
    """Whether their roles make two people of them: each is said to be something else, and not for one country."""
    one_country = a.country is not None and a.country == b.country
    return bool(a.roles and b.roles) and not one_country and not shared_role(a, b)


def shared_role(a: Group, b: Group) -> str | None:
    """A role that both are said to have, in the words of `a`."""
    return next((r for r in a.roles for s in b.roles if _is_one_role(r, s)), None)


def _is_one_role(a: str, b: str) -> bool:
    """Whether two roles are one, worded more or less fully: what they are must agree, not only whose."""
    one, two = _post(a), _post(b)
    if one.endswith(".") or two.endswith("."):
        return one[:_RANK] == two[:_RANK]
    return one == two and fuzz.token_set_ratio(a, b) >= _SAME_ROLE


def _post(role: str) -> str:
    """The word that says what a role is: aide, in `the minister's senior aide to the president`."""
    words = _WHOSE.split(role.strip(), maxsplit=1)[0].split()
    return words[-1] if words else ""


@cache
def _countries() -> frozenset[str]:
    return frozenset(row[0] for row in table("countries"))


def _country(namings: Sequence[Naming]) -> str | None:
    """The country that most articles put the person on the side of; None where none does or two are level."""
    sides = {(n.article, s.value) for n in namings for s in n.statements if s.property == "side"}
    counts = Counter(side for _, side in sides if side in _countries()).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


@cache
def _titles() -> frozenset[str]:
    return frozenset(w.casefold() for w in (*words("honorifics"), *words("titles")))


def untitled(surface: str) -> str:
    """`surface` without the honorifics and titles that stand before the name in it."""
    parts = surface.split()
    while len(parts) > 1 and parts[0].casefold() in _titles():
        parts = parts[1:]
    return " ".join(parts)


def _gender(mentions: Iterable[PersonMention]) -> str | None:
    """What the words before the name (`Mr.`, `Lady`) say; None where they say nothing or both."""
    said = {
        honorific_genders().get(m.surface.split()[0].casefold()) for m in mentions if m.surface.strip()
    } - {None}
    return said.pop() if len(said) == 1 else None


def read_namings(extraction: Extraction) -> Iterator[Naming]:
    """The names of one article, each with its mentions and statements."""
    mentions: dict[tuple[str, bool], list[PersonMention]] = defaultdict(list)
    for mention in dict.fromkeys(extraction.people):
        mentions[mention.person, mention.ambiguous].append(mention)
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in dict.fromkeys(extraction.statements):
        said[statement.subject].append(statement)
    for (person, ambiguous), found in mentions.items():
        yield Naming(
            article=extraction.article.id,
            text=person,
            ambiguous=ambiguous,
            mentions=tuple(found),
            statements=() if ambiguous and (person, False) in mentions else tuple(said[person]),
            gender=_gender(found),
        )
