"""What a report claims about itself, tested: references lead somewhere, spans hold their words."""

from __future__ import annotations

from collections.abc import Iterable

from readout.show.display import Section
from readout.show.nodes import Para
from readout.show.view import View
from readout.show.words import count


def check(view: View, shown: Iterable[Section]) -> Section:
    """A line that says what was checked.

    Raises AssertionError, naming the first fault: a reference to a sentence that its article does not have, a
    mention whose words do not stand where it says, a person or meeting that no article names.
    """
    labels = {cite.label for section in shown for cite in section.cites()}
    sentences = {
        f"{view.refs.numbers[a.id]}.{n}"
        for a in view.refs.ordered
        for n in range(1, len(view.refs.sentences(a.id).spans) + 1)
    }
    assert labels <= sentences, f"references to no sentence: {sorted(labels - sentences)}"
    story = view.story
    mentions = [
        *story.dates,
        *story.durations,
        *story.figures,
        *(m for p in story.people for m in p.mentions),
        *(m for x in story.meetings for m in x.mentions),
    ]
    for mention in mentions:
        text = view.refs.article(mention).text
        assert text[mention.begin : mention.end] == mention.surface, f"words moved: {mention}"
    assert all(p.mentions for p in story.people), "a person whom no article names"
    checked = f"{count(len(labels), 'cited sentence')}, {count(len(mentions), 'fact')} in the articles"
    return Section("check", (Para((f"Checked: {checked}, each where it should be.",), "meta"),))
