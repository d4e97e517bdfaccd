"""People of an article: who, for which side, in what role, and what the article says they do."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.mentions import DateMention, DurationMention, PersonMention, Statement
from readout.extract.people.link import link
from readout.extract.people.names import find_names
from readout.extract.people.page import read_page
from readout.extract.people.statements import find_statements
from readout.extract.people.tagger import Weights


def find_people(
    article: Article,
    dates: tuple[DateMention, ...],
    durations: tuple[DurationMention, ...],
    *,
    weights: Weights | None = None,
) -> tuple[tuple[PersonMention, ...], tuple[Statement, ...]]:
    """People of `article` in text order, and what it states of them.

    A mention runs from the titles before a name to the name's end. `weights` replaces the model that ships with
    the package, for training and measuring.
    """
    page = read_page(article.text, article.title)
    linked = link(page, find_names(page, weights))
    mentions = []
    for name, person, ambiguous in linked:
        begin, end = page.span(name.sentence, name.lead, name.last)
        mentions.append(
            PersonMention(
                article=article.id,
                begin=begin,
                end=end,
                surface=article.text[begin:end],
                person=person,
                ambiguous=ambiguous,
            )
        )
    key = {name: person for name, person, _ in linked}
    return tuple(mentions), find_statements(page, article.id, key)
