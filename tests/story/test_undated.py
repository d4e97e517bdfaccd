"""Publication dates inferred: right or unknown, never wrong, not even by a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from readout.corpus import Article
from readout.corpus.read import read_articles
from readout.extract import Extraction, extract
from readout.story.undated import infer_dates
from readout.story.undated.evidence import is_relative
from tests.story.stories import sample
from tests.story.telling import finding, story, told

PLAN = told(
    "plan", "Chad and Sudan will hold talks in Doha on Friday, an official said on Wednesday.", "2026-03-11"
)
RECENT = "Talks between Chad and Sudan in Doha ended on Friday, the Qatari hosts said on Saturday."


def hidden(e: Extraction) -> Extraction:
    """The article as if its date were not known."""
    return extract(replace(e.article, published=None, published_basis="unknown", published_evidence=""))


def dates_with_one_hidden(articles: tuple[Article, ...]) -> list[tuple[str, date, date | None]]:
    """For each dated article: its date, and what is inferred when that is hidden."""
    read = [extract(a) for a in articles]
    rows = []
    for e in read:
        if e.article.published:
            dated, _ = infer_dates([hidden(x) if x is e else x for x in read])
            rows.append((e.article.id, e.article.published, dated[read.index(e)].article.published))
    return rows


def assert_right_or_unknown(rows: list[tuple[str, date, date | None]]) -> None:
    assert [(name, true, got) for name, true, got in rows if got not in (None, true)] == []


def test_an_event_of_a_dated_article_and_a_weekday_of_report_tell_the_day() -> None:
    both = story(PLAN, told("late", RECENT))
    late = next(a for a in both.articles if a.id == "late")
    assert (late.published, late.published_basis) == (date(2026, 3, 14), "inferred")
    assert "“Friday”" in late.published_evidence
    inferred = finding(both, "inferred_date")
    assert inferred.data["article"] == "late"
    assert inferred.data["published"] == "2026-03-14"
    assert {e.article for e in inferred.evidence} == {"plan", "late"}


def test_its_dates_are_resolved_and_marked_as_inferred() -> None:
    read, _ = infer_dates([PLAN, told("late", RECENT)])
    days = [(d.value, d.basis) for d in read[1].dates]
    assert days == [("2026-03-13", "inferred"), ("2026-03-14", "inferred")]


@pytest.mark.parametrize(
    "text",
    [
        "A quake shook Lima on Friday, the mayor said on Saturday.",
        "Talks between Chad and Sudan will go on.",
        "Talks between Chad and Sudan in Doha ended on Friday.",
        "The minister said on Monday that she is content.",
        "",
    ],
)
def test_too_little_evidence_leaves_the_date_unknown(text: str) -> None:
    read, findings = infer_dates([PLAN, told("other", text)])
    got = read[1].article.published
    assert got is None or abs((got - date(2026, 3, 13)).days) <= 1
    assert len(findings) == (got is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Said in the lead, twice, of the newest day
        ("Talks between Chad and Sudan in Doha ended on Friday, the Qatari hosts said on Friday.", None),
        (RECENT + " Both sides were content, Chad said on Saturday.", date(2026, 3, 14)),
        # What is known of the evening may be in the paper of the next morning.
        (RECENT.replace("on Saturday", "on Saturday evening") + " Chad agreed on Saturday.", None),
        # Days on both sides
        (
            "Chad and Sudan will hold talks in Doha on Friday. Chad named its envoy on Wednesday."
            " Sudan confirmed on Thursday that its own would come.",
            date(2026, 3, 12),
        ),
        # Newest is the day of the event alone.
        ("Talks between Chad and Sudan in Doha opened on Thursday and ended on Friday.", None),
    ],
)
def test_the_day_in_the_week_must_be_borne_out(text: str, expected: date | None) -> None:
    assert infer_dates([PLAN, told("late", text)])[0][1].article.published == expected


def test_what_comes_back_with_each_round_dates_none() -> None:
    third = told(
        "third",
        "The third round of talks between Chad and Sudan opened in Doha on Saturday, the hosts said. On"
        " Friday the official Chadian delegation arrived at the airport with gifts.",
        "2026-03-14",
    )
    second = told(
        "second",
        "The second round of talks between Chad and Sudan opened in Doha on Saturday, the hosts said on"
        " Saturday. On Friday the official Chadian delegation arrived at the airport with gifts.",
    )
    assert infer_dates([third, second])[0][1].article.published is None


def test_a_stated_date_always_wins() -> None:
    stated = told("late", RECENT, "2026-06-20")
    assert infer_dates([PLAN, stated]) == ([PLAN, stated], ())


def test_a_copyright_year_speaks_against_other_years() -> None:
    from readout.corpus import Dropped

    plan = told("late", RECENT)
    dropped = (Dropped(text="© 2019 The Paper", why="copyright"),)
    old = extract(replace(plan.article, dropped=dropped))
    assert infer_dates([PLAN, old])[0][1].article.published is None


def lines(text: str, *days: str) -> date | None:
    """The date inferred for a text, beside articles of `days`."""
    dated = [told(f"dated-{n}", "A quake shook Lima.", day) for n, day in enumerate(days)]
    return infer_dates([told("late", text), *dated])[0][0].article.published


LINE = "LIMA, March 12 (Agency) - A quake shook Lima on Thursday, the mayor said."


def test_the_dated_articles_tell_the_year_of_a_date_line() -> None:
    both = story(told("late", LINE), PLAN)
    late = next(a for a in both.articles if a.id == "late")
    assert (late.published, late.published_basis) == (date(2026, 3, 12), "inferred")
    assert "“March 12”" in late.published_evidence
    inferred = finding(both, "inferred_date")
    assert inferred.data == {"article": "late", "published": "2026-03-12"}
    assert [late.text[e.begin : e.end] for e in inferred.evidence] == ["March 12"]


def test_the_dated_articles_tell_which_of_two_figures_is_the_month() -> None:
    from readout.corpus import Dropped

    dated = [
        told(f"dated-{n}", "A quake shook Lima.", day) for n, day in enumerate(["2026-07-01", "2026-07-09"])
    ]
    for text, expected in (
        ("It rained in Lima on Sunday.", date(2026, 7, 5)),
        ("It rained in Lima.", date(2026, 7, 5)),
        ("It rained in Lima on Thursday, the mayor said on Thursday.", None),
    ):
        late = told("late", text)
        dropped = (Dropped(text="05-07-2026 14:10", why="date"),)
        late = extract(replace(late.article, dropped=dropped))
        assert infer_dates([late, *dated])[0][0].article.published == expected


def test_the_year_of_a_date_line_near_the_turn_of_the_year() -> None:
    eve = "LIMA, Dec. 31 - It rained."
    assert lines(eve, "2026-01-03", "2026-02-01") == date(2025, 12, 31)
    assert lines(eve, "2025-11-30", "2026-01-03") == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (LINE, []),
        (LINE, ["2025-03-10", "2026-03-10"]),
        (LINE, ["2026-08-10", "2026-09-10"]),
        # On no 12 March but that of 2028 was it Sunday.
        (LINE.replace("Thursday", "Sunday"), ["2026-03-10"]),
        ("LIMA, Feb. 29 - It rained.", ["2026-03-10"]),
        # May or July
        ("LIMA, Peru, 05/07/2026 - It rained.", ["2026-06-10"]),
        ("Rain fell in Lima on March 12.", ["2026-03-10"]),
    ],
)
def test_a_year_is_not_guessed(text: str, days: list[str]) -> None:
    assert lines(text, *days) is None


def test_a_day_that_its_date_line_does_not_say_is_not_inferred() -> None:
    assert lines(f"LIMA, March 2 - {RECENT}") is None
    read, _ = infer_dates([PLAN, told("late", f"DOHA, March 2 (Agency) - {RECENT}")])
    assert read[1].article.published in (None, date(2026, 3, 2))


def test_a_time_by_the_clock_on_a_weekday_moves_with_the_day_of_publication() -> None:
    late = "Talks between Chad and Sudan in Doha began at 10 a.m. on Sunday. They met at noon on Saturday."
    read, _ = infer_dates([PLAN, told("late", late)])
    assert all(is_relative(d) for d in read[1].dates)
    assert not is_relative(told("other", "They met at 10 a.m. on 3 May.").dates[0])


def test_the_sample_story() -> None:
    dated = {e.article.id: e.article.published for e in infer_dates([extract(a) for a in sample()])[0]}
    assert dated["kestrel-wire-undated"] == date(2026, 1, 23)
    assert dated["lakeside-ledger-undated"] == date(2026, 1, 26)


def test_the_sample_story_with_each_date_hidden() -> None:
    rows = dates_with_one_hidden(sample())
    assert_right_or_unknown(rows)
    # Most of the others tell of an evening, after which an article may come out the next morning.
    assert sum(got == true for _, true, got in rows) >= 1


def test_the_five_articles(shared: Path) -> None:
    articles = tuple(read_articles([shared / "articles"]).articles)
    dated = {e.article.id: e.article for e in infer_dates([extract(a) for a in articles])[0]}
    assert dated["bloomberg-kremlin-talks-undated"].published == date(2026, 1, 23)
    assert dated["nyt-talks-will-continue-undated"].published == date(2026, 1, 26)
    assert_right_or_unknown(dates_with_one_hidden(articles))


def test_articles_on_unrelated_stories_stay_undated(shared: Path) -> None:
    rows = dates_with_one_hidden(tuple(read_articles([shared / "gold" / "stories"]).articles))
    assert_right_or_unknown(rows)


def test_what_comes_back_over_the_years_dates_nothing() -> None:
    fires = [
        told("old", "A wildfire near Lima was 40 percent contained as of Sunday evening.", "2021-08-02"),
        told("new", "A strike began in Quito on Monday, the guild said.", "2024-03-06"),
    ]
    late = told(
        "late", "A wildfire near Lima was 33 percent contained on Sunday evening, officials said on Sunday."
    )
    assert infer_dates([late, *fires])[0][0].article.published is None
