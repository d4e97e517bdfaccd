"""A meeting as one article mentions it, brought to what can be compared: days, place, sides, people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import cast

from readout.extract import MeetingMention
from readout.extract.mentions import Status
from readout.lexicon import nations, table
from readout.text.calendar import days_of

Days = tuple[date, date]
# A span of more days than this says when only roughly.
_PRECISE = 5
# A weekend is when it was, not for how long.
_ROUGH = re.compile(r"-WE\Z")
_PRONOUN = re.compile(
    r"(?:it|they|that|the date|the start|the opening|the session|the gathering|the event)", re.I
)
_EXPERTS = re.compile(r"\b(?:technical|expert|working)\b", re.I)
_WIDE = re.compile(r"\b(?:conference|plenary)\b", re.I)
_THREE = re.compile(r"\b(?:trilateral|three-way|three-party|tripartite)\b", re.I)
_FOUR = re.compile(r"\b(?:quadrilateral|four-way|four-party)\b", re.I)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one mention tells of a meeting. `days` is None where the mention gives none that resolve.

    `people` met each other; `members` sat in a delegation, which tells nothing of whom else. `former` are the days
    that it was first set for and is not on; `told` is when the article was published. `occasion` is the kind of an
    occasion that is no meeting, empty for a meeting, None for a pronoun.
    """

    mention: MeetingMention
    days: Days | None
    precise: bool
    place: str | None
    country: str | None
    sides: frozenset[str]
    people: frozenset[str]
    parties: int
    separate: bool
    members: frozenset[str] = frozenset()
    former: frozenset[date] = frozenset()
    told: date | None = None
    occasion: str | None = ""

    @property
    def round(self) -> int | None:
        """The ordinal that the article gives the meeting."""
        return self.mention.round

    @property
    def wide(self) -> bool:
        """Whether it is a conference, to which many come."""
        return bool(_WIDE.search(self.mention.title))

    @property
    def by_verb(self) -> bool:
        """Whether no noun names it: parties `met`."""
        return self.mention.title.endswith("meeting") and "meeting" not in self.mention.surface.lower()

    @property
    def of_experts(self) -> bool:
        """Whether experts are said to meet, between the rounds of those who decide."""
        return bool(_EXPERTS.search(self.mention.title))

    @property
    def status(self) -> Status:
        """Held, planned, proposed or cancelled, as the mention has it."""
        return self.mention.status


@cache
def located(place: str | None) -> tuple[str | None, str | None]:
    """A place's name and country. Seats of government lie in the capital; a country has one name."""
    if not place:
        return None, None
    if country := nations.countries().get(place):
        return country, country
    if country := nations.institutions().get(place):
        return nations.capital_of(country) or place, country
    if country := nations.cities().get(place):
        return place, country
    if country := nations.capitals().get(place):
        return nations.capital_of(country), country
    return place, None


def firms(sides: Iterable[str]) -> frozenset[str]:
    """The sides that are no countries."""
    return frozenset(sides).difference(nations.countries())


# A sitting of what has just been told of.
_SITTING = re.compile(r"(?:\w+day['’]s|opening|closing|final|first) session", re.IGNORECASE)


@cache
def _occasions() -> dict[str, str]:
    return dict(cast(Iterable[tuple[str, str]], table("occasions")))


def _occasion(mention: MeetingMention) -> str | None:
    if mention.title == "meeting" and _PRONOUN.fullmatch(mention.surface):
        return None
    if _SITTING.fullmatch(mention.title):
        return None
    return _occasions().get(mention.title.lower().rsplit(" ", 1)[-1].removesuffix("s"), "")


def _length(mention: MeetingMention) -> int:
    days = [int(m.group(1)) for d in mention.durations if (m := re.fullmatch(r"P(\d+)D", d))]
    return max(days, default=1)


def days_said(mention: MeetingMention) -> Days | None:
    """First and last day that a mention gives; a length in days completes a single day."""
    start, until = days_of(mention.start), days_of(mention.until)
    more = timedelta(days=_length(mention) - 1)
    if start and until:
        return start[0], max(until[1], start[0])
    if until:
        return (until[0] - more, until[1]) if until[0] == until[1] else until
    if start and start[0] == start[1]:
        return start[0], start[1] + more
    return start


def sighting(
    mention: MeetingMention, ids: Mapping[str, str], sides: Mapping[str, str], told: date | None = None
) -> Sighting:
    """`mention` in comparable form; `ids` and `sides` give the story's id and the side of its people keys.

    `told` is when its article was published.
    """
    days, was = days_said(mention), days_of(mention.slipped_from)
    place, country = located(mention.place)
    theirs = {sides[p] for p in mention.people if p in sides}
    known = frozenset({*mention.sides, *theirs})
    parties = 3 if _THREE.search(mention.title) else 4 if _FOUR.search(mention.title) else len(mention.sides)
    people = frozenset(ids.get(p, p) for p in mention.people)
    delegation = mention.title == "delegation"
    return Sighting(
        mention=mention,
        days=days,
        precise=bool(
            days and (days[1] - days[0]).days <= _PRECISE and not _ROUGH.search(mention.start or "")
        ),
        place=place,
        country=country,
        sides=known,
        people=frozenset() if delegation else people,
        members=people if delegation else frozenset(),
        former=frozenset(was[:1]) if was and was != days and was[0] == was[1] else frozenset(),
        told=told,
        occasion=_occasion(mention),
        parties=parties,
        separate=mention.title.startswith("separate"),
    )
