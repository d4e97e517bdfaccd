"""What one process of a batch has extracted, the others take from it; nothing else is ever taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from readout.corpus import Article
from readout.extract import Extraction, extract, shared

ARTICLE = Article("a", "a.txt", "Envoys met in Oslo on Friday for two hours.", published=date(2026, 5, 9))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    shared.share_in(tmp_path)
    yield tmp_path
    shared.share_in(None)


@pytest.fixture
def read(folder: Path) -> list[Article]:
    """The articles that were really read, by a reader that says so."""
    return []


def counted(read: list[Article]) -> shared.Extract:
    def reader(article: Article) -> Extraction:
        read.append(article)
        return Extraction(
            article=article, dates=(), durations=(), people=(), figures=(), meetings=(), statements=()
        )

    return shared.shared(reader)


def test_an_article_is_read_once(read: list[Article]) -> None:
    reader = counted(read)
    assert reader(ARTICLE) == reader(ARTICLE)
    assert read == [ARTICLE]


def test_an_article_that_differs_in_anything_is_read(read: list[Article]) -> None:
    reader = counted(read)
    others = [
        replace(ARTICLE, id="b"),
        replace(ARTICLE, published=None),
        replace(ARTICLE, text="Envoys met."),
    ]
    for article in (ARTICLE, *others):
        assert reader(article).article == article
    assert read == [ARTICLE, *others]


def test_what_is_taken_is_what_was_found(folder: Path) -> None:
    first = extract(ARTICLE)
    assert [*folder.iterdir()]
    assert extract(ARTICLE) == first
    shared.share_in(None)
    assert extract(ARTICLE) == first


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(
    read: list[Article], tmp_path: Path
) -> None:
    shared.share_in(tmp_path / "gone")
    reader = counted(read)
    assert reader(ARTICLE) == reader(ARTICLE)
    assert read == [ARTICLE, ARTICLE]
