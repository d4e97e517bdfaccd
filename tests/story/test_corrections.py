"""What people rule: how the file is checked, and what becomes of each ruling."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from readout.corpus import Article
from readout.extract import FigureMention, MeetingMention, extract
from readout.story import Story, build_story
from readout.story.facts import story_to_facts
from readout.story.rulings import CorrectionsError, Ruling, load_corrections, schema_text
from tests.story.making import read

ROOT = Path(__file__).resolve().parents[2]

ARTICLES = (
    read("a", "{Lena Grau} spoke.", [("Lena Grau", "role", "envoy"), ("Lena Grau", "side", "Austria")]),
    read("b", "{Helene Graw} and {Olaf Marsh} met.", [("Olaf Marsh", "role", "mayor")]),
    read("c", "{Olaf Marsh} spoke of 30 boats.", [("Olaf Marsh", "role", "singer")]),
)


def rulings(tmp_path: Path, text: str) -> tuple[Ruling, ...]:
    path = tmp_path / "corrections.yml"
    path.write_text(text, encoding="utf-8")
    return load_corrections(path)


def corrected(tmp_path: Path, text: str, articles=ARTICLES) -> Story:  # type: ignore[no-untyped-def]
    return build_story(articles, rulings(tmp_path, text))


def test_people_are_merged(tmp_path: Path) -> None:
    story = corrected(
        tmp_path,
        "- {kind: merge_people, people: [Lena Grau, helene-graw], name: Helene Grau, reason: one woman, by: J. K.}",
    )
    (person,) = [p for p in story.people if p.name == "Helene Grau"]
    assert (person.id, person.side, person.roles) == ("helene-grau", "Austria", ("envoy",))
    assert {"Lena Grau", "Helene Graw"} <= {*person.aliases}
    assert any("merged by J. K. (one woman)" in r for r in person.reasons)
    assert {m.article for m in person.mentions} == {"a", "b"}
    assert "helene-grau" in {s.subject for s in story.statements}
    (done,) = story.corrections
    assert (done.applied, done.original, done.corrected) == (True, "Lena Grau + helene-graw", "Helene Grau")
    assert (done.reason, done.by) == ("one woman", "J. K.")


def test_a_person_is_split_by_article_or_by_name(tmp_path: Path) -> None:
    assert len([p for p in build_story(ARTICLES).people if p.name == "Olaf Marsh"]) == 1
    story = corrected(
        tmp_path, "- {kind: split_person, person: Olaf Marsh, articles: [c.txt], reason: namesakes, by: J}"
    )
    mayor, singer = (p for p in story.people if p.name == "Olaf Marsh")
    assert {mayor.roles, singer.roles} == {("mayor",), ("singer",)}
    assert {mayor.id, singer.id} == {"olaf-marsh", "olaf-marsh-2"}
    two = (read("a", "{Carl Berg} spoke."), read("b", "{C. Berg} spoke."))
    assert len(build_story(two).people) == 1
    story = corrected(
        tmp_path, "- {kind: split_person, person: Carl Berg, names: [C. Berg], reason: r, by: J}", two
    )
    assert sorted(p.name for p in story.people) == ["C. Berg", "Carl Berg"]


def test_what_is_known_of_a_person_is_set_with_the_original_beside_it(tmp_path: Path) -> None:
    story = corrected(
        tmp_path,
        """
        - {kind: set_fact, table: people, which: Lena Grau, field: side, value: Germany, reason: r, by: J}
        - {kind: set_fact, table: people, which: lena-grau, field: roles, value: [consul], reason: r, by: J}
        """,
    )
    person = next(p for p in story.people if p.id == "lena-grau")
    assert (person.side, person.roles) == ("Germany", ("consul",))
    assert [(c.original, c.corrected) for c in story.corrections] == [
        ("Austria", "Germany"),
        ("envoy", "consul"),
    ]
    assert {s.value for s in story.statements if s.property == "side"} == {"Austria"}, "what was said stays"


def test_a_person_called_otherwise_is_still_found_by_the_old_name(tmp_path: Path) -> None:
    text = "- {kind: set_fact, table: people, which: Lena Grau, field: name, value: Magdalena Grau, reason: r, by: J}"
    person = next(p for p in corrected(tmp_path, text).people if p.id == "lena-grau")
    assert (person.name, person.aliases) == ("Magdalena Grau", ("Lena Grau",))


def test_findings_are_rejected(tmp_path: Path) -> None:
    two = (read("a", "{Carl Berg} spoke."), read("b", "{C. Berg} spoke."))
    assert [f.subject for f in build_story(two).findings] == ["Carl Berg"]
    story = corrected(
        tmp_path, "- {kind: reject_fact, table: findings, which: Carl Berg, reason: r, by: J}", two
    )
    assert story.findings == ()
    assert story.corrections[0].applied


def test_meetings_are_set(tmp_path: Path) -> None:
    talks = MeetingMention(
        article="a", begin=0, end=4, surface="Lena", title="talks", status="held", start="2031-05-02", round=1
    )
    articles = (_with(ARTICLES[0], meetings=(talks,)),)
    title = build_story(articles).meetings[0].title
    text = f"- {{kind: set_fact, table: meetings, which: '{title}', field: place, value: Lund, reason: r, by: J}}"
    story = corrected(tmp_path, text, articles)
    assert (story.meetings[0].place, story.corrections[0].original) == ("Lund", "none")


def test_a_rejected_person_is_nowhere(tmp_path: Path) -> None:
    meeting = MeetingMention(
        article="a",
        begin=0,
        end=4,
        surface="Lena",
        title="talks",
        status="held",
        start="2031-05-02",
        people=("Lena Grau",),
        round=1,
    )
    articles = (_with(ARTICLES[0], meetings=(meeting,)), *ARTICLES[1:])
    assert "lena-grau" in build_story(articles).meetings[0].people
    text = "- {kind: reject_fact, table: people, which: Lena Grau, reason: a ship, by: J}"
    story = corrected(tmp_path, text, articles)
    assert "Lena Grau" not in {p.name for p in story.people}
    assert "lena-grau" not in {s.subject for s in story.statements}
    assert [m.people for m in story.meetings] == [()]
    assert story.corrections[0].original == "Lena Grau"


def test_figures_are_set_and_rejected_by_their_words(tmp_path: Path) -> None:
    boats = FigureMention(article="c", begin=20, end=28, surface="30 boats", value=30, unit="boat")
    articles = (*ARTICLES[:2], _with(ARTICLES[2], figures=(boats,)))
    said = "field: value, value: 13, reason: r, by: J"
    text = f"- {{kind: set_fact, table: figures, article: c, wording: 30  Boats, {said}}}"
    story = corrected(tmp_path, text, articles)
    assert story.figures[0].value == 13
    assert (story.corrections[0].original, story.corrections[0].corrected) == ("30", "13")
    assert story.corrections[0].target == "c · 30  Boats: value"
    text = "- {kind: reject_fact, table: figures, article: c.txt, wording: 30 boats, reason: r, by: J}"
    assert corrected(tmp_path, text, articles).figures == ()


def test_a_set_publication_date_is_where_dates_are_counted_from(tmp_path: Path) -> None:
    article = Article(
        id="a", path="in/a.txt", text="Talks end\nThe talks will end on 7 May 2031, officials said tomorrow."
    )
    text = "- {kind: set_published, article: a.txt, published: 2031-05-02, reason: seen in print, by: J}"
    story = corrected(tmp_path, text, (extract(article),))
    assert story.articles[0].published == date(2031, 5, 2)
    assert story.articles[0].published_basis == "sidecar"
    assert "seen in print" in story.articles[0].published_evidence
    assert (story.corrections[0].original, story.corrections[0].corrected) == (
        "unknown (unknown)",
        "2031-05-02",
    )
    assert "2031-05-03" in {d.value for d in story.dates}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{kind: merge_people, people: [Lena Grau, Nobody]}", "Nobody: matches nothing"),
        ("{kind: merge_people, people: [Lena Grau, lena-grau]}", "they are one person already"),
        ("{kind: split_person, person: Nobody, names: [N]}", "Nobody: matches nothing"),
        ("{kind: split_person, person: Lena Grau, names: [Lena Grau]}", "leaves nothing to tell apart"),
        ("{kind: set_published, article: z, published: 2031-01-01}", "matches nothing"),
        ("{kind: reject_fact, table: findings, which: boats}", "matches nothing"),
        ("{kind: set_fact, table: meetings, which: talks, field: place, value: Lund}", "matches nothing"),
    ],
)
def test_what_matches_nothing_is_said_so(tmp_path: Path, text: str, why: str) -> None:
    story = corrected(tmp_path, f"- {text[:-1]}, reason: r, by: J}}")
    (outcome,) = story.corrections
    assert (outcome.applied, outcome.original, outcome.corrected) == (False, why, "")
    assert story.people == build_story(ARTICLES).people


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind: x", "must be a list"),
        ("- {kind: nonsense, reason: r, by: J}", "nonsense"),
        ("- {kind: merge_people, people: [A, B], by: J}", "reason"),
        ("- {kind: merge_people, people: [A, B], reason: '', by: J}", "corrections.yml, entry 1: reason: "),
        ("- {kind: merge_people, people: [A], reason: r, by: J}", "people"),
        ("- {kind: merge_people, people: [A, B], nam: C, reason: r, by: J}", "nam"),
        ("- {kind: split_person, person: A, reason: r, by: J}", "names or the articles"),
        ("- {kind: reject_fact, table: figures, which: x, reason: r, by: J}", "article"),
        ("- {kind: set_fact, table: people, which: A, field: sied, value: x, reason: r, by: J}", "sied"),
        (
            "- {kind: set_fact, table: people, which: A, field: mentions, value: x, reason: r, by: J}",
            "mentions",
        ),
        (
            "- {kind: set_fact, table: findings, which: A, field: verdict, value: x, reason: r, by: J}",
            "verdict",
        ),
        (
            "- {kind: set_fact, table: meetings, which: A, field: status, value: maybe, reason: r, by: J}",
            "held",
        ),
        ("- {kind: set_published, article: a, published: soon, reason: r, by: J}", "date"),
        ("- [", "corrections.yml"),
        ("- !!python/object/apply:os.system [x]", "corrections.yml"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_the_reason(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CorrectionsError, match=says):
        rulings(tmp_path, text)


def test_rulings_on_another_story_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yml"
    line = "- {kind: set_published, article: a, published: 2031-01-01, reason: r, by: J"
    path.write_text(f"{line}, story: one}}\n{line}}}\n", encoding="utf-8")
    asked: tuple[list[str], ...] = (["in/one"], ["in/one/a.txt", "in/two"], ["../in/two/*.txt"], [])
    assert [len(load_corrections(path, articles)) for articles in asked] == [2, 2, 1, 2]


def test_an_empty_file_corrects_nothing(tmp_path: Path) -> None:
    assert rulings(tmp_path, "# nothing yet\n") == ()


def test_the_schema_for_editors_is_up_to_date() -> None:
    schema = (ROOT / "data" / "corrections.schema.json").read_text(encoding="utf-8")
    assert schema == schema_text(), (
        "write readout.story.rulings.schema_text() to data/corrections.schema.json"
    )


def test_our_own_corrections_can_be_read() -> None:
    load_corrections(ROOT / "data" / "corrections.yml")


def test_corrections_stand_in_the_facts_file(tmp_path: Path) -> None:
    text = (
        "- {kind: set_fact, table: people, which: Lena Grau, field: side, value: Germany, reason: r, by: J}"
    )
    (row,) = story_to_facts(corrected(tmp_path, text))["corrections"]
    assert row["applied"] is True


def _with(extraction, **parts):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(extraction, **parts)
