"""Which mentions speak of one meeting: within an article, then across all of them.

Within an article mentions are read in order, because `the talks` goes back to what was named last. Between
articles the most exact descriptions come first, and each is compared with the meetings that share a day, a
number or people with it. Contradictions keep two descriptions apart however much else they share: a wrong
merge costs a reader more than a duplicate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from readout.extract.mentions import MeetingMention, Status
from readout.story.meetings.sightings import Days, Sighting

# What shared features must be worth together: two of different kinds are needed.
_ENOUGH = 2.0
# Within this many characters `the talks` are those just named.
_NEAR = 1200
# An article that speaks of more meetings than this comes back only to the latest of them.
_OPEN = 40
# A meeting longer than this many days is looked up by its year.
_LONG = 62


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
        if s.place and (not self.place or self.place == self.country):
            self.place, self.country = s.place, s.country or self.country
        self.sides |= s.sides
        self.people |= s.people
        self.members |= s.members
        self.parties = max(self.parties, s.parties)
        self.round = self.round or s.round
        self.separate = self.separate or s.separate
        self.lengths |= set(s.mention.durations)

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
            told=self.told,
            occasion=self.occasion,
        )


def _meet(a: Days, b: Days) -> Days:
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else a


def gap_days(a: Days, b: Days) -> int:
    """Days between two spans; 0 where they touch or overlap."""
    return max(0, (b[0] - a[1]).days, (a[0] - b[1]).days)


def moved(g: Group, s: Sighting) -> bool:
    """Whether one is the plan that the other says did not hold, or both tell of the same plan."""
    if g.former & s.former:
        return True
    planned = bool(s.days and s.status != "held" and s.days[0] in g.former)
    return planned or any(p[0] in s.former for p in g.plans)


def _dates_clash(g: Group, s: Sighting, *, local: bool) -> bool:
    when = g.when
    if not when or not s.days:
        return False
    gap = gap_days(when, s.days)
    exact = g.days is not None and s.precise
    if not exact:
        return gap > 1
    return gap > (1 if local and _goes_on(g, s) else 0)


def _goes_on(g: Group, s: Sighting) -> bool:
    """Whether a mention may be the next or the day before of the same meeting, in the same article."""
    if g.held and s.status == "held":
        return True
    bare = not (s.place or s.people or s.sides or s.round)
    return bare and bool(g.days and s.days and s.days[0] > g.days[1])


def parties_clash(g: Group, s: Sighting) -> bool:
    """A meeting of named people against one of more sides than theirs, or of other people."""
    if g.separate != s.separate:
        return len(g.people & s.people) < 2
    pair = len(s.people) >= 2 and s.parties < 3
    other = len(g.people) >= 2 and g.parties < 3
    if (pair and g.parties >= 3) or (other and s.parties >= 3):
        return True
    if (
        (pair or other)
        and min(len(g.sides), len(s.sides)) > 1
        and not (g.sides <= s.sides or s.sides <= g.sides)
    ):
        return True
    return pair and other and len(g.people & s.people) < min(2, len(g.people), len(s.people))


def places_clash(g: Group, s: Sighting) -> bool:
    """Whether one was somewhere else: two places, neither of which is the country of the other."""
    if not g.place or not s.place or g.place == s.place:
        return False
    if g.country and s.country:
        return g.country != s.country or (g.place != g.country and s.place != s.country)
    return True


def rounds_clash(g: Group, s: Sighting) -> bool:
    """Whether the articles give two meetings different numbers."""
    return bool(g.round and s.round and g.round != s.round)


def occasions_clash(g: Group, s: Sighting) -> bool:
    """Whether one is a vote, a walkout or the like, and the other another kind of thing."""
    return None not in (g.occasion, s.occasion) and g.occasion != s.occasion


def clashes(g: Group, s: Sighting, *, local: bool) -> bool:
    """Whether anything that `s` says rules out that it is the meeting `g`."""
    if rounds_clash(g, s) or occasions_clash(g, s):
        return True
    if moved(g, s):
        return parties_clash(g, s) or (places_clash(g, s) and not g.round)
    if local and g.days != s.days and _undated_clash(g, s):
        return True
    return _dates_clash(g, s, local=local) or places_clash(g, s) or parties_clash(g, s)


def _undated_clash(g: Group, s: Sighting) -> bool:
    """In one article, what was held is not what is planned, unless days or numbers say that it is."""
    if g.held == (s.status == "held") or (g.round and g.round == s.round):
        return False
    return not (g.when and s.days and not _dates_clash(g, s, local=True))


def likeness(g: Group, s: Sighting) -> float:
    """How much two descriptions share: days, place, number, sides, people, length."""
    score = 3.0 if g.round and g.round == s.round else 0.0
    if moved(g, s):
        score += 2.0
    elif g.when and s.days:
        exact, narrow = g.days is not None and s.precise, (s.days[1] - s.days[0]).days <= 31
        score += 2.0 if exact else 1.0 if narrow else 0.5
    if g.place and s.place:
        score += 1.5 if g.place == s.place else 1.0
    score += {0: 0.0, 1: 0.3, 2: 1.2}.get(len(g.sides & s.sides), 1.6)
    score += {0: 0.0, 1: 0.7}.get(len(g.people & s.people), 2.5)
    hours = {x for x in g.lengths & set(s.mention.durations) if x.startswith("PT") and "X" not in x}
    return score + (1.2 if hours else 0.5 if g.lengths & set(s.mention.durations) else 0.0)


def _refers_back(g: Group, s: Sighting) -> bool:
    """Whether a mention that names nothing new can mean the meeting `g`, named shortly before."""
    last = g.sightings[-1].mention
    same = g.held == (s.status == "held")
    far = s.mention.begin - last.end
    named = s.round and (g.round or (s.days and g.lengths))
    new = len(s.people) > 1 or named or (s.place and (g.place or far > _NEAR / 3))
    return same and far < _NEAR and not new


def within(article: Sequence[Sighting]) -> list[Group]:
    """The meetings of one article, from its mentions in text order."""
    groups: list[Group] = []
    for s in article:
        fits = [g for g in groups[-_OPEN:] if not clashes(g, s, local=True)]
        scored = [(likeness(g, s) + 1.5 * _refers_back(g, s), g.sightings[-1].mention.begin, g) for g in fits]
        best = max(scored, key=lambda x: x[:2], default=None)
        if best and best[0] >= 1.5:
            best[2].add(s)
        else:
            groups.append(Group())
            groups[-1].add(s)
    return groups


def _exactness(g: Group) -> tuple[float, ...]:
    described = (g.place is not None) + len(g.sides) / 10 + len(g.people) / 20
    return (-(g.days is not None), -(g.round is not None), -described)


def _every_day(days: Days) -> Iterable[date]:
    return (days[0] + timedelta(days=n) for n in range((days[1] - days[0]).days + 1))


def _keys(g: Group) -> set[object]:
    """What finds a meeting again: its days (or years), its number without a day, and pairs of its people."""
    keys: set[object] = {(a, b) for a in g.people for b in g.people if a < b} | g.former
    if not g.when:
        return keys | {("round", g.round, g.place)}
    short = (g.when[1] - g.when[0]).days <= _LONG
    keys |= {p[0] for p in g.plans}
    return keys | (set(_every_day(g.when)) if short else set(range(g.when[0].year, g.when[1].year + 1)))


def _lookups(g: Group) -> set[object]:
    """Keys under which a description may find its meeting: a day off for weeks, and days that it may mean."""
    days = g.when or g.assumed
    keys = _keys(g) | {("round", g.round, g.place)}
    if days and (days[1] - days[0]).days <= _LONG:
        day = timedelta(days=1)
        keys |= {*_every_day((days[0] - day, days[1] + day)), days[0].year}
    return keys


def _alike(a: Group, b: Group, whole: Sighting) -> float:
    """How much two groups share, 0 where they contradict each other; `whole` is all that `b` says."""
    if clashes(a, whole, local=False):
        return 0.0
    when = a.when or a.assumed
    supposed = bool(when and b.assumed and not b.when and gap_days(when, b.assumed) == 0)
    return likeness(a, whole) + 0.8 * supposed


def across(locals_: Iterable[Group]) -> list[Group]:
    """One list of meetings from those of all articles, whatever their order."""
    found: list[Group] = []
    index: dict[object, set[int]] = defaultdict(set)
    for g in sorted(locals_, key=lambda g: (_exactness(g), g.first.article, g.first.begin)):
        near = {at for key in _lookups(g) for at in index.get(key, ())}
        whole = g.whole()
        score, back = max(((_alike(found[at], g, whole), -at) for at in near), default=(0.0, 0))
        if score >= _ENOUGH:
            at = -back
            found[at].take(g)
        else:
            at = len(found)
            found.append(g)
        for key in _keys(found[at]):
            index[key].add(at)
    return found
