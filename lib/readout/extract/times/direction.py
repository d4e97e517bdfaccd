"""Whether a sentence speaks of the past or of the future at one of its words."""

from __future__ import annotations

from readout.extract.times.expressions import Direction
from readout.extract.times.words import LETTER, OTHER, Words
from readout.lexicon import table
from readout.lexicon import words as word_list

_TENSE: dict[str, Direction] = {
    w: -1 if sign == "past" else 1 for sign, w in table("time/tense") if sign in ("past", "future")
}
_AHEAD = {(word, sign) for sign, word in table("time/tense") if sign not in ("past", "future")}
_STOPS = frozenset({"", ".", ";", "!", "?"})
_ABBREVIATIONS = word_list("abbreviations")
# What carries a participle and leaves its tense to a verb before (`will stay closed`).
_AUXILIARIES = frozenset({"be", "been", "have", "stay", "remain", "keep", "get"})
_PRESENT = frozenset({"is", "are"})
# Classes of words that may be verbs (`to end`, `to start`).
_VERBAL = {OTHER, LETTER["RIM"]}
_BE = frozenset({"is", "are", "was", "were", "be"})
# Before an adjective (`a still unspecified date`).
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "still"})
# Up to a time: ahead, unless a verb tells of the past, which leaves it on either side of now.
_UP_TO = frozenset({"until", "till", "by", "through"})
# What may stand between such a word and the time (`until at least Thursday`).
_LEAST = frozenset({"at", "least"})
# How many words to look at on either side.
_REACH = 16


def _lower(words: Words, at: int) -> str:
    return words.words[at].lower() if 0 <= at < len(words.words) else ""


def _infinitive(words: Words, at: int) -> Direction | None:
    """What `to` at `at` tells: `is to meet` and `agreed to meet` are ahead, others leave it open."""
    before = _lower(words, at - 1)
    if before in _BE or (before, "to") in _AHEAD:
        return 1
    following = words.words[at + 1] if at + 1 < len(words.words) else ""
    verb = following.islower() and words.classes[at + 1] in _VERBAL and not following.endswith("s")
    return 0 if verb else None


def _tense(words: Words, at: int) -> Direction | None:
    """What the word tells; None where it tells nothing, 0 where it leaves that open (`agreed to meet`)."""
    word = _lower(words, at)
    if word == "to":
        return _infinitive(words, at)
    if words.classes[at] == LETTER["MONTHNAME"]:
        return None
    if (word, _lower(words, at + 1)) in _AHEAD:
        return 1
    known, before = _TENSE.get(word), _lower(words, at - 1)
    if known is None and len(word) > 4 and word.endswith("ed") and before not in _ARTICLES:
        known = -1
    if known == -1 and word.endswith("ed") and _lower(words, at + 1) == "by":
        # `talks hosted by Oslo`: the verb of the clause tells.
        return None
    if known == -1 and before in _PRESENT:
        return 0
    if known == -1 and before in _AUXILIARIES:
        return next((t for b in range(at - 1, at - 5, -1) if (t := _TENSE.get(_lower(words, b)))), -1)
    return known


def _stops(words: Words, at: int) -> bool:
    """Whether a clause ends at word `at`; the full stop of `Mr.` or of an initial ends none."""
    if words.words[at] not in _STOPS:
        return False
    before = words.words[at - 1] if at else ""
    initial = len(before) == 1 and before.isupper()
    return not (words.words[at] == "." and (initial or before.lower() in _ABBREVIATIONS))


def direction(words: Words, first: int, last: int) -> Direction:
    """Past (-1), future (1) or unknown (0): the tense of the nearest verb before, else after it."""
    led = first - 1
    while _lower(words, led) in _LEAST:
        led -= 1
    if _lower(words, led) in _UP_TO:
        if (_lower(words, led - 1), "until") in _AHEAD:
            return 1
        return 0 if _said(words, led, last) == -1 else 1
    if _lower(words, led) == "as" and _lower(words, led - 1) in ("soon", "early"):
        return 1
    return _said(words, first, last)


def _said(words: Words, first: int, last: int) -> Direction:
    """What the verbs around words `first` to `last` tell, the nearest one before them first."""
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _stops(words, at):
            break
        found = _tense(words, at)
        if found is not None:
            return found
    for at in range(last, min(len(words.words), last + _REACH)):
        if _stops(words, at):
            break
        if found := _tense(words, at):
            return found
    return 0
