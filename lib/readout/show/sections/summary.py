"""The summary: what happened, what slipped, how many, what is disputed, in sentences made from the facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from readout.show.display import Section
from readout.show.nodes import Inlines, Para, Strong, joined
from readout.show.sections.figures import figure_sentence, series_sentence
from readout.show.sections.when import meeting_dates, plain_title, without_place
from readout.show.view import View, meeting_days
from readout.show.words import body, capital, count, date_words, duration_words, listed, the
from readout.story import Change, Finding, Meeting


def summary(view: View, most: int) -> Section:
    """The summary with its notes, what changed first; one sentence says so where there is nothing to say.

    A summary that says everything is none: at most `most` sentences of a kind.
    """
    said = [*_held(view, most), *_slips(view, most), *_figures(view, most), *_planned(view, most)]
    text: Inlines = tuple(part for sentence in said for part in (*sentence, " "))
    blocks = []
    if view.story.changes:
        blocks.append(Para((Strong(("Since the last report. ",)), changes_words(view.story.changes)), "news"))
    blocks.append(Para(text, "lead") if said else Para((_nothing(view),), "empty"))
    blocks += [Para((Strong(("Disputed. ",)), *dispute), "note") for dispute in _disputes(view, most)]
    return Section("summary", tuple(blocks))


def _nothing(view: View) -> str:
    if not view.story.articles:
        return "There is no article to report on."
    return "The articles name no meeting with a date and no figure."


def _held(view: View, most: int) -> Iterator[Inlines]:
    """Meetings that took place, those in most articles; rounds of the same sides in one place share a sentence."""
    held = [m for m in view.meetings() if m.status == "held" and meeting_days(m) and view.near(m)]
    held.sort(key=lambda m: (len(m.sides) < 2, m.sides, m.place or ""))
    by_sides = groupby(held, key=lambda m: (m.sides, m.place) if len(m.sides) > 1 else m.id)
    rounds = [list(run) for _, run in by_sides]
    rounds.sort(key=lambda run: meeting_days(run[0]) or (date.max, date.max))
    rounds.sort(key=lambda run: -len({x.article for m in run for x in m.mentions}))
    for meetings in rounds[:most]:
        yield _met(view, meetings)


def _met(view: View, meetings: list[Meeting]) -> Inlines:
    first = meetings[0]
    place = f" in {first.place}" if first.place else ""
    who = (
        capital(listed([body(side) for side in first.sides]))
        if len(first.sides) < 5
        else capital(count(len(first.sides), "side"))
    )
    together = len(first.sides) > 1 and len(meetings) > 1
    said: list[Inlines] = []
    for at, meeting in enumerate(meetings):
        link = "" if not at else " and again" if at == len(meetings) - 1 else ","
        said.append((f"{link} {_on(view, meeting)}", *view.refs.cites(meeting.mentions)))
    opening = f"{who} met{place}" if together else f"{the(plain_title(first))} took place{place}"
    return (opening, *(part for parts in said for part in parts), ".")


def _on(view: View, meeting: Meeting) -> str:
    """`on 4–5 May`, but `in May` where no day is known."""
    words = meeting_dates(view, meeting)
    return f"{'on' if words[:1].isdigit() and not words.isdigit() else 'in'} {words}"


def _slips(view: View, most: int) -> Iterator[Inlines]:
    for slip in view.findings("slip")[:most]:
        announced = slip.data.get("announced", [])
        first = date_words(announced[0]["value"], view.year) if announced else "an earlier day"
        by = f" by {announced[0]['by']}" if announced and announced[0].get("by") else ""
        held = date_words(slip.data.get("held"), view.year)
        late = count(abs(slip.data.get("days") or 0), "day")
        when = "later" if (slip.data.get("days") or 0) >= 0 else "earlier"
        yield (
            f"{the(without_place(slip.subject))} had been announced for {first}{by} and came {late} {when}, on {held}.",
            *view.refs.cites(slip.evidence),
        )


def _figures(view: View, most: int) -> Iterator[Inlines]:
    series = _latest(view, "series")
    for finding in series[:most]:
        yield series_sentence(view, finding)
    if best := view.best_figure(beside=series):
        yield figure_sentence(view, best)


def _planned(view: View, most: int) -> Iterator[Inlines]:
    for meeting in [m for m in view.meetings() if m.status == "planned" and view.ahead(m)][:most]:
        place = f" in {meeting.place}" if meeting.place else ""
        when = date_words(meeting.start, view.year)
        yield (
            f"{the(plain_title(meeting))} is planned for {'the ' if when.startswith('week') else ''}{when}{place}.",
            *view.refs.cites(meeting.mentions),
        )


def _disputes(view: View, most: int) -> Iterator[Inlines]:
    for finding in _latest(view, "conflict")[:most]:
        yield (f"{capital(finding.subject)}: ", *claims(view, finding))


def _latest(view: View, kind: str) -> list[Finding]:
    """Findings of a kind in the story's order, of several on one subject the one that the last article gives."""
    last: dict[str, Finding] = {}
    for finding in view.findings(kind):
        last[finding.subject] = max(
            last.get(finding.subject, finding),
            finding,
            key=lambda f: max((view.refs.numbers[e.article] for e in f.evidence), default=0),
        )
    return list(last.values())


def claims(view: View, finding: Finding) -> Inlines:
    """Who says what, for a finding whose data hold values by article."""
    said: list[Inlines] = []
    for value in finding.data.get("values", []):
        where = [e for e in finding.evidence if e.article in value["articles"]]
        said.append((_said(value, _value(view, str(value["value"]))), *view.refs.cites(where)))
    if not said:
        return (finding.explanation, *view.refs.cites(finding.evidence))
    return (*joined(said, ", "), ".")


def _said(value: Mapping[str, Any], words: str) -> str:
    """`two articles say 40`; of one article's speakers, which of them: `40 according to the police`."""
    if by := value.get("by"):
        return f"{words} according to {by}"
    articles = len(value["articles"])
    return f"{count(articles, 'article')} {'says' if articles == 1 else 'say'} {words}"


def _value(view: View, value: str) -> str:
    """A finding's value in words, where it is a TIMEX3 one."""
    if value[:1] == "P" and value[1:2].isalnum() and value.isupper():
        return duration_words(value)
    return date_words(value, view.year) if value[:4].isdigit() and "-" in value else value


def changes_words(changes: tuple[Change, ...]) -> str:
    """How many of each kind are new, changed or withdrawn."""
    kinds = sorted(
        {(c.what, c.kind) for c in changes}, key=lambda k: ("new changed withdrawn".index(k[0]), k[1])
    )
    said = [
        f"{count(sum((c.what, c.kind) == kind for c in changes), f'{kind[0]} {kind[1]}')}" for kind in kinds
    ]
    return f"{capital(listed(said))}."
