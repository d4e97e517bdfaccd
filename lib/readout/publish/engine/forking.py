"""The engine as papermill calls it."""

from __future__ import annotations

from typing import Any

from papermill.engines import NBClientEngine
from papermill.log import logger

from readout.publish.engine.parameters import LANGUAGE, plain
from readout.publish.fork import CAN_FORK

# Kernel names that mean "the Python that runs papermill"; any other may be another environment or language.
OWN_KERNELS = frozenset({"python3", "python"})


class ForkEngine(NBClientEngine):  # type: ignore[misc]
    """Runs a notebook in a forked child, or as papermill itself would where there is no fork."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        *,
        execution_timeout: float | None = None,
        memory_limit: int | None = None,
        output_limit: int | None = None,
        **options: Any,
    ) -> Any:
        """Run the notebook of `nb_man` and write its outputs into it.

        Args:
            execution_timeout: seconds that one cell may take; None for no limit.
            memory_limit: bytes of data that the notebook may hold; None for three quarters of the machine.
            output_limit: bytes of output that one cell may send; None for 20 million.
            options: as papermill's own engine takes them.
        """
        if not CAN_FORK or kernel_name not in OWN_KERNELS:
            return super().execute_managed_notebook(
                nb_man, kernel_name, execution_timeout=execution_timeout, **options
            )
        from readout.publish.engine.client import ForkClient

        for unused in ("input_path", "start_timeout", "startup_timeout"):
            options.pop(unused, None)
        limits = {"memory_limit": memory_limit, "output_limit": output_limit}
        return ForkClient(
            nb_man,
            kernel_name=kernel_name,
            timeout=execution_timeout if execution_timeout else options.pop("timeout", None),
            log=logger,
            **{name: limit for name, limit in limits.items() if limit is not None},
            **options,
        ).execute()

    @classmethod
    def execute_notebook(cls, nb: Any, kernel_name: str, **options: Any) -> Any:
        """As papermill's, for a notebook whose parameters may hold dates."""
        nb.metadata.papermill["parameters"] = plain(nb.metadata.papermill.get("parameters", {}))
        return super().execute_notebook(nb, kernel_name, **options)

    @classmethod
    def nb_language(cls, nb: Any, language: str | None = None) -> str:
        """The notebook's language; Python's parameters are written by our translator, which knows dates."""
        found: str = super().nb_language(nb, language)
        return LANGUAGE if found == "python" else found
