"""Adjectives of peoples that no list has: `Lethanian` tells of Lethania where the article names it."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from readout.extract.people.features import singular
from readout.extract.people.tokens import KEPT
from readout.lexicon import table, words
from readout.lexicon.nations import peoples

# Shorter words are too often names of another kind.
_SHORTEST = 6


@lru_cache(maxsize=KEPT)
def is_adjective(word: str) -> bool:
    """Whether a capitalised word is, by list or by its ending, the adjective of a people or a continent."""
    if word in words("groups"):
        return True
    endings = tuple(row[0] for row in table("demonym_endings") if "alone" in row[2:])
    return len(word) >= _SHORTEST and word.endswith(endings)


@lru_cache(maxsize=KEPT)
def adjective_in(word: str) -> str | None:
    """The adjective of a people that a capitalised word is, or is the plural of: Lethanian for `Lethanians`."""
    one = singular(word)
    return one if is_adjective(one) else None


def country_of(adjective: str, named: Set[str]) -> str | None:
    """The one of the words `named` that is the country of this adjective, or None: Lethania for `Lethanian`."""
    for ending, tails, *_ in table("demonym_endings") if adjective not in peoples() else ():
        if len(adjective) >= _SHORTEST and adjective.endswith(ending):
            stem = adjective.removesuffix(ending)
            for tail in tails.split(","):
                if (country := stem + tail.strip("-")) in named:
                    return country
    return None
