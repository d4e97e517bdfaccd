"""Figures of an article: how many, of what, who says so, as of when."""

from __future__ import annotations

import re
from dataclasses import replace

from readout.corpus import Article
from readout.extract.figures.circumstances import as_of, office_place, place
from readout.extract.figures.clauses import clause_around
from readout.extract.figures.predicates import predicate
from readout.extract.figures.read import Reading, read_figures
from readout.extract.figures.sources import Sources
from readout.extract.mentions import DateMention, DurationMention, FigureMention, PersonMention
from readout.text import Sentences

# Between two figures of which the same is said: `killed four men and three women`, `fell from 9 to 8 percent`.
_COORDINATED = re.compile(r"(?:,|,? and|,? or|,? but| to)(?: another| an additional| a further| only)?[ ]")
# `3 of the 12 bridges are open`: what is said after the whole is said of the part.
_PART_OF = re.compile(r"[ ](?:out )?of (?:the |its |their )?")
_IS = re.compile(r"[ ](?:is|are|was|were|has|have|had)\b")


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
    figures: list[FigureMention] = []
    for r in read_figures(text, claimed, sentences):
        sentence = sentences.at(r.begin)
        clause = clause_around(text, r.begin, r.end, sentence)
        day, basis = as_of(text, r.begin, r.end, sentence, clause, dates, article.published)
        source = sources.of(r.begin, r.end)
        said = predicate(text, r.begin, r.end, sentence, r.kind)
        if not said and figures and _COORDINATED.fullmatch(text, figures[-1].end, r.begin):
            said = figures[-1].of
        if said and figures and _is_whole(text, figures[-1], r):
            figures[-1], said = replace(figures[-1], of=said), None
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
                place=place(text, r.begin, r.end, clause) or offices.get(source or ""),
                per=r.per,
            )
        )
    return tuple(figures)


def _is_whole(text: str, part: FigureMention, whole: Reading) -> bool:
    """Whether `part` is so many of the `whole`, and a verb after both speaks of the part."""
    return bool(_PART_OF.fullmatch(text, part.end, whole.begin) and _IS.match(text, whole.end))
