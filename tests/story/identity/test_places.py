"""A name that the story knows for a place is nobody's."""

from __future__ import annotations

from dataclasses import replace

from readout.extract import Extraction
from readout.extract.mentions import PersonMention, Statement
from readout.story.identity import without_places
from tests.story.telling import told

PLACE = told("a", "The flood killed 40 people in Sula Bera.", "2026-03-10")


def naming(name: str, *statements: Statement) -> Extraction:
    one = told("b", f"A lorry from {name} was late. There were 12 men, {name} said.", "2026-03-10")
    person = PersonMention(article="b", begin=13, end=13 + len(name), surface=name, person=name)
    figures = tuple(replace(f, attribution=name) for f in one.figures)
    return replace(one, people=(person,), figures=figures, statements=statements)


def role(name: str) -> Statement:
    return Statement(subject=name, property="role", value="mayor", article="b", begin=13, end=13 + len(name))


def test_a_place_of_the_story_is_no_person() -> None:
    assert [f.place for f in PLACE.figures] == ["Sula Bera"]
    (_, other) = without_places([PLACE, naming("Sula Bera")])
    assert other.people == ()
    assert {f.attribution for f in other.figures} == {None}


def test_who_has_a_role_or_another_name_stays() -> None:
    for other in (naming("Sula Bera", role("Sula Bera")), naming("Ana Bera")):
        assert without_places([PLACE, other])[1] == other
