"""Sections, and how they reach a notebook: each part in every form that a front end or exporter may want."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from readout.show.as_html import HtmlWriter
from readout.show.as_text import text
from readout.show.as_typst import TypstWriter
from readout.show.media import TYPST, VEGALITE, printable, style_sheet
from readout.show.nodes import Block, Cite, Folded, Inlines, Para, Table, cites

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its description, a caption that says what to see, and the same as a table."""

    id: str
    spec: dict[str, Any]
    alt: str
    caption: Inlines
    table: Table | Folded

    def bundle(self) -> dict[str, Any]:
        """The drawing itself, by MIME type."""
        return {
            VEGALITE: {**self.spec, "description": printable(self.alt), "usermeta": {"readout": self.id}},
            "text/plain": printable(self.alt),
        }

    def beside(self) -> tuple[Block, ...]:
        """What follows the drawing."""
        return Para(self.caption, "caption"), self.table


@dataclass(frozen=True, slots=True)
class Section:
    """One question's answer. `name` is part of the ids by which sentences link back to it."""

    name: str
    parts: tuple[Block | Figure, ...]
    # Kept with the section's outputs for exporters: the document's title, the day that it reaches to.
    metadata: dict[str, str] = field(default_factory=dict)
    opening: bool = False

    def cites(self) -> Iterator[Cite]:
        """Every reference that the section makes, in reading order."""
        for part in self.parts:
            yield from cites(part.beside() if isinstance(part, Figure) else part)

    def bundles(self) -> Iterator[dict[str, Any]]:
        """The section's outputs, by MIME type: runs of text and tables together, each chart by itself."""
        html, typst = HtmlWriter(self.name), TypstWriter(self.name)
        run: list[Block] = []
        for part in (*self.parts, None):
            if isinstance(part, Figure | None):
                if run:
                    yield _text(tuple(run), html, typst)
                if part:
                    yield part.bundle()
                run = list(part.beside()) if part else []
            else:
                run.append(part)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        if self.opening:
            # Front ends have no style sheet of ours; exported pages bring their own and leave this out.
            style = {"text/html": f"<style>{style_sheet()}{_HERE.joinpath('lab.css').read_text()}</style>"}
            display({**style, "text/plain": ""}, raw=True, metadata={"readout": {"only": "notebook"}})
        for bundle in self.bundles():
            display(bundle, raw=True, metadata={"readout": self.metadata})


def _text(blocks: tuple[Block, ...], html: HtmlWriter, typst: TypstWriter) -> dict[str, Any]:
    return {
        # The class keeps front ends from taking "$5 ... $6" for mathematics.
        "text/html": f'<div class="readout mathjax_ignore tex2jax_ignore">{html.blocks(blocks)}</div>',
        TYPST: typst.blocks(blocks),
        "text/plain": text(blocks),
    }
