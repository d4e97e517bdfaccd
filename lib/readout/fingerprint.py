"""One hash of the library's own files: what was made with another rule or word is out of date."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def library_hash(*rooms: str) -> str:
    """The hash of all files of `rooms`, or of the whole library where none is named."""
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for folder in [root / room for room in rooms] or [root]:
        for file in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
