"""How many: figures over time, and every figure with its date and its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from readout.extract import FigureMention
from readout.show.charts.series import Point, series
from readout.show.cite import publisher
from readout.show.display import Figure, Section
from readout.show.nodes import Block, Cite, Column, Group, Heading, Inlines, Name, Para, Soft, Table
from readout.show.view import View
from readout.show.words import capital, date_words, days, period_words
from readout.story import Finding
from readout.story.amounts import amount_words, qualified, thing
from readout.story.plain import speaker

# In which direction the true value may lie.
_BOUND = {"more_than": 1, "at_least": 1, "less_than": -1, "at_most": -1, "almost": -1}


def figures(view: View) -> Section:
    """The series as charts, then all figures as a table."""
    if not view.story.figures:
        return Section("figures", (Para(("The articles give no figure.",), "empty"),))
    parts: list[Block | Figure] = []
    for number, (finding, title) in enumerate(_titled(view), 1):
        parts += _series(view, finding, title, number)
    if parts:
        parts.append(Heading("All figures"))
    if any(not _has_own_day(f) for f in view.story.figures):
        parts.append(Para((_PUBLISHED,), "caption"))
    return Section("figures", (*parts, _table(view)))


def figure_sentence(view: View, figure: FigureMention) -> Inlines:
    """One figure as a sentence: how many of what, who says so, as of when."""
    said = f", according to {speaker(figure.attribution)}" if figure.attribution else ""
    when = f" ({date_words(figure.as_of, view.year)})" if figure.as_of else ""
    same = [f for f in view.story.figures if (f.value, f.unit) == (figure.value, figure.unit)]
    told = " ".join(filter(None, (amount_words(figure), of_what(figure))))
    return (f"{capital(told)}{said}{when}.", *view.refs.cites(same))


def series_sentence(view: View, finding: Finding) -> Inlines:
    """A series as a sentence: from its first value to its last."""
    points = finding.data.get("points", [])
    if len(points) < 2:
        return (finding.explanation, *view.refs.cites(finding.evidence))
    told = [
        (qualified(p["value"], p["qualifier"], p.get("unit", "")), _on(p["as_of"], view.year)) for p in points
    ]
    (first, begin), (last, end) = told[0], told[-1]
    refs = [_sources(view, finding, points[at], told[at][0]) for at in (0, -1)]
    return (f"{capital(finding.subject)}: {first} {begin}", *refs[0], f", {last} {end}", *refs[1], ".")


def _sources(view: View, finding: Finding, point: Mapping[str, Any], words: str) -> tuple[Cite, ...]:
    """Where the article of a point gives its value."""
    said = [e for e in finding.evidence if e.article == point["article"]]
    return view.refs.cites([e for e in said if e.value == words] or said)


def _on(as_of: str, year: int | None) -> str:
    """`on 4 February`, but `in August`."""
    span = days(as_of)
    return f"{'on' if span and span[0] == span[1] else 'in'} {date_words(as_of, year)}"


def of_what(figure: FigureMention) -> str:
    """The unit with what is said of it and where, nothing twice; `of people` where the number is `hundreds`."""
    number = amount_words(figure)
    of = "of" if number[-1:].isalpha() and figure.surface.lower().startswith(f"{number} of ") else ""
    parts = [of, thing(figure.unit, figure.value)]
    if figure.of and figure.of.lower() not in figure.unit.lower():
        parts.append(figure.of)
    words = " ".join(p for p in parts if p)
    place = figure.place if figure.place and figure.place.lower() not in words.lower() else None
    per = f" per {figure.per}" if figure.per else ""
    return (f"{words}{per}, {place}" if place else f"{words}{per}").strip()


def _titled(view: View) -> Iterator[tuple[Finding, str]]:
    """The series with their titles, those of one title in order of time and told apart by their days."""
    alike: dict[str, list[Finding]] = {}
    for finding in view.findings("series"):
        alike.setdefault(capital(finding.subject), []).append(finding)
    for title, found in alike.items():
        for finding in sorted(found, key=_span):
            yield (
                finding,
                title if len(found) == 1 else f"{title}, {period_words(*_span(finding), view.year)}",
            )


def _span(finding: Finding) -> tuple[date, date]:
    told = [span for p in finding.data.get("points", []) if (span := days(p["as_of"]))]
    return (told[0][0], told[-1][1]) if told else (date.max, date.max)


def _series(view: View, finding: Finding, title: str, number: int) -> list[Block | Figure]:
    points = [p for p in finding.data.get("points", []) if days(p["as_of"]) and p.get("value") is not None]
    if not points:
        return []
    told = [
        (p, qualified(p["value"], p["qualifier"], p.get("unit", "")), date_words(p["as_of"], view.year))
        for p in points
    ]
    spelt = "; ".join(f"{words} {_on(p['as_of'], view.year)}" for p, words, _ in told)
    alt = f"{title}, by date: {spelt}."
    articles = {a.id: a for a in view.refs.ordered}
    rows = tuple(
        ((day,), (words,), (publisher(articles[p["article"]]),), _sources(view, finding, p, words))
        for p, words, day in told
        if p["article"] in articles
    )
    columns = (Column("As of"), Column("Value", number=True), Column("Article", share=2), Column("Source"))
    table = Table(title, columns, (Group(rows),), folded=True)
    drawn = series([_point(p, words) for p, words, _ in told])
    return [Heading(title), Figure(f"series-{number}", drawn, alt, _caption(view, finding, points), table)]


def _point(point: dict[str, Any], words: str) -> Point:
    span = days(point["as_of"])
    assert span, "points without a day are left out before"
    return Point(span[0], float(point["value"]), words, _BOUND.get(point["qualifier"], 0))


def _caption(view: View, finding: Finding, points: list[dict[str, Any]]) -> Inlines:
    bounds = {_BOUND.get(p["qualifier"], 0) for p in points} - {0}
    arrows = " An arrow marks a bound: the true value lies on that side." if bounds else ""
    return (finding.explanation, *view.refs.cites(finding.evidence), arrows)


def _table(view: View) -> Table:
    """Every figure once, with all the sentences that give it; newest first, those without a date last."""
    same: dict[tuple[str, str, str | None, str | None], list[FigureMention]] = {}
    for figure in view.story.figures:
        if figure.qualifier != "ordinal":
            key = (amount_words(figure), of_what(figure), figure.as_of, figure.attribution)
            same.setdefault(key, []).append(figure)
    newest = sorted(same.items(), key=lambda item: (item[0][2] or "", item[0][1]), reverse=True)
    rows = tuple(
        (
            (words,),
            (of,) if of else (Soft(("not stated",)),),
            _as_of(view, found[0]),
            _speaker(said),
            view.refs.cites(found),
        )
        for (words, of, _, said), found in newest
    )
    columns = (
        Column("Figure", number=True, share=1.5),
        Column("Of what", share=2.4),
        Column("As of", share=2),
        Column("Who says so", share=1.5),
        Column("Source"),
    )
    return Table("Figures", columns, (Group(rows),))


def _speaker(name: str | None) -> Inlines:
    return (Name(speaker(name)),) if name else (Soft(("the article",)),)


def _as_of(view: View, figure: FigureMention) -> Inlines:
    if not figure.as_of:
        return (Soft(("not stated",)),)
    words = date_words(figure.as_of, view.year)
    return (words,) if _has_own_day(figure) else (words, Soft((" (published)",)))


def _has_own_day(figure: FigureMention) -> bool:
    """Whether the article says of which day a figure is; otherwise it is taken for that of publication."""
    return not figure.as_of or figure.as_of_basis in ("stated", "event")


_PUBLISHED = "“(published)”: the article gives no day for the figure, so the day is that of its publication."
