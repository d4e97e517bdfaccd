"""What the name tagger looks at: features of a word, and of the words around it.

Every feature is one of a single word at a fixed distance (so that a word's weights are added up once and kept), or
of the classes of three neighbouring words. Training and tagging both take them from here.
"""

from __future__ import annotations

from functools import cache, lru_cache

from readout.extract.people.lexis import listed
from readout.extract.people.tokens import KEPT
from readout.lexicon import words
from readout.lexicon.nations import institutions, peoples, places

# Stands before and after each sentence.
EDGE = "\n"
# Neighbours whose features count, as distances.
REACH = (-2, -1, 0, 1, 2)


@cache
def _place_words() -> frozenset[str]:
    return frozenset(w.lower() for name in places() for w in name.split() if w[0].isupper())


@cache
def _people_words() -> frozenset[str]:
    return frozenset(w.lower() for name in peoples() for w in name.split())


@cache
def _institution_words() -> frozenset[str]:
    return frozenset(w.lower() for name in institutions() for w in name.split() if w[0].isupper())


def shape(word: str) -> str:
    """The run-length-free shape of `word`: `Xx` for Riga, `x-Xx` for al-Bab, `X.X.` for U.S."""
    if word.islower() and word.isalpha():
        return "x"
    out: list[str] = []
    for ch in word:
        c = "X" if ch.isupper() else "x" if ch.isalpha() else "9" if ch.isdigit() else ch
        if not out or out[-1] != c:
            out.append(c)
    return "".join(out)[:8]


def singular(word: str) -> str:
    """`word` without the ending of a plural: `envoy` of `envoys`, `boss` of `bosses` and of `boss`."""
    if word.endswith("sses"):
        return word[:-2]
    return word if word.endswith("ss") else word.removesuffix("s")


@lru_cache(maxsize=KEPT)
def kinds(word: str) -> frozenset[str]:
    """Which of the word lists `word` is in, as short names."""
    low = word.lower()
    lists = {
        "honorific": word in words("honorifics"),
        "title": low in words("titles"),
        "role": low in words("roles") or singular(low) in words("roles"),
        "kin": low in words("kinship"),
        "says": low in words("reporting_verbs"),
        "org": low in words("organisation_words"),
        "place": low in _place_words(),
        "people": low in _people_words() or word in words("groups"),
        "given": low in words("given_names"),
        "site": low in words("sites"),
        "institution": low in _institution_words(),
        "calendar": low in words("calendar_words"),
        "month": low in words("month_abbreviations"),
        "particle": low in listed("particle"),
    }
    return _one(frozenset(name for name, listed in lists.items() if listed))


@cache
def _one(found: frozenset[str]) -> frozenset[str]:
    """The one set of these names that all words share: most words are in no list at all."""
    return found


_NAMELESS = frozenset({"honorific", "title", "place", "people", "institution", "org", "calendar"})


@lru_cache(maxsize=KEPT)
def may_name(word: str) -> bool:
    """Whether `word` can make a name a person's: words of other kinds, however many, are no person."""
    return not kinds(word) & _NAMELESS and word.replace("’", "'").partition("'")[0].lower() not in words(
        "not_names"
    )


def word_features(word: str) -> tuple[str, ...]:
    """Features of `word` itself, without its distance."""
    if word == EDGE:
        return ("edge",)
    low = word.lower()
    form = shape(word)
    out = [f"w={low}", f"s={form}"]
    if word[0].isalpha():
        out += [f"p{n}={low[:n]}" for n in (1, 2, 3, 4) if len(low) >= n]
        out += [f"x{n}={low[-n:]}" for n in (1, 2, 3, 4) if len(low) >= n]
        out.append(f"l={min(len(low), 10)}")
    if "-" in word:
        out += [f"h={part}" for part in low.split("-")]
    marks = sorted(kinds(word))
    out += [f"k={k}" for k in marks]
    if marks and form[0] == "X":
        out.append(f"ks={marks[0]}|{form}")
    return tuple(out)


# Which word features a neighbour shows: fewer than the word itself.
_SEEN_FROM_AFAR = {1: ("w=", "s=", "k=", "x3=", "edge"), 2: ("w=", "s=", "k=", "edge")}


@lru_cache(maxsize=KEPT)
def features_at(word: str, distance: int) -> tuple[str, ...]:
    """Features that `word` gives to the word at `distance` from it, named for the distance."""
    own = word_features(word)
    if distance:
        seen = _SEEN_FROM_AFAR[abs(distance)]
        own = tuple(f for f in own if f.startswith(seen))
    return tuple(f"{distance}:{f}" for f in own)


# The class of a word by the first list that has it: of capitalised words, and of the others.
_CAPITAL_CLASSES = {
    "honorific": "honorific",
    "title": "title",
    "role": "title",
    "calendar": "calendar",
    "place": "place",
}
_CAPITAL_CLASSES |= {"people": "place", "org": "org", "institution": "org", "given": "given"}
_SMALL_CLASSES = {
    "says": "says",
    "title": "title",
    "role": "title",
    "kin": "kin",
    "particle": "particle",
    "site": "site",
}
_SIGNS = {
    EDGE: "edge",
    ",": "comma",
    ".": "stop",
    "'s": "poss",
    "’s": "poss",
    "“": "quote",
    "”": "quote",
    '"': "quote",
}
_CLASS_OF = _SIGNS | {word: word for word in ("and", "of", "the", "by", "who")} | {"whose": "who"}
_PLAIN_CLASSES = ("word", "Cap", "CAPS", "initial", "number", "sign")
CLASSES = tuple(
    dict.fromkeys(
        [*_PLAIN_CLASSES, *_CAPITAL_CLASSES.values(), *_SMALL_CLASSES.values(), *_CLASS_OF.values()]
    )
)


@lru_cache(maxsize=KEPT)
def word_class(word: str) -> int:
    """The index in CLASSES of the one coarse class of `word`."""
    return CLASSES.index(_CLASS_OF.get(word) or _word_class(word))


def _word_class(word: str) -> str:
    if not word[0].isalpha():
        return "number" if word[0].isdigit() else "sign"
    capital, marks = word[0].isupper(), kinds(word)
    for kind, name in (_CAPITAL_CLASSES if capital else _SMALL_CLASSES).items():
        if kind in marks:
            return name
    if not capital:
        return "word"
    if len(word) == 1 or (len(word) == 2 and word[1] == "."):
        return "initial"
    return "CAPS" if word.isupper() else "Cap"


def triple(before: int, here: int, after: int) -> int:
    """One number for the classes of three neighbouring words."""
    return (before * len(CLASSES) + here) * len(CLASSES) + after
