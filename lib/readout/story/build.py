"""From extractions to a story: each step is one module, in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from readout.extract import Extraction
from readout.story.changes import find_changes
from readout.story.corrections import Corrections
from readout.story.findings import find_findings
from readout.story.identity import group_names, make_people, without_places
from readout.story.meetings import join_meetings
from readout.story.records import Story
from readout.story.rulings import Ruling
from readout.story.undated import infer_dates


def build_story(
    extractions: Sequence[Extraction],
    corrections: Iterable[Ruling] = (),
    since: Mapping[str, Any] | None = None,
) -> Story:
    """Hold the articles against each other.

    `corrections` are what people ruled (`load_corrections`), each applied where it belongs: publication dates
    before dates are read, facts before they are compared. `since` is the content of an earlier facts file
    (`load_facts`) to compare with. Neither the order of `extractions` nor an article given twice matters.
    """
    once = {e.article.id: e for e in extractions}
    ruled = Corrections(corrections)
    read, inferred = infer_dates(ruled.on_articles([once[article] for article in sorted(once)]))
    read = without_places(ruled.on_mentions(read))
    groups = ruled.on_groups(group_names(read), [e.article for e in read])
    people, statements = make_people(groups)
    people = ruled.on_people(people)
    read = ruled.without_rejected(read, people)
    meetings = ruled.on_meetings(join_meetings(read, people))
    findings = ruled.on_findings(find_findings(read, people, meetings, inferred))
    known = {p.id for p in people}
    story = Story(
        articles=tuple(e.article for e in read),
        dates=tuple(d for e in read for d in e.dates),
        durations=tuple(d for e in read for d in e.durations),
        people=people,
        figures=tuple(f for e in read for f in e.figures),
        meetings=meetings,
        statements=tuple(s for s in statements if s.subject in known),
        findings=findings,
        corrections=ruled.records(),
    )
    return replace(story, changes=find_changes(since, story)) if since is not None else story
