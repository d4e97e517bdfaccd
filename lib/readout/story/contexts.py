"""What articles say of days, as bags of words that can be compared: the words around a date, names made one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import log, sqrt

from readout.extract import DateMention, Extraction
from readout.extract.meetings.scene import reporting
from readout.lexicon import nations, words
from readout.text import Sentences
from readout.text.calendar import days_of

# How far around a date, in characters of its sentence, words belong to what happened on it.
_REACH = 110
_WORD = re.compile(r"[^\W_][\w’'.-]*[\w]|\w")
_ENDING = re.compile(r"(?:[’']s|ings?|ed|ies|es|s)\Z")
_TALKS = frozenset(["talks", "negotiations", "meeting", "round", "summit", "meet", "met", "discussions", "delegations"])
_DULL = frozenset(
    "a an and are as at be been before but by for from had has have he her his in into is it its no not of on or our"
    " said says she so than that the their them there they this to told was were what when which who will with would"
    " after also more new one two mr mrs ms day days week last next".split()  # noqa: SIM905  # a list of words
)
# Contexts this common tell nothing: words that stand in more of them are not looked up.
_COMMON = 400


@dataclass(frozen=True, slots=True)
class Context:
    """A date in an article, the words around it, and whether it only says when something was said."""

    mention: DateMention
    days: tuple[date, date] | None
    terms: frozenset[str]
    report: bool
    lead: bool


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
    places, found, at = _place_terms(), set[str](), 0
    while at < len(tokens):
        for size in (3, 2, 1):
            known = places.get(" ".join(tokens[at : at + size]))
            if known:
                found.update(known)
                at += size
                break
        else:
            if tokens[at].lower() not in _DULL and not tokens[at].isdigit():
                found.add(stem(tokens[at]))
            at += 1
    return frozenset(found)


def _of_report(text: str, begin: int, d: DateMention) -> bool:
    """Whether a date says when something was said: `said on Monday`, `On Monday, the minister said`."""
    verbs = list(reporting().finditer(text, begin, d.begin))
    if verbs:
        between = text[verbs[-1].end() : d.begin]
        if len(between) < 45 and not re.search(r"[,“\"]|\b(?:that|before|after|talks|meeting|for)\b", between):
            return True
    if d.begin - begin > 12:
        return False
    after = text[d.end : d.end + 90].split(".")[0]
    verb = reporting().search(after)
    return bool(verb) and not re.search(r"\b(?:talks|met|meet|meeting|round)\b", after[: verb.start()]) if verb else False


def contexts_of(e: Extraction, dates: Iterable[DateMention] | None = None) -> list[Context]:
    """The contexts of an article's dates (or of these dates in its place)."""
    text, sentences = e.article.text, Sentences(e.article.text)
    body = len(e.article.title or "")
    lead = next((end for begin, end in sentences.spans if begin >= body), len(text))
    found = []
    for d in e.dates if dates is None else dates:
        begin, end = sentences.at(d.begin)
        low, high = max(begin, d.begin - _REACH), min(end, d.end + _REACH)
        around = text[low : d.begin] + " " + text[d.end : high]
        terms = terms_of(around) | _there(e, begin, end)
        found.append(Context(d, days_of(d.value), terms, _of_report(text, begin, d), d.begin < lead))
    return found


def _there(e: Extraction, begin: int, end: int) -> frozenset[str]:
    """Place and number of the meetings that a sentence speaks of, also where it only says `there`."""
    inside = [m for m in e.meetings if begin <= m.begin < end]
    places = [t for m in inside if m.place for t in _place_terms().get(m.place, (m.place,))]
    return frozenset([*places, *(f"#{m.round}" for m in inside if m.round)])


@cache
def vague() -> frozenset[str]:
    """Words of saying, as stems: they tell nothing of what happened."""
    return frozenset(stem(w) for w in words("reporting_verbs"))


class Likeness:
    """Finds contexts like another: rare shared words count most (cosine of inverse document frequencies)."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        self.contexts = contexts
        seen = Counter(t for c in contexts for t in c.terms)
        self.weight = {t: log(1 + len(contexts) / n) for t, n in seen.items() if t not in vague()}
        self.norm = [sqrt(sum(self.weight.get(t, 0.0) ** 2 for t in c.terms)) or 1.0 for c in contexts]
        self.holding: dict[str, list[int]] = defaultdict(list)
        for at, c in enumerate(contexts):
            for t in c.terms:
                self.holding[t].append(at)

    def like(self, c: Context) -> Iterable[tuple[float, Context]]:
        """Contexts that share words with `c`, each with a likeness from 0 to 1."""
        shared: dict[int, float] = defaultdict(float)
        rare = [t for t in c.terms if t in self.weight and len(self.holding[t]) <= _COMMON]
        for t in sorted(rare):
            for at in self.holding[t]:
                shared[at] += self.weight[t] ** 2
        own = sqrt(sum(self.weight.get(t, 1.0) ** 2 for t in c.terms if t not in vague())) or 1.0
        return [(total / own / self.norm[at], self.contexts[at]) for at, total in shared.items()]
