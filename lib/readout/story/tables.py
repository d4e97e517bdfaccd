"""The facts file as a folder: one Parquet or CSV file a table, told by the folder's own suffix.

A cell that holds a list or a record is JSON text. In CSV no cell begins a spreadsheet formula: text that
could is written with an apostrophe before it, which reading takes off again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from readout.story.records import Story

Row = dict[str, Any]

# Fields of the facts file that are no field of a record, and their kinds.
_ADDED: Mapping[str, Mapping[str, Any]] = {
    "articles": {"words": int},
    "dates": {"sentence": str, "underspecified": str},
    "durations": {"sentence": str},
    "figures": {"sentence": str},
    "meetings": {"durations": list[str]},
    "findings": {"statements": list[Any]},
}
_LEFT_OUT = {("dates", "resolved"), ("findings", "evidence")}
# What a spreadsheet may take for a formula (OWASP, CSV injection), and our own mark before it.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n']")
_META = "readout"


@cache
def _columns(table: str) -> dict[str, Any]:
    """Each column of a table and its kind: int, float, bool, str, or list for what becomes JSON text."""
    (record, *_) = get_args(get_type_hints(Story)[table])
    hints = {**get_type_hints(record), **_ADDED.get(table, {})}
    return {name: _kind(hint) for name, hint in hints.items() if (table, name) not in _LEFT_OUT}


def _kind(hint: Any) -> Any:
    if get_origin(hint) in {tuple, list, dict}:
        return list
    return next((k for k in (int, float, bool) if hint == k or k in get_args(hint)), str)


@cache
def _schema(table: str) -> Any:
    arrow = {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return pa.schema([(name, arrow.get(kind, pa.string())) for name, kind in _columns(table).items()])


def write_tables(facts: Mapping[str, Any], folder: Path) -> None:
    """Write each table of `facts` into `folder`, in the format of its suffix, over what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{_META}.json").write_text(json.dumps({_META: facts[_META]}) + "\n", encoding="utf-8")
    for table in get_type_hints(Story):
        rows = [{c: _cell(row[c], kind) for c, kind in _columns(table).items()} for row in facts[table]]
        file = folder / f"{table}{folder.suffix}"
        if folder.suffix == ".csv":
            rows = [{c: _disarmed(v) for c, v in row.items()} for row in rows]
            pa.csv.write_csv(pa.Table.from_pylist(rows, _schema(table)), file)
        else:
            pa.parquet.write_table(pa.Table.from_pylist(rows, _schema(table)), file)


def read_tables(folder: Path) -> dict[str, Any]:
    """The facts that `write_tables` wrote.

    Raises FileNotFoundError for a folder that holds none, and ValueError for a table that cannot be read.
    """
    facts: dict[str, Any] = json.loads((folder / f"{_META}.json").read_text(encoding="utf-8"))
    for table in get_type_hints(Story):
        file = folder / f"{table}{folder.suffix}"
        if file.exists():
            facts[table] = list(_rows(table, file))
    return facts


def _rows(table: str, file: Path) -> Iterator[Row]:
    is_csv = file.suffix == ".csv"
    columns = _columns(table)
    for row in (_read_csv(table, file) if is_csv else pa.parquet.read_table(file)).to_pylist():
        cells = {c: _armed(v) if is_csv else v for c, v in row.items()}
        yield {c: json.loads(v) if columns.get(c) is list and v is not None else v for c, v in cells.items()}


def _read_csv(table: str, file: Path) -> Any:
    return pa.csv.read_csv(
        file,
        # One block: a cell may hold line breaks, and a row be as long as its article.
        read_options=pa.csv.ReadOptions(block_size=file.stat().st_size + 1),
        parse_options=pa.csv.ParseOptions(newlines_in_values=True),
        convert_options=pa.csv.ConvertOptions(
            column_types=_schema(table),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )


def _cell(value: Any, kind: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if kind is list else value


def _disarmed(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _armed(value: Any) -> Any:
    return value[1:] if isinstance(value, str) and value.startswith("'") else value
