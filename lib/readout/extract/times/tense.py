"""What one word of a sentence tells of its time: `met`, `will`, `is to`, `was due to`, `arrives`."""

from __future__ import annotations

from readout.extract.times.expressions import PLANNED, Direction
from readout.extract.times.words import LETTER, OTHER, Words, beside
from readout.lexicon import table
from readout.lexicon import words as word_list

_TENSE: dict[str, Direction] = {
    w: -1 if sign == "past" else 1 for sign, w in table("time/tense") if sign in ("past", "future")
}
# Words with the word after them that put a time ahead: (`agreed`, `to`), (`set`, `for`), (`postponed`, `until`).
AHEAD = {(word, sign) for sign, word in table("time/tense") if sign in ("to", "for", "until")}
# The present tense of what is on a timetable is ahead: `the pope arrives Saturday`.
_TIMETABLE = {word for sign, word in table("time/tense") if sign == "timetable"}
# No other word tells anything, unless it ends so.
_TELLING = {"to", *_TENSE, *_TIMETABLE, *(word for word, _ in AHEAD)}
_ENDINGS = ("ed", "ing")
# Before a form of those, these tell that it is a noun.
_NO_SUBJECT = word_list("function_words") | beside("no subject")
_PRONOUNS = frozenset({"it", "he", "she", "they", "which", "who", "that", "we"})
_PLURALS = frozenset({"people", "men", "women", "children", "police"})
# Verbs after these are in their base form.
_BEFORE_BASE = frozenset({"will", "ll", "would", "shall", "may", "might", "could", "should", "must", "can"})
# What carries a participle and leaves its tense to a verb before (`will stay closed`).
_AUXILIARIES = frozenset({"be", "been", "have", "stay", "remain", "keep", "get"})
# With a perfect these tell of the past: `may have sparked`.
_MAYBE = frozenset({"may", "might", "could", "should", "must"})
_PRESENT = frozenset({"is", "are"})
# Classes of words that may be verbs (`to end`, `to start`).
_VERBAL = {OTHER, LETTER["RIM"]}
# What a day may end with.
_DAYS = ("WEEKDAY", "PART", "DAYNUM", "TODAY", "YEAR")
_BE = frozenset({"is", "are", "was", "were", "be"})
# Before an adjective (`a still unspecified date`).
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "still"})
# `was to meet`, `had been planned for`: the plan is told from later on.
_PAST_BE = frozenset({"was", "were"})
_HAD = frozenset({"had", "d"})
_HAVE = frozenset({"has", "have"})
# What these call is to come.
_CALLING = beside("calling together")
_CARRIERS = frozenset({"is", "are", "s", "re", "be", "been", "being", "has", "have", "not"})
# `agreed to a truce`
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "this", "these"})
# `the scheduled end`, `the fair's scheduled end`; but `it's scheduled on`.
_OWNERS = _ARTICLES | {"s"}
_LEADS = frozenset({"to", "for", "on", "at", "by", "in", "next", "until"})
# `planned for Monday` alone, of which the verb of the sentence tells more.
ALONE = 3
_ADVERBS = beside("adverb in a plan")
# Verbs of the future that are no finite form after `to` or `did not`.
_BASE = frozenset({"meet", "resume", "begin"})


def _infinitive(words: Words, at: int) -> int | None:
    """What `to` at `at` tells: `is to meet`, `agreed to meet` are ahead, `was to meet` a plan, others open."""
    before = words.lower(at - 1)
    if before in _BE:
        return PLANNED if before in _PAST_BE else 1
    verb = at - 1
    if words.is_a(verb, "WEEKDAY"):
        # `agreed on Monday to meet`
        verb -= 2 if words.is_a(verb - 1, "ON") else 1
    if (words.lower(verb), "to") in AHEAD:
        # `had hoped to meet` is told from later on.
        return PLANNED if words.lower(verb - 1) in _HAD else _plan(words, verb)
    following = words.words[at + 1] if at + 1 < len(words.words) else ""
    infinitive = following.islower() and words.classes[at + 1] in _VERBAL and not following.endswith("s")
    return 0 if infinitive else None


