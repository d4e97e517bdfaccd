"""A real SMTP server on this machine: TLS, login, and whatever misbehaviour a test asks for."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP as Server
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

from readout.publish.mail import ServerSettings

USER, PASSWORD = "desk", "a secret of many words"


@dataclass
class Post:
    """What reached the server, and how it answers: `rcpt` by recipient, `data` one answer a message."""

    envelopes: list[Envelope] = field(default_factory=list)
    rcpt: dict[str, list[str]] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    hang_up: bool = False

    async def handle_RCPT(
        self, server: Server, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answers = self.rcpt.get(address)
        if answers:
            return answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Server, session: Session, envelope: Envelope) -> str:
        if self.hang_up:
            assert server.transport is not None
            server.transport.close()
            return "421 gone"
        answer = self.data.pop(0) if self.data else "250 kept as 1"
        if answer.startswith("2"):
            self.envelopes.append(envelope)
        return answer


def _check(server: Server, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=good, handled=good)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


@contextmanager
def open_post_office(
    authority: trustme.CA, *, expired: bool = False
) -> Iterator[tuple[Post, ServerSettings]]:
    """A server with STARTTLS and required login, its certificate from `authority`."""
    end = dt.datetime.now(dt.UTC) + dt.timedelta(days=-1 if expired else 1)
    cert = authority.issue_cert("localhost", not_after=end, not_before=end - dt.timedelta(days=9))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    cert.configure_cert(context)
    post = Post()
    control = Controller(
        post, hostname="localhost", port=free_port(), tls_context=context, require_starttls=True,
        auth_required=True, authenticator=_check,
    )  # fmt: skip
    control.start()
    try:
        yield post, ServerSettings(host="localhost", port=control.port, timeout=5)
    finally:
        control.stop(no_assert=True)
