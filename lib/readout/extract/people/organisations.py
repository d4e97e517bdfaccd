"""Organisations that no list has: told by a word of their name, by an `Inc`, by initials, by what only they have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from readout.extract.people.demonyms import is_adjective
from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.page import Page, Sentence
from readout.extract.people.phrases import POSSESSIVE, is_role
from readout.extract.people.tokens import KEPT
from readout.lexicon import words
from readout.lexicon.nations import places

# A side that words stand for: its name, and the first and last (exclusive) of the words.
Cue = tuple[str, int, int]
# No name of a company has more words.
_LONGEST = 6
_FARTHEST = 10
# Words of offices too, but not when they are part of an organisation's name.
FAR_REACHING = frozenset({"International", "World", "Global", "United"})
# The sign of a plural's genitive stands right after it: Salt Makers' Guild.
_SPACED = re.compile(r" (['’])")
_JOINING = frozenset({"of", "and", "for", "the", "&"})


def run_end(own: Sequence[str], at: int) -> int:
    """Where the name of an organisation that may begin at word `at` ends: `League of Teachers and Nurses`."""
    end = at
    while (
        end < len(own)
        and end < at + _FARTHEST
        and (
            own[end][0].isupper()
            or own[end] in {"of", "and", "for"}
            or own[end - 1 : end + 1] == ["of", "the"]
            or is_members(own, end)
        )
    ):
        end += 1
    while end > at and not own[end - 1][0].isupper():
        end -= 1
    return end


def is_members(own: Sequence[str], i: int) -> bool:
    """Whether word `i` is the sign after those whose organisation it is: the Salt Makers`'` Guild."""
    if i + 1 >= len(own) or own[i] not in {"'", "’"} or not own[i - 1].endswith("s"):
        return False
    return own[i + 1][0].isupper() and "org" in kinds(own[i + 1])


def _are_members(own: Sequence[str], i: int) -> bool:
    """Whether the role at word `i` is that of an organisation's members: the Salt `Makers`' Guild; `Workers` Union."""
    body = own[i + 1] if i + 1 < len(own) else ""
    return is_members(own, i + 1) or (body in listed("firm") and singular(own[i]) != own[i])


def organisation_in(own: Sequence[str], first: int, last: int) -> Cue | None:
    """The first run of capitalised words in `own[first:last]` that names an organisation: no place, and not
    `Army` or `National Security Council`, which every country has, nor only the adjective of a people."""
    i = first
    while i < last:
        end = i
        while end < last and (
            own[end][0].isupper() or (end > i and (own[end] in _JOINING or is_members(own, end)))
        ):
            end += 1
        while end > i and not own[end - 1][0].isupper():
            end -= 1
        run = " ".join(own[i:end])
        naming = any(w in FAR_REACHING or not (_is_general(w) or is_adjective(w)) for w in own[i:end])
        opens = i == 0 and end == 1 and not own[0].isupper() and not POSSESSIVE & {*own[1:2]}
        # A role is no organisation, but an organisation may be one `of` people in a role.
        held = any(is_role(own[j]) and not _are_members(own, j) for j in range(i, end)) and not (
            "org" in kinds(own[i]) and "of" in own[i + 1 : i + 2]
        )
        naming |= end - i > 1 and own[end - 1] in listed("agency")
        naming |= end - i > 2 and (own[end - 1] in listed("firm") or own[end - 1] in listed("assembly"))
        if naming and not opens and run not in places() and not held:
            first, last = without_form(own, i, end)
            return _SPACED.sub(r"\1", " ".join(own[first:last])), first, last
        i = max(end, i + 1)
    return None


@lru_cache(maxsize=KEPT)
def _is_general(word: str) -> bool:
    """Whether `word` names no organisation by itself: `Central`; `Board`; `North`."""
    low = word.lower()
    return low in words("office_words") or low in words("organisation_words") or low in listed("bearing")


def body_at(own: Sequence[str], at: int) -> Cue | None:
    """An organisation that is named from word `at` on, told by a word such as `Federation`, or the Africa `CDC`."""
    end = run_end(own, at)
    cue = organisation_in(own, at, end)
    if not cue or cue[1] != at:
        return None
    named = any("org" in kinds(w) for w in own[at : cue[2]])
    return cue if named or (own[at - 1] == "the" and is_acronym(own[cue[2] - 1])) else None


def is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def without_form(own: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The words of an organisation's name without the `Inc` or `Ltd` that ends it."""
    return first, last - (last - first > 1 and _is_form(own[last - 1]))


