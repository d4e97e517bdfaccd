"""Parts and totals: whether the figures that make up a whole add up to the whole that is stated."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, groupby, islice

from readout.corpus import Article
from readout.extract import FigureMention
from readout.story.amounts import amount_words
from readout.story.counting import counts as counts_of
from readout.story.counting import outcomes, topic, unit_head
from readout.story.current import is_earlier
from readout.story.records import Evidence, Finding
from readout.text import Sentences

# After a whole, what opens the list of its parts: `31 people: 18 in the north and 13 in the south`.
_OPENS = re.compile(r"[^.;]{0,60}(?::|—|–|\()[^.;:]{0,40}\Z")
# What marks a whole that stands after its parts, or anywhere among them.
_IN_ALL_BEFORE = re.compile(r"\b(?:total|sum|combined|overall|together|all)\b[^.;]{0,20}\Z", re.IGNORECASE)
_IN_ALL_AFTER = re.compile(
    r"[ ](?:\w+[ ])?(?:in (?:all|total)|altogether|overall|combined|together)\b", re.IGNORECASE
)
# What names some of a whole and leaves the rest out: such parts need not add up to it.
_SOME_OF = re.compile(
    r"\b(?:includ\w+|among (?:them|whom)|of (?:whom|which|them|those|the)|mostly|at least|other)\b",
    re.IGNORECASE,
)
# What says that a number is part of one told before: `1,900 of them`, `Of those who died`.
_OF_THE = re.compile(
    r" of (?:(?:them|whom|which|those)\b"
    r"|(?:the|those) (?:dead|killed|injured|wounded|missing|victims|detained|displaced)\b)"
)
_OF_THE_OPENS = re.compile(
    r"\W{0,3}Of (?:them|these|those|the)(?: (?:who|that)(?: (?:had|were|was|have))?)?(?: \w+)?,? (?:\w+ )?"
)
_BACK = 40
# More figures in one sentence are a table.
_MOST = 30
# How far from its parts, in characters, a whole may stand by itself; how many parts it has, and its least size:
# small numbers add up by chance.
_NEAR = 400
_PARTS = 6
_LEAST = 10
# `each side` in a story of two parties is two of them.
_SIDES = 2


def _unit(figure: FigureMention) -> str:
    """The head of the counted noun, in the singular as far as an -s goes."""
    return figure.unit.partition(" of ")[0].rpartition(" ")[2].lower().removesuffix("s")


def _evidence(figure: FigureMention, role: str) -> Evidence:
    return Evidence(
        subject=figure.unit,
        property=role,
        value=f"{figure.value:g}",
        article=figure.article,
        begin=figure.begin,
        end=figure.end,
    )


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _finding(
    parts: Sequence[FigureMention], values: Sequence[float], totals: Sequence[FigureMention]
) -> Finding:
    total, stated = sum(values), totals[0].value or 0.0
    adds_up = abs(total - stated) <= 1e-9 * max(1.0, abs(stated))
    spelt = " + ".join(f"{_number(v):,}" for v in values)
    says = f"which {'is' if adds_up else 'is not'} the total stated, {amount_words(totals[0])}"
    return Finding(
        kind="sum",
        subject=" ".join(filter(None, (totals[0].unit, totals[0].of))),
        verdict="compatible" if adds_up else "conflict",
        explanation=f"{spelt} = {_number(total):,} {totals[0].unit}, {says}.",
        evidence=(*(_evidence(p, "part") for p in parts), *(_evidence(t, "total") for t in totals)),
        data={"parts": [_number(v) for v in values], "total": _number(total), "stated": _number(stated)},
    )


def _is_total(text: str, figure: FigureMention, sentence: tuple[int, int]) -> bool:
    before = text[max(sentence[0], figure.begin - _BACK) : figure.begin]
    return bool(_IN_ALL_BEFORE.search(before) or _IN_ALL_AFTER.match(text, figure.end, sentence[1]))


def _partition(
    text: str, figures: Sequence[FigureMention], sentence: tuple[int, int]
) -> tuple[list[FigureMention], FigureMention] | None:
    """The parts and the whole of one sentence, where its wording says that the parts are all there are."""
    for at, whole in enumerate(figures):
        rest = [f for f in figures if f is not whole and _unit(f) == _unit(whole)]
        after = [f for f in rest if f.begin > whole.begin]
        if _is_total(text, whole, sentence):
            parts = rest
        elif after and at == 0 and _OPENS.fullmatch(text, whole.end, after[0].begin):
            parts = after
        else:
            continue
        span = text[min(whole.end, rest[0].begin) : max(whole.begin, rest[-1].end)] if rest else ""
        if len(parts) > 1 and not _SOME_OF.search(span):
            return parts, whole
    return None


def _stated_parts(article: Article, figures: Sequence[FigureMention]) -> list[Finding]:
    """What one article's sentences add up to, against what they say that it is in all."""
    sentences, found = Sentences(article.text), []
    counts = [f for f in figures if f.value is not None and f.qualifier == "exact" and f.unit and not f.per]
    for span, group in groupby(counts, key=lambda f: sentences.at(f.begin)):
        if partition := _partition(article.text, list(islice(group, _MOST)), span):
            parts, whole = partition
            found.append(_finding(parts, [p.value or 0.0 for p in parts], [whole]))
    return found


