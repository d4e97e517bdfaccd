"""What a length after a preposition is said of: `met the mayor for an hour`, `extended the truce by two days`."""

from __future__ import annotations

from itertools import islice

from readout.extract.times.subjects import clause_before, event_before, event_name, is_event
from readout.extract.times.tense import tense
from readout.extract.times.words import Words, beside
from readout.lexicon import table

# The event by its verb, and the units in which alone it is meant.
_DOING = {verb: (event, frozenset(" ".join(units).split())) for verb, event, *units in table("time/doing")}
_PASSIVE = frozenset({"was", "were", "been", "being", "be", "is", "are"})
_NEVER = frozenset({"not", "t", "never", "hardly"})
# A length since the last one: `the first meeting for two years`.
_RANKED = beside("ranked event")
# Not the `'s` of an owner.
_AUXILIARIES = beside("auxiliary") - {"'s", "s", "'", "’"}
_QUOTES = frozenset({'"', "”"})
_CLAUSES = frozenset({"who", "which", "that", "but", "when", "after", "before"})
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
# How many words to look back for a verb.
_VERB_REACH = 24


def by_preposition(words: Words, leads: range, last: int) -> str | None:
    """What a length after `for`, `by` or `over`, which stands at one of the words `leads`, is said of."""
    for lead in leads:
        match words.lower(lead):
            case "for":
                return own_verb(words, lead) or _doing_before(words, lead, last) or _set(words, lead)
            case "by":
                return _set(words, lead)
            case "over":
                return _offered(words, lead)
    return None


def _doing_before(words: Words, at: int, last: int) -> str | None:
    """What goes on for a length after `for` at word `at`: `a truce for 30 days`, `met the mayor for an hour`."""
    ranked = any(is_rank(words.lower(at - n)) for n in range(2, 6))
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


def is_rank(word: str) -> bool:
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
    for back in islice(clause_before(words, lead), _VERB_REACH // 2):
        if words.lower(back) in _SETTING:
            return event_before(words, lead)
        if tense(words, back) is not None:
            return None
    return None


def own_verb(words: Words, at: int) -> str | None:
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
