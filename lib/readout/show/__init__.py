"""Story in, what people see out: Altair charts, tables, cited sentences, marked-up articles."""

from readout.show.report import Report, open_report

__all__ = ["Report", "open_report"]
