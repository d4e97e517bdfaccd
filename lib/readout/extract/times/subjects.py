"""Which event a clause is about: its own, or the one before where it says only `they` or `the second`."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from readout.extract.times.tense import tense
from readout.extract.times.words import OTHER, Words, beside, ends_sentence
from readout.lexicon import words as word_list

_EVENTS = word_list("time/events")
# What has its length by being set for it, as an event has by going on: `a four-year contract`.
SET_FOR_A_LENGTH = _EVENTS | beside("set for a length")
_FUNCTION = word_list("function_words") | word_list("figures/phrase_stops")
# Before an event that only says when or where.
_PLACING = beside("placing an event")
_AUXILIARIES = beside("auxiliary")
_QUOTES = frozenset({'"', "”", "'", "’"})
# Within a phrase: `open and secret talks`, `the rowers' strike`.
_JOINTS = frozenset({"and", "or", "'", "’"})
_MARKS = frozenset({",", "-", "–", "—"})
# What stands for an event of the sentence before, and whether it is a plural.
_PRONOUNS = {"they": True, "it": False}
# How many words a phrase has at most, and how many to look back for one.
_PHRASE = 4
_REACH = 40


def is_event(words: Words, at: int) -> bool:
    """Whether word `at` is an event, and not the month of March."""
    return words.lower(at) in _EVENTS and words.classes[at] == OTHER


def event_name(words: Words, first: int, last: int) -> str:
    """The words `first` to `last`, which end with an event, in lower case: `cease-fire`, `state of emergency`."""
    while words.lower(first - 1) == "-" and words.glued(first) and words.glued(first - 1):
        first -= 2
    state = words.lower(first - 1) == "of" and words.lower(first - 2) == "state"
    return words.surface(first - 2 if state else first, last + 1).lower()


def event_at(words: Words, at: int, events: AbstractSet[str] = _EVENTS) -> str | None:
    """The noun phrase that begins at word `at` and ends with one of `events`: `peace talks`, `state of emergency`."""
    for last in range(at, min(at + 2 * _PHRASE, len(words.words))):
        if words.lower(last) == "of" and last > at and words.lower(last + 1) in events:
            return words.surface(at, last + 2).lower()
        joins = last > at and words.lower(last) in _JOINTS
        if not (words.lower(last) in events or joins or _inside(words, last)):
            return None
        if words.lower(last) in events and words.lower(last + 1) not in events:
            return words.surface(at, last + 1).lower()
    return None


def noun_at(words: Words, at: int) -> str | None:
    """The single noun at word `at`, where plainly nothing more belongs to it: `ten years of boom, ...`."""
    after = words.lower(at + 1)
    ended = after in _FUNCTION or (not after.isalpha() and after not in ("'", "’", "-"))
    alone = ended and words.lower(at).isalpha() and _inside(words, at)
    return words.lower(at) if alone else None


def _inside(words: Words, at: int) -> bool:
    word = words.lower(at)
    if word == "-":
        return words.glued(at) and words.glued(at + 1)
    return word.isalpha() and word not in _FUNCTION and words.classes[at] == OTHER


def event_before(words: Words, at: int) -> str | None:
    """The event that the words before `at` in the same sentence speak of, with the one it is of (`peace talks`).

    One that only places another (`the meeting after the war`) is taken where there is no other.
    """
    at = aside_before(words, at)
    placing: str | None = None
    for last in clause_before(words, at):
        if is_event(words, last):
            first = last - (words.lower(last - 1) in _EVENTS)
            found = event_name(words, first, last)
            if not {words.lower(first - 1), words.lower(first - 2)} & _PLACING:
                return found
            placing = placing or found
    return placing


def clause_before(words: Words, at: int) -> Iterator[int]:
    """The words before `at` up to the beginning of the sentence, the nearest first."""
    for back in range(at - 1, max(-1, at - _REACH), -1):
        if ends_sentence(words, back):
            return
        yield back


def aside_before(words: Words, at: int) -> int:
    """Where an aside between commas that ends before word `at` begins, else `at`: `went on, by telephone, for`."""
    if words.lower(at - 1) != ",":
        return at
    return next((k for k in range(at - 2, max(-1, at - _REACH), -1) if words.words[k] == ","), at)


def subject(words: Words, verb: int) -> str | None:
    """The event that the verb at `verb` tells of: in a clause with `that`, what the clause is about."""
    at = verb
    while at and words.lower(at - 1) in _AUXILIARIES:
        at -= 1
    if words.lower(at - 1) not in ("that", "which"):
        before = aside_before(words, at) - 1
        if words.lower(before) == "and" and not event_before(words, verb):
            # `It began at noon and lasted two hours.`
            before = min(clause_before(words, before), default=before)
        return _meant(words, before) or event_before(words, verb)
    noun = at - 2
    while noun > 0 and words.words[noun] in _MARKS:
        noun -= 1
    if is_event(words, noun):
        return event_name(words, noun, noun)
    if words.is_plain(noun) and words.words[noun].islower():
        return None
    return event_before(words, noun)


def _meant(words: Words, at: int) -> str | None:
    """The event that word `at` stands for: `They` by the sentence before, `The second` by a `first round` before."""
    if words.is_a(at, "ORDINAL", "SECOND") and words.is_a(at - 1, "THE"):
        ranks = range(at - 2, max(0, at - 2 * _REACH), -1)
        named = (k for k in ranks if is_event(words, k) and words.is_a(k - 1, "ORDINAL", "SECOND"))
        return next((words.lower(k) for k in named), None)
    plural = _PRONOUNS.get(words.lower(at))
    end = at - 2 if words.lower(at - 1) in _QUOTES else at - 1
    if plural is None or end < 0 or not (words.words[end] and ends_sentence(words, end)):
        return None
    events = {words.lower(k) for k in _subject_before(words, end) if is_event(words, k)}
    fitting = [event for event in events if event.endswith("s") == plural]
    return fitting[0] if len(fitting) == 1 else None


def _subject_before(words: Words, end: int) -> Iterator[int]:
    """The words before the first verb of the sentence that ends at word `end`."""
    first = min(clause_before(words, end), default=end)
    for at in range(first, end):
        if tense(words, at) is not None or words.lower(at) in _AUXILIARIES:
            return
        yield at
