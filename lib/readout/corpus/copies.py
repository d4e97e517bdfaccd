"""Copies: one article that several outlets ran is one source, not several that agree."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from readout.corpus.article import Article

_WORD = re.compile(r"\w+")
_RUN = 5
# Shares of five-word runs: of both texts together, or of the shorter text if it is not much shorter.
_ALIKE = 0.8
_WITHIN = 0.95
_SHORTER = 0.6
# What so many articles say is a set phrase and leads to no original; so many of the nearest are compared.
_COMMON = 12
_CLOSEST = 5

_Run = tuple[str, ...]


def _runs(article: Article) -> set[_Run]:
    """Every five words in a row of the body."""
    body = article.text.partition("\n")[2] or article.text
    said = _WORD.findall(body.lower())
    return {tuple(said[i : i + _RUN]) for i in range(max(1, len(said) - _RUN + 1))}


def _numbers(article: Article) -> Counter[str]:
    return Counter(re.findall(r"\d[\d.,]*\d|\d", article.text))


def _is_copy(a: Article, b: Article, runs_a: set[_Run], runs_b: set[_Run]) -> bool:
    """Whether the texts say the same, figures included: an update with a new one is no copy."""
    common, (small, large) = len(runs_a & runs_b), sorted((len(runs_a), len(runs_b)))
    alike = common >= _ALIKE * (small + large - common)
    within = common >= _WITHIN * small and small >= _SHORTER * large
    if not (alike or within):
        return False
    mine, theirs = _numbers(a), _numbers(b)
    return mine <= theirs or theirs <= mine


def _rank(article: Article) -> tuple[bool, date, str]:
    return article.published is None, article.published or date.max, article.id


def fold_copies(articles: Iterable[Article]) -> list[Article]:
    """`articles` with copies of one text as one: the earliest dated, which names the paths of the others.

    Sorted by id, whatever the order given. Time grows with the words read, not with the pairs of articles.
    """
    kept: list[tuple[Article, set[_Run]]] = []
    copies: dict[int, list[str]] = defaultdict(list)
    holders: dict[_Run, list[int]] = defaultdict(list)
    for article in sorted(articles, key=_rank):
        mine = _runs(article)
        nearest = Counter(n for run in mine for n in holders.get(run, ())).most_common(_CLOSEST)
        original = next((n for n, _ in nearest if _is_copy(article, kept[n][0], mine, kept[n][1])), None)
        if original is not None:
            copies[original].append(article.path)
            continue
        for run in mine:
            if len(holders[run]) < _COMMON:
                holders[run].append(len(kept))
        kept.append((article, mine))
    return sorted(
        (replace(a, copies=tuple(sorted(copies[n]))) for n, (a, _) in enumerate(kept)), key=lambda a: a.id
    )
