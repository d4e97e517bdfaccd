"""Articles on several stories in one folder: what each says is not held against what another story says."""

from __future__ import annotations

import time

from readout.story.related import Related
from tests.helpers.cost import assert_linear
from tests.story.telling import story, told

QUAKE = "A quake struck near Cusco on Monday, and the mayor of Cusco, Ana Ruiz, said {} people were killed."
FERRY = "A ferry sank off Riga on Monday, and the coast guard of Riga said {} people were killed."


def test_articles_that_share_a_name_with_which_one_begins_are_on_one_story() -> None:
    texts = {
        "a": QUAKE.format(14),
        "b": f"Ten people are missing. {'It rains. ' * 40} Rescuers have come from Lima to Cusco.",
        "c": FERRY.format(40),
    }
    assert Related(texts).split(texts) == [{"a", "b"}, {"c"}]


def test_what_is_shared_by_any_two_stories_says_nothing() -> None:
    texts = {
        "a": QUAKE.format(14) + " On Tuesday the Red Cross and the United Nations sent tents, Reuters said.",
        "b": FERRY.format(40) + " On Tuesday the Red Cross and the United Nations sent boats, Reuters said.",
    }
    assert Related(texts).split(texts) == [{"a"}, {"b"}]


def test_an_article_that_names_nobody_may_be_on_any_story() -> None:
    texts = {"a": QUAKE.format(14), "b": FERRY.format(40), "c": "Nine people are missing."}
    assert Related(texts).split(texts) == [{"a", "b", "c"}]
    assert Related(texts).split(["a", "b"]) == [{"a"}, {"b"}]


def test_the_dead_of_two_stories_are_not_one_count() -> None:
    quake = told("a", QUAKE.format(14), "2026-08-04"), told("b", QUAKE.format(19), "2026-08-05")
    ferry = told("c", FERRY.format(40), "2026-08-04"), told("d", FERRY.format(47), "2026-08-05")
    points = [
        [p["value"] for p in f.data["points"]] for f in story(*quake, *ferry).findings if f.kind == "series"
    ]
    assert sorted(points) == [[14, 19], [40, 47]]


def test_cost_grows_in_proportion_to_articles() -> None:
    def cost(n: int) -> float:
        texts = {str(i): QUAKE.format(i).replace("Ana Ruiz", f"Ana Ruiz{i % 50}") for i in range(n)}
        begin = time.process_time()
        Related(texts).split(texts)
        return time.process_time() - begin

    assert_linear(cost, 500, 2000)
