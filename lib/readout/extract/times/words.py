"""A text as a string of word classes, one character a word: what the grammar is written over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from readout.lexicon import table
from readout.lexicon import words as word_list

_STOPS = frozenset({"", ".", ";", "!", "?"})
_ABBREVIATIONS = word_list("abbreviations")
# A piece is a word, number, mark or run of line breaks, with the blanks behind it: together all of the text.
_PIECE = re.compile(
    # `August 3,2016` is no number of six digits.
    r"(?:\d{1,2}(?=,(?:19|20)\d\d(?![\d,]))|\d+(?:[.,]\d+)*|[aApP]\.[mM]\b\.?|[oO]['’]clock\b"
    # Plain letters first: `re` has a table for those.
    r"|[a-zA-Z]+[^\W\d_]*|[^\W\d_]+|\n\s*|[^\n])[^\S\n]*"
)
_DOTTED = re.compile(r"[0-3]?\d\.[01]?\d\.(?:19|20)\d\d")
_MARKS = {
    ".": "DOT",
    ",": "COMMA",
    "-": "HYPHEN",
    "‐": "HYPHEN",
    "‑": "HYPHEN",
    "–": "HYPHEN",
    "—": "DASH",
    ":": "COLON",
    "/": "SLASH",
    "'": "APOS",
    "’": "APOS",
    "`": "APOS",
    "‘": "APOS",
    "(": "OPEN",
    "$": "MONEY",
    "€": "MONEY",
    "£": "MONEY",
    "#": "MONEY",
    "%": "PERCENT",
    "½": "FRACTION",
    "¼": "FRACTION",
    "¾": "FRACTION",
    "": "BREAK",
}
_DIGITS = frozenset("0123456789")


def _forms(form: str) -> set[str]:
    if form == form.lower():
        return {form, form.capitalize(), form.upper()}
    return {form, form.upper()}


def _lexicon() -> tuple[dict[str, str], dict[str, str]]:
    classes, values = dict(_MARKS), {}
    for name, value, forms in table("time/words"):
        for form in forms.split():
            for written in _forms(form):
                classes[written], values[written] = name, value
    for n in range(1, 32):
        classes[f"{n}"] = classes[f"{n:02}"] = "DAYNUM"
    for year in range(1000, 2200):
        classes[f"{year}"] = "YEAR"
    return classes, values


_NAMES, VALUES = _lexicon()
# A class is one character; names are for people to read.
LETTER = {name: chr(0x4E00 + i) for i, name in enumerate(sorted({*_NAMES.values(), "NUM", "DOTTED"}))}
OTHER = "."
_NAME_OF = {OTHER: "", **{letter: name for name, letter in LETTER.items()}}
# So many words are kept with their classes; a language's common words are fewer.
_MOST_WORDS = 20_000


class _Classes(dict[str, str]):
    """Letters of classes by word, which are looked up where a word is new."""

    def __missing__(self, word: str) -> str:
        letter = OTHER
        if word[:1] in _DIGITS:
            letter = LETTER["DOTTED" if _DOTTED.fullmatch(word) else "NUM"]
        if len(self) < _MOST_WORDS:
            self[word] = letter
        return letter


_CLASSES = _Classes((word, LETTER[name]) for word, name in _NAMES.items())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: `classes[i]` is the class of word i, OTHER where time has no use for it."""

    text: str
    words: list[str]
    begins: list[int]
    classes: str

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of words `first` up to and without `last`."""
        return self.begins[first], self.begins[last - 1] + len(self.words[last - 1])

    def surface(self, first: int, last: int) -> str:
        """The text of words `first` up to and without `last`."""
        begin, end = self.span(first, last)
        return self.text[begin:end]

    def lower(self, at: int) -> str:
        """Word `at` in lower case; empty beyond the ends of the text."""
        return self.words[at].lower() if 0 <= at < len(self.words) else ""

    def is_a(self, at: int, *names: str) -> bool:
        """Whether word `at` is there and of one of the classes `names`."""
        return 0 <= at < len(self.words) and _NAME_OF[self.classes[at]] in names

    def is_plain(self, at: int) -> bool:
        """Whether word `at` is there and a word that time has no use for."""
        return 0 <= at < len(self.words) and self.classes[at] == OTHER and self.words[at][0].isalnum()

    def glued(self, at: int) -> bool:
        """Whether nothing stands between word `at` and the one before it."""
        return 0 < at < len(self.words) and self.begins[at - 1] + len(self.words[at - 1]) == self.begins[at]

    def value(self, at: int) -> str:
        """The lexicon's value of word `at`."""
        return VALUES[self.words[at]]


def read_words(text: str) -> Words:
    """Cut `text` into words and class them, in one pass."""
    pieces = _PIECE.findall(text)
    words = list(map(str.rstrip, pieces))
    classes = "".join(map(_CLASSES.__getitem__, words))
    return Words(text, words, [0, *accumulate(map(len, pieces))], classes)


def ends_sentence(words: Words, at: int) -> bool:
    """Whether a sentence, or one before a semicolon, ends at word `at`; the full stop of `Mr.` ends none."""
    if words.words[at] not in _STOPS:
        return False
    before = words.words[at - 1] if at else ""
    initial = len(before) == 1 and before.isupper()
    return not (words.words[at] == "." and (initial or before.lower() in _ABBREVIATIONS))


def beside(name: str) -> frozenset[str]:
    """The words that `name` stands for in lexicon/time/contexts.tsv.

    Raises KeyError where there is no such row.
    """
    rows = {row[0]: row[1] for row in table("time/contexts")}
    return frozenset(rows[name].split())
