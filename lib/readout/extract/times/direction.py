"""Whether a sentence speaks of the past or of the future at one of its words, or of what was planned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from readout.extract.times.expressions import PLANNED, Direction
from readout.extract.times.words import LETTER, OTHER, Words, beside
from readout.lexicon import table
from readout.lexicon import words as word_list

_TENSE: dict[str, Direction] = {
    w: -1 if sign == "past" else 1 for sign, w in table("time/tense") if sign in ("past", "future")
}
_AHEAD = {(word, sign) for sign, word in table("time/tense") if sign not in ("past", "future")}
_STOPS = frozenset({"", ".", ";", "!", "?"})
_ABBREVIATIONS = word_list("abbreviations")
_EVENTS = word_list("time/events")
_REPORTING = word_list("reporting_verbs")
# What carries a participle and leaves its tense to a verb before (`will stay closed`).
_AUXILIARIES = frozenset({"be", "been", "have", "stay", "remain", "keep", "get"})
_PRESENT = frozenset({"is", "are"})
# Classes of words that may be verbs (`to end`, `to start`).
_VERBAL = {OTHER, LETTER["RIM"]}
_BE = frozenset({"is", "are", "was", "were", "be"})
# Before an adjective (`a still unspecified date`).
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "still"})
# `was to meet`, `had been planned for`: the plan is told from later on.
_PAST_BE = frozenset({"was", "were"})
_HAD = frozenset({"had", "d"})
_CARRIERS = frozenset({"is", "are", "s", "re", "be", "been", "being", "has", "have", "not"})
# `planned for Monday` alone, of which the verb of the sentence tells more.
_ALONE = 3
_ADVERBS = beside("adverb in a plan")
# After a plan, these tell that nothing came of it (`planned for Monday, did not begin until`).
_FAILED = beside("plan that failed")
# Verbs of the future that are no finite form after `to` or `did not`.
_BASE = frozenset({"meet", "resume", "begin"})
# What begins a clause with a tense of its own.
_SUBORDINATING = beside("subordinating")
# Up to a time: ahead, unless a verb tells of the past, which leaves it on either side of now.
_UP_TO = frozenset({"until", "till", "by", "through"})
# What may stand between such a word and the time (`until at least Thursday`).
_LEAST = frozenset({"at", "least"})
# A time among the first words of a sentence leads it, and what comes after may be its main clause.
_LEADING = 4
# How many words to look at on either side.
_REACH = 16


def _lower(words: Words, at: int) -> str:
    return words.words[at].lower() if 0 <= at < len(words.words) else ""


def _infinitive(words: Words, at: int) -> int | None:
    """What `to` at `at` tells: `is to meet`, `agreed to meet` are ahead, `was to meet` a plan, others open."""
    before = _lower(words, at - 1)
    if before in _BE:
        return PLANNED if before in _PAST_BE else 1
    if (before, "to") in _AHEAD:
        return _plan(words, at - 1)
    following = words.words[at + 1] if at + 1 < len(words.words) else ""
    verb = following.islower() and words.classes[at + 1] in _VERBAL and not following.endswith("s")
    return 0 if verb else None


def _plan(words: Words, at: int) -> int:
    """What the participle of a plan at `at` tells: `is due` is ahead, `was due` was planned, alone it may be either."""
    participle, at = _lower(words, at), at - 1
    while _lower(words, at) in _ADVERBS:
        at -= 1
    carrier = _lower(words, at)
    if carrier in _PAST_BE or (carrier == "been" and _lower(words, at - 1) in _HAD):
        return PLANNED
    carried = carrier in _CARRIERS or carrier in _TENSE
    return 1 if carried or not (participle.endswith("ed") or participle in ("due", "set")) else _ALONE


def _tense(words: Words, at: int) -> int | None:
    """What the word tells; None where it tells nothing, 0 where it leaves that open (`agreed to meet`)."""
    word = _lower(words, at)
    if word == "to":
        return _infinitive(words, at)
    if words.classes[at] == LETTER["MONTHNAME"]:
        return None
    if (word, _lower(words, at + 1)) in _AHEAD:
        return _plan(words, at)
    known, before = _TENSE.get(word), _lower(words, at - 1)
    if word in _BASE and before in ("to", "not", "t"):
        return None
    if known is None and len(word) > 4 and word.endswith("ed") and before not in _ARTICLES:
        known = -1
    if known == 1 and (word.endswith("ed") or word == "due"):
        return _plan(words, at)
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
    """Past (-1), future (1), planned (2) or unknown (0): the tense of the nearest verb before, else after it."""
    led = first - 1
    while _lower(words, led) in _LEAST:
        led -= 1
    word, before = _lower(words, led), _lower(words, led - 1)
    if word in _UP_TO or word == "to":
        if (before, "until") in _AHEAD:
            return 1
        if word != "to":
            return 0 if _said(words, led, last) == -1 else 1
    if word == "from" and before in _EVENTS and not words.is_a(last, "APOS"):
        return _said(words, led, last) or 1
    if word == "as" and before in ("soon", "early"):
        return 1
    return _said(words, first, last)


def _said(words: Words, first: int, last: int) -> Direction:
    """What the verbs around words `first` to `last` tell, the nearest one before them first."""
    leading = False
    for at in range(first - 1, first - 1 - _REACH, -1):
        if at < 0 or _stops(words, at):
            leading = first - at <= _LEADING
            break
        if (found := _tense(words, at)) is not None:
            return _came_of(words, found, at, last)
    told = next((t for t in _after(words, last, leading) if t), 0)
    return _came_of(words, told, last, last)


def _after(words: Words, last: int, leading: bool) -> Iterator[int | None]:
    """What each word of the clause tells from word `last` on.

    Where the time is `leading` its sentence, what a subordinate clause tells comes last.
    """
    aside = False
    later: list[int | None] = []
    for at in range(last, min(len(words.words), last + _REACH)):
        if _stops(words, at) or (aside and not leading):
            break
        aside = _lower(words, at) in _SUBORDINATING or (aside and words.words[at] != ",")
        if aside:
            later.append(_tense(words, at))
        else:
            yield _tense(words, at)
    yield from later if leading else ()


def _came_of(words: Words, found: int, at: int, last: int) -> Direction:
    """The direction that `found`, told by word `at`, stands for.

    A plan that failed is past; one that somebody tells of, or of which nothing past is told, is ahead.
    """
    if found not in (PLANNED, _ALONE):
        return cast(Direction, found)
    for after in range(last, min(len(words.words), last + _REACH)):
        if _stops(words, after):
            break
        if _lower(words, after) in _FAILED:
            return -1
    if found == _ALONE:
        return PLANNED if next((t for t in _after(words, last, leading=False) if t), 1) < 0 else 1
    told = range(at - 1, max(-1, at - _REACH), -1)
    said = next((b for b in told if _stops(words, b) or _lower(words, b) in _REPORTING), -1)
    return 1 if said >= 0 and not _stops(words, said) else PLANNED
