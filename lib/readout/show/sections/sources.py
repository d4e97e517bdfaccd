"""Sources: the articles, how sure their dates are, and every sentence that was cited."""

from __future__ import annotations

from collections.abc import Iterable

from readout.corpus import Article
from readout.show.cite import publisher
from readout.show.display import Section
from readout.show.nodes import Back, Inlines, Para, Sentence, Source, Sources, Strong, Tag
from readout.show.view import View
from readout.show.words import date_words

_BASIS = {
    "stated": Tag("good", "date stated"),
    "sidecar": Tag("good", "date from articles.csv"),
    "inferred": Tag("bad", "date inferred"),
    "unknown": Tag("bad", "no date"),
}


def sources(view: View, shown: Iterable[Section]) -> Section:
    """The articles with the sentences that the sections `shown` cite, and ways back to those sections."""
    if not view.refs.ordered:
        return Section("sources", (Para(("No article could be read.",), "empty"),))
    back: dict[str, list[str]] = {}
    for section in shown:
        for cite in section.cites():
            if section.name not in back.setdefault(cite.label, []):
                back[cite.label].append(section.name)
    listed = tuple(_source(view, n, a, back) for n, a in enumerate(view.refs.ordered, 1))
    return Section("sources", (Sources(listed),))


def _source(view: View, number: int, article: Article, back: dict[str, list[str]]) -> Source:
    when = date_words(article.published.isoformat()) if article.published else "date not known"
    head: Inlines = (Strong((publisher(article),)), f", {when} ", _BASIS[article.published_basis])
    note = tuple(x for x in (article.title if article.publisher else None, article.published_evidence) if x)
    spans = view.refs.sentences(article.id).spans
    quoted = tuple(
        Sentence(
            label,
            (article.text[begin:end],) if view.quotes != "none" else (),
            tuple(_ways(label, back[label])),
        )
        for at, (begin, end) in enumerate(spans, 1)
        if (label := f"{number}.{at}") in back
    )
    return Source(number, head, (" · ".join(note),) if note else (), quoted)


def _ways(label: str, sections: list[str]) -> Iterable[Back | str]:
    for at, name in enumerate(sections):
        yield " " if at else "↩ "
        yield Back(name, label, name)
