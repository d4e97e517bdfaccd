"""The way to a child: start the zygote once a process, ask it to fork, send cells, and say how a child ended."""

from __future__ import annotations

import atexit
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import Any

from readout.publish.fork import wire
from readout.publish.fork.zygote import PID, STATUS

_GO_SECONDS = 1.0
_END_SECONDS = 5.0  # how long a notebook's exit handlers may take once its last cell is done

_zygote: socket.socket | None = None
_lock = threading.Lock()


class ChildEnded(Exception):
    """The child is no more or had to be killed; `name` is the error's name, the message says why."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


def start_zygote() -> socket.socket:
    """The socket to this process's zygote, which is started when there is none yet.

    It imports while the caller goes on; processes forked from this one share it.
    """
    global _zygote
    with _lock:
        if _zygote is None:
            _zygote, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            # -P as a kernel does: a folder's own pandas.py must not be taken for pandas.
            command = [sys.executable, "-P", "-m", "readout.publish.fork.zygote", str(theirs.fileno())]
            # BLAS threads do not survive a fork; one hash seed gives sets the same order in every run.
            settings = {"OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
            with theirs:
                process = subprocess.Popen(
                    command,
                    env=os.environ | settings,
                    stdin=subprocess.DEVNULL,
                    pass_fds=[theirs.fileno()],
                    start_new_session=True,
                )
            atexit.register(_end, _zygote, process)
        return _zygote


def _end(zygote: socket.socket, process: subprocess.Popen[bytes]) -> None:
    """Let the zygote go with the process that has started it; one that still imports goes when it has done so."""
    zygote.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_GO_SECONDS)


def _forget_zygote() -> None:
    global _zygote
    with _lock:
        if _zygote is not None:
            _zygote.close()
            _zygote = None


class Child:
    """A forked child that runs the cells of one notebook."""

    def __init__(self, memory_limit: int) -> None:
        """Fork it. Raises RuntimeError when that fails.

        Args:
            memory_limit: bytes of data that it may hold.
        """
        self._socket, theirs = socket.socketpair()
        self._status, status = os.pipe()
        try:
            socket.send_fds(start_zygote(), [b"fork"], [theirs.fileno(), status])
        except OSError:  # the last one was killed: a new one is as good
            _forget_zygote()
            socket.send_fds(start_zygote(), [b"fork"], [theirs.fileno(), status])
        finally:
            theirs.close()
            os.close(status)
        answer = os.read(self._status, PID.size)
        if not answer:
            _forget_zygote()
            raise RuntimeError("the process that forks notebooks could not start; its error is printed above")
        (self._pid,) = PID.unpack(answer)
        self._poll = select.poll()
        for source in (self._socket.fileno(), self._status):
            self._poll.register(source, select.POLLIN)
        wire.send(
            self._socket,
            {
                "msg_type": "settle",
                "directory": os.getcwd(),
                "environment": dict(os.environ),
                "memory_limit": memory_limit,
            },
        )

    def run(
        self, code: str, take: Callable[[wire.Message], None], timeout: float | None, output_limit: int
    ) -> dict[str, Any]:
        """Run one cell, give each of its messages to `take`, and return the reply's content.

        Args:
            timeout: seconds; None for no limit.
            output_limit: bytes that the cell's messages may have together.

        Raises:
            ChildEnded: the child died, or was killed for taking too long or sending too much.
        """
        deadline = None if timeout is None else monotonic() + timeout
        with suppress(OSError):  # a child that has gone tells so below
            wire.send(self._socket, {"msg_type": "execute_request", "code": code})
        sent = 0
        while True:
            if not self._readable(deadline):
                self._kill()
                raise ChildEnded("CellTimeoutError", f"the cell took longer than {timeout:g} seconds")
            received = wire.receive(self._socket)
            if received is None:
                raise ChildEnded("DeadKernelError", self._how_it_ended())
            message, size = received
            if message["msg_type"] == "execute_reply":
                content: dict[str, Any] = message["content"]
                return content
            sent += size
            if sent > output_limit:
                self._kill()
                raise ChildEnded(
                    "OutputLimitError", f"the cell sent more than {output_limit:,} bytes of output"
                )
            take(message)

    def _readable(self, deadline: float | None) -> bool:
        """Wait for the child to say something or to end; False when the deadline comes first."""
        while True:
            left = None if deadline is None else max(0.0, deadline - monotonic()) * 1000
            ready = [fd for fd, _ in self._poll.poll(left)]
            if self._socket.fileno() in ready:
                return True
            if ready:  # it has ended, and what it still said has been read
                self._socket.shutdown(socket.SHUT_RDWR)
                return True
            return False

    def _how_it_ended(self) -> str:
        self._socket.close()
        data = os.read(self._status, STATUS.size)
        if not data:
            return "the notebook's process is gone"
        code = os.waitstatus_to_exitcode(STATUS.unpack(data)[0])
        if code >= 0:
            return f"the notebook's process ended with exit status {code}"
        hint = "; perhaps the machine ran out of memory" if -code == signal.SIGKILL else ""
        return f"the notebook's process was killed by {signal.Signals(-code).name}{hint}"

    def _kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)

    def __enter__(self) -> Child:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: BaseException | TracebackType | None) -> None:
        """Let the child end, with its exit handlers if all went well."""
        if kind is None:
            with suppress(OSError):
                wire.send(self._socket, {"msg_type": "end"})
            ended = select.poll()
            ended.register(self._status, select.POLLIN)
            if not ended.poll(_END_SECONDS * 1000):
                self._kill()
        else:
            self._kill()
        self._socket.close()
        os.close(self._status)
