"""Extraction of more articles than one would wait for: partitions, in a process pool or on a Dask cluster.

A partition is the unit of everything: it is read, extracted and written to the store before the next one, so no
process holds more than one; it can be done again, anywhere, with the same result under the same name.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import uuid4

from readout.corpus.decode import Unreadable
from readout.corpus.files import SIDECAR, find_files, read_sidecar
from readout.corpus.formats import READERS
from readout.corpus.read import article_ids, read_article
from readout.extract.mentions import Extraction
from readout.extract.pipeline import extract
from readout.extract.store import Store, open_location

PARTITION = 100  # articles: a second of work, and some megabytes
ATTEMPTS = 3  # at a partition whose process dies


@dataclass(frozen=True, slots=True)
class Source:
    """One article file and the id that its article gets."""

    path: str
    id: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one partition: the keys of its extractions in the store, how many of them are new, warnings."""

    keys: tuple[str, ...]
    new: int
    warnings: tuple[str, ...]


def find_sources(paths: Iterable[str]) -> list[Source]:
    """The article files under `paths`: files, folders, globs, and URLs of folders that fsspec knows.

    Raises FileNotFoundError for a path that does not exist.
    """
    named = list(paths)
    local = [path for path in named if "://" not in path]
    files = [Path(file) for file in (find_files(local) if local else ())]
    sources = [Source(str(file), name) for file, name in article_ids(files).items()]
    for url in named:
        if "://" in url:
            sources += _remote_sources(url)
    return sources


def _remote_sources(url: str) -> list[Source]:
    from pyarrow import fs

    system, folder = open_location(url)
    scheme = url.partition("://")[0]
    found = system.get_file_info(fs.FileSelector(folder, recursive=True))
    paths = [PurePosixPath(info.path) for info in found if info.is_file]
    articles = sorted(p for p in paths if p.suffix.lower() in READERS)
    ids = article_ids([Path(p) for p in articles])
    return [Source(f"{scheme}://{path}", name) for path, name in zip(articles, ids.values(), strict=True)]


def extract_partition(sources: Sequence[Source], store_location: str, run: str) -> Done:
    """Extract what the store does not have yet of one partition, and keep it there.

    A pure function of the files, but for the store: done twice, it leaves what it leaves when done once.

    Args:
        run: any name that all partitions of a run share; the store's keys are read once a run and process.
    """
    known = _known(store_location, run)
    keys, new, warnings = [], [], []
    with _at_hand(sources) as files:
        for source, file in zip(sources, files, strict=True):
            try:
                row = _sidecar(file.parent, run).get(file.name, {})
                key = _key(source, file.read_bytes(), row)
                if key not in known:
                    article, told = read_article(file, source.id, row)
                    new.append((key, extract(replace(article, path=source.path))))
                    warnings += [f"{source.path}: {w}" for w in told]
                keys.append(key)
            except (Unreadable, OSError) as error:
                why = error.strerror if isinstance(error, OSError) else error
                warnings.append(f"{source.path}: {why}")
    if new:
        Store(store_location).write(new)
    return Done(tuple(keys), len(new), tuple(warnings))


@lru_cache(maxsize=1)
def _known(store_location: str, run: str) -> frozenset[str]:
    return frozenset(Store(store_location).keys())


@lru_cache(maxsize=64)
def _sidecar(folder: Path, run: str) -> dict[str, dict[str, str]]:
    return read_sidecar(folder).rows


def _key(source: Source, content: bytes, row: dict[str, str]) -> str:
    """The hash of all that an extraction is made from, but for the library, whose hash the store has in its path."""
    about = json.dumps([source.path, source.id, row], sort_keys=True).encode()
    return hashlib.sha256(about + b"\0" + content).hexdigest()


@contextmanager
def _at_hand(sources: Sequence[Source]) -> Iterator[list[Path]]:
    """The sources as local files; those of another location are copied, each folder's `articles.csv` with them."""
    with tempfile.TemporaryDirectory(prefix="readout-") as scratch:
        folders: dict[str, Path] = {}
        files = []
        for source in sources:
            if "://" not in source.path:
                files.append(Path(source.path))
                continue
            parent, _, name = source.path.rpartition("/")
            if parent not in folders:
                folders[parent] = Path(scratch, str(len(folders)))
                folders[parent].mkdir()
                _copy(f"{parent}/{SIDECAR}", folders[parent] / SIDECAR)
            files.append(folders[parent] / name)
            _copy(source.path, files[-1])
        yield files


