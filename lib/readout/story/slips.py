"""Planned against held: what came on another day than announced, and what has not come yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from readout.corpus import Article
from readout.extract import MeetingMention
from readout.lexicon import words
from readout.story.evidence import cite
from readout.story.meetings.group import gap_days
from readout.story.meetings.sightings import Days, located
from readout.story.plain import count, day, listed, sentence, when
from readout.story.records import Evidence, Finding, Meeting, Person
from readout.text.calendar import days_of

# What was to be this many days before the newest article is waited for no longer.
_FORGOTTEN = 100


def find_slips(
    meetings: Sequence[Meeting], people: Sequence[Person], articles: Sequence[Article]
) -> tuple[Finding, ...]:
    """A `slip` for each meeting not held on the announced day, and a `pending` for each announced and not held.

    What is pending is so as of the newest publication date; without any date nothing can be called pending.
    """
    names = {(m.article, m.person): p.name for p in people for m in p.mentions}
    as_of = max((a.published for a in articles if a.published), default=None)
    found = [_slip(m, *days, names) for m in meetings if (days := _held_and_set(m))]
    if as_of:
        told = {a.id: a.published for a in articles}
        found += [
            _pending(m, names, as_of)
            for m in meetings
            if _waits(m, meetings, told, as_of) and not _is_spoken_of_after(m, articles)
        ]
    return tuple(found)


def _held_and_set(meeting: Meeting) -> tuple[date, date] | None:
    """The day on which a meeting was held and the one that it was first set for, where both are told to the day."""
    held, first = days_of(meeting.start), days_of(meeting.slipped_from)
    if meeting.status != "held" or not held or not first:
        return None
    return (held[0], first[0]) if held[0] == held[1] and first[0] == first[1] else None


def _waits(plan: Meeting, meetings: Sequence[Meeting], told: Mapping[str, date | None], as_of: date) -> bool:
    """Whether readers still wait for a planned meeting: no later one was held that may be what came of it."""
    if plan.status not in ("planned", "proposed") or (plan.status == "proposed" and not plan.start):
        return False
    announced = max((day for m in plan.mentions if (day := told[m.article])), default=as_of)
    days = days_of(plan.start)
    if (as_of - max(announced, days[1] if days else announced)).days > _FORGOTTEN:
        return False
    since = days[0] if days else announced
    return not any(_may_be(plan, m, since, told) for m in meetings if m.status == "held")


def _may_be(plan: Meeting, held: Meeting, since: date, told: Mapping[str, date | None]) -> bool:
    """Whether a meeting held later (or of which only later articles tell) may be the one that was announced."""
    days = days_of(held.start)
    # An article without a date may be as late as any.
    last = max(told[m.article] or since for m in held.mentions if m.status == "held")
    if (days[1] if days else last) < since:
        return False
    if plan.round and held.round:
        return held.round >= plan.round
    if len(plan.people) > 1:
        return len({*plan.people} & {*held.people}) > 1
    if plan.sides and held.sides:
        shared = len({*plan.sides} & {*held.sides})
        return shared > 1 or (shared == 1 and plan.place == held.place)
    (place, country), (other, its) = located(plan.place), located(held.place)
    return None in (place, other, its) or place == other or (country == its and country in (place, other))


def _is_spoken_of_after(plan: Meeting, articles: Sequence[Article]) -> bool:
    """Whether an article of the planned day or later speaks of what no talks are: a strike, an exchange.

    It may well say that this came, in words that tell no meeting.
    """
    days, noun = days_of(plan.start), plan.title.partition(",")[0].split()[-1].lower()
    if not days or noun in words("meeting_nouns"):
        return False
    spoken = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
    announcing = {m.article for m in plan.mentions}
    later = (a for a in articles if a.published and a.published >= days[0] and a.id not in announcing)
    return any(spoken.search(a.text) for a in later)


def _announcements(
    meeting: Meeting, names: Mapping[tuple[str, str], str]
) -> Iterator[tuple[MeetingMention, dict[str, Any]]]:
    """One announcement an article and day, with who made it and how firmly."""
    seen: set[tuple[str, str | None]] = set()
    plans = [m for m in meeting.mentions if m.status in ("planned", "proposed")]
    for m in sorted(plans, key=lambda m: (m.announced_by is None, m.article, m.begin)):
        days = days_of(m.start or m.until)
        exact = bool(days and (days[1] - days[0]).days < 5)
        if not exact or not days or _as_held(meeting, days) or (m.article, m.start) in seen:
            continue
        seen.add((m.article, m.start))
        by = m.announced_by and names.get((m.article, m.announced_by), m.announced_by)
        said: dict[str, Any] = {"value": m.start or m.until, "by": by, "article": m.article}
        hedge = next((p.tentative for p in plans if p.article == m.article and p.tentative), None)
        yield m, {**said, "tentative": hedge} if hedge else said


def _recalled(meeting: Meeting) -> Iterator[tuple[MeetingMention, dict[str, Any]]]:
    """The days that it was first set for, as articles tell afterwards."""
    for m in meeting.mentions:
        if m.slipped_from:
            yield m, {"value": m.slipped_from, "by": None, "article": m.article}


def _as_held(meeting: Meeting, days: Days) -> bool:
    """Whether announced days are those on which the meeting was held."""
    held = days_of(f"{meeting.start}/{meeting.end}" if meeting.end else meeting.start)
    return bool(meeting.status == "held" and held and gap_days(held, days) == 0)


def _said_by(announced: Sequence[Mapping[str, Any]]) -> str:
    """`for 1 March 2026 by Ann Smith (“likely”) and by an official`: each day once, with all known to have named it."""
    days: dict[str, list[str]] = {}
    for a in announced:
        by = str(a["by"] or "")
        by = by[0].lower() + by[1:] if by.startswith(("A ", "An ", "The ", "One ", "Some ")) else by
        hedge = f" (“{a['tentative']}”)" if a.get("tentative") else ""
        days.setdefault(a["value"], []).append((f"by {by}" if by else "") + hedge)
    said = [
        f"for {when(value)} {listed(list(dict.fromkeys(filter(None, by))))}" for value, by in days.items()
    ]
    return listed([text.replace("  ", " ").strip() for text in said])


def _plans(
    meeting: Meeting, names: Mapping[tuple[str, str], str]
) -> tuple[str, list[tuple[MeetingMention, dict[str, Any]]]]:
    """How the plans read in words, and the plans: announced ones, then those that are only told afterwards."""
    announced = list(_announcements(meeting, names))
    days = {a["value"] for _, a in announced}
    recalled = {a["value"]: (m, a) for m, a in _recalled(meeting) if a["value"] not in days}
    parts = [f"first set for {listed([when(day) for day in sorted(recalled)])}"] if recalled else []
    again = "then announced" if parts else "announced"
    parts += [f"{again} {_said_by([a for _, a in announced])}"] if announced else []
    return ", ".join(parts), [*announced, *recalled.values()]


def _slip(meeting: Meeting, start: date, first: date, names: Mapping[tuple[str, str], str]) -> Finding:
    told, announced = _plans(meeting, names)
    held = (
        f"{meeting.start}/{meeting.end}"
        if meeting.end and meeting.end != meeting.start
        else str(meeting.start)
    )
    days = (start - first).days
    late = f"{count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"
    proof = [cite(m, meeting.id, "announced", str(a["value"])) for m, a in announced]
    proof += [
        cite(m, meeting.id, "held", str(m.start or m.until))
        for m in meeting.mentions
        if m.status == "held" and (m.start or m.until)
    ]
    return Finding(
        kind="slip",
        subject=meeting.title,
        verdict=late,
        explanation=sentence(f"{told}; held on {when(held)}, {late}"),
        evidence=tuple(proof),
        data={"meeting": meeting.id, "announced": [a for _, a in announced], "held": held, "days": days},
    )


def _pending(meeting: Meeting, names: Mapping[tuple[str, str], str], as_of: date) -> Finding:
    told, announced = _plans(meeting, names)
    proof: list[Evidence] = [
        cite(m, meeting.id, m.status, str(m.start or m.until or "no day named")) for m in meeting.mentions
    ]
    if meeting.status == "proposed":
        told = "Proposed" + told.removeprefix("announced")
    elif not told:
        planned = f"for {when(meeting.start)}" if meeting.start else "without a day"
        told = f"Spoken of as planned {planned}"
    return Finding(
        kind="pending",
        subject=meeting.title,
        verdict=f"not yet, as of {day(as_of)}",
        explanation=sentence(f"{told}; no article up to {day(as_of)} says that it was held"),
        evidence=tuple(proof),
        data={"meeting": meeting.id, "announced": [a for _, a in announced], "as_of": as_of.isoformat()},
    )
