"""Words as data files: one file a list, one entry a line, `#` for comments. Edit a file to teach a word.

`.txt` files hold a word or phrase a line, `.tsv` files hold columns separated by tabs.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    raw = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [line.rstrip() for line in raw.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `name`.txt.

    Raises FileNotFoundError where there is no such list.
    """
    return frozenset(_lines(f"{name}.txt"))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `name`.tsv, each a tuple of its columns.

    Raises FileNotFoundError where there is no such table.
    """
    return tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))
