"""What a length of time is the length of: `two days of talks`, `a 53-day strike`, `the war has lasted four years`."""

from __future__ import annotations

from itertools import islice

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
from readout.extract.times.tense import tense
from readout.extract.times.words import LETTER, Words, beside, ends_sentence
from readout.lexicon import table
from readout.lexicon import words as word_list

_LASTING = word_list("time/lasting")
_ENDING = word_list("time/over_after")
# The event by its verb, and the units in which alone it is meant.
_DOING = {verb: (event, frozenset(" ".join(units).split())) for verb, event, *units in table("time/doing")}
_PASSIVE = frozenset({"was", "were", "been", "being", "be", "is", "are"})
_NEVER = frozenset({"not", "t", "never", "hardly"})
# A length since the last one: `the first meeting for two years`.
_RANKED = beside("ranked event")
# Between a verb and the length: `dragged on for about`, `ended after just`.
_BETWEEN = beside("between lasting and length")
_TAKING = frozenset({"took", "take", "takes", "taken", "taking"})
_AFTER = frozenset({"after", "in", "within"})
# After a length that is a difference: `two days longer than planned`.
_COMPARED = beside("compared length")
# Not the `'s` of an owner.
_AUXILIARIES = beside("auxiliary") - {"'s", "s", "'", "’"}
_ARTICLES = frozenset({"a", "an", "the"})
_QUOTES = frozenset({'"', "”"})
_OWNERS = _ARTICLES | {"its", "their", "his", "her"}
_CLAUSES = frozenset({"who", "which", "that", "but", "when", "after", "before"})
_ONE = frozenset({"a", "an", "one", "1", "another", "half"})
# Nouns that a length is of: `a gap of 38 hours`; what one is in for a length: `213 days in captivity`.
_GAPS = beside("measured noun")
_SPENDING = beside("spending")
_STATES = beside("state for a length")
# What gives an event another length: `shortened on Monday by`, `declared for`.
_SETTING = beside("setting a length")
# Verbs that tell how long only of some things: of fires and of truces.
_OWN = ((beside("burning"), beside("what burns")), (beside("holding"), beside("what holds")))
# What is so much over a length: `an offer of 9 per cent over two years`.
_OFFERS = {row[0]: row[1] for row in table("time/offers")}
_WORTH = frozenset({"of", "worth", "that", "which"})
_AMOUNTS = ("PERCENT", "NUM", "NUMBER", "DAYNUM")
_AMOUNT_WORDS = frozenset({"percent", "cent", "pc"})
_PARTNERS = beside("speaking together")
# What is a call where a telephone is spoken of.
_CONVERSATIONS = frozenset({"talks", "conversation"})
_PHONES = beside("by telephone")
_HEARERS = frozenset({"her", "him", "them", "me", "us"})
# How many words two lengths of one thing are apart at most.
_NEAR = 4
# How many words to look back for a verb.
_VERB_REACH = 24


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
    if _describes(words, first, last) and (said := event_at(words, last, SET_FOR_A_LENGTH)):
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
        return _own(words, at) or _ended(words, at)
    return _by_preposition(words, first, last)


def goes_on(words: Words, before: int, first: int) -> bool:
    """Whether a length at word `first` is of what the one before word `before` is: `two hours on Monday and four`."""
    at = _without(words, first - 1)
    return words.lower(at) == "and" and at - before <= _NEAR and before in (at, *clause_before(words, at))


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
        return words.lower(at - 1)
    for back in clause_before(words, at):
        if words.lower(back) == "," or (words.lower(at) == "in" and _is_rank(words.lower(back))):
            return None
        over = _ends(words, back) or (within and words.lower(back) in ("held", "place"))
        if over and words.lower(back - 1) not in _ARTICLES:
            return subject(words, back) or event_before(words, at)
    return None


def _ends(words: Words, at: int) -> bool:
    """Whether word `at` tells of an end, alone or with the next word: `ended`, `called off`, `was over`."""
    if words.lower(at) == "over":
        return words.lower(at - 1) in _PASSIVE
    return words.lower(at) in _ENDING or f"{words.lower(at)} {words.lower(at + 1)}" in _ENDING


