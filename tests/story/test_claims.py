"""Losses that two sides put at different numbers, and tolls that only stand side by side."""

from __future__ import annotations

import pytest

from tests.story.telling import check_evidence, story, told

FOUGHT = "Troops of Chad and Sudan fought for two hours on Sunday.\n\n"


def disputes(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    one = story(told("a", FOUGHT + text, "2026-05-12"))
    check_evidence(one)
    found = [f for f in one.findings if f.verdict == "the two sides contradict each other"]
    return [(f.subject, [(v["value"], v["by"]) for v in f.data["values"]]) for f in found]


def test_each_side_counts_its_own_losses_and_the_others() -> None:
    text = (
        "Chad's defence minister, Ana Ruiz, said that four of her men had died and that 31 Sudanese soldiers had"
        " been killed. Sudan's army chief, Paul Okoye, admitted eight deaths and said that his troops had killed"
        " at least 19 invaders."
    )
    assert disputes(text) == [
        ("Chad’s dead", [("4", "Ana Ruiz (Chad)"), ("at least 19", "Paul Okoye (Sudan)")]),
        ("Sudan’s dead", [("8", "Paul Okoye (Sudan)"), ("31", "Ana Ruiz (Chad)")]),
    ]


def test_a_side_that_speaks_by_its_name() -> None:
    text = "Chad said nine of its soldiers were killed. Sudan put Chad's dead at 23."
    assert disputes(text) == [("Chad’s dead", [("9", "Chad"), ("23", "Sudan")])]


@pytest.mark.parametrize(
    "text",
    [
        "Chad said nine of its soldiers were killed. Sudan said that more than six Chadian soldiers were killed.",
        "Chad said nine of its soldiers were killed. Sudan said 12 of its soldiers were killed.",
        "Chad said nine of its soldiers were killed. Sudan said that 23 Chadian soldiers were wounded.",
        "Chad said nine of its soldiers were killed. The Red Cross said 23 people were killed.",
        "Chad said nine of its soldiers were killed. Sudan said 23 civilians were killed.",
    ],
)
def test_no_dispute_between_sides(text: str) -> None:
    assert disputes(text) == []
