"""Words and signs of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Of so many words, those seen last, is kept what was found out about each. A language's common words are fewer.
KEPT = 16_384

# `Mr.`, `V.`, `U.S.` keep their stops and `'s` stands alone, so that a name's words are whole words.
_TOKEN = re.compile(
    # Most words are plain ones; the rest of the pattern would read them the same, only later.
    r"[A-Z]?[a-z]+(?=[ ,\n])"
    r"|(?:[^\W\d_]\.)+(?=\W|\Z)"
    r"|(?=[A-Z])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Spc|Pfc|Pvt|Brig|Adm|Cmdr|Cdr|Gov|Sen|Sens|Rep|Reps|Rev"
    r"|Hon|Fr|St|Sec|Messrs|Md|Mohd)\.(?=\s*(?:[^\W\d_]|\())"
    r"|(?:Jr|Sr)\."
    r"|['’][sS]\b"
    r"|[^\W_]+(?:['’‘ʼ`-](?![sS]\b)[^\W_]+)*"
    r"|[^\s\w]|_"
)


def words_in(text: str) -> list[str]:
    """Words and signs of `text`."""
    return _TOKEN.findall(text)


def offsets_of(words: Sequence[str], text: str, at: int = 0) -> list[tuple[int, int]]:
    """Where in `text` the `words` that were read from character `at` on begin and end."""
    out = []
    for word in words:
        # Nothing but white space lies between two words.
        begin = text.index(word, at)
        at = begin + len(word)
        out.append((begin, at))
    return out
