"""What a reader of one format hands on: text still with its furniture, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as its format gives it. `evidence` says in words where `published` stands."""

    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    evidence: str = ""
    url: str | None = None
    warnings: tuple[str, ...] = ()
