"""A name taken apart: given names, family name, particles and Jr., whatever the culture's order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from readout.lexicon import table, words
from readout.story.identity.given_names import first_letters
from readout.story.identity.romanise import plain, skeleton

# Longer "names" are sentences that went astray: only their end is looked at.
_MOST_WORDS = 9
_DOTTED = re.compile(r"(?:\w\.){2,}$")
_CAPITALS = re.compile(r"[A-Z]{2}$")
# Of kings and popes, and of sons.
_NUMERAL = re.compile(r"[IVX]{2,6}$|[IVX]$")


@dataclass(frozen=True, slots=True)
class Name:
    """One written form of a name. Words are `plain`; an initial keeps its full stop (`s.`).

    `given` is empty for a family name alone. `family` has several words for double family names, and no
    particles; `glued` is the family name with its particles in one word (`delacruz`). `particles` are the kinds
    of all particles in the name (lexicon/name_particles.tsv), `opening` that of the family name's first word.
    """

    text: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    glued: str
    suffix: str = ""
    particles: frozenset[str] = frozenset()
    opening: str = ""

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
def _particles() -> dict[str, tuple[str, str]]:
    """Kind of each particle, and when it is one."""
    return {plain(row[1]): (row[0], row[2] if len(row) > 2 else "") for row in table("name_particles")}


def _kinds(raw: Sequence[str]) -> list[str]:
    """What kind of particle each word is; nothing for a name proper."""
    found = [_particles().get(plain(word), ("", "")) for word in raw]
    kinds = [
        kind if when != "lower" or word.islower() else ""
        for word, (kind, when) in zip(raw, found, strict=True)
    ]
    if found and found[0][1] == "given" and raw[0][0].isupper() and "family" not in kinds[1:2]:
        kinds[0] = ""
    return kinds


def _kind(word: str) -> str:
    return _particles().get(plain(word), ("", ""))[0]


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
    if len(rest) == 1 and raw[1].partition("-")[2].islower():
        return True
    if first in cultures["also given"] and len(rest) == 1:
        return False
    return all(len(p) <= 8 and _syllables().fullmatch(p) for p in rest) and not raw[-1].endswith(".")


def _family_begin(parts: Sequence[str], kinds: Sequence[str]) -> int:
    """Where the family name begins in a name that puts it last, its particles included."""
    at = len(parts) - 1
    while at > 0:
        of_family = kinds[at - 1] in {"article", "kinship", "family"}
        first = parts[at - 1] in first_of_two() and (at > 1 or len(parts) == 2)
        if not (of_family or first or kinds[at - 1] == "joint"):
            break
        at -= 2 if kinds[at - 1] == "joint" and at > 1 else 1
    return at


def _split(text: str) -> tuple[list[str], str]:
    """The words of a name as written, `al-` and initials taken apart, and its suffix."""
    raw: list[str] = []
    for word in text.replace(",", " ").split()[-_MOST_WORDS:]:
        head, dash, tail = word.partition("-")
        if dash and _kind(head) == "article" and plain(tail):
            raw += [head.lower(), tail]
        elif _DOTTED.match(word) or (
            _CAPITALS.match(word) and not _NUMERAL.match(word) and not text.isupper()
        ):
            raw += [f"{c}." for c in word if c.isalpha()]
        elif plain(word):
            raw.append(word)
    suffix = ""
    while len(raw) > 1 and (_kind(raw[-1]) == "suffix" or _NUMERAL.match(raw[-1])):
        last = plain(raw.pop())
        suffix = {"junior": "jr", "senior": "sr"}.get(last, last)
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
    kinds = _kinds(raw)
    begin = _family_begin(parts, kinds)
    own = [word for word, kind in zip(raw, kinds, strict=True) if not kind or word is raw[-1]]
    given = tuple(_word(w) for w, kind in zip(raw[:begin], kinds[:begin], strict=True) if not kind)
    family = tuple(plain(piece) for word in own[len(given) :] for piece in word.split("-") if plain(piece))
    return Name(text, given, family, "".join(parts[begin:]), suffix, frozenset(kinds) - {""}, kinds[begin])