@lru_cache(maxsize=KEPT)
def _is_form(word: str) -> bool:
    """Whether `word` is the `Inc` or `Ltd.` of a company."""
    return word.lower().strip(".") in listed("form")


def incorporated(sentences: Iterable[Sentence]) -> frozenset[tuple[str, ...]]:
    """Names that an article gives with their `Inc` or `Ltd` somewhere, without it."""
    out = set()
    for sentence in sentences:
        own = sentence.words
        for i in sentence.capitals:
            if i and _is_form(own[i]):
                first = i
                while first and i - first < _LONGEST and own[first - 1][0].isupper():
                    first -= 1
                out.add(tuple(own[first:i]))
    return frozenset(out)


def is_company(own: Sequence[str], first: int, last: int) -> bool:
    """Whether words are a company by what stands beside them: `Norvik & Sons`; `Norvik shares`; `Norvik's board`;
    Vantia-parent `Norvik`; `Norvik (NVK.L)`; the `Norvik` company; `Norvik` fell 2.3 per cent."""
    if "&" in own[max(0, first - 1) : last + 1] or _is_called(own, first, last) or _is_priced(own, last):
        return True
    head, dash, tail = own[first - 1].rpartition("-") if first else ("", "", "")
    if dash and head[:1].isupper() and tail in listed("parent"):
        return True
    if own[last : last + 1] == ["("] and own[last + 2 : last + 3] == ["."] and own[last + 1].isupper():
        return True
    after = [*own[last : last + 3], "."]
    if after[0] in POSSESSIVE:
        return after[1] in listed("run") or (after[1] == "chief" and after[2] in listed("chief"))
    if after[0] in {"reported", "reports"} and "citing" in own[last : last + _FARTHEST]:
        return True
    return after[0] in listed("traded") and after[1] not in listed("determiner")


def _is_called(own: Sequence[str], first: int, last: int) -> bool:
    """Whether the kind of organisation that they name stands beside words: the `Norvik` company; the rival group
    `Norvik`."""
    if not first or last == len(own):
        return False
    after = own[first - 1].lower() == "the" and own[last] in listed("body")
    return after or (own[first - 1] in listed("body") and last - first == 1 and not own[last][0].isalpha())


def _is_priced(own: Sequence[str], last: int) -> bool:
    """Whether words that end before word `last` move as the price of a share does: Norvik `fell 2.3 per cent`."""
    if last + 2 >= len(own) or own[last] not in listed("moved") or not own[last + 1].isdigit():
        return False
    return not listed("percent").isdisjoint(own[last + 2 : last + 6])


def acronyms(page: Page) -> dict[str, str]:
    """The organisation that each `(ARW)` of the article stands for, by the initials of the words before it."""
    out: dict[str, str] = {}
    for number, sentence in enumerate(page.sentences):
        own = sentence.words
        for i in sentence.capitals:
            if own[i].isupper() and own[i - 1 : i] == ["("] and own[i + 1 : i + 2] == [")"]:
                first, wanted = i - 1, own[i][::-1]
                while wanted and first and (own[first - 1][0] == wanted[0] or own[first - 1] in _JOINING):
                    first -= 1
                    wanted = wanted[own[first][0].isupper() :]
                if not wanted and own[i].isalpha():
                    out[own[i]] = page.said(number, first, i - 1)
    return out
