"""A saved web page: its text by trafilatura, its publication date from what the page says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from readout.corpus.decode import Unreadable, decode, plain
from readout.corpus.formats.draft import Draft
from readout.corpus.publication import find_date

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_LD = "//script[@type='application/ld+json']/text()"
# Where pages say when they were published, best first; each with the words for it.
_DATES = (
    ("//meta[@property='article:published_time']/@content", "article:published_time in the page's head"),
    ("//meta[@itemprop='datePublished']/@content", "datePublished in the page's head"),
    (
        "//meta[@name='pubdate' or @name='publish-date' or @name='date']/@content",
        "the date in the page's head",
    ),
    (
        "//meta[@name='DC.date.issued' or @name='dc.date' or @name='DC.Date']/@content",
        "the page's Dublin Core date",
    ),
    ("//time[@itemprop='datePublished' or @pubdate]/@datetime", "the page's time of publication"),
    ("//article//time/@datetime", "the first time given in the page's article"),
)


def _parts(node: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block, from the outside in."""
    if isinstance(node, dict):
        yield node
    if depth < 6 and isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node[:50]:
            yield from _parts(child, depth + 1)


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for block in tree.xpath(_LD):
        try:
            yield from _parts(json.loads(block))
        except (ValueError, RecursionError):
            continue


def _published(tree: Any) -> tuple[date | None, str]:
    """The page's publication date and where it stands: JSON-LD, then the head, then the article's first time.

    What trafilatura finds beyond that is left alone: it completes a broken date, and a guess is no statement.
    """
    for part in _linked_data(tree):
        stated = part.get("datePublished")
        if isinstance(stated, str) and (day := find_date(stated)):
            return day, f"datePublished in the page's JSON-LD: {stated[:40]}"
    for where, words in _DATES:
        for stated in tree.xpath(where)[:3]:
            if day := find_date(str(stated)):
                return day, f"{words}: {str(stated)[:40]}"
    return None, ""


def page_draft(markup: str) -> Draft:
    """A draft of the page `markup`. Raises Unreadable where trafilatura finds no text in it."""
    # Half a second to import, which a story without web pages need not wait for.
    import trafilatura
    from trafilatura.utils import load_html

    tree = load_html(markup)
    page = (
        None
        if tree is None
        else trafilatura.bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    )
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise Unreadable("no article text found in the page")
    published, evidence = _published(tree)
    return Draft(
        text=plain(page.text or ""),
        title=plain(page.title).strip() if page.title else None,
        publisher=plain(page.sitename).strip() if page.sitename else None,
        authors=tuple(a.strip() for a in plain(page.author or "").split(";") if a.strip()),
        published=published,
        evidence=evidence,
        url=page.url,
    )


def read_page(raw: bytes) -> Draft:
    """A draft of an HTML file. Raises Unreadable where there is no text in it."""
    charset = _CHARSET.search(raw[:4096])
    text, warning = decode(raw, charset.group(1).decode("ascii") if charset else None)
    draft = page_draft(text)
    return replace(draft, warnings=(warning,)) if warning else draft
