"""What a report was made from, by what, and how long each step took: `manifest.json` beside it.

The clock is in this file alone: the report itself is the same, byte for byte, whenever it is rendered.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import readout
from readout.fingerprint import library_hash
from readout.publish.parameters import checked_parameters, input_files
from readout.publish.reports import Report

NAME = "manifest.json"
# The packages whose versions can change what a report looks like.
MAKERS = ("altair", "nbconvert", "pandas", "papermill", "pypandoc_binary", "typst", "vl-convert-python")


def describe(report: Report) -> dict[str, Any]:
    """All that decides what the report will be: inputs, notebooks, parameters, versions.

    Raises ReportError when the report cannot be rendered as it is described.
    """
    values = checked_parameters(report)
    return {
        "report": report.name,
        "formats": list(report.formats),
        "notebooks": _hashes(report.notebooks, report.folder),
        "parameters": json.loads(json.dumps(values, default=str)),
        "inputs": _hashes(input_files(report, values), report.folder),
        "library": library_hash(),
        "versions": _versions(),
    }


def is_current(report: Report, folder: Path) -> bool:
    """Whether `folder` holds the report as it would be rendered now, whole and untouched."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        outputs = [folder / output["path"] for output in found["outputs"]]
        return bool(found["made_from"] == describe(report) and found["outputs"] == _hashes(outputs, folder))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def write_manifest(made_from: dict[str, Any], folder: Path, steps: dict[str, float]) -> None:
    """Write the manifest of the outputs in `folder`.

    Args:
        made_from: what `describe` gave before the report was rendered.
        steps: seconds by step.
    """
    manifest = {
        "made_from": made_from,
        "outputs": _hashes(sorted(p for p in folder.iterdir() if p.name != NAME), folder),
        "rendered": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": {step: round(seconds, 3) for step, seconds in steps.items()},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8")


@cache
def _versions() -> dict[str, str]:
    own = {"python": platform.python_version(), "readout": readout.__version__}
    return own | {package: version(package) for package in MAKERS}


def _hashes(files: Iterable[Path], folder: Path) -> list[dict[str, str]]:
    return [
        {
            "path": Path(os.path.relpath(file, folder)).as_posix(),
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        }
        for file in files
    ]
