"""Two speakers in one article who give different numbers of one thing: `police say 300; the organisers claim 900`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from readout.extract import FigureMention
from readout.lexicon import words
from readout.story.alike import same_place
from readout.story.amounts import amount_words, subject
from readout.story.counting import outcomes, topic, unit_head
from readout.story.evidence import cite
from readout.story.plain import sentence, speaker
from readout.story.ranges import meet
from readout.story.records import Finding

_Pair = tuple[FigureMention, FigureMention]
# Between a sum of money and the same in another currency.
_CONVERTED = re.compile(r"[ ]\((?:about |some |around )?")
# How far apart the two numbers may stand, in characters.
_NEAR = 120
# As far before the first one it may be called an earlier one.
_BACK = 40
# After the second number nothing more is said of it: `16 in the next valley` is a number of something else.
_ALONE = re.compile(r"['’”\"]?(?:[.,;:)—]|\s*\Z|\n)")
# A toll that has changed, or others that are counted too, contradict nobody.
_GROWN = re.compile(
    r"\b(?:risen|rose|rises|rising|raised|climbed|grown|grew|up|later|earlier|previous(?:ly)?|initial(?:ly)?|since|updated|"
    r"yesterday|now|another|others|more|also|further)\b"
)
# What the number is of where no noun of its own follows it: `as many as 900`.
_BARE = re.compile(
    r"(?:[a-z]+ ){0,4}[\d.,]+(?: (?:hundred|thousand|million|billion|trillion))?|[a-z-]+", re.IGNORECASE
)
# How many words after a number may tell what it is of.
_WORDS = 5


def find_disputes(figures: Sequence[FigureMention], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """A `conflict` for each two speakers of one article who contradict each other on one number.

    `texts` are the articles' texts by id.
    """
    ordered = sorted(figures, key=lambda f: (f.article, f.begin))
    found: dict[tuple[str, ...], list[_Pair]] = {}
    for article, of_article in groupby(ordered, key=lambda f: f.article):
        for one, other in _pairs(_without_conversions(of_article, texts[article])):
            if _disputed(one, other, texts[article]):
                said = (
                    amount_words(one),
                    amount_words(other),
                    speaker(one.attribution),
                    speaker(other.attribution),
                )
                found.setdefault((unit_head(one.unit), *said), []).append((one, other))
    return tuple(_dispute(pairs, texts) for pairs in found.values())


def _without_conversions(figures: Iterable[FigureMention], text: str) -> list[FigureMention]:
    """The figures without those in brackets behind another: `3 million euros ($3.4 million)`."""
    kept: list[FigureMention] = []
    for f in figures:
        if not kept or not _CONVERTED.fullmatch(text, kept[-1].end, f.begin):
            kept.append(f)
    return kept


def _pairs(figures: Sequence[FigureMention]) -> Iterator[_Pair]:
    """Each figure with the next, and with the one after that where it tells of a toll too.

    `Seven are dead and 14 missing, the mayor said. The dead are nine, according to the union.`
    """
    yield from pairwise(figures)
    yield from ((one, other) for one, other in zip(figures, figures[2:], strict=False) if other.of)


def _disputed(one: FigureMention, other: FigureMention, text: str) -> bool:
    if not one.value or not other.value or "ordinal" in (one.qualifier, other.qualifier):
        return False
    if not one.attribution or not other.attribution or one.attribution == other.attribution:
        return False
    if other.begin - one.end > _NEAR or not _ALONE.match(text, other.end):
        return False
    if not (_of_one_toll(one, other, text) if other.of else _goes_on(one, text[one.end : other.begin])):
        return False
    if other.unit and unit_head(one.unit) != unit_head(other.unit):
        return False
    bare = not other.unit or _BARE.fullmatch(other.surface)
    if not one.unit or not bare or not same_place(one.place, other.place):
        return False
    return not meet(one, other)


def _of_one_toll(one: FigureMention, other: FigureMention, text: str) -> bool:
    """Whether two numbers are of the same dead or hurt, and the second is not the first as it has grown."""
    if not one.kind == other.kind == "people" or one.as_of != other.as_of or _told_of(one) != _told_of(other):
        return False
    return not _GROWN.search(text, max(0, one.begin - _BACK), other.end)


def _goes_on(one: FigureMention, between: str) -> bool:
    """Whether what stands between a number and a bare one tells of nothing else that befell people."""
    return _told_of(one) >= topic(between) & outcomes()


def _told_of(figure: FigureMention) -> frozenset[str]:
    """What is said of those that a figure counts."""
    return topic(figure.of or figure.unit)


def _told_after(figure: FigureMention, text: str) -> str:
    """The words after a number that tell what it is of, as far as they can stand by themselves."""
    told = re.split(r"[,;.:\n]", text[figure.end : figure.end + _NEAR])[0].split()[:_WORDS]
    if told[:1] == ["of"]:
        return ""
    while told and told[-1].lower() in words("function_words"):
        told.pop()
    return " ".join(told)


def _amount(f: FigureMention, first: FigureMention) -> str:
    """A number in the unit that the first one gives both."""
    return amount_words(f if f.unit else replace(f, unit=first.unit))


def _dispute(pairs: Sequence[_Pair], texts: Mapping[str, str]) -> Finding:
    first = pairs[0][0]
    what = f"{subject(first.unit)} {first.of or _told_after(first, texts[first.article])}".strip()
    title = what[:1].upper() + what[1:]
    said = [
        (speaker(f.attribution), _amount(f, first), sorted({p[n].article for p in pairs}))
        for n, f in enumerate(pairs[0])
    ]
    return Finding(
        kind="conflict",
        subject=title,
        verdict="two sources contradict each other in one article",
        explanation=sentence("; ".join(f"{amount} according to {by}" for by, amount, _ in said)),
        evidence=tuple(cite(f, title, "value", _amount(f, first)) for pair in pairs for f in pair),
        data={"values": [{"value": amount, "articles": articles, "by": by} for by, amount, articles in said]},
    )
