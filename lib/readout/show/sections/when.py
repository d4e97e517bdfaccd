"""When: what was planned, and what took place."""

from __future__ import annotations

from datetime import date

from readout.corpus import Article
from readout.show.charts.timeline import Bar, Dot, timeline
from readout.show.cite import publisher
from readout.show.display import Figure, Section
from readout.show.nodes import Column, Folded, Group, Inlines, Para, Soft, Table, Tag
from readout.show.sections.chronicle import day_by_day
from readout.show.view import View, meeting_days
from readout.show.words import capital, count, date_words, days, period_words, the
from readout.story import Meeting

# A timeline of more meetings than this cannot be taken in; the table has all of them.
_MOST = 24


def when(view: View, most: int | None) -> Section:
    """The meetings on a timeline, then day by day what is said; with `most`, the last so many meetings alone."""
    told = () if most else day_by_day(view)
    if not view.meetings():
        none = Para(("The articles speak of no meeting with a date.",), "empty" if not told else "body")
        return Section("when", (none, *told))
    return Section("when", (_meetings(view, most), *told))


def _meetings(view: View, most: int | None) -> Figure | Table:
    """The meetings drawn, with a table beside, or the table alone where there is nothing to draw."""
    near = [m for m in view.meetings() if view.near(m) and m.status != "cancelled"]
    drawn = near[-(most or _MOST) :]
    table = _table(view, folded=bool(drawn) and not most)
    if not drawn:
        return table
    beside = Folded("Meetings, as a table", (table,)) if most else table
    chart = timeline([_bar(view, m) for m in drawn], _dots(view))
    return Figure("timeline", chart, _alt(view, drawn), _caption(view, drawn, len(near)), beside)


def _dots(view: View) -> list[Dot]:
    return [
        Dot(f"{n}. {publisher(a)}, {date_words(a.published.isoformat())}", a.published, _stated(a))
        for n, a in enumerate(view.refs.ordered, 1)
        if a.published
    ]


def _stated(article: Article) -> bool:
    return article.published_basis in ("stated", "sidecar")


def _bar(view: View, meeting: Meeting) -> Bar:
    span = meeting_days(meeting)
    assert span, "only dated meetings are drawn"
    announced = days(meeting.slipped_from)
    slip = (span[0] - announced[0]).days if announced else 0
    return Bar(
        f"{meeting_dates(view, meeting, short=True)} · {meeting_words(meeting)}",
        *span,
        held=meeting.status == "held",
        announced=announced[0] if announced and slip > 0 else None,
        slip=f"+{slip} day{'s' if slip > 1 else ''}" if slip else "",
    )


def meeting_words(meeting: Meeting) -> str:
    """A meeting's title with its place, said once."""
    if not meeting.place or meeting.place.lower() in meeting.title.lower():
        return capital(meeting.title)
    return capital(f"{meeting.title}, {meeting.place}")


def without_place(subject: str) -> str:
    """A finding's subject up to the place that follows the title."""
    return subject.partition(", ")[0]


def plain_title(meeting: Meeting) -> str:
    """A meeting's title without the place at its end, for sentences that name the place themselves."""
    return meeting.title.removesuffix(f", {meeting.place}")


def _alt(view: View, meetings: list[Meeting]) -> str:
    parts = [f"{meeting_words(m)}, {m.status}, {meeting_dates(view, m)}" for m in meetings]
    return f"Timeline of {count(len(meetings), 'meeting')}: {'; '.join(parts)}."


def meeting_dates(view: View, meeting: Meeting, short: bool = False) -> str:
    """When a meeting is or was, no more exactly than the articles say."""
    if meeting.start and not meeting.end and "X" not in meeting.start:
        return date_words(meeting.start, view.year, short)
    span: tuple[date, date] | None = meeting_days(meeting)
    return period_words(*span, view.year, short) if span else "date not known"


def _caption(view: View, meetings: list[Meeting], near: int) -> Inlines:
    said: list[Inlines] = [
        (
            f"{the(without_place(f.subject))} came {count(abs(f.data['days']), 'day')} after the announced date",
            *view.refs.cites(f.evidence),
            ". ",
        )
        for f in view.findings("slip")
        if (f.data.get("days") or 0) > 0 and f.data.get("meeting") in {m.id for m in meetings}
    ]
    hollow = {m.status for m in meetings} - {"held"} or any(not _stated(a) for a in view.story.articles)
    fewer = f"The last {len(meetings)} of {near} meetings are drawn. " if len(meetings) < near else ""
    key = "Solid: held, or date stated. Hollow: planned, or date inferred." if hollow else ""
    return (*(part for one in said for part in one), fewer, key)


def _table(view: View, folded: bool) -> Table:
    rows = tuple(
        (
            (meeting_words(m),),
            (Tag("good" if m.status == "held" else "quiet", m.status),),
            _when(view, m),
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
    return Table("Meetings", columns, (Group(rows),), folded)


def _when(view: View, meeting: Meeting) -> Inlines:
    if not meeting.slipped_from:
        return (meeting_dates(view, meeting),)
    announced = date_words(meeting.slipped_from, view.year)
    return (meeting_dates(view, meeting), Soft((f", announced for {announced}",)))
