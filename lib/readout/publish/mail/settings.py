"""The `mail:` part of a report's YAML: who gets it, from whom, over which server. Never a password."""

from __future__ import annotations

from email.headerregistry import Address
from email.utils import getaddresses, parseaddr
from typing import Annotated, Literal

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

MEGABYTE = 1_000_000


def one_line(text: str) -> str:
    """`text` itself where it fits on one header line.

    Raises ValueError for a line break or another control character: one smuggled into a header adds headers.
    """
    if any(ord(c) < 32 or ord(c) == 127 or c in "\u0085\u2028\u2029" for c in text):
        raise ValueError(f"holds a line break or control character, which no header may: {text!r}")
    return text


def _mailbox(text: str) -> str:
    """`text` as `Name <address>` or `address`, with the address checked (RFC 5321, RFC 5322)."""
    boxes = getaddresses([one_line(text)])
    if len(boxes) != 1:
        raise ValueError(f"{text!r} holds {len(boxes)} addresses: give each an entry of its own")
    name, address = boxes[0]
    try:
        checked = validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValueError(f"{text!r} is not an e-mail address: {error}") from None
    if not checked.ascii_email:
        raise ValueError(f"{text!r}: the part before @ must be ASCII, few servers take another")
    return str(Address(display_name=name, addr_spec=checked.ascii_email))


Mailbox = Annotated[str, AfterValidator(_mailbox)]


class ServerSettings(BaseModel):
    """The server that takes the mail. Login and password come from the environment or the keyring."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    host: Annotated[str, AfterValidator(one_line)] = Field(min_length=1)
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    timeout: float = Field(default=30.0, gt=0, le=600, description="seconds for each step of the dialogue")

    @model_validator(mode="before")
    @classmethod
    def _no_login(cls, values: object) -> object:
        if isinstance(values, dict) and {"user", "username", "login", "password"} & set(values):
            raise ValueError(
                "login and password do not belong into a report's file: set READOUT_SMTP_USER and "
                "READOUT_SMTP_PASSWORD, or keep the password in the keyring (service `readout`)"
            )
        return values


class MailSettings(BaseModel):
    """Who gets the report, and how it is addressed."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, hide_input_in_errors=True)

    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    sender: Mailbox = Field(alias="from")
    reply_to: Mailbox | None = None
    subject: Annotated[str, AfterValidator(one_line)] | None = None
    list_unsubscribe: Annotated[str, AfterValidator(one_line)] | None = None
    notify: Mailbox | None = Field(default=None, description="the operator, told when a report fails")
    max_attachments_mb: float = Field(default=15.0, gt=0)
    server: ServerSettings

    @field_validator("to", "cc", "bcc", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @field_validator("list_unsubscribe")
    @classmethod
    def _link(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("mailto:", "https://")):
            raise ValueError("list_unsubscribe wants a mailto: or https:// address")
        return value

    @property
    def recipients(self) -> tuple[str, ...]:
        """The bare address of everyone who gets the report, each once, in order."""
        found = (parseaddr(box)[1] for box in (*self.to, *self.cc, *self.bcc))
        return tuple(dict.fromkeys(found))
