"""Notebooks run in this process on a story of our own, for tests that need outputs and no kernel."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any
from unittest.mock import patch

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output

import readout.show
from readout.show import Report
from readout.show.charts.base import use_theme
from readout.show.cite import References
from readout.show.view import View
from readout.story import Story

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def report_on(story: Story, **view: Any) -> Report:
    """A report on `story`, as `open_report` would make it."""
    use_theme()
    return Report(View(story, References(story), **view))


def run(name: str, story: Story, **changed: Any) -> NotebookNode:
    """The notebook `name` with its outputs on `story`; `changed` replaces parameters."""
    nb = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    nb.metadata["name"] = name
    scope: dict[str, Any] = {}

    def opened(articles: str, title: str | None, quotes: str, **rest: Any) -> Report:
        return report_on(story, title=title, quotes=quotes, parameters={"articles": articles, **rest})

    with patch.object(readout.show, "open_report", opened):
        for cell in (c for c in nb.cells if c.cell_type == "code"):
            cell.outputs = _outputs(cell.source, scope)
            if "parameters" in cell.metadata.get("tags", ()):
                scope.update(changed)
    return nb


def _outputs(source: str, scope: dict[str, Any]) -> list[NotebookNode]:
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), scope)
    if last is None:
        return []
    section = eval(compile(ast.Expression(last.value), "cell", "eval"), scope)
    metadata = {"readout": section.metadata}
    return [new_output("display_data", data=data, metadata=metadata) for data in section.bundles()]
