"""Whether a sentence speaks of the past or of the future at one of its words, or of what was planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import cast

from readout.extract.times.expressions import PLANNED, Direction
from readout.extract.times.tense import AHEAD, ALONE, tense
from readout.extract.times.words import Words, beside, ends_sentence
from readout.lexicon import words as word_list

_EVENTS = word_list("time/events")
_ROLES = word_list("roles")
_REPORTING = word_list("reporting_verbs")
# After a plan, these tell that nothing came of it (`planned for Monday, did not begin until`).
_FAILED = beside("plan that failed")
# What begins a clause with a tense of its own.
_SUBORDINATING = beside("subordinating")
_RELATIVE = frozenset({"which", "who", "whose"})
_OWN_TENSE = _SUBORDINATING | _RELATIVE
_DURING = frozenset({"during", "in", "since", "after", "amid"})
# Up to a time: ahead, unless a verb tells of the past, which leaves it on either side of now.
_UP_TO = frozenset({"until", "till", "by", "through", "past", "beyond"})
# What a time is put off to.
_TOWARD = _UP_TO | {"to"}
# Of what is still to come (`ahead of Sunday's vote`), and of what is over, unless it is said what will be after it.
_BEFORE_IT = {("ahead", "of"), ("runup", "to"), ("soon", "as"), ("early", "as")}
_AFTER_IT = frozenset({"after", "since", "following"})
_MODALS = frozenset({"will", "ll", "would", "shall", "may", "might", "could", "can", "should", "must"})
# What comes behind these and before a time belongs with what the time is said of, and not with the saying.
_SAYING = frozenset({"said", "says", "say", "saying", "added", "adding", "warned", "warning", "insisted"})
# `the funeral is on Saturday`
_PRESENT = frozenset({"is", "are"})
# `He said Saturday is a holiday`
_BEFORE_SUBJECT = _SAYING | {"that", "but", '"', "“"}
_AT = frozenset({"on", "for", "in", "at"})
_HAVE = frozenset({"has", "have"})
_UNTIL = frozenset({"until", "till"})
# A term that is set by these is ahead, unless it is told from later on.
_DEMANDING = beside("demanding")
_NOT_NOW = frozenset({"had", "been", "was", "were", "have"})
_GRANTING = frozenset({"had", "gave", "set"})
_PAST_BE = frozenset({"was", "were"})
# What may stand between such a word and the time (`until at least Thursday`).
_LEAST = frozenset({"at", "least"})
# A time among the first words of a sentence leads it, and what comes after may be its main clause.
_LEADING = 4
# `called a two-day strike for`: a verb and what is set by it are at most this far apart.
_NEAR = 6
# How many words to look at on either side.
_REACH = 16


def direction(words: Words, first: int, last: int) -> Direction:
    """Past (-1), future (1), planned (2) or unknown (0): the tense of the nearest verb before, else after it."""
    if words.lower(first - 1) == "or" and words.is_a(first - 2, "WEEKDAY"):
        # `by Friday or Saturday`
        first -= 2
    led = first - 1
    while words.lower(led) in _LEAST:
        led -= 1
    known = _led(words, led, last)
    if known is not None:
        return known
    word = words.lower(led)
    said = _said(words, led if word in _UP_TO else first, last)
    if word == "into" and said == -1:
        # `meant more delays going into Tuesday`, which may not be over.
        return 0
    if word in _UP_TO:
        # `had hoped to be through by Monday` is over, or nearly so.
        return 0 if said == -1 else PLANNED if said == PLANNED else 1
    if word == "from" and words.lower(led - 1) in _EVENTS and not words.is_a(last, "APOS"):
        # `face a walkout from Friday`, but not `during the riots from 5 May to`
        return said if _DURING.intersection(words.lower(led - n) for n in range(2, 5)) else said or 1
    # `before dawn on Monday` is on that Monday.
    bound = word == "before" and not words.is_a(first, "PART")
    return PLANNED if bound and said == -1 else said


def _led(words: Words, led: int, last: int) -> Direction | None:
    """What the words that lead to a time, up to `led`, tell by themselves: `postponed until`, `ahead of`.

    So does what comes after a day that is itself the subject: `Monday is a holiday`.
    """
    word, before = words.lower(led), words.lower(led - 1)
    if before == "back" and word in _TOWARD:
        # `put back to Monday`
        before = words.lower(led - 2)
    put_off = word in _TOWARD and (before, "until" if word == "to" else word) in AHEAD
    called = before in _EVENTS and any((words.lower(led - n), word) in AHEAD for n in range(2, _NEAR))
    run_up = (before, word) == ("up", "to") and "run" in (words.lower(led - 2), words.lower(led - 3))
    if run_up or put_off or (word == "for" and called) or (before, word) in _BEFORE_IT:
        return 1
    is_subject = words.lower(last) == "is" and (
        led < 0 or ends_sentence(words, led) or word in _BEFORE_SUBJECT
    )
    if is_subject or (before if word in _AT else word) in _PRESENT:
        return 1
    if word in _UNTIL:
        return _granted(words, led)
    if word == "by" and _is_demanded(words, led):
        return 1
    if word in _AFTER_IT:
        return PLANNED if _will(words, led, last) else -1
    return None


def _granted(words: Words, led: int) -> Direction | None:
    """What a term up to a time tells: `has until`, `is shut until` are ahead, `had until`, `gave until` were a plan."""
    for at in _sentence(words, range(led - 1, max(-1, led - _REACH), -1)):
        word = words.lower(at)
        if word in _HAVE or word in _PRESENT:
            return 1
        if word in _GRANTING:
            return PLANNED
        if word in _PAST_BE or word in _MODALS or tense(words, at) == 1:
            return None
    return None


def _is_demanded(words: Words, led: int) -> bool:
    """Whether somebody was told to do something up to the time that word `led` leads to: `ordered ... by Monday`."""
    back = range(led - 1, max(-1, led - _REACH), -1)
    return any(
        words.lower(at) in _DEMANDING and words.lower(at - 1) not in _NOT_NOW for at in _sentence(words, back)
    )


def _announces(words: Words, at: int) -> bool:
    """Whether `to` at word `at` is that of a headline, which has no other verb: `Peru to vote`, `talks to resume`."""
    subject = words.words[at - 1] if at else ""
    acts = subject[:1].isupper() or subject in _EVENTS or subject.removesuffix("s") in _ROLES
    if words.lower(at) != "to" or not acts:
        return False
    for back in range(at - 1, at - 1 - _REACH, -1):
        if back < 0 or ends_sentence(words, back):
            return True
        if tense(words, back) is not None or words.lower(back) in _REPORTING:
            return False
    return False


def _will(words: Words, first: int, last: int) -> bool:
    """Whether the sentence around words `first` to `last` says what will be."""
    back = range(first - 1, max(-1, first - 1 - _REACH), -1)
    return any(
        words.lower(at) in _MODALS for side in (back, _ahead(words, last)) for at in _sentence(words, side)
    )


def _ahead(words: Words, last: int) -> range:
    return range(last, min(len(words.words), last + _REACH))


def _sentence(words: Words, side: Iterable[int]) -> Iterator[int]:
    """The words of `side` up to the end of the sentence."""
    return takewhile(lambda at: not ends_sentence(words, at), side)


def _said(words: Words, first: int, last: int) -> Direction:
    """What the verbs around words `first` to `last` tell, the nearest one before them first."""
    leading = opened = False
    for at in range(first - 1, first - 1 - _REACH, -1):
        if at < 0 or ends_sentence(words, at):
            leading = first - at <= _LEADING
            break
        if (found := tense(words, at)) is None:
            told = next(filter(None, _after(words, last, False)), 0) if words.lower(at) in _OWN_TENSE else 0
            if told == -1 or (told and words.lower(at) in _RELATIVE):
                # `will go on after the talks on Monday failed`, `failed with the guild, which on Monday will`
                return _came_of(words, told, last, last)
            continue
        if words.lower(at) in _SAYING and words.lower(last) in _MODALS:
            # `said Monday will be dull`
            return 1
        if opened or found or words.lower(at) != "to":
            ahead = found == 1 and words.lower(at) != "would"
            return (1 if ahead else 0) if opened else _came_of(words, found, at, last)
        if _announces(words, at):
            return 1
        # `will head back to school on`: `to` leaves it to the verb before, if that one is ahead.
        opened = True
    if opened:
        return 0
    told = next((t for t in _after(words, last, leading) if t), 0)
    return _came_of(words, told, last, last)


def _after(words: Words, last: int, leading: bool) -> Iterator[int | None]:
    """What each word of the clause tells from word `last` on.

    Where the time is `leading` its sentence, what a subordinate clause tells of the past comes last. What goes on now
    (`is growing`) is ahead of no time before it.
    """
    aside = False
    later: list[int | None] = []
    for at in _sentence(words, _ahead(words, last)):
        if aside and not leading:
            break
        begins = words.lower(at) in _SUBORDINATING or (leading and words.lower(at) in _RELATIVE)
        aside = begins or (aside and words.words[at] != ",")
        told = tense(words, at)
        if aside:
            later.append(told)
        elif not words.lower(at).endswith("ing"):
            yield told
    yield from (told for told in later if leading and told == -1)


def _came_of(words: Words, found: int, at: int, last: int) -> Direction:
    """The direction that `found`, told by word `at`, stands for.

    A plan that failed is past; one that somebody tells of, or of which nothing past is told, is ahead.
    """
    if found not in (PLANNED, ALONE):
        return cast(Direction, found)
    if any(words.lower(after) in _FAILED for after in _sentence(words, _ahead(words, last))):
        return -1
    if found == ALONE:
        verb = next((after for after in _sentence(words, _ahead(words, last)) if tense(words, after)), None)
        if verb is None:
            return 1
        # `has strengthened` is of now, `has been called off` may be of what would be over.
        now = words.lower(verb) in _HAVE and words.lower(verb + 1) != "been"
        return PLANNED if tense(words, verb) == -1 and not now else 1
    if words.lower(at - 1) == "been":
        # `said it had been due on Monday`: that is told from later on still.
        return PLANNED
    told = _sentence(words, range(at - 1, max(-1, at - _REACH), -1))
    return 1 if any(words.lower(b) in _REPORTING for b in told) else PLANNED
