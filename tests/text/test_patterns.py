"""A pattern for any of many words finds each of them whole, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text import any_of

WORDS = st.sets(st.text(alphabet="abc.(+ ", min_size=1, max_size=5), min_size=1)


@given(WORDS, st.text(alphabet="abc.(+ ", max_size=6))
def test_it_matches_its_words_and_no_others(entries: set[str], other: str) -> None:
    pattern = re.compile(any_of(entries))
    assert all(pattern.fullmatch(entry) for entry in entries)
    assert bool(pattern.fullmatch(other)) == (other in entries)


def test_the_longer_word_wins() -> None:
    found = re.match(any_of(["four", "fourth", "fourths"]), "fourths")
    assert found is not None
    assert found.group() == "fourths"


@pytest.mark.parametrize("entries", [[], ["a", ""]])
def test_what_would_match_everywhere_is_refused(entries: list[str]) -> None:
    with pytest.raises(ValueError, match="entr"):
        any_of(entries)
