"""One meeting in the making: the mentions of it so far, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from readout.extract.mentions import MeetingMention, Status
from readout.story.meetings.sightings import Days, Sighting


@dataclass(slots=True)
class Group:
    """Sightings of one meeting, with what they add up to."""

    sightings: list[Sighting] = field(default_factory=list)
    came: Days | None = None
    plans: set[Days] = field(default_factory=set)
    former: set[date] = field(default_factory=set)
    rough: Days | None = None
    place: str | None = None
    country: str | None = None
    sides: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    parties: int = 0
    round: int | None = None
    separate: bool = False
    occasion: str | None = None
    lengths: set[str] = field(default_factory=set)
    assumed: Days | None = None
    # Whether a mention tells a day on which it was held, and it is not known which.
    undated: bool = False

    @property
    def first(self) -> MeetingMention:
        """The mention that the group began with."""
        return self.sightings[0].mention

    @property
    def held(self) -> bool:
        """Whether any mention says that it took place."""
        return any(s.status == "held" for s in self.sightings)

    @property
    def days(self) -> Days | None:
        """The days on which it was held, else for which it is planned: never those that it was moved from."""
        if self.undated and not self.came:
            return None
        plans = [p for p in self.plans if p[0] not in self.former]
        if self.came:
            plans = [p for p in plans if gap_days(p, self.came) == 0]
        spans = [*plans, self.came] if self.came else plans
        return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None

    @property
    def told(self) -> date | None:
        """When the last article that speaks of it was published."""
        return max((s.told for s in self.sightings if s.told), default=None)

    @property
    def held_by(self) -> date | None:
        """The earliest publication of an article that tells of it as held."""
        return min((s.told for s in self.sightings if s.told and s.status == "held"), default=None)

    @property
    def when(self) -> Days | None:
        """The days, exact if any mention gives them, else as narrow as the mentions allow."""
        return self.days or self.rough

    def add(self, s: Sighting) -> None:
        """Take in one more mention."""
        self.sightings.append(s)
        self.former |= s.former
        self.occasion = s.occasion if self.occasion is None else self.occasion
        if s.days and s.precise and s.status == "held":
            self.came = (min(self.came[0], s.days[0]), max(self.came[1], s.days[1])) if self.came else s.days
        elif s.days and s.precise:
            self.plans.add(s.days)
        elif s.days:
            self.rough = _meet(self.rough, s.days) if self.rough else s.days
        # A town tells more than its country, and more readers than a house.
        if s.place and (not self.place or self.place == self.country or (s.country and not self.country)):
            self.place, self.country = s.place, s.country or self.country
        self.sides |= s.sides
        self.people |= s.people
        self.members |= s.members
        self.parties = max(self.parties, s.parties)
        self.round = self.round or s.round
        self.separate = self.separate or s.separate
        self.lengths |= set(s.mention.durations)
        self.undated |= s.status == "held" and not s.days and _is_open(s.mention)

    def take(self, other: Group) -> None:
        """Take in all mentions of another group."""
        for s in other.sightings:
            self.add(s)

    def whole(self) -> Sighting:
        """The group as if one mention said all of it."""
        status: Status = "held" if self.held else self.sightings[0].status
        mention = replace(self.first, status=status, round=self.round, durations=tuple(sorted(self.lengths)))
        return Sighting(
            mention=mention,
            days=self.when,
            precise=self.days is not None,
            place=self.place,
            country=self.country,
            sides=frozenset(self.sides),
            people=frozenset(self.people),
            parties=self.parties,
            separate=self.separate,
            former=frozenset(self.former),
            told=self.held_by if self.held else self.told,
            occasion=self.occasion,
        )


def _meet(a: Days, b: Days) -> Days:
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else a


def _is_open(m: MeetingMention) -> bool:
    """Whether a mention has a day that it does not resolve."""
    return any(value and value.startswith("X") for value in (m.start, m.until))


def gap_days(a: Days, b: Days) -> int:
    """Days between two spans; 0 where they touch or overlap."""
    return max(0, (b[0] - a[1]).days, (a[0] - b[1]).days)
