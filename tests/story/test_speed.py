"""Many articles: the cost of a story grows with their number, not with its square."""

from __future__ import annotations

import time

import pytest
from readout.extract import Extraction, extract
from readout.story import build_story

from tests.story.stories import retold


def seconds(extractions: list[Extraction]) -> float:
    """Processor time that one story takes."""
    begin = time.process_time()
    build_story(extractions)
    return time.process_time() - begin


def test_the_generator_tells_different_stories_with_exact_sentences() -> None:
    articles = list(retold(24))
    assert len({a.text for a in articles}) == 24
    assert len({a.id for a in articles}) == 24


@pytest.mark.slow
def test_500_articles_in_ten_seconds_near_linear() -> None:
    read = [extract(a) for a in retold(500)]
    build_story(read[:16])
    costs = {n: seconds(read[:n]) for n in (50, 100, 200, 500)}
    print(costs)
    assert costs[500] < 10
    assert costs[500] < 2.5 * costs[200] * 500 / 200


@pytest.mark.slow
def test_500_articles_on_one_story() -> None:
    one = [extract(a) for a in retold(8)]
    from dataclasses import replace

    def again(e: Extraction, n: int) -> Extraction:
        return extract(replace(e.article, id=f"{n:03d}-{e.article.id}"))

    read = [again(one[n % len(one)], n) for n in range(200)]
    assert seconds(read) < 10
    assert len(build_story(read).meetings) == len(build_story(one).meetings)
