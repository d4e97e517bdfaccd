"""A run notebook as PDF: markdown cells through pandoc, our outputs as the Typst that they carry.

No browser, no TeX, no system library. Typst enforces the standards named below: it refuses, for one, a
picture without alternative text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from nbconvert.exporters.exporter import Exporter
from nbformat import NotebookNode

from readout.publish import fonts
from readout.publish.drawings import still
from readout.publish.html import TEMPLATES, about, printed, titled
from readout.show.media import TYPST, VEGALITE, literal

STANDARDS: Any = ["ua-1", "a-2a"]
LOOK = TEMPLATES / "readout-pdf" / "report.typ"
# The date of a PDF whose notebook does not say as of when it is: a fixed one, so that runs repeat.
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


class ReadoutPDFExporter(Exporter):
    """`jupyter nbconvert --to readout-pdf`."""

    export_from_notebook = "Readout PDF"
    output_mimetype = "application/pdf"

    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]  # the output is bytes, not a notebook
        self, nb: NotebookNode, resources: Any = None, **kwargs: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """The notebook as PDF."""
        import typst

        nb, resources = super().from_notebook_node(nb, resources, **kwargs)
        source = self.typst(nb, resources["metadata"].get("name", "Notebook"))
        pdf: bytes = typst.compile(
            fonts.showable(source).encode("utf-8"),
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(fonts.FOLDER)]),
            pdf_standards=STANDARDS,
            timestamp=as_of(nb),
        )
        return pdf, resources

    def typst(self, nb: NotebookNode, name: str) -> str:
        """The notebook as Typst source."""
        import pypandoc

        body: str = pypandoc.convert_text("\n\n".join(_cells(nb)), "typst", format="commonmark_x-smart")
        day = as_of(nb)
        date = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
        document = f"#set document(title: {literal(titled(nb, name))}, date: {date})\n"
        places = "".join(f'"{place}": true, ' for place in _places(nb))
        return f"{document}#let places = ({places or ':'})\n{LOOK.read_text(encoding='utf-8')}{body}"


def _places(nb: NotebookNode) -> Iterator[str]:
    """The labels that the notebook's outputs set: sentences, articles, and where each was first cited."""
    typst = "\n".join(o.get("data", {}).get(TYPST, "") for c in nb.cells for o in c.get("outputs", ()))
    yield from (f"s-{label}" for label in re.findall(r'ro-sentence\("([\d.]+)"', typst))
    yield from (f"article-{number}" for number in re.findall(r"#ro-source\((\d+)", typst))
    yield from re.findall(r'#ro-cite\("[\d.]+", "(c-[\w.-]+)"', typst)


def as_of(nb: NotebookNode) -> datetime:
    """The day that the notebook's story reaches to."""
    day = about(nb).get("as_of")
    return datetime.fromisoformat(day).replace(tzinfo=UTC) if day else _NO_DATE


def _cells(nb: NotebookNode) -> Iterator[str]:
    """The notebook as markdown for pandoc, outputs as raw Typst."""
    for cell in nb.cells:
        if cell.cell_type == "markdown":
            # A heading and the question under it stay with what answers it.
            yield _raw("#block(sticky: true)[")
            yield cell.source
            yield _raw("]")
        for output in printed(cell):
            yield from _output(output)


def _output(output: NotebookNode) -> Iterator[str]:
    data = output.get("data", {})
    if TYPST in data:
        yield _raw(data[TYPST])
    elif VEGALITE in data:
        spec = data[VEGALITE]
        yield _raw(f"#ro-chart({literal(still(spec))}, {literal(spec.get('description') or 'Chart')})")
    elif "text/markdown" in data:
        yield data["text/markdown"]
    elif output.output_type == "error":
        yield _raw(f"#ro-pre({literal(output.ename + ': ' + output.evalue)})")
    elif words := data.get("text/plain") or (output.get("text") if output.get("name") == "stdout" else None):
        yield _raw(f"#ro-pre({literal(words)})")


def _raw(typst: str) -> str:
    """Typst that pandoc hands on as it is."""
    longest = max((len(run) for run in re.findall(r"`+", typst)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{{=typst}}\n{typst}\n{fence}"
