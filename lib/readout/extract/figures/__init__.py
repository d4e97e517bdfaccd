"""Figures of an article: how many, of what, who says so, as of when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from readout.corpus import Article
from readout.extract.figures.clauses import Clauses
from readout.extract.figures.read import read_figures
from readout.extract.figures.said import said_of
from readout.extract.figures.sources import Sources
from readout.extract.figures.when import Days
from readout.extract.figures.where import is_area, office_place, place
from readout.extract.mentions import DateMention, DurationMention, FigureMention, PersonMention
from readout.text import Sentences


def find_figures(
    article: Article,
    dates: tuple[DateMention, ...],
    durations: tuple[DurationMention, ...],
    people: tuple[PersonMention, ...],
) -> tuple[FigureMention, ...]:
    """Figures of `article`, in text order, none on a character that a date, a duration or a person has claimed."""
    text, sentences = article.text, Sentences(article.text)
    named = [p for p in people if " " in p.surface]
    claimed = sorted((m.begin, m.end) for m in (*dates, *durations, *named))
    sources, offices = Sources(text, sentences, people), office_place(text, people)
    spoken = sorted(m.begin for m in (*dates, *durations))
    clauses, days = Clauses(text), Days(text, dates, article.published)
    figures: list[FigureMention] = []
    for r in read_figures(text, claimed, sentences):
        sentence = sentences.at(r.begin)
        clause = clauses.around(r.begin, r.end, sentence)
        day, basis = days.as_of(r.begin, r.end, sentence, clause)
        source = sources.of(r.begin, r.end)
        ahead = bisect_left(spoken, r.end)  # what is said of a figure holds no date
        stop = min(sentence[1], spoken[ahead]) if ahead < len(spoken) else sentence[1]
        said = said_of(text, figures, r, (sentence[0], stop), clause[0])
        figures.append(
            FigureMention(
                article=article.id,
                begin=r.begin,
                end=r.end,
                surface=text[r.begin : r.end],
                value=r.value,
                low=r.low,
                high=r.high,
                unit=r.unit,
                kind=r.kind,
                qualifier=r.qualifier,
                of=said,
                attribution=source,
                as_of=day,
                as_of_basis=basis,
                place=place(text, r.number, r.end, clause) or _place_of_source(source, offices),
                per=r.per,
            )
        )
    return tuple(figures)


def _place_of_source(source: str | None, offices: Mapping[str, str]) -> str | None:
    """Where the figures of a `source` hold: in the county that it is, or in the one of its office."""
    return source if source and is_area(source) else offices.get(source or "")
