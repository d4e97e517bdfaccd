"""The process that imports what notebooks need, once, and forks a child for each notebook.

It is started fresh rather than forked from papermill's process: that one may have threads, or have called
vl-convert or Typst, and a child forked after either hangs. It does nothing else, so its copies start clean.
"""

from __future__ import annotations

import gc
import os
import selectors
import signal
import socket
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from readout.publish.fork.warmup import load, load_more

PID = struct.Struct(">q")
STATUS = struct.Struct(">q")


def main(control_fd: int) -> None:
    """Fork a child for each request on the socket `control_fd`, until the other end is closed.

    A request brings two descriptors: the child's own socket, and a pipe to which its process id is written at
    once and its wait status when it has ended.
    """
    control = socket.socket(fileno=control_fd)
    _do_for_all(load)
    with _shared_extractions():
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
    requests = 0
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
                requests += 1
                if requests == 2:  # for one notebook alone it would not pay
                    _do_for_all(load_more)
                _fork(control, descriptors, [wake_read, wake_write, *children.values()], children)
    for pid in children:
        _kill_group(pid)


def _do_for_all(work: Callable[[], None]) -> None:
    """What is done here is done for every notebook forked from now on."""
    gc.disable()  # nothing here becomes garbage
    work()
    gc.freeze()  # the collector never touches, and so never copies, the pages that children share
    gc.enable()


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
