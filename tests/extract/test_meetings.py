"""Meetings in single articles: what names one, when, where, how long, who, and whether it took place."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.corpus import Article
from readout.extract import MeetingMention, extract
from readout.extract.meetings import find_meetings
from readout.extract.times import find_times
from readout.text.calendar import days_of
from tests.helpers.cost import assert_linear

TODAY = date(2026, 3, 11)  # a Wednesday


def meetings(text: str, published: date | None = TODAY) -> list[MeetingMention]:
    article = Article(id="a", path="a.txt", text=text, published=published, published_basis="stated")
    found = list(extract(article).meetings)
    assert all(article.text[m.begin : m.end] == m.surface for m in found)
    return found


def only(text: str, published: date | None = TODAY) -> MeetingMention:
    (found,) = meetings(text, published)
    return found


def test_planted_spans_are_exact() -> None:
    text = "Ministers left early. The second round of trade talks between Chile and Peru ended in Lima on Monday."
    m = only(text)
    assert (m.surface, text.index(m.surface)) == ("second round of trade talks", m.begin)
    assert (m.status, m.until, m.place, m.round) == ("held", "2026-03-09", "Lima", 2)
    assert set(m.sides) == {"Chile", "Peru"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between India and Nepal will be held in Delhi on Friday.", "planned"),
        ("Talks between India and Nepal are set for Friday.", "planned"),
        ("India and Nepal held talks in Delhi on Monday.", "held"),
        ("Talks between India and Nepal in Delhi on Friday were called off.", "cancelled"),
        ("India proposed talks with Nepal in Delhi.", "proposed"),
        ("The envoys of India and Nepal met in Delhi on Tuesday.", "held"),
        ("Delegations from India and Nepal open trade talks in Delhi on Wednesday.", "planned"),
    ],
)
def test_status_is_told_by_tense_and_date(text: str, status: str) -> None:
    assert only(text).status == status


def test_a_plan_for_a_weekday_is_still_to_come() -> None:
    assert only("An official said the talks were set for Monday.").start == "2026-03-16"


def test_hours_of_one_day_are_no_range_of_days() -> None:
    m = only("Talks between India and Nepal will be held in Delhi between 9 a.m. and 4 p.m. on Friday.")
    assert (m.start, m.until) == ("2026-03-13", None)


def test_two_sittings_in_one_sentence_keep_their_own_lengths_and_days() -> None:
    text = "The meeting on Tuesday, which lasted two hours, followed negotiations that lasted four hours on Monday."
    first, second = meetings(text)
    assert (first.start, first.durations) == ("2026-03-10", ("PT2H",))
    assert (second.start, second.durations) == ("2026-03-09", ("PT4H",))


def test_an_ending_with_a_length_in_days_tells_the_start() -> None:
    m = only("Three days of talks between Chad and Sudan wrapped up on Monday in Geneva.")
    assert (m.start, m.until, m.durations) == ("2026-03-07", "2026-03-09", ("P3D",))


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Monday that talks would go on.",
        "On Monday, the minister told reporters that she backs the talks.",
        "In his remarks Monday, the minister praised the talks.",
    ],
)
def test_the_day_of_a_report_is_not_the_day_of_the_meeting(text: str) -> None:
    assert all("2026-03-09" not in (m.start, m.until) for m in meetings(text))


def test_who_takes_part_and_who_only_owns_an_envoy() -> None:
    m = only(
        "President Ana Ruiz met with Paul Okoye, the envoy of President John Mensah, in Quito on Monday."
    )
    assert set(m.people) == {"Ana Ruiz", "Paul Okoye"}


def test_a_separate_meeting_is_called_so() -> None:
    found = meetings("Separately, Ana Ruiz and Paul Okoye will discuss trade in Quito on Friday.")
    assert [(m.title, set(m.people)) for m in found] == [("separate meeting", {"Ana Ruiz", "Paul Okoye"})]


def test_an_ordinal_is_a_round_unless_it_is_the_first_in_years() -> None:
    assert only("The third round of talks took place in Doha on Monday.").round == 3
    assert only("Chad and Sudan held their first talks since May in Doha on Monday.").round is None


def test_who_announces_and_how_firmly() -> None:
    m = only(
        "Talks will resume in Doha on March 20, spokesman Paul Okoye said, calling the day a rough estimate."
    )
    assert (m.start, m.announced_by, m.tentative) == ("2026-03-20", "Paul Okoye", "rough estimate")


@pytest.mark.parametrize(
    "text",
    [
        "The firm met its targets on Monday.",
        "Voters rejected the offer on Monday and the walkout in Seattle went on.",
        "The mayor told a news conference in Quito on Monday that the quake killed nine.",
        "Rescuers saw smoke in Lima on Monday.",
        "The war in Sudan has lasted four years.",
        "She talks about peace on Mondays.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert meetings(text) == []


def test_a_place_of_war_or_of_speaking_is_not_the_place() -> None:
    assert only("Talks to end the war in Sudan will resume next week.").place is None
    m = only("Talks between Chad and Sudan ended on Monday, she told reporters in Quito.")
    assert m.place != "Quito"


def test_undated_articles_leave_days_open() -> None:
    m = only("Chad and Sudan held talks in Doha on Monday.", None)
    assert (m.status, m.start) == ("held", "XXXX-WXX-1")


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "talks",
                "met",
                "Monday",
                "in Doha",
                "second round of",
                "will",
                "said",
                ",",
                "“",
                "Chad",
                "and",
                "\n",
                "3 hours",
                ".",
            ]
        ),
        max_size=30,
    )
)
def test_any_words_give_exact_spans(pieces: list[str]) -> None:
    meetings(" ".join(pieces))


@pytest.mark.parametrize(
    "unit",
    [
        "talks on Friday and ",
        "talks between Chad and ",
        "said on Monday that talks, the first talks ",
        "met on Monday and was to meet ",
        "the talks were put off from Monday to Friday but ",
        "It was put the the off. ",
        "talks could and ",
    ],
)
def test_odd_text_takes_linear_time(unit: str) -> None:
    def cost(n: int) -> float:
        article = Article(id="a", path="a", text=unit * n, published=TODAY, published_basis="stated")
        dates, durations = find_times(article)
        begin = time.process_time()
        find_meetings(article, dates, durations, (), ())
        return time.process_time() - begin

    assert_linear(cost, 100, 400)


def test_who_sits_in_a_delegation() -> None:
    text = (
        "Talks between Chad and Sudan ended in Doha on Monday. Ana Ruiz, who spoke later, praised them."
        " Across the table sat the Sudanese delegation, including Paul Okoye and John Mensah, the army chief."
    )
    seated = meetings(text)[-1]
    assert (seated.title, seated.status) == ("delegation", "held")
    assert set(seated.people) == {"Paul Okoye", "John Mensah"}


def test_what_the_next_sentence_says_of_the_date() -> None:
    plan, *_ = meetings(
        "Talks between Chad and Sudan will be held on March 20. She called the date a rough estimate."
    )
    assert plan.tentative == "rough estimate"


def test_what_came_after_a_meeting_does_not_date_it() -> None:
    found = meetings("Chad and Sudan signed a truce in Doha on Monday after five days of talks.")
    assert all("2026-03-09" not in (m.start, m.until) for m in found)


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Ruiz, who hosted the last talks in Doha, spoke to both envoys for half an hour on Monday.",
        "Chad and Sudan held talks with Ana Ruiz, who waited for two hours at the airport.",
        "After the talks in Doha ended, the envoys waited two hours for a bus.",
    ],
)
def test_a_length_of_something_else_is_not_the_meetings(text: str) -> None:
    assert [m.durations for m in meetings(text) if m.durations] == []


def test_two_or_three_days_are_no_number_of_days() -> None:
    summit = only("Chad and Sudan will hold a two- or three-day summit in Doha from 12 March.")
    assert (summit.until, summit.durations) == (None, ())


def test_a_clause_that_says_more_of_the_meeting_gives_its_length() -> None:
    assert only("The talks in Doha, which lasted two hours, ended on Monday.").durations == ("PT2H",)


@pytest.mark.parametrize(
    "text",
    [
        "The talks were due to end on Friday at 6 p.m.",
        "The talks are to close on Friday.",
        "The talks, scheduled to conclude on Friday, go on.",
        "The talks in Doha will run until Friday.",
    ],
)
def test_when_a_meeting_is_to_end_is_not_its_start(text: str) -> None:
    m = only(text)
    assert (m.status, m.start, m.until) == ("planned", None, "2026-03-13")


def test_an_auxiliary_makes_it_a_plan() -> None:
    m = only("Envoy Ana Ruiz is to hold a second round of consultations with Mr. Okoye on Saturday.")
    assert (m.status, m.start, m.round) == ("planned", "2026-03-14", 2)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Paul Okoye came for Chad and Ana Ruiz travelled for Sudan.", {"Ana Ruiz", "Paul Okoye"}),
        ("Paul Okoye and Ana Ruiz, the army chief, travel for Sudan.", {"Ana Ruiz", "Paul Okoye"}),
        ("Ana Ruiz sat beside Paul Okoye.", {"Ana Ruiz", "Paul Okoye"}),
        ("Seated with Paul Okoye was Ana Ruiz, the army chief.", {"Ana Ruiz", "Paul Okoye"}),
        ("Paul Okoye represented Chad.", {"Paul Okoye"}),
        ("Paul Okoye represented Chad at the Olympics.", set()),
        ("Ana Ruiz came for Paul Okoye by car.", set()),
        ("Ana Ruiz came for dinner.", set()),
    ],
)
def test_who_is_placed_at_the_table_by_a_plain_verb(text: str, people: set[str]) -> None:
    found = meetings("Talks between Chad and Sudan opened in Doha on Monday. " + text)[1:]
    assert {p for m in found for p in m.people} == people
    assert {(m.title, m.status) for m in found} <= {("delegation", "held")}


def test_it_in_the_sentence_of_a_meeting_is_that_meeting() -> None:
    text = "Ana Ruiz put the length of the night meeting at two hours and said that it began just before midnight."
    night, it = meetings(text)
    assert (night.durations, it.surface, it.start) == (("PT2H",), "it", "2026-03-10")


@pytest.mark.parametrize(
    "text",
    [
        "In a tense third round of talks in Doha, the delegations of Chad and Sudan agreed to swap maps.",
        "The third round of talks in Doha brought a deal on wheat.",
        "The third round of talks resulted in a map of the wells.",
        "Envoys took a step forward during the third round of talks in Doha.",
    ],
)
def test_what_came_of_a_round_says_that_it_was_held(text: str) -> None:
    m = only(text)
    assert (m.status, m.round) == ("held", 3)


def test_a_plan_for_the_next_meeting_is_none_for_this_one() -> None:
    first, *_ = meetings(
        "Envoys told of progress during the second round of talks held in Doha, with plans to meet again next week."
    )
    assert (first.status, first.start, first.place) == ("held", None, "Doha")
    ended, *_ = meetings(
        "Chad and Sudan ended a second round of talks on Monday, agreeing to meet again in a week's time."
    )
    assert (ended.status, ended.until) == ("held", "2026-03-09")


@pytest.mark.parametrize(
    "text",
    [
        "He left the pact in 2018, setting off years of raids and negotiations that failed to save it.",
        "These are the first talks since the war began in November 2024.",
        "Ana Ruiz left for Quito on the sidelines of the harvest summit on Monday.",
    ],
)
def test_a_date_of_something_else_makes_no_meeting(text: str) -> None:
    assert [m for m in meetings(text) if m.start or m.until] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Kashmir talks ended on Monday.", None),
        ("The Lima talks ended on Monday.", "Lima"),
        ("Muscat-mediated talks between Chad and Sudan ended in Lima on Monday.", "Lima"),
        ("The United Nations talks ended on Monday.", None),
        ("Talks at Deputy Ministers level ended on Monday.", None),
        ("Monday's talks in the Kenyan capital lasted two hours.", "Nairobi"),
    ],
)
def test_the_place_is_where_they_met_not_what_about(text: str, place: str | None) -> None:
    assert only(text).place == place


def test_a_meeting_ahead_of_the_talks_is_another() -> None:
    m = only("Italian Foreign Minister Ana Ruiz met her Chadian counterpart on Monday ahead of the talks.")
    assert (m.title, m.people) == ("separate meeting", ("Ana Ruiz",))


def test_who_hosts_or_mediates_takes_no_part() -> None:
    m = only("Talks between Chad and Sudan mediated by Kenya ended in Doha on Monday.")
    assert set(m.sides) == {"Chad", "Sudan"}


def test_who_led_the_delegations_took_part() -> None:
    delegations, convened = meetings(
        "The delegations, led by Foreign Minister Ana Ruiz and envoy to the Middle East Paul Okoye, convened in Doha."
    )
    assert set(delegations.people) == {"Ana Ruiz", "Paul Okoye"}
    assert (convened.place, convened.status) == ("Doha", "held")


def test_the_length_of_talks_that_people_took_part_in() -> None:
    m = only("Ana Ruiz and Paul Okoye participated in over four hours of tense and direct talks in Doha.")
    assert (m.durations, set(m.people)) == (("PT4H",), {"Ana Ruiz", "Paul Okoye"})


def test_months_of_dialogue_are_no_length_of_a_meeting() -> None:
    assert meetings("Doha has been the venue of dialogue for months.") == []


def test_the_day_of_a_dateline_is_not_the_meetings() -> None:
    m = only("Nairobi, March 3 Peace talks between Chad and Sudan will resume next week in Doha.")
    assert (m.status, m.start) == ("planned", "2026-W12")


def test_words_that_set_a_day_win_over_a_nearer_day() -> None:
    m = only(
        "Paul Okoye arrived on Monday in Doha to attend the Second World Summit on Wells scheduled for March 14."
    )
    assert (m.start, m.round) == ("2026-03-14", None)


def test_the_day_of_an_announcement_is_no_plan() -> None:
    m = only("The union announced on Monday that talks would resume on Friday.")
    assert (m.start, m.slipped_from) == ("2026-03-13", None)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "the third round of talks",
                "talks",
                "held",
                "were held",
                "will be held",
                "on March 20",
                "next week",
                "on Monday",
                "a week ago",
                "last weekend",
                "in Doha",
                "opened",
                ",",
                "and",
                ".",
                "It",
                "was moved to",
            ]
        ),
        max_size=24,
    )
)
def test_nothing_is_held_after_it_is_told(pieces: list[str]) -> None:
    for m in meetings(" ".join(pieces)):
        days = days_of(m.start or m.until)
        assert m.status != "held" or not days or days[0] <= TODAY


def test_a_host_country_is_where_it_will_be() -> None:
    assert only("Kenya will once again host the talks between Chad and Sudan in November.").place == "Kenya"


def test_what_a_strike_could_do_says_nothing_of_the_talks() -> None:
    m = only("The union is set to resume talks on Friday in a bid to avoid a strike that could begin in May.")
    assert (m.status, m.start) == ("planned", "2026-03-13")


def test_the_day_of_an_invitation_is_not_the_meetings() -> None:
    m = only("On Monday, minister Ana Ruiz invited Paul Okoye to attend the meeting in Doha.")
    assert (m.status, m.start) == ("proposed", None)


def test_an_airline_is_no_country() -> None:
    assert only("Air Chad and Air Sudan held talks in Doha on Monday.").sides == ()


def test_a_year_far_from_the_meeting_is_not_its_date() -> None:
    m = only(
        "The first round of talks took place in Doha to settle a feud that had begun on the coast in 2019."
    )
    assert m.start is None


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Talks with Blue Motors and the Dockers’ Union will resume on Friday.",
            {"Blue Motors", "Dockers’ Union"},
        ),
        ("The union held talks with Blue Motors on Monday.", {"Blue Motors"}),
        ("Talks with Prime Minister Ana Ruiz ended on Monday.", set()),
        ("Talks with Blue Motors’s chiefs ended on Monday.", set()),
    ],
)
def test_whom_talks_were_with_may_be_a_firm(text: str, sides: set[str]) -> None:
    assert set(only(text).sides) == sides


def test_until_when_talks_go_on_is_no_plan_for_them() -> None:
    m = only("The talks that started on Tuesday are expected to continue until Friday.")
    assert (m.status, m.start) == ("held", "2026-03-10")


def test_the_day_of_an_agreement_to_meet_is_not_the_meetings() -> None:
    m = only("On March 3, minister Ana Ruiz praised the agreement of both sides to hold talks in Lima.")
    assert (m.status, m.start) == ("planned", None)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan met in Kisumu, Kenya on Monday.",
        "Envoys of Chad and Sudan met in the Kenyan city of Kisumu on Monday.",
    ],
)
def test_the_country_of_a_city_takes_no_part(text: str) -> None:
    assert set(only(text).sides) == {"Chad", "Sudan"}


def test_a_day_that_owns_something_else_is_that_ones() -> None:
    assert meetings("The minister asked the nurses for pay talks to avert next week’s strike.") == []


def test_members_of_a_body_are_in_no_place() -> None:
    assert only("The talks with doctors in the Surgeons Association ended on Monday.").place is None


def test_sittings_on_two_days_are_of_one_round_and_a_talk_aside_is_not() -> None:
    text = "The second round of talks between Chile and Peru sat for six hours on Monday and two on Tuesday."
    m = only(text)
    assert (m.start, m.until, m.durations[0]) == ("2026-03-09", "2026-03-10", "PT6H")
    aside = meetings(f"{text} She met Ruiz alone for 20 minutes on Monday night.")
    assert "PT20M" not in {d for found in aside for d in found.durations}
    other = only(
        "The talks between Chile and Peru broke up after six hours on Monday and Ruiz left on Tuesday."
    )
    assert other.until in (None, "2026-03-09")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The two leaders leave for Geneva today for crucial talks on water.", None),
        ("Chad’s envoys flew to Lima on Monday for a second round of talks.", None),
        ("The envoys held talks in Lima on Monday before they flew home for a rest.", "2026-03-09"),
    ],
)
def test_the_day_of_a_departure_is_not_the_meetings(text: str, start: str | None) -> None:
    assert {m.start for m in meetings(text)} <= {start, None}
    assert start is None or only(text).start == start


def test_what_is_said_of_one_meeting_is_not_said_of_that_which_it_weighs() -> None:
    text = "Thursday’s meeting, which is due to begin at 10am, will weigh the outcome of the talks in Oslo."
    first, second = meetings(text)
    assert (first.status, first.start, first.place) == ("planned", "2026-03-12", None)
    assert (second.status, second.start, second.place) == ("held", None, "Oslo")


def test_what_others_prepare_is_still_to_come() -> None:
    m = meetings("The mill’s envoys met on Tuesday to prepare the ground for Wednesday’s meeting.")[-1]
    assert (m.status, m.start) == ("planned", "2026-03-11")


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("The first round of talks between Chad and Sudan adjourned 10 days ago.", "2026-03-01"),
        (
            "The second round of talks between Chad and Sudan will extend into a sixth day on Saturday.",
            "2026-03-14",
        ),
        ("The talks will culminate in a swap of letters on March 20.", "2026-03-20"),
    ],
)
def test_what_a_meeting_ends_with_is_its_last_day(text: str, until: str) -> None:
    m = only(text)
    assert (m.start, m.until) == (None, until)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Bosnian Serb leader Ana Ruiz and Paul Okoye of Chad held talks on Monday.", "Bosnia"),
        ("The Bakers Guild of America and the mills of Chad held talks on Monday.", "United States"),
    ],
)
def test_the_name_of_a_people_or_a_guild_makes_no_side_of_a_country(text: str, sides: str) -> None:
    assert not any(side.startswith(sides) for m in meetings(text) for side in m.sides)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan met on Monday at the Guild of Bakers and Millers.",
        "Chad and Sudan met on Monday at U.N. European headquarters.",
    ],
)
def test_half_a_name_and_a_body_are_no_places(text: str) -> None:
    assert only(text).place is None


def test_a_headline_names_no_firm() -> None:
    text = "Millers Confirm Talks with Bakers Set to Resume Friday\n\nTalks with Grau Foods will resume on Friday."
    article = Article(
        id="a",
        path="a.txt",
        text=text,
        title=text.split("\n")[0],
        published=TODAY,
        published_basis="stated",
    )
    assert [m.sides for m in extract(article).meetings] == [(), ("Grau Foods",)]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("The briefing was moved up two hours as the leaders of Chad and Peru met in Lima.", ()),
        ("The talks in Lima on Monday went into a break after about one hour.", ()),
        ("The start was put back two hours, and the talks in Lima lasted three hours.", ("PT3H",)),
    ],
)
def test_by_how_long_it_was_moved_is_not_how_long_it_was(text: str, lengths: tuple[str, ...]) -> None:
    assert only(text).durations == lengths


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian government and the rebels met face to face on Tuesday.",
        "Representatives of the guild and the mill owners met Tuesday for the first time since January.",
        "Ana Ruiz and Paul Okoye met on Tuesday for the first time after the summit.",
    ],
)
def test_those_who_meet_by_themselves(text: str) -> None:
    m = meetings(text)[0]
    assert (m.title, m.status, m.start) == ("meeting", "held", "2026-03-10")


def test_what_is_by_phone_is_no_meeting() -> None:
    assert meetings("Ana Ruiz and Paul Okoye of Chad had a phone call on Monday to discuss cotton.") == []


def test_what_followed_a_meeting_tells_that_it_was_held() -> None:
    m = only("After hours of talks at the palace in Lima, the envoys agreed to see which mills could open.")
    assert (m.status, m.place) == ("held", "Lima")
    assert only("After the talks on Friday, Ana Ruiz will be joined by her team.").status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "A note of the ministry on Monday said that Chad and Sudan will meet in Lima.",
        "The ministry on Monday announced talks between Chad and Sudan in Lima.",
    ],
)
def test_a_day_in_front_of_a_verb_of_saying_is_when_it_was_said(text: str) -> None:
    assert all(m.start is None for m in meetings(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz of Chad and Paul Okoye of Peru will meet in Doha, Qatar (State of Qatar), on Friday.",
        "Envoys of Chad and Peru met on Monday as the Qatari emir’s deadline ran out.",
        "Chad and Peru held talks with the Qatari carrier Grau Air on Monday.",
    ],
)
def test_a_country_of_something_else_takes_no_part(text: str) -> None:
    assert set(only(text).sides) <= {"Chad", "Peru"}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz was not able to meet Paul Okoye in Lima.",
        "No further talks between Chad and Peru are planned in Lima on Friday.",
    ],
)
def test_those_who_do_not_meet(text: str) -> None:
    assert meetings(text) == []


def test_a_place_in_what_is_said_of_a_speaker_is_not_the_meetings() -> None:
    text = "Chad and Peru will hold talks on Friday, said the guild, which has its seat in Oslo."
    assert only(text).place is None


def test_a_headline_in_the_present_tells_what_happened() -> None:
    text = "Ana Ruiz meets envoys of Chad and Peru in Lima\n\nMinister Ana Ruiz said that it rained."
    article = Article(
        id="a",
        path="a.txt",
        text=text,
        title=text.split("\n")[0],
        published=TODAY,
        published_basis="stated",
    )
    assert [m.status for m in extract(article).meetings] == ["held"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The talks, held on Monday in the Chilean border town of Arica, lasted an hour.", "Arica"),
        ("Mediated talks in the Kisumu dock dispute broke off on Monday.", None),
        ("Talks in the Kisumu dispute broke off on Monday.", None),
    ],
)
def test_the_town_where_they_met_and_the_town_of_a_dispute(text: str, place: str | None) -> None:
    assert only(text).place == place


def test_an_owner_of_talks_takes_part_in_them() -> None:
    m = only("The news follows President Ana Ruiz’s first summit with Paul Okoye in Lima on Monday.")
    assert set(m.people) == {"Ana Ruiz", "Paul Okoye"}


def test_a_report_on_a_round_is_none() -> None:
    text = (
        "Ana Ruiz will meet President Paul Okoye to give him a report on the first round of talks with Chad."
    )
    assert all(m.status == "held" and not m.sides for m in meetings(text) if m.round)


def test_a_firm_named_after_its_country_is_no_country() -> None:
    text = "Envoys of Chad and the Bakers Union Canada met on Monday, and so did those of Air Peru."
    assert set(only(text).sides) <= {"Chad"}


def test_those_who_meet_somewhere_did_something_else_on_the_day() -> None:
    text = "Meeting in the port of Arica, the envoys signed a truce that is due to begin on Monday."
    assert meetings(text) == []


def test_time_away_from_the_table_is_no_length_of_talks() -> None:
    assert only("Talks in Lima resumed on Monday after four days away from the table.").durations == ()


def test_a_day_set_for_one_meeting_is_not_that_of_what_it_prepares() -> None:
    text = "A working-level meeting with Sudan is due to be held on Friday to prepare a summit in late April."
    first, second = meetings(text)
    assert (first.surface, first.start) == ("meeting", "2026-03-13")
    assert (second.surface, (second.start or "")[:7]) == ("summit", "2026-04")


def test_what_leads_to_a_meeting_leads_no_team_there() -> None:
    text = "Minister Ana Ruiz denied that the row will lead to the delay of a second summit due in May."
    assert all(m.people == () for m in meetings(text))


@pytest.mark.parametrize(
    "text",
    [
        "The rebels and the government of Chad held talks on Monday to end the fall of the South American nation.",
        "Delegations of Chad and the union of North American bakers met in Lima on Monday.",
    ],
)
def test_a_continent_is_no_country(text: str) -> None:
    assert "United States" not in only(text).sides


def test_whose_government_it_is_did_not_meet() -> None:
    assert only("Envoys from the government of Ana Ruiz and the union met in Lima on Monday.").people == ()


def test_the_start_of_talks_is_none_to_come() -> None:
    m = only("Ana Ruiz and Paul Okoye shook hands at the start of the talks in Lima.")
    assert (m.status, set(m.people)) == ("held", {"Ana Ruiz", "Paul Okoye"})


def test_a_name_longer_than_was_read_is_no_place() -> None:
    assert only("Chad and Peru met on Monday at the National Museum of Weaving of Lower Arica.").place is None


def test_who_had_been_expected_to_meet_may_not_have() -> None:
    assert (
        meetings("Ana Ruiz had been expected to meet Paul Okoye and the envoys of Chad in Lima on Friday.")
        == []
    )
