"""Everything a notebook prints, in the order in which it came: Python's prints, subprocesses, C code."""

from __future__ import annotations

import codecs
import ctypes
import io
import os
import select
import sys
import threading
from contextlib import suppress
from time import monotonic
from typing import Any

CHUNK = 1 << 16
FLUSH_SECONDS = 0.2  # as ipykernel: what a long cell prints is seen while it runs


class Streams:
    """Replaces stdout and stderr of this process, for Python and below it, by messages through `outbox`.

    The two descriptors become pipes. A thread reads them, so that a subprocess that prints much never waits;
    Python's own writes first take what lies in the pipes, so that the order is that of the writing.
    """

    def __init__(self, outbox: Any) -> None:
        self._outbox = outbox
        self._lock = threading.RLock()
        self._buffer: list[str] = []
        self._buffered = 0
        self._name = "stdout"
        self._flushed = monotonic()
        self._pipes = {_replace(fd): (name, _decoder()) for fd, name in ((1, "stdout"), (2, "stderr"))}
        self._poll = select.poll()
        for fd in self._pipes:
            self._poll.register(fd, select.POLLIN)
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 (open as long as the process)
        os.dup2(sys.stdin.fileno(), 0)
        _set_streams(_Stream(self, "stdout", 1), _Stream(self, "stderr", 2))
        os.register_at_fork(after_in_child=_plain_streams)
        threading.Thread(target=self._watch, daemon=True).start()

    def write(self, name: str, text: str) -> None:
        """Take what Python prints to the stream `name`."""
        with self._lock:
            self._drain()
            self._append(name, text)

    def flush(self) -> None:
        """Send all that has been printed so far."""
        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).fflush(None)  # C code's own buffers
        with self._lock:
            self._drain()
            self._send()

    def _watch(self) -> None:
        poll = select.poll()
        for fd in self._pipes:
            poll.register(fd, select.POLLIN)
        while True:
            poll.poll(FLUSH_SECONDS * 1000)
            with self._lock:
                self._drain()
                if self._buffer and monotonic() - self._flushed > FLUSH_SECONDS:
                    self._send()

    def _drain(self) -> None:
        while ready := self._poll.poll(0):
            for fd, _ in ready:
                name, decoder = self._pipes[fd]
                with suppress(BlockingIOError):
                    self._append(name, decoder.decode(os.read(fd, CHUNK)))

    def _append(self, name: str, text: str) -> None:
        if name != self._name:
            self._send()
            self._name = name
        self._buffer.append(text)
        self._buffered += len(text)
        if self._buffered > CHUNK:
            self._send()

    def _send(self) -> None:
        text = "".join(self._buffer)
        self._buffer, self._buffered, self._flushed = [], 0, monotonic()
        if text:
            self._outbox.send(None, "stream", {"name": self._name, "text": text})


class _Stream(io.TextIOBase):
    """What a notebook sees as `sys.stdout` or `sys.stderr`."""

    def __init__(self, streams: Streams, name: str, fd: int) -> None:
        self._streams = streams
        self._fd = fd
        self.name = name

    encoding = "utf-8"
    errors = "replace"

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._fd

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._streams.write(self.name, text)
        return len(text)

    def flush(self) -> None:
        self._streams.flush()


def _replace(fd: int) -> int:
    """Put a pipe in the place of the descriptor `fd`; returns the end to read from."""
    read, write = os.pipe()
    os.set_blocking(read, False)
    os.dup2(write, fd)
    os.close(write)
    return read


def _plain_streams() -> None:
    """In a process that the notebook forks, print to the pipes: only the notebook's own sends messages."""
    _set_streams(*(os.fdopen(fd, "w", buffering=1, encoding="utf-8", closefd=False) for fd in (1, 2)))


def _set_streams(out: Any, err: Any) -> None:
    # Also under the names that hold the originals: libraries print to these to get round a redirection.
    sys.stdout, sys.stderr = out, err
    setattr(sys, "__stdout__", out)  # noqa: B010 (typed as read-only)
    setattr(sys, "__stderr__", err)  # noqa: B010


def _decoder() -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder("utf-8")("replace")
