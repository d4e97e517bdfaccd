"""The facts file: what it holds, and that reading it back gives an equal story."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readout.corpus import Article, Dropped
from readout.corpus.read import read_articles
from readout.extract import DateMention, DurationMention, FigureMention, MeetingMention, extract
from readout.story import Change, Correction, Evidence, Finding, Meeting, Session, Story, build_story
from readout.story.facts import (
    FACTS_VERSION,
    FactsError,
    facts_to_story,
    load_facts,
    read_facts,
    story_to_facts,
    write_facts,
)
from tests.story.making import read

FORMS = ("facts.json", "facts.parquet", "facts.csv")
# The contract of the facts file, version 1: fields and their names.
CONTRACT = {
    "articles": "id path title publisher authors published published_basis published_evidence url language "
    "words sha256",
    "dates": "article begin end surface sentence type value mod basis anchor",
    "durations": "article begin end surface sentence value mod of",
    "people": "id name aliases side roles mentions",
    "figures": "article begin end surface sentence value low high unit qualifier of attribution as_of place",
    "meetings": "id title status start end place sides people durations mentions slipped_from",
    "statements": "subject property value article begin end",
    "findings": "kind subject verdict explanation statements data",
}


def whole_story() -> Story:
    """A story with something in every table."""
    text = "Talks lasted two hours.\nLena Grau left on Friday with 30 aides, she said."
    span = {"article": "a", "begin": 13, "end": 22, "surface": "two hours"}
    lasted = DurationMention(**span, value="PT2H", of="talks")
    meeting = MeetingMention(
        article="a", begin=0, end=5, surface="Talks", title="talks", status="held", round=2
    )
    people = build_story(
        [read("a", "{Lena Grau} and {Dr. Grau=Lena Grau}.", [("Lena Grau", "role", "envoy")])]
    )
    return Story(
        articles=(
            Article(
                id="a",
                path="in/a.txt",
                text=text,
                title="Talks",
                authors=("A. Writer", "B. Writer"),
                published=date(2031, 5, 3),
                published_basis="stated",
                copies=("b.txt",),
                dropped=(Dropped("=menu()", "menu"),),
            ),
        ),
        dates=(
            DateMention(
                article="a",
                begin=42,
                end=48,
                surface="Friday",
                type="DATE",
                value="XXXX-WXX-5",
                resolved=False,
            ),
            DateMention(
                article="a",
                begin=42,
                end=48,
                surface="Friday",
                type="DATE",
                value="2031-05-02",
                anchor="2031-05-03",
            ),
        ),
        durations=(lasted,),
        people=people.people,
        figures=(
            FigureMention(
                article="a", begin=54, end=62, surface="30 aides", value=30, unit="aide", of="-2+3"
            ),
        ),
        meetings=(
            Meeting(
                id="talks",
                title="talks",
                status="held",
                sides=("Austria",),
                sessions=(Session(day=None, value="PT2H", mod=None, mention=lasted),),
                mentions=(meeting,),
            ),
        ),
        statements=people.statements,
        findings=(
            Finding(
                kind="agreement",
                subject="length",
                verdict="two hours",
                explanation="",
                evidence=(
                    Evidence(
                        subject="talks", property="duration", value="PT2H", article="a", begin=13, end=22
                    ),
                ),
                data={"values": [{"value": "PT2H", "articles": ["a"]}]},
            ),
        ),
        corrections=(
            Correction(
                kind="set_fact", target="t", original="", corrected="=1+1", reason="r", by="b", applied=True
            ),
        ),
        changes=(Change(what="new", kind="person", subject="Lena Grau", after="envoy"),),
    )


def test_every_field_of_the_contract_is_there() -> None:
    facts = json.loads(json.dumps(story_to_facts(whole_story())))
    assert facts["readout"] == FACTS_VERSION
    for table, fields in CONTRACT.items():
        assert facts[table], table
        for row in facts[table]:
            assert not set(fields.split()) - row.keys(), table


def test_what_is_unresolved_has_no_value_but_its_form() -> None:
    first, second = story_to_facts(whole_story())["dates"]
    assert (first["value"], first["underspecified"]) == (None, "XXXX-WXX-5")
    assert (second["value"], second["underspecified"]) == ("2031-05-02", None)
    assert first["sentence"] == "Lena Grau left on Friday with 30 aides, she said."


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("story", [whole_story(), Story()], ids=["whole", "empty"])
def test_reading_back_gives_an_equal_story(tmp_path: Path, name: str, story: Story) -> None:
    write_facts(story, tmp_path / "out" / name)
    assert read_facts(tmp_path / "out" / name) == story
    write_facts(Story(), tmp_path / "out" / name)
    assert read_facts(tmp_path / "out" / name) == Story()


_ODD = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    [
        "",
        "=1+1",
        "'=x",
        "\t@",
        '"',
        "a\r\nb",
        "\n",
        "null",
        "NaN",
        "true",
        "[]",
        "{}",
        " -2",
        "'",
        "1900",
        "\x00",
    ]
)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(odd=st.lists(_ODD, min_size=3, max_size=3), number=st.floats(allow_nan=False, allow_infinity=False))
def test_no_text_is_lost_in_any_form(tmp_path: Path, name: str, odd: list[str], number: float) -> None:
    a, b, c = odd
    story = Story(
        articles=(Article(id=a, path=b, text=c, title=a, authors=(b, c), url=c),),
        figures=(FigureMention(article="-", begin=0, end=1, surface=a, value=number, unit=b, of=c),),
        findings=(
            Finding(kind="sum", subject=a, verdict=b, explanation=c, data={"parts": [a, {b: c}, None, 1]}),
        ),
        changes=(Change(what="new", kind="figure", subject=a, before=b, after=None),),
    )
    write_facts(story, tmp_path / name)
    assert read_facts(tmp_path / name) == story


def test_no_cell_of_a_csv_begins_a_formula(tmp_path: Path) -> None:
    formulas = ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\t=1", "＝1+1", " =1"]
    changes = tuple(Change(what="new", kind="figure", subject=f, before=f) for f in formulas)
    write_facts(Story(changes=changes), tmp_path / "f.csv")
    with (tmp_path / "f.csv" / "changes.csv").open(newline="", encoding="utf-8") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert len([c for c in cells if c.startswith("'")]) == 2 * len(formulas)
    assert not [c for c in cells if c.lstrip()[:1] in tuple("=+-@＝")[:5] and c.strip()]
    assert read_facts(tmp_path / "f.csv").changes == changes


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"readout": "99"}',
        '{"readout": "1", "articles": [{}]}',
        '{"readout": "1", "dates": 3}',
        "\x00",
    ],
)
def test_what_is_no_facts_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    (tmp_path / "odd.json").write_text(content, encoding="utf-8")
    with pytest.raises(FactsError, match="facts file"):
        read_facts(tmp_path / "odd.json")


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_facts(tmp_path / "none.json")
    with pytest.raises(FileNotFoundError):
        load_facts(tmp_path)


def test_a_file_with_only_the_contract_can_be_loaded() -> None:
    facts = {"readout": FACTS_VERSION, "people": [{"id": "x", "name": "X"}]}
    assert facts_to_story(facts).people[0].name == "X"


@pytest.fixture(scope="module")
def five(shared: Path) -> Story:
    return build_story([extract(a) for a in read_articles([shared / "articles"]).articles])


@pytest.mark.parametrize("name", FORMS)
def test_the_five_articles_come_back_equal(five: Story, tmp_path: Path, name: str) -> None:
    write_facts(five, tmp_path / name)
    assert read_facts(tmp_path / name) == five
