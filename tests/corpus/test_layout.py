"""Layouts of many kinds of outlet, in words of our own: what is kept, what goes, and what the furniture says.

In tests/corpus/layouts a line that begins with `~` must go and every other line must stay, in its order; `+++` parts
what is kept of a line from what is not. `@` lines say what else is to be found.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from readout.corpus.credits import publisher_in
from readout.corpus.layout import Layout, read_layout
from readout.corpus.publication import dateline_date

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))


def load(path: Path) -> tuple[str, list[str], dict[str, str]]:
    """The page as saved, the lines to keep, and what is to be found."""
    page, keep, about = [], [], {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            about[key] = value
        elif line.startswith("~"):
            page.append(line[1:])
        else:
            page.append(line.replace("+++", ""))
            keep.append(line.partition("+++")[0].strip())
    return "\n\n".join(page), keep, about


@pytest.fixture(params=LAYOUTS, ids=lambda p: p.stem)
def case(request: pytest.FixtureRequest) -> tuple[Layout, list[str], dict[str, str]]:
    page, keep, about = load(request.param)
    return read_layout(page), keep, about


Case = tuple[Layout, list[str], dict[str, str]]


def test_keeps_the_article_and_nothing_else(case: Case) -> None:
    layout, keep, _ = case
    assert layout.text.split("\n") == keep


def test_finds_the_title(case: Case) -> None:
    layout, _, about = case
    assert (layout.title or "") == about["title"]


def test_finds_the_date(case: Case) -> None:
    layout, _, about = case
    found = layout.published or dateline_date(layout.paragraphs[0])
    assert (found.isoformat() if found else None) == about.get("published")


def test_finds_authors_and_publisher(case: Case) -> None:
    layout, _, about = case
    assert ", ".join(layout.authors) == about.get("authors", "")
    assert publisher_in([d.text for d in layout.dropped]) == about.get("publisher")
