"""Story in, what people see out: Altair charts, tables, cited sentences, marked-up articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.show.report import Report, open_report

__all__ = ["Report", "open_report"]


def __getattr__(name: str) -> Any:
    """Import the report when it is asked for: exporters, which need the theme alone, do without pandas and Altair."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from readout.show import report

    return getattr(report, name)
