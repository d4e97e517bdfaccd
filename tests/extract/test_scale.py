"""Extraction at scale: the same results however it is run, nothing lost, nothing twice, memory flat."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from readout.cli import _with_dask_address, app
from readout.corpus import read_articles
from readout.extract import extract, scale
from readout.extract.scale import extract_all, find_sources, kept_extractions
from readout.extract.store import Store
from tests.extract.corpus import write_corpus

SAMPLE = Path(__file__).parents[2] / "data/articles/abu-dhabi-talks"


@pytest.fixture(autouse=True)
def small_partitions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "PARTITION", 4)


def rows(store: Path) -> list[str]:
    """The keys in all files of the store, as often as they are there."""
    return [key for file in store.rglob("*.parquet") for key in pq.read_table(file)["key"].to_pylist()]


def test_what_comes_out_of_the_store_is_what_was_extracted(tmp_path: Path) -> None:
    run = extract_all(find_sources([str(SAMPLE)]), str(tmp_path), workers=1)
    direct = [extract(article) for article in read_articles([str(SAMPLE)]).articles]
    assert kept_extractions(str(tmp_path), run.keys) == direct


def test_a_second_run_reads_only_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles, store = tmp_path / "articles", str(tmp_path / "store")
    write_corpus(articles, 10)
    assert extract_all(find_sources([str(articles)]), store, workers=1).new == 10
    write_corpus(articles, 12)
    read: list[str] = []

    def noted(file: Path, *rest: Any) -> Any:
        read.append(file.name)
        return real(file, *rest)

    real = scale.read_article
    monkeypatch.setattr(scale, "read_article", noted)
    run = extract_all(find_sources([str(articles)]), store, workers=1)
    assert (run.new, len(run.keys), len(read)) == (2, 12, 2)
    (articles / "0/0.txt").write_text(
        "The ministers met in Oslo on 3 May 2026 and said that they would meet again in June."
    )
    assert extract_all(find_sources([str(articles)]), store, workers=1).new == 1


def test_another_version_of_the_library_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_corpus(tmp_path / "articles", 3)
    sources, store = find_sources([str(tmp_path / "articles")]), str(tmp_path / "store")
    assert extract_all(sources, store, workers=1).new == 3
    monkeypatch.setattr("readout.extract.store.library_hash", lambda *rooms: "f" * 64)
    assert extract_all(sources, store, workers=1).new == 3


def test_a_changed_sidecar_reads_anew(tmp_path: Path) -> None:
    articles, store = tmp_path / "articles", str(tmp_path / "store")
    write_corpus(articles, 1)
    extract_all(find_sources([str(articles)]), store, workers=1)
    (articles / "0/articles.csv").write_text("file,published\n0.txt,2026-05-06\n")
    run = extract_all(find_sources([str(articles)]), store, workers=1)
    (extraction,) = kept_extractions(store, run.keys)
    assert str(extraction.article.published) == "2026-05-06"


def test_unreadable_files_are_warnings(tmp_path: Path) -> None:
    write_corpus(tmp_path / "articles", 2)
    (tmp_path / "articles/empty.txt").write_text("")
    run = extract_all(find_sources([str(tmp_path / "articles")]), str(tmp_path / "store"), workers=1)
    assert len(run.keys) == 2
    assert run.warnings == (f"{tmp_path}/articles/empty.txt: empty",)


def test_any_location_that_fsspec_knows(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    for file in SAMPLE.iterdir():
        memory.pipe_file(f"/articles/{file.name}", file.read_bytes())
    run = extract_all(find_sources(["memory://articles"]), "memory://store", workers=1)
    there = kept_extractions("memory://store", run.keys)
    here = [extract(article) for article in read_articles([str(SAMPLE)]).articles]
    assert [e.figures for e in there] == [e.figures for e in here]
    assert [e.article.published for e in there] == [e.article.published for e in here], (
        "articles.csv came along"
    )
    assert extract_all(find_sources(["memory://articles"]), "memory://store", workers=1).new == 0


@pytest.mark.slow
def test_a_pool_gives_what_one_process_gives(tmp_path: Path) -> None:
    write_corpus(tmp_path / "articles", 30)
    sources = find_sources([str(tmp_path / "articles")])
    one = extract_all(sources, str(tmp_path / "one"), workers=1)
    two = extract_all(sources, str(tmp_path / "two"), workers=2)
    assert set(one.keys) == set(two.keys)
    assert kept_extractions(str(tmp_path / "one"), one.keys) == kept_extractions(
        str(tmp_path / "two"), two.keys
    )


@pytest.mark.slow
def test_a_process_that_dies_loses_nothing(tmp_path: Path) -> None:
    write_corpus(tmp_path / "articles", 120)
    sources, store = find_sources([str(tmp_path / "articles")]), tmp_path / "store"
    killed: list[int] = []

    def kill_once(done: int) -> None:
        children = subprocess.run(
            ["pgrep", "-P", str(os.getpid()), "-f", "spawn_main"], capture_output=True, text=True, check=False
        ).stdout.split()
        if not killed and children:
            killed.append(int(children[0]))
            os.kill(killed[0], signal.SIGKILL)

    run = extract_all(sources, str(store), workers=2, tell=kill_once)
    assert killed
    assert len(set(run.keys)) == len(run.keys) == 120
    assert sorted(rows(store)) == sorted(run.keys)


@pytest.mark.slow
def test_a_dask_worker_killed_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    write_corpus(tmp_path / "articles", 120)
    sources, store = find_sources([str(tmp_path / "articles")]), tmp_path / "store"
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        pids = [worker.process.pid for worker in cluster.workers.values()]
        done: list[int] = []

        def kill_in_the_middle() -> None:
            while sum(done) < 20:
                time.sleep(0.02)
            os.kill(pids[0], signal.SIGKILL)

        killer = threading.Thread(target=kill_in_the_middle)
        killer.start()
        run = extract_all(sources, str(store), workers=2, dask=cluster.scheduler_address, tell=done.append)
        killer.join()
    assert len(set(run.keys)) == len(run.keys) == 120
    assert sorted(rows(store)) == sorted(run.keys)


def test_a_write_that_is_cut_off_is_as_if_it_had_not_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_corpus(tmp_path / "articles", 4)
    sources, store = find_sources([str(tmp_path / "articles")]), tmp_path / "store"

    def cut_off(table: Any, stream: Any, **how: Any) -> None:
        stream.write(b"PAR1 and then")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("readout.extract.store.pq.write_table", cut_off)
        with pytest.raises(KeyboardInterrupt):
            extract_all(sources, str(store), workers=1)
    assert Store(str(store)).keys() == set()
    assert extract_all(sources, str(store), workers=1).new == 4


def test_the_command_line(tmp_path: Path) -> None:
    through, direct = tmp_path / "through.json", tmp_path / "direct.json"
    runner = CliRunner()
    options = ["--store", str(tmp_path / "store"), "--workers", "1"]
    assert runner.invoke(app, ["extract", str(SAMPLE), *options, "-o", str(through)]).exit_code == 0
    assert runner.invoke(app, ["extract", str(SAMPLE), "-o", str(direct)]).exit_code == 0
    assert through.read_bytes() == direct.read_bytes()
    assert runner.invoke(app, ["extract", str(SAMPLE)]).exit_code == 2
    assert runner.invoke(app, ["extract", str(tmp_path / "gone"), *options]).exit_code == 2


def test_dask_may_be_given_with_or_without_an_address() -> None:
    assert _with_dask_address(["extract", "a", "--dask"]) == ["extract", "a", "--dask", "local"]
    assert _with_dask_address(["extract", "--dask", "s3://a"]) == ["extract", "--dask", "local", "s3://a"]
    assert _with_dask_address(["--dask", "tcp://a:1", "b"]) == ["--dask", "tcp://a:1", "b"]


@pytest.mark.slow
def test_memory_is_flat_and_cost_linear(tmp_path: Path) -> None:
    """One process over 300 and 1,200 articles; the benchmark does 100,000."""
    write_corpus(tmp_path / "articles", 1200)
    script = (
        "import resource, sys, time\n"
        "from readout.extract.scale import extract_all, find_sources\n"
        "sources = find_sources([sys.argv[1]])[: int(sys.argv[2])]\n"
        "extract_all(sources[:200], sys.argv[3] + 'w', workers=1)\n"
        "start = time.process_time()\n"
        "extract_all(sources, sys.argv[3], workers=1)\n"
        "print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )

    def measure(count: int) -> tuple[float, float]:
        arguments = [str(tmp_path / "articles"), str(count), mkdtemp(dir=tmp_path)]
        run = subprocess.run(
            [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
        )
        seconds, memory = map(float, run.stdout.split())
        return seconds, memory

    few, many = [measure(300) for _ in range(2)], [measure(1200) for _ in range(2)]
    assert max(memory for _, memory in many) < 1.1 * min(memory for _, memory in few)
    # Others on the machine can only make a measurement longer.
    assert min(seconds for seconds, _ in many) < 1.3 * 4 * min(seconds for seconds, _ in few)
