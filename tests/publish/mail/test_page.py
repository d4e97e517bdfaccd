"""The HTML of the message as people see it: narrow, dark, with pictures off, read aloud."""

from __future__ import annotations

import base64
from pathlib import Path

import nbformat
import pytest

from readout.publish.mail.content import MOST_BYTES, content_of
from readout.publish.mail.message import MailError
from readout.show.media import VEGALITE

CHART = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "description": "Two rounds of talks in March.",
    "usermeta": {"readout": "timeline"},
    "width": 600,
    "height": 80,
    "data": {"values": [{"x": 1}, {"x": 2}]},
    "mark": "bar",
    "encoding": {"x": {"field": "x", "type": "quantitative"}},
}
TEXT = """<div class="readout"><h1>Harbour talks</h1>
<p class="ro-meta">From two articles</p>
<div class="ro-card ro-many"><p class="ro-value">140</p><p>dockers</p><p class="ro-small">Lena Okafor
<sup><a class="ro-cite" href="#s-1.2" title="x">1.2</a></sup><sup><a class="ro-cite" href="#s-1.4">1.4</a></sup>
</p></div>
<p class="ro-lead"><script>alert(1)</script>&lt;script&gt; stays words</p>
<table class="ro-table"><thead><tr><th scope="col">Who</th></tr></thead><tbody><tr><td>Okafor</td></tr></tbody></table>
<details><summary>as a table</summary><p>folded away</p></details>
<ol class="ro-sources">
<li><p class="ro-quote">A sentence. <span class="ro-back"><a href="#c-1">up</a></span></p></li></ol>
</div>"""


def run_notebook(*fragments: str):
    about = {"readout": {"title": "Harbour talks"}}
    outputs = [
        nbformat.v4.new_output(
            "display_data", {"text/html": f, "text/plain": "Harbour talks"}, metadata=about
        )
        for f in fragments
    ]
    outputs.append(nbformat.v4.new_output("display_data", {VEGALITE: CHART, "text/plain": "Two rounds."}))
    cells = [
        nbformat.v4.new_markdown_cell("## When\n\nWhat took place?"),
        nbformat.v4.new_code_cell(outputs=outputs),
    ]
    return nbformat.v4.new_notebook(cells=cells)


@pytest.fixture(scope="module")
def content():
    return content_of(run_notebook(TEXT), "fallback")


def test_parts(content):
    assert content.subject == "Harbour talks"
    assert content.text.startswith("When\n----\n\nWhat took place?\n\nHarbour talks")
    assert [p.name for p in content.pictures] == ["timeline-3"]
    assert 'src="cid:timeline-3" alt="Two rounds of talks in March."' in content.html
    assert "folded away" not in content.html
    assert "href" not in content.html
    assert "[1.2]" in content.html
    assert len(content.html.encode()) <= MOST_BYTES


def test_rules_stand_in_the_elements(content):
    assert 'style="' in content.html
    assert "prefers-color-scheme" in content.html


def test_nothing_of_a_script_is_left(content):
    assert "<script" not in content.html
    assert "&lt;script&gt; stays words" in content.html


def test_too_long_a_message_is_refused():
    with pytest.raises(MailError, match="mail programs cut"):
        content_of(run_notebook(f"<p>{'long ' * 20_000}</p>"), "x")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 600])
@pytest.mark.parametrize("pictures", [True, False])
def test_in_a_browser(content, browser, tmp_path: Path, scheme, width, pictures):
    from axe_playwright_python.sync_playwright import Axe

    html = content.html
    if pictures:
        for picture in content.pictures:
            data = base64.b64encode(picture.png).decode()
            html = html.replace(f"cid:{picture.name}", f"data:image/png;base64,{data}")
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.set_content(html)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    violations = [v["id"] for v in Axe().run(page).response["violations"]]
    page.close()
    assert violations == []
