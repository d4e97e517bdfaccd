"""The PDF: to the standards, with everything that the page says, the same every time."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from html import unescape
from typing import Any

import pypdf
import pytest

from readout.publish.fonts import showable
from readout.publish.html import ReadoutHTMLExporter
from readout.publish.pdf import ReadoutPDFExporter
from readout.story import Story
from tests.helpers import edges
from tests.helpers.run import NOTEBOOKS, run
from tests.helpers.talks import talks

OTHERS = sorted(p.stem for p in NOTEBOOKS.glob("*.ipynb") if p.stem != "report")
NAMES = ["report", *(pytest.param(name, marks=pytest.mark.slow) for name in OTHERS)]


def export(name: str, story: Story) -> bytes:
    pdf, _ = ReadoutPDFExporter().from_notebook_node(run(name, story))
    return bytes(pdf)


@pytest.fixture(scope="module")
def pdf() -> Callable[[str], pypdf.PdfReader]:
    made: dict[str, bytes] = {}

    def get(name: str) -> pypdf.PdfReader:
        if name not in made:
            made[name] = export(name, talks())
        return pypdf.PdfReader(io.BytesIO(made[name]))

    return get


def words(reader: pypdf.PdfReader) -> str:
    text = "".join(page.extract_text() for page in reader.pages)
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("name", NAMES)
def test_says_what_it_is_and_to_which_standards(pdf: Callable[[str], pypdf.PdfReader], name: str) -> None:
    reader = pdf(name)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata is not None
    assert reader.metadata.title == "Talks in Reykjavik, 9–26 March 2026"
    about = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1<" in about
    assert "<pdfaid:part>2<" in about
    assert "<pdfaid:conformance>A<" in about


def test_has_an_outline_pages_numbers_and_links(pdf: Callable[[str], pypdf.PdfReader]) -> None:
    reader = pdf("report")
    titles = [str(entry.title) for entry in _flat(reader.outline)]
    assert titles[0] == "Talks in Reykjavik, 9–26 March 2026"
    assert [t for t in titles if t[:3] in ("Whe", "How", "Who")][:4] == [
        "When",
        "How long",
        "Who",
        "How many",
    ]
    for number, page in enumerate(reader.pages, 1):
        assert page.extract_text().strip().endswith(f"{number} / {len(reader.pages)}")
    links = [a for page in reader.pages for a in page.get("/Annots", ())]
    assert len(links) > 60


def _flat(outline: list[Any]) -> list[Any]:
    return [e for item in outline for e in (_flat(item) if isinstance(item, list) else [item])]


def test_holds_every_word_of_the_page(pdf: Callable[[str], pypdf.PdfReader]) -> None:
    html, _ = ReadoutHTMLExporter().from_notebook_node(run("report", talks()))
    main = re.sub(r"<(script|style|svg|summary)\b.*?</\1>", " ", html.split("<main>")[1], flags=re.DOTALL)
    told = set(re.sub(r"<[^>]*>", " ", unescape(main)).split())
    text = words(pdf("report"))
    missing = {w for w in told if re.sub(r"\s", "", unicodedata.normalize("NFKC", w)) not in text}
    assert not missing


def test_charts_are_drawn_with_words_in_them(pdf: Callable[[str], pypdf.PdfReader]) -> None:
    text = words(pdf("timeline"))
    assert "24–25Mar·Secondround,Reykjavik" in text
    assert "+4days" in text


def test_no_heading_ends_a_page(pdf: Callable[[str], pypdf.PdfReader]) -> None:
    reader = pdf("report")
    headings = {str(e.title) for e in _flat(reader.outline)}
    for page in reader.pages:
        lines = [line for line in page.extract_text().splitlines() if line.strip()]
        # The last line is the foot of the page; a question under its heading does not answer it either.
        assert lines[-2].strip() not in headings
        assert not lines[-2].strip().endswith("?")


def test_the_same_run_is_the_same_file() -> None:
    assert export("brief", talks()) == export("brief", talks())


def test_dated_by_the_story_and_not_by_the_clock(pdf: Callable[[str], pypdf.PdfReader]) -> None:
    about = pdf("report").metadata
    assert about is not None
    assert about.creation_date is not None
    assert about.creation_date.date().isoformat() == "2026-03-26"


@pytest.mark.parametrize("story", [edges.empty, edges.single, edges.hostile])
def test_edges_compile(story: Callable[[], Story]) -> None:
    assert export("report", story()).startswith(b"%PDF")


def test_harmful_text_is_shown_as_it_stands() -> None:
    reader = pypdf.PdfReader(io.BytesIO(export("participants", edges.hostile())))
    text = words(reader)
    for harm in ('#eval("1+1")#panic("x")', "<imgsrc=xonerror=alert(2)>", "{{7*7}}", "$5and$6"):
        assert harm in text
    assert all(float(page.mediabox.width) > 500 for page in reader.pages)


@pytest.mark.slow
def test_a_crowd_repeats_its_table_headers_and_shows_every_script() -> None:
    reader = pypdf.PdfReader(io.BytesIO(export("participants", edges.crowd())))
    pages = [page.extract_text() for page in reader.pages]
    assert len([p for p in pages if "Role, as stated" in p]) > 1
    text = words(reader)
    for name in ("Преображенский", "Παπαδόπουλος", "Nguyễn", "Wołodyjowska", "Þórhildur"):
        assert unicodedata.normalize("NFKC", name) in text


def test_of_characters_without_a_shape_here_the_script_is_named() -> None:
    assert showable("Ünal Иван محمد בן 10 €") == "Ünal Иван محمد בן 10 €"
    assert showable("Wang (王小明，王 大明) said") == "Wang ([Chinese characters]) said"
    assert showable("東京タワー, 서울; தமிழ் 😀") == (
        "[Japanese characters], [Korean characters]; [Tamil characters]"
    )
    assert showable("so 😀👩\u200d🚀 far") == "so [symbols] far"
    assert showable("\U000e0001") == "[symbols]"
