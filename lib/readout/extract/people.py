"""People of an article: mentions, and what is said of each (role, side, leads, quoted)."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.mentions import DateMention, DurationMention, PersonMention, Statement


def find_people(
    article: Article, dates: tuple[DateMention, ...], durations: tuple[DurationMention, ...]
) -> tuple[tuple[PersonMention, ...], tuple[Statement, ...]]:
    """People of `article` and statements about them, in text order."""
    return (), ()
