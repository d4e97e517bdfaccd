"""Charts out of notebooks: live for pages, SVG for paper. vl-convert starts here, on first use.

Nothing here may run in a process that forks afterwards: the library's threads do not survive it.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from platformdirs import user_cache_path

from readout.show.theme import LIGHT


@cache
def vega_runtime() -> str:
    """The Vega library that draws the charts of a page, minified. Bundling takes seconds, so it is kept on disk."""
    kept = user_cache_path("readout") / f"vega-{version('vl-convert-python')}.js"
    try:
        bundle = kept.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        import vl_convert

        bundle = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
        _keep(bundle, kept)
    # In a script element these sequences, which stand in strings only, would not be read as JavaScript.
    safe = bundle.replace("</script", "<\\/script").replace("<!--", "<\\!--")
    # Its own names would be the page's otherwise.
    return f"(function () {{{safe}}})();"


def _keep(bundle: str, path: Path) -> None:
    """Write `bundle` to `path`, whole or not at all; where that is not possible it is made anew each time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=path.parent, encoding="utf-8", delete=False) as file:
            file.write(bundle)
        os.replace(file.name, path)


def live(spec: dict[str, Any]) -> str:
    """A chart as JSON that fills its container, in the page's colours, safe inside a script element."""
    fluid = {**spec, "width": "container"} if "width" in spec else spec
    return themed(json.dumps(fluid, ensure_ascii=False, sort_keys=True)).replace("<", r"\u003c")


def still(spec: dict[str, Any]) -> str:
    """A chart as SVG, `spec`'s width wide."""
    return _svg(json.dumps(spec, sort_keys=True))


@lru_cache(maxsize=64)
def _svg(spec: str) -> str:
    """A chart, drawn once for page and paper."""
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
