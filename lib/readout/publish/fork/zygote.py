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
from contextlib import suppress
from datetime import date

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

PID = struct.Struct(">q")
STATUS = struct.Struct(">q")


def main(control_fd: int) -> None:
    """Fork a child for each request on the socket `control_fd`, until the other end is closed.

    A request brings two descriptors: the child's own socket, and a pipe to which its process id is written at
    once and its wait status when it has ended.
    """
    control = socket.socket(fileno=control_fd)
    _warm_up()
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
        _read_one_article()
    new_shell()
    gc.freeze()  # the collector never touches, and so never copies, the pages that children share
    gc.enable()


def _read_one_article() -> None:
    """Load the weights, word lists and patterns that extraction loads when the first article comes."""
    from readout.corpus import Article
    from readout.extract import extract
    from readout.story import build_story

    text = (
        "Talks\n\nOn Tuesday Foreign Minister Ada Bell met 40 envoys for two hours, she said on 5 May 2026."
    )
    build_story([extract(Article(id="warm-up", path="", text=text, published=date(2026, 5, 6)))])


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
