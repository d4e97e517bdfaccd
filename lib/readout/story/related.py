"""Which articles may be on one story: those that have a name in common with which one of them begins.

A folder may hold several stories, and each has its dead. What an article is about, its title and first lines name; an
article on the same story has one of these names somewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from readout.lexicon import words

# An article begins with so many characters.
_LEAD = 300
_CAPITAL = re.compile(r"\b[A-Z][^\W_]{2,}")
# (Any word may begin a sentence with a capital.)
_NAME = re.compile(r"(?<=[\w,;)][ ])[A-Z][^\W_]{2,}")
_PLAIN = re.compile(r"\b[a-z]{3,}\b")
# Names that any article may have.
_ANYWHERE = (
    "agencies",
    "calendar_words",
    "common_names",
    "honorifics",
    "month_abbreviations",
    "organisation_words",
    "titles",
)


class Related:
    """The names of articles, from their `texts` by id; a word that one of them writes small is no name."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        told = frozenset(word.lower() for name in _ANYWHERE for word in words(name))
        plain = {word for text in texts.values() for word in _PLAIN.findall(text)}
        self._names: dict[str, set[str]] = {}
        self._leads: dict[str, set[str]] = {}
        for article, text in texts.items():
            names = {n for n in _NAME.findall(text) if n.lower() not in plain and n.lower() not in told}
            self._names[article] = names
            # (An article that begins with no name is about any that it has.)
            self._leads[article] = names.intersection(_CAPITAL.findall(text, 0, _LEAD)) or names

    def split(self, articles: Iterable[str]) -> list[set[str]]:
        """Articles by story, as far as names tell; one without a name may be on any."""
        left = set(articles)
        leads = {name for article in left for name in self._leads[article]}
        if not all(self._leads[article] for article in left):
            return [left]
        holding: dict[str, set[str]] = defaultdict(set)
        for article in left:
            for name in self._names[article] & leads:
                holding[name].add(article)
        stories = []
        while left:
            story, more = set[str](), {min(left)}
            while more:
                story |= more
                names = {name for article in more for name in self._names[article] & leads}
                more = {article for name in names for article in holding.pop(name, ())} - story
            stories.append(story)
            left -= story
        return stories
