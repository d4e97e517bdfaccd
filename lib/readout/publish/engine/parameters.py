"""Parameters as Python: as papermill writes them, and dates as dates."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from papermill.translators import PythonTranslator, papermill_translators

LANGUAGE = "readout-python"


class DatedTranslator(PythonTranslator):  # type: ignore[misc]
    """papermill's translator for Python, which would turn a date into text (papermill issue 345)."""

    @classmethod
    def translate(cls, val: Any) -> str:
        """The Python expression for `val`."""
        if isinstance(val, datetime):
            # repr names datetime.datetime and datetime.timezone, both reached through the module's alias.
            return repr(val).replace("datetime.", "_datetime.")
        if isinstance(val, date):
            return f"_datetime.date({val.year}, {val.month}, {val.day})"
        expression: str = super().translate(val)
        return expression

    @classmethod
    def codify(cls, parameters: dict[str, Any], comment: str = "Parameters") -> str:
        """The source of the injected cell. The alias keeps a notebook's own name `datetime` as it is."""
        source: str = super().codify(parameters, comment)
        head, _, assignments = source.partition("\n")
        needs_import = "_datetime." in assignments
        return f"{head}\nimport datetime as _datetime\n{assignments}" if needs_import else source


def plain(value: Any) -> Any:
    """`value` with dates as ISO text, for a notebook's metadata, which is JSON."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


# The language name is ours alone: notebooks that other engines run keep papermill's own translator.
papermill_translators.register(LANGUAGE, DatedTranslator)
