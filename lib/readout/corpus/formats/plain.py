"""Plain text, with or without front matter; paragraphs that were broken at a margin are put together."""

from __future__ import annotations

from dataclasses import replace

from readout.corpus.decode import decode, plain
from readout.corpus.formats.draft import Draft
from readout.corpus.formats.front_matter import split_front_matter

# A text whose lines all end by this column was broken at a margin, if its lines are this full on average.
_MARGIN = 90
_FULL = 45


def unwrap(text: str) -> str:
    """`text` with one paragraph a line, where its lines were broken at a margin; else as it is."""
    lines = text.split("\n")
    if max(map(len, lines)) > _MARGIN:
        return text
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    out = []
    for block in blocks:
        inner = block[:-1]
        wrapped = inner and sum(map(len, inner)) >= _FULL * len(inner) and min(map(len, inner)) > _FULL // 2
        out.append(" ".join(block) if wrapped else "\n".join(block))
    return "\n\n".join(out)


def read_plain(raw: bytes) -> Draft:
    """A draft of a .txt file. Raises Unreadable where the bytes are not text."""
    text, warning = decode(raw)
    draft = split_front_matter(plain(text))
    told = (warning, *draft.warnings) if warning else draft.warnings
    return replace(draft, text=unwrap(draft.text), warnings=told)
