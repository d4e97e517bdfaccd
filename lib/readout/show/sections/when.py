"""When: what was planned, and what took place."""

from __future__ import annotations

from datetime import date, timedelta

from readout.show.charts.timeline import Bar, Dot, timeline
from readout.show.cite import publisher
from readout.show.display import Figure, Section
from readout.show.nodes import Column, Group, Inlines, Para, Table, Tag
from readout.show.view import View, meeting_days
from readout.show.words import capital, count, date_words, days, listed, period_words
from readout.story import Meeting

# Meetings further from the articles than this are listed but not drawn: they would squeeze the rest.
_BEFORE, _AFTER = timedelta(days=21), timedelta(days=90)


def when(view: View) -> Section:
    """The timeline."""
    dots = [
        Dot(
            f"{n}. {publisher(a)}, {date_words(a.published.isoformat())}",
            a.published,
            a.published_basis != "inferred",
        )
        for n, a in enumerate(view.refs.ordered, 1)
        if a.published
    ]
    meetings = view.meetings()
    if not meetings:
        return Section("when", (Para(("The articles speak of no meeting with a date.",), "empty"),))
    drawn = [m for m in meetings if _near(view, m)]
    if not drawn:
        return Section("when", (_table(view),))
    figure = Figure(
        "timeline",
        timeline([_bar(view, m) for m in drawn], dots),
        _alt(view, drawn),
        _caption(drawn),
        _table(view),
    )
    return Section("when", (figure,))


def _near(view: View, meeting: Meeting) -> bool:
    span = meeting_days(meeting)
    if not span or meeting.status == "cancelled" or (span[1] - span[0]).days > 31:
        return False
    return not view.period or view.period[0] - _BEFORE <= span[1] <= view.period[1] + _AFTER


def _bar(view: View, meeting: Meeting) -> Bar:
    span = meeting_days(meeting)
    assert span, "only dated meetings are drawn"
    announced = days(meeting.slipped_from)
    slip = (span[0] - announced[0]).days if announced else 0
    return Bar(
        f"{meeting_words(meeting)} · {period_words(*span, view.year, short=True)}",
        *span,
        held=meeting.status == "held",
        announced=announced[0] if announced and slip > 0 else None,
        slip=f"+{count(slip, 'day')}" if slip else "",
    )


def meeting_words(meeting: Meeting) -> str:
    """A meeting's title with its place, said once."""
    if not meeting.place or meeting.place.lower() in meeting.title.lower():
        return capital(meeting.title)
    return capital(f"{meeting.title}, {meeting.place}")


def _alt(view: View, meetings: list[Meeting]) -> str:
    parts = [f"{meeting_words(m)}, {m.status}, {_dates(view, m)}" for m in meetings]
    return f"Timeline of {count(len(meetings), 'meeting')}: {'; '.join(parts)}."


def _dates(view: View, meeting: Meeting) -> str:
    span: tuple[date, date] | None = meeting_days(meeting)
    return period_words(*span, view.year) if span else "date not known"


def _caption(meetings: list[Meeting]) -> Inlines:
    slipped = [m for m in meetings if m.slipped_from]
    said = f"{listed([meeting_words(m) for m in slipped])} came later than announced. " if slipped else ""
    return (f"{said}Solid: held, or date stated. Hollow: planned, or date inferred.",)


def _table(view: View) -> Table:
    rows = tuple(
        (
            (meeting_words(m),),
            (Tag("good" if m.status == "held" else "quiet", m.status),),
            (_dates(view, m),),
            view.refs.cites(m.mentions),
        )
        for m in view.meetings()
    )
    columns = (
        Column("Meeting", share=3),
        Column("Status"),
        Column("Date", share=1.6),
        Column("Source", share=1.2),
    )
    return Table("Meetings", columns, (Group(rows),), folded=True)
