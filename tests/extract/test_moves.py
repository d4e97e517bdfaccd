"""Plans that did not hold: the day first set, the day that holds, and what is no change of plan."""

from __future__ import annotations

from datetime import date

import pytest

from readout.corpus import Article
from readout.extract import MeetingMention, extract

TODAY = date(2026, 3, 11)  # a Wednesday


def meetings(text: str) -> list[MeetingMention]:
    article = Article(id="a", path="a.txt", text=text, published=TODAY, published_basis="stated")
    return list(extract(article).meetings)


HELD = [  # the text, the day first set, the day it was held on
    (
        "The second round of talks was supposed to open on Monday; it began on Tuesday.",
        "2026-03-09",
        "2026-03-10",
    ),
    ("The wage talks, planned for Monday, did not begin until Tuesday.", "2026-03-09", "2026-03-10"),
    ("The talks, due on Monday, began only on Tuesday.", "2026-03-09", "2026-03-10"),
    ("The summit, first set for 2 March, opened on 5 March in Oslo.", "2026-03-02", "2026-03-05"),
    ("The talks, fixed for Monday, took three hours on Tuesday.", "2026-03-09", "2026-03-10"),
    (
        "The swap that had been promised for weeks, and fixed for Monday, lasted about two hours on Tuesday.",
        "2026-03-09",
        "2026-03-10",
    ),
    ("The talks opened on Tuesday, two days later than planned.", "2026-03-08", "2026-03-10"),
    ("The talks opened on 9 March after a three-day delay.", "2026-03-06", "2026-03-09"),
    ("The talks opened on Tuesday, a day earlier than scheduled.", "2026-03-11", "2026-03-10"),
    ("The vote, planned for Monday, was held on Tuesday.", "2026-03-09", "2026-03-10"),
    ("The prisoner swap, promised for 1 March, took place on 4 March.", "2026-03-01", "2026-03-04"),
    ("The conference was to start on 2 March. It did not open until 4 March.", "2026-03-02", "2026-03-04"),
    (
        "The summit had been pencilled in for 5 March but got under way on 9 March.",
        "2026-03-05",
        "2026-03-09",
    ),
    ("They were to begin talks on Monday and opened them on Tuesday.", "2026-03-09", "2026-03-10"),
    (
        "The truce talks were late: they were to begin on Monday and opened on Tuesday.",
        "2026-03-09",
        "2026-03-10",
    ),
    (
        "The swap, originally scheduled for Saturday, took place a day earlier, on Friday.",
        "2026-03-07",
        "2026-03-06",
    ),
    ("The talks, which had been postponed from 2 March, opened on Monday.", "2026-03-02", "2026-03-09"),
    ("Both teams had agreed to meet on Sunday; they met on Tuesday instead.", "2026-03-08", "2026-03-10"),
    ("Envoys were to have met in Doha on Monday. They met on Tuesday.", "2026-03-09", "2026-03-10"),
    ("The ceasefire talks, planned for February, opened on 2 March.", "2026-02", "2026-03-02"),
    (
        "The peace talks were due to resume in Doha on Monday. Instead, they began on Tuesday.",
        "2026-03-09",
        "2026-03-10",
    ),
    ("A swap of 40 men that was agreed for Sunday happened only on Tuesday.", "2026-03-08", "2026-03-10"),
    ("A campaign, originally due to start on 2 March, began on 9 March.", "2026-03-02", "2026-03-09"),
    ("The execution, set for 6 March, was carried out on 9 March.", "2026-03-06", "2026-03-09"),
    ("Though planned for Monday, the talks only got going on Tuesday.", "2026-03-09", "2026-03-10"),
    ("The ballot planned for 3 March was held on 5 March.", "2026-03-03", "2026-03-05"),
]
PLANNED = [  # the text, the day first set, the day it is now planned for
    ("A conference first planned for 22 March will now take place on 28 March.", "2026-03-22", "2026-03-28"),
    (
        "Talks about the border were to begin on Sunday, but they were put off to Friday.",
        "2026-03-08",
        "2026-03-13",
    ),
    ("Talks between Chad and Sudan were postponed from Friday to Sunday.", "2026-03-13", "2026-03-15"),
    ("The summit has been moved from March 20 to March 24.", "2026-03-20", "2026-03-24"),
    ("The summit was brought forward from March 24 to March 20.", "2026-03-24", "2026-03-20"),
    ("Originally set for May 3, the summit will open on May 5 in Oslo.", "2026-05-03", "2026-05-05"),
    ("The talks had been scheduled for Monday, but were pushed back to Friday.", "2026-03-09", "2026-03-13"),
    ("The meeting will be held on Friday instead of Thursday.", "2026-03-12", "2026-03-13"),
    ("Mediators moved the talks from Thursday to Friday.", "2026-03-12", "2026-03-13"),
    ("The exchange was to take place on Saturday but was delayed until Monday.", "2026-03-14", "2026-03-16"),
    ("The opening of the talks has slipped from Thursday to Friday.", "2026-03-12", "2026-03-13"),
    ("Negotiators will meet on Friday, not on Thursday as announced.", "2026-03-12", "2026-03-13"),
    (
        "The talks, which should have started on Monday, are now expected on Friday.",
        "2026-03-09",
        "2026-03-13",
    ),
    ("The union has put back its walkout by a week, from 14 March to 21 March.", "2026-03-14", "2026-03-21"),
    ("Parliament was to vote on Monday; the vote is now set for Friday.", "2026-03-09", "2026-03-13"),
    (
        "It was agreed to postpone the talks, due to start on 12 March, to 19 March.",
        "2026-03-12",
        "2026-03-19",
    ),
    (
        "The start of the climate conference was moved up to March 16 from March 18.",
        "2026-03-18",
        "2026-03-16",
    ),
]
CANCELLED = [  # the text, the day it was set for
    ("The conference did not take place on Monday as planned.", "2026-03-09"),
    ("The walkout set for March 13 has been called off.", "2026-03-13"),
    ("Talks that were to be held in Quito on March 9 were cancelled.", "2026-03-09"),
    ("The exchange, announced for 7 March, never took place.", "2026-03-07"),
    ("The meeting planned for Tuesday was cancelled at the last minute.", "2026-03-10"),
    ("The foreign ministers’ meeting on March 9 was called off after an attack.", "2026-03-09"),
    ("A meeting set for Tuesday never happened.", "2026-03-10"),
    ("Talks planned for Saturday collapsed before they began.", "2026-03-14"),
]
KEPT = [
    "The talks began on Monday as planned.",
    "The first round was held on 3 March; the second, planned for 10 March, was held on 10 March.",
    "The talks were to begin on Monday, a day after a strike began on Sunday.",
    "The talks were to begin on Sunday, two days before a walkout began on Tuesday.",
    "The summit, which opened on 2 March, was due to close on Friday.",
    "Talks planned for Friday will take place in Doha.",
    "The talks, planned for Monday, went ahead despite a strike.",
    "The talks will go ahead on Friday as planned.",
    "The talks ended on Tuesday, a day later than planned.",
    "Negotiations were suspended on Monday and will resume on Friday.",
    "The ministers had met on 2 March and were to meet again on 9 March.",
    "The parties met on Monday, a week after their first meeting.",
    "The strike planned for Monday went ahead.",
    "The talks were meant to last until Friday but ended on Tuesday.",
    "The talks are set to open on Friday and will resume on Sunday.",
    "The second round is set for Monday. The first round took place on Thursday.",
    "The talks were to begin on Monday in Doha, but a strike began on Tuesday.",
]


