"""What articles say of days, as bags of words that can be compared: the words around a date, names made one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import log, sqrt

from readout.extract import DateMention, Extraction, MeetingMention
from readout.extract.meetings.scene import sayings
from readout.extract.meetings.when import says_when_said
from readout.lexicon import nations, words
from readout.text import Sentences
from readout.text.calendar import days_of

# How far around a date, in characters of its sentence, words belong to what happened on it.
_REACH = 110
# How far a sentence goes at most, in characters.
_SENTENCE = 500
_WORD = re.compile(r"[^\W_][\w’'.-]*[\w]|\w")
_ENDING = re.compile(r"(?:[’']s|ings?|ed|ies|es|s)\Z")
_TALKS = frozenset(
    ["talks", "negotiations", "meeting", "round", "summit", "meet", "met", "discussions", "delegations"]
)
# Contexts this common tell nothing: words that stand in more of them are not looked up.
_COMMON = 400
# Two contexts of one event share this many words at least.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Context:
    """A date in an article and the words around it.

    `report` dates only say when something was said, `lead` ones stand in the first sentence, and `meeting` is the
    one that the date is said of.
    """

    mention: DateMention
    days: tuple[date, date] | None
    terms: frozenset[str]
    report: bool
    lead: bool
    meeting: MeetingMention | None


@cache
def _place_terms() -> dict[str, tuple[str, ...]]:
    """One word for each country by any of its names; a city also stands for its country."""
    terms: dict[str, tuple[str, ...]] = {}
    for source in (nations.institutions(), nations.cities(), nations.capitals()):
        terms |= {name: (name, "@" + country) for name, country in source.items() if country}
    for source in (nations.peoples(), nations.countries()):
        terms |= {name: ("@" + country,) for name, country in source.items()}
    return terms


def stem(word: str) -> str:
    """A word without its commonest endings, lower case; meeting words are one."""
    low = word.lower()
    if low in _TALKS:
        return "talks"
    short = _ENDING.sub("", low)
    return short if len(short) > 2 else low


def terms_of(text: str) -> frozenset[str]:
    """The telling words of `text`, each country by one name."""
    tokens = _WORD.findall(text)
    places, dull, found, at = _place_terms(), words("function_words"), set[str](), 0
    while at < len(tokens):
        for size in (3, 2, 1):
            known = places.get(" ".join(tokens[at : at + size]))
            if known:
                found.update(known)
                at += size
                break
        else:
            if tokens[at].lower() not in dull and not tokens[at].isdigit():
                found.add(stem(tokens[at]))
            at += 1
    return frozenset(found)


_EVENT = re.compile(
    r"\b(?:talks|negotiations|meetings?|summit|met|meet|held|killed|struck|voted|began|ended)\b"
)


def contexts_of(e: Extraction) -> list[Context]:
    """The contexts of an article's dates."""
    text, sentences = e.article.text, Sentences(e.article.text)
    body = len(e.article.title or "")
    lead = next((end for begin, end in sentences.spans if begin >= body), len(text))
    said_of = {at: m for m in e.meetings for at in m.dated_by}
    who = {stem(w) for p in e.people for w in _WORD.findall(p.surface)}
    found = []
    for d in e.dates:
        begin, end = sentences.at(d.begin)
        begin, end = max(begin, d.begin - _SENTENCE), min(end, d.end + _SENTENCE)
        low, high = max(begin, d.begin - _REACH), min(end, d.end + _REACH)
        around = text[low : d.begin] + " " + text[d.end : high]
        events = [m.start() for m in _EVENT.finditer(text, begin, end)]
        report = says_when_said(text, begin, d, events, sayings(text, begin, end))
        terms = terms_of(around) - who - _actors()
        found.append(Context(d, days_of(d.value), terms, report, d.begin < lead, said_of.get(d.begin)))
    return found


@cache
def _actors() -> frozenset[str]:
    """Words for who speaks and that they do, as stems: the same people speak every day of a story."""
    lists = ("reporting_verbs", "roles", "titles", "honorifics")
    return frozenset(stem(w) for name in lists for w in words(name)) - {"talks"}


class Likeness:
    """Finds contexts like another: rare shared words count most (cosine of inverse document frequencies)."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        self.contexts = contexts
        seen = Counter(t for c in contexts for t in c.terms)
        self.weight = {t: log(1 + len(contexts) / n) for t, n in seen.items()}
        self.norm = [sqrt(sum(self.weight.get(t, 0.0) ** 2 for t in c.terms)) or 1.0 for c in contexts]
        self.holding: dict[str, list[int]] = defaultdict(list)
        for at, c in enumerate(contexts):
            for t in c.terms:
                self.holding[t].append(at)

    def like(self, c: Context) -> Iterable[tuple[float, Context]]:
        """Contexts that share words with `c`, each with a likeness from 0 to 1."""
        shared: dict[int, float] = defaultdict(float)
        many: Counter[int] = Counter()
        rare = [t for t in c.terms if t in self.weight and len(self.holding[t]) <= _COMMON]
        for t in sorted(rare):
            for at in self.holding[t]:
                shared[at] += self.weight[t] ** 2
                many[at] += 1
        own = sqrt(sum(self.weight.get(t, 1.0) ** 2 for t in c.terms)) or 1.0
        enough = {at: total for at, total in shared.items() if many[at] >= _FEW}
        return [(total / own / self.norm[at], self.contexts[at]) for at, total in enough.items()]
