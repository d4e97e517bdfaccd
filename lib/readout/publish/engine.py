"""A papermill engine that imports once and forks a child for each notebook."""

from __future__ import annotations

from papermill.engines import NBClientEngine


class ForkEngine(NBClientEngine):  # type: ignore[misc]
    """papermill's own engine, until the forking one is in its place."""
