"""Names that are a person's in one article and a place's in another, and of which nobody tells who bears them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from readout.extract import Extraction

# What parts a place from its country, and one of two places from the other.
_PARTS = re.compile(r",? and |, ")


def without_places(read: Iterable[Extraction]) -> list[Extraction]:
    """The extractions without people, and their word for a number, whose name is a place that the story tells of.

    Who has a role or a side in any article stays: a family may be called after a town.
    """
    known = list(read)
    told = {s.subject for e in known for s in e.statements if s.property != "name"}
    places = {name for e in known for place in _places(e) for name in _PARTS.split(place)} - told
    return [
        replace(
            e,
            people=tuple(p for p in e.people if p.person not in places),
            statements=tuple(s for s in e.statements if s.subject not in places),
            figures=tuple(
                replace(f, attribution=None)
                if f.attribution in places and _is_person(e, f.attribution)
                else f
                for f in e.figures
            ),
        )
        for e in known
    ]


def _places(e: Extraction) -> Iterator[str]:
    """The places of what an article tells."""
    yield from (f.place for f in e.figures if f.place)
    yield from (m.place for m in e.meetings if m.place)


def _is_person(e: Extraction, name: str | None) -> bool:
    return any(p.person == name for p in e.people)
