"""The article within the saved page: its title, its paragraphs, and what was left out and why.

Rules are kept apart by how sure they are. Some lines are furniture wherever they stand. Others are furniture
only above the first or below the last paragraph, so an article that quotes a privacy policy keeps its words.
Where a page goes on with other stories, their headlines and dates give them away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from readout.corpus import credits
from readout.corpus.article import Dropped
from readout.corpus.furniture import split_end
from readout.corpus.layout.anywhere import drop_anywhere, drop_links_between
from readout.corpus.layout.foot import cut_feed_footer, cut_other_stories, peel_foot
from readout.corpus.layout.head import read_head
from readout.corpus.layout.page import Page


@dataclass(frozen=True, slots=True)
class Layout:
    """A cleaned article: title, paragraphs, and what the furniture said about it."""

    title: str | None
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()
    published: date | None = None
    evidence: str = ""
    dropped: tuple[Dropped, ...] = ()

    @property
    def text(self) -> str:
        """Title on the first line, then a paragraph a line."""
        return "\n".join((self.title, *self.paragraphs) if self.title else self.paragraphs)


def read_layout(text: str, title: str | None = None) -> Layout:
    """Find the article in `text`, one line a paragraph or a piece of furniture; `title` if it is known.

    Nothing is dropped that reads as a paragraph, unless a rule knows what it is; `dropped` tells every line.
    """
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        lines += [part for piece in credits.split_credit(line) for part in split_end(piece)]
    page = Page(lines)
    quoted = cut_feed_footer(page)
    drop_anywhere(page)
    cut_other_stories(page)
    drop_links_between(page)
    peel_foot(page)
    head = read_head(page, title or quoted)
    return Layout(
        title=head.title,
        paragraphs=tuple(line for _, line in page.kept()),
        authors=page.authors,
        published=head.published,
        evidence=head.evidence,
        dropped=tuple(Dropped(lines[i], why) for i, why in sorted(page.why.items()) if why != "title"),
    )
