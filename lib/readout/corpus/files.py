"""Which files the paths on a command line mean, and what a sidecar `articles.csv` says of them."""

from __future__ import annotations

import csv
import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from readout.corpus.decode import Unreadable, decode
from readout.corpus.publication import find_date

SIDECAR = "articles.csv"
FIELDS = ("published", "title", "publisher", "authors", "url")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What one `articles.csv` says: a row of known fields by file name, and what was wrong with it."""

    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def _walk(folder: Path) -> Iterator[Path]:
    """Files below `folder` in order, without hidden ones and the parts that a browser saves beside a page."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not f.endswith("_files"))
        yield from (Path(root, n) for n in sorted(names) if not n.startswith(".") and n != SIDECAR)


def find_files(paths: Iterable[str | Path]) -> list[Path]:
    """The files that `paths` (files, folders with all below them, globs) name, each once, in order of path.

    Raises FileNotFoundError, with a message for people, where a path does not exist or a glob finds nothing.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        named = [path] if path.exists() else [Path(p) for p in sorted(glob.glob(str(path), recursive=True))]
        if not named:
            raise FileNotFoundError(f"No such file or folder: {path}")
        for one in named:
            for file in _walk(one) if one.is_dir() else [one]:
                found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=lambda p: p.as_posix())


def read_sidecar(folder: Path) -> Sidecar:
    """What `articles.csv` in `folder` says; empty where there is none.

    Columns: file, published, title, publisher, authors (separated by semicolons), url; commas or semicolons
    between them, as spreadsheets write both.
    """
    path = folder / SIDECAR
    if not path.is_file():
        return Sidecar()
    try:
        text, _ = decode(path.read_bytes())
        first = text.partition("\n")[0]
        table = csv.DictReader(text.splitlines(), delimiter=";" if ";" in first and "," not in first else ",")
        lines = [
            {(k or "").strip().lower(): (v or "").strip() for k, v in row.items() if isinstance(v, str)}
            for row in table
        ]
    except (Unreadable, OSError, csv.Error) as error:
        return Sidecar(warnings=(f"{path}: not read ({error})",))
    rows = {row["file"]: {k: row[k] for k in FIELDS if row.get(k)} for row in lines if row.get("file")}
    warnings = [f"{path}: names {name}, which is not there" for name in rows if not (folder / name).is_file()]
    for name, row in rows.items():
        if row.get("published") and not find_date(row["published"]):
            warnings.append(f"{path}: the date {row['published']} of {name} could not be read")
    return Sidecar(rows, tuple(warnings))