def _plan(words: Words, at: int) -> int:
    """What the participle of a plan at `at` tells: `is due` is ahead, `was due` was planned, alone it may be either."""
    behind = words.lower(at + 1)
    described = behind.isalpha() and behind not in _LEADS and words.lower(at - 1) in _OWNERS
    if described or (behind == "to" and words.lower(at + 2) in _DETERMINERS):
        # `agreed to a truce on Monday`, `its scheduled end on Monday`: the nearest, whichever it is.
        return PLANNED
    participle, at = words.lower(at), at - 1
    while words.lower(at) in _ADVERBS or words.lower(at) == "not":
        at -= 1
    carrier = words.lower(at)
    if carrier in _PAST_BE or (carrier == "been" and words.lower(at - 1) in _HAD):
        return PLANNED
    carried = carrier in _CARRIERS or carrier in _TENSE
    return 1 if carried or not (participle.endswith("ed") or participle in ("due", "set")) else ALONE


def _is_finite(words: Words, at: int) -> bool:
    """Whether a form that may be a noun is a verb here: `the pope visits Lima`, `voters head for the polls`."""
    word, before = words.words[at], words.words[at - 1] if at else ""
    if word in ("takes", "take"):
        return words.lower(at + 1) in ("effect", "place", "office")
    if before == "and" and words.is_a(at - 2, *_DAYS):
        # `arrives on Monday and leaves`: no noun is joined to a day.
        return word.islower()
    if before.lower() in _PRONOUNS or (
        word.endswith("s") and (before == "," or words.is_a(at - 1, "WEEKDAY"))
    ):
        return word.islower()
    if not words.is_plain(at - 1) or before.lower() in _NO_SUBJECT or words.lower(at + 1) == "of":
        return False
    plural = before.endswith("s") or before in _PLURALS
    return word.islower() and (before[0].isupper() or plural != word.endswith("s"))


def _is_compound(words: Words, at: int) -> bool:
    """Whether word `at` ends a compound, which is no verb: `the Oslo-mediated talks`."""
    return words.lower(at - 1) == "-" and words.glued(at)


def tense(words: Words, at: int) -> int | None:
    """What word `at` tells: past (-1), ahead (1), planned (2), planned and told of later or not (ALONE).

    None where it tells nothing, 0 where it leaves that open (`forced to meet`).
    """
    word = words.lower(at)
    if word not in _TELLING and not word.endswith(_ENDINGS):
        return None
    if word == "to":
        return _infinitive(words, at)
    if word == "won" and words.is_a(at + 1, "APOS"):
        return 1
    if words.classes[at] == LETTER["MONTHNAME"] or (word.endswith("ed") and _is_compound(words, at)):
        return None
    if (word, words.lower(at + 1)) in AHEAD:
        return _plan(words, at)
    known, before = _TENSE.get(word), words.lower(at - 1)
    if (word in _BASE or word in _TIMETABLE) and before in ("to", "not", "t"):
        return None
    if word in _TIMETABLE and _is_finite(words, at):
        return 1
    if before in _PRESENT and len(word) > 4 and word.endswith("ing"):
        return 1
    if known is None and len(word) > 4 and word.endswith("ed") and before not in _ARTICLES:
        known = -1
    if known == 1 and (word.endswith("ed") or word == "due"):
        return _plan(words, at)
    if known == -1 and before in _BEFORE_BASE:
        # `will let`, `may hit`: the same form as in the past.
        return None
    if known == -1 and before == "have" and words.lower(at - 2) == "to" and words.lower(at - 3) in _PAST_BE:
        # `was to have left`: that never was.
        return PLANNED
    if word in _CALLING and not {before, words.lower(at - 2)}.isdisjoint(_HAVE):
        # No perfect has a day of its own: `has invited them to Lima on Monday`
        return 1
    if known == -1 and word.endswith("ed") and words.lower(at + 1) == "by":
        # `talks hosted by Oslo`: the verb of the clause tells.
        return None
    if known == -1 and before in _PRESENT:
        return 0
    if word in _MAYBE and words.lower(at + 1) == "have":
        return None
    if known == -1 and any(
        words.lower(b) == "have" and words.lower(b - 1) in _MAYBE for b in (at - 1, at - 2)
    ):
        return -1
    if known == -1 and before in _AUXILIARIES:
        return next((t for b in range(at - 1, at - 5, -1) if (t := _TENSE.get(words.lower(b)))), -1)
    return known
