"""One name in many spellings: letters without marks, spellings of one sound, and a key to look them up by.

The rules are data (lexicon/romanisation.tsv). All functions take one word of a name, in any script.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from readout.lexicon import table

_SEEN = 65_536


def _rules(kind: str) -> list[tuple[str, str]]:
    rows = table("romanisation")
    return [(pattern, "" if new == "-" else new) for name, pattern, new in rows if name == kind]


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): latin for letter, latin in _rules("letter")}


@cache
def _compiled(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), new) for pattern, new in _rules(kind))


def _apply(kind: str, word: str) -> str:
    for pattern, new in _compiled(kind):
        word = pattern.sub(new, word)
    return word


@lru_cache(_SEEN)
def plain(word: str) -> str:
    """`word` in lower-case Latin letters without marks, apostrophes and hyphens: `Gül` becomes `gul`.

    A script that the lexicon has no letters for stays as it is.
    """
    letters = _letters()
    composed = unicodedata.normalize("NFC", word).casefold().translate(letters)
    bare = "".join(c for c in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(c))
    return "".join(c for c in bare.translate(letters) if c.isalnum())


@lru_cache(_SEEN)
def romanised(word: str) -> str:
    """`plain(word)` with the spellings of one sound folded: `Yermakov` and `Ermakoff` fall together."""
    return _apply("spelling", plain(word)) or plain(word)


@lru_cache(_SEEN)
def skeleton(word: str) -> str:
    """A key for looking up words that may be spellings of one name: consonants only, near sounds together."""
    return _apply("skeleton", romanised(word)) or romanised(word)
