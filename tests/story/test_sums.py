"""Parts against stated totals: what adds up, what does not, and what nobody claims to be all."""

from __future__ import annotations

import time
from datetime import date

import pytest

from readout.corpus import Article
from readout.extract import extract
from readout.story import Finding
from readout.story.sums import find_sums
from tests.helpers.cost import assert_linear


def _sums(*texts: str) -> tuple[Finding, ...]:
    articles = [
        Article(id=f"a{n}", path="", text=text, published=date(2026, 5, 4)) for n, text in enumerate(texts)
    ]
    return find_sums(articles, [f for a in articles for f in extract(a).figures])


@pytest.mark.parametrize(
    ("text", "parts", "stated"),
    [
        ("The flood killed 31 people: 18 in the valley and 13 in the port.", [18, 13], 31),
        ("Rescuers pulled out 12 miners at dawn and nine miners at noon, 21 miners in all.", [12, 9], 21),
        (
            "The yards will cut a total of 450 jobs, 300 jobs in Gdansk and 150 jobs in Bilbao.",
            [300, 150],
            450,
        ),
    ],
)
def test_parts_that_add_up(text: str, parts: list[int], stated: int) -> None:
    (found,) = _sums(text)
    assert (found.kind, found.verdict) == ("sum", "compatible")
    assert found.data == {"parts": parts, "total": stated, "stated": stated}
    assert [text[e.begin : e.end] for e in found.evidence]
    assert {e.property for e in found.evidence} == {"part", "total"}


def test_parts_that_do_not_add_up() -> None:
    (found,) = _sums("The flood killed 35 people: 18 in the valley and 13 in the port.")
    assert found.verdict == "conflict"
    assert found.data == {"parts": [18, 13], "total": 31, "stated": 35}
    assert "18 + 13 = 31 people" in found.explanation
    assert "not the total stated, 35" in found.explanation


@pytest.mark.parametrize(
    ("text", "parts", "stated"),
    [
        (
            "The slide killed at least 38 people. Twenty-two of the dead were in the valley and 16 in the port.",
            [22, 16],
            38,
        ),
        (
            "The slide killed 214 people.\n- 131 people died in Lima, 57 in Cusco and 26 in Puno.",
            [131, 57, 26],
            214,
        ),
        ("They will free 240 captives, 130 in May and 110 in June.", [130, 110], 240),
        (
            "Floods drove 4,100 people out. About 1,500 of them were let home, leaving some 2,600 in tents.",
            [1500, 2600],
            4100,
        ),
        (
            "The fever led to 152 deaths. Clinics ran out of beds and drips, and roads were cut for a week."
            " Of those who died 90 were men and 62 women.",
            [90, 62],
            152,
        ),
        ("Some 340 people left six farms, 200 of them by boat and 140 on foot.", [200, 140], 340),
        (
            "In the past two weeks 190 new cases were found. The weekly number fell from 110 cases to 80.",
            [110, 80],
            190,
        ),
        ("The toll rose to 46, with 29 deaths in Cusco and 17 in Puno.", [29, 17], 46),
    ],
)
def test_parts_that_add_up_to_a_number_near_by(text: str, parts: list[int], stated: int) -> None:
    (found,) = _sums(text)
    assert found.verdict == "compatible"
    assert found.data == {"parts": parts, "total": stated, "stated": stated}


def test_a_sum_that_two_articles_give_is_one_sum() -> None:
    text = "The flood killed 31 people: 18 in the valley and 13 in the port."
    (found,) = _sums(text, text)
    assert {e.article for e in found.evidence} == {"a0", "a1"}


def test_a_share_of_each_side_meets_the_total_of_another_article() -> None:
    (found,) = _sums("Each side freed 46 captives.", "The neighbours exchanged 92 captives.")
    assert found.verdict == "compatible"
    assert found.data == {"parts": [46, 46], "total": 92, "stated": 92}
    assert {e.article for e in found.evidence} == {"a0", "a1"}


@pytest.mark.parametrize(
    "texts",
    [
        ("The storm hurt 40 people, including 12 people in the camp and five people at sea.",),
        ("The storm hurt 40 people. In May it hurt 12 people and in June five people.",),
        ("Each side freed 46 captives.", "The neighbours exchanged 90 captives."),
        ("Each side freed 46 captives.", "The depot lost 92 lorries."),
        ("About 40 people were hurt: 12 people here and five people there.",),
        ("The slide killed 38 people. It hurt 22 in the valley and 16 in the port.",),
        ("The toll rose from 30 to 42 people, with 12 people found on Friday.",),
        ("Five people died, two people in the valley and three people in the port.",),
        ("The slide killed 38 people. Crews lost 22 lorries and 16 boats.",),
        ("Floods drove 4,100 people out. About 1,500 of them were let home and 2,700 stayed.",),
        ("The flood killed 31 people. Eighteen of the lorries sank and 13 drifted.",),
        ("In the past two weeks 190 cases were found. They had been put at 110 cases, then at 80 cases.",),
        ("",),
    ],
)
def test_what_is_no_sum(texts: tuple[str, ...]) -> None:
    assert _sums(*texts) == ()


def test_cost_grows_in_proportion_to_the_text() -> None:
    def cost(n: int) -> float:
        text = "The slide killed 22 people in the valley and 16 in the port. " * n
        article = Article(id="a", path="", text=text, published=date(2026, 5, 4))
        figures = extract(article).figures
        begin = time.process_time()
        find_sums([article], figures)
        return time.process_time() - begin

    assert_linear(cost, 100, 400)
