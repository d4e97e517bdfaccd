"""Numbers in digits and words: exact spans, values, kinds, and linear time."""

from __future__ import annotations

import itertools
import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text import Number, find_numbers, parse_number
from tests.helpers.cost import assert_linear

ONE = {
    "five and a half": 5.5,
    "two": 2,
    "twenty-five": 25,
    "a hundred": 100,
    "a dozen": 12,
    "half a dozen": 6,
    "1.9 million": 1.9e6,
    "half a million": 5e5,
    "a quarter of a million": 2.5e5,
    "two and a half million": 2.5e6,
    "a million and a half": 1.5e6,
    "9\u202f300": 9300,
    "9 300": 9300,
    "1,00,000": 1e5,
    "1.300,50": 1300.5,
    "300bn": 3e11,
    "3½": 3.5,
    "2 1/2": 2.5,
    "4e14": 4e14,
    "one hundred and twenty-five": 125,
    "two thousand five hundred": 2500,
    "one million two hundred thousand": 1.2e6,
    "three million, two hundred and forty": 3000240,
}


@pytest.mark.parametrize(("words", "value"), ONE.items())
def test_a_number_is_one_span_with_its_value(words: str, value: float) -> None:
    text = f"They saw {words} horses."
    (number,) = find_numbers(text)
    assert (number.begin, number.end, number.kind) == (9, 9 + len(words), "cardinal")
    assert text[number.begin : number.end] == words
    assert number.value == pytest.approx(value)
    assert parse_number(f" {words} ") == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the seventh visit", Number(4, 11, 7, "ordinal")),
        ("the 7th visit", Number(4, 7, 7, "ordinal")),
        ("the twenty-first visit", Number(4, 16, 21, "ordinal")),
        ("a third round", Number(2, 7, 3, "ordinal")),
        ("a third of them", Number(0, 7, 1 / 3, "fraction")),
        ("two thirds of them", Number(0, 10, 2 / 3, "fraction")),
        ("one-fifth of them", Number(0, 9, 0.2, "fraction")),
        ("three quarters", Number(0, 14, 0.75, "fraction")),
        ("half of them", Number(0, 4, 0.5, "fraction")),
        ("hundreds of thousands", Number(0, 21, 1e5, "vague")),
        ("several hundred", Number(8, 15, 100, "vague")),
        ("scores of them", Number(0, 6, 20, "vague")),
    ],
)
def test_kinds(text: str, expected: Number) -> None:
    assert find_numbers(text) == [expected]


@pytest.mark.parametrize(
    "text", ["G7", "F16", "12.05.2026", "1,1,1,1", "24/7", "1/0", "someone", "tense", "9" * 40]
)
def test_what_is_no_number(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize("text", ["two or three", "one two", "2014 300", "5, 6"])
def test_what_is_two_numbers(text: str) -> None:
    assert len(find_numbers(text)) == 2
    assert parse_number(text) is None


@given(
    st.text(alphabet=st.sampled_from("0123456789.,- ½xXe/ndhundredofathousand\u202f"), max_size=60)
    | st.text()
)
def test_spans_are_in_order_and_values_finite(text: str) -> None:
    numbers = find_numbers(text)
    assert all(0 <= n.begin < n.end <= len(text) and math.isfinite(n.value) for n in numbers)
    assert all(a.end <= b.begin for a, b in itertools.pairwise(numbers))


@given(st.integers(0, 999_999_999))
def test_grouped_digits_are_read_back(value: int) -> None:
    assert parse_number(f"{value:,}") == value


@pytest.mark.parametrize(
    "piece", ["9", "1,", "one ", "twenty-", "of of ", "half a ", "111 ", "two hundred and "]
)
def test_time_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        find_numbers(piece * times)
        return time.process_time() - start

    assert_linear(seconds, 4_000, 20_000)