def _copy(url: str, target: Path) -> None:
    system, path = open_location(url)
    try:
        with system.open_input_stream(path) as stream:
            target.write_bytes(stream.read())
    except FileNotFoundError:
        pass  # told where it is missed: `articles.csv` is not, an article is


def run_local(sources: Sequence[Source], store: str, workers: int) -> Iterator[Done]:
    """Extract in `workers` processes of this machine, or in this process for one.

    Raises RuntimeError when processes die again and again.
    """
    work = partial(extract_partition, store_location=store, run=uuid4().hex)
    waiting = _partitions(sources)
    if workers == 1:
        yield from map(work, waiting)
        return
    for _ in range(ATTEMPTS):
        # Started anew, not forked: what this process has called may have threads.
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            try:
                for done in pool.map(work, waiting):
                    waiting = waiting[1:]
                    yield done
                return
            except BrokenProcessPool:
                continue
    raise RuntimeError(
        f"a process died {ATTEMPTS} times while extracting {waiting[0][0].path} or those after it"
    )


def run_on_dask(sources: Sequence[Source], store: str, address: str | None, workers: int) -> Iterator[Done]:
    """Extract on the Dask cluster at `address`, or on one of `workers` processes here when that is None.

    A partition whose worker dies is done again on another.
    Raises ModuleNotFoundError where the extra `dask` is not installed.
    """
    from distributed import Client, as_completed

    cluster: Any = address or start_cluster(workers)
    with Client(cluster) as client:
        work = partial(extract_partition, store_location=store, run=uuid4().hex)
        futures = client.map(work, _partitions(sources), pure=False, retries=ATTEMPTS)
        for future in as_completed(futures):
            yield future.result()
            future.release()
    if address is None:
        cluster.close()


def start_cluster(workers: int) -> Any:
    """A Dask cluster of `workers` processes on this machine.

    Raises ModuleNotFoundError where the extra `dask` is not installed.
    """
    import dask
    from distributed import LocalCluster

    # Nobody looks at the workers' own profiles, which take a twentieth of their time.
    with dask.config.set({"distributed.worker.profile.enabled": False}):
        return LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)


def _partitions(sources: Sequence[Source]) -> list[Sequence[Source]]:
    return [sources[i : i + PARTITION] for i in range(0, len(sources), PARTITION)]


@dataclass(frozen=True, slots=True)
class Run:
    """What a whole run came to: the extractions' keys in the store, how many are new, warnings."""

    keys: tuple[str, ...]
    new: int
    warnings: tuple[str, ...]


def extract_all(
    sources: Sequence[Source],
    store: str,
    *,
    workers: int,
    dask: str | None = None,
    tell: Callable[[int], None] = lambda done: None,
) -> Run:
    """Have all of `sources` extracted and kept in `store`.

    Args:
        store: a local folder, or a URL that fsspec knows.
        workers: processes on this machine.
        dask: the address of a cluster to work on instead, or `local` for one of `workers` processes here.
        tell: called with the number of articles of each partition that is done.
    """
    if dask is None:
        parts = run_local(sources, store, workers)
    else:
        parts = run_on_dask(sources, store, None if dask == "local" else dask, workers)
    keys: list[str] = []
    warnings: list[str] = []
    new = 0
    for part in parts:
        keys += part.keys
        warnings += part.warnings
        new += part.new
        tell(len(part.keys))
    return Run(tuple(keys), new, tuple(sorted(warnings)))


def kept_extractions(store: str, keys: Iterable[str]) -> list[Extraction]:
    """The extractions of a run out of the store, copies of one text put together as when read at once."""
    from readout.corpus.copies import fold_copies

    found = {e.article.id: e for e in Store(store).read(set(keys))}
    return [
        replace(found[article.id], article=article)
        for article in fold_copies([e.article for e in found.values()])
    ]
