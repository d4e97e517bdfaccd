"""Whether two descriptions may be of one meeting: what they contradict each other in, and what they share."""

from __future__ import annotations

import re
from collections.abc import Set
from datetime import date
from operator import itemgetter

from readout.story.meetings.group import Group, gap_days
from readout.story.meetings.sightings import Days, Sighting, firms

# No meeting takes more days than this from its opening to its end.
_LONGEST = 14


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
    if _ends(g, s, local=local):
        return gap > _LONGEST
    return gap > (1 if local and _goes_on(g, s) else 0)


def _ends(g: Group, s: Sighting, *, local: bool) -> bool:
    """Whether one only says when it ended or is to end, and the other when it began.

    That is one meeting where an article tells so in this order, and where both give it the same number.
    """
    if not g.days or not s.days or s.status not in ("held", "planned"):
        return False
    numbered = bool(g.round and g.round == s.round)
    told = [(g.days, g.first), (s.days, s.mention)]
    (opened, early), (closed, late) = sorted(told, key=itemgetter(0)) if numbered else told
    ends = early.start and not early.until and late.until and not late.start
    ordered = numbered or (local and s.mention.begin > g.first.begin)
    return bool(ends and ordered and opened[0] == opened[1] < closed[1])


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
    if g.days != s.days and _with_others(g.sides, s.sides):
        return True
    if (s.wide and is_pair(g)) or (is_pair(s) and any(x.wide for x in g.sightings)):
        return g.days != s.days
    pair, other = is_pair(s), is_pair(g)
    if (pair and g.parties >= 3) or (other and s.parties >= 3):
        return True
    if (
        (pair or other)
        and min(len(g.sides), len(s.sides)) > 1
        and not (g.sides <= s.sides or s.sides <= g.sides)
    ):
        return True
    return pair and other and len(g.people & s.people) < min(2, len(g.people), len(s.people))


def is_pair(one: Group | Sighting) -> bool:
    """Whether one or two sides' named people met by themselves."""
    return len(one.people) >= 2 and one.parties < 3


def _with_others(sides: Set[str], others: Set[str]) -> bool:
    """Whether both name firms, unions or the like, and none in common: talks with one, and talks with another."""
    named = [firms(sides), firms(others)]
    return all(named) and named[0].isdisjoint(named[1])


def places_clash(g: Group, s: Sighting) -> bool:
    """Whether one was somewhere else: two places, neither of which is the country of the other or a house in it."""
    if not g.place or not s.place or g.place == s.place or _venue(g, s):
        return False
    if g.country and s.country:
        return g.country != s.country or (g.place != g.country and s.place != s.country)
    return bool(g.country or s.country) or _spelt(g.place) != _spelt(s.place)


def _venue(g: Group, s: Sighting) -> bool:
    """Whether one round is told with its city and with its house: of a house nobody knows where it stands."""
    one = bool(g.round and g.round == s.round) or len(g.sides & s.sides) > 1
    same_days = g.days and s.days and s.precise and gap_days(g.days, s.days) == 0
    return bool(one and same_days) and bool(g.country) != bool(s.country)


def _spelt(place: str) -> str:
    """A town's name without what its spellings differ in: the vowels (`Naroqa`, `Narqa`)."""
    return re.sub(r"[aeiouy\W]", "", place.lower())


def rounds_clash(g: Group, s: Sighting) -> bool:
    """Whether the articles give two meetings different numbers; experts' talks are none of the numbered rounds."""
    if g.round and s.round:
        return g.round != s.round
    return bool((g.round and s.of_experts) or (s.round and any(x.of_experts for x in g.sightings)))


def occasions_clash(g: Group, s: Sighting) -> bool:
    """Whether one is a vote, a walkout or the like, and the other another kind of thing."""
    return None not in (g.occasion, s.occasion) and g.occasion != s.occasion


def clashes(g: Group, s: Sighting, *, local: bool) -> bool:
    """Whether anything that `s` says rules out that it is the meeting `g`."""
    if rounds_clash(g, s) or occasions_clash(g, s):
        return True
    if moved(g, s):
        return parties_clash(g, s) or (places_clash(g, s) and not g.round)
    if local and (g.days != s.days or not g.days) and _undated_clash(g, s):
        return True
    if _out_of_time(g, s):
        return True
    return _dates_clash(g, s, local=local) or places_clash(g, s) or parties_clash(g, s)


def _out_of_time(g: Group, s: Sighting) -> bool:
    """Whether one is told as held before the day of the other, or as still to come after it."""
    if s.status == "held" and not s.days and s.told and g.days and g.first.start and g.days[0] > s.told:
        return True
    if _announced_since(g, s):
        return True
    if s.status != "held":
        held_by = None if g.when else g.held_by
        if s.days and s.mention.start and held_by and s.days[0] > held_by:
            return True
        return not s.days and _over(g.days, s.told, g.held)
    return not g.held and not g.when and _over(s.days, g.told, True)


def _announced_since(g: Group, s: Sighting) -> bool:
    """Whether one had been held when the other was still announced, and no number or day tells more."""
    if g.held == (s.status == "held") or (g.round and g.round == s.round):
        return False
    held_by, plan, told = (g.held_by, s.days, s.told) if g.held else (s.told, g.when, g.told)
    dated = g.days if g.held else s.days
    return bool(held_by and told and not dated and held_by <= told and (not plan or plan[1] > held_by))


def _over(days: Days | None, told: date | None, held: bool) -> bool:
    """Whether days were over when somebody told, with no day, of what is still to come."""
    return bool(days and told and (days[1] < told or (held and days[1] == told)))


def _undated_clash(g: Group, s: Sighting) -> bool:
    """In one article, what was held is not what is planned, unless days or numbers say that it is."""
    if g.held == (s.status == "held") or (g.round and g.round == s.round):
        return False
    return not (g.when and s.days and not _dates_clash(g, s, local=True))


def likeness(g: Group, s: Sighting) -> float:
    """How much two descriptions share: days, place, number, kind, sides, people, length."""
    score = 3.0 if g.round and g.round == s.round else 0.0
    if moved(g, s):
        score += 2.0
    elif g.when and s.days:
        exact, narrow = g.days is not None and s.precise, (s.days[1] - s.days[0]).days <= 31
        score += 2.0 if exact else 1.0 if narrow else 0.5
    if g.place and s.place:
        score += 1.5 if g.place == s.place else 1.0
    score += 1.2 if g.occasion and g.occasion == s.occasion else 0.0
    score += {0: 0.0, 1: 0.3, 2: 1.2}.get(len(g.sides & s.sides), 1.6)
    score += {0: 0.0, 1: 0.7}.get(len(g.people & s.people), 2.5)
    hours = {x for x in g.lengths & set(s.mention.durations) if x.startswith("PT") and "X" not in x}
    return score + (1.2 if hours else 0.5 if g.lengths & set(s.mention.durations) else 0.0)
