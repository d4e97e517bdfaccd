"""Whether a day is that of what happens, or only of its being told or a bound: `said on Monday`, `by Monday noon`."""

from __future__ import annotations

from readout.extract.times.grammar import Reading
from readout.extract.times.words import Words, beside, ends_sentence
from readout.lexicon import words as word_list

_REPORTING = word_list("reporting_verbs") - word_list("time/lasting") - word_list("time/over_after")
_BETWEEN = beside("between saying and day")
_BOUNDS = beside("bound before day")
_ON = frozenset({"on", "late", "early"})
_NEVER = frozenset({"not", "t", "never"})
# How many words may stand between a verb of saying and its day (`told a press briefing in Oslo on Monday`).
_REACH = 7


def is_of_event(words: Words, reading: Reading) -> bool:
    """Whether the day that `reading` gives is one on which something happened or is to happen."""
    before = reading.first - 1
    if words.lower(reading.last) in _REPORTING or _is_told(words, before):
        return False
    if words.lower(before) not in _BOUNDS or (
        words.lower(before) == "before" and words.is_a(reading.first, "PART")
    ):
        # `before dawn on Sunday` is on that Sunday.
        return True
    # `did not begin until Thursday`
    return any(words.lower(before - n) in _NEVER for n in range(2, _REACH))


def _is_told(words: Words, at: int) -> bool:
    """Whether a verb of saying stands before word `at`, with nothing between them but to whom and where."""
    for back in range(at, max(-1, at - _REACH), -1):
        word = words.lower(back)
        if word in _REPORTING:
            return True
        if ends_sentence(words, back) or word not in _BETWEEN:
            return False
    return False
