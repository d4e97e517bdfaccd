"""How long: how much time did they spend at the table?"""

from __future__ import annotations

from dataclasses import dataclass

from readout.extract import DurationMention
from readout.show.charts.lengths import Length, lengths
from readout.show.display import Figure, Section
from readout.show.nodes import Block, Column, Group, Heading, Inlines, Para, Table
from readout.show.sections.when import meeting_words, plain_title
from readout.show.view import View
from readout.show.words import capital, date_words, hours, lasted, listed
from readout.story import Meeting, Session

_BELOW = {"APPROX", "LESS_THAN", "EQUAL_OR_LESS"}
_ABOVE = {"APPROX", "MORE_THAN", "EQUAL_OR_MORE"}


@dataclass(frozen=True, slots=True)
class _Sitting:
    """One sitting of a meeting with all that is said of its length."""

    meeting: Meeting
    day: str | None
    sessions: tuple[Session, ...]

    def words(self) -> str:
        return listed(list(dict.fromkeys(lasted(s.mention) for s in self.sessions)), "or")

    def title(self, view: View) -> str:
        day = self.day or self.meeting.start
        return capital(plain_title(self.meeting)) + (
            f", {date_words(day, view.year, short=True)}" if day else ""
        )


def durations(view: View) -> Section:
    """The sittings of meetings, those told in hours as a chart, then how long other things lasted."""
    sittings, other = _sittings(view), _other(view)
    if not sittings:
        none = Para(("The articles tell no length of a meeting with a date.",), "body" if other else "empty")
        return Section("durations", (none, *other))
    return Section("durations", (_lengths(view, sittings), *other))


def _lengths(view: View, sittings: list[_Sitting]) -> Figure | Table:
    drawn = [s for s in sittings if hours(s.sessions[0].value) is not None]
    table = _table(view, sittings, folded=bool(drawn))
    if not drawn:
        return table
    alt = "Lengths in hours: " + "; ".join(f"{s.title(view)}, {s.words()}" for s in drawn) + "."
    chart = lengths([_length(view, s) for s in drawn])
    return Figure("lengths", chart, alt, _caption(view, drawn, sittings), table)


def _other(view: View) -> tuple[Block, ...]:
    """What other things than meetings are said to have lasted, or to be going to, and how long."""
    of_meetings = {
        (m.article, v) for meeting in view.meetings() for m in meeting.mentions for v in m.durations
    }
    told: dict[tuple[str, str], list[DurationMention]] = {}
    for d in view.story.durations:
        if d.of and (d.article, d.value) not in of_meetings:
            told.setdefault((capital(d.of), lasted(d)), []).append(d)
    if not told:
        return ()
    rows = tuple(((of,), (length,), view.refs.cites(said)) for (of, length), said in sorted(told.items()))
    columns = (Column("What", share=2.4), Column("Length", share=1.8), Column("Source"))
    return Heading("Other lengths"), Table("Other lengths of time", columns, (Group(rows),))


def _sittings(view: View) -> list[_Sitting]:
    found: dict[tuple[str, str | None, float | str], list[Session]] = {}
    meetings = {m.id: m for m in view.meetings()}
    for meeting in meetings.values():
        for session in sorted(meeting.sessions, key=lambda s: s.day or "~"):
            length = hours(session.value)
            key = (meeting.id, session.day, session.value if length is None else length)
            found.setdefault(key, []).append(session)
    return [_Sitting(meetings[m], day, tuple(said)) for (m, day, _), said in found.items()]


def _length(view: View, sitting: _Sitting) -> Length:
    mods = {s.mod for s in sitting.sessions}
    return Length(
        f"{sitting.words()} · {sitting.title(view)}",
        hours(sitting.sessions[0].value) or 0,
        below=bool(mods & _BELOW),
        above=bool(mods & _ABOVE),
    )


def _caption(view: View, drawn: list[_Sitting], sittings: list[_Sitting]) -> Inlines:
    longest = max(drawn, key=lambda s: hours(s.sessions[0].value) or 0)
    said = f"The longest: {longest.title(view)}, {longest.words()}" if len(drawn) > 1 else ""
    refs = view.refs.cites(s.mention for s in longest.sessions) if said else ()
    doubt = "A thin line at a bar's end shows on which side words such as “about” or “more than” leave room. "
    doubtful = any(s.mod in _BELOW | _ABOVE for sitting in drawn for s in sitting.sessions)
    days = "Lengths told in days are in the table." if len(drawn) < len(sittings) else ""
    return (said, *refs, ". " if said else "", doubt if doubtful else "", days)


def _table(view: View, sittings: list[_Sitting], folded: bool) -> Table:
    rows = tuple(
        (
            (meeting_words(s.meeting),),
            (date_words(s.day, view.year) if s.day else date_words(s.meeting.start, view.year),),
            (s.words(),),
            view.refs.cites(x.mention for x in s.sessions),
        )
        for s in sittings
    )
    columns = (
        Column("Meeting", share=2.4),
        Column("Day", share=1.3),
        Column("Length", share=1.8),
        Column("Source"),
    )
    return Table("Lengths of the meetings", columns, (Group(rows),), folded)
