"""Speakers who contradict each other in one article, and numbers that only stand side by side."""

from __future__ import annotations

import pytest

from tests.story.telling import check_evidence, finding, story, told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Police say about 3,000 people marched to the quay; the organisers claim 9,000.",
            [("about 3,000", "police"), ("9,000", "the organisers")],
        ),
        (
            "The stoppage was joined by 740 employees, says Brenta; the union counts 910.",
            [("740", "Brenta"), ("910", "the union")],
        ),
        (
            "Three of the nine clauses are agreed, minister Ana Ruiz said. Envoy Paul Okoye counts only two.",
            [("3", "Ana Ruiz"), ("2", "Paul Okoye")],
        ),
        (
            "The group claimed to have received 3 million euros ($3.4 million). A Maridian official put the sum"
            " at just under one million.",
            [("€3 million", "the group"), ("less than €1 million", "a Maridian official")],
        ),
        (
            "The airline put the dead at 40. The pilots' union says the true toll is 52.",
            [("40", "the airline"), ("52", "the pilots' union")],
        ),
        (
            "Borat Zinc said that seven people were killed. According to the Torva union the true toll is nine.",
            [("7", "Borat Zinc"), ("9", "the Torva union")],
        ),
        (
            "Eight people are dead and 31 missing, Orla Ferries said. According to the Sker union the true toll"
            " is eleven.",
            [("8", "Orla Ferries"), ("11", "the Sker union")],
        ),
        (
            "The union counted 9,600 strikers, the firm about 7,100.",
            [("9,600", "the union"), ("about 7,100", "the firm")],
        ),
    ],
)
def test_two_speakers_contradict_each_other(text: str, values: list[tuple[str, str]]) -> None:
    one = story(told("a", text, "2026-03-10"))
    found = finding(one, "conflict")
    assert [(v["value"], v["by"]) for v in found.data["values"]] == values
    check_evidence(one)


def test_the_same_dispute_in_two_articles_is_one() -> None:
    text = "Police say about 3,000 people marched to the quay; the organisers claim 9,000."
    found = finding(
        story(told("a", text, "2026-03-10"), told("b", f"{text} It rained.", "2026-03-10")), "conflict"
    )
    assert [v["articles"] for v in found.data["values"]] == [["a", "b"], ["a", "b"]]


@pytest.mark.parametrize(
    "text",
    [
        "Police say 300 people marched in the port; the mayor counted 900 in the old town.",
        "Police say about 300 people marched; the organisers claim 320.",
        "Police say 300 people marched; the organisers sold 900 shirts.",
        "Police say 300 people marched and police say 900 watched.",
        "The mayor said 300 people were killed; doctors said 900 were injured.",
        "The airline put the dead at 40. The coast guard said later that the toll was 52.",
        "The airline put the dead at 40. The coast guard said the toll had risen to 52.",
        "The owner said 30 people were missing. According to the union the dead are eleven.",
        "The mayor said 300 people died in Lima, and the governor said 900 in Cusco.",
    ],
)
def test_no_dispute(text: str) -> None:
    assert "conflict" not in {f.kind for f in story(told("a", text, "2026-03-10")).findings}
