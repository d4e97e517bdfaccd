"""Bytes to text: the encodings that saved articles come in, and the characters that no reader sees."""

from __future__ import annotations

import codecs
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# More control characters than this share are not text.
_BINARY = 0.02
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\u0085\v\f]")
_BLANKS = re.compile(r"[^\S\n]+")
# Control characters but tab and line feed; marks of no width; those that turn the direction of writing.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]+"
)


class Unreadable(ValueError):
    """A file that is not an article: its message says why."""


def _encoding(raw: bytes, declared: str | None) -> str:
    """The encoding that `raw` shows by its first bytes or its pattern of zeros, or `declared`, or UTF-8."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name
    head = raw[:2000]
    if head[1::2].count(0) > 0.4 * len(head) / 2 and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > 0.4 * len(head) / 2 and not head[1::2].count(0):
        return "utf-16-be"
    return declared or "utf-8"


def decode(raw: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """`raw` as text, and a warning where it was in none of the encodings that say so themselves.

    `declared` is the encoding that the file itself names (an HTML page's charset). Raises Unreadable where
    the bytes are not text.
    """
    name, warning = _encoding(raw, declared), None
    try:
        text = raw.decode(name)
    except (LookupError, UnicodeError):
        if b"\0" in raw:
            raise Unreadable("binary, not text") from None
        text = raw.decode("cp1252", "replace")
        warning = f"not in {name.upper()}, read as Windows-1252"
    control = sum(text.count(chr(c)) for c in range(32) if chr(c) not in "\t\n\r\f\v\x1b")
    if control > _BINARY * len(text):
        raise Unreadable("binary, not text")
    return text, warning


def plain(text: str) -> str:
    """`text` with one kind of line break, single blanks, composed letters, and nothing invisible in it.

    Invisible are control characters (a terminal would act on them) and those that only steer the display:
    soft hyphens, zero-width marks, changes of direction.
    """
    text = _HIDDEN.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", text))
