"""Sections, and how they reach a notebook: each part with every form that a front end or exporter may want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from readout.show.as_html import HtmlWriter
from readout.show.as_text import text
from readout.show.as_typst import TypstWriter
from readout.show.nodes import Block, Cite, Inlines, Para, Table, cites

# Vega-Lite as JupyterLab draws it without a network, and Typst markup for the PDF.
VEGALITE = "application/vnd.vegalite.v5+json"
TYPST = "text/vnd.typst"


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with what stands beside it: its description, a caption that says what to see, the same as a table."""

    id: str
    spec: dict[str, Any]
    alt: str
    caption: Inlines
    table: Table

    def bundle(self) -> dict[str, Any]:
        """The drawing itself, by MIME type."""
        return {
            VEGALITE: {**self.spec, "description": self.alt, "usermeta": {"readout": self.id}},
            "text/plain": self.alt,
        }

    def beside(self) -> tuple[Block, ...]:
        """What follows the drawing."""
        return Para(self.caption, "caption"), self.table


@dataclass(frozen=True, slots=True)
class Section:
    """One question's answer. `name` is part of the ids by which sentences link back to it."""

    name: str
    parts: tuple[Block | Figure, ...]

    def cites(self) -> Iterator[Cite]:
        """Every reference that the section makes, in reading order."""
        for part in self.parts:
            yield from cites(part.beside() if isinstance(part, Figure) else part)

    def bundles(self) -> Iterator[dict[str, Any]]:
        """The outputs of the section, by MIME type: runs of text and tables together, each chart on its own."""
        html, typst = HtmlWriter(self.name), TypstWriter(self.name)
        parts = [
            piece
            for part in self.parts
            for piece in ((part, *part.beside()) if isinstance(part, Figure) else (part,))
        ]
        for is_figure, run in groupby(parts, lambda p: isinstance(p, Figure)):
            if is_figure:
                yield from (figure.bundle() for figure in run)  # type: ignore[union-attr]
                continue
            blocks = tuple(run)
            yield {
                "text/html": f'<div class="readout">{html.blocks(blocks)}</div>',  # type: ignore[arg-type]
                TYPST: typst.blocks(blocks),  # type: ignore[arg-type]
                "text/plain": text(blocks),  # type: ignore[arg-type]
            }

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for bundle in self.bundles():
            display(bundle, raw=True)  # type: ignore[no-untyped-call]
