"""Charts out of notebooks: live for pages, SVG for paper. vl-convert starts here, on first use.

Nothing here may run in a process that forks afterwards: the library's threads do not survive it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from readout.show.theme import LIGHT


@cache
def vega_runtime() -> str:
    """The Vega library that draws the charts of a page, minified."""
    import vl_convert

    bundle: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    # In a script element these sequences, which stand in strings only, would not be read as JavaScript.
    safe = bundle.replace("</script", "<\\/script").replace("<!--", "<\\!--")
    # Its own names would be the page's otherwise.
    return f"(function () {{{safe}}})();"


def live(spec: dict[str, Any]) -> str:
    """A chart as JSON that fills its container, in the page's colours, safe inside a script element."""
    fluid = {**spec, "width": "container"} if "width" in spec else spec
    return themed(json.dumps(fluid, ensure_ascii=False, sort_keys=True)).replace("<", "\u003c")


def still(spec: dict[str, Any]) -> str:
    """A chart as SVG, `spec`'s width wide."""
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(spec)
    return svg


def embedded(spec: dict[str, Any], prefix: str) -> str:
    """A chart as SVG inside a page: in the page's colours, with ids of its own, flexible in width."""
    svg = re.sub(r'(id="|url\(#|href="#)', rf"\g<1>{prefix}-", still(spec))
    svg = re.sub(r'^<svg\b([^>]*?) width="[^"]*"([^>]*?) height="[^"]*"', r"<svg\1\2", svg)
    return themed(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))


def themed(text: str) -> str:
    """`text` with each colour of the light palette as the CSS variable of that name."""
    for name, colour in LIGHT.items():
        text = re.sub(re.escape(colour), f"var(--{name})", text, flags=re.IGNORECASE)
    return text
