"""The sample story, and the third-party articles where they are, read as their gold says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readout.corpus import Article, read_articles

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "articles" / "abu-dhabi-talks"


def golds(path: Path) -> dict[str, dict[str, Any]]:
    return {a["file"]: a for a in json.loads(path.read_text(encoding="utf-8"))["articles"]}


def check(articles: dict[str, Article], gold: dict[str, dict[str, Any]]) -> None:
    """Titles and stated dates right, every fact's wording still there, nothing there that must never be reported."""
    assert set(articles) == set(gold)
    for name, article in articles.items():
        wanted, text = gold[name], article.text.lower()
        assert article.title == wanted["title"]
        stated = wanted["published_basis"] in {"stated", "sidecar"}
        assert article.published_basis == (wanted["published_basis"] if stated else "unknown")
        assert (article.published.isoformat() if article.published else None) == (
            wanted["published"] if stated else None
        )
        for fact in (*wanted["dates"], *wanted["durations"], *wanted["figures"]):
            assert fact["surface"].lower() in text
        for gone in wanted["never"]:
            assert gone.lower() not in text


def test_sample_story() -> None:
    reading = read_articles([SAMPLE])
    assert reading.warnings == ()
    articles = {Path(a.path).name: a for a in reading.articles}
    gold = golds(ROOT / "tests" / "gold" / "abu-dhabi-talks.json")
    check(articles, gold)
    assert {n: a.publisher for n, a in articles.items()} == {n: g["publisher"] for n, g in gold.items()}
    assert {n: [Path(c).name for c in a.copies] for n, a in articles.items() if a.copies} == {
        "2026-02-05-northgate-chronicle.txt": ["2026-02-05-ridge-valley-times.txt"]
    }


def test_sample_story_has_every_format_and_its_difficulties() -> None:
    articles = read_articles([SAMPLE]).articles
    assert {Path(a.path).suffix for a in articles} == {".txt", ".html", ".md", ".eml"}
    assert [a.published_basis for a in articles].count("unknown") == 2
    assert len(articles) >= 7


def test_third_party_articles(shared: Path) -> None:
    reading = read_articles([shared / "articles"])
    assert reading.warnings == ()
    check({Path(a.path).name: a for a in reading.articles}, golds(shared / "gold" / "articles.json"))


PUBLISHED = {
    "04-indiatoday": "2026-02-06",
    "08-patrika": "2025-07-24",
    "10-shillongtimes-gaza": "2025-07-26",
    "11-newspressnow-iran": "2025-04-26",
    "13-newser-boeing": "2024-11-05",
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_reworded_stories(shared: Path, name: str) -> None:
    path = shared / "gold" / "stories" / f"{name}.txt"
    (article,) = read_articles([path]).articles
    assert str(article.published) == PUBLISHED[name]
    paragraphs = path.read_text(encoding="utf-8").split("---\n", 2)[2].split("\n\n")
    assert article.text.split("\n") == [p.strip() for p in paragraphs if p.strip()]
