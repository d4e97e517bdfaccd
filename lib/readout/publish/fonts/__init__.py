"""The fonts of the PDF, and which characters they can show."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# Line ends, and characters that have no shape of their own: joiners and directions.
_SHAPELESS = r"\n\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff"


@cache
def _unknown() -> re.Pattern[str]:
    lines = (FOLDER / "coverage.txt").read_text(encoding="ascii").splitlines()
    runs = (line.split("-") for line in lines if not line.startswith("#"))
    known = "".join(f"{re.escape(chr(int(a, 16)))}-{re.escape(chr(int(b, 16)))}" for a, b in runs)
    other = f"[^{_SHAPELESS}{known}]"
    return re.compile(f"{other}(?:{other}|[ \\u200d](?={other}))*")


def showable(text: str) -> str:
    """`text` with what the fonts cannot show named by its script: `[Chinese characters]`, `[symbols]`.

    The PDF standards refuse characters without a shape, and a box for each tells a reader nothing.
    """
    return _unknown().sub(lambda run: f"[{_script(run[0])}]", text)


# Scripts that are not called like the first word of their characters' Unicode names.
_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}


def _script(run: str) -> str:
    """The script that the letters of `run` are written in; one that has kana is Japanese."""
    first = [unicodedata.name(c, "").split(" ")[0] for c in run if c.isalpha()]
    scripts = [_SCRIPTS.get(word, word.capitalize()) for word in first if word]
    if not scripts:
        return "symbols"
    script = "Japanese" if "Japanese" in scripts else max(sorted(set(scripts)), key=scripts.count)
    return f"{script} characters"
