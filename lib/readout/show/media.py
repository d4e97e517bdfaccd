"""What sections and exporters agree on: MIME types, the style sheet, what text has to be on a page or in Typst.

An exporter imports this and not the library: a run notebook holds all else that it needs.
"""

from __future__ import annotations

import re
from pathlib import Path

# Vega-Lite as JupyterLab draws it without a network, and Typst markup for the PDF.
VEGALITE = "application/vnd.vegalite.v5+json"
TYPST = "text/vnd.typst"

# Control characters, and marks that would turn the direction of the text around them.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def style_sheet() -> str:
    """The style of the sections, for pages and front ends; colours and fonts are variables of the page."""
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def printable(text: str) -> str:
    """`text` without characters that no page can show, each a space."""
    return _CONTROL.sub(" ", text)


def literal(text: str) -> str:
    """`text` as a Typst string literal: nothing in it can be code or markup."""
    return '"' + printable(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
