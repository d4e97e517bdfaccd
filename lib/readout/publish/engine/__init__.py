"""The papermill engine `readout`, which pays for a kernel and the imports once, not for each notebook.

papermill's entry point names `ForkEngine` here. papermill loads its engines while it is itself half imported, so
the class stands in a module of its own, taken up when it is asked for; then either may be imported first.
"""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    if name != "ForkEngine":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from readout.publish.engine.forking import ForkEngine

    return ForkEngine


import papermill as _papermill  # noqa: E402, F401 (asks for the engine while it is imported)
