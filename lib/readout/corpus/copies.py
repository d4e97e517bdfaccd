"""Copies: one article that several outlets ran is one source, not several that agree."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from readout.corpus.article import Article

_WORD = re.compile(r"\w+")
_RUN = 5
# Shares of five-word runs: of both texts together, or of the shorter text if it is not much shorter.
_ALIKE = 0.8
_WITHIN = 0.95
_SHORTER = 0.6


def _runs(article: Article) -> set[tuple[str, ...]]:
    """Every five words in a row of the body."""
    body = article.text.partition("\n")[2] or article.text
    said = _WORD.findall(body.lower())
    return {tuple(said[i : i + _RUN]) for i in range(max(1, len(said) - _RUN + 1))}


def _numbers(article: Article) -> set[str]:
    return set(re.findall(r"\d[\d.,]*\d|\d", article.text))


def _is_copy(a: Article, b: Article, common: int, size_a: int, size_b: int) -> bool:
    """Whether the texts say the same, figures included: an update with a new one is no copy."""
    small, large = sorted((size_a, size_b))
    alike = common / (size_a + size_b - common) >= _ALIKE or (
        common >= _WITHIN * small and small >= _SHORTER * large
    )
    if not alike:
        return False
    numbers = sorted((_numbers(a), _numbers(b)), key=len)
    return numbers[0] <= numbers[1]


def _rank(article: Article) -> tuple[bool, date, str]:
    return article.published is None, article.published or date.max, article.id


def fold_copies(articles: Sequence[Article]) -> list[Article]:
    """`articles` with copies of one text as one: the earliest dated, which names the paths of the others.

    Sorted by id, whatever the order given. Time is linear in the words read, as long as texts differ.
    """
    kept: list[Article] = []
    runs: list[int] = []
    copies: dict[int, list[str]] = defaultdict(list)
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for article in sorted(articles, key=_rank):
        mine = _runs(article)
        shared = Counter(n for run in mine for n in holders.get(run, ()))
        original = next(
            (
                n
                for n, common in shared.most_common(5)
                if _is_copy(article, kept[n], common, len(mine), runs[n])
            ),
            None,
        )
        if original is not None:
            copies[original].append(article.path)
            continue
        for run in mine:
            holders[run].append(len(kept))
        kept.append(article)
        runs.append(len(mine))
    return sorted(
        (replace(a, copies=tuple(sorted(copies[n]))) for n, a in enumerate(kept)), key=lambda a: a.id
    )
