"""Name the notebooks that were committed with outputs: they hold what somebody's machine once showed."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def has_outputs(path: Path) -> bool:
    """Whether a code cell of the notebook at `path` keeps an output or a run's number."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


def main(paths: list[str]) -> int:
    """Print the notebooks with outputs; the number of them is the exit status."""
    found = [path for path in paths if has_outputs(Path(path))]
    for path in found:
        print(f"{path}: has outputs; clear them before committing")
    return len(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
