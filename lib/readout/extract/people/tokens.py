"""Words and signs of a text, with their places."""

from __future__ import annotations

import re

# `Mr.`, `V.`, `U.S.` keep their stops and `'s` stands alone, so that a name's words are whole words.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.)+(?=\W|\Z)"
    r"|(?=[A-Z])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Spc|Pfc|Pvt|Brig|Adm|Cmdr|Cdr|Gov|Sen|Sens|Rep|Reps|Rev"
    r"|Hon|Fr|St|Sec|Messrs|Jr|Sr)\."
    r"|['’][sS]\b"
    r"|[^\W_]+(?:['’‘ʼ`-](?![sS]\b)[^\W_]+)*"
    r"|[^\s\w]|_"
)

Token = tuple[str, int, int]


def tokenize(text: str, begin: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of `text[begin:end]` as (word, begin, end), offsets counted in `text`."""
    stop = len(text) if end is None else end
    return [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, begin, stop)]
