"""A run notebook as one HTML file: nothing fetched, charts live, every word selectable."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nbconvert.exporters.html import HTMLExporter
from nbformat import NotebookNode
from traitlets import default
from traitlets.config import Config

from readout.publish.drawings import embedded, live, vega_runtime
from readout.show.display import VEGALITE

TEMPLATES = Path(__file__).parent / "templates"


class ReadoutHTMLExporter(HTMLExporter):  # type: ignore[misc]
    """`jupyter nbconvert --to readout-html`."""

    export_from_notebook = "Readout HTML"

    @default("template_name")  # type: ignore[untyped-decorator]
    def _template_name_default(self) -> str:
        return "readout-html"

    @default("extra_template_basedirs")  # type: ignore[untyped-decorator]
    def _templates(self) -> list[str]:
        return [str(TEMPLATES)]

    @property
    def default_config(self) -> Config:
        """Charts first. Set here, through Config: on the exporter itself the filter would not see it."""
        config = Config(
            {
                "NbConvertBase": {
                    "display_data_priority": [
                        VEGALITE,
                        "text/html",
                        "text/markdown",
                        "image/svg+xml",
                        "image/png",
                        "image/jpeg",
                        "text/plain",
                    ]
                }
            }
        )
        inherited = super().default_config.copy()
        inherited.merge(config)
        return inherited

    def default_filters(self) -> Any:
        """The filters of the template."""
        yield from super().default_filters()
        yield from (("live", live), ("embedded", embedded), ("anchored", anchored), ("titled", titled))

    def _init_resources(self, resources: Any) -> Any:
        resources = super()._init_resources(resources)
        resources["vega_runtime"] = vega_runtime
        resources["chart_mime"] = VEGALITE
        resources["page"] = {
            p.name: p.read_text(encoding="utf-8") for p in (TEMPLATES / "readout-html").glob("page.*")
        }
        return resources


def anchored(html: str) -> str:
    """Headings with ids made of their words."""
    return re.sub(r"<h([1-6])>(.*?)</h\1>", lambda m: f'<h{m[1]} id="{slug(m[2])}">{m[2]}</h{m[1]}>', html)


def slug(html: str) -> str:
    """The words of a heading as an id."""
    return re.sub(r"\W+", "-", re.sub(r"<[^>]*>", "", html)).strip("-").lower()


def titled(nb: NotebookNode, fallback: str) -> str:
    """The document's title: the first first-level heading that the notebook shows, or the file's name."""
    for cell in nb.cells:
        for output in cell.get("outputs", ()):
            found = re.search(r"<h1[^>]*>(.*?)</h1>", output.get("data", {}).get("text/html", ""), re.DOTALL)
            if found:
                return re.sub(r"<[^>]*>", "", found[1])
        heading = re.match(r"#\s+(.+)", cell.source) if cell.cell_type == "markdown" else None
        if heading:
            return heading[1]
    return fallback
