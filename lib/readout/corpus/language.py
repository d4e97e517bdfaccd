"""Whether a text is English: how many of its words are those that hold English sentences together."""

from __future__ import annotations

import re

from readout.lexicon import words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_READ = 4000
# Below this many words nothing can be said; English news has 0.3 to 0.5, its neighbours below 0.1.
_ENOUGH = 20
_SHARE = 0.17


def is_english(text: str) -> bool:
    """Whether `text` reads as English; True for one in Latin letters that is too short to tell."""
    said = [w.lower() for w in _WORD.findall(text[: _READ * 8])][:_READ]
    latin = sum(w.isascii() for w in said)
    if said and latin < 0.5 * len(said):
        return False
    if len(said) < _ENOUGH:
        return True
    return sum(w in words("function_words") for w in said) >= _SHARE * len(said)
