"""Sources: the articles, how sure their dates are, and every sentence that was cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from readout.corpus import Article
from readout.show.cite import publisher
from readout.show.display import Section
from readout.show.marks import Spans, story_spans
from readout.show.nodes import (
    Back,
    Break,
    Folded,
    Inline,
    Inlines,
    Mark,
    Name,
    Para,
    Sentence,
    Source,
    Sources,
    Strong,
    Tag,
    joined,
)
from readout.show.view import View
from readout.show.words import count, date_words

_BASIS = {
    "stated": Tag("good", "date stated"),
    "sidecar": Tag("good", "date from articles.csv"),
    "inferred": Tag("bad", "date inferred"),
    "unknown": Tag("bad", "no date"),
}
_LEGEND: Inlines = (
    "Marked: ",
    Mark("when", ("when",)),
    ", ",
    Mark("long", ("how long",)),
    ", ",
    Mark("who", ("who",)),
    ", ",
    Mark("many", ("how many",)),
    ".",
)
_SAID = {
    "sentence": "Of each article only the cited sentences are shown. ",
    "full": "Articles are shown in full. ",
    "none": "Articles are not quoted; the numbers name article and sentence. ",
}
_TITLES = {
    "head": "at a glance",
    "summary": "summary",
    "when": "when",
    "durations": "how long",
    "participants": "who",
    "figures": "how many",
    "agreement": "agreement",
}


def sources(view: View, shown: Iterable[Section], most: int | None) -> Section:
    """The articles with the sentences that the sections `shown` cite, and ways back to those sections.

    With `most`, so many of the articles cited are listed in short, and all else is folded.
    """
    unread = (Para(_warnings(view.warnings), "note"),) if view.warnings else ()
    if not view.refs.ordered:
        return Section("sources", (Para(("There is no article.",), "empty"), *unread))
    back: dict[str, list[str]] = {}
    for section in shown:
        for cite in section.cites():
            if section.name not in back.setdefault(cite.label, []):
                back[cite.label].append(section.name)
    spans = story_spans(view.story)
    legend = Para((_SAID[view.quotes], *(_LEGEND if view.quotes != "none" else ())), "meta")
    listed = tuple(_source(view, a, back, spans.get(a.id, {})) for a in view.refs.ordered)
    if most is None:
        return Section("sources", (legend, *unread, Sources(listed)))
    folded = Folded("Every article, with the sentences cited", (legend, Sources(listed)))
    return Section("sources", (Para(_short(view, back, most), "meta"), *unread, folded))


def _short(view: View, cited: Iterable[str], most: int) -> Inlines:
    """The articles that are cited most, each with its number and day, and how many more there are."""
    times = Counter(label.partition(".")[0] for label in cited)
    often = {int(number) for number, _ in times.most_common(most)}
    listed = [
        (Strong((str(number),)), " ", Name(publisher(article)), f", {_published(view, article)}")
        for number, article in enumerate(view.refs.ordered, 1)
        if number in often
    ]
    more = len(view.refs.ordered) - len(listed)
    return (*joined(listed, "; "), f"; and {count(more, 'more article')}." if more else ".")


def _published(view: View, article: Article) -> str:
    day = date_words(article.published.isoformat() if article.published else None, view.year)
    return f"{day} (inferred)" if article.published_basis == "inferred" else day


def _warnings(warnings: tuple[str, ...]) -> Inlines:
    """Which files were left out or read with reservations, and why."""
    parts: list[Inline] = [Strong(("Files that could not be read as they are:",))]
    for warning in warnings:
        parts += [Break(), Name(warning)]
    return tuple(parts)


def _source(view: View, article: Article, back: dict[str, list[str]], spans: Spans) -> Source:
    number = view.refs.numbers[article.id]
    when = date_words(article.published.isoformat()) if article.published else "date not known"
    head: Inlines = (Strong((Name(publisher(article)),)), f", {when} ", _BASIS[article.published_basis])
    quoted = tuple(
        Sentence(
            label,
            view.quoted(article, begin, end, spans),
            tuple(_ways(label, back.get(label, []))),
        )
        for at, (begin, end) in enumerate(view.refs.sentences(article.id).spans, 1)
        if (label := f"{number}.{at}") in back or view.quotes == "full"
    )
    return Source(number, head, _note(article), quoted)


def _note(article: Article) -> Inlines:
    notes: list[Inlines] = []
    if article.publisher and article.title:
        notes.append(("“", Name(article.title), "”"))
    if article.published_evidence:
        notes.append((f"date: {article.published_evidence}",))
    if article.copies:
        notes.append((f"also published as {', '.join(article.copies)}",))
    return joined(notes, " · ")


def _ways(label: str, sections: list[str]) -> Iterable[Back | str]:
    for at, name in enumerate(sections):
        yield ", " if at else "cited in "
        yield Back(name, label, _TITLES.get(name, name))
