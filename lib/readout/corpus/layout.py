"""The article within the saved page: its title, its paragraphs, and what was left out and why.

Rules are kept apart by how sure they are. Some lines are furniture wherever they stand. Others are furniture
only above the first or below the last paragraph, so an article that quotes a privacy policy keeps its words.
Where a page goes on with other stories, their headlines and dates give them away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from readout.corpus import credits, furniture
from readout.corpus.article import Dropped
from readout.corpus.publication import date_line, is_update

_STOP = re.compile(r"[.!?…:;]['\"”’)\]]*$")
_TEASER = re.compile(r"(?:\s\.\.\.|\s…|\[(?:…|\.\.\.|&hellip;)\])$")
_ITEM = re.compile(r"^(?:[-–—•*▪‣]|\d{1,2}[.)])\s+\S")
_INNER_STOP = re.compile(r"[.!?…][\"”’)]*\s+[\"“A-Z]")
# A heading over other stories is believed if less than this share of the prose stands below it.
_REST = 0.4


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


@dataclass(slots=True)
class _Page:
    """The lines of a page while they are being told apart: each is kept until a rule names a reason."""

    lines: list[str]
    why: dict[int, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)

    def drop(self, at: int, why: str, authors: tuple[str, ...] = ()) -> None:
        self.why.setdefault(at, why)
        self.authors += [a for a in authors if a not in self.authors]

    def kept(self) -> list[int]:
        return [i for i in range(len(self.lines)) if i not in self.why]


def _size(line: str) -> int:
    return len(line.split())


def is_prose(line: str) -> bool:
    """Whether `line` reads as a paragraph and not as a headline, a caption or a button."""
    if _TEASER.search(line) or _ITEM.match(line):
        return False
    if _size(line) >= 25:
        return True
    if line.rstrip('"”’)').endswith(("?", "!")) and not _INNER_STOP.search(line):
        return False
    return _size(line) >= 6 and bool(_STOP.search(line)) and not line.endswith(":")


def is_headline(line: str) -> bool:
    """Whether `line` could be a headline: some words, no full stop at the end."""
    return (
        3 <= _size(line) <= 30
        and len(line) <= 250
        and not line.endswith((".", ":", ";", ","))
        and not _ITEM.match(line)
    )


def _title_case(line: str) -> bool:
    long = [w for w in re.findall(r"[^\W\d_][\w’'-]*", line) if len(w) > 3]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def _same(a: str, b: str) -> bool:
    return furniture.fold(a) == furniture.fold(b)


def _cut_feed_footer(page: _Page) -> str | None:
    """Drop what follows a line that says where the article first appeared; the title that the line quotes."""
    prose = False
    for i, line in enumerate(page.lines):
        if prose and credits.ends_article(line):
            page.drop(i, "feed footer")
            for j in range(i + 1, len(page.lines)):
                page.drop(j, "after the end of the article")
            footer = credits.feed_footer(line)
            return footer[0] if footer else None
        prose = prose or is_prose(line)
    return None


def _cut_other_stories(page: _Page) -> None:
    """Drop other stories below the article, from a heading over them or a headline with a date of its own."""
    kept = page.kept()
    prose = [
        _size(page.lines[i]) if is_prose(page.lines[i]) and not furniture.at_edge(page.lines[i]) else 0
        for i in kept
    ]
    total, before = sum(prose), 0
    for n, i in enumerate(kept):
        before += prose[n]
        if not before or total - before > _REST * before:
            continue
        line = page.lines[i]
        following = [page.lines[j] for j in kept[n + 1 : n + 4]]
        dated = (
            is_headline(line)
            and not is_prose(line)
            and any(map(date_line, following[:3]))
            and not any(map(is_prose, following[:1]))
        )
        if (
            furniture.opens_other_stories(line)
            or page.why.get(i) == "link to another page"
            or (dated and not date_line(line))
        ):
            for j in kept[n:]:
                page.drop(j, "other stories")
            return


def _drop_anywhere(page: _Page) -> None:
    """Drop what is furniture wherever it stands, and a headline that hangs on a `Read more`."""
    for i in page.kept():
        line = page.lines[i]
        why = furniture.anywhere(line)
        if why:
            page.drop(i, why)
        elif (helpers := credits.credit(line)) is not None:
            page.drop(i, "contributors", helpers)
        elif i and page.why.get(i - 1) == "link to another page" and is_headline(line) and not is_prose(line):
            page.drop(i, "other stories")


def _peel_bottom(page: _Page) -> None:
    """Drop furniture below the last paragraph, from the last line up; a list that ends an article stays."""
    for i in reversed(page.kept()):
        line = page.lines[i]
        name = credits.biography(line)
        if name and not any(
            name.split()[-1] in page.lines[j] for j in page.kept() if j < i and is_prose(page.lines[j])
        ):
            page.drop(i, "about the author", (name,))
        elif (
            why := furniture.at_edge(line)
            or (date_line(line) and "date")
            or (furniture.opens_other_stories(line) and "other stories")
        ):
            page.drop(i, why)
        elif (writers := credits.byline(line)) is not None:
            page.drop(i, "byline", writers)
        elif is_prose(line) or _ITEM.match(line) or _STOP.search(line):
            return
        elif _TEASER.search(line) or is_headline(line) or _size(line) < 3:
            page.drop(i, "after the end of the article")
        else:
            return


@dataclass(slots=True)
class _Head:
    """What stands above the first paragraph."""

    title: str | None = None
    published: date | None = None
    evidence: str = ""


def _read_dates(page: _Page, head: list[int]) -> tuple[date | None, str]:
    """The date of a line about it, that of publication before that of an update."""
    dated = [(i, d) for i in head if (d := date_line(page.lines[i]))]
    for i, _ in dated:
        names = credits.byline(page.lines[i])
        page.drop(i, "date", names or ())
    stated = [(i, d) for i, d in dated if not is_update(page.lines[i])] or dated
    return (
        (stated[0][1], f"the line “{page.lines[stated[0][0]][:80]}” above the text") if stated else (None, "")
    )


def _read_bylines(page: _Page, head: list[int]) -> None:
    """Bylines, and a name by itself beside the date or below the title."""
    for n, i in enumerate(head):
        line = page.lines[i]
        if (writers := credits.byline(line)) is not None:
            page.drop(i, "byline", writers)
        elif credits.is_person(line) and n and page.why.get(head[n - 1]) in {"date", "byline"}:
            page.drop(i, "byline", (line,))


def _choose_title(page: _Page, head: list[int], known: str | None) -> str | None:
    """The title: as known, or a line that comes twice, or the line above the date or byline, or the first."""
    lines = [page.lines[i] for i in head if i not in page.why]
    if known:
        return next((line for line in lines if _same(line, known)), known)
    candidates = [line for line in lines if is_headline(line)]
    for line in candidates:
        if _size(line) >= 4 and sum(_same(line, other) for other in lines) > 1:
            return line
    marks = [n for n, i in enumerate(head) if page.why.get(i) in {"date", "byline"}]
    above = [page.lines[i] for i in head[: marks[0]] if i not in page.why] if marks else []
    long = [line for line in above if is_headline(line) and _size(line) >= 4]
    if long:
        return long[-1]
    return next((line for line in candidates if _size(line) >= 4), candidates[-1] if candidates else None)


def _read_head(page: _Page, known: str | None) -> _Head:
    """Tell apart what stands above the first paragraph; a standfirst below the title is kept."""
    kept = page.kept()
    first = next(
        (
            n
            for n, i in enumerate(kept)
            if is_prose(page.lines[i])
            and not furniture.at_edge(page.lines[i])
            and not (known and _same(page.lines[i], known))
        ),
        len(kept),
    )
    if first == len(kept):
        return _Head(known)
    head = kept[:first]
    for i in head:
        if why := furniture.at_edge(page.lines[i]):
            page.drop(i, why)
    published, evidence = _read_dates(page, head)
    _read_bylines(page, head)
    title = _choose_title(page, head, known)
    seen = False
    for i in head:
        line = page.lines[i]
        if title and _same(line, title):
            page.drop(i, "title")
            seen = True
        elif not seen and title and any(_same(page.lines[j], title) for j in head):
            page.drop(i, "above the title")
        elif _size(line) < 4 or (_title_case(line) and not _STOP.search(line)):
            page.drop(i, "another headline")
    return _Head(title, published, evidence)


def read_layout(text: str, title: str | None = None) -> Layout:
    """Find the article in `text`, one line a paragraph or a piece of furniture; `title` if it is known.

    Nothing is dropped that reads as a paragraph, unless a rule knows what it is; `dropped` tells every line.
    """
    page = _Page([])
    for line in filter(None, map(str.strip, text.split("\n"))):
        credit = credits.bracketed_credit(line)
        page.lines += [part for part in credit or (line,) if part]
    quoted = _cut_feed_footer(page)
    _drop_anywhere(page)
    _cut_other_stories(page)
    _peel_bottom(page)
    head = _read_head(page, title or quoted)
    return Layout(
        title=head.title,
        paragraphs=tuple(page.lines[i] for i in page.kept()),
        authors=tuple(page.authors),
        published=head.published,
        evidence=head.evidence,
        dropped=tuple(Dropped(page.lines[i], why) for i, why in sorted(page.why.items()) if why != "title"),
    )
