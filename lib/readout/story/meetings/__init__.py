"""Meetings over all articles: one record each, with what the articles add up to."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from readout.extract import Extraction
from readout.extract.mentions import Status
from readout.story.meetings.group import Group, gap_days
from readout.story.meetings.groups import across, within
from readout.story.meetings.sessions import Lengths
from readout.story.meetings.sightings import Days, Sighting, firms, sighting
from readout.story.plain import listed
from readout.story.records import Meeting, Person

_ORDINALS = (
    "",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
)
# How long before or after it is reported an undated meeting most likely is, in days.
_RECENT, _SOON = 7, 14
# An announcement is of a meeting that is held at most this many days from the announced day.
_SLIP = 45
# A name within a title; a capital at the front is only that of a sentence.
_NAME = re.compile(r"\s[A-Z]|\A[A-Z]{2}")
_KINDS = ("summit", "conference", "plenary", "talks", "negotiations", "consultations", "discussions")


def join_meetings(extractions: Sequence[Extraction], people: Sequence[Person]) -> tuple[Meeting, ...]:
    """The meetings of all articles, by date; those without one come last."""
    ids = {(m.article, m.person): p.id for p in people for m in p.mentions}
    sides = {p.id: p.side for p in people if p.side}
    locals_ = [g for e in extractions for g in _of_article(e, ids, sides)]
    groups = across(locals_)
    _join_slipped(groups)
    names = {p.id: p.name for p in people}
    reader = Lengths(extractions)
    meetings = [_meeting(g, names, sides, reader) for g in groups if not _idle(g)]
    return tuple(sorted(meetings, key=lambda m: (m.start is None, m.start or "", m.id)))


def _of_article(e: Extraction, ids: Mapping[tuple[str, str], str], sides: Mapping[str, str]) -> list[Group]:
    own = {m.person: ids.get((e.article.id, m.person), m.person) for m in e.people}
    stated = {s.subject: s.value for s in e.statements if s.property == "side"}
    side_of = {key: sides.get(pid) or stated.get(key, "") for key, pid in own.items()}
    known = {key: side for key, side in side_of.items() if side}
    groups = within([sighting(m, own, known, e.article.published) for m in e.meetings])
    for g in groups:
        g.assumed = _assumed(g, e)
    return groups


def _assumed(g: Group, e: Extraction) -> Days | None:
    today = e.article.published
    if g.when or not today:
        return None
    if g.held:
        return today - timedelta(days=_RECENT), today
    return today, today + timedelta(days=_SOON)


def _idle(g: Group) -> bool:
    """Whether a group tells too little to be listed: no date, no number, and not who met where.

    A day alone does not tell which meeting it was, unless two articles speak of it.
    """
    if g.occasion and not g.former and _status(g) != "cancelled":
        return True
    if _nameless(g) and len({s.mention.article for s in g.sightings}) < 2:
        return True
    told = [g.when, g.round, g.place, len(g.people) > 1 or len(g.sides) > 1]
    return sum(map(bool, told)) < 2 and not g.days and not g.former


def _nameless(g: Group) -> bool:
    """Whether nothing but days tells a group from other meetings: no place, person, number, length or name.

    One country alone does not either: it may be that of those who report.
    """
    who = g.people or g.members or len(g.sides) > 1 or firms(g.sides)
    told = g.place or who or g.round or g.former or g.lengths or g.occasion
    return not told and not any(_NAME.search(s.mention.title) for s in g.sightings)


def _announced(g: Group) -> bool:
    return not g.held and any(s.status in ("planned", "proposed") for s in g.sightings)


def _join_slipped(groups: list[Group]) -> None:
    """Join announced meetings to the later ones that they became, which remember the days first set."""
    for g in [g for g in groups if g.when and _announced(g)]:
        came = [h for h in groups if h is not g and _became(g, h)]
        if came:
            held = min(came, key=lambda h: gap_days(_around(g), _around(h)))
            if held.days:
                held.former |= {
                    s.days[0] for s in g.sightings if s.days and s.precise and s.status == "planned"
                }
            held.take(g)
            groups.remove(g)


def _around(g: Group) -> Days:
    """When a meeting is or most likely is."""
    return g.when or g.assumed or (date.min, date.min)


def _became(plan: Group, held: Group) -> bool:
    """Whether an announced meeting was held on other days: the same number, or the same place and sides.

    A round may also be announced again, for another day, in a later article. One held on a day that no article
    gives is only that of a plan which gave none either.
    """
    if _around(held)[0] <= _around(plan)[0] or (plan.days and not held.days):
        return False
    numbered = bool(plan.round and plan.round == held.round)
    again = numbered and _announced(held) and plan.told and held.told and plan.told < held.told
    if not (held.held or again):
        return False
    if gap_days(_around(plan), _around(held)) > _SLIP or (
        plan.round and held.round and plan.round != held.round
    ):
        return False
    if plan.place and held.place and plan.place != held.place and plan.country != held.country:
        return False
    if plan.separate != held.separate or (len(plan.people) > 1 and len(plan.people & held.people) < 2):
        return False
    return numbered or (len(plan.sides & held.sides) >= 2 and (plan.place is not None or not plan.round))


def _slipped_from(g: Group) -> str | None:
    """The first of the days that it was set for and is not on; None where it was held on a day that nobody gives."""
    if g.held and not g.days:
        return None
    others = g.former - {g.days[0]} if g.days else g.former
    return min(others).isoformat() if others else None


def _status(g: Group) -> Status:
    if g.held:
        return "held"
    last = max(g.sightings, key=lambda s: (s.told or date.min, s.mention.article)).mention.article
    if any(s.status == "cancelled" for s in g.sightings if s.mention.article == last):
        return "cancelled"
    return Counter(s.status for s in g.sightings).most_common(1)[0][0]


def _rough(g: Group) -> str | None:
    """The narrowest value that any mention gives for when; of plans the one told last."""
    said = [s for s in g.sightings if s.days and s.days[0] not in g.former and s.status == _status(g)]
    if not said:
        return None

    def order(s: Sighting) -> tuple[timedelta, timedelta, str]:
        width = s.days[1] - s.days[0] if s.days else timedelta.max
        return width, date.max - (s.told or date.min), s.mention.article

    best = min(said, key=order)
    return re.sub(r"-(?:START|MID|END)\Z", "", best.mention.start or best.mention.until or "") or None


def _kind(g: Group) -> str:
    if g.occasion:
        return g.occasion
    said = " ".join(s.mention.title.lower() for s in g.sightings)
    return next((k for k in _KINDS if k in said), "meeting")


def _met(people: Sequence[str], names: Mapping[str, str], sides: Mapping[str, str]) -> str:
    """`A with B and C` where the sides are known, else `A, B and C`."""
    by_side: dict[str, list[str]] = {}
    for p in people:
        by_side.setdefault(sides.get(p, ""), []).append(names.get(p, p))
    rows = [listed(sorted(row)) for _, row in sorted(by_side.items())]
    known = "" not in by_side and len(rows) == 2
    return " with ".join(rows) if known else listed(sorted(names.get(p, p) for p in people))


def _title(g: Group, names: Mapping[str, str], sides: Mapping[str, str]) -> str:
    """A title from the facts: the number, or who met; then the place."""
    kind = _kind(g)
    people = sorted(g.people)
    if g.round:
        number = _ORDINALS[g.round] if g.round < len(_ORDINALS) else f"{g.round}th"
        what = f"{number} round of talks" if kind != "summit" else f"{number} summit"
    elif 1 < len(people) <= 4 and g.parties < 3:
        what = f"{'Separate ' if g.separate else ''}{kind} of {_met(people, names, sides)}"
    elif g.parties >= 3 or len(g.sides) > 1:
        known = firms(g.sides) != g.sides
        many = {3: "trilateral ", 4: "four-way "}.get(max(g.parties, len(g.sides)), "")
        what = f"{many}{kind}" + ("" if many else f" {'of' if known else 'with'} {listed(sorted(g.sides))}")
    elif named := firms(g.sides):
        what = f"{kind} with {listed(sorted(named))}"
    else:
        what = kind
    return what[0].upper() + what[1:] + (f", {g.place}" if g.place else "")


def _meeting(g: Group, names: Mapping[str, str], sides: Mapping[str, str], reader: Lengths) -> Meeting:
    mentions = tuple(sorted((s.mention for s in g.sightings), key=lambda m: (m.article, m.begin)))
    days = g.days
    start = days[0].isoformat() if days else _rough(g)
    if days and days[0] == days[1] and reader.past_midnight(mentions):
        days = days[0], days[1] + timedelta(days=1)
    seed = "|".join(f"{m.article}:{m.begin}" for m in mentions[:1])
    return Meeting(
        id="m" + hashlib.sha256(seed.encode()).hexdigest()[:8],
        title=_title(g, names, sides),
        status=_status(g),
        start=start,
        end=days[1].isoformat() if days else None,
        place=g.place,
        sides=tuple(sorted(g.sides)),
        people=tuple(sorted((g.people | g.members) & names.keys())),
        sessions=reader.sessions([m for m in mentions if m.status == "held" or not g.held]),
        round=g.round,
        mentions=mentions,
        slipped_from=_slipped_from(g),
    )
