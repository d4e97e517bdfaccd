"""Our own gold for figures: sentences with what is planted in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from readout.corpus import Article
from readout.extract import FigureMention
from readout.extract.figures import find_figures
from readout.extract.times import find_times

_FILE = Path(__file__).resolve().parent.parent / "gold" / "figures.txt"


@dataclass(frozen=True, slots=True)
class Planted:
    """A figure as it should be read, without what the case leaves open (`of` is None)."""

    surface: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifier: str
    of: str | None


def figures_of(text: str) -> tuple[FigureMention, ...]:
    """The figures of `text` beside its dates, with nobody named."""
    article = Article(id="a", path="a.txt", text=text)
    return find_figures(article, *find_times(article), ())


def _planted(line: str) -> Planted:
    surface, number, unit, qualifier, *of = (part.strip() for part in line.split("|"))
    low, dots, high = number.partition("..")
    return Planted(
        surface=surface,
        value=None if dots else float(number),
        low=float(low) if dots else None,
        high=float(high) if high else None,
        unit=unit,
        qualifier=qualifier,
        of=of[0] if of else None,
    )


def read_cases() -> Iterator[tuple[str, list[Planted]]]:
    """Each sentence with the figures planted in it."""
    text, planted = "", list[Planted]()
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("  "):
            planted.append(_planted(line))
            continue
        if text:
            yield text, planted
        text, planted = line, []
    yield text, planted
