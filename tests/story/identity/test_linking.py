"""Who is who: pairs of names, and what becomes of them over many articles."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.extract import Extraction, Statement
from readout.story import build_story
from readout.story.identity.likeness import compare_names
from readout.story.identity.linking import group_names
from readout.story.identity.names import parse_name
from readout.story.identity.persons import ids_by_name, make_people
from readout.story.records import Person
from tests.story.making import read

_ROWS = (Path(__file__).parent / "name_pairs.tsv").read_text(encoding="utf-8").splitlines()
PAIRS = [row.split("\t") for row in _ROWS if not row.startswith("#")]
# `likely` is the same, as long as nobody else fits as well.
_VERDICT = {"likely": "same"}


def identify_people(extractions: Iterable[Extraction]) -> tuple[tuple[Person, ...], tuple[Statement, ...]]:
    return make_people(group_names(list(extractions)))


def people_of(*extractions: Extraction) -> dict[str, Person]:
    return {p.id: p for p in identify_people(extractions)[0]}


def names_of(*extractions: Extraction) -> list[str]:
    return sorted(p.name for p in identify_people(extractions)[0])


def test_there_are_pairs_of_every_verdict() -> None:
    assert len(PAIRS) >= 60
    assert {verdict for verdict, *_ in PAIRS} == {"same", "different", "unknown"}


@pytest.mark.parametrize(("verdict", "a", "b", "shows"), PAIRS, ids=lambda v: v.replace(" ", "_"))
def test_pairs_of_names(verdict: str, a: str, b: str, shows: str) -> None:
    found = compare_names(a, b)
    assert _VERDICT.get(found.verdict, found.verdict) == verdict, shows
    assert found == compare_names(b, a)
    assert found.rule
    people = people_of(read("x", f"{{{a}}} spoke."), read("y", f"{{{b}}} spoke."))
    assert len(people) == (1 if verdict == "same" or " " not in a else 2)
    assert verdict != "same" or all(p.reasons for p in people.values())


@pytest.mark.parametrize(
    ("text", "given_names", "family", "suffix"),
    [
        ("Dmitri S. Orlov", ("dmitri", "s."), ("orlov",), ""),
        ("Lin Jianguo", ("jianguo",), ("lin",), ""),
        ("Lee Harwood", ("lee",), ("harwood",), ""),
        ("Lee Mason", ("lee",), ("mason",), ""),
        ("Mo Tarah", ("mo",), ("tarah",), ""),
        ("Lee Jae-ho", ("jaeho",), ("lee",), ""),
        ("Chiang Kuo-shek", ("kuoshek",), ("chiang",), ""),
        ("Fu Cang", ("cang",), ("fu",), ""),
        ("Kim Min Jun", ("minjun",), ("kim",), ""),
        ("Park Min-jun", ("minjun",), ("park",), ""),
        ("Anna von der Heide", ("anna",), ("heide",), ""),
        ("von der Heide", (), ("heide",), ""),
        ("Badr bin Talib al-Hamdani", ("badr", "talib"), ("hamdani",), ""),
        ("López Urrutia", (), ("lopez", "urrutia"), ""),
        ("Robert F. Kane, Jr.", ("robert", "f."), ("kane",), "jr"),
        ("Abu Zafar", (), ("zafar",), ""),
        ("Orlov", (), ("orlov",), ""),
        ("I. Orlov", ("i.",), ("orlov",), ""),
        ("Van Ashworth", ("van",), ("ashworth",), ""),
        ("Van der Heide", (), ("heide",), ""),
        ("LIN JIANGUO", ("jianguo",), ("lin",), ""),
        ("Leopold III", (), ("leopold",), "iii"),
        ("Leopold II", (), ("leopold",), "ii"),
    ],
)
def test_names_are_taken_apart(
    text: str, given_names: tuple[str, ...], family: tuple[str, ...], suffix: str
) -> None:
    name = parse_name(text)
    assert (name.given, name.family, name.suffix) == (given_names, family, suffix)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_a_name(a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a)
    assert 0 <= compare_names(a, b).score <= 1
    assert compare_names(a, a).verdict in {"same", "unknown"}


def test_the_best_supported_form_names_the_person() -> None:
    people = people_of(
        read("a", "{Dmitri S. Orlov} spoke."),
        read("b", "{Dmitry Orlov} spoke, and {Mr. Orlov=Dmitry Orlov} left."),
        read("c", "{Dmitry Orlov} spoke."),
    )
    (person,) = people.values()
    assert (person.id, person.name) == ("dmitry-orlov", "Dmitry Orlov")
    assert set(person.aliases) == {"Dmitri S. Orlov", "Orlov", "Mr. Orlov"}
    assert [m.article for m in person.mentions] == ["a", "b", "b", "c"]
    assert any("Dmitri S. Orlov" in r and "score" in r for r in person.reasons)


def test_a_spelt_out_name_is_better_than_initials_or_capitals() -> None:
    people = people_of(
        *(read(f"a{i}", "{D. Orlov} spoke.") for i in range(3)),
        read("b", "{DMITRY ORLOV}"),
        read("c", "{Dmitry Orlov}"),
    )
    assert [p.name for p in people.values()] == ["Dmitry Orlov"]


def test_several_spellings_are_a_finding() -> None:
    story = build_story(
        [read("a", "{Dmitri S. Orlov} spoke."), read("b", "{Dmitry Orlov} spoke; {Orlov=Dmitry Orlov} left.")]
    )
    (finding,) = story.findings
    assert (finding.kind, finding.subject, finding.data) == (
        "variant",
        "Dmitry Orlov",
        {"names": ["Dmitri S. Orlov", "Dmitry Orlov"]},
    )
    assert [(e.article, e.value) for e in finding.evidence] == [
        ("a", "Dmitri S. Orlov"),
        ("b", "Dmitry Orlov"),
    ]
    assert finding.explanation.startswith("Dmitri S. Orlov in one article and Dmitry Orlov in one article. ")
    assert build_story([read("a", "{Dmitry Orlov} spoke; {Orlov=Dmitry Orlov} left.")]).findings == ()


def test_a_family_name_alone_goes_to_the_person_of_its_article_first() -> None:
    here = read("a", "{Jane Marsh} met {Marsden}.")
    assert names_of(here, read("b", "{Marsh} spoke.")) == ["Jane Marsh", "Marsden"]
    people = people_of(read("a", "{Jane Marsh} met {Ms. Marsh}."), read("b", "{Olaf Marsh} spoke."))
    assert people["jane-marsh"].aliases == ("Marsh", "Ms. Marsh")


@pytest.mark.parametrize(
    ("full", "alone", "one"),
    [
        ("Ursula von der Heide", "von der Heide", True),
        ("Ursula von der Heide", "Heide", True),
        ("Maria Trapp", "von Trapp", False),
        ("Osama bin Rashad", "Bin Rashad", True),
        ("Omar Rashad", "bin Rashad", False),
        ("Yahya Hamdani", "al-Hamdani", True),
        ("Sarah Ashworth", "Van Ashworth", False),
        ("Pedro Gómez Pérez-Castellón", "Gómez", True),
        ("Andrés López Urrutia", "López Urrutia", True),
        ("Lin Jianguo", "Lin", True),
        ("Lin Jianguo", "Jianguo", False),
        ("Robert Kane Jr.", "Kane", True),
        ("Robert Kane", "Kane Jr.", False),
        ("Carl Leopold", "Leopold II", False),
    ],
)
def test_what_a_family_name_alone_is_short_for(full: str, alone: str, one: bool) -> None:
    assert len(people_of(read("a", f"{{{full}}} spoke."), read("b", f"{{{alone}}} spoke."))) == (
        1 if one else 2
    )


def test_a_family_name_that_fits_two_is_left_apart_and_says_so() -> None:
    people = people_of(
        read("a", "{Jane Marsh} spoke."), read("b", "{Olaf Marsh} spoke."), read("c", "{Marsh} spoke.")
    )
    assert people["marsh"].ambiguous
    assert people["marsh"].reasons == ("left apart: fits Jane Marsh and Olaf Marsh",)
    assert not people["jane-marsh"].ambiguous


def test_an_article_that_cannot_tell_is_believed() -> None:
    people = people_of(read("a", "{Jane Marsh}, {Olaf Marsh} and {Marsh?} spoke."))
    assert people["marsh"].ambiguous
    assert len(people) == 3


def test_a_title_or_a_role_tells_which_of_two_is_meant() -> None:
    jane = read("a", "{Jane Marsh} spoke.", [("Jane Marsh", "role", "mayor of Lund")])
    olaf = read("b", "{Olaf Marsh} spoke.", [("Olaf Marsh", "role", "union leader")])
    by_role = people_of(jane, olaf, read("c", "{Marsh} spoke.", [("Marsh", "role", "mayor")]))
    assert "c" in {m.article for m in by_role["jane-marsh"].mentions}
    by_title = people_of(
        read("a", "{Jane Marsh} spoke; {Mrs. Marsh=Jane Marsh} left."),
        read("b", "{Olaf Marsh} spoke; {Mr. Marsh=Olaf Marsh} left."),
        read("c", "{Mrs. Marsh} spoke."),
    )
    assert "c" in {m.article for m in by_title["jane-marsh"].mentions}


def test_a_spouse_does_not_share_the_role_she_is_named_by() -> None:
    people = people_of(
        read("a", "{Olaf Marsh} spoke.", [("Olaf Marsh", "role", "President")]),
        read("b", "{Jane Marsh} spoke.", [("Jane Marsh", "role", "wife of President Olaf Marsh")]),
        read("c", "{President Marsh} spoke.", [("Marsh", "role", "President")]),
    )
    assert {m.article for m in people["olaf-marsh"].mentions} == {"a", "c"}
    assert any("the one who is president" in r for r in people["olaf-marsh"].reasons)


def test_a_name_that_begins_another_is_his_who_has_the_role() -> None:
    said = [("Ama Torvo Liske", "role", "President"), ("Ama Torvo Liske", "side", "Peru")]
    full = read("a", "{Ama Torvo Liske} spoke.", said)
    for roles, people in (["President"], 1), (["nurse"], 2), ([], 2):
        short = read("b", "{Ama Torvo} spoke.", [("Ama Torvo", "role", role) for role in roles])
        assert len(names_of(full, short)) == people


def test_spouses_stay_two() -> None:
    people = people_of(
        read("a", "{Olaf Marsh} spoke; {Mr. Marsh=Olaf Marsh} left."), read("b", "{Mrs. Marsh} spoke.")
    )
    assert len(people) == 2


def test_father_and_son_stay_two_unless_one_role_is_said_of_both() -> None:
    senior, junior = read("a", "{Robert Kane} spoke."), read("b", "{Robert Kane Jr.} spoke.")
    assert len(people_of(senior, junior)) == 2
    role = [("Robert Kane", "role", "health secretary")]
    son = [("Robert Kane Jr.", "role", "the health secretary")]
    assert (
        len(people_of(read("a", "{Robert Kane} spoke.", role), read("b", "{Robert Kane Jr.} spoke.", son)))
        == 1
    )


def test_a_jr_left_off_is_one_person_on_one_side_unless_roles_differ() -> None:
    side = [("Marcus Hale", "side", "Latvia")]
    junior = [("Marcus T. Hale Jr.", "side", "Latvia"), ("Marcus T. Hale Jr.", "role", "treasury official")]
    one, other = read("a", "{Marcus Hale} sat.", side), read("b", "{Marcus T. Hale Jr.} sat.", junior)
    assert len(people_of(one, other)) == 1
    senior = read("a", "{Marcus Hale} sat.", [*side, ("Marcus Hale", "role", "pilot")])
    assert len(people_of(senior, other)) == 2
    assert len(people_of(read("a", "{Marcus Hale} sat."), other)) == 2


def test_sides_speak_against_a_merge() -> None:
    a = read("a", "{Dmitry Orlov} spoke.", [("Dmitry Orlov", "side", "Latvia")])
    b = read("b", "{Dmytro Orlov} spoke.", [("Dmytro Orlov", "side", "Ukraine")])
    assert len(people_of(a, b)) == 2
    assert (
        len(people_of(a, read("b", "{Dmytro Orlov} spoke.", [("Dmytro Orlov", "side", "Dockers' Union")])))
        == 1
    )


def test_one_wrong_side_does_not_keep_a_family_name_from_its_person() -> None:
    a = read(
        "a", "{Dmitry Orlov} spoke.", [("Dmitry Orlov", "side", "Latvia"), ("Dmitry Orlov", "role", "envoy")]
    )
    b = [("Orlov", "side", "Ukraine")]
    assert len(people_of(a, read("b", "{Orlov} spoke.", b))) == 2
    assert len(people_of(a, read("b", "{Orlov} spoke.", [*b, ("Orlov", "role", "special envoy")]))) == 1


def test_people_of_one_name_only_are_one_where_nothing_tells_them_apart() -> None:
    known = read("a", "{Zafar} spoke.", [("Zafar", "side", "Kenya")])
    assert len(people_of(known, read("b", "{Zafar} spoke."))) == 1
    assert len(people_of(known, read("b", "{Zafar} spoke.", [("Zafar", "side", "Chad")]))) == 2


def test_one_wrong_side_does_not_tear_a_name_apart() -> None:
    a = read(
        "a", "{Dmitry Orlov} spoke.", [("Dmitry Orlov", "side", "Latvia"), ("Dmitry Orlov", "role", "envoy")]
    )
    b = read("b", "{Dmitry Orlov} spoke.", [("Dmitry Orlov", "side", "Ukraine")])
    assert len(people_of(a, b)) == 1
    actor = [("Dmitry Orlov", "side", "Ukraine"), ("Dmitry Orlov", "role", "actor")]
    assert len(people_of(a, read("b", "{Dmitry Orlov} spoke.", actor))) == 2


def test_a_form_that_fits_two_people_joins_neither() -> None:
    people = people_of(
        read("a", "{Carl F. Berg} spoke."),
        read("b", "{Carl R. Berg} spoke."),
        read("c", "{Carl Berg} spoke."),
    )
    assert len(people) == 3
    assert people["carl-berg"].ambiguous
    assert "Carl F. Berg" in people["carl-berg"].reasons[0]


def test_side_roles_and_lead_are_the_best_supported() -> None:
    says = [
        ("Lena Grau", "side", "Austria"),
        ("Lena Grau", "role", "envoy"),
        ("Lena Grau", "leads", "Austria"),
    ]
    people, statements = identify_people(
        [
            read("a", "{Lena Grau} spoke.", [*says, ("Lena Grau", "role", "chair of the board")]),
            read("b", "{Lena Grau} spoke.", says),
            read("c", "{Grau} spoke.", [("Grau", "side", "Germany")]),
        ]
    )
    person = next(p for p in people if p.name == "Lena Grau")
    assert (person.side, person.leads, person.roles) == (
        "Austria",
        "Austria",
        ("envoy", "chair of the board"),
    )
    assert {s.subject for s in statements if s.article in "ab"} == {"lena-grau"}
    assert ids_by_name(people)["b", "Lena Grau"] == "lena-grau"


STORY = (
    read("a", "{Dmitri S. Orlov}, {Jane Marsh} and {Lin Jianguo} met.", [("Jane Marsh", "side", "Ireland")]),
    read("b", "{Dmitry Orlov}, {Olaf Marsh} and {Lin=Lin Jianguo} met.", [("Dmitry Orlov", "role", "envoy")]),
    read("c", "{Orlov}, {Marsh} and {D. Orlov} met.", [("Orlov", "role", "envoy")]),
    read("d", "{Yuri Orlov} and {Marsh?} met."),
)


@pytest.mark.parametrize("order", list(permutations(STORY)))
def test_the_order_of_articles_changes_nothing(order: tuple[Extraction, ...]) -> None:
    assert identify_people(order) == identify_people(STORY)


def test_reading_an_article_twice_changes_nothing() -> None:
    assert identify_people([*STORY, *STORY[:2]]) == identify_people(STORY)


_GIVEN = st.sampled_from(["Dmitry", "Dmitri", "Dmytro", "D.", "Yuri", "Anna", "Anne", "Lin", ""])
_FAMILY = st.sampled_from(["Orlov", "Orloff", "Marsh", "al-Marsh", "Orlov Jr.", "Orlova"])
_NAMES = st.lists(st.builds(lambda g, f: f"{g} {f}".strip(), _GIVEN, _FAMILY), min_size=1, max_size=4)


@given(st.lists(_NAMES, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_every_mention_belongs_to_one_person_whatever_the_order(articles: list[list[str]], random) -> None:  # type: ignore[no-untyped-def]
    read_all = [read(f"a{i}", " ".join(f"{{{n}}} spoke." for n in names)) for i, names in enumerate(articles)]
    people, _ = identify_people(read_all)
    mentions = [m for p in people for m in p.mentions]
    assert sorted(mentions, key=_place) == sorted((m for e in read_all for m in e.people), key=_place)
    assert len({p.id for p in people}) == len(people)
    random.shuffle(read_all)
    assert identify_people(read_all)[0] == people


def _place(mention) -> tuple[str, int]:  # type: ignore[no-untyped-def]
    return mention.article, mention.begin


def _many(articles: int) -> Iterable[Extraction]:
    families = ["Orlov", "Marsh", "Grau", "al-Hamdani", "Lindqvist", "Kobayashi", "Moreau", "Castellón"]
    for i in range(articles):
        known = (
            f"{{Dmitry {families[i % 8]}}} and {{Mr. {families[(i + 1) % 8]}}} met {{Anna Berg{i % 50:02}}}."
        )
        yield read(f"a{i:04}", known, [(f"Dmitry {families[i % 8]}", "role", "envoy")])


def _seconds(story: list[Extraction]) -> float:
    begin = time.process_time()
    identify_people(story)
    return time.process_time() - begin


def _calls(story: list[Extraction]) -> int:
    """How many functions are called: unlike seconds, the same on every machine under any load."""
    counted = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        identify_people(story)
    finally:
        sys.setprofile(None)
    return counted


def test_cost_grows_in_proportion_to_articles() -> None:
    identify_people(list(_many(200)))
    assert _calls(list(_many(800))) < 5 * _calls(list(_many(200)))


def test_hundreds_of_people_of_one_family_name_are_told_apart_in_time() -> None:
    given_names = [f"{chr(65 + i % 26)}{chr(97 + i // 26)}ro" for i in range(400)]
    story = [read(name, f"{{{name} Orlov}} met.") for name in given_names]
    assert _seconds(story) < 2.0
    assert len(identify_people(story)[0]) > 300


def test_a_wife_is_not_her_husband_nor_a_namesake_by_an_initial() -> None:
    husband = read("a", "{Olaf Marsh} spoke.")
    assert names_of(husband, read("b", "{Mrs. Marsh=Marsh} spoke.")) == ["Marsh", "Olaf Marsh"]
    assert names_of(husband, read("b", "{Mr. Marsh=Marsh} spoke.")) == ["Olaf Marsh"]
    judge = read("a", "{Olaf Marsh} spoke.", [("Olaf Marsh", "role", "judge")])
    assert names_of(judge, read("b", "{O. Marsh} spoke.", [("O. Marsh", "role", "nurse")])) == [
        "O. Marsh",
        "Olaf Marsh",
    ]
    assert names_of(judge, read("b", "{O. Marsh} spoke.", [("O. Marsh", "role", "a judge")])) == [
        "Olaf Marsh"
    ]
    son = [
        read(str(i), f"{{{name}}} spoke.")
        for i, name in enumerate(["Olaf Marsh Jr.", "Olaf Marsh Sr.", "Marsh"])
    ]
    assert len(names_of(*son)) == 3


def test_an_abbreviated_rank_is_the_rank() -> None:
    first = read("a", "{Olaf Marsh} spoke.", [("Olaf Marsh", "role", "General")])
    other = read("b", "{Jane Marsh} spoke.", [("Jane Marsh", "role", "Colonel")])
    short = read("c", "{Gen. Marsh=Marsh} spoke.", [("Marsh", "role", "Gen.")])
    assert {m.article for m in people_of(first, other, short)["olaf-marsh"].mentions} == {"a", "c"}
