"""The child's side: a notebook's cells in the kernel's own shell, each output sent as a kernel's message."""

from __future__ import annotations

import asyncio
import atexit
import builtins
import getpass
import os
import socket
import sys
import threading
from contextlib import suppress
from types import SimpleNamespace
from typing import Any, NoReturn

from ipykernel.compiler import XCachingCompiler, get_file_name
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.error import StdinNotImplementedError
from jupyter_client.session import Session
from traitlets.config import Config

from readout.publish.fork import wire
from readout.publish.fork.streams import Streams


class Compiler(XCachingCompiler):
    """The kernel's compiler, whose names for cells, seen in warnings, do not change with the process id."""

    def get_code_name(self, raw_code: str, code: str, number: int) -> str:
        """The file name that tracebacks and warnings give a cell."""
        name: str = get_file_name(raw_code)
        return name.replace(f"ipykernel_{os.getpid()}", "ipykernel")


class Outbox(Session):
    """A Jupyter session whose messages go over one socket to papermill's process, unsigned."""

    def __init__(self, sock: socket.socket, **options: Any) -> None:
        super().__init__(**options)
        self.socket = sock
        self._owner = os.getpid()
        self._lock = threading.RLock()

    def send(self, stream: Any, msg_or_type: Any, content: Any = None, *_: Any, **__: Any) -> None:
        """Send a message, given as a whole or as type and content. Nobody to read it ends the child."""
        if os.getpid() != self._owner:
            return  # a process that the notebook itself has forked
        if isinstance(msg_or_type, str):
            msg_type = msg_or_type
        else:
            msg_type, content = msg_or_type["header"]["msg_type"], msg_or_type["content"]
        try:
            with self._lock:
                wire.send(self.socket, {"msg_type": msg_type, "content": content})
        except OSError:
            os._exit(1)


def new_shell() -> ZMQInteractiveShell:
    """The kernel's shell without a kernel: same formatters, magics and tracebacks; no history on disk."""
    config = Config()
    config.IPKernelApp = Config()  # its presence is how libraries tell a notebook from a terminal
    config.HistoryManager.enabled = False
    kernel = SimpleNamespace(eventloop=None)
    return ZMQInteractiveShell.instance(config=config, kernel=kernel, compiler_class=Compiler)


def run(sock: socket.socket) -> NoReturn:
    """Answer requests until told to end; what happens here happens to no other notebook."""
    os.setsid()
    received = wire.receive(sock)
    if received is None:
        os._exit(1)
    shell, outbox = new_shell(), Outbox(sock)
    streams = Streams(outbox)
    _settle(received[0], shell, outbox)
    asyncio.run(_serve(sock, shell, streams, outbox))
    # Leave as an interpreter would, files flushed and handlers run, but without tearing down the imports.
    with suppress(BaseException):
        shell.reset(new_session=False)
        atexit._run_exitfuncs()
    os._exit(0)


def _settle(request: wire.Message, shell: ZMQInteractiveShell, outbox: Outbox) -> None:
    """Make this process what a kernel started by papermill's process would be."""
    os.environ.clear()
    os.environ.update(request["environment"])
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    shell.init_environment()
    os.chdir(request["directory"])
    if "" not in sys.path:
        sys.path.insert(0, "")
    _limit_memory(request["memory_limit"])
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()  # or all children would draw the same numbers
    builtins.input = _no_input("raw_input")
    getpass.getpass = _no_input("getpass")
    publisher: Any
    for publisher in (shell.displayhook, shell.display_pub):
        publisher.session = outbox
        publisher.pub_socket = outbox.socket


def _no_input(name: str) -> Any:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise StdinNotImplementedError(
            f"{name} was called, but this frontend does not support input requests."
        )

    return refuse


def _limit_memory(count: int) -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    soft = count if hard == resource.RLIM_INFINITY else min(count, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


async def _serve(sock: socket.socket, shell: ZMQInteractiveShell, streams: Streams, outbox: Outbox) -> None:
    """Run cells as they are asked for. Tasks that a cell has started go on while the next one is awaited."""
    loop = asyncio.get_running_loop()
    readable = asyncio.Event()
    while not shell.exit_now:
        readable.clear()
        loop.add_reader(sock, readable.set)
        await readable.wait()
        loop.remove_reader(sock)
        received = wire.receive(sock)
        if received is None or received[0]["msg_type"] != "execute_request":
            return
        outbox.send(None, "execute_input", {"execution_count": shell.execution_count})
        reply = await _run_cell(shell, received[0]["code"])
        streams.flush()
        outbox.send(None, "execute_reply", reply)


async def _run_cell(shell: ZMQInteractiveShell, code: str) -> dict[str, Any]:
    """Run one cell as ipykernel's `do_execute` does, and return what its reply would say."""
    trouble = None
    try:
        transformed = shell.transform_cell(code)
    except Exception:
        transformed, trouble = code, sys.exc_info()
    how = {"transformed_cell": transformed, "preprocessing_exc_tuple": trouble}
    if shell.should_run_async(code, **how):
        result = None
        try:
            result = await shell.run_cell_async(code, store_history=True, **how)
        finally:
            shell.events.trigger("post_execute")
            shell.events.trigger("post_run_cell", result)
    else:
        result = shell.run_cell(code, store_history=True)
    payloads: Any = shell.payload_manager
    payloads.clear_payload()
    error = result.error_before_exec or result.error_in_exec
    if result.success and not shell._last_traceback_during_displayhook:
        return {"status": "ok"}
    return {
        "status": "error",
        "ename": type(error).__name__,
        "evalue": str(error),
        "traceback": shell._last_traceback or [],
    }
