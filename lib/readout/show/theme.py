"""The look that all charts share, and the palette that pages and charts share.

Colours pass 4.5:1 on their ground, light and dark, and stay apart for the colour-blind (blue, green, purple,
orange of the Okabe-Ito family, darkened). Exported HTML swaps each light colour for its CSS variable, so one
drawing serves both grounds.
"""

from __future__ import annotations

from typing import Any

LIGHT = {
    "ink": "#1b1f24",
    "soft": "#55606d",
    "line": "#d9dee4",
    "ground": "#ffffff",
    "when": "#0067a5",
    "long": "#00735c",
    "who": "#8a3d7a",
    "many": "#a84300",
}
FONT = '"Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, sans-serif'
SIZE = 13
# Pixels that a letter of SIZE takes on average, and a little more: labels are placed by this, not measured.
LETTER = 7.0
WIDTH = 680


def theme() -> dict[str, Any]:
    """The Vega-Lite configuration of every chart."""
    text = {"font": FONT, "fontSize": SIZE, "color": LIGHT["ink"]}
    axis = {
        "labelFont": FONT,
        "labelFontSize": SIZE,
        "labelColor": LIGHT["soft"],
        "titleFont": FONT,
        "titleFontSize": SIZE,
        "titleFontWeight": "normal",
        "titleColor": LIGHT["soft"],
        "domainColor": LIGHT["line"],
        "gridColor": LIGHT["line"],
        "tickColor": LIGHT["line"],
        "labelPadding": 6,
    }
    return {
        # Dark front ends show charts on this ground; pages swap it for their own.
        "background": LIGHT["ground"],
        "font": FONT,
        # The drawing as a whole has a description; its hundred parts need no voice of their own.
        "aria": False,
        "view": {"stroke": None},
        "axis": axis,
        "text": text,
        "rule": {"color": LIGHT["line"]},
    }
