"""Whether two written forms can name one person, judged by the names alone, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from readout.story.identity.given_names import equivalent, is_known
from readout.story.identity.names import Name, first_of_two, parse_name
from readout.story.identity.romanise import romanised, skeleton

Verdict = Literal["same", "likely", "unknown", "different"]

# Below these, two spellings are two names. Set on name pairs of our own (tests/story/identity/name_pairs.tsv).
_NEAR_GIVEN = 0.85
_NEAR_FAMILY = 0.85
_NEAR_FAMILY_ARABIC = 0.7
_SHORTEST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two names say about being one person's.

    `verdict`: `same` by the names alone; `likely` if nobody else fits as well; `unknown` unless role or side
    speaks for it; `different`. `rule` says in words what was found, `score` (0 to 1) how close the forms are;
    `suffix_only` that they would be one but for a `Jr.` that one of them has, `shortened` that one begins the other.
    """

    verdict: Verdict
    rule: str
    score: float
    suffix_only: bool = False
    shortened: bool = False


_DIFFERENT_FAMILY = Likeness("different", "other family name", 0.0)


@lru_cache(65_536)
def _given_word(a: str, b: str) -> tuple[str, float]:
    """How two given names relate, and how close they are; `other` where they do not."""
    if a == b:
        return "equal", 1.0
    if a.endswith(".") or b.endswith("."):
        short, long = sorted((a.rstrip("."), b.rstrip(".")), key=len)
        return ("initial", 0.8) if long.startswith(short) else ("other", 0.0)
    if romanised(a) == romanised(b):
        return "romanised", 0.97
    if equivalent(a, b):
        return "equivalent", 0.95
    short, long = sorted((a, b), key=len)
    if a[:-1] == b[:-1] and {a[-1], b[-1]} <= {"a", "e", "o"}:
        return "man's and woman's form", 0.4
    near = fuzz.ratio(romanised(a), romanised(b)) / 100
    prefix = len(short) >= 3 and long.startswith(short)
    if not prefix and (near < _NEAR_GIVEN or len(short) < _SHORTEST_NEAR or a[0] != b[0]):
        return "other", 0.0
    if (a[-1] in "ae") != (b[-1] in "ae"):
        return "man's and woman's form", 0.4
    return ("short form", 0.8) if prefix else ("similar", near)


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of `short` stand in `long` in order; only initials must be the first ones."""
    if all(w.endswith(".") for w in short):
        return all(_given_word(s, w)[0] not in _NOT_ONE for s, w in zip(short, long, strict=False))
    rest = iter(long)
    return all(any(_given_word(s, w)[0] not in _NOT_ONE for w in rest) for s in short)


_NOT_ONE = ("other", "man's and woman's form")
_STRONG = ("equal", "romanised", "equivalent")


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, float]:
    """How the given names of two people with one family name relate."""
    if not a or not b:
        return "missing", 0.5
    if len(a) != len(b) and _given_word("".join(a), "".join(b))[0] in _STRONG:
        return "romanised", 0.97
    first, score = _given_word(a[0], b[0])
    short, long = sorted((a, b), key=len)
    if first not in _NOT_ONE:
        return (first, score) if _aligned(short[1:], long[1:]) else ("other", 0.0)
    full_names = tuple(w for w in long[1:] if not w.endswith("."))
    if len(short) < len(long) and _aligned(
        tuple(w for w in short if not w.endswith(".")) or short, full_names
    ):
        return "first name left out", 0.85
    return first, score


def _family(a: Name, b: Name) -> tuple[str, float]:
    """How two family names relate."""
    if a.family == b.family:
        # Salman's son is not Salman.
        return ("part", 0.8) if "kinship" in {a.opening, b.opening} and a.glued != b.glued else ("equal", 1.0)
    forms_a = {romanised(a.glued), romanised("".join(a.family))}
    forms_b = {romanised(b.glued), romanised("".join(b.family))}
    if forms_a & forms_b:
        return "romanised", 0.97
    short, long = sorted((a.family, b.family), key=len)
    if len(short) < len(long) and {*map(romanised, short)} <= {*map(romanised, long)}:
        return ("first of two" if {*short} <= first_of_two() else "part"), 0.8
    near = max(fuzz.ratio(x, y) / 100 for x in forms_a for y in forms_b)
    arabic = bool((a.particles | b.particles) & {"article", "kinship"})
    if skeleton("".join(a.family)) == skeleton("".join(b.family)):
        if arabic and near >= _NEAR_FAMILY_ARABIC:
            return "romanised", near
        if near >= _NEAR_FAMILY and min(len(a.glued), len(b.glued)) >= _SHORTEST_NEAR:
            return "similar", near
    return "other", 0.0


def _shortened(a: Name, b: Name) -> Likeness | None:
    """Names of which one begins the other: a second family name, or a grandfather's, left off."""
    short, long = sorted((a, b), key=lambda n: len(n.words))
    if len(short.words) < 2 or len(short.words) == len(long.words) or not short.given:
        return None
    if any(_given_word(s, w)[0] not in _STRONG for s, w in zip(short.words, long.words, strict=False)):
        return None
    son_of = "kinship" in short.particles & long.particles
    return Likeness("likely" if son_of else "unknown", "last name left off", 0.75, shortened=True)


