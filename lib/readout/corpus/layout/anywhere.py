"""Furniture that is known wherever it stands: buttons, players, captions, credits."""

from __future__ import annotations

from readout.corpus import credits, furniture
from readout.corpus.layout.lines import ends_in_stop, is_headline, is_prose
from readout.corpus.layout.page import Page


def drop_anywhere(page: Page) -> None:
    """Drop what is furniture by itself, and a headline that hangs on a `Read more`."""
    for i, line in page.kept():
        if why := furniture.anywhere(line):
            page.drop(i, why)
        elif (helpers := credits.credit(line)) is not None:
            page.drop(i, "contributors", helpers)
        elif page.why.get(i - 1) == furniture.LINK and is_headline(line):
            page.drop(i, "other stories")


def drop_links_between(page: Page) -> None:
    """Drop a heading over other stories that stands between paragraphs, and the headlines under it."""
    begun = under = False
    for i, line in page.kept():
        begun = begun or is_prose(line)
        if begun and furniture.opens_other_stories(line):
            page.drop(i, "other stories")
            under = True
        elif under and not is_prose(line) and not ends_in_stop(line):
            page.drop(i, "other stories")
        else:
            under = False
