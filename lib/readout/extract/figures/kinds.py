"""What kind of thing a figure counts: people, homes or money, or something else."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import cast

from readout.extract.figures.nouns import plural
from readout.extract.mentions import Kind
from readout.lexicon import table, words
from readout.lexicon.nations import peoples


@cache
def _nouns() -> dict[str, Kind]:
    """The kind of each noun, in the singular and in the plural (lower case)."""
    found: dict[str, Kind] = dict.fromkeys(words("roles") | words("kinship"), "people")
    for kind, nouns in table("figures/kinds"):
        found.update(dict.fromkeys(nouns.split(","), cast(Kind, kind)))
    return found | {plural(noun): kind for noun, kind in found.items()}


def is_amount(unit: str) -> bool:
    """Whether a unit of measurement tells how much there is of something, and not how far, fast or hot it is."""
    return any(unit.endswith(of_stuff) for of_stuff in words("level_units"))


@lru_cache(maxsize=4096)
def kind_of(unit: str) -> Kind:
    """The kind of what is counted in `unit`s, by the noun at its head: `prisoners of war` are people.

    What no list knows is `things`.
    """
    named = unit.partition(" of ")[0].split(" ")
    if named[-1] in peoples() or named[-1] in words("groups"):
        return "people"
    low = [word.lower() for word in named]
    return _nouns().get(" ".join(low[-2:])) or _nouns().get(low[-1], "things")
