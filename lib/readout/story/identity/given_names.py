"""Given names that stand for one another: spellings, translations, short forms (given_names.tsv)."""

from __future__ import annotations

from functools import cache

from readout.lexicon import table
from readout.story.identity.romanise import plain, romanised


@cache
def _groups() -> dict[str, frozenset[int]]:
    """For each form the numbers of the groups it is in."""
    found: dict[str, set[int]] = {}
    for number, (names,) in enumerate(table("given_names")):
        for name in names.split(","):
            for form in (plain(name), romanised(name)):
                found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


@cache
def _letters() -> tuple[frozenset[str], ...]:
    """For each group the letters that its names begin with."""
    rows = (names.split(",") for (names,) in table("given_names"))
    return tuple(frozenset(form[0] for n in row for form in (plain(n), romanised(n))) for row in rows)


def _numbers(word: str) -> frozenset[int]:
    return _groups().get(word) or _groups().get(romanised(word)) or frozenset()


def is_known(word: str) -> bool:
    """Whether `word` (plain) is a given name of the lexicon."""
    return bool(_numbers(word))


def equivalent(a: str, b: str) -> bool:
    """Whether two given names (plain) are forms of one."""
    return bool(_numbers(a) & _numbers(b))


@cache
def first_letters(word: str) -> frozenset[str]:
    """The letters that forms of the given name `word` (plain, or an initial) begin with."""
    own = frozenset({word[0], romanised(word.rstrip("."))[0]})
    return own.union(*(_letters()[n] for n in _numbers(word)))
