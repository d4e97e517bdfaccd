"""One e-mail put together: text, HTML with pictures inside, attachments, headers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from readout.publish.mail.settings import MEGABYTE, MailSettings, one_line


class MailError(Exception):
    """What a user must mend before anything is sent; the text says how."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG that the HTML part shows as `cid:NAME`."""

    name: str
    png: bytes


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file sent along, under the name that the reader sees."""

    name: str
    content: bytes
    mime: str


def content_hash(subject: str, facts: bytes, attachments: Sequence[Attachment]) -> str:
    """SHA-256 over what a report says: equal for the same report, whenever and to whomever it is sent."""
    digest = hashlib.sha256()
    for part in (subject.encode(), facts, *(a.content for a in attachments)):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _check_size(attachments: Sequence[Attachment], limit_mb: float) -> None:
    total = sum(len(a.content) for a in attachments)
    if total > limit_mb * MEGABYTE:
        sizes = ", ".join(f"{a.name} {len(a.content) / MEGABYTE:.1f} MB" for a in attachments)
        raise MailError(
            f"the attachments are {total / MEGABYTE:.1f} MB, over the limit of {limit_mb:g} MB ({sizes}); "
            "send fewer formats or raise max_attachments_mb"
        )


def _header(what: str, text: str) -> str:
    try:
        return one_line(text)
    except ValueError as error:
        raise MailError(f"{what} {error}") from None


def compose(
    settings: MailSettings,
    *,
    subject: str,
    text: str,
    key: str,
    sent_at: datetime,
    html: str | None = None,
    pictures: Sequence[Picture] = (),
    attachments: Sequence[Attachment] = (),
) -> EmailMessage:
    """The message, ready to be sent.

    `Message-ID` is made from `key`, so that a mail program that gets one message twice shows it once. Bcc
    recipients stand in no header.
    Raises MailError for a line break in a header and for attachments over the limit.
    """
    _check_size(attachments, settings.max_attachments_mb)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _header("the subject", subject)
    message["From"] = settings.sender
    for name, boxes in (("To", settings.to), ("Cc", settings.cc)):
        if boxes:
            message[name] = ", ".join(boxes)
    if not settings.to and not settings.cc:
        message["To"] = "undisclosed-recipients:;"
    if settings.reply_to:
        message["Reply-To"] = settings.reply_to
    if settings.list_unsubscribe:
        message["List-Unsubscribe"] = f"<{settings.list_unsubscribe}>"
    message["Date"] = format_datetime(sent_at)
    domain = parseaddr(settings.sender)[1].rpartition("@")[2]
    message["Message-ID"] = f"<{key}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    if html is not None:
        _add_html(message, html, pictures)
    for attachment in attachments:
        main, sub = attachment.mime.split("/")
        name = _header("the attachment's name", attachment.name)
        message.add_attachment(attachment.content, main, sub, filename=name)
    return message


def _add_html(message: EmailMessage, html: str, pictures: Sequence[Picture]) -> None:
    message.add_alternative(html, subtype="html")
    body = list(message.iter_parts())[1]
    assert isinstance(body, EmailMessage)
    for picture in pictures:
        name = _header("the picture's name", picture.name)
        body.add_related(
            picture.png, "image", "png", cid=f"<{name}>", filename=f"{name}.png", disposition="inline"
        )
