"""Figures of an article: how many, of what, who says so, as of when."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.figures.read import Reading, read_figures
from readout.extract.figures.sources import Sources
from readout.extract.mentions import DateMention, DurationMention, FigureMention, PersonMention
from readout.text import Sentences


def find_figures(
    article: Article,
    dates: tuple[DateMention, ...],
    durations: tuple[DurationMention, ...],
    people: tuple[PersonMention, ...],
) -> tuple[FigureMention, ...]:
    """Figures of `article`, in text order, none on a character that a date or duration has claimed."""
    claimed = sorted((m.begin, m.end) for m in (*dates, *durations, *people))
    sentences = Sentences(article.text)
    sources = Sources(article.text, sentences, people)
    return tuple(_mention(article, r, sources) for r in read_figures(article.text, claimed, sentences))


def _mention(article: Article, r: Reading, sources: Sources) -> FigureMention:
    return FigureMention(
        article=article.id,
        begin=r.begin,
        end=r.end,
        surface=article.text[r.begin : r.end],
        value=r.value,
        low=r.low,
        high=r.high,
        unit=r.unit,
        qualifier=r.qualifier,
        attribution=sources.of(r.begin, r.end),
        per=r.per,
    )
