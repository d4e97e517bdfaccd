"""References: which article has which number, and which sentence a span stands in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from readout.corpus import Article
from readout.show.nodes import Cite
from readout.show.words import date_words
from readout.story import Story
from readout.text import Sentences


class Span(Protocol):
    """Anything with a place in an article: a mention, a statement, evidence."""

    @property
    def article(self) -> str: ...
    @property
    def begin(self) -> int: ...


class References:
    """The numbers of a story's articles and sentences.

    Articles are numbered by date of publication, those without one last; a sentence's label is its article's
    number and its own place in that article. So labels depend on the articles alone: the same sentence has
    the same label in every section and every notebook.
    """

    __slots__ = ("_articles", "_sentences", "numbers", "ordered")

    def __init__(self, story: Story) -> None:
        self.ordered = sorted(story.articles, key=lambda a: (a.published or date.max, a.id))
        self.numbers = {a.id: n for n, a in enumerate(self.ordered, 1)}
        self._articles = {a.id: a for a in self.ordered}
        self._sentences = {a.id: Sentences(a.text) for a in self.ordered}

    def article(self, span: Span) -> Article:
        """The article of `span`."""
        return self._articles[span.article]

    def sentences(self, article: str) -> Sentences:
        """The sentences of an article, by its id."""
        return self._sentences[article]

    def cite(self, span: Span) -> Cite:
        """The reference to the sentence that holds the beginning of `span`."""
        sentences, article = self._sentences[span.article], self._articles[span.article]
        at = sentences.spans.index(sentences.at(span.begin)) + 1 if sentences.spans else 1
        who = publisher(article)
        when = f", {date_words(article.published.isoformat())}" if article.published else ""
        return Cite(f"{self.numbers[article.id]}.{at}", f"{who}{when}, sentence {at}")

    def cites(self, spans: Iterable[Span], most: int = 4) -> tuple[Cite, ...]:
        """References for one fact: the first sentence of each article that has it, at most `most`."""
        first: dict[int, Span] = {}
        for span in sorted(spans, key=lambda s: (self.numbers[s.article], s.begin)):
            first.setdefault(self.numbers[span.article], span)
        return tuple(self.cite(span) for span in list(first.values())[:most])


def publisher(article: Article) -> str:
    """Who published an article, or what it is called where that is not known."""
    return article.publisher or article.title or article.id
