"""Layouts of many kinds of outlet, in words of our own: what is kept, what goes, and what the furniture says.

In tests/corpus/layouts a line that begins with `~` must go and every other line must stay, in its order; `+++` parts
what is kept of a line from what is not. `@` lines say what else is to be found.
"""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.corpus import credits
from readout.corpus.credits import publisher_in, split_credit
from readout.corpus.dateline import dateline_date
from readout.corpus.furniture import split_end
from readout.corpus.layout import Layout, read_layout
from tests.helpers.cost import assert_linear

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


SENTENCES = st.lists(
    st.sampled_from(
        [
            "The envoys met for three hours on Tuesday and parted without a date for another session.",
            "“We will subscribe to nothing,” said the minister, who was asked about the terms of use of the port.",
            "By nightfall more than 400 people had crossed the bridge, and the guards had stopped counting them.",
            "About 1,200 homes were still dark, the mayor said, and the schools would stay shut for two weeks.",
            "Nobody knows how the story first appeared in print, nor who first sent it to the papers in 1911.",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(SENTENCES)
def test_paragraphs_pass_as_they_are(paragraphs: list[str]) -> None:
    assert read_layout("\n\n".join(paragraphs)).text.split("\n") == paragraphs


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_taken_apart_and_none_made_up(text: str) -> None:
    layout = read_layout(text)
    there = {line.strip() for line in text.split("\n")}
    assert set(layout.text.split("\n")) - {""} <= there | {
        part for line in there for piece in split_credit(line) for part in split_end(piece)
    }


HOSTILE = {
    "one word": "a" * 100_000,
    "ats": "a@" * 50_000,
    "names": "By " + "Aa " * 30_000,
    "brackets": "(Reporting by " * 8_000,
    "copyright": "© 2026 " * 15_000,
    "feed": "The post " * 12_000,
    "dates": "1 Jan 2026\n" * 4_000,
    "authors": "Aa Bb is a reporter who\n" * 4_000,
    "links": "Read more\nSome headline of a story here\n" * 2_000,
    "headings": "Talks went on for three hours today.\nRelated\nSome headline here\n" * 1_500,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_takes_no_more_than_its_length(kind: str) -> None:
    def seconds(size: int) -> float:
        begin = time.process_time()
        read_layout(HOSTILE[kind][:size])
        return time.process_time() - begin

    assert_linear(seconds, len(HOSTILE[kind]) // 4, len(HOSTILE[kind]), spare=0.3)


def test_a_note_on_a_reporters_beat_is_about_the_author() -> None:
    assert credits.biography("Ida Lund covers shipping and ports for the Quay Gazette.") == "Ida Lund"
    assert credits.biography("Ida Lund covers the costs of the strike for her members, she said.") is None


PARAGRAPH = "The march left the old mill at noon and reached the bridge before the rain, the guild said."


def test_days_over_the_entries_of_a_chronology_are_kept() -> None:
    found = read_layout(f"How the mill was won\nMarch 1\n— The wheel breaks.\nMarch 4\n{PARAGRAPH}\n")
    assert found.paragraphs[:3] == ("March 1", "— The wheel breaks.", "March 4")


def test_a_title_that_ends_in_the_day_of_the_page() -> None:
    found = read_layout(f"The march and the vote, live – Friday 15 May 2026\n{PARAGRAPH}\n")
    assert found.published == date(2026, 5, 15)
    for title in ("The march of Friday 15 May 2026", "The vote, live - Friday"):
        assert read_layout(f"{title}\n{PARAGRAPH}\n").published is None


def test_a_date_line_that_ends_like_a_sentence_is_no_paragraph() -> None:
    found = read_layout(
        "Grass Fire Doubles in Size Near Fern Lake\nBy Ola Brandt\nMay 15, 2026 | Updated 6:12 p.m.\n"
        "The fire more than doubled overnight and had burned 900 acres of grass by Friday morning, crews said.\n"
        "About 300 people were told to leave their homes before dawn, and a road was closed in two places.\n"
    )
    assert (found.published, found.authors) == (date(2026, 5, 15), ("Ola Brandt",))
    assert len(found.paragraphs) == 2


@pytest.mark.parametrize(
    ("line", "title"), [("Nepal: Quake", "Nepal: Quake"), ("PERU: STRIKE", "PERU: STRIKE"), ("Desk: Cairo", None)]
)  # fmt: skip
def test_two_words_are_a_title_after_a_place(line: str, title: str | None) -> None:
    body = "The ground shook for nine seconds on Monday evening and roofs came down, the wardens said."
    assert (
        read_layout(f"{line}\n\n3 October 2026\n\n{body}\n\nNobody was hurt, they said on Tuesday.").title
        == title
    )
