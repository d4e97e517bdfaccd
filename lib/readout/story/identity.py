"""Who is who: names of different articles that mean one person, and why."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract import Extraction, Statement
from readout.story.records import Person


def identify_people(extractions: Sequence[Extraction]) -> tuple[tuple[Person, ...], tuple[Statement, ...]]:
    """People over all articles, and every statement with its subject replaced by the person's id."""
    return (), ()
