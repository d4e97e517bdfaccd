"""A name taken apart: given names, family name, particles and Jr., whatever the culture's order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.lexicon import table, words
from readout.story.given_names import first_letters
from readout.story.romanise import plain, skeleton

# Longer "names" are sentences that went astray: only their end is looked at.
_MOST_WORDS = 9
_INITIALS = re.compile(r"(?:\w\.){2,}$|[A-Z]{2}$")


@dataclass(frozen=True, slots=True)
class Name:
    """One written form of a name. Words are `plain`; an initial keeps its full stop (`s.`).

    `given` is empty for a family name alone. `family` has several words for double family names, and no
    particles; `glued` is the family name with its particles in one word (`delacruz`).
    """

    text: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    glued: str
    suffix: str = ""
    particles: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        """All words but particles and suffix, given names first."""
        return self.given + self.family

    @property
    def keys(self) -> frozenset[str]:
        """What people with this family name are looked up by, however it is spelt and written."""
        inner = (w for w in self.given[1:] if not w.endswith("."))
        return frozenset(map(skeleton, (self.glued, "".join(self.family), *self.family, *inner)))

    @property
    def pair_keys(self) -> frozenset[str]:
        """Two full names of one person share one of these: family name and first letter of a given name."""
        letters = frozenset().union(*map(first_letters, self.given))
        in_order = {f"{key} {letter}" for key in self.keys for letter in letters}
        return frozenset(in_order | {" ".join(sorted(map(skeleton, self.words)))})


@cache
def _particles() -> dict[str, str]:
    return {plain(word): kind for kind, word in table("name_particles")}


@cache
def first_of_two() -> frozenset[str]:
    """Family names that come first of two, where the second may be left off."""
    return frozenset(map(plain, words("double_surnames")))


@cache
def _family_first() -> dict[str, frozenset[str]]:
    return {culture: frozenset(map(plain, names.split(","))) for culture, names in table("family_first")}


@cache
def _syllables() -> re.Pattern[str]:
    parts = {kind: rest for kind, *rest in (line.split() for line in words("name_syllables"))}
    first, last = ("|".join(sorted(parts[k], key=len, reverse=True)) for k in ("initials", "finals"))
    return re.compile(f"(?:(?:{first})?(?:{last})){{1,3}}")


def _is_family_first(parts: list[str], raw: list[str]) -> bool:
    """Whether the family name stands first, as in Chinese, Korean and Vietnamese names in English news."""
    first, rest = parts[0], parts[1:]
    cultures = _family_first()
    if len(parts) >= 3 and first in cultures["Vietnamese"]:
        return True
    if not 2 <= len(parts) <= 3 or first not in cultures["Chinese"] | cultures["Korean"]:
        return False
    return all(len(p) <= 8 and _syllables().fullmatch(p) for p in rest) and not raw[-1].endswith(".")


def _family_begin(parts: list[str], raw: list[str]) -> int:
    """Where the family name begins in a name that puts it last, its particles included."""
    kinds, at = _particles(), len(parts) - 1
    while at > 0:
        kind = kinds.get(parts[at - 1])
        of_family = kind in {"article", "kinship", "family"} and (at > 1 or _leads(raw[0], kind))
        double = parts[at - 1] in first_of_two() and (at > 1 or len(parts) == 2)
        if kind == "joint" and at > 1 and raw[at - 1].islower():
            at -= 2
        elif of_family or double:
            at -= 1
        else:
            break
    return at


def _leads(word: str, kind: str) -> bool:
    """Whether a particle at the very beginning belongs to a family name alone (`von Thal`, `bin Rashad`)."""
    return word.islower() or kind in {"article", "kinship"} or len(word) > 2


def _split(text: str) -> tuple[list[str], str]:
    """The words of a name as written, `al-` and initials taken apart, and its suffix."""
    kinds = _particles()
    raw: list[str] = []
    for word in text.replace(",", " ").split()[-_MOST_WORDS:]:
        head, dash, tail = word.partition("-")
        if dash and kinds.get(plain(head)) == "article" and plain(tail):
            raw += [head.lower(), tail]
        elif _INITIALS.match(word):
            raw += [f"{c}." for c in word if c.isalpha()]
        elif plain(word):
            raw.append(word)
    suffix = ""
    while len(raw) > 1 and kinds.get(plain(raw[-1])) == "suffix":
        suffix = {"junior": "jr", "senior": "sr"}.get(plain(raw[-1]), plain(raw[-1]))
        raw.pop()
    return raw, suffix


def _word(raw: str) -> str:
    return plain(raw) + ("." if len(plain(raw)) == 1 or (raw.endswith(".") and len(raw) <= 3) else "")


@lru_cache(65_536)
def parse_name(text: str) -> Name:
    """Take the name `text` apart, written without honorific or title."""
    raw, suffix = _split(text)
    parts = [plain(w) for w in raw]
    if not parts:
        return Name(text, (), (plain(text) or text,), plain(text) or text)
    if _is_family_first(parts, raw):
        # The syllables of one given name are joined: Xiao-ming, Xiao Ming and Xiaoming are one.
        return Name(text, ("".join(parts[1:]),), (parts[0],), parts[0], suffix)
    begin = _family_begin(parts, raw)
    kinds = _particles()
    family = tuple(
        plain(piece)
        for word, part in zip(raw[begin:], parts[begin:], strict=True)
        if part not in kinds or word == raw[-1]
        for piece in word.split("-")
        if plain(piece)
    )
    given = tuple(_word(w) for w, p in zip(raw[:begin], parts[:begin], strict=True) if p not in kinds)
    particles = frozenset(p for p in parts if p in kinds)
    return Name(text, given, family, "".join(parts[begin:]), suffix, particles)
