"""The page: complete, inert, quiet, narrow enough for a phone, readable by everyone."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from readout.publish.html import ReadoutHTMLExporter
from readout.story import Story
from tests.helpers import edges
from tests.helpers.chromium import Visit, chromium
from tests.helpers.run import NOTEBOOKS, run
from tests.helpers.talks import talks

# By default one notebook goes through each test, with --slow all of them do.
OTHERS = sorted(p.stem for p in NOTEBOOKS.glob("*.ipynb") if p.stem != "report")
NAMES = ["report", *(pytest.param(name, marks=pytest.mark.slow) for name in OTHERS)]


def export(name: str, story: Story, **changed: Any) -> str:
    html, _ = ReadoutHTMLExporter().from_notebook_node(run(name, story, **changed))
    return str(html)


class Tags(HTMLParser):
    """The elements of a page that could act, its ids, and the links inside it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.found: list[str] = []
        self.handlers: list[str] = []
        self.headings: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and value and value.startswith("#") and tag == "a":
                self.targets.add(value[1:])
            if name.startswith("on") or (value or "").lower().startswith("javascript:"):
                self.handlers.append(f"{tag} {name}")


@pytest.fixture(scope="module")
def page() -> Callable[[str], str]:
    made: dict[str, str] = {}

    def get(name: str) -> str:
        return made.setdefault(name, export(name, talks()) if name not in made else "")

    return get


@pytest.mark.parametrize("name", NAMES)
def test_links_land_ids_are_single_and_headings_in_order(page: Callable[[str], str], name: str) -> None:
    tags = Tags(page(name))
    assert tags.targets
    assert tags.targets <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))
    assert tags.headings[0] == 1
    assert tags.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(tags.headings, tags.headings[1:], strict=False))


def test_every_citation_leads_to_its_sentence_and_back(page: Callable[[str], str]) -> None:
    html = page("report")
    cited = set(re.findall(r'href="#s-([\d.]+)"', html))
    assert len(cited) > 15
    for label in cited:
        sentence = re.search(rf'<p class="ro-quote" id="s-{re.escape(label)}">.*?</p>', html)
        assert sentence, label
        assert re.search(rf'href="#c-\w+-{re.escape(label)}"', sentence[0]), label


def test_the_sample_is_small_enough_to_mail(page: Callable[[str], str]) -> None:
    html = page("report").encode()
    assert len(html) <= 1_300_000
    assert len(gzip.compress(html)) <= 400_000


def test_nothing_is_named_that_would_be_fetched(page: Callable[[str], str]) -> None:
    html = re.sub(r"<script>.*?</script>", "", page("report"), flags=re.DOTALL)
    assert not re.search(r"""(?:src|href)=["'](?!#|data:)""", html)
    assert "@import" not in html
    assert "url(" not in html.replace("url(#", "")


def test_text_that_means_harm_stays_text() -> None:
    # Two charts have a specification each; the library and what starts it are two scripts more.
    for name, scripts in (("report", 4), ("sources", 0)):
        tags = Tags(export(name, edges.hostile()))
        assert not tags.handlers
        assert "img" not in tags.found
        assert tags.found.count("script") == scripts


@pytest.mark.parametrize("quotes", ["sentence", "full", "none"])
def test_quotes_decide_how_much_is_shown(quotes: str) -> None:
    html = re.sub(r"<[^>]*>", "", export("brief", talks(), quotes=quotes))
    assert ("calling the date a working assumption" in html) == (quotes != "none")
    # A sentence that no section cites.
    assert ("The dispute has gone on for three months" in html) == (quotes == "full")


@pytest.mark.parametrize("story", [edges.empty, edges.single])
@pytest.mark.parametrize("name", NAMES)
def test_empty_sections_say_so(story: Callable[[], Story], name: str) -> None:
    html = export(name, story())
    assert "ro-empty" in html or name == "sources"
    assert "None" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)


def test_the_same_run_is_the_same_page() -> None:
    assert export("report", talks()) == export("report", talks())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def visit(browser: Any, tmp_path: Path, page: Callable[[str], str]) -> Callable[..., Visit]:
    def opened(html: str, **how: Any) -> Visit:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        return Visit(browser, file, **how)

    return opened


@pytest.mark.parametrize("name", NAMES)
def test_offline_quiet_and_drawn(visit: Callable[..., Visit], page: Callable[[str], str], name: str) -> None:
    seen = visit(page(name))
    assert seen.requests == []
    assert seen.complaints == []
    charts = seen.page.query_selector_all(".ro-chart")
    assert len(charts) == {"report": 3, "brief": 1, "timeline": 2, "figures": 1}.get(name, 0)
    for chart in charts:
        assert chart.query_selector_all(".ro-live svg path, .ro-live svg text")
        assert chart.get_attribute("aria-label")


def test_paper_gets_the_still_charts_and_nothing_folded(
    visit: Callable[..., Visit], page: Callable[[str], str]
) -> None:
    seen = visit(page("report"), scheme="dark")
    seen.page.emulate_media(media="print")
    shown = {
        what: [e.is_visible() for e in seen.page.query_selector_all(what)]
        for what in (".ro-live", ".ro-still", "details")
    }
    assert shown[".ro-still"] == [True, True, True]
    assert not any(shown[".ro-live"] + shown["details"])
    assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_needs_no_sideways_scrolling(
    visit: Callable[..., Visit], page: Callable[[str], str], name: str
) -> None:
    seen = visit(page(name), width=320)
    drawn = "[...document.querySelectorAll('.ro-live svg')].map(s => s.getAttribute('width') - s.clientWidth)"
    assert not any(seen.page.evaluate(drawn)), "drawn wider than its column, and shrunk"
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
    wide = "[...document.querySelectorAll('.ro-live svg')].filter(s => s.getBoundingClientRect().right > 320)"
    assert seen.page.evaluate(f"{wide}.length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(
    visit: Callable[..., Visit], page: Callable[[str], str], name: str, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = visit(page(name), scheme=scheme)
    for details in seen.page.query_selector_all("details"):
        details.evaluate("d => d.open = true")
    result = axe.run(seen.page)
    assert result.violations_count == 0, result.generate_report()


def test_a_chart_tells_more_where_the_pointer_is(
    visit: Callable[..., Visit], page: Callable[[str], str]
) -> None:
    seen = visit(page("timeline"))
    seen.page.locator(".ro-live svg .mark-rect path").first.hover()
    assert "dinner" in seen.page.inner_text(".ro-tip")


def test_harmful_text_does_nothing_in_a_browser(visit: Callable[..., Visit]) -> None:
    seen = visit(export("report", edges.hostile()))
    assert seen.complaints == []
    assert seen.requests == []
    assert "<img src=x onerror=alert(2)>" in seen.page.inner_text("main")


@pytest.mark.slow
def test_a_crowd_fits_a_phone(visit: Callable[..., Visit]) -> None:
    seen = visit(export("report", edges.crowd()), width=320)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert seen.complaints == []