def _told_apart(article: Article, figures: Sequence[FigureMention]) -> list[Finding]:
    """Parts that one sentence names one after the other, where just their sum stands near by: `38 killed`, `22 in
    the valley and 16 in the port`. That numbers do not add up tells nothing here, so such a sum never conflicts.
    """
    text, sentences, found = article.text, Sentences(article.text), []
    periods = {c.figure.begin for c in counts_of(figures, {article.id: text}) if "period" in c.scope}
    counts = [f for f in figures if f.value and f.unit and not f.per]
    counts = [f for f in counts if f.begin in periods or not is_earlier(f, text)]
    for (begin, end), group in groupby(counts, key=lambda f: sentences.at(f.begin)):
        first = bisect_left(counts, begin - _NEAR, key=lambda f: f.begin)
        near = counts[first : bisect_left(counts, end + _NEAR, key=lambda f: f.begin)][: 2 * _MOST]
        for run in _runs(list(islice(group, _MOST))):
            total = sum(f.value or 0.0 for f in run)
            wholes = [f for f in near if f.value == total and f not in run and _may_be_whole(f, run)]
            wholes = [w for w in wholes if len({f.begin in periods for f in (w, *run)}) == 1]
            if wholes and total >= _LEAST:
                found.append(_finding(run, [f.value or 0.0 for f in run], wholes[:1]))
                break
    return found


def _of_one_whole(article: Article, figures: Sequence[FigureMention]) -> list[Finding]:
    """Parts that the words tell as parts, where just their sum was told before.

    `1,900 of them went home, leaving 3,300` has its whole in the sentence or the one before, `of those who died
    104 were men and 83 women` wherever a count of the same outcome stands.
    """
    text, sentences, found = article.text, Sentences(article.text), []
    counts = [f for f in figures if f.value and f.kind not in ("percent", "measure", "money") and not f.per]
    for (begin, end), group in groupby(counts, key=lambda f: sentences.at(f.begin)):
        told = list(islice(group, _MOST))
        for at, first in enumerate(told):
            named = _part_of(text, first, begin, end)
            if named is None:
                continue
            wholes = _wholes_before(counts, first, named, sentences.at(max(0, begin - 2))[0])
            if run := _adds_up_to(told[at : at + _PARTS], wholes):
                found.append(_finding(run[0], [f.value or 0.0 for f in run[0]], [run[1]]))
                break
    return found


def _part_of(text: str, f: FigureMention, begin: int, end: int) -> frozenset[str] | None:
    """The outcomes of the whole that a figure is said to be a part of, empty where only a pronoun names it."""
    opens = _OF_THE_OPENS.match(text, begin, f.begin)
    follows = _OF_THE.match(text, f.end, end) or (opens if opens and opens.end() > f.begin - 2 else None)
    if follows is None:
        return None
    return topic(follows[0]) & outcomes()


