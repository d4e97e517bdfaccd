"""From extractions to a story: each step is one module, in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract import Extraction
from readout.story.identity import identify_people
from readout.story.meetings import join_meetings
from readout.story.records import Story


def build_story(extractions: Sequence[Extraction]) -> Story:
    """Hold the articles against each other. The order of `extractions` does not matter."""
    ordered = sorted(extractions, key=lambda e: e.article.id)
    people, statements = identify_people(ordered)
    return Story(
        articles=tuple(e.article for e in ordered),
        dates=tuple(d for e in ordered for d in e.dates),
        durations=tuple(d for e in ordered for d in e.durations),
        people=people,
        figures=tuple(f for e in ordered for f in e.figures),
        meetings=join_meetings(ordered, people),
        statements=statements,
    )
