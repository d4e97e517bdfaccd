"""Figures of an article: how many, of what, who says so, as of when."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.mentions import DateMention, DurationMention, FigureMention, PersonMention


def find_figures(
    article: Article,
    dates: tuple[DateMention, ...],
    durations: tuple[DurationMention, ...],
    people: tuple[PersonMention, ...],
) -> tuple[FigureMention, ...]:
    """Figures of `article`, in text order, none on a character that a date or duration has claimed."""
    return ()
