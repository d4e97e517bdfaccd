"""Small notebooks for tests, and outputs in a form that two engines can be compared by."""

from __future__ import annotations

import json
import re
from itertools import groupby
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbformat.v4 import new_code_cell, new_notebook

KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def write_notebook(path: Path, *sources: str, tags: dict[int, str] | None = None) -> Path:
    """A notebook of code cells at `path`; `tags` gives cells, by their place, a tag."""
    cells = [new_code_cell(source, id=f"cell-{i}") for i, source in enumerate(sources)]
    for place, tag in (tags or {}).items():
        cells[place].metadata["tags"] = [tag]
    metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=cells, metadata=metadata), path)
    return path


def run_cells(
    folder: Path, *sources: str, engine: str = "readout", tags: dict[int, str] | None = None, **options: Any
) -> list[Any]:
    """The cells of a notebook of `sources` after it has run in `folder`."""
    path = write_notebook(folder / "test.ipynb", *sources, tags=tags)
    done = papermill.execute_notebook(
        str(path), None, engine_name=engine, progress_bar=False, cwd=str(folder), **options
    )
    return list(done.cells)


def text_of(cell: Any) -> str:
    """All that a cell has printed and shown, as text."""
    texts = [
        o.get("text") or o.get("data", {}).get("text/plain") or o.get("evalue", "") for o in cell.outputs
    ]
    return "".join(texts)


def normalised(cell: Any) -> list[dict[str, Any]]:
    """A cell's outputs without what differs between any two runs: ids, addresses, how streams were cut up.

    A kernel has a buffer for each stream, so that only within one stream its order is that of the printing.
    """
    outputs: list[dict[str, Any]] = []
    for kind, group in groupby(json.loads(json.dumps(cell.outputs)), key=lambda o: o["output_type"]):
        if kind != "stream":
            outputs.extend(group)
            continue
        texts: dict[str, str] = {}
        for output in group:
            texts[output["name"]] = texts.get(output["name"], "") + output["text"]
        outputs.append(texts)
    text = re.sub(r"ipykernel(_\d+)?/\d+\.py", "CELL", json.dumps(outputs))
    return list(json.loads(re.sub(r"0x[0-9a-f]{6,}", "0xADDRESS", text)))
