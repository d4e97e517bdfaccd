"""Quotations: what stands between quotation marks, and which sentence ends a quotation."""

from __future__ import annotations

_LONGEST = 1500  # characters


def in_quotes(text: str, at: int) -> bool:
    """Whether a quotation that opens in the paragraph is still open at `at`."""
    near = max(0, at - _LONGEST)
    start = text.rfind("\n", near, at) + 1 or near
    curly = text.count("“", start, at) > text.count("”", start, at)
    return curly or text.count('"', start, at) % 2 == 1


def ends_quotation(text: str, begin: int, end: int) -> bool:
    """Whether the sentence from `begin` to `end` ends a quotation that was opened before it."""
    closed = text.find("”", begin, end)
    if closed < 0:
        return text.find('"', begin, end) >= 0
    return not begin <= text.find("“", begin, end) < closed
