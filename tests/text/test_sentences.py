"""Sentences: where they end, where they do not, and that nothing is lost between them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text import Sentences, split_sentences
from readout.text.sentences import LONGEST
from tests.helpers.cost import assert_linear


@pytest.mark.parametrize(
    "sentences",
    [
        ["The ferry sank.", "Nobody was hurt."],
        ["He flew to the U.S. on Friday.", "It rained."],
        ["They met in the U.S.", "The talks failed."],
        ["The U.S. President left.", "So did we."],
        ["Dr. A. B. Stone of Gravel Inc. spoke at 5 p.m.", "No one listened."],
        ["“Stop.”", "She ran.", "(He did not.)", "Why?"],
        ["He said no.", "But yes, he said yes.", "Nos. 5 and 6 lost."],
        ["Prices rose 3.5 percent.", "5,000 people left."],
        ["A title without a stop", "Its first paragraph."],
    ],
    ids=lambda s: s[0],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    text = "\n".join(sentences) if sentences[0].endswith("stop") else " ".join(sentences)
    spans = split_sentences(text)
    assert [text[b:e] for b, e in spans] == sentences


@given(st.text(alphabet='ab. \n"”U.S.?!A1', max_size=200))
def test_spans_are_ordered_and_lose_no_word(text: str) -> None:
    spans = split_sentences(text)
    end = 0
    for begin, stop in spans:
        assert end <= begin < stop
        assert not text[end:begin].strip()
        end = stop
    assert not text[end:].strip()
    for begin, stop in spans:
        assert Sentences(text).at(begin) == (begin, stop)


@pytest.mark.parametrize("unit", ['"', ". ", " ", "\n", "U.S. ", "a.b.", '."', "A. "])
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        split_sentences.cache_clear()
        start = time.process_time()
        split_sentences(text)
        return time.process_time() - start

    assert_linear(seconds, 25_000, 100_000)


@pytest.mark.parametrize("unit", ["word ", "x"])
def test_no_sentence_is_longer_than_any_sentence_is(unit: str) -> None:
    text = unit * 3000
    spans = split_sentences(text)
    assert max(end - begin for begin, end in spans) <= LONGEST
    assert "".join(text[b:e] for b, e in spans).replace(" ", "") == text.replace(" ", "")
