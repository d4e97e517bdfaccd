"""The brief: one page however many articles, with every sentence a click away."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pypdf
import pytest

from readout.extract import extract
from readout.publish.html import ReadoutHTMLExporter
from readout.publish.pdf import ReadoutPDFExporter
from readout.show.charts.base import date_axis, inline
from readout.show.charts.timeline import Bar, Dot, timeline
from readout.story import build_story
from tests.helpers.run import run
from tests.helpers.talks import talks
from tests.story.stories import retold


@pytest.fixture(scope="module")
def fifty() -> Any:
    return run("brief", build_story([extract(a) for a in retold(50)]))


def test_fifty_articles_fit_one_page(fifty: Any) -> None:
    pdf, _ = ReadoutPDFExporter().from_notebook_node(fifty)
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    words = " ".join(page.extract_text().split())
    assert "and 42 more articles." in words
    assert "The last 4 of" in words


def test_fifty_articles_keep_their_sentences_folded(fifty: Any) -> None:
    html, _ = ReadoutHTMLExporter().from_notebook_node(fifty)
    folded = re.findall(r"<details.*?</details>", html, re.DOTALL)
    assert len(folded) == 2
    cited = set(re.findall(r'href="#(s-[\d.]+)"', html))
    assert cited
    assert all(f'id="{label}"' in folded[1] for label in cited)
    plain = "".join(o.data["text/plain"] for c in fifty.cells for o in c.get("outputs", ()))
    assert len(plain) < 6_000


def test_few_articles_are_all_named() -> None:
    plain = [o.data["text/plain"] for c in run("brief", talks()).cells for o in c.get("outputs", ())]
    assert "more article" not in "".join(plain)
    assert "(inferred)" in "".join(plain)


@pytest.mark.parametrize(("days", "said"), [(125, "%-d %b"), (126, "%b %Y"), (800, "%b %Y")])
def test_an_axis_of_months_names_their_years(days: int, said: str) -> None:
    first = date(2025, 11, 3)
    axis = date_axis(first, first + timedelta(days)).to_dict(context={"data": inline([])})["axis"]
    assert axis["format"] == said
    assert all(datetime.fromtimestamp(v / 1000, UTC).day == 1 for v in axis["values"]) == (days > 125)


def test_dots_of_many_articles_do_not_touch() -> None:
    first = date(2026, 1, 1)
    dots = [Dot(str(n), first + timedelta(days=n % 90), stated=n % 3 > 0) for n in range(500)]
    spec = timeline([Bar("talks", first, first, held=True)], dots)
    places = [row for rows in spec["datasets"].values() for row in rows if "number" in row]
    days = sorted({row["begin"] / 86_400_000 for row in places})
    assert sum(int(row["number"] or 1) for row in places) == 500
    assert min(b - a for a, b in pairwise(days)) >= 90 / 50
