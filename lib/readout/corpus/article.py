"""The record that everything else counts its offsets in: one cleaned article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PublishedBasis = Literal["stated", "sidecar", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of page furniture that was left out of an article's text, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: cleaned text and what is known about it.

    `text` holds the title (if there is one) on its first line and then the body; page furniture, bylines and
    other stories' headlines are gone. All offsets in the project count characters of `text`.
    """

    id: str
    path: str
    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_basis: PublishedBasis = "unknown"
    published_evidence: str = ""
    url: str | None = None
    language: str = "en"
    sha256: str = ""
    copies: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def words(self) -> int:
        """How many white-space separated words the cleaned text has."""
        return len(self.text.split())
