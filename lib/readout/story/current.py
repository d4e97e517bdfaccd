"""Which figures tell how things stand: not what was said before, nor of an earlier event, nor some of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from readout.extract import FigureMention
from readout.extract.figures.kinds import is_amount

# What an article says was said before, or was so of an earlier event: `officials had put it at`, `the previous quake`.
_EARLIER = re.compile(
    r"\b(?:earlier(?! (?:on|in|this|today))|previous(?:ly)?|initial(?:ly)?|at first|originally|similar"
    r"|had (?:\w+ly )?(?:put|said|reported|counted|given|estimated|announced|spoken))\b",
    re.IGNORECASE,
)
# What a newer number is held against: it tells how things stood on its own day, where it has one.
_COMPARED = re.compile(
    r"\b(?:(?:up|down|rose|risen|fell|fallen|grew|grown|revised|corrected) from|compared (?:with|to))\b"
    r"(?:(?!\bto\b)[^.;])*\Z|\bto \S*\d\S*(?: \w+){0,2} from\s\Z",
    re.IGNORECASE,
)
# (`were rescued a day earlier` tells when that was.)
_EARLIER_AFTER = re.compile(
    r"(?![ ](?:was|were)[ ][a-z]+[ ](?:an?|one|two|three|\d+)[ ])"
    r"[^.;,]{0,30}\b(?:(?:day|week|month|year)s? (?:earlier|before)|previously|at first)\b"
)
# What names some of a whole: `5 of those killed`, `including 3 children`, `another 12`; but `in towns,
# Lima among them, 12` is a whole.
_SOME_OF = re.compile(
    r"[ ](?:\w+[ ])?of (?:those|them|whom|the (?:dead|killed|injured|wounded|victims|missing|displaced|homeless"
    r"|detained|arrested|evacuees|prisoners|hostages|survivors|infected|sick))\b"
)
# `63 cases, including 29 deaths` are all the deaths that there are.
_OUTCOMES = frozenset(["deaths", "fatalities", "injuries", "casualties"])
_SOME = re.compile(
    r"\b(?:including|among (?:them(?!,)|those|the)|of (?:whom|which|them)|another|an additional|a further)\b"
    r"[^.;]{0,30}\Z|\bthe (?:other|remaining) \Z",
    re.IGNORECASE,
)
# `four additional cases`, but `more than four cases`
_MORE = re.compile(r"\b(?:additional|another|further|other|more(?! than))[ ][a-z]", re.IGNORECASE)
# How much a number changed: `an increase of 17 kilograms`, `up by 300`.
_CHANGE = re.compile(
    r"\b(?:(?:in|de)crease|rise|drop|fall|decline|growth|jump) of\s(?:\w+\s){0,2}\Z"
    r"|\b(?:(?:in|de)creased|rose|grew|fell|dropped|declined|up|down) by\s(?:\w+\s){0,2}\Z",
    re.IGNORECASE,
)
# The same of a share: `rose 3%`, but `rose to 3%`.
_CHANGED = re.compile(
    r"\b(?:rose|rises?|risen|up|gain(?:ed|s)?|climb(?:ed|s)?|jump(?:ed|s)?|grew|grow|grown|add(?:ed|s)?|fell|falls?|fallen|down"
    r"|los(?:t|es?)|drop(?:ped|s)?|slip(?:ped|s)?|slid|shed|sank|declined?|higher|lower|increased?|decreased?)"
    r"\s(?:by\s)?(?:\w+\s){0,2}\Z",
    re.IGNORECASE,
)
# A year that a number is of: `the blaze of 2014 burned 9,000 acres`, `the 2014 fire`, but not `the worst since 2014`.
_OF_YEAR = re.compile(r"(?<!since )\b((?:19|20)\d\d)\b(?! (?:law|act|treaty|deal|accord))", re.IGNORECASE)
# `last year's flood, which killed 180 people`
_BYGONE = re.compile(r"\b(?:last year['’]s|(?:years|decades) (?:ago|earlier))\b[^.;]*\Z", re.IGNORECASE)
_BACK = 150
# Between a part and its whole: `three of the nine clauses`.
_OF = re.compile(r" of (?:the |its |their |those )?")
# How far from a figure, in characters, its clause is looked at.
_CLAUSE = 90
_CLAUSE_BEGINS = re.compile(r"[.;:\n]\s|, (?:and|but|while|after|which|who|when)\b|\bthat\b")


def current(figures: Iterable[FigureMention], texts: Mapping[str, str]) -> list[FigureMention]:
    """The figures that tell how things stand by the article that gives them; `texts` are by article id."""
    return [f for f in standing(figures, texts) if not is_compared(f, texts.get(f.article, ""))]


def standing(figures: Iterable[FigureMention], texts: Mapping[str, str]) -> list[FigureMention]:
    """The figures that tell how things stand, or stood on a day that the article gives; `texts` are by article id."""
    ordered = sorted(figures, key=lambda f: (f.article, f.begin))
    kept: list[FigureMention] = []
    for at, f in enumerate(ordered):
        text = texts.get(f.article, "")
        if is_compared(f, text) and (
            not has_own_day(f, text) or _may_be_either(f, ordered[max(0, at - 2) : at])
        ):
            continue
        if not _stands_apart(f, text) and not (kept and _is_whole_of(f, kept[-1], text)):
            kept.append(f)
    return kept


def _may_be_either(f: FigureMention, before: Sequence[FigureMention]) -> bool:
    """Whether a bare older number may be of two things: `40 units with 900 beds, up from 35`."""
    near = {b.unit for b in before if b.article == f.article and f.begin - b.end < _CLAUSE}
    return not any(c.isalpha() for c in f.surface) and len(near) > 1


def is_level(f: FigureMention) -> bool:
    """Whether a figure has one value at a time: a share, or how much there is of something."""
    return (f.kind == "measure" and is_amount(f.unit)) or f.kind == "percent"


def has_own_day(f: FigureMention, text: str) -> bool:
    """Whether the words say when things stood so: `as of Friday`, `held 9% on Friday`, `up from 12 on Friday`."""
    any_day = is_level(f) or is_compared(f, text)
    return f.as_of_basis == "stated" or (f.as_of_basis == "event" and any_day)


def _is_whole_of(f: FigureMention, part: FigureMention, text: str) -> bool:
    """Whether a figure is the whole of a part: the nine of `three of the nine clauses`; people are told as both."""
    return f.kind == "things" and part.article == f.article and bool(_OF.fullmatch(text, part.end, f.begin))


def _stands_apart(f: FigureMention, text: str) -> bool:
    if _MORE.search(f.surface):
        return True
    before = text[max(0, f.begin - _CLAUSE) : f.begin]
    some = _SOME.search(before)
    all_of_them = some and some[0].startswith("including") and f.unit in _OUTCOMES
    part = (some and not all_of_them) or _SOME_OF.match(text, f.end)
    return bool(part) or _is_told_before(f, text) or _is_of_another_year(f, text)


def is_change(f: FigureMention, text: str) -> bool:
    """Whether a figure tells by how much another one changed."""
    before = text[max(0, f.begin - _CLAUSE) : f.begin]
    changed = _CHANGED.search(before) if f.kind == "percent" else None
    return bool(_CHANGE.search(before) or (changed and " to " not in changed[0]))


def names_one(f: FigureMention, text: str) -> bool:
    """Whether a share only names one thing among others, and is not how much there is: `a 9% raise`, `the 4% offer`."""
    of = f.of if f.kind == "percent" else None
    return bool(of and not of.endswith("ed") and text.startswith(f" {of}", f.end))  # `12% contained`


def _clause(f: FigureMention, text: str) -> str:
    """What stands before a figure in its clause."""
    before = text[max(0, f.begin - _CLAUSE) : f.begin]
    return before[max((m.start() for m in _CLAUSE_BEGINS.finditer(before)), default=0) :]


def _is_of_another_year(f: FigureMention, text: str) -> bool:
    if _BYGONE.search(text, max(0, f.begin - _BACK), f.begin):
        return True
    year = (f.as_of or "")[:4]
    return any(m[1] < year for m in _OF_YEAR.finditer(_clause(f, text)))


def is_compared(f: FigureMention, text: str) -> bool:
    """Whether a figure is one that a newer one is held against."""
    return bool(_COMPARED.search(_clause(f, text)))


def _is_told_before(f: FigureMention, text: str) -> bool:
    return bool(_EARLIER.search(_clause(f, text)) or _EARLIER_AFTER.match(text, f.end))


def is_earlier(f: FigureMention, text: str) -> bool:
    """Whether a figure is one that was said before, or of an earlier event."""
    return is_compared(f, text) or _is_told_before(f, text)


def headline(figures: Sequence[FigureMention], texts: Mapping[str, str]) -> list[FigureMention]:
    """One value an article and day: that of its first line, or else the largest; `texts` are by article id.

    The first line is the title, which says what the article stands for where a party claims more. Of the others the
    smaller ones of one thing are parts of it or older.
    """
    top: dict[tuple[str, str], tuple[bool, float]] = {}
    for f in figures:
        key = f.article, _day(f)
        top[key] = max(top.get(key, (False, 0.0)), _weight(f, texts))
    return [f for f in figures if f.value is None or f.value == top[f.article, _day(f)][1]]


def _weight(f: FigureMention, texts: Mapping[str, str]) -> tuple[bool, float]:
    first_line = "\n" not in texts.get(f.article, "\n")[: f.begin]
    return first_line and f.value is not None, f.value or 0.0


def _day(f: FigureMention) -> str:
    """The day, month or year as of which a figure is, whatever the hour."""
    return (f.as_of or "").partition("T")[0]


def latest(figures: Sequence[FigureMention], texts: Mapping[str, str]) -> list[FigureMention]:
    """Of an article's headline values the one of the last day; `texts` are by article id.

    One without a day of its own is not newer than a larger one that has it.
    """
    stated: dict[str, float] = {}
    for f in figures:
        if f.as_of_basis == "stated":
            stated[f.article] = max(stated.get(f.article, 0.0), f.value or 0.0)
    dated = [f for f in figures if f.as_of_basis != "published" or _is_new(f, stated.get(f.article))]
    last: dict[str, str] = {}
    for f in dated:
        last[f.article] = max(last.get(f.article, ""), _day(f))
    return headline([f for f in dated if _day(f) == last[f.article]], texts)


def _is_new(f: FigureMention, stated: float | None) -> bool:
    return stated is None or f.value is None or f.value >= stated
