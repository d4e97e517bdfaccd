"""A run notebook as one HTML file: nothing fetched, charts live, every word selectable."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nbconvert.exporters.html import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat import NotebookNode
from traitlets import default
from traitlets.config import Config

from readout.publish.drawings import embedded, live, vega_runtime
from readout.show.media import VEGALITE, style_sheet

PRIORITY = [VEGALITE, "text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain"]
TEMPLATES = Path(__file__).parent / "templates"
PAGE = TEMPLATES / "readout-html"


class ReadoutHTMLExporter(HTMLExporter):
    """`jupyter nbconvert --to readout-html`."""

    export_from_notebook = "Readout HTML"
    exclude_anchor_links = True

    @default("template_name")
    def _template_name_default(self) -> str:
        return "readout-html"

    @default("extra_template_basedirs")
    def _templates(self) -> list[str]:
        return [str(TEMPLATES)]

    @property
    def default_config(self) -> Config:
        """Charts first. Set through Config: set on the exporter itself, the filter does not see it."""
        config = Config({"NbConvertBase": {"display_data_priority": PRIORITY}})
        inherited: Config = super().default_config.copy()
        inherited.merge(config)
        return inherited

    def default_filters(self) -> Any:
        """The filters of the template."""
        yield from super().default_filters()  # type: ignore[no-untyped-call]
        yield from (
            ("live", live),
            ("embedded", embedded),
            ("anchored", anchored),
            ("titled", titled),
            ("printed", printed),
        )

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: Any = None, **options: Any
    ) -> tuple[str, Any]:
        """The notebook as a page, and what the template was given.

        HTMLExporter would parse the finished page once more, to mark up the cells of a template that is not ours.
        """
        page: tuple[str, Any] = TemplateExporter.from_notebook_node(self, nb, resources, **options)
        return page

    def _init_resources(self, resources: Any) -> Any:
        resources = super()._init_resources(resources)  # type: ignore[no-untyped-call]
        resources["vega_runtime"] = vega_runtime
        resources["chart_mime"] = VEGALITE
        resources["style_sheet"] = style_sheet()
        resources["page"] = {p.name: p.read_text(encoding="utf-8") for p in PAGE.glob("page.*")}
        return resources


def anchored(html: str) -> str:
    """Headings with ids made of their words."""
    return re.sub(r"<h([1-6])>(.*?)</h\1>", lambda m: f'<h{m[1]} id="{slug(m[2])}">{m[2]}</h{m[1]}>', html)


def slug(html: str) -> str:
    """The words of a heading as an id."""
    return re.sub(r"\W+", "-", re.sub(r"<[^>]*>", "", html)).strip("-").lower()


def titled(nb: NotebookNode, fallback: str) -> str:
    """The document's title: what the notebook's opening section says it is, or the file's name."""
    return about(nb).get("title", fallback)


def printed(cell: NotebookNode) -> list[NotebookNode]:
    """The outputs of a cell without those that are for front ends only."""
    return [
        o for o in cell.get("outputs", ()) if o.get("metadata", {}).get("readout", {}).get("only") is None
    ]


def about(nb: NotebookNode) -> dict[str, str]:
    """What sections keep with their outputs for exporters: title, and the day that the story reaches to."""
    found: dict[str, str] = {}
    for cell in nb.cells:
        for output in cell.get("outputs", ()):
            found = {**output.get("metadata", {}).get("readout", {}), **found}
    return found
