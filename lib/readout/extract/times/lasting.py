"""What a length of time is the length of: `two days of talks`, `a 53-day strike`, `the war has lasted four years`."""

from __future__ import annotations

from readout.extract.times.words import LETTER, OTHER, Words, beside
from readout.lexicon import table
from readout.lexicon import words as word_list

_EVENTS = word_list("time/events")
_LASTING = word_list("time/lasting")
_ENDING = word_list("time/over_after")
_DOING = {verb: (event, bool(clock)) for verb, event, *clock in table("time/doing")}
_NEVER = frozenset({"not", "t", "never", "hardly"})
# A length since the last one: `the first meeting for two years`.
_RANKED = beside("ranked event")
_FUNCTION = word_list("function_words") | word_list("figures/phrase_stops")
_STOPS = frozenset({"", ".", ";", "!", "?"})
# Between a verb and the length: `dragged on for about`, `ended after just`.
_BETWEEN = beside("between lasting and length")
# Before an event that only says when or where.
_PLACING = beside("placing an event")
_AFTER = frozenset({"after", "in", "within"})
# After a length that is a difference: `two days longer than planned`.
_COMPARED = beside("compared length")
_AUXILIARIES = beside("auxiliary")
_MARKS = frozenset({",", "-", "–", "—"})
_ARTICLES = frozenset({"a", "an", "the"})
_CLAUSES = frozenset({"who", "which", "that", "but", "when", "after", "before"})
_ONE = frozenset({"a", "an", "one", "1", "another", "half"})
# How many words a phrase has at most, and how many to look back for one.
_PHRASE = 4
_REACH = 24


def _event_at(words: Words, at: int) -> str | None:
    """The noun phrase that begins at word `at` and ends with an event: `peace talks`, `state of emergency`."""
    for last in range(at, min(at + 2 * _PHRASE, len(words.words))):
        if words.lower(last) == "of" and last > at and words.lower(last + 1) in _EVENTS:
            return words.surface(at, last + 2).lower()
        if not _inside(words, last):
            return None
        if words.lower(last) in _EVENTS and words.lower(last + 1) not in _EVENTS:
            return words.surface(at, last + 1).lower()
    return None


def _is_event(words: Words, at: int) -> bool:
    """Whether word `at` is an event, and not the month of March."""
    return words.lower(at) in _EVENTS and words.classes[at] == OTHER


def _doing_before(words: Words, at: int, last: int) -> str | None:
    """What goes on for a length after `for` at word `at`: `a truce for 30 days`, `met the mayor for an hour`."""
    ranked = any(w in _RANKED or w.endswith("est") for w in (words.lower(at - n) for n in range(2, 6)))
    if at and _is_event(words, at - 1):
        return None if ranked else words.lower(at - 1)
    for back in range(at - 1, max(-1, at - _REACH), -1):
        word = words.lower(back)
        if word in _DOING:
            event, clock = _DOING[word]
            fits = not clock or (
                words.is_a(last - 1, "UNIT", "UNITS") and words.value(last - 1) in ("TH", "TM")
            )
            return event if fits and words.lower(back - 1) not in _NEVER else None
        if (
            word in _STOPS
            or word in _CLAUSES
            or word in _AUXILIARIES
            or (len(word) > 4 and word.endswith("ed"))
        ):
            return None
    return None


def _noun_at(words: Words, at: int) -> str | None:
    """The single noun at word `at`, where plainly nothing more belongs to it: `ten years of boom, ...`."""
    after = words.lower(at + 1)
    ended = after in _FUNCTION or (not after.isalpha() and after not in ("'", "’", "-"))
    alone = ended and words.lower(at).isalpha() and _inside(words, at)
    return words.lower(at) if alone else None


def _inside(words: Words, at: int) -> bool:
    word = words.lower(at)
    if word == "-":
        return words.glued(at) and words.glued(at + 1)
    if word in _EVENTS:
        return True
    return word.isalpha() and word not in _FUNCTION and words.classes[at] == OTHER


def _event_before(words: Words, at: int) -> str | None:
    """The event that the words before `at` in the same sentence speak of, with the one it is of (`peace talks`).

    One that only places another (`the meeting after the war`) is taken where there is no other.
    """
    if words.lower(at - 1) == ",":
        at = next((k for k in range(at - 2, max(-1, at - _REACH), -1) if words.words[k] == ","), at)
    placing: str | None = None
    for last in range(at - 1, max(-1, at - _REACH), -1):
        if words.words[last] in _STOPS:
            break
        if _is_event(words, last):
            first = last - (words.lower(last - 1) in _EVENTS)
            found = words.surface(first, last + 1).lower()
            if not {words.lower(first - 1), words.lower(first - 2)} & _PLACING:
                return found
            placing = placing or found
    return placing


def _subject(words: Words, at: int) -> str | None:
    """The event that the verb at `at` says how long it lasts: in a clause with `that`, what the clause is about."""
    verb = at
    while at and words.lower(at - 1) in _AUXILIARIES:
        at -= 1
    if words.lower(at - 1) not in ("that", "which"):
        return _event_before(words, verb)
    noun = at - 2
    while noun > 0 and words.words[noun] in _MARKS:
        noun -= 1
    if words.is_plain(noun) and words.words[noun].islower():
        return words.lower(noun) if words.lower(noun) in _EVENTS else None
    return _event_before(words, noun)


def _verb_before(words: Words, first: int) -> int:
    """The word before `first`, without what may stand between a verb and a length."""
    at = first - 1
    while at > first - 6 and words.lower(at) in _BETWEEN:
        at -= 1
    return at


def what_lasts(words: Words, first: int, last: int) -> str | None:
    """What the length at words `first` to `last` is said of, in lower case; None where that is not clear."""
    after = words.lower(last)
    if after == "of":
        return _event_at(words, last + 1) or _noun_at(words, last + 1)
    if after in _COMPARED:
        return None
    if after == "long":
        return _event_at(words, last + 1)
    if _describes(words, first, last) and (said := _event_at(words, last)):
        return said
    if words.lower(first - 1) == "of" and words.lower(first - 2) in _EVENTS:
        return words.lower(first - 2)
    at = _verb_before(words, first)
    verb = words.lower(at)
    if verb in _LASTING:
        return _subject(words, at)
    if verb in _AFTER:
        return _ended(words, at)
    with_for = next((n for n in range(at + 1, first) if words.lower(n) == "for"), None)
    return _doing_before(words, with_for, last) if with_for else None


def _describes(words: Words, first: int, last: int) -> bool:
    """Whether the length stands before its noun: `two-day`, `month-long`, `weeklong`, `three year`."""
    letter = words.classes[last - 1]
    if letter in (LETTER["LONG"], LETTER["LONGWORD"]) or words.lower(last - 2) == "-":
        return True
    return letter == LETTER["UNIT"] and words.lower(first) not in _ONE and last - first > 1


def _ended(words: Words, at: int) -> str | None:
    """`the session ended after`, `ended a second day of peace talks after`."""
    for back in range(at - 1, max(-1, at - _REACH), -1):
        if words.lower(back) in _STOPS or words.lower(back) == ",":
            return None
        if words.lower(back) in _ENDING and words.lower(back - 1) not in _ARTICLES:
            return _event_before(words, at)
    return None
