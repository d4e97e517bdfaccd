"""An e-mail as saved (.eml): a newsletter or an article that someone sent on."""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from readout.corpus.decode import Unreadable, decode, plain
from readout.corpus.formats.draft import Draft
from readout.corpus.formats.page import page_draft
from readout.corpus.formats.plain import unwrap

_SENT_ON = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def _body(message: EmailMessage) -> str:
    """The message's words: its plain part, or its HTML part read as a page."""
    for kind in ("plain", "html"):
        part = message.get_body(preferencelist=(kind,))
        raw = part.get_payload(decode=True) if part else None
        if part and isinstance(raw, bytes) and raw.strip():
            text, _ = decode(raw, part.get_content_charset())
            return unwrap(plain(text)) if kind == "plain" else page_draft(text).text
    raise Unreadable("a message without text")


def read_mail(raw: bytes) -> Draft:
    """A draft of a saved message. Raises Unreadable where it has no text."""
    message = message_from_bytes(raw, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise Unreadable("not a saved e-mail: it has no headers")
    stated, published = str(message.get("Date", "")), None
    with suppress(ValueError, TypeError, IndexError):
        published = parsedate_to_datetime(stated).date()
    sender, address = parseaddr(str(message.get("From", "")))
    return Draft(
        text=_body(message),
        title=_SENT_ON.sub("", plain(str(message.get("Subject", ""))).strip()) or None,
        publisher=plain(sender or address).strip() or None,
        published=published,
        evidence=f"the Date header of the message: {stated[:40]}" if published else "",
    )
