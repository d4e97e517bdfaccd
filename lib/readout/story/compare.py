"""Values of one thing held against each other: agreement, conflict, or different words that fit together.

A value is a range: `more than 1,900` has no upper end, `almost four hours` ends at four, `hundreds of thousands` is
from two hundred thousand to a million. Ranges that meet are compatible, others conflict. Several articles that give
the very same value agree, and so do those whose words fit it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readout.extract import FigureMention
from readout.extract.mentions import Mention
from readout.story.alike import same_counts
from readout.story.amounts import amount_words, subject
from readout.story.counting import is_outcome, outcomes_of, topic
from readout.story.current import latest
from readout.story.evidence import cite, shared_agency, values_by_article
from readout.story.occasions import Occasions
from readout.story.plain import count, listed, sentence
from readout.story.ranges import range_of
from readout.story.records import Finding, FindingKind
from readout.story.related import Related
from readout.text.calendar import days_of

# Exact counts of more than this many days apart are of different times; round words (`millions`) keep longer.
_EXACT_DAYS, _VAGUE_DAYS = 1, 10
_VERDICTS: Mapping[FindingKind, str] = {
    "agreement": "the articles agree",
    "conflict": "the articles contradict each other",
    "compatible": "different words that fit together",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """One article's value for something: its range, the words for it, and the mention that says so."""

    low: float
    high: float
    words: str
    mention: Mention

    @property
    def exactly(self) -> tuple[float, float]:
        """The range, for telling whether two claims are the same."""
        return self.low, self.high


def judge(claims: Sequence[Claim]) -> FindingKind | None:
    """How claims of different articles stand to each other; None where fewer than two articles say anything."""
    if len({c.mention.article for c in claims}) < 2:
        return None
    if max(c.low for c in claims) > min(c.high for c in claims):
        return "conflict"
    by_value: dict[tuple[float, float], set[str]] = {}
    for c in claims:
        by_value.setdefault(c.exactly, set()).add(c.mention.article)
    return "agreement" if max(map(len, by_value.values())) > 1 else "compatible"


def finding(kind: FindingKind, subject: str, claims: Sequence[Claim], agency: Mapping[str, str]) -> Finding:
    """The finding that `claims` on `subject` make, worded from their values."""
    values = values_by_article([(c.words, c.mention.article) for c in claims])
    articles = sorted({c.mention.article for c in claims})
    told = [
        f"{count(len(v.articles), 'article')} {'says' if len(v.articles) == 1 else 'say'} {v.value}"
        for v in values
    ]
    lead = {
        "agreement": "The articles agree",
        "conflict": "The articles cannot all be right",
        "compatible": "The wordings differ but fit together",
    }[kind if kind in _VERDICTS else "compatible"]
    return Finding(
        kind=kind,
        subject=subject,
        verdict=_VERDICTS[kind],
        explanation=sentence(f"{lead}: {listed(told)}" if len(values) > 1 else told[0])
        + shared_agency(articles, agency),
        evidence=tuple(cite(c.mention, subject, "value", c.words) for c in claims),
        data={"values": [{"value": v.value, "articles": list(v.articles)} for v in values]},
    )


def compare_figures(
    figures: Sequence[FigureMention],
    texts: Mapping[str, str],
    occasions: Occasions,
    related: Related,
    agency: Mapping[str, str],
) -> tuple[Finding, ...]:
    """Findings on counts that two or more articles on one story give for the same thing and time."""
    found = []
    for group in same_counts(figures, texts, related, as_many=True):
        for same_time in _at_one_time(group):
            sets = [latest(same_time, texts)]
            if judge(_claims(sets[0])) == "conflict":
                sets = _of_one_day(sets[0], occasions)
            for told in sets:
                # Those that only one number had joined cannot contradict each other.
                apart = judge(_claims(told)) == "conflict"
                for one in same_counts(told, texts, related) if apart else [told]:
                    kind = judge(claims := _claims(one))
                    if kind and (kind != "conflict" or (_are_of_one(one) and not occasions.rising(one))):
                        found.append(finding(kind, _subject(one), claims, agency))
    return tuple(found)


def _are_of_one(figures: Sequence[FigureMention]) -> bool:
    """Whether counts that differ contradict each other: things have one name, and of a toll all say where or none."""
    things = {f.unit.lower() for f in figures if f.kind == "things"}
    tolls = [f for f in figures if "grow" in outcomes_of(f"{f.unit} {f.of or ''}")]
    return len(things) < 2 and len({bool(f.place) for f in tolls}) < 2


def _claims(figures: Iterable[FigureMention]) -> list[Claim]:
    return [_claim(f) for f in figures]


def _of_one_day(figures: Sequence[FigureMention], occasions: Occasions) -> list[list[FigureMention]]:
    """Figures of one event and day, with those that say the same on another day.

    What is told later supersedes what was told before, and another event's count has nothing to do with it.
    """
    found = []
    for told in occasions.split(figures):
        for day in sorted({d for d, _ in told}):
            said = {(f.value, f.low, f.high, f.qualifier) for d, f in told if d == day}
            found.append([f for _, f in told if (f.value, f.low, f.high, f.qualifier) in said])
    return [
        a for n, a in enumerate(found) if not any(_within(a, b, n < m) for m, b in enumerate(found) if m != n)
    ]


def _within(part: Sequence[FigureMention], whole: Sequence[FigureMention], first: bool) -> bool:
    """Whether one set of figures adds nothing to another; of two equal ones the first is kept."""
    return all(f in whole for f in part) and (len(part) < len(whole) or not first)


def _claim(f: FigureMention) -> Claim:
    return Claim(*range_of(f), amount_words(f), f)


def _at_one_time(group: Sequence[FigureMention]) -> list[list[FigureMention]]:
    """Figures of a group that are of about one day; those without a day go with the others if all are of one."""
    dated = [(days[0], f) for f in group if (days := days_of(f.as_of))]
    runs: list[list[FigureMention]] = []
    start = date.min
    for day, f in sorted(dated, key=lambda x: (x[0], x[1].article, x[1].begin)):
        if runs and (day - start).days <= (_VAGUE_DAYS if f.value is None else _EXACT_DAYS):
            runs[-1].append(f)
        else:
            runs.append([f])
            start = day
    undated = [f for f in group if not days_of(f.as_of)]
    return [runs[0] + undated] if len(runs) == 1 else [*runs, undated]


def _subject(figures: Sequence[FigureMention]) -> str:
    """What is counted, in the words that have most in common with the others, and where if all say the same."""
    unit = subject(max((f.unit for f in figures), key=len))
    said = {f.of: topic(f.of) for f in figures if f.of and not is_outcome(unit)}
    of = max(
        said,
        key=lambda o: (sum(len(said[o] & t) for other, t in said.items() if other != o), -len(o), o),
        default="",
    )
    places = {f.place for f in figures}
    place = places.pop() if len(places) == 1 else None
    words = f"{unit} {of}".strip() + (f", {place}" if place else "")
    return words[0].upper() + words[1:]
