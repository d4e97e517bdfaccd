"""The dialogue with the mail server (RFC 5321): what it took, what it refused, what is uncertain.

A recipient ends in one of four ways. `sent`: the server took the message for it. `refused`: the server said
no for good. `failed`: it was never handed over, after all tries. `uncertain`: the connection broke after the
message had begun to go out, so that it may have arrived; that one is never tried again by itself.
"""

from __future__ import annotations

import base64
import os
import smtplib
import ssl
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import parseaddr

from readout.publish.mail.outbox import Outcome
from readout.publish.mail.settings import ServerSettings

# Seconds before the second, third and fourth try.
BACKOFF = (2.0, 8.0, 30.0)


@dataclass(frozen=True, slots=True)
class Login:
    """A user's name and password at the mail server; neither is ever shown."""

    user: str = field(repr=False)
    password: str = field(repr=False)

    def scrub(self, text: str) -> str:
        """`text` without the password, in case a server repeats what it was told."""
        for secret in (self.password, base64.b64encode(self.password.encode()).decode()):
            text = text.replace(secret, "***") if secret else text
        return text


def find_login() -> Login | None:
    """The login of the environment (READOUT_SMTP_USER, READOUT_SMTP_PASSWORD), its password perhaps from the
    keyring (service `readout`); None where no user is set.

    Raises LookupError for a user without a password.
    """
    user = os.environ.get("READOUT_SMTP_USER")
    if not user:
        return None
    password = os.environ.get("READOUT_SMTP_PASSWORD")
    if password is None:
        import keyring

        with suppress(keyring.errors.KeyringError):
            password = keyring.get_password("readout", user)
    if password is None:
        raise LookupError(
            "READOUT_SMTP_USER is set, but no password: set READOUT_SMTP_PASSWORD or use the keyring"
        )
    return Login(user, password)


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one recipient fared, with the server's answer or the error in words."""

    recipient: str
    outcome: Outcome
    answer: str


class _Temporary(Exception):
    """Worth another try: nothing of the message has gone out."""


class _Permanent(Exception):
    """Not worth another try."""


def _reply(code: int, answer: bytes | str) -> str:
    words = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return f"{code} {' '.join(words.split())}"


def _raise_for(code: int, answer: bytes | str) -> None:
    if 400 <= code < 500:
        raise _Temporary(_reply(code, answer))
    if code >= 500:
        raise _Permanent(_reply(code, answer))


def _connect(server: ServerSettings, login: Login | None) -> smtplib.SMTP:
    """An open, encrypted, logged-in connection."""
    context = ssl.create_default_context()
    smtp: smtplib.SMTP
    if server.security == "tls":
        smtp = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        smtp.ehlo_or_helo_if_needed()
        if server.security == "starttls":
            smtp.starttls(context=context)
            smtp.ehlo()
        if login:
            if server.security == "none":
                raise _Permanent("a password is never sent over a connection without encryption")
            smtp.login(login.user, login.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _open(server: ServerSettings, login: Login | None) -> smtplib.SMTP:
    """As _connect, with every failure sorted into temporary and permanent."""
    try:
        return _connect(server, login)
    except ssl.SSLCertVerificationError as error:
        raise _Permanent(f"the server's certificate is not valid: {error.verify_message}") from None
    except ssl.SSLError as error:
        raise _Permanent(f"no encrypted connection: {error.reason or error}") from None
    except smtplib.SMTPNotSupportedError as error:
        raise _Permanent(f"the server cannot do what is asked of it: {error}") from None
    except smtplib.SMTPResponseException as error:
        _raise_for(error.smtp_code, error.smtp_error)
        raise _Permanent(_reply(error.smtp_code, error.smtp_error)) from None
    except (smtplib.SMTPException, OSError) as error:
        raise _Temporary(f"no connection to {server.host}:{server.port}: {error}") from None


def _hand_over(smtp: smtplib.SMTP, sender: str, recipients: Sequence[str], raw: bytes) -> list[Delivery]:
    """One transaction: MAIL, RCPT for each, DATA. Raises _Temporary or _Permanent where all fare alike."""
    try:
        _raise_for(*smtp.mail(sender))
        answers = {r: smtp.rcpt(r) for r in recipients}
    except (smtplib.SMTPServerDisconnected, OSError) as error:
        raise _Temporary(f"the server closed the connection: {error}") from None
    outcome: dict[int, Outcome] = {4: "failed", 5: "refused"}
    refused = [Delivery(r, outcome[c // 100], _reply(c, a)) for r, (c, a) in answers.items() if c >= 400]
    taken = [r for r, (c, _) in answers.items() if c < 400]
    if not taken:
        return refused
    code: int
    answer: bytes | str
    try:
        code, answer = smtp.data(raw)
    except smtplib.SMTPDataError as error:
        # The server refused DATA before a byte of the message went out.
        code, answer = error.smtp_code, error.smtp_error
    except (smtplib.SMTPException, OSError) as error:
        words = f"the connection broke while the message went out, it may have arrived: {error}"
        return refused + [Delivery(r, "uncertain", words) for r in taken]
    ended: Outcome = "sent" if code < 400 else outcome[code // 100]
    return refused + [Delivery(r, ended, _reply(code, answer)) for r in taken]


def _once(
    server: ServerSettings, login: Login | None, sender: str, recipients: Sequence[str], raw: bytes
) -> list[Delivery]:
    try:
        smtp = _open(server, login)
        try:
            return _hand_over(smtp, sender, recipients, raw)
        finally:
            with suppress(smtplib.SMTPException, OSError):
                smtp.quit()
            smtp.close()
    except _Temporary as error:
        return [Delivery(r, "failed", str(error)) for r in recipients]
    except _Permanent as error:
        return [Delivery(r, "refused", str(error)) for r in recipients]


def deliver(
    message: EmailMessage,
    recipients: Sequence[str],
    server: ServerSettings,
    login: Login | None = None,
    *,
    backoff: Sequence[float] = BACKOFF,
    sleep: Callable[[float], object] = time.sleep,
) -> tuple[Delivery, ...]:
    """Hand `message` to `server` for each of `recipients`; temporary failures are tried again.

    `backoff` holds the seconds to wait before each further try. Never raises for what a server does: the
    outcome of every recipient says it.
    """
    raw = message.as_bytes()
    sender = parseaddr(str(message["From"]))[1]
    done: dict[str, Delivery] = {}
    for wait in (0.0, *backoff):
        left = [r for r in recipients if r not in done or done[r].outcome == "failed"]
        if not left:
            break
        if wait:
            sleep(wait)
        done.update({d.recipient: d for d in _once(server, login, sender, left, raw)})
    scrub = login.scrub if login else str
    return tuple(Delivery(r, done[r].outcome, scrub(done[r].answer)) for r in recipients)
