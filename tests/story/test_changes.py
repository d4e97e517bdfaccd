"""What differs from an earlier facts file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from readout.corpus import Article
from readout.extract import FigureMention, MeetingMention
from readout.story import Change, Evidence, Finding, Meeting, Story, build_story
from readout.story.changes import find_changes
from readout.story.facts import load_facts, story_to_facts, write_facts
from tests.story.making import read

BOATS = FigureMention(
    article="a", begin=0, end=8, surface="30 boats", value=30, unit="boat", qualifier="at_least"
)
TALKS = Meeting(
    id="talks",
    title="Talks",
    status="planned",
    start="2031-05-02",
    mentions=(
        MeetingMention(article="a", begin=10, end=15, surface="talks", title="talks", status="planned"),
    ),
)
BEFORE = Story(
    articles=(
        Article(
            id="a", path="a.txt", text="30 boats", title="Boats", published=date(2031, 5, 1), sha256="f" * 64
        ),
    ),
    figures=(BOATS, replace(BOATS, begin=20, end=28)),
    meetings=(TALKS,),
    findings=(Finding(kind="conflict", subject="boats", verdict="30 or 40", explanation="two articles"),),
)


def changes(after: Story, before: Story = BEFORE) -> list[tuple[str, str, str, str | None, str | None]]:
    found = find_changes(story_to_facts(before), after)
    return [(c.what, c.kind, c.subject, c.before, c.after) for c in found]


def test_nothing_changed() -> None:
    assert changes(BEFORE) == []
    assert find_changes({}, Story()) == ()


def test_new_and_withdrawn() -> None:
    found = find_changes({}, BEFORE)
    assert {c.what for c in found} == {"new"}
    assert {c.kind for c in found} == {"article", "figure", "meeting", "finding"}
    gone = changes(Story())
    assert {what for what, *_ in gone} == {"withdrawn"}
    assert len(gone) == len(found) == 5


def test_an_article_dated_anew() -> None:
    dated = replace(BEFORE.articles[0], published=date(2031, 5, 2), published_basis="stated")
    assert changes(replace(BEFORE, articles=(dated,))) == [
        (
            "changed",
            "article",
            "Boats",
            "published 1 May 2031 (unknown) · SHA-256 ffffffff",
            "published 2 May 2031 (stated) · SHA-256 ffffffff",
        )
    ]


def test_a_meeting_held_on_another_day_under_another_id() -> None:
    held = replace(
        TALKS, id="other", title="Second talks", status="held", start="2031-05-04", end="2031-05-05"
    )
    assert changes(replace(BEFORE, meetings=(held,))) == [
        ("changed", "meeting", "Second talks", "planned · 2 May 2031", "held · 4 to 5 May 2031")
    ]


def test_one_of_two_alike_figures() -> None:
    later = replace(BOATS, begin=20, end=28, value=31)
    assert changes(replace(BEFORE, figures=(BOATS, later))) == [
        ("changed", "figure", "“30 boats” in a", "at least 30 boat", "at least 31 boat")
    ]


def test_a_person_known_by_a_better_name() -> None:
    first = build_story([read("a", "{Grau} spoke.")])
    more = build_story(
        [read("a", "{Grau} spoke."), read("b", "{Lena Grau} spoke.", [("Lena Grau", "role", "envoy")])]
    )
    assert ("changed", "person", "Lena Grau", "Grau", "Lena Grau · envoy") in changes(more, first)


def test_lesser_roles_and_ordinals_are_no_news() -> None:
    before = build_story([read("a", "{Lena Grau} spoke.", [("Lena Grau", "role", "envoy")])])
    roles = [("Lena Grau", "role", "envoy"), ("Lena Grau", "role", "special envoy")]
    after = build_story([read("a", "{Lena Grau} spoke.", roles)])
    second = replace(BOATS, surface="second round", qualifier="ordinal", value=2)
    assert changes(replace(after, figures=(second,)), before) == []


def test_a_finding_under_another_subject_is_the_same_by_what_it_rests_on() -> None:
    places = tuple(
        Evidence(subject="x", property="p", value="v", article="a", begin=n, end=n + 3) for n in range(3)
    )
    old = Finding(kind="variant", subject="Lena Grau", verdict="two", explanation="", evidence=places[:2])
    new = replace(old, subject="Helene Grau", verdict="three", evidence=places)
    assert changes(Story(findings=(new,)), Story(findings=(old,))) == [
        ("changed", "finding", "Helene Grau (variant)", "two", "three")
    ]


def test_a_finding_with_another_verdict() -> None:
    other = replace(BEFORE.findings[0], verdict="40")
    assert changes(replace(BEFORE, findings=(other,)))[0][:3] == ("changed", "finding", "boats (conflict)")


def test_built_against_an_earlier_file(tmp_path: Path) -> None:
    write_facts(build_story([read("a", "{Lena Grau} spoke.")]), tmp_path / "facts.csv")
    both = [read("a", "{Lena Grau} spoke."), read("b", "{Olaf Marsh} spoke.")]
    story = build_story(both, since=load_facts(tmp_path / "facts.csv"))
    assert Change(what="new", kind="person", subject="Olaf Marsh", after="Olaf Marsh") in story.changes
    assert not [c for c in story.changes if c.what != "new"]
