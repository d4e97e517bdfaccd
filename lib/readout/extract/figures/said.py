"""What is said of each figure of a text: by words of its own, or by those that it shares with the one beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from readout.extract.figures.counts import is_band, is_population
from readout.extract.figures.kinds import is_amount
from readout.extract.figures.predicates import (
    length_of,
    said_after,
    said_before,
    said_within,
    share_of,
    state_after,
)
from readout.extract.figures.read import Reading
from readout.extract.mentions import FigureMention
from readout.lexicon import words

# Between two figures of which the same is said: `killed four men and three women`, `fell from 9 to 8 percent`,
# `rose to 41 from 36`, `41 men died, including three cooks`.
_MORE = r"(?: another| an additional| a further| only)?[ ]"
_COORDINATED = re.compile(rf"(?:,|,? and|,? or){_MORE}")
_GOES_ON = re.compile(
    r"(?:,|,? and|,? or|,? but| to|,?(?: up| down)? from|,? against"
    rf"|(?: [^,.;:]{{0,60}})?, (?:including|among them)){_MORE}"
)
# `3 of the 12 bridges are open`: what is said after the whole is said of the part.
_PART_OF = re.compile(r"[ ](?:out )?of (?:the |its |their )?")
# `17 people were rescued from the sea and 40 others`
_OTHERS = re.compile(r"[^.;:\d]{1,100}[ ](?:and|or)[ ](?:another )?")
_HAS_VERB = re.compile(r"[^,.;:]{0,60}?[ ](?:is|are|was|were|has|have|had|remains?|remained)\b")
_SINGULAR = re.compile(r"(?:,?[ ](?:who|that|which))?[ ](?:is|was|has)\b")
_BACK = 40
_IS = re.compile(r"(?:[ ]of[ ](?:their|its)[ ][a-z]+)?[ ](?:is|are|was|were|has|have|had)\b")
# `killed nine miners who had been trapped`: what is done to them comes before what else is said of them.
_WHO = re.compile(r",?[ ](?:who|that|which)\b")


def said_of(
    text: str, figures: list[FigureMention], r: Reading, sentence: tuple[int, int], clause: int
) -> str | None:
    """What is said of `r`, whose clause begins at `clause`, in the part of its `sentence` that holds for it.

    What is said of the `figures` before it as well is written into them.
    """
    if _is_length(text, r):
        return length_of(text, r.end, sentence[1])
    if r.kind in ("percent", "money") and (share := share_of(text, r.begin, r.end, sentence)):
        return share
    done = said_before(text, r.begin, r.number, sentence[0], r.kind) if _WHO.match(text, r.end) else None
    if done:
        return done
    said = None if _is_of_the_whole(text, r, sentence[1]) else said_after(text, r.end, sentence[1])
    if said and figures and _is_whole(text, figures[-1], r):
        figures[-1], said = replace(figures[-1], of=said), None
    elif said and _is_shared(text, r, said):
        _share(text, figures, r.begin, clause, said)
    said = said or said_before(text, r.begin, r.number, sentence[0], r.kind)
    if not said and r.kind == "people":
        said = said_within(text, r.begin, r.end)
    said = said or state_after(text, r.end, sentence[1])
    if not said and figures and _goes_on(text, figures[-1], r, sentence[1]):
        return figures[-1].of
    return said


def _goes_on(text: str, last: FigureMention, r: Reading, stop: int) -> bool:
    """Whether the same is said of `r` as of the `last` figure: they are told in one breath, with one verb."""
    others = r.kind == "people" and text.endswith(" others", r.begin, r.end)
    between = _OTHERS if others else _GOES_ON
    return bool(between.fullmatch(text, last.end, r.begin)) and not _HAS_VERB.match(text, r.end, stop)


def _is_of_the_whole(text: str, r: Reading, stop: int) -> bool:
    """Whether what follows is said of something of that size: `the town of 900 people is lost`."""
    left = text[max(0, r.number - _BACK) : r.number]
    many = r.kind in ("people", "homes", "things") and (r.value or 2) > 1 and text[r.end - 1].isalpha()
    return bool(many and _SINGULAR.match(text, r.end, stop) and not is_band(left)) or is_population(left)


def _is_length(text: str, r: Reading) -> bool:
    """Whether `r` measures how far, fast or hot something is: nothing befalls it (`40 miles of road` were lost)."""
    return r.kind == "measure" and not is_amount(r.unit) and not text.startswith(" of ", r.end)


def _is_shared(text: str, last: Reading, said: str) -> bool:
    """Whether what is `said` after `last` may be said of those before it; not in `46 deaths, 12 missing`."""
    with_noun = last.unit and text.endswith(last.unit.rpartition(" ")[2], last.begin, last.end)
    return bool(with_noun and (said not in words("figures/people_states") or _IS.match(text, last.end)))


def _share(text: str, figures: list[FigureMention], begin: int, clause: int, said: str) -> None:
    """Say what is `said` after the figure at `begin` of those joined to it: `3 teachers and 12 pupils were killed`.

    None of them stands before the `clause`, where a verb of its own would have them.
    """
    for at in range(len(figures) - 1, -1, -1):
        f = figures[at]
        counts = f.kind not in ("percent", "money") and f.qualifier != "ordinal"
        if f.of or not counts or f.begin < clause or not _COORDINATED.fullmatch(text, f.end, begin):
            return
        figures[at], begin = replace(f, of=said), f.begin


def _is_whole(text: str, part: FigureMention, whole: Reading) -> bool:
    """Whether `part` is so many of the `whole`, and a verb after both speaks of the part."""
    return bool(_PART_OF.fullmatch(text, part.end, whole.begin) and _IS.match(text, whole.end))