def _by_preposition(words: Words, first: int, last: int) -> str | None:
    """What a length after `for`, `by` or `over` is said of."""
    for lead in range(_without(words, first - 1), first):
        match words.lower(lead):
            case "for":
                return _own(words, lead) or _doing_before(words, lead, last) or _set(words, lead)
            case "by":
                return _set(words, lead)
            case "over":
                return _offered(words, lead)
    return None


def _doing_before(words: Words, at: int, last: int) -> str | None:
    """What goes on for a length after `for` at word `at`: `a truce for 30 days`, `met the mayor for an hour`."""
    ranked = any(_is_rank(words.lower(at - n)) for n in range(2, 6))
    noun = at - 3 if (words.lower(at - 2), words.lower(at - 1)) == ("in", "place") else at - 1
    # `a "lasting truce" for`
    noun -= words.lower(noun) in _QUOTES
    if noun >= 0 and is_event(words, noun):
        return None if ranked else event_name(words, noun, noun)
    for back in islice(clause_before(words, at), _VERB_REACH):
        word = words.lower(back)
        done = _DOING.get(f"{word} {words.lower(back + 1)}") or _DOING.get(word)
        if done:
            event, units = done
            fits = not units or (words.is_a(last - 1, "UNIT", "UNITS") and words.value(last - 1) in units)
            return _by_phone(words, back, event) if fits and words.lower(back - 1) not in _NEVER else None
        if word == "spoke":
            return _by_phone(words, back, "conversation") if _together(words, at) else None
        closed = word == "closed" and words.lower(back + 1) == "doors"
        if word in _CLAUSES or word in _AUXILIARIES or (word.endswith("ed") and len(word) > 4 and not closed):
            return None
    return None


def _is_rank(word: str) -> bool:
    """Whether a word ranks an event among others, of which a length then tells how far back they go."""
    return word in _RANKED or word.endswith("est")


def _together(words: Words, at: int) -> bool:
    """Whether those who speak before word `at` speak with each other, and not to a crowd."""
    return any(words.lower(back) in _PARTNERS for back in clause_before(words, at))


def _by_phone(words: Words, at: int, event: str) -> str:
    """The conversation before or at word `at`, which is a call where a telephone is spoken of."""
    if event not in _CONVERSATIONS:
        return event
    for back in clause_before(words, at + 4):
        called = words.lower(back) == "called" and words.lower(back + 1) in _HEARERS
        if called or words.lower(back) in _PHONES:
            return "call"
    return event


def _set(words: Words, lead: int) -> str | None:
    """What is given its length: `the curfew was shortened on Monday by`, `a truce declared on 20 May for`."""
    near = islice(clause_before(words, lead), _VERB_REACH // 3)
    return event_before(words, lead) if any(words.lower(b) in _SETTING for b in near) else None


def _own(words: Words, at: int) -> str | None:
    """`the fire burned 30 acres in`, `put out after burning for`, `the truce has held for`: the fire, and the truce."""
    for back in islice(clause_before(words, at), _VERB_REACH // 4):
        for verbs, things in _OWN:
            if words.lower(back) in verbs and words.lower(back - 1) not in _PASSIVE:
                event = event_before(words, back)
                return event if event and event.split()[-1] in things else None
    return None


def _offered(words: Words, lead: int) -> str | None:
    """`an offer of 9 per cent over`, `demanded 15% over`."""
    if not (words.is_a(lead - 1, *_AMOUNTS) or words.lower(lead - 1) in _AMOUNT_WORDS):
        return None
    for back in islice(clause_before(words, lead), _VERB_REACH):
        offer = _OFFERS.get(words.lower(back))
        if offer and (words.lower(back + 1) in _WORTH or words.is_a(back + 1, *_AMOUNTS)):
            return offer
        if tense(words, back) == -1:
            return None
    return None
