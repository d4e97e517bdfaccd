"""Mentions joined into meetings, and kept apart; planned against held."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.story import build_story
from readout.text.calendar import days_of
from tests.story.telling import check_evidence, finding, meeting, story, told

PLAN = told(
    "a",
    "The second round of talks between Chad and Sudan will be held in Doha on March 10, envoy Ana Ruiz said."
    " She called the date a rough estimate for the talks.",
    "2026-03-05",
)
FIRST = told(
    "b", "Chad and Sudan ended the first round of talks in Doha on Tuesday. It lasted two days.", "2026-03-04"
)
SECOND = told(
    "c",
    "Chad and Sudan held the second round of talks in Doha on Thursday. The talks on Thursday lasted three hours.",
    "2026-03-13",
)
OTHER = told(
    "d", "Separately, Ana Ruiz and Paul Okoye met in Doha on Tuesday to discuss cotton.", "2026-03-04"
)


def test_one_meeting_told_by_two_articles_is_one() -> None:
    again = told("e", "Two days of talks between Sudan and Chad in Qatar closed on Tuesday.", "2026-03-04")
    one = meeting(story(FIRST, again), "First round")
    assert (one.start, one.end, one.place, one.status) == ("2026-03-02", "2026-03-03", "Doha", "held")
    assert {m.article for m in one.mentions} == {"b", "e"}


def test_rounds_are_numbered_and_kept_apart() -> None:
    titles = [m.title for m in story(FIRST, SECOND).meetings]
    assert titles == ["First round of talks, Doha", "Second round of talks, Doha"]


def test_a_separate_meeting_of_two_stays_apart() -> None:
    told_together = story(FIRST, OTHER)
    assert len(told_together.meetings) == 2
    pair = meeting(told_together, "eparate")
    assert set(pair.people) == {p.id for p in told_together.people}


def test_another_place_or_another_year_is_another_meeting() -> None:
    oslo = told("e", "Chad and Sudan held talks in Oslo on Tuesday.", "2026-03-04")
    earlier = told("f", "Chad and Sudan had last met in Doha in June 2024.", "2026-03-04")
    assert len(story(FIRST, oslo, earlier).meetings) == 3


def test_a_meeting_held_later_than_announced_is_a_slip() -> None:
    both = story(PLAN, FIRST, SECOND)
    slip = finding(both, "slip")
    assert slip.data["days"] == 2
    assert slip.data["held"] == "2026-03-12"
    (announced,) = slip.data["announced"]
    assert (announced["value"], announced["by"], announced["article"]) == ("2026-03-10", "Ana Ruiz", "a")
    assert announced["tentative"] == "rough estimate"
    assert meeting(both, "Second").slipped_from == "2026-03-10"
    check_evidence(both)


def test_a_meeting_held_as_announced_is_no_slip() -> None:
    on_time = told("e", "Chad and Sudan held the second round of talks in Doha on Tuesday.", "2026-03-11")
    kinds = [f.kind for f in story(PLAN, on_time).findings]
    assert "slip" not in kinds
    assert "pending" not in kinds


def test_what_no_article_reports_as_held_is_pending() -> None:
    pending = finding(story(PLAN, FIRST), "pending")
    assert pending.verdict == "not yet, as of 5 March 2026"


def test_a_sitting_told_after_a_round_is_one_of_it() -> None:
    text = (
        "The second round of talks between Chad and Sudan was held in Doha on Wednesday and Thursday."
        " Wednesday's session, in a palace, lasted almost 11 hours, and Thursday's just over six."
        " That night he sat with the cook for an hour. Parliament's emergency session on Monday took two hours."
    )
    (one,) = story(told("a", text, "2026-03-13")).meetings
    assert (one.start, one.end) == ("2026-03-11", "2026-03-12")
    assert [(s.day, s.value) for s in one.sessions] == [("2026-03-11", "PT11H"), ("2026-03-12", "PT6H")]


def test_sittings_have_days_and_lengths() -> None:
    text = (
        "The meeting of envoys from Chad and Sudan on Thursday, which lasted three hours,"
        " followed talks that lasted for five hours on Wednesday."
    )
    (one,) = story(told("a", text, "2026-03-13")).meetings
    assert [(s.day, s.value) for s in one.sessions] == [("2026-03-11", "PT5H"), ("2026-03-12", "PT3H")]


def test_a_quake_and_a_ballot_make_no_meetings() -> None:
    quake = told(
        "a",
        "A quake killed 12 people in Lima on Monday. Rescuers pulled nine from the rubble by Tuesday.",
        "2026-03-11",
    )
    ballot = told(
        "b", "Machinists voted on Monday to end a walkout of six weeks. 59% backed the offer.", "2026-03-11"
    )
    assert story(quake, ballot).meetings == ()


@settings(max_examples=12)
@given(st.permutations([PLAN, FIRST, SECOND, OTHER]), st.booleans())
def test_neither_order_nor_repetition_changes_the_story(articles: list[object], twice: bool) -> None:
    again = [*articles, random.Random(0).choice(articles)] if twice else articles
    assert build_story(again) == build_story([PLAN, FIRST, SECOND, OTHER])  # type: ignore[arg-type]


def test_a_meeting_from_just_before_midnight_goes_into_the_next_day() -> None:
    text = (
        "President Ana Ruiz met Paul Okoye in Quito. The night meeting, she said, was long, and it began just"
        " before midnight on Tuesday."
    )
    (one,) = story(told("a", text, "2026-03-11")).meetings
    assert (one.start, one.end) == ("2026-03-10", "2026-03-11")


def test_a_season_is_told_as_one() -> None:
    summer = told("a", "Chad and Sudan met in Oslo last summer.", "2026-03-11")
    year = told("b", "Chad and Sudan met in Oslo last year.", "2026-03-11")
    both = story(summer, year)
    (one,) = both.meetings
    assert (one.start, one.end) == ("2025-SU", None)
    assert "summer 2025" in finding(both, "agreement").subject


def test_a_weekend_is_when_and_not_for_how_long() -> None:
    weekend = told("a", "Chad and Sudan held the first round of talks in Doha last weekend.", "2026-03-11")
    day = told("b", "Chad and Sudan held the first round of talks in Doha on Saturday.", "2026-03-10")
    (one,) = story(weekend, day).meetings
    assert (one.start, one.end) == ("2026-03-07", "2026-03-07")


def test_began_and_ended_are_days_of_one_meeting() -> None:
    text = "Talks between Chad and Sudan began in Doha on March 2. The talks ended on March 6 without a deal."
    (one,) = story(told("a", text, "2026-03-07")).meetings
    assert (one.start, one.end) == ("2026-03-02", "2026-03-06")


def test_talks_of_experts_are_none_of_the_rounds() -> None:
    text = (
        "The third round of talks will be held in Doha next week."
        " Ahead of the third round, technical talks will take place in Muscat on Friday."
    )
    titles = [m.title for m in story(told("a", text, "2026-03-11")).meetings]
    assert titles == ["Talks, Muscat", "Third round of talks, Doha"]


def test_what_is_still_to_come_is_not_what_was_held() -> None:
    held = told("a", "Chad and Sudan held talks in Doha on Monday.", "2026-03-11")
    coming = told("b", "The next round of talks between Chad and Sudan will be held in Doha.", "2026-03-11")
    assert [m.status for m in story(held, coming).meetings] == ["held", "planned"]


@pytest.mark.parametrize(
    "later",
    [
        "In a long second round of talks, the delegations of Chad and Sudan agreed on wells.",
        "Chad and Sudan held the third round of talks in Doha on Tuesday.",
        "Chad and Sudan held talks in Doha on Thursday.",
    ],
)
def test_nobody_waits_for_what_later_articles_have_come_to(later: str) -> None:
    assert "pending" not in {f.kind for f in story(PLAN, told("b", later, "2026-03-13")).findings}


def test_nobody_waits_for_what_was_to_be_long_ago() -> None:
    assert "pending" not in {f.kind for f in story(PLAN, told("b", "It rained.", "2026-09-01")).findings}


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["The second round of talks", "Talks between Chad and Sudan", "The talks"]),
            st.sampled_from(["were held", "will be held", "ended", "will open", "were to open"]),
            st.sampled_from(["", "in Doha"]),
            st.sampled_from(["", "on March 10", "on March 12", "last week", "next week", "on Friday"]),
            st.sampled_from(["2026-03-08", "2026-03-11", "2026-03-14"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_meeting_is_held_before_an_article_can_tell(rows: list[tuple[str, ...]]) -> None:
    articles = [told(str(n), " ".join(r[:4]).strip() + ".", r[4]) for n, r in enumerate(rows)]
    for m in story(*articles).meetings:
        days = days_of(m.start)
        telling = [date.fromisoformat(rows[int(x.article)][4]) for x in m.mentions if x.status == "held"]
        assert not telling or not days or days[0] <= max(telling)


def test_a_second_seat_of_government_is_a_place_of_its_own() -> None:
    assert story(told("a", "Chad and Sudan held talks in The Hague on Monday.", "2026-03-11")).meetings[
        0
    ].place == ("The Hague")


def test_talks_with_others_are_other_talks() -> None:
    text = "Talks with Blue Motors will resume on Sunday. Talks with Green Motors and Red Steel will resume on Monday."
    titles = [m.title for m in story(told("a", text, "2026-03-11")).meetings]
    assert titles == ["Talks with Blue Motors", "Talks with Green Motors and Red Steel"]


def test_a_meeting_held_on_no_known_day_has_not_slipped() -> None:
    text = (
        "Chad and Sudan, who were to hold talks in Doha on March 13, agreed to put the talks off."
        " A meeting between Chad and Sudan took place in Doha."
    )
    held = told("b", "In a second round of talks in Doha, Chad and Sudan agreed on wells.", "2026-03-20")
    both = story(PLAN, told("a", text, "2026-03-11"), held)
    assert all(m.start for m in both.meetings if m.slipped_from and m.status == "held")


def test_a_day_alone_names_no_meeting_unless_two_articles_tell_of_it() -> None:
    text = "The talks broke up on Monday. Pay stays as it was."
    assert not story(told("a", text, "2026-03-11")).meetings
    both = story(told("a", text, "2026-03-11"), told("b", "Talks broke up on Monday.", "2026-03-10"))
    assert [(m.title, m.start) for m in both.meetings] == [("Talks", "2026-03-09")]


@pytest.mark.parametrize("turn", [1, -1])
def test_a_round_told_with_its_house_and_with_its_city_is_one(turn: int) -> None:
    house = told(
        "a", "Chad and Sudan held a second round of talks at the Ibis House on Monday.", "2026-03-11"
    )
    city = told("b", "Chad and Sudan held the second round of talks in Doha on Monday.", "2026-03-10")
    other = told("c", "Chad and Sudan held the second round of talks in Oslo on Monday.", "2026-03-10")
    assert [m.place for m in story(*(house, city)[::turn]).meetings] == ["Doha"]
    assert len(story(*(city, other)[::turn]).meetings) == 2


def test_the_last_day_and_the_first_of_a_numbered_round_are_of_one_meeting() -> None:
    ends = told("e", "The second round of talks between Chad and Sudan ended on Saturday.", "2026-03-15")
    begins = told("f", "The second round of talks between Chad and Sudan began on Monday.", "2026-03-13")
    for both in (story(ends, begins), story(begins, ends)):
        assert [(m.start, m.end) for m in both.meetings] == [("2026-03-09", "2026-03-14")]


def test_a_conference_is_not_where_two_met() -> None:
    text = (
        "The Doha conference will be in five-party format."
        " Ana Ruiz and Paul Okoye will meet in Doha on Tuesday, and a conference will open there on Friday."
    )
    pair = next(m for m in story(told("e", text, "2026-03-08")).meetings if len(m.people) == 2)
    assert (pair.start, pair.end) == ("2026-03-10", "2026-03-10")


def test_whom_a_verb_names_did_not_meet_where_others_had() -> None:
    text = (
        "Friday’s session will weigh the outcome of the meetings in Oslo."
        " The team of Chad met on Wednesday under the chairmanship of Ana Ruiz."
    )
    assert all(m.place is None for m in story(told("e", text, "2026-03-12")).meetings if m.people)


def test_one_meeting_in_two_spellings_of_its_town_is_one() -> None:
    one = told("e", "The first round of talks was held in the border town of Narqa on Monday.", "2026-03-11")
    other = told(
        "f", "The first round of talks was held in the border town of Naroqa on Monday.", "2026-03-11"
    )
    assert len(story(one, other).meetings) == 1


def test_what_was_called_off_with_others_is_not_what_is_planned() -> None:
    text = (
        "Chad plans talks in Lima next week. Chad called off its summit with minister Ana Ruiz."
        " The day of a second summit is left open."
    )
    found = story(told("e", text, "2026-03-08")).meetings
    assert {m.status for m in found} <= {"planned"}


def test_an_article_that_calls_a_walkout_off_says_so_of_its_day() -> None:
    text = "The guild called off Friday’s walkout in Lima. The walkout was planned for Friday."
    (walkout,) = story(told("e", text, "2026-03-11")).meetings
    assert (walkout.status, walkout.start) == ("cancelled", "2026-03-13")


def test_a_numbered_offer_is_not_the_meeting_that_is_planned() -> None:
    text = (
        "Chad and Sudan will meet in Lima on Monday."
        " Sudan also invited Chad to Khartoum later this year for a second summit."
    )
    planned = [m for m in story(told("e", text, "2026-03-06")).meetings if m.place == "Lima"]
    assert [m.round for m in planned] == [None]
