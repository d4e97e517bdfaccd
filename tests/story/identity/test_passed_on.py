"""A side that one article gives to a person goes, through a role in another, to those who serve him."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract import extract
from readout.story import build_story


def sides(*texts: str) -> dict[str, str | None]:
    articles = [Article(id=str(i), path=f"{i}.txt", text=text) for i, text in enumerate(texts)]
    return {p.name: p.side for p in build_story([extract(a) for a in articles]).people}


def test_an_aide_is_on_the_side_that_another_article_gives_to_his_master() -> None:
    found = sides(
        "Ukrainian President Petro Hrytsenko spoke on Friday.",
        "Taras Bondar, chief of staff to President Petro Hrytsenko, spoke on Friday.",
    )
    assert found == {"Petro Hrytsenko": "Ukraine", "Taras Bondar": "Ukraine"}


def test_a_cousin_need_not_be() -> None:
    found = sides(
        "Ukrainian President Petro Hrytsenko spoke on Friday.",
        "Taras Bondar, a cousin of President Petro Hrytsenko, spoke on Friday.",
    )
    assert found["Taras Bondar"] is None


def test_the_statement_points_to_the_role() -> None:
    text = "Ukrainian President Petro Hrytsenko spoke.\nTaras Bondar, an aide to Mr. Hrytsenko, left."
    story = build_story([extract(Article(id="a", path="a.txt", text=text))])
    said = {(s.subject, s.value, text[s.begin : s.end]) for s in story.statements if s.property == "side"}
    assert ("taras-bondar", "Ukraine", "aide to Mr. Hrytsenko") in said
