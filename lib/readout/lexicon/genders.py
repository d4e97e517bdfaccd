"""Words that tell a man from a woman, as the tables honorific_genders and kin_genders list them."""

from __future__ import annotations

from functools import cache

from readout.lexicon import table


@cache
def honorific_genders() -> dict[str, str]:
    """`man` or `woman` for each honorific and title, in lower case, that tells."""
    return {row[0]: row[1] for row in table("honorific_genders")}


@cache
def kin_genders() -> dict[str, str]:
    """`man` or `woman` for each kinship word, in lower case, that tells."""
    return {word: gender for gender, said in table("kin_genders") for word in said.split()}
