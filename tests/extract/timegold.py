"""Reads tests/gold/times.txt: sentences with planted expressions of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from readout.corpus import Article

GOLD = Path(__file__).resolve().parent.parent / "gold" / "times.txt"
_PLANTED = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Planted:
    """An expression with its exact place and what it means."""

    begin: int
    end: int
    type: str
    value: str
    mod: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence, the day it was published, and the expressions in it."""

    text: str
    published: date | None
    planted: tuple[Planted, ...]

    @property
    def article(self) -> Article:
        """The sentence as an article."""
        basis = "stated" if self.published else "unknown"
        return Article(id="t", path="t.txt", text=self.text, published=self.published, published_basis=basis)


def _case(line: str, published: date | None) -> Case:
    text, planted, at = "", [], 0
    for m in _PLANTED.finditer(line):
        text += line[at : m.start()]
        kind, value, mod, of = (m[2].split("|") + [""] * 3)[:4]
        planted.append(Planted(len(text), len(text) + len(m[1]), kind, value, mod or None, of or None))
        text += m[1]
        at = m.end()
    return Case(text + line[at:], published, tuple(planted))


def read_cases() -> Iterator[Case]:
    """The cases of the gold file, in order."""
    published: date | None = None
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            published = None if line[1:].strip() == "-" else date.fromisoformat(line[1:].strip())
        elif line and not line.startswith("#"):
            yield _case(line.replace("\\n", "\n"), published)
