"""What a finding rests on, and how many independent articles say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from readout.corpus import Article
from readout.extract.mentions import Mention
from readout.lexicon import words
from readout.story.plain import listed, number
from readout.story.records import Evidence
from readout.text import Sentences


def cite(mention: Mention, subject: str, said: str, value: str) -> Evidence:
    """The evidence that `mention` gives: of `subject`, its property `said` is `value`."""
    return Evidence(
        subject=subject,
        property=said,
        value=value,
        article=mention.article,
        begin=mention.begin,
        end=mention.end,
    )


@cache
def _credits() -> re.Pattern[str]:
    names = "|".join(re.escape(n) for n in sorted(words("agencies"), key=len, reverse=True))
    return re.compile(
        rf"\b({names})(?:\snews agency)?\s(?:reported|reports|said|quoted)\b"
        rf"|\b(?:according to|told|citing|cited by|quoted by|quoting)\s(?:the\s)?({names})\b"
    )


def agencies(articles: Iterable[Article]) -> dict[str, str]:
    """The news agency that each article says it has its report from, for those that say so."""
    found = {a.id: _credits().search(a.text) for a in articles}
    return {key: m.group(1) or m.group(2) for key, m in found.items() if m}


class Pages:
    """The sentences of articles, each article split once."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._texts = {a.id: a.text for a in articles}
        self._sentences: dict[str, Sentences] = {}

    def sentence(self, article: str, offset: int) -> tuple[int, int]:
        """The span of the sentence of `article` that holds `offset`."""
        if article not in self._sentences:
            self._sentences[article] = Sentences(self._texts[article])
        return self._sentences[article].at(offset)


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words, and the articles that give it."""

    value: str
    articles: tuple[str, ...]


def values_by_article(said: Sequence[tuple[str, str]]) -> list[Value]:
    """(value, article) pairs gathered: each value with its articles, the one most often given first."""
    by: dict[str, set[str]] = {}
    for value, article in said:
        by.setdefault(value, set()).add(article)
    ordered = sorted(by.items(), key=lambda v: (-len(v[1]), v[0]))
    return [Value(value, tuple(sorted(articles))) for value, articles in ordered]


def shared_agency(articles: Iterable[str], agency: Mapping[str, str]) -> str:
    """A sentence on articles that have their report from one agency, or nothing."""
    named: dict[str, int] = {}
    for a in set(articles):
        if a in agency:
            named[agency[a]] = named.get(agency[a], 0) + 1
    if not named:
        return ""
    parts = [
        f"{number(n)} of these articles {'quotes' if n == 1 else 'quote'} {name}"
        for name, n in sorted(named.items())
    ]
    return " " + listed(parts)[:1].upper() + listed(parts)[1:] + "."
