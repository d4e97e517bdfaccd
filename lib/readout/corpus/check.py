"""How each file was read, as a table for a terminal: date and why, title, words, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from readout.corpus.article import Article
from readout.corpus.decode import plain
from readout.corpus.read import Reading

# As much of a dropped line as tells which it was.
_SHOWN = 90


def printable(words: str) -> Text:
    """`words` for a terminal: one line, without escape sequences, never read as markup."""
    return Text(plain(words).replace("\n", " "))


def _dropped(article: Article) -> Iterator[str]:
    """What was left out, one line a reason in the order of the page."""
    for why, lines in groupby(article.dropped, key=lambda d: d.why):
        first, *more = [d.text for d in lines]
        yield f"- {why}: {first[:_SHOWN]}{f' (and {len(more)} more)' if more else ''}"


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    known = f"{article.published} ({article.published_basis}: {article.published_evidence})"
    yield (
        "date",
        known
        if article.published
        else "not stated: it will be inferred from the other articles, if they tell",
    )
    yield "title", article.title or "none found"
    yield "publisher", article.publisher or "none found"
    yield "authors", ", ".join(article.authors)
    yield "address", article.url or ""
    yield "copies", ", ".join(article.copies)
    yield "text", f"{_count(article.words, 'word')} in {_count(article.text.count(chr(10)) + 1, 'line')}"
    yield "left out", "\n".join(_dropped(article))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def check_table(reading: Reading) -> RenderableType:
    """A table for each article of `reading`, in order of id."""
    tables: list[RenderableType] = []
    for article in reading.articles:
        table = Table(
            title=printable(article.path), title_justify="left", show_header=False, box=None, pad_edge=False
        )
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for name, value in _facts(article):
            if value:
                table.add_row(name, Text("\n").join(map(printable, value.split("\n"))))
        tables += [table, Text()]
    return Group(*tables)
