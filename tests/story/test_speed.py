"""Many articles: the cost of a story grows with their number, not with its square."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from readout.extract import Extraction, extract
from readout.story import build_story
from tests.benchmarks.curve import curve
from tests.story.stories import retold


def test_the_generator_tells_different_stories_with_exact_sentences() -> None:
    articles = list(retold(24))
    assert len({a.text for a in articles}) == 24
    assert len({a.id for a in articles}) == 24


@pytest.mark.slow
def test_500_articles_in_ten_seconds_near_linear() -> None:
    costs = dict(curve([50, 100, 200, 500]))
    assert costs[500] < 10
    assert costs[500] < 2.5 * costs[200] * 500 / 200


@pytest.mark.slow
def test_500_articles_on_one_story() -> None:
    one = [extract(a) for a in retold(8)]

    def again(e: Extraction, n: int) -> Extraction:
        return extract(replace(e.article, id=f"{n:03d}-{e.article.id}"))

    read = [again(one[n % len(one)], n) for n in range(200)]
    begin = time.process_time()
    many = build_story(read)
    assert time.process_time() - begin < 10
    assert len(many.meetings) == len(build_story(one).meetings)
