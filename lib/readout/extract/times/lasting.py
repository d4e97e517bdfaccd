"""What a length of time is the length of: `two days of talks`, `a 53-day strike`, `the war has lasted four years`."""

from __future__ import annotations

from readout.extract.times.prepositions import by_preposition, is_rank, own_verb
from readout.extract.times.subjects import (
    SET_FOR_A_LENGTH,
    aside_before,
    clause_before,
    event_at,
    event_before,
    event_name,
    is_event,
    noun_at,
    subject,
)
from readout.extract.times.words import LETTER, Words, beside, ends_sentence
from readout.lexicon import words as word_list

_LASTING = word_list("time/lasting")
_ENDING = word_list("time/over_after")
_PASSIVE = frozenset({"was", "were", "been", "being", "be", "is", "are"})
# Between a verb and the length: `dragged on for about`, `ended after just`.
_BETWEEN = beside("between lasting and length")
_TAKING = frozenset({"took", "take", "takes", "taken", "taking"})
_AFTER = frozenset({"after", "in", "within"})
# After a length that is a difference: `two days longer than planned`.
_COMPARED = beside("compared length")
_ARTICLES = frozenset({"a", "an", "the"})
_OWNERS = _ARTICLES | {"its", "their", "his", "her"}
_ONE = frozenset({"a", "an", "one", "1", "another", "half"})
# Nouns that a length is of: `a gap of 38 hours`, `a term of two years`; what one is in: `213 days in captivity`.
_GAPS = beside("measured noun") | beside("set for a length")
_SPENDING = beside("spending")
_STATES = beside("state for a length")
_MEETINGS = word_list("meeting_nouns")
# How many words two lengths of one thing are apart at most.
_NEAR = 4


def what_lasts(words: Words, first: int, last: int) -> str | None:
    """What the length at words `first` to `last` is said of, in lower case; None where that is not clear."""
    at = _verb_before(words, first)
    verb, after = words.lower(at), words.lower(last)
    if after == "of":
        at = last + 1 + (words.lower(last + 1) == "both")
        return None if verb == "within" else event_at(words, at) or noun_at(words, at)
    if after in _COMPARED:
        return None
    if after == "into":
        # `two years into a war`
        return event_at(words, last + 1 + (words.lower(last + 1) in _OWNERS))
    if after == "long":
        return event_at(words, last + 1)
    if after == "in" and words.lower(last + 1) in _STATES:
        return words.lower(last + 1)
    if after == "in" and verb in _SPENDING:
        return event_at(words, last + 1)
    noun = last + (words.lower(last) == "-")
    if _describes(words, first, last) and (said := event_at(words, noun, SET_FOR_A_LENGTH)):
        return said
    if words.lower(first - 1) == "of":
        return _measured(words, first - 2)
    if verb in _LASTING:
        # `took two hours to weaken`: that is no length of the storm.
        return (
            None if verb in _TAKING and after == "to" else subject(words, at) or _said_next(words, at, last)
        )
    if any(words.is_a(at, "PAST", "COMING", "RECENT", "NEXT") for at in range(first, last)):
        return None
    if verb == "within" and words.is_a(first, "UNITS"):
        # `is to vote within days`
        return None
    if verb in _AFTER:
        return own_verb(words, at) or _ended(words, at)
    return by_preposition(words, range(_without(words, first - 1), first), last)


def goes_on(words: Words, before: int, first: int) -> bool:
    """Whether a length at word `first` is of what the one before word `before` is: `two hours on Monday and four`."""
    at = _without(words, first - 1)
    if words.lower(at) == "and" and at - before <= _NEAR and before in (at, *clause_before(words, at)):
        return True
    return any(_is_days(words, back) for back in clause_before(words, first))


def _is_days(words: Words, at: int) -> bool:
    """Whether word `at` is the end of a day's, its noun left out: `Friday's was over`, `Friday's for about`."""
    owned = words.lower(at) == "s" and words.is_a(at - 1, "APOS") and words.is_a(at - 2, "WEEKDAY", "TODAY")
    return owned and words.lower(at + 1) in _PASSIVE | _BETWEEN | _LASTING


def is_told_to_last(words: Words, first: int) -> bool:
    """Whether a number at word `first` stands where a length does: `took about four`, `Friday's was over in three`."""
    at = _verb_before(words, first)
    over = words.lower(at) == "in" and _ends(words, at - 1)
    return over or words.lower(at) in _LASTING or _is_days(words, at)


def _said_next(words: Words, verb: int, last: int) -> str | None:
    """`Lasting two hours, the talks ended`: what the length that leads a sentence is of."""
    leads = words.lower(verb).endswith("ing") and (not verb or ends_sentence(words, verb - 1))
    at = last + 1 + (words.lower(last + 1) in _OWNERS)
    return event_at(words, at) if leads and words.lower(last) == "," else None


def _measured(words: Words, at: int) -> str | None:
    """The noun at word `at`, behind which a length is said with `of`: `a gap of`, `a pause in fighting of`."""
    if words.lower(at - 1) == "in" and is_event(words, at - 2):
        at -= 2
    if words.lower(at) in _GAPS:
        return words.lower(at)
    return event_name(words, at, at) if is_event(words, at) else None


def _verb_before(words: Words, first: int) -> int:
    """The word before `first`, without what may stand between a verb and a length (`went on, by telephone, for`)."""
    at = _without(words, first - 1)
    return _without(words, aside_before(words, at + 1) - 1) if words.words[at] == "," else at


def _without(words: Words, at: int) -> int:
    first = at
    while at > first - 6 and _is_between(words, at):
        at -= 1
    return at


def _is_between(words: Words, at: int) -> bool:
    """Whether word `at` may stand between a verb and a length: `about`, or the article of `a further two days`."""
    article = words.lower(at) in ("a", "an") and words.lower(at + 1) in _BETWEEN
    return article or words.lower(at) in _BETWEEN


def _describes(words: Words, first: int, last: int) -> bool:
    """Whether the length stands before its noun: `two-day`, `month-long`, `weeklong`, `three year`."""
    letter = words.classes[last - 1]
    if letter in (LETTER["LONG"], LETTER["LONGWORD"]) or words.lower(last - 2) == "-":
        return True
    return letter == LETTER["UNIT"] and words.lower(first) not in _ONE and last - first > 1


def _ended(words: Words, at: int) -> str | None:
    """`the session ended after`, `ended a second day of peace talks after`, `elections will be held within`."""
    within = words.lower(at) == "within"
    if within and is_event(words, at - 1):
        return None if words.lower(at - 1) in _MEETINGS else words.lower(at - 1)
    for back in clause_before(words, at):
        if words.lower(back) == "," or (words.lower(at) == "in" and is_rank(words.lower(back))):
            return None
        held = within and words.lower(back) in ("held", "place")
        if (held or _ends(words, back)) and words.lower(back - 1) not in _ARTICLES:
            event = subject(words, back) or event_before(words, at)
            # `the meeting will be held within a month`: that is when, and not how long.
            return None if held and event and event.split()[-1] in _MEETINGS else event
    return None


def _ends(words: Words, at: int) -> bool:
    """Whether word `at` tells of an end, alone or with the next word: `ended`, `called off`, `was over`."""
    if words.lower(at) == "over":
        return words.lower(at - 1) in _PASSIVE
    return words.lower(at) in _ENDING or f"{words.lower(at)} {words.lower(at + 1)}" in _ENDING
