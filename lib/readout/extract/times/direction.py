"""Whether a sentence speaks of the past or of the future at one of its words."""

from __future__ import annotations

from readout.extract.times.expressions import Direction
from readout.extract.times.words import OTHER, Words
from readout.lexicon import table

_TENSE: dict[str, Direction] = {word: -1 if sign == "past" else 1 for sign, word in table("time/tense")}
_STOPS = frozenset({"", ".", ";", "!", "?"})
_AUXILIARIES = frozenset(["be", "been", "have", "to"])
_BE = frozenset(["is", "are", "was", "were", "be"])
# Up to a time, that may lie on either side of now.
_UP_TO = frozenset(["until", "till", "by", "through"])
# How many words to look at on either side.
_REACH = 14


def _lower(words: Words, at: int) -> str:
    return words.words[at].lower() if 0 <= at < len(words.words) else ""


def _tense(words: Words, at: int) -> Direction | None:
    """What the word tells; None where it tells nothing, 0 where it leaves that open (`agreed to meet`)."""
    word = _lower(words, at)
    if word == "to":
        if _lower(words, at - 1) in _BE or _lower(words, at - 1) == "set":
            return 1
        following = words.words[at + 1] if at + 1 < len(words.words) else ""
        infinitive = following.islower() and words.classes[at + 1] == OTHER and not following.endswith("s")
        return 0 if infinitive else None
    known = _TENSE.get(word)
    if known is None and len(word) > 4 and word.endswith("ed"):
        known = -1
    if known == -1 and _lower(words, at - 1) in _AUXILIARIES:
        return _group(words, at - 1)
    return known


def _group(words: Words, at: int) -> Direction:
    """The tense of a verb group from its auxiliary at `at`: `will be named`, `had been named`."""
    for back in range(at, max(-1, at - 4), -1):
        found = _TENSE.get(_lower(words, back))
        if found:
            return found
    return -1


def direction(words: Words, first: int, last: int) -> Direction:
    """Past (-1), future (1) or unknown (0): the tense of the nearest verb before, else after it."""
    if _lower(words, first - 1) in _UP_TO:
        return 0
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if words.words[at] in _STOPS:
            break
        found = _tense(words, at)
        if found is not None:
            return found
    for at in range(last, min(len(words.words), last + _REACH)):
        if words.words[at] in _STOPS:
            break
        if found := _tense(words, at):
            return found
    return 0