@pytest.mark.parametrize(("text", "former", "day"), HELD)
def test_held_on_another_day_than_planned(text: str, former: str, day: str) -> None:
    *_, m = meetings(text)
    assert (m.status, m.slipped_from, m.start) == ("held", former, day)


@pytest.mark.parametrize(("text", "former", "day"), PLANNED)
def test_moved_to_a_day_to_come(text: str, former: str, day: str) -> None:
    (m,) = meetings(text)
    assert (m.status, m.slipped_from, m.start) == ("planned", former, day)


@pytest.mark.parametrize(("text", "day"), CANCELLED)
def test_called_off(text: str, day: str) -> None:
    (m,) = meetings(text)
    assert (m.status, m.start) == ("cancelled", day)


@pytest.mark.parametrize(
    "text",
    [
        "Monday's talks have been postponed indefinitely.",
        "Talks in Doha were scheduled to resume on Monday, but have not started.",
        "The meeting, which was to have been held on Monday, was put off at Chad's request.",
    ],
)
def test_put_off_without_a_new_day(text: str) -> None:
    (m,) = meetings(text)
    assert (m.status, m.start, m.slipped_from) == ("planned", None, "2026-03-09")


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_change_of_plan(text: str) -> None:
    assert [m for m in meetings(text) if m.slipped_from] == []


