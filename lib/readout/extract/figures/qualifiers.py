"""`more than`, `at least`, `some`, `-odd`: how exact a number is meant to be."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from readout.extract.mentions import Qualifier
from readout.lexicon import table

_WINDOW = 24
_OPENING = "([{\"'“‘«—–-,;:/"
_LAST_WORDS = re.compile(r"[\w~≈≥≤<>.]+")
# `handed over 40 men` hands them over, and is not more than 40; neither is `a dispute over 40 acres`.
_NOT_MORE = re.compile(
    r"\b(?:(?:conflict|concern|control|dispute|fight|jurisdiction|row|sovereignty|talks|war)s?"
    r"|(?:hand|turn|sign|pass|carr|tak|took|bring|brought|roll)\w*)[ ]over[ \u00a0]\Z"
)
# `The toll passed 40`, unlike `parliament passed 40 laws`.
_PASSED = frozenset(["passed", "passes"])
_COUNTED = re.compile(r"\b(?:cases|count|deaths|number|population|toll|total)\b")
_FURTHER = 100


@cache
def _table(side: str) -> dict[str, Qualifier]:
    return {words: cast(Qualifier, name) for words, name, at in table("figures/qualifiers") if at == side}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words.rpartition(" ")[2] for words in _table("before"))


@cache
def _after() -> re.Pattern[str]:
    longest = sorted(_table("after"), key=len, reverse=True)
    return re.compile(rf"[ ]?(?P<words>{'|'.join(map(re.escape, longest))})(?!\w)")


def qualifier_before(text: str, begin: int) -> tuple[int, Qualifier] | None:
    """The longest qualifier that ends right before `begin`: where it begins, and what it says."""
    window = text[max(0, begin - _WINDOW) : begin]
    if not window or window[-1] not in " \u00a0~≈≥≤<>":
        return None
    *_, last = window.split() or [""]
    if last.lower().lstrip(_OPENING) not in _last_words():
        return None
    known = _table("before")
    for piece in list(_LAST_WORDS.finditer(window))[-4:]:
        words = window[piece.start() :].strip().lower()
        if words in _PASSED and not _COUNTED.search(text, max(0, begin - _FURTHER), begin):
            continue
        if words == "far more than" and window[: piece.start()].lower().endswith("so "):
            continue  # `so far more than 40`
        if words in known and not (words == "over" and _NOT_MORE.search(window)):
            return begin - len(window) + piece.start(), known[words]
    return None


def qualifier_after(text: str, end: int) -> tuple[int, Qualifier] | None:
    """A qualifier right after the number that ends at `end`: where it ends, and what it says."""
    match = _after().match(text, end)
    return (match.end(), _table("after")[match["words"]]) if match else None
