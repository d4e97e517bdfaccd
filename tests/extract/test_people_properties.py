"""What holds for any text: spans in order, apart and exact, statements of known people, and time linear in length."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.extract.peoplegold import read
from tests.helpers.cost import assert_linear

NAMES = [
    "President",
    "Mr.",
    "Lt. Gen.",
    "Ann",
    "Lee",
    "Ann Lee",
    "al-Harthy",
    "de la",
    "O'Leary",
    "Jr.",
    ", Jr.",
    "X",
]
PHRASES = [
    "envoy",
    "chief of staff",
    "head",
    "would head",
    "team",
    "delegation",
    "met",
    "talks",
    "led by",
    "made up of",
]
SMALL = [
    "Kremlin",
    "Ukraine",
    "'s",
    "the",
    "The",
    "of",
    "and",
    "who",
    "is",
    "said",
    "according to",
    "including",
    "USS",
]
SIGNS = [
    ",",
    ".",
    ";",
    "(",
    ")",
    "“",
    "”",
    '"',
    "-",
    "—",
    "\n",
    "\u200e",
    "\u00a0",
    "54",
    "Ünï",
    "Київ",
    "محمد",
    "李明",
    "😀",
]
PIECES = st.sampled_from([*NAMES, *PHRASES, *SMALL, *SIGNS])
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
)


@settings(max_examples=80)
@example("Mr.B Mr.(")  # a title, and no name ends in it
@given(TEXTS)
def test_mentions_are_exact_ordered_and_apart(text: str) -> None:
    mentions, _ = read(text)
    end = 0
    for m in mentions:
        assert end <= m.begin < m.end
        assert text[m.begin : m.end] == m.surface == m.surface.strip()
        assert m.person
        end = m.end


@settings(max_examples=80)
@given(TEXTS)
def test_statements_are_of_people_of_the_text_and_point_into_it(text: str) -> None:
    mentions, statements = read(text)
    people = {m.person for m in mentions}
    for s in statements:
        assert s.subject in people
        assert 0 <= s.begin < s.end <= len(text)
        assert s.value.strip()
    assert {s.subject for s in statements if s.property == "name"} == people


@settings(max_examples=30)
@given(TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert read(text) == read(text)


LONG = [
    "Mr. Ann Lee, the envoy of ",
    "Ann Lee and ",
    "Ann ",
    "President ",
    "A. ",
    "the head of the ",
    "said ",
    "Ukraine's ",
    "al-",
    "O'",
    '"Bob" ',
    "Ann Lee, who is ",
    "including Ann Lee; ",
    "led by ",
    "Ann Lee met ",
    "Mr. Lee said. ",
    "a",
    "\n",
    "Ann Lee\n",
]


def seconds(text: str) -> float:
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


@pytest.mark.parametrize("piece", LONG)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    assert_linear(lambda size: seconds(piece * (size // len(piece))), 4_000, 32_000)