@pytest.mark.parametrize(
    "text",
    [
        "The talks were called off on Monday.",
        "The minister cancelled a meeting with Chad in Quito on Monday.",
    ],
)
def test_the_day_of_calling_off_is_not_when_it_was_to_be(text: str) -> None:
    assert [m.start for m in meetings(text) if m.start] == []


@pytest.mark.parametrize(
    ("told", "status", "day"),
    [
        ("The third round of talks will begin in Geneva on Friday.", "planned", "2026-03-13"),
        ("The third round of talks opened in Geneva on Tuesday.", "held", "2026-03-10"),
    ],
)
def test_the_next_sentence_recalls_the_day_first_set(told: str, status: str, day: str) -> None:
    (m,) = meetings(f"{told} It had been scheduled for Monday.")
    assert (m.status, m.start, m.slipped_from) == (status, day, "2026-03-09")


def test_the_place_is_where_it_came_about() -> None:
    (m,) = meetings("The talks planned for Monday in Doha took place on Tuesday in Muscat.")
    assert (m.slipped_from, m.start, m.place) == ("2026-03-09", "2026-03-10", "Muscat")


@pytest.mark.parametrize(
    "text",
    [
        "Negotiations were suspended on Monday and will resume on Friday.",
        "The wage talks that collapsed on Monday will resume on Friday.",
    ],
)
def test_the_day_of_a_break_is_not_when_it_goes_on(text: str) -> None:
    (m,) = meetings(text)
    assert (m.status, m.start) == ("planned", "2026-03-13")


def test_what_opened_after_a_delay_is_held() -> None:
    (m,) = meetings("The ceasefire talks, postponed last week, opened on Monday in Doha.")
    assert (m.status, m.start, m.place) == ("held", "2026-03-09", "Doha")


def test_what_happened_before_a_meeting_does_not_date_it() -> None:
    (m,) = meetings("A strike began on Monday, a day before talks in Doha were due to resume.")
    assert m.start is None


def test_another_place_is_not_the_place_first_set() -> None:
    (m,) = meetings(
        "The talks were due to open on Monday in Doha; they began on Tuesday, in another country."
    )
    assert (m.start, m.place) == ("2026-03-10", None)


def test_according_to_names_who_announces() -> None:
    (m,) = meetings("Talks in Doha are set for Friday, according to the mediator, Paul Okoye.")
    assert m.announced_by == "Paul Okoye"


def test_the_source_may_be_a_ministry() -> None:
    (m,) = meetings("Talks will be held in Quito on Friday, Chad's Foreign Ministry announced.")
    assert m.announced_by == "Chad's Foreign Ministry"


def test_a_headline_tells_of_what_is_to_come() -> None:
    (m,) = meetings("US envoys to meet in Quito on Tuesday")
    assert (m.status, m.start) == ("planned", "2026-03-17")


