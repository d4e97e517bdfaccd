"""Messages between papermill's process and a notebook's child: JSON with its length before it."""

from __future__ import annotations

import socket
import struct
from typing import Any

from jupyter_client.session import json_packer, json_unpacker

_LENGTH = struct.Struct(">Q")

Message = dict[str, Any]


def send(sock: socket.socket, message: Message) -> int:
    """Send one message; returns its size in bytes. Raises OSError when nobody listens any more."""
    body: bytes = json_packer(message)
    sock.sendall(_LENGTH.pack(len(body)) + body)
    return len(body)


def receive(sock: socket.socket) -> tuple[Message, int] | None:
    """The next message and its size, or None when the other side has gone, in the middle of one or before."""
    head = _exactly(sock, _LENGTH.size)
    if head is None:
        return None
    (length,) = _LENGTH.unpack(head)
    body = _exactly(sock, length)
    return None if body is None else (json_unpacker(body), length)


def _exactly(sock: socket.socket, count: int) -> bytes | None:
    buffer = bytearray(count)
    view = memoryview(buffer)
    while view:
        try:
            got = sock.recv_into(view)
        except ConnectionError:
            return None
        if not got:
            return None
        view = view[got:]
    return bytes(buffer)