def _wholes_before(
    counts: Sequence[FigureMention], part: FigureMention, named: frozenset[str], since: int
) -> list[FigureMention]:
    """Figures before a part that may be its whole, the nearest first."""
    before = [f for f in counts if f.end <= part.begin and f.qualifier in ("exact", "at_least", "about")]
    if named:
        return [f for f in reversed(before) if topic(f"{f.unit} {f.of or ''}") & named]
    return [f for f in reversed(before) if f.begin >= since]


def _adds_up_to(
    told: Sequence[FigureMention], wholes: Sequence[FigureMention]
) -> tuple[Sequence[FigureMention], FigureMention] | None:
    """The first figures of a row whose sum is one of the wholes."""
    for size in range(len(told), 1, -1):
        total = sum(f.value or 0.0 for f in told[:size])
        if any(f.qualifier not in ("exact", "about") for f in told[:size]) or total < _LEAST:
            continue
        if whole := next((w for w in wholes if w.value == total), None):
            return told[:size], whole
    return None


def _runs(figures: Sequence[FigureMention]) -> Iterator[Sequence[FigureMention]]:
    """Neighbouring exact figures of one unit, the longest runs first."""
    for size in range(min(len(figures), _PARTS), 1, -1):
        for at in range(len(figures) - size + 1):
            run = figures[at : at + size]
            if all(f.qualifier == "exact" and unit_head(f.unit) == unit_head(run[0].unit) for f in run):
                yield run


def _may_be_whole(whole: FigureMention, parts: Sequence[FigureMention]) -> bool:
    """Whether a figure is of the unit of its parts, and what happened to them is not something else."""
    said = [topic(f.of) & outcomes() for f in (whole, *parts) if f.of]
    one_outcome = not any(a and b and not a & b for a, b in combinations(said, 2))
    of_unit = unit_head(whole.unit) == unit_head(parts[0].unit)
    return whole.qualifier in ("exact", "at_least") and of_unit and one_outcome


def _by_side(figures: Iterable[FigureMention]) -> list[Finding]:
    """What each side is said to have, twice, where some article states just that as the whole."""
    exact = [f for f in figures if f.value and f.qualifier == "exact"]
    shares: dict[tuple[str, float], list[FigureMention]] = {}
    for figure in exact:
        if figure.per in {"side", "each"}:
            shares.setdefault((_unit(figure), figure.value or 0.0), []).append(figure)
    found = []
    for (unit, value), parts in shares.items():
        totals = [f for f in exact if not f.per and _unit(f) == unit and f.value == _SIDES * value]
        if totals:
            found.append(_finding(parts, [value] * _SIDES, totals))
    return found


def find_sums(articles: Sequence[Article], figures: Sequence[FigureMention]) -> tuple[Finding, ...]:
    """Findings of kind `sum`: parts that make up a stated total (`compatible`) or do not (`conflict`).

    `figures` are those of `articles`. Parts and whole are taken from one sentence whose wording says that the
    parts are all there are; a share of each side (157 each) is also held against totals in other articles, but
    never called a conflict, since those may be of another exchange.
    """
    by_article: dict[str, list[FigureMention]] = {a.id: [] for a in articles}
    for figure in figures:
        by_article.setdefault(figure.article, []).append(figure)
    ordered = [(a, sorted(by_article[a.id], key=lambda f: f.begin)) for a in articles]
    found = [
        f for find in (_stated_parts, _told_apart, _of_one_whole) for a, own in ordered for f in find(a, own)
    ]
    return _once([*found, *_by_side(figures)])


def _once(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for one sum, with the evidence of every article that gives it."""
    merged: dict[tuple[object, ...], Finding] = {}
    for f in found:
        key = tuple(f.data["parts"]), f.data["total"], f.data["stated"]
        same = merged.get(key, f)
        merged[key] = replace(same, evidence=tuple(dict.fromkeys((*same.evidence, *f.evidence))))
    return tuple(merged.values())
