"""An article cut into sentences and words, and the names found in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from readout.extract.people.features import kinds
from readout.extract.people.tokens import KEPT, offsets_of, words_in
from readout.text import split_sentences

# First and last (exclusive) word of a stretch of a sentence.
Span = tuple[int, int]

# Signs and little words that a title-cased headline leaves in lower case count for nothing in telling one.
_SHORT = 4
_HEADLINE_WORDS = 4
_STOPS = frozenset({".", "!", "?", ":", "”", '"'})
_HEADLINE_SHARE = 0.85


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it is, its words, which of them are capitalised, and whether it is a headline."""

    begin: int
    end: int
    words: list[str]
    capitals: list[int]
    headline: bool


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name in a sentence: words `first` to `last` (exclusive); `lead` is the first of its titles, or `first`.

    Compared by identity: no two stand in one place.
    """

    sentence: int
    first: int
    last: int
    lead: int


@dataclass(slots=True)
class Page:
    """The text, its sentences, and the names in text order."""

    text: str
    sentences: list[Sentence] = field(default_factory=list)
    _offsets: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def words_of(self, name: Name) -> list[str]:
        """The words of `name` itself, without titles."""
        return self.sentences[name.sentence].words[name.first : name.last]

    def span(self, sentence: int, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text of words `first` to `last` (exclusive) of a sentence."""
        if sentence not in self._offsets:
            own = self.sentences[sentence]
            self._offsets[sentence] = offsets_of(own.words, self.text, own.begin)
        offsets = self._offsets[sentence]
        return offsets[first][0], offsets[last - 1][1]

    def said(self, sentence: int, first: int, last: int) -> str:
        """The text of these words, on one line."""
        begin, end = self.span(sentence, first, last)
        return " ".join(self.text[begin:end].split())


def _is_headline(words: list[str]) -> bool:
    """Title case (or all capitals) in nearly every long word, no stop at the end, and not a list of names."""
    if words[-1] in _STOPS:
        return False
    long = [w for w in words if len(w) >= _SHORT and w[0].isalpha()]
    if len(long) < _HEADLINE_WORDS:
        return False
    runs, run = [], 0
    for w in words:
        run = 0 if w in {",", ";", "and"} else run + 1
        runs.append(run)
    return max(runs) >= _HEADLINE_WORDS and sum(w[0].isupper() for w in long) >= _HEADLINE_SHARE * len(long)


def read_page(text: str, title: str | None) -> Page:
    """Cut `text` up; a first line that is `title` is a headline whatever its case."""
    page = Page(text)
    title_end = len(title) if title and text.startswith(title) else 0
    for begin, end in split_sentences(text):
        words = words_in(text[begin:end])
        capitals = [i for i, w in enumerate(words) if not w.islower() and is_capital(w)]
        headline = begin < title_end or _is_headline(words)
        page.sentences.append(Sentence(begin, end, words, capitals, headline))
    return page


@lru_cache(maxsize=KEPT)
def is_capital(word: str) -> bool:
    """Whether `word` is written as a name is: a capital first, or after a joined article (`al-Harthy`)."""
    if word[0].isupper():
        return True
    if not ("-" in word or "'" in word or "’" in word):
        return False
    head, _, tail = word.replace("’", "'").replace("'", "-").partition("-")
    return bool(tail) and tail[0].isupper() and "particle" in kinds(head)


def run_end(own: Sequence[str], first: int, joins: Callable[[str], bool]) -> int:
    """Where the capitalised words that begin at word `first` end, with those between them that `joins` is true of."""
    last = first
    while last < len(own) and (is_capital(own[last]) or (last > first and joins(own[last]))):
        last += 1
    while last > first and not is_capital(own[last - 1]):
        last -= 1
    return last