def _without_text(name: Name) -> tuple[object, ...]:
    """What a name says however its words are joined: Baker-Holt is Baker Holt."""
    return name.words, name.suffix, name.particles


def _turned(a: Name, b: Name) -> Likeness | None:
    """Names of the same words in another order: family name first in one, last in the other."""
    if not a.given or sorted(map(romanised, a.words)) != sorted(map(romanised, b.words)):
        return None
    # Where all words can be given names (James Thomas), only their order tells two people apart.
    clear = any(not is_known(w) for w in a.words)
    return Likeness("likely" if clear else "unknown", "same words in another order", 0.9)


def _unvowelled(a: Name, b: Name) -> Likeness | None:
    """A name in Arabic letters, which write no short vowels, against one in Latin letters."""
    if not a.given or not b.given or _is_arabic(a.text) == _is_arabic(b.text):
        return None
    same_family = {skeleton(a.glued), skeleton("".join(a.family))} & {
        skeleton(b.glued),
        skeleton("".join(b.family)),
    }
    if not same_family or skeleton(a.given[0]) != skeleton(b.given[0]):
        return None
    return Likeness("likely", "same consonants in another script", 0.8)


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= c <= "\u06ff" for c in text)


_FAMILY_IN_WORDS = {
    "equal": "same family name",
    "romanised": "family name romanised otherwise",
    "first of two": "first of two family names",
    "part": "part of the family name",
    "similar": "similar family name",
}
_GIVEN_IN_WORDS = {
    "equal": "same given name",
    "romanised": "given name romanised otherwise",
    "equivalent": "forms of one given name",
    "initial": "initial of the given name",
    "short form": "short form of the given name",
    "similar": "similar given name",
    "first name left out": "first given name left out",
    "man's and woman's form": "man's and woman's form of a given name",
    "missing": "no given name",
}


def _weigh(family: str, given: str, score: float) -> Likeness:
    """The verdict on a family and a given relation that do not exclude each other."""
    rule = f"{_FAMILY_IN_WORDS[family]}, {_GIVEN_IN_WORDS[given]}"
    if given in _NOT_ONE[1:] or given == "missing":
        return Likeness("unknown", rule, score)
    if family in {"part", "similar"} or (family == "first of two" and given not in _STRONG):
        return Likeness("unknown", rule, score)
    return Likeness("same" if given in _STRONG and family != "first of two" else "likely", rule, score)


def compare_names(a: str, b: str) -> Likeness:
    """Judge whether two names, without honorific or title, can be one person's. The order does not matter."""
    return _compare(*sorted((a, b)))


@lru_cache(65_536)
def _compare(a: str, b: str) -> Likeness:
    one, two = parse_name(a), parse_name(b)
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return Likeness("different", "father and son", 0.0)
    if one.given and two.given and _without_text(one) == _without_text(two):
        return Likeness("same", "same words", 1.0)
    family, near = _family(one, two)
    given, score = _given(one.given, two.given)
    if family == "other":
        return _turned(one, two) or _shortened(one, two) or _unvowelled(one, two) or _DIFFERENT_FAMILY
    if given == "other":
        return _unvowelled(one, two) or Likeness("different", "other given name", 0.0)
    found = _weigh(family, given, near * score)
    if one.suffix != two.suffix:
        rule = f"{found.rule}; one is {one.suffix or two.suffix}"
        return Likeness("unknown", rule, found.score, suffix_only=found.verdict != "unknown")
    return found
