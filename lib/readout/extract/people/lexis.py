"""The word lists of this package that tell who does what in a clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from readout.lexicon import table


@cache
def listed(kind: str) -> frozenset[str]:
    """Words of one kind in the table clause_words.

    Raises KeyError for a kind that the table does not have.
    """
    found = frozenset(word for row in table("clause_words") if row[0] == kind for word in row[1].split())
    if not found:
        raise KeyError(kind)
    return found


def found(own: Sequence[str], wanted: frozenset[str]) -> list[int]:
    """Which words of a sentence are `wanted`."""
    return [] if wanted.isdisjoint(own) else [i for i, word in enumerate(own) if word in wanted]
