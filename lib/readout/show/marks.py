"""Articles marked up: each date, length, person and figure in its colour, crossing spans included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from readout.show.nodes import Inline, Inlines, Kind, Mark
from readout.story import Story

# In the order of nesting where spans cross: the first is outermost.
_ORDER: tuple[Kind, ...] = ("when", "long", "who", "many")
Spans = dict[Kind, list[tuple[int, int]]]


def story_spans(story: Story) -> dict[str, Spans]:
    """By article id: where its dates, lengths, people and figures stand."""
    spans: dict[str, Spans] = defaultdict(lambda: {kind: [] for kind in _ORDER})
    people = (m for p in story.people for m in p.mentions)
    for kind, mentions in zip(_ORDER, (story.dates, story.durations, people, story.figures), strict=True):
        for mention in mentions:
            spans[mention.article][kind].append((mention.begin, mention.end))
    return spans


def marked(text: str, begin: int, end: int, spans: Spans) -> Inlines:
    """`text[begin:end]` with its spans marked.

    Where spans of two kinds cross, the text is cut at every beginning and end, and a piece that belongs to
    both is marked as both, one inside the other.
    """
    inside = {k: [s for s in where if s[0] < end and s[1] > begin] for k, where in spans.items()}
    cuts = {begin, end, *(min(max(at, begin), end) for where in inside.values() for s in where for at in s)}
    return tuple(_piece(text, a, b, inside) for a, b in pairwise(sorted(cuts)))


def _piece(text: str, begin: int, end: int, spans: Spans) -> Inline:
    piece: Inline = text[begin:end]
    for kind in reversed(_ORDER):
        if _covered(begin, end, spans.get(kind, ())):
            piece = Mark(kind, (piece,))
    return piece


def _covered(begin: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= begin and end <= last for first, last in spans)
