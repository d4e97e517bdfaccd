"""Stories of other kinds, in our own words: a strike, a quake, a truce. Few meetings, no wrong date."""

from __future__ import annotations

import pytest

from readout.story.undated import infer_dates
from tests.story.telling import finding, meeting, story, told
from tests.story.test_undated import hidden

STORIES = {
    "strike": [
        told(
            "s1",
            "Machinists at Orbitair voted on Monday to reject the company's offer, the union said. 64%"
            " were against. The walkout, now in its third week, goes on. Talks between the company and the"
            " union will resume on Thursday.",
            "2026-04-14",
        ),
        told(
            "s2",
            "Talks between Orbitair and the union in Tacoma ended on Thursday without a deal, a federal"
            " mediator said on Friday. The strike has lasted three weeks.",
            "2026-04-17",
        ),
        told(
            "s3",
            "Machinists at Orbitair voted on Monday to accept a new offer, ending a strike of six weeks,"
            " the union said on Tuesday. 59% were in favour. Workers may return on Wednesday.",
            "2026-05-05",
        ),
        told(
            "s4",
            "Orbitair said on Wednesday that its plants had reopened. The strike ended on Monday when"
            " machinists accepted an offer.",
            "2026-05-06",
        ),
    ],
    "quake": [
        told(
            "q1",
            "A quake of magnitude 6.8 struck near Arequipa on Sunday night, killing at least 14 people,"
            " the mayor said on Monday.",
            "2026-08-03",
        ),
        told(
            "q2",
            "Rescuers in Arequipa pulled two children from the rubble on Tuesday, two days after the"
            " quake. The toll rose to 31, officials said.",
            "2026-08-04",
        ),
        told(
            "q3",
            "The toll of Sunday's quake near Arequipa rose to 47, the civil defence said on Thursday. A"
            " strong aftershock hit on Wednesday.",
            "2026-08-06",
        ),
        told(
            "q4",
            "A week after the quake that struck Arequipa on a Sunday night, schools reopen on Monday, the"
            " mayor said on Saturday. The toll stands at 52.",
            "2026-08-08",
        ),
    ],
    "truce": [
        told(
            "t1",
            "Envoys of Chad and Sudan will meet in Cairo on Sunday for truce talks, Egypt's foreign"
            " ministry said on Friday.",
            "2026-02-06",
        ),
        told(
            "t2",
            "Truce talks between Chad and Sudan opened in Cairo on Sunday, mediators said.",
            "2026-02-08",
        ),
        told(
            "t3",
            "Chad and Sudan ended three days of truce talks in Cairo on Tuesday without a deal, mediators"
            " said. A second round is planned for next week.",
            "2026-02-10",
        ),
        told(
            "t4",
            "A second round of truce talks between Chad and Sudan began in Cairo on Monday, the Egyptian"
            " hosts said on Tuesday.",
            "2026-02-17",
        ),
        told(
            "t5",
            "Chad and Sudan signed a truce in Cairo on Friday after five days of talks, Egypt's foreign"
            " minister said on Saturday.",
            "2026-02-21",
        ),
    ],
}


@pytest.mark.parametrize("name", STORIES)
def test_no_hidden_date_comes_out_wrong(name: str) -> None:
    articles = STORIES[name]
    for at, e in enumerate(articles):
        shown = [hidden(x) if x is e else x for x in articles]
        got, true = infer_dates(shown)[0][at].article.published, e.article.published
        assert got is None or (true and abs((got - true).days) <= 1), e.article.id


def test_ballots_and_walkouts_are_no_meetings() -> None:
    assert [m.title for m in story(*STORIES["strike"]).meetings] == ["Talks, Tacoma"]


def test_a_toll_that_grows_is_a_series() -> None:
    toll = finding(story(*STORIES["quake"]), "series")
    assert [p["value"] for p in toll.data["points"]] == [14, 31, 47, 52]
    assert story(*STORIES["quake"]).meetings == ()


def test_two_rounds_of_truce_talks() -> None:
    whole = story(*STORIES["truce"])
    first, second = meeting(whole, "Chad and Sudan"), meeting(whole, "Second round")
    assert (first.start, first.end) == ("2026-02-08", "2026-02-10")
    assert (second.start, second.status) == ("2026-02-16", "held")
