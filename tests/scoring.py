"""Third-party scorers and our systems, loaded from where they lie."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

SYSTEMS_FILE = Path(__file__).resolve().parent / "benchmarks" / "systems.py"


def load_module(path: Path) -> ModuleType:
    """The module at `path`, under its own name, as the scorers import each other."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded
