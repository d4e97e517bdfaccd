"""What the sections say of a known story, and that each form of them says the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from readout.show import open_report
from readout.show.as_html import HtmlWriter
from readout.show.as_text import text
from readout.show.display import Figure, Section
from readout.show.media import TYPST, VEGALITE
from readout.show.words import the
from readout.story import Story
from tests.helpers import edges
from tests.helpers.run import report_on
from tests.helpers.talks import talks
from tests.story.telling import story, told

SECTIONS = ("head", "summary", "when", "durations", "participants", "figures", "agreement", "changes",
            "corrections", "manifest")  # fmt: skip
SNAPSHOTS = Path(__file__).parent / "snapshots"


def shown(name: str, story: Story, **view: Any) -> Section:
    section: Section = getattr(report_on(story, **view), name)()
    return section


def plain(section: Section) -> str:
    return "\n".join(bundle["text/plain"] for bundle in section.bundles())


def test_the_summary_tells_the_story() -> None:
    said = re.sub(r" \[[\d.]+\]", "", plain(shown("summary", talks())))
    for sentence in (
        "Norway, Iceland and the Faroe Islands met in Reykjavik on 8 March, on 9–10 March and again on 24–25 March.",
        "The second round had been announced for 20 March by Tor Eide and came four days later, on 24–25 March.",
        "Trawlers idle in port, Faroe Islands: more than 420 on 9 March, less than 90 on 25 March.",
        "The third round is planned for 14 April in Torshavn.",
        "Disputed. Crew members without pay: one article says thousands, one article says hundreds.",
        "One new article, one changed meeting and one withdrawn figure.",
    ):
        assert sentence in said


def test_the_cards_answer_the_four_questions() -> None:
    said = plain(shown("head", talks()))
    for answer in (
        "24–25 Mar: ",
        "about 9 h 15 min: ",
        "13: people named, three sides",
        "less than 90: trawlers idle in port, Faroe Islands; 25 March, Poul Djurhuus",
    ):
        assert answer in said


def test_the_figure_to_open_with_says_what_it_counts() -> None:
    one = story(
        told("a", "More than 900 people marched. The storm left 40 homes without power.", "2026-02-08"),
        told("b", "The quake had a magnitude of 6.1. It was felt 310 km away.", "2026-02-08"),
    )
    assert "40: homes without power" in plain(report_on(one).head())


def test_a_short_summary_keeps_the_meetings_that_most_articles_tell() -> None:
    talked = "Envoys of Chad and Sudan held truce talks in Cairo on Sunday, mediators said."
    lunch = "The foreign ministers of Egypt and Kenya held talks in Nairobi on Tuesday."
    three = story(
        told("a", talked, "2026-02-08"),
        told("b", talked + " More.", "2026-02-09"),
        told("c", lunch, "2026-02-10"),
    )
    whole, short = (plain(report_on(three).summary(most=most)) for most in (2, 1))
    assert "Nairobi" in whole
    assert "Nairobi" not in short
    assert "Chad and Sudan" in short


@pytest.mark.parametrize("name", SECTIONS)
def test_html_and_text_say_the_same_words(name: str) -> None:
    section = shown(name, talks())
    for part in section.parts:
        for block in part.beside() if isinstance(part, Figure) else (part,):
            html = unescape(re.sub(r"<summary>.*?</summary>|<[^>]*>", " ", HtmlWriter(name).blocks((block,))))
            assert set(re.findall(r"\w+", text((block,)))) <= set(re.findall(r"\w+", html))


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("story", [edges.empty, edges.single, edges.crowd, edges.hostile])
def test_no_story_breaks_a_section(name: str, story: Callable[[], Story]) -> None:
    for bundle in shown(name, story()).bundles():
        assert bundle["text/plain"].strip()
        assert VEGALITE in bundle or (bundle["text/html"] and bundle[TYPST])


def test_references_are_the_same_in_every_notebook() -> None:
    labels = {
        name: {c.label for c in shown(name, talks()).cites()} for name in ("summary", "when", "figures")
    }
    assert labels["when"] & labels["summary"]
    alone = report_on(talks())
    alone.when()
    assert {c.label for c in alone.when().cites()} == labels["when"]


def test_alternative_text_holds_what_is_drawn() -> None:
    figures = [p for p in shown("when", talks()).parts if isinstance(p, Figure)]
    assert "Second round, Reykjavik, held, 24–25 March" in figures[0].alt
    assert "Third round, Torshavn, planned, 14 April" in figures[0].alt


def test_check_finds_words_that_moved() -> None:
    story = talks()
    report_on(story).check()
    bent = talks()
    object.__setattr__(bent.figures[0], "begin", 3)
    with pytest.raises(AssertionError, match="words moved"):
        report_on(bent).check()


@pytest.mark.parametrize("name", ["head", "summary", "when", "participants", "agreement"])
def test_fragments_are_as_they_were(name: str) -> None:
    """Delete a snapshot to have it written anew; read the difference before you commit it."""
    html = "\n".join(b["text/html"] for b in shown(name, talks()).bundles() if "text/html" in b)
    html = re.sub(r"(</(?:p|tr|table|tbody|thead|div|h\d|colgroup)>)", "\\1\n", html)
    file = SNAPSHOTS / f"{name}.html"
    if not file.exists():
        SNAPSHOTS.mkdir(exist_ok=True)
        file.write_text(html, encoding="utf-8")
        pytest.fail(f"wrote {file.name}: look at it and run again")
    assert html == file.read_text(encoding="utf-8")


def test_files_that_could_not_be_read_are_named_among_the_sources(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(
        "---\npublished: 2026-03-02\n---\nThe harbour board met the dockers on Monday.\n"
    )
    (tmp_path / "two.txt").write_bytes(b"")
    shown = text(open_report(tmp_path).sources().parts)
    assert f"{tmp_path / 'two.txt'}: empty" in shown


def test_days_may_come_as_dates(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(
        "---\npublished: 2026-03-02\n---\nThe harbour board met the dockers on Monday.\n"
    )
    assert len(open_report(tmp_path, since=date(2026, 3, 2)).view.story.articles) == 1
    assert len(open_report(tmp_path, since=date(2026, 3, 3)).view.story.articles) == 0


def disaster() -> Story:
    quake = "A quake struck the coast early on Monday, killing nine people. Schools shut on Monday."
    return story(
        told("a", quake + " A three-month state of emergency was declared on Tuesday.", "2026-02-11"),
        told("b", "The curfew lasted two weeks. The last such quake was in 1998.", "2026-02-12"),
    )


def test_a_story_without_meetings_is_told_day_by_day() -> None:
    said = plain(shown("when", disaster()))
    assert "9 February\nMonday | A quake struck the coast early on Monday, killing nine people. |" in said
    assert "10 February\nTuesday |" in said
    assert "1998" not in said


def test_of_a_day_those_sentences_are_shown_that_hold_most_facts() -> None:
    plain_days = " ".join(f"Shop number {n} shut on Monday." for n in ("A", "B", "C", "D"))
    one = story(told("a", f"{plain_days} On Monday nine people died and 40 homes burned.", "2026-02-10"))
    said = plain(shown("when", one))
    assert "nine people died" in said
    assert said.count("Monday |") == 3
    assert "three sentences" in said


def test_days_are_not_quoted_where_nothing_may_be() -> None:
    assert "Schools" not in plain(shown("when", disaster(), quotes="none"))


def test_lengths_of_other_things_than_meetings_are_listed() -> None:
    said = plain(shown("durations", disaster()))
    assert "Curfew | 2 weeks" in said
    assert "State of emergency | 3 months" in said
    assert "Round | " not in plain(shown("durations", talks()))


@pytest.mark.parametrize(
    ("folder", "title"),
    [("coal-strike", "Coal strike, 11–12 February 2026"), ("articles", "What the articles say, 11–12 February 2026"),
     ("*.txt", "What the articles say, 11–12 February 2026")],
)  # fmt: skip
def test_a_story_without_meetings_is_called_what_its_folder_is(folder: str, title: str) -> None:
    shown_as = shown("head", disaster(), parameters={"articles": [f"../data/{folder}"]})
    assert plain(shown_as).startswith(title)


def toll() -> Story:
    return story(
        told("a", "Police said 40 people were hurt on Monday. A minister spoke of 25.", "2026-02-10"),
        told("b", "Police said 60 people were hurt on Tuesday.", "2026-02-11"),
        told("c", "Police said 80 people were hurt on Wednesday. $7 was paid for x 9.", "2026-02-12"),
    )


def test_a_figure_of_nothing_opens_no_report() -> None:
    bare = story(told("a", "Version 7. The harbour fund has 30 members.", "2026-02-10"))
    assert "30: members" in plain(shown("head", bare))
    assert "7" not in plain(shown("summary", bare))


def test_who_speaks_first_in_a_sentence_is_written_small_within_one() -> None:
    said = plain(shown("figures", story(told("a", "Police said 40 people were hurt.", "2026-02-10"))))
    assert "| police |" in said
    assert "“(published)”: the article gives no day" in said


def test_each_value_of_a_series_has_its_source() -> None:
    beside = [p.table for p in shown("figures", toll()).parts if isinstance(p, Figure)]
    assert beside
    assert re.search(r"11 February \| 60 \| b \| +\[2\.1\]", text((beside[0],)))


def test_a_subject_is_summed_up_once() -> None:
    twice = story(
        told("a", "Petra Vance said 1,200 dockers had joined. Lars Oberg put the number at 900.", "2026-02-10"),
        told("b", "Petra Vance said 1,300 dockers had joined. Lars Oberg put the number at 950.", "2026-02-14"),
    )  # fmt: skip
    said = re.sub(r" ?\[[\d.]+\]", "", plain(shown("summary", twice)))
    assert said.count("Disputed.") == 1
    assert "Dockers joined: 1,300 according to Petra Vance, 950 according to Lars Oberg." in said
    assert plain(shown("agreement", twice)).count("Dockers joined") == 2


def test_publishers_are_counted_where_all_are_known() -> None:
    assert "From five articles of three publishers ·" in plain(shown("head", talks()))
    first, *others = talks().articles
    unknown = replace(talks(), articles=(replace(first, publisher=None), *others))
    assert "From five articles ·" in plain(shown("head", unknown))


def test_no_side_is_told_as_none() -> None:
    alone = story(told("a", "Baker Rosa Linde said the shop was shut.", "2026-02-10"))
    assert "One person is named; no article states a side." in plain(shown("participants", alone))


def test_a_meeting_of_nobody_named_is_a_meeting() -> None:
    assert the("meeting") == "A meeting"
    assert the("summit") == "A summit"
    assert the("talks") == "The talks"
    assert the("meeting of ministers") == "The meeting of ministers"


def test_days_and_titles_are_taken_as_yaml_gives_them(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("---\npublished: 2026-03-02\n---\nThe board met on Monday.\n")
    assert open_report(tmp_path, title=2026).view.title == "2026"  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="since must be a day such as 2026-02-05, not 'yesterday'"):
        open_report(tmp_path, since="yesterday")


def test_words_for_a_number_are_of_what_is_counted() -> None:
    said = plain(
        shown(
            "figures",
            story(told("a", "Hundreds of thousands of people fled. Some 40 ships sank.", "2026-02-10")),
        )
    )
    assert "hundreds of thousands | of people" in said
    assert "about 40 | ships" in said
