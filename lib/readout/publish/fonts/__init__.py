"""The fonts of the PDF, and which characters they can show."""

from __future__ import annotations

import re
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
    return re.compile(f"[^{_SHAPELESS}{known}]")


def showable(text: str) -> str:
    """`text` with U+FFFD for each character that the fonts do not have: the PDF standards refuse those."""
    return _unknown().sub("\ufffd", text)
