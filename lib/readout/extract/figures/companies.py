"""Which company `the company` is, in an article that is about one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readout.extract.mentions import PersonMention
from readout.lexicon import words
from readout.lexicon.nations import peoples, places

_OWNER = re.compile(r"(?P<name>[A-Z](?<![\w.][A-Z])[\w&-]+(?:[ ][A-Z][\w&-]+){0,3})['’]s(?!\w)")
# A name must own something this often, and more than twice as often as any other, to be the company.
_OFTEN = 2


def is_a_company(phrase: str) -> bool:
    """Whether `phrase` is `the` and a word for a company."""
    article, _, word = phrase.partition(" ")
    return article == "the" and word in words("figures/company_words")


def named_company(text: str, people: Sequence[PersonMention]) -> str | None:
    """The organisation that `the company` stands for: by far the most frequent owner that is no person or place."""
    named = {part for p in people for part in p.person.split()}
    owners = Counter(
        m["name"]
        for m in _OWNER.finditer(text)
        if m["name"] not in places() and m["name"] not in peoples() and m["name"].split()[-1] not in named
    )
    ranked = [*owners.most_common(2), ("", 0), ("", 0)]
    (name, count), (_, next_count) = ranked[:2]
    return name if count >= _OFTEN and count > 2 * next_count else None
