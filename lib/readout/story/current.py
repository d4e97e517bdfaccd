"""Which figures tell how things stand: not what was said before, nor of an earlier event, nor some of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from readout.extract import FigureMention

# What an article says was said before, or was so of an earlier event: `officials had put it at`, `the previous quake`.
_EARLIER = re.compile(
    r"\b(?:earlier(?! (?:on|in|this|today))|previous(?:ly)?|initial(?:ly)?|at first|originally|similar"
    r"|(?:up|down|rose|risen|fell|fallen|revised|corrected) from|compared (?:with|to)"
    r"|had (?:\w+ly )?(?:put|said|reported|counted|given|estimated|announced|spoken))\b",
    re.IGNORECASE,
)
_EARLIER_AFTER = re.compile(
    r"[^.;,]{0,30}\b(?:(?:day|week|month|year)s? (?:earlier|before)|previously|at first)\b"
)
# What names some of a whole: `5 of those killed`, `including 3 children`, `another 12`; but `in towns,
# Lima among them, 12` is a whole.
_SOME_OF = re.compile(
    r"[ ](?:\w+[ ])?of (?:those|them|whom|the (?:dead|killed|injured|wounded|victims|missing))\b"
)
_SOME = re.compile(
    r"\b(?:including|among (?:them(?!,)|those|the)|of (?:whom|which|them)|another|an additional|a further)\b"
    r"[^.;]{0,30}\Z",
    re.IGNORECASE,
)
# How far from a figure, in characters, its clause is looked at.
_CLAUSE = 90
_CLAUSE_BEGINS = re.compile(r"[.;:\n]\s|, (?:and|but|while|after|which|who|when)\b|\bthat\b")


def current(figures: Iterable[FigureMention], texts: Mapping[str, str]) -> list[FigureMention]:
    """The figures that tell how things stand by the article that gives them; `texts` are by article id."""
    return [f for f in figures if not _stands_apart(f, texts.get(f.article, ""))]


def _stands_apart(f: FigureMention, text: str) -> bool:
    before = text[max(0, f.begin - _CLAUSE) : f.begin]
    return bool(is_earlier(f, text) or _SOME.search(before) or _SOME_OF.match(text, f.end))


def is_earlier(f: FigureMention, text: str) -> bool:
    """Whether a figure is one that was said before, or of an earlier event."""
    before = text[max(0, f.begin - _CLAUSE) : f.begin]
    own = before[max((m.start() for m in _CLAUSE_BEGINS.finditer(before)), default=0) :]
    return bool(_EARLIER.search(own) or _EARLIER_AFTER.match(text, f.end))


def headline(figures: Sequence[FigureMention]) -> list[FigureMention]:
    """One value an article and day: the largest, since the smaller ones of one thing are parts of it or older."""
    top: dict[tuple[str, str | None], float] = {}
    for f in figures:
        key = f.article, f.as_of
        top[key] = max(top.get(key, 0.0), f.value or 0.0)
    return [f for f in figures if f.value is None or f.value == top[f.article, f.as_of]]


def latest(figures: Sequence[FigureMention]) -> list[FigureMention]:
    """Of an article's headline values the one of the last day."""
    last: dict[str, str] = {}
    for f in figures:
        last[f.article] = max(last.get(f.article, ""), f.as_of or "")
    return headline([f for f in figures if (f.as_of or "") == last[f.article]])
