"""What a line looks like by itself: a paragraph, a headline, a list item, a teaser cut short."""

from __future__ import annotations

import re

from readout.corpus.furniture import fold
from readout.lexicon import words
from readout.lexicon.nations import places

_STOP = re.compile(r"[.!?…:;]['\"”’)\]]*$")
_INNER_STOP = re.compile(r"[.!?…][\"”’)]*\s+[\"“A-Z]")
_TEASER = re.compile(r"(?:\s\.\.\.|\s…|\[(?:…|\.\.\.)\])$")
_ITEM = re.compile(r"^(?:[-–—•*▪‣]|\d{1,2}[.)])\s+\S")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def size(line: str) -> int:
    """How many words `line` has."""
    return len(line.split())


def is_item(line: str) -> bool:
    """Whether `line` is an item of a list."""
    return bool(_ITEM.match(line))


def is_teaser(line: str) -> bool:
    """Whether `line` breaks off, as previews of other stories do."""
    return bool(_TEASER.search(line))


def ends_in_stop(line: str) -> bool:
    """Whether `line` ends as a sentence does."""
    return bool(_STOP.search(line))


def is_prose(line: str) -> bool:
    """Whether `line` reads as a paragraph and not as a headline, a caption or a button."""
    if is_teaser(line) or is_item(line):
        return False
    if size(line) >= 25:
        return True
    if line.rstrip('"”’)').endswith(("?", "!")) and not _INNER_STOP.search(line):
        return False
    return ends_in_stop(line) and size(line) >= (12 if line.endswith(":") else 6)


def is_headline(line: str) -> bool:
    """Whether `line` could be a headline: some words, no full stop at the end."""
    if is_item(line) or is_prose(line) or line.endswith((".", ":", ";", ",")):
        return False
    label, mark, _ = line.partition(": ")
    # Two words are enough after a place: `Nepal: Quake`.
    least = 2 if mark and {label, label.title()} & places() else 3
    return least <= size(line) <= 30 and len(line) <= 250


def is_title_case(line: str) -> bool:
    """Whether the long words of `line` have capitals, as in headlines and not in sentences."""
    long = [w for w in _WORD.findall(line) if len(w) > 3]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def is_masthead(line: str) -> bool:
    """Whether `line` could be the name of an outlet: up to four words, each with a capital, or a word for one."""
    parts = _WORD.findall(line)
    if len(parts) > 6:
        return False
    named = any(p.lower() in words("outlet_words") for p in parts) and all(
        p[0].isupper() for p in parts if len(p) > 3
    )
    return named or (len(parts) <= 4 and all(p[0].isupper() for p in parts))


def same(a: str, b: str) -> bool:
    """Whether two lines are one but for case and marks at their ends."""
    return fold(a) == fold(b)
