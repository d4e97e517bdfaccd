"""What stands below the last paragraph: feed footers, other stories, notes on the author."""

from __future__ import annotations

from readout.corpus import credits, furniture
from readout.corpus.layout.lines import ends_in_stop, is_headline, is_item, is_prose, is_teaser, size
from readout.corpus.layout.page import Page
from readout.corpus.publication import date_line

# A heading over other stories is believed if less than this share of the prose before it stands below it.
_REST = 0.4
# So many authors may have a note on them.
_NOTES = 6


def cut_feed_footer(page: Page) -> str | None:
    """Drop what follows a line that says where the article first appeared; the title that the line quotes."""
    prose = False
    for i, line in enumerate(page.lines):
        if prose and credits.ends_article(line):
            page.drop(i, "feed footer")
            for after in range(i + 1, len(page.lines)):
                page.drop(after, furniture.AFTER)
            footer = credits.feed_footer(line)
            return footer[0] if footer else None
        prose = prose or is_prose(line)
    return None


def _is_dated_headline(line: str, following: list[str]) -> bool:
    """Whether `line` is a headline with a date below it, as in lists of other stories."""
    if not is_headline(line) or date_line(line) or (following and is_prose(following[0])):
        return False
    return any(date_line(later) and not is_item(later) for later in following)


def cut_other_stories(page: Page) -> None:
    """Drop other stories below the article, from a heading over them or a headline with a date of its own."""
    kept = page.kept()
    prose = [size(line) if is_prose(line) and not furniture.at_edge(line) else 0 for _, line in kept]
    rest, before = sum(prose), 0
    for n, (_, line) in enumerate(kept):
        rest, before = rest - prose[n], before + prose[n]
        if not before or rest > _REST * before:
            continue
        following = [later for _, later in kept[n + 1 : n + 4]]
        if furniture.opens_other_stories(line) or _is_dated_headline(line, following):
            for i, _ in kept[n:]:
                page.drop(i, "other stories")
            return


def _note_on_author(page: Page, line: str, body: str) -> tuple[str, ...]:
    """The author whom `line` is about, if the article itself does not speak of that name."""
    name = credits.biography(line)
    return (name,) if name and name.split()[-1] not in body.replace(line, "") else ()


def peel_foot(page: Page) -> None:
    """Drop furniture below the last paragraph, from the last line up; a list that ends an article stays."""
    body = "\n".join(line for _, line in page.kept() if is_prose(line))
    notes = 0
    for i, line in reversed(page.kept()):
        why = furniture.at_edge(line)
        if is_item(line) and not why:
            return
        if why or furniture.opens_other_stories(line):
            page.drop(i, why or "other stories")
        elif date_line(line):
            page.drop(i, "date")
        elif (writers := credits.byline(line)) is not None:
            page.drop(i, "byline", writers)
        elif notes < _NOTES and (author := _note_on_author(page, line, body)):
            notes += 1
            page.drop(i, "about the author", author)
        elif is_teaser(line) or (not ends_in_stop(line) and (is_headline(line) or size(line) < 3)):
            page.drop(i, furniture.AFTER)
        else:
            return
