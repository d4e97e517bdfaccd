"""The counted noun phrase after a number, and its unit: the head noun with what belongs to its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.lexicon import table, words

# Further than this from its number no noun is counted by it.
_REACH = 7
# Further back than this from its number, in characters, no word before it says what it counts.
LABEL_REACH = 120
# U+FFFD stands where a letter was lost on the way.
_WORD = re.compile(
    r"[ \u00a0]{1,2}((?:[A-Z]\.){2,}|[A-Z]{1,4}-[0-9]+|[0-9][\w.,]*-[^\W\d_][\w-]*"
    r"|[^\W\d_](?:[\w\ufffd]|['’](?=\w|[ ][a-z]))*(?:[-/][\w'’]*\w)*)"
)
_OF = re.compile(r"[ ]of(?:[ ]all)?(?:[ ](?:the|these|those|its|their|his|her|our))?(?=[ ])")
_NAMED_OF = re.compile(
    r"[ ]of[ ](?:war|state|government|parliament|congress|mass destruction|cattle|staff)\b"
)
_CONTRACTION = re.compile(r"[\w-]+['’](?:re|ll|ve|d|m|t)\Z|(?:it|that|he|she|there|what|who)['’]s\Z")
_SINGULAR_ENDS = ("ss", "us", "is", "ous", "'s", "’s")
_MALE_PLURAL = re.compile(r"(?:wo|s|n|r|e|y|d|h|k|t)men\Z")
_ADJECTIVE = re.compile(r"(?:ed|al|ive|ous|ful|less|able|ible|ern|most|nese)\Z|\Anon-")

_NUMBER_OF = re.compile(
    r"\b(?:[Nn]umber|[Nn]b|[Tt]otal|[Cc]ount|[Tt]ally)s?[ ]of\b(?:[ ](?:the|all))?(?=[^.;]{2,80}\Z)"
)
_LABEL = re.compile(r"\s*(?P<words>(?:[^\s:;,.]+[ ]){0,4}[^\s:;,.]+)[ ]?[:=]?[ ]?")
_LABEL_STOPS = {"total", "number", "nb", "up", "to", "of", "at", "least", "about"}
_TO_DO = re.compile(r"[ ]to[ ][a-z]")
_ACCENTED = re.compile(r"[^ -~]")
# In so many words a share names what it is of: `half of its old wooden boats`.
_SHARED = 4
# `189 passengers and crew` are both.
_AND_ALL = re.compile(r"[ ]and[ ](?:children|crew(?:[ ]members)?|personnel|relatives|staff|women)\b")
_MASS = {"housing": "homes", "population": "people"}


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun phrase that ends at `end`; `unit` is its name without adjectives."""

    end: int
    unit: str
    people: bool = False


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether `word` is the plural of a noun, as far as its ending and our lists tell."""
    last = word.rpartition("-")[2]
    low = last.lower()
    if low in words("figures/plurals") or (
        _MALE_PLURAL.search(low) and low not in words("figures/not_plurals")
    ):
        return True
    if len(low) < 3 or low[-1] != "s" or last.isupper() or low in words("figures/not_plurals"):
        return False
    return not low.endswith(_SINGULAR_ENDS) or (last[0].isupper() and low.endswith("is"))


def plural(word: str) -> str:
    """The plural of the noun `word`; a word in -s, -x, -ch or -sh that has one already stays as it is."""
    if is_plural(word):
        return word
    if word.endswith("man") and is_plural(f"{word[:-2]}en"):
        return f"{word[:-2]}en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ss", "us", "x", "ch", "sh")) else word.removesuffix("s") + "s"


def _is_stop(low: str) -> bool:
    return low in words("figures/phrase_stops") or bool(_CONTRACTION.match(low))


@cache
def _abroad() -> dict[str, str]:
    return {
        known: unit
        for unit, spelt in table("figures/other_languages")
        for word in spelt.split(",")
        for known in (word, _ACCENTED.sub("\ufffd", word))
    }


def _in_english(phrase: list[str]) -> str | None:
    return next((_abroad()[w.lower()] for w in phrase if w.lower() in _abroad()), None)


def _unit(phrase: list[str]) -> str:
    """The phrase less the adjectives and names that lead it, in English; its head always stays."""
    if abroad := _in_english(phrase):
        return abroad
    at = 0
    plain = words("figures/plain_adjectives")
    while at < len(phrase) - 1 and (
        (at and phrase[at] in {"and", "or"})
        or phrase[at][0].isupper()
        or phrase[at][0].isdigit()
        or phrase[at].lower() in plain
        or _ADJECTIVE.search(phrase[at])
        or phrase[at].endswith("ly")
    ):
        at += 1
    return " ".join(phrase[at:])


def _goes_on(head: str, word: str) -> bool:
    """Whether the plural `head` goes before the noun `word` (`arms dealers`, `police officers`)."""
    modifies = head[-1] != "s" or head[0].isupper() or head.lower() in words("figures/plural_modifiers")
    return modifies and is_plural(word)


def _is_verb(low: str) -> bool:
    return low.endswith(("ed", "ing")) and len(low) > 4


def _walk(text: str, at: int, stop: int, one: bool) -> tuple[list[str], list[int], int]:
    """The words of the phrase from `at`, their ends, and how many of them reach to the head (0: none)."""
    phrase: list[str] = []
    ends: list[int] = []
    head = 0
    while len(phrase) < _REACH and (match := _WORD.match(text, ends[-1] if ends else at, stop)):
        word, low = match[1], match[1].lower()
        joining = low in {"and", "or"} and phrase and not one and not _states(phrase)
        if (_is_stop(low) and not joining) or (head and not one and not _goes_on(phrase[-1], word)):
            break
        if one and phrase and (_is_verb(low) or is_plural(word) or low in words("figures/people_states")):
            break
        phrase.append(word)
        ends.append(match.end())
        if one or is_plural(word):
            head = len(phrase)
    return phrase, ends, head


def _states(phrase: list[str]) -> bool:
    return any(word.lower() in words("figures/people_states") for word in phrase)


def read_noun(text: str, at: int, stop: int, one: bool, share: bool = False) -> Noun | None:
    """What the number that ends at `at` counts, as far as `stop`; `one` where a singular is due.

    A `share` is taken of one thing or of many (`half of the harvest`).
    A count of killed, displaced or the like without a noun is a count of people.
    """
    of = _OF.match(text, at, stop)
    begin = of.end() if of else at
    many = read_noun(text, begin, stop, one=False) if share else None
    if many and is_plural(many.unit.rpartition(" ")[2]) and text.count(" ", begin, many.end) <= _SHARED:
        return many
    phrase, ends, head = _walk(text, begin, stop, (one and not of) or share)
    if head and not (head == 1 and _states(phrase[:1])):
        end = ends[head - 1]
        unit = _unit(phrase[:head])
        if of_name := _NAMED_OF.match(text, end, stop):
            return Noun(of_name.end(), unit + of_name.group())
        if both := _AND_ALL.match(text, end, stop):
            return Noun(both.end(), unit + both.group())
        return Noun(end, unit)
    if _states(phrase):
        return Noun(at, "people", people=True)
    # `500 damaged` and `40 badly hurt` leave their noun out.
    if phrase and (_is_verb(phrase[0].lower()) or phrase[0].endswith("ly")):
        return None
    named = next((n for n, word in enumerate(phrase) if n and _is_verb(word.lower())), len(phrase))
    # (`Two more continue to strike`: it is the verb.)
    if (
        phrase
        and not of
        and named < 4
        and not {"and", "or"} & set(phrase)
        and not _TO_DO.match(text, ends[named - 1])
    ):
        return Noun(ends[named - 1], _unit(phrase[:named]))
    return None


def read_label(left: str, last: bool) -> Noun | None:
    """What a number counts by the words before it: `Number of displaced: 452`, `Homes lost 31`.

    `left` is the sentence up to the number, or the end of it; `last` says that nothing follows. The noun
    stands before the number, so that its `end` is 0.
    """
    if number_of := _NUMBER_OF.search(left):
        phrase, _, head = _walk(left, number_of.end(), len(left), one=False)
    elif last and len(left) < LABEL_REACH and (label := _LABEL.fullmatch(left)):
        phrase = [w for w in re.findall(r"[^\W\d_][\w'’-]*", label["words"]) if w.lower() not in _LABEL_STOPS]
        if any(_is_stop(w.lower()) for w in phrase):
            return None
        mass = next((_MASS[w.lower()] for w in phrase if w.lower() in _MASS), None)
        if known := mass or _in_english(phrase):
            return Noun(0, known)
        head = max((n + 1 for n, word in enumerate(phrase) if is_plural(word)), default=0)
    else:
        return None
    if head:
        return Noun(0, _unit(phrase[:head]).lower() if phrase[0].istitle() else _unit(phrase[:head]))
    return Noun(0, "people", people=True) if _states(phrase) else None
