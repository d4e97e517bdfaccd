"""Words and signs of a text, with their places."""

from __future__ import annotations

import re

# `Mr.`, `V.`, `U.S.` keep their stops and `'s` stands alone, so that a name's words are whole words.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.)+(?=\W|\Z)"
    r"|(?=[A-Z])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Spc|Pfc|Pvt|Brig|Adm|Cmdr|Cdr|Gov|Sen|Sens|Rep|Reps|Rev"
    r"|Hon|Fr|St|Sec|Messrs)\.(?=\s*[^\W\d_])"
    r"|(?:Jr|Sr)\."
    r"|['’][sS]\b"
    r"|[^\W_]+(?:['’‘ʼ`-](?![sS]\b)[^\W_]+)*"
    r"|[^\s\w]|_"
)


def words_in(text: str) -> list[str]:
    """Words and signs of `text`."""
    return _TOKEN.findall(text)


def offsets_in(text: str, begin: int = 0) -> list[tuple[int, int]]:
    """Where `words_in(text)` begin and end, counted from `begin`."""
    return [(begin + m.start(), begin + m.end()) for m in _TOKEN.finditer(text)]
