"""What stands above the first paragraph: the title, the date, bylines, a standfirst."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from readout.corpus import credits, furniture
from readout.corpus.dateline import day_line, heads_entry
from readout.corpus.layout.lines import (
    ends_in_stop,
    is_headline,
    is_masthead,
    is_prose,
    is_title_case,
    same,
    size,
)
from readout.corpus.layout.page import Page
from readout.corpus.publication import date_line, is_update, title_date

# A byline or a date may follow a standfirst that reads as a paragraph, so many lines on.
_REACH = 6
_MARKS = {"date", "byline"}


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines above the text say: the title, and the publication date with the line that states it."""

    title: str | None
    published: date | None = None
    evidence: str = ""


def _is_mark(line: str) -> bool:
    return _is_dated(line) or credits.byline(line) is not None


def _is_dated(line: str) -> bool:
    return date_line(line) is not None or day_line(line) is not None


def _head(page: Page, known: str | None) -> list[int]:
    """The places of the lines above the first paragraph; empty where there is no paragraph at all."""
    kept = page.kept()

    def is_body(line: str) -> bool:
        return is_prose(line) and not (
            date_line(line) or furniture.at_edge(line) or (known and same(line, known))
        )

    first = next((n for n, (_, line) in enumerate(kept) if is_body(line)), None)
    if first is None:
        return []
    after = kept[first + 1 : first + 1 + _REACH]
    upto = next((n for n, (_, line) in enumerate(after) if is_body(line)), len(after))
    marks = [n for n, (_, line) in enumerate(after[:upto]) if _is_mark(line)]
    end = first + 2 + marks[-1] if marks and upto < len(after) else first
    return [i for i, _ in kept[:end]]


def _drop_dates(page: Page, head: list[int]) -> Head:
    """Take out lines about a date; that of publication counts before that of an update."""
    dated = [(page.lines[i], day) for i in head if i not in page.why and (day := date_line(page.lines[i]))]
    for i in head:
        if _is_dated(page.lines[i]):
            page.drop(i, "date", credits.byline(page.lines[i]) or ())
    if not dated:
        return Head(None)
    line, day = next((d for d in dated if not is_update(d[0])), dated[0])
    return Head(None, day, f"the line “{line[:80]}” above the text")


def _drop_bylines(page: Page, head: list[int]) -> None:
    """Take out bylines, and a name by itself beside a date or a byline."""
    for i in head:
        if i not in page.why and (writers := credits.byline(page.lines[i])) is not None:
            page.drop(i, "byline", writers)
    headline = False
    for n, i in enumerate(head):
        line = page.lines[i]
        beside = [page.why.get(j) for j in (*head[n - 1 : n], *head[n + 1 : n + 2])]
        if (
            headline
            and i not in page.why
            and credits.is_person(line)
            and _MARKS.intersection(filter(None, beside))
        ):
            page.drop(i, "byline", (line,))
        headline = headline or (is_headline(line) and i not in page.why)


def _choose_title(page: Page, head: list[int], known: str | None) -> str | None:
    """The title: as known, or a line that comes twice, or that above the date or byline, or the first."""
    lines = [(i, page.lines[i]) for i in head if i not in page.why]
    if known:
        return next((line for _, line in lines if same(line, known)), known)
    candidates = [(i, line) for i, line in lines if is_headline(line)]
    seen = Counter(furniture.fold(line) for _, line in candidates)
    twice = next((line for _, line in candidates if size(line) >= 4 and seen[furniture.fold(line)] > 1), None)
    if twice:
        return twice
    mark = next((i for i in head if page.why.get(i) in _MARKS), None)
    above = [line for i, line in candidates if mark is not None and i < mark][-2:]
    for group in (above, [line for _, line in candidates]):
        if title := next((line for line in group if not is_masthead(line)), None):
            return title
    return candidates[-1][1] if candidates else None


def read_head(page: Page, known: str | None) -> Head:
    """Tell apart what stands above the first paragraph; a standfirst below the title is kept."""
    head = _head(page, known)
    for i in head:
        if why := furniture.at_edge(page.lines[i]):
            page.drop(i, why)
    stated = _drop_dates(page, head)
    _drop_bylines(page, head)
    title = _choose_title(page, head, known)
    titles = [i for i in head if title and same(page.lines[i], title)]
    for i in head:
        line = page.lines[i]
        if i in titles[:1]:
            page.drop(i, "title")
        elif i in titles[1:]:
            page.drop(i, "the title again")
        elif titles and i < titles[0]:
            page.drop(i, "above the title")
        elif (
            not is_prose(line)
            and not ends_in_stop(line)
            and (size(line) < 4 or is_title_case(line))
            and not heads_entry(line)
        ):
            page.drop(i, "another headline")
    if not stated.published and title and (day := title_date(title)):
        return Head(title, day, f"the title “{title[:80]}”")
    return Head(title, stated.published, stated.evidence)
