"""Which mentions speak of one meeting: within an article, then across all of them.

Within an article mentions are read in order, because `the talks` goes back to what was named last. Between
articles the most exact descriptions come first, and each is compared with the meetings that share a day, a
number or people with it. Contradictions keep two descriptions apart however much else they share: a wrong
merge costs a reader more than a duplicate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from readout.story.meetings.comparing import clashes, is_pair, likeness
from readout.story.meetings.group import Group, gap_days
from readout.story.meetings.sightings import Days, Sighting

# What shared features must be worth together: two of different kinds are needed.
_ENOUGH = 2.0
# Within this many characters `the talks` are those just named.
_NEAR = 1200
# An article that speaks of more meetings than this comes back only to the latest of them.
_OPEN = 40
# A meeting longer than this many days is looked up by its year.
_LONG = 62


def _other_plan(g: Group, s: Sighting) -> bool:
    """Whether a later plan is told as another: with a number of its own, or only one of both was called off.

    What was called off names more than a plan told before, or the other way round.
    """
    told = {x.status for x in g.sightings}
    if s.round and not g.round and s.status not in told:
        return True
    parted = (s.status == "cancelled") != ("cancelled" in told)
    return parted and bool(s.people - g.people or s.sides - g.sides)


def _refers_back(g: Group, s: Sighting) -> bool:
    """Whether a mention that names nothing new can mean the meeting `g`, named shortly before."""
    last = g.sightings[-1].mention
    same = g.held == (s.status == "held") and not _other_plan(g, s)
    far = s.mention.begin - last.end
    named = s.round and (g.round or (s.days and g.lengths))
    among = g.sides and g.sides <= s.sides and len(g.people) < 2
    who = bool(s.people) and ((not g.people and s.by_verb) or (is_pair(g) and not s.people <= g.people))
    new = (len(s.people) > 1 and not among) or named or who or (s.place and (g.place or far > _NEAR / 3))
    return same and far < _NEAR and not new


def _last(g: Group) -> int:
    return g.sightings[-1].mention.begin


def within(article: Sequence[Sighting]) -> list[Group]:
    """The meetings of one article, from its mentions in text order.

    Of those that a mention fits as well it means the last, before those of which only the month or so is told.
    """
    groups: list[Group] = []
    for s in article:
        fits = [g for g in groups[-_OPEN:] if not clashes(g, s, local=True)]
        scored = [
            (likeness(g, s) + 1.5 * _refers_back(g, s), not g.rough or g.days is not None, _last(g), g)
            for g in fits
        ]
        best = max(scored, key=lambda x: x[:3], default=None)
        if best and best[0] >= 1.5:
            best[3].add(s)
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
    """What finds a meeting again: its days (or years), its number, and pairs of its people."""
    keys: set[object] = {(a, b) for a in g.people for b in g.people if a < b} | g.former
    if g.round:
        keys.add(("round", g.round))
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
