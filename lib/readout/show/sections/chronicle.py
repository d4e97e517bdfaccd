"""Day by day: what the articles say of each day, in their own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from readout.extract import DateMention
from readout.show.marks import Spans, story_spans
from readout.show.nodes import Block, Column, Group, Heading, Inlines, Para, Table
from readout.show.view import View
from readout.show.words import count, date_words, days

# A day's sentences that are shown: those that hold the most facts.
_MOST = 3


def day_by_day(view: View) -> tuple[Block, ...]:
    """A table of the days that the articles speak of, none where they name no single day near their own."""
    told = _by_day(view)
    if not told:
        return ()
    spans = story_spans(view.story)
    groups = tuple(
        Group(
            tuple(_row(view, d) for d in _fullest(view, told[day], spans)),
            date_words(day.isoformat(), view.year),
        )
        for day in sorted(told)
    )
    columns = (Column("As written"), Column("Sentence", share=5), Column("Source"))
    table = Table("Days", columns, groups)
    if all(len(said) <= _MOST for said in told.values()):
        return Heading("Day by day"), table
    caption = f"Of each day, the {count(_MOST, 'sentence')} that hold the most facts."
    return Heading("Day by day"), Para((caption,), "caption"), table


def _by_day(view: View) -> dict[date, list[DateMention]]:
    """The first mention of a day in each sentence that has one."""
    seen: set[tuple[date, str, int]] = set()
    told: dict[date, list[DateMention]] = defaultdict(list)
    for mention in sorted(view.story.dates, key=lambda d: (view.refs.numbers[d.article], d.begin)):
        span = days(mention.value) if mention.resolved and mention.type != "SET" else None
        if not span or span[0] != span[1] or not view.close(span[0]):
            continue
        key = (span[0], mention.article, view.refs.sentences(mention.article).at(mention.begin)[0])
        if key not in seen:
            seen.add(key)
            told[span[0]].append(mention)
    return told


def _fullest(view: View, said: Sequence[DateMention], spans: Mapping[str, Spans]) -> list[DateMention]:
    """The sentences of a day that hold the most facts, in the order of the articles."""

    def facts(mention: DateMention) -> int:
        begin, end = view.refs.sentences(mention.article).at(mention.begin)
        return sum(begin <= b < end for where in spans[mention.article].values() for b, _ in where)

    chosen = sorted(said, key=facts, reverse=True)[:_MOST]
    return [mention for mention in said if mention in chosen]


def _row(view: View, mention: DateMention) -> tuple[Inlines, ...]:
    article = view.refs.article(mention)
    begin, end = view.refs.sentences(article.id).at(mention.begin)
    date_alone: Spans = {"when": [(mention.begin, mention.end)]}
    return (mention.surface,), view.quoted(article, begin, end, date_alone), view.refs.cites([mention])
