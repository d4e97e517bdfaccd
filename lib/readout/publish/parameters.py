"""A notebook's parameters: what they are, and whether a report's fit them."""

from __future__ import annotations

import ast
import glob
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readout.publish.reports import Report, ReportError
from readout.publish.suggest import did_you_mean


def notebook_parameters(notebook: Path) -> dict[str, Any]:
    """The parameters of a notebook with their default values; None for one that is not a plain value.

    Raises ReportError when the notebook cannot be read.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        tagged = [c for c in cells if "parameters" in c.get("metadata", {}).get("tags", ())]
        statements = ast.parse("".join(tagged[0]["source"])).body if tagged else []
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReportError(f"{notebook}: not a notebook: {error}") from None
    except SyntaxError as error:
        raise ReportError(f"{notebook}: its parameters cell is not Python: {error}") from None
    return {name: default for statement in statements for name, default in _assigned(statement)}


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, Any]]:
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return
    try:
        default = ast.literal_eval(statement.value) if statement.value else None
    except ValueError:
        default = None
    for target in statement.targets if isinstance(statement, ast.Assign) else [statement.target]:
        if isinstance(target, ast.Name):
            yield target.id, default


def given_parameters(report: Report, notebook: Path) -> dict[str, Any]:
    """Those of the report's parameters that `notebook` has."""
    accepted = notebook_parameters(notebook)
    return {name: value for name, value in report.parameters.items() if name in accepted}


def checked_parameters(report: Report) -> dict[str, Any]:
    """Every parameter of the report's notebooks with the value that they will see.

    Raises ReportError for a parameter that no notebook has, and for articles that are not there.
    """
    values: dict[str, Any] = {}
    for notebook in reversed(report.notebooks):
        values |= notebook_parameters(notebook)
    for name in report.parameters:
        if name not in values:
            notebooks = ", ".join(notebook.name for notebook in report.notebooks)
            hint = did_you_mean(name, values)
            raise ReportError(f"{report.file}: {notebooks} has no parameter {name!r}; {hint}")
    values |= report.parameters
    for path in _texts(values.get("articles")):
        if not _matches(report.folder, path):
            raise ReportError(f"{report.file}: articles: no such file or folder: {path}")
    return values


def input_files(report: Report, values: dict[str, Any]) -> list[Path]:
    """The files that parameters name, directly, by their folder or by a glob: what the report is made from."""
    found = {
        Path(match)
        for value in values.values()
        for text in _texts(value)
        for match in _matches(report.folder, text)
    }
    files = {
        file for path in found for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file()
    }
    return sorted(files)


def _texts(value: Any) -> list[str]:
    """The texts among `value`: itself, or those of a list."""
    return [text for text in (value if isinstance(value, list | tuple) else [value]) if isinstance(text, str)]


def _matches(folder: Path, pattern: str) -> list[str]:
    """The paths that `pattern` names, from `folder`: the one of that very name first, else as a glob."""
    path = os.path.join(folder, pattern)
    if not pattern or "\0" in pattern or len(pattern) > 1000:
        return []
    return [os.path.normpath(path)] if os.path.exists(path) else glob.glob(path, recursive=True)
