"""Words that an article uses as places, whoever else might bear them: what stands around them tells.

A name that no list of places has is told by its company: `in Tessano`, `the mayor of Tessano`, `fled to Tessano`,
`TESSANO (Agency) -`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise, zip_longest

from readout.extract.people.demonyms import adjective_in, country_of
from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import found, listed
from readout.extract.people.page import Sentence, is_capital
from readout.extract.people.phrases import is_modifier, is_role
from readout.lexicon import table
from readout.lexicon.nations import places

# A dateline's dash stands among the first words.
_DATELINE = 14
_BETWEEN = frozenset({"between", "Between"})
_DASHES = frozenset({"-", "–", "—"})


def dateline(own: Sequence[str]) -> Iterator[int]:
    """The capitals of `TESSANO (Agency) -` and `TESSANO, Sept. 3 (Agency) —`."""
    last = 0
    while last < len(own) and len(own[last]) > 1 and own[last].isupper() and own[last].isalpha():
        last += 1
    if own[last : last + 1] in (["("], [","]) and _DASHES & set(own[last:_DATELINE]):
        yield from range(last)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(row[0] for row in table("number_words"))


def locates(own: Sequence[str], i: int) -> bool:
    """Whether the words right before `i` say that a place stands there."""
    before = own[i - 1] if i else ""
    if before.lower() in listed("within") or before in listed("bearer"):
        return not (i > 1 and own[i - 2].lower() in listed("belief"))
    earlier = own[i - 2] if i > 1 else ""
    if before == "of":
        return earlier.lower() in listed("seat") or earlier.lower() in listed("bearing")
    if before == "from" and earlier and is_role(earlier) and singular(earlier) != earlier:
        return True
    if before == "de" and earlier.isdigit():
        # Streets and squares are called by a day: `Calle 2 de Mayo`.
        return True
    if before == "from" and (earlier.isdigit() or earlier.lower() in _numbers()):
        return True
    return before in listed("way") and earlier in listed("motion")


def _is_followed(own: Sequence[str], i: int) -> bool:
    """Whether a place in commas, or the noun of a place, follows: `Tessano, Italy,`; `the Tessano valley`; `Tessano
    and Lomnice prisons`."""
    after = own[i + 1] if i + 1 < len(own) else "."
    if after == "and":
        last = i + 2
        while last < len(own) and is_capital(own[last]):
            last += 1
        return last < len(own) and singular(own[last]) != own[last] and "site" in kinds(singular(own[last]))
    if after == ",":
        return i + 2 < len(own) and own[i + 2] in places() and own[i + 3 : i + 4] in ([","], ["."], [])
    if not i or own[i - 1].lower() not in {"a", "an", "the"}:
        return False
    return after in listed("native") or names_site(own, i, i + 1)


def names_site(own: Sequence[str], first: int, last: int) -> bool:
    """Whether words name a site: the `Tessano` valley; the `Tessano` copper mine."""
    if not first or own[first - 1].lower() != "the":
        return False
    after = [w if w.islower() else "" for w in own[last : last + 2]] + ["", ""]
    material = bool(after[0]) and is_modifier(after[0]) and not is_role(after[0])
    return "site" in kinds(after[0]) or (material and "site" in kinds(after[1]))


def _is_alone(own: Sequence[str], i: int) -> bool:
    """Whether word `i` is capitalised, and no capitalised word follows that would make a longer name of it."""
    return i < len(own) and is_capital(own[i]) and not (i + 1 < len(own) and is_capital(own[i + 1]))


def _partner(own: Sequence[str], i: int) -> int | None:
    """The word that `and` joins to word `i` where nothing but a stop or a preposition follows: in A `and B.`"""
    if own[i + 1 : i + 2] != ["and"] or not _is_alone(own, i + 2):
        return None
    after = own[i + 3] if i + 3 < len(own) else "."
    return i + 2 if not after[0].isalpha() or after in listed("preposition") else None


def _fellows(own: Sequence[str], i: int) -> Iterator[int]:
    """The other places of a list that word `i` opens after a plural: the towns of A, `B and C`."""
    if i < 2 or own[i - 1] != "of" or singular(own[i - 2]) == own[i - 2]:
        return
    at = i + 1
    while at < len(own) and own[at] in {",", "and"}:
        at += 1 + (own[at : at + 2] == [",", "and"])
        if not _is_alone(own, at):
            return
        yield at
        at += 1


def count_places(sentences: Sequence[Sentence], wanted: Iterable[str]) -> Counter[str]:
    """How often each of the capitalised words `wanted`, in lower case, is used as a place."""
    pairs = [pair for sentence in sentences for pair in _pairs(sentence)]
    asked = {form for w in {*wanted, *chain(*pairs)} for form in (w, w.upper(), w[0].swapcase() + w[1:])}
    used: list[str] = []
    capitals: set[str] = set()
    for sentence in sentences:
        own = sentence.words
        capitals.update([own[i] for i in sentence.capitals])
        if not asked.isdisjoint(own):
            used += [own[i].lower() for i in [*_placed(sentence), *dateline(own)]]
    for word in capitals:
        adjective = adjective_in(word)
        if adjective and (country := country_of(adjective, capitals)):
            used += [country.lower(), word.lower()]
    # What stands `between` a place and another word is between two places.
    known = set(used)
    return Counter(
        used + [w.lower() for a, b in pairs if a.lower() in known or b.lower() in known for w in (a, b)]
    )


def _placed(sentence: Sentence) -> Iterator[int]:
    """Capitalised words of a sentence, without another behind them, that are used as places."""
    own = sentence.words
    found = {i for i in _alone(sentence) if locates(own, i) or _is_followed(own, i)}
    found |= {j for i in found if (j := _partner(own, i)) is not None}
    yield from found | {j for i in found for j in _fellows(own, i)}


def _alone(sentence: Sentence) -> list[int]:
    """Capitalised words that no other follows."""
    return [i for i, after in zip_longest(sentence.capitals, sentence.capitals[1:]) if after != i + 1]


def named_places(sentences: Iterable[Sentence]) -> frozenset[tuple[str, ...]]:
    """Names of several words that are used as places somewhere: `Monte Ferrino`, after `at Monte Ferrino`."""
    out = set()
    for sentence in sentences:
        own = sentence.words
        for i, follower in pairwise(sentence.capitals):
            located = follower == i + 1 and locates(own, i) and "given" not in kinds(own[i])
            if not located and (follower != i + 1 or not i or own[i - 1].lower() != "the"):
                continue
            last = i + 2
            while last < len(own) and is_capital(own[last]):
                last += 1
            # The Nir Tor kibbutz.
            settled = last < len(own) and own[last] in listed("seat") and names_site(own, i, last)
            if located or settled:
                out.add(tuple(own[i:last]))
    return frozenset(out)


def _pairs(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """The words A and B of `between A and B`."""
    own = sentence.words
    for between in found(own, _BETWEEN):
        i = between + 1
        if _is_alone(own, i) and own[i + 1 : i + 2] == ["and"] and _is_alone(own, i + 2):
            yield own[i], own[i + 2]