def test_hopes_of_a_meeting_are_none() -> None:
    assert meetings("Oil slipped on hopes of a meeting, with crude down on Tuesday.") == []


def test_a_habit_is_no_meeting() -> None:
    assert meetings("Meetings are held daily at 17:00.") == []


def test_the_place_of_the_new_plan_is_behind_its_day_or_before() -> None:
    (m,) = meetings(
        "The meeting was first set to take place in Oslo on March 14 but will now be held in Kenya on March 16."
    )
    assert (m.slipped_from, m.start, m.place) == ("2026-03-14", "2026-03-16", "Kenya")


def test_days_of_a_moved_meeting_are_no_move() -> None:
    (m,) = meetings("The council agreed to move the meeting to Oslo from March 14-17.")
    assert m.slipped_from is None


def test_what_began_before_will_go_on() -> None:
    (m,) = meetings("The dialogue that began on February 21 will be resumed in Oslo on March 20.")
    assert (m.status, m.start) == ("planned", "2026-03-20")


def test_who_will_meet_again_has_not_moved_the_meeting() -> None:
    text = "Talks between Chad and Peru are set for Wednesday. Chad and Peru met today and will meet again tomorrow."
    assert all(m.slipped_from is None for m in meetings(text))


@pytest.mark.parametrize(
    "text",
    [
        "She said that the session set for Friday will go over what was said when Chad and Peru met on Monday.",
        "The walkout planned for Friday was called off after an informal meeting of Chad and Peru in Lima.",
    ],
)
def test_what_became_of_something_else_is_not_the_meetings(text: str) -> None:
    m = meetings(text)[-1]
    assert (m.status, m.slipped_from) == ("held", None)


def test_a_hearing_that_was_held_was_held() -> None:
    text = (
        "The hearing was to open on Monday but was put off. The panel held its third public hearing Tuesday."
    )
    m = meetings(text)[-1]
    assert (m.surface, m.status, m.start) == ("hearing", "held", "2026-03-10")


@pytest.mark.parametrize(
    "text",
    [
        "Talks will not resume until next week; they cannot begin before the walkouts, set for Monday, are over.",
        "Talks are not due to resume until next week, with Ruiz saying that they could not begin until the two"
        " walkouts, on Tuesday and Wednesday, had ended.",
    ],
)
def test_the_day_of_what_holds_a_meeting_up_is_not_when_it_was_to_be(text: str) -> None:
    assert all(m.slipped_from is None for m in meetings(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Peru called off talks with Chad scheduled for Tuesday in Lima.", "2026-03-10"),
        (
            "The meeting of Chad and Peru on Friday has been called off, but she did not say why.",
            "2026-03-13",
        ),
    ],
)
def test_a_weekday_of_what_was_called_off_is_the_nearest(text: str, day: str) -> None:
    (m,) = meetings(text)
    assert (m.status, m.start) == ("cancelled", day)


def test_when_talks_are_put_off_is_not_when_they_will_be() -> None:
    (m,) = meetings("Chad told of its plan to put off talks with Peru in Lima this week.")
    assert (m.status, m.start) == ("planned", None)


def test_a_meeting_that_moved_is_the_one_of_its_kind() -> None:
    text = (
        "The meeting with Chad, first due to be held on Friday to prepare a summit in late April, is not yet firm."
        " The meeting has been put off to Saturday."
    )
    assert meetings(text)[-1].slipped_from == "2026-03-13"


def test_who_came_late_moved_no_meeting() -> None:
    text = "Chad and Peru held talks in Lima on Monday after a delay that saw envoys arrive a day later than scheduled."
    assert all(m.slipped_from is None for m in meetings(text))


def test_what_had_been_set_but_did_not_come_is_on_no_day() -> None:
    text = "The second round of talks had been scheduled to begin Monday, but it was suspended when envoys stayed home."
    (m,) = meetings(text)
    assert (m.status, m.start, m.slipped_from) == ("planned", None, "2026-03-09")
