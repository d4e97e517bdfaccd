"""Dates, times, sets and durations of an article (TIMEX3)."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.mentions import DateMention, DurationMention


def find_times(article: Article) -> tuple[tuple[DateMention, ...], tuple[DurationMention, ...]]:
    """Dates and durations of `article`, in text order and not overlapping."""
    return (), ()
