"""Extractions kept as Parquet, by what they were made from: what has been read once is not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs
from pydantic import TypeAdapter

from readout.extract.mentions import Extraction
from readout.fingerprint import library_hash

# What an extraction depends on. A change in any of these makes what is kept useless, and it is not looked at.
ROOMS = ("text", "lexicon", "corpus", "extract")
SCHEMA = pa.schema(
    {"key": pa.string(), "article": pa.string(), "path": pa.string(), "extraction": pa.string()}
)

_extractions = TypeAdapter(Extraction)


def open_location(location: str) -> tuple[Any, str]:
    """A file system and a path in it, for a local path or for any URL that fsspec knows (`s3://bucket/key`).

    Raises ModuleNotFoundError for a URL where the extra `dask`, which brings fsspec, is not installed.
    """
    if "://" not in location:
        return fs.LocalFileSystem(), location
    import fsspec

    system, path = fsspec.core.url_to_fs(location)
    return fs.PyFileSystem(fs.FSSpecHandler(system)), path


class Store:
    """A folder of Parquet files, each written once, whole, by one partition of a run."""

    def __init__(self, location: str) -> None:
        self._fs, folder = open_location(location)
        self._folder = f"{folder.rstrip('/')}/{library_hash(*ROOMS)[:16]}"

    def keys(self) -> set[str]:
        """The keys of all extractions kept for this version of the library."""
        return {key for part in self._parts() for key in self._table(part, ["key"])["key"].to_pylist()}

    def write(self, extractions: Sequence[tuple[str, Extraction]]) -> None:
        """Keep extractions with their keys, all or none. Written again, they take the place of the first ones."""
        keys = [key for key, _ in extractions]
        rows = {
            "key": keys,
            "article": [e.article.id for _, e in extractions],
            "path": [e.article.path for _, e in extractions],
            "extraction": [_extractions.dump_json(e).decode() for _, e in extractions],
        }
        name = f"{self._folder}/{hashlib.sha256(''.join(sorted(keys)).encode()).hexdigest()[:32]}"
        self._fs.create_dir(self._folder, recursive=True)
        with self._fs.open_output_stream(f"{name}.partial") as stream:
            pq.write_table(pa.table(rows, schema=SCHEMA), stream, compression="zstd")
        self._fs.move(f"{name}.partial", f"{name}.parquet")

    def read(self, keys: Collection[str]) -> Iterator[Extraction]:
        """The extractions kept under `keys`, one file at a time."""
        wanted = set(keys)
        for part in self._parts():
            table = self._table(part, ["key", "extraction"])
            for row in table.to_pylist():
                if row["key"] in wanted:
                    wanted.remove(row["key"])
                    yield _extractions.validate_json(row["extraction"])

    def _parts(self) -> list[str]:
        found = self._fs.get_file_info(fs.FileSelector(self._folder, allow_not_found=True))
        return sorted(info.path for info in found if info.path.endswith(".parquet"))

    def _table(self, part: str, columns: list[str]) -> Any:
        with self._fs.open_input_file(part) as file:
            # One thread: a process that forks afterwards must not have others.
            return pq.read_table(file, columns=columns, use_threads=False)


def default_location() -> str:
    """Where extractions are kept unless said otherwise: the user's cache folder."""
    from platformdirs import user_cache_dir

    return f"{user_cache_dir('readout')}/extractions"
