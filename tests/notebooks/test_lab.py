"""A real JupyterLab with the network cut: every notebook runs there, with its charts drawn and its tables styled."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.chromium import chromium
from tests.helpers.run import NOTEBOOKS

pytestmark = pytest.mark.slow
ROOT = NOTEBOOKS.parent
CHARTS = {"report": 2, "brief": 1, "timeline": 2, "figures": 0, "participants": 0, "sources": 0}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on copies of the notebooks and the sample story; `{}` stands for a notebook."""
    jupyterlab = pytest.importorskip("jupyterlab", reason="needs the lab extra: make lab")
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(NOTEBOOKS, folder / "notebooks")
    shutil.copytree(ROOT / "data", folder / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    # Lab's own files lie beside the packages, which need not be where this interpreter's prefix is.
    app = Path(jupyterlab.__file__).parents[4] / "share" / "jupyter" / "lab"
    settings = {"JUPYTER_CONFIG_DIR": str(folder / "config"), "JUPYTER_DATA_DIR": str(folder / "share")}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    options = [f"--app-dir={app}", f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}"]
    server = subprocess.Popen(
        [*command, *options], cwd=folder, env={**os.environ, **settings}, stderr=subprocess.PIPE
    )
    try:
        _wait(f"http://127.0.0.1:{port}/api?token={token}", server)
        yield f"http://127.0.0.1:{port}/lab/tree/notebooks/{{}}.ipynb?token={token}&reset"
    finally:
        server.terminate()
        server.wait(20)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        assert server.poll() is None, "JupyterLab ended"
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.5)
    raise AssertionError("JupyterLab did not start")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_runs_with_charts_and_tables(lab: str, browser: Any, name: str) -> None:
    page = browser.new_context(viewport={"width": 1400, "height": 2400}).new_page()
    page.set_default_timeout(120_000)
    outside: list[str] = []

    def only_here(route: Any) -> None:
        if "//127.0.0.1:" in route.request.url or not route.request.url.startswith("http"):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    page.route("**/*", only_here)
    page.goto(lab.format(name))
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    # Run before the kernel is there, Lab asks which one to take.
    page.wait_for_selector("text=| Idle")
    page.click(".lm-MenuBar-itemLabel:text-is('Run')")
    page.click(".lm-Menu-itemLabel:text-is('Run All Cells')")
    try:
        page.wait_for_selector("text=each where it should be", timeout=60_000)
        page.wait_for_timeout(1500)
    finally:
        if folder := os.environ.get("READOUT_PICTURES"):
            page.screenshot(path=f"{folder}/lab-{name}.png")
    assert not page.query_selector_all(".jp-OutputArea-output[data-mime-type*='stderr']")
    assert (
        len(page.query_selector_all(".jp-OutputArea-output svg, .jp-OutputArea-output canvas"))
        >= CHARTS[name]
    )
    card = page.query_selector(".ro-card")
    assert card
    assert card.evaluate("e => getComputedStyle(e).borderLeftWidth") == "4px"
    # Sums of money are no mathematics.
    assert not page.query_selector_all(".readout mjx-container")
    assert outside == []
