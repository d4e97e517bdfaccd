"""Where sentences begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from readout.lexicon import words

# A stop with its closing quotes, white space, and what may begin a sentence; or a line break.
_STOP = re.compile(r"(?<=[.!?…])[\"'”’)\]»]*[ \t\u00a0]+(?=[\"'“‘(\[«—–-]*[A-ZÀ-ÞЀ-Я0-9$€£])|\n\s*")
_LAST_WORD = re.compile(r"[^\s(\"“‘']+\Z")
_ACRONYM = re.compile(r"(?:[a-z]\.)+[a-z]")
_NEXT_WORD = re.compile(r"[\"“‘(\[«—–-]*(?P<word>[^\W\d_]+)")
# Beyond this many characters back no abbreviation begins.
_REACH = 24
# No sentence is longer. What is, is cut at a space, so that all that reads a sentence at a time stays linear.
LONGEST = 1000


def _ends(text: str, at: int, after: int) -> bool:
    """Whether the stop before `at` ends a sentence that `after` follows on, and is not part of an abbreviation."""
    if text[at - 1] != ".":
        return True
    follower = text[after]
    word = _LAST_WORD.search(text, max(0, at - _REACH), at)
    if not word:
        return True
    bare = word.group().rstrip(".").lower()
    if len(bare) == 1 and bare.isalpha() and bare != "i":
        return False
    if bare in {"a.m", "p.m"}:
        return not follower.isdigit()
    if bare in {"no", "nos", "fig", "pp"} and not follower.isdigit():
        return True
    if _ACRONYM.fullmatch(bare):
        # `in the U.S. The talks`: only a word that seldom is a name's first tells that a sentence begins.
        starter = _NEXT_WORD.match(text, after)
        return starter is not None and starter["word"].lower() in words("sentence_starters")
    return bare not in words("abbreviations")


# Each step of extraction asks for the sentences of the same article, one after another.
@lru_cache(maxsize=32)
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Begin and end of each sentence of `text`, in order, without the white space around them.

    A line break always ends a sentence: cleaned articles hold one paragraph a line.
    """
    spans: list[tuple[int, int]] = []
    begin = 0
    for stop in _STOP.finditer(text):
        at = stop.start()
        if text[at] == "\n" or _ends(text, at, stop.end()):
            closing = len(stop.group()) - len(stop.group().lstrip("\"'”’)]»"))
            _add(spans, text, begin, at + closing)
            begin = stop.end()
    _add(spans, text, begin, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while end - begin > LONGEST:
        cut = text.rfind(" ", begin, begin + LONGEST)
        cut = cut if cut > begin else begin + LONGEST
        _add(spans, text, begin, cut)
        begin = cut
    words = text[begin:end].strip()
    if words:
        begin = text.index(words[0], begin)
        spans.append((begin, begin + len(words)))


class Sentences:
    """The sentences of one text, looked up by offset."""

    __slots__ = ("_begins", "spans", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = split_sentences(text)
        self._begins = [b for b, _ in self.spans]

    def at(self, offset: int) -> tuple[int, int]:
        """The span of the sentence that holds `offset`, or of the nearest one before it."""
        if not self.spans:
            return 0, len(self.text)
        return self.spans[max(0, bisect_right(self._begins, offset) - 1)]

    def text_at(self, offset: int) -> str:
        """The words of the sentence that holds `offset`."""
        begin, end = self.at(offset)
        return self.text[begin:end]
