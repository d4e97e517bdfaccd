"""The process that imports what notebooks need, once, and forks a child for each notebook.

It is started fresh rather than forked from papermill's process: that one may have threads, or have called
vl-convert or Typst, and a child forked after either hangs. It does nothing else, so its copies start clean.
"""

from __future__ import annotations

import gc
import importlib
import os
import selectors
import signal
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Literal

# What the project's notebooks import. A module that is missing or broken is left for the notebook to stumble on.
PRELOAD = (
    "pandas",
    "altair",
    "trafilatura",
    "readout.corpus",
    "readout.extract",
    "readout.story",
    "readout.show.report",
)

# A story that has a bit of everything: it is read once, so that no notebook is the first to read one.
_WARM_UP: tuple[tuple[date | None, Literal["stated", "unknown"], str], ...] = (
    (
        date(2026, 5, 6),
        "stated",
        "Talks set for Friday\n\nForeign Minister Ada Bell of Norway will meet 40 envoys in Oslo on Friday, "
        "she said on Tuesday. More than 2,000 homes were without power on Tuesday, the city said.",
    ),
    (
        date(2026, 5, 9),
        "stated",
        "Talks end\n\nForeign Minister Ada Bell met envoys in Oslo on Friday for about two hours. "
        "Some 1,500 homes were still without power on Friday, the city said.",
    ),
    (
        None,
        "unknown",
        "Envoys met Ada Bell, Norway's foreign minister, in Oslo on Friday for two hours, they said on Saturday.",
    ),
)

PID = struct.Struct(">q")
STATUS = struct.Struct(">q")


def main(control_fd: int) -> None:
    """Fork a child for each request on the socket `control_fd`, until the other end is closed.

    A request brings two descriptors: the child's own socket, and a pipe to which its process id is written at
    once and its wait status when it has ended.
    """
    control = socket.socket(fileno=control_fd)
    with _shared_extractions():
        _warm_up()
        _serve(control)


@contextmanager
def _shared_extractions() -> Iterator[None]:
    """A folder in which the notebooks find what others before them have extracted; it goes when this process does."""
    from readout.extract.shared import share_in

    owner, folder = os.getpid(), Path(mkdtemp(prefix="readout-"))
    share_in(folder)
    try:
        yield
    finally:
        if os.getpid() == owner:  # not a child that fails
            rmtree(folder, ignore_errors=True)


def _serve(control: socket.socket) -> None:
    children: dict[int, int] = {}
    wake_read, wake_write = _watch_children()
    with selectors.DefaultSelector() as selector:
        selector.register(control, selectors.EVENT_READ)
        selector.register(wake_read, selectors.EVENT_READ)
        while True:
            ready = {key.fileobj for key, _ in selector.select()}
            if wake_read in ready:
                os.read(wake_read, 4096)
                _bury(children)
            if control in ready:
                request, descriptors, _, _ = socket.recv_fds(control, 16, 2)
                if not request:
                    break
                _fork(control, descriptors, [wake_read, wake_write, *children.values()], children)
    for pid in children:
        _kill_group(pid)


def _warm_up() -> None:
    """Import what notebooks need and make the shell; what is done here is done for every notebook."""
    from readout.publish.fork.child import new_shell

    gc.disable()  # nothing here becomes garbage
    for name in PRELOAD:
        with suppress(Exception):
            importlib.import_module(name)
    with suppress(Exception):
        _make_one_report()
    new_shell()
    gc.freeze()  # the collector never touches, and so never copies, the pages that children share
    gc.enable()


def _make_one_report() -> None:
    """Load what the first report loads: weights, word lists, patterns, what Altair works out about its charts."""
    from readout.corpus import Article
    from readout.extract import extract
    from readout.show.cite import References
    from readout.show.report import Report
    from readout.show.view import View
    from readout.story import build_story

    story = build_story(
        [
            extract(Article(f"warm-up-{day}", "", text, published=day, published_basis=basis))
            for day, basis, text in _WARM_UP
        ]
    )
    report = Report(View(story, References(story)))
    for section in (report.head, report.summary, report.when, report.durations, report.participants):
        list(section().bundles())
    for section in (report.figures, report.agreement, report.sources, report.manifest):
        list(section().bundles())


def _watch_children() -> tuple[int, int]:
    read, write = os.pipe()
    for fd in (read, write):
        os.set_blocking(fd, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is papermill's to handle; it closes the socket
    return read, write


def _fork(
    control: socket.socket, descriptors: list[int], others: list[int], children: dict[int, int]
) -> None:
    connection, status = descriptors
    pid = os.fork()
    if pid == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        control.close()
        for fd in (status, *others):
            os.close(fd)
        from readout.publish.fork.child import run

        run(socket.socket(fileno=connection))
    os.close(connection)
    _tell(status, PID.pack(pid))
    children[pid] = status


def _bury(children: dict[int, int]) -> None:
    """Pass on how each ended child ended, and end what it has left running."""
    for pid in list(children):
        ended, wait_status = os.waitpid(pid, os.WNOHANG)
        if ended:
            _kill_group(pid)
            status = children.pop(pid)
            _tell(status, STATUS.pack(wait_status))
            os.close(status)


def _tell(status: int, data: bytes) -> None:
    with suppress(OSError):  # papermill's process may have gone
        os.write(status, data)


def _kill_group(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]))
