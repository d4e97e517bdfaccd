"""What a length of time is the length of: `two days of talks`, `a 53-day strike`, `the war has lasted four years`."""

from __future__ import annotations

from readout.extract.times.words import LETTER, OTHER, Words, beside
from readout.lexicon import words as word_list

_EVENTS = word_list("time/events")
_LASTING = word_list("time/lasting")
_ENDING = word_list("time/over_after")
_FUNCTION = word_list("function_words") | word_list("figures/phrase_stops")
_STOPS = frozenset({"", ".", ";", "!", "?"})
# Between a verb and the length: `dragged on for about`, `ended after just`.
_BETWEEN = beside("between lasting and length")
# Before an event that only says when or where.
_PLACING = beside("placing an event")
_AFTER = frozenset({"after", "in", "within"})
_AUXILIARIES = beside("auxiliary")
_MARKS = frozenset({",", "-", "–", "—"})
_ONE = frozenset({"a", "an", "one", "1", "another", "half"})
# How many words a phrase has at most, and how many to look back for one.
_PHRASE = 4
_REACH = 24


def _word(words: Words, at: int) -> str:
    return words.words[at].lower() if 0 <= at < len(words.words) else ""


def _phrase(words: Words, at: int) -> str | None:
    """The noun phrase that begins at word `at`, up to its event; or a single noun that plainly ends there."""
    last = at
    while last < min(at + 2 * _PHRASE, len(words.words)) and _inside(words, last):
        last += 1
        if _word(words, last - 1) in _EVENTS and _word(words, last) not in _EVENTS:
            return words.surface(at, last).lower()
    ended = (
        not _word(words, last).isalpha() and words.words[last : last + 1] not in (["'"], ["’"])
    ) or _word(words, last) in _FUNCTION
    return words.surface(at, last).lower() if last == at + 1 and ended else None


def _inside(words: Words, at: int) -> bool:
    word = _word(words, at)
    if word == "-":
        return words.begins[at - 1] + len(words.words[at - 1]) == words.begins[at] == words.begins[at + 1] - 1
    if word in _EVENTS:
        return True
    return word.isalpha() and word not in _FUNCTION and words.classes[at] == OTHER


def _event_before(words: Words, at: int) -> str | None:
    """The event that the words before `at` in the same sentence speak of, with the one it is of (`peace talks`).

    One that only places another (`the meeting after the war`) is taken where there is no other.
    """
    if _word(words, at - 1) == ",":
        at = next((k for k in range(at - 2, max(-1, at - _REACH), -1) if words.words[k] == ","), at)
    placing: str | None = None
    for last in range(at - 1, max(-1, at - _REACH), -1):
        if words.words[last] in _STOPS:
            break
        if _word(words, last) in _EVENTS:
            first = last - (_word(words, last - 1) in _EVENTS)
            found = words.surface(first, last + 1).lower()
            if not {_word(words, first - 1), _word(words, first - 2)} & _PLACING:
                return found
            placing = placing or found
    return placing


def _antecedent(words: Words, at: int) -> str | None:
    """The noun that the clause of the verb at `at` belongs to: `efforts that have lasted`."""
    while at and _word(words, at - 1) in _AUXILIARIES:
        at -= 1
    if _word(words, at - 1) not in ("that", "which"):
        return None
    noun = at - 2
    while noun > 0 and words.words[noun] in _MARKS:
        noun -= 1
    said = noun >= 0 and words.classes[noun] == OTHER and words.words[noun].islower()
    return _word(words, noun) if said else None


def _verb_before(words: Words, first: int) -> int:
    """The word before `first`, without what may stand between a verb and a length."""
    at = first - 1
    while at > first - 6 and _word(words, at) in _BETWEEN:
        at -= 1
    return at


def what_lasts(words: Words, first: int, last: int) -> str | None:
    """What the length at words `first` to `last` is said of, in lower case; None where that is not clear."""
    after = _word(words, last)
    if after == "of":
        return _phrase(words, last + 1)
    if after == "long":
        return _phrase(words, last + 1)
    if _describes(words, first, last) and (said := _phrase(words, last)):
        return said
    if _word(words, first - 1) == "of" and _word(words, first - 2) in _EVENTS:
        return _word(words, first - 2)
    at = _verb_before(words, first)
    verb = _word(words, at)
    if verb in _LASTING:
        return _antecedent(words, at) or _event_before(words, at)
    return _ended(words, at) if verb in _AFTER else None


def _describes(words: Words, first: int, last: int) -> bool:
    """Whether the length stands before its noun: `two-day`, `month-long`, `weeklong`, `three year`."""
    letter = words.classes[last - 1]
    if letter in (LETTER["LONG"], LETTER["LONGWORD"]) or _word(words, last - 2) == "-":
        return True
    return letter == LETTER["UNIT"] and _word(words, first) not in _ONE and last - first > 1


def _ended(words: Words, at: int) -> str | None:
    """`the session ended after`, `ended a second day of peace talks after`."""
    for back in range(at - 1, max(-1, at - _REACH), -1):
        if _word(words, back) in _STOPS or _word(words, back) == ",":
            return None
        if _word(words, back) in _ENDING:
            return _event_before(words, at)
    return None
