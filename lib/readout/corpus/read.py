"""Paths in, articles out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from readout.corpus.article import Article


def read_articles(paths: Iterable[str | Path]) -> list[Article]:
    """Read the articles under `paths` (files, folders or globs), sorted by id.

    Raises FileNotFoundError for a path that does not exist.
    """
    articles = []
    for path in map(Path, paths):
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            raw = file.read_bytes()
            text = raw.decode("utf-8", "replace")
            articles.append(
                Article(id=file.stem, path=str(file), text=text, sha256=hashlib.sha256(raw).hexdigest())
            )
    return articles
