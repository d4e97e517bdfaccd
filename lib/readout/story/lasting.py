"""How long things lasted, article against article: a meeting's sittings, a war, a strike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from readout.extract import DurationMention, Extraction
from readout.lexicon import table
from readout.story.compare import Claim, finding, judge
from readout.story.meetings.sessions import Lengths
from readout.story.occasions import LULL
from readout.story.plain import length, limit, when
from readout.story.ranges import reach
from readout.story.records import Finding, Meeting
from readout.story.related import Related

# Days of a unit: lengths in years and in days are compared as lengths in days.
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
# What a limit allows where its words are not among those that limit figures.
_QUALIFIERS = {
    "APPROX": "about",
    "LESS_THAN": "less_than",
    "MORE_THAN": "more_than",
    "EQUAL_OR_LESS": "at_most",
    "EQUAL_OR_MORE": "at_least",
}
# Lengths of one noun that differ by more than this factor are of different things: two wars, not one.
_SAME_THING = 1.5


def days_in(value: str) -> float | None:
    """An ISO 8601 duration in days, None where it is vague."""
    total, in_time = 0.0, ""
    for number, unit in re.findall(r"([\d.X]*)([TYMWDHS])", value.removeprefix("P")):
        if unit == "T":
            in_time = "T"
        elif not re.fullmatch(r"\d+(?:\.\d+)?", number):
            return None
        else:
            total += float(number) * _DAYS[in_time + unit]
    return total or None


def compare_durations(
    extractions: Sequence[Extraction],
    meetings: Sequence[Meeting],
    related: Related,
    agency: Mapping[str, str],
) -> tuple[Finding, ...]:
    """Findings on lengths that two or more articles give for one meeting, or for one other thing that lasts.

    `related` tells the articles on one story, where one war is meant.
    """
    lengths = Lengths(extractions)
    found, taken = list[Finding](), set[tuple[str, int]]()
    for meeting in meetings:
        for part, claims in _of_meeting(meeting, lengths).items():
            taken |= {(c.mention.article, c.mention.begin) for c in claims}
            kind = judge(claims)
            # That a meeting took so many days is part of when it was: only doubt about it is news.
            if kind and (part != "Days" or kind != "agreement"):
                found.append(finding(kind, f"{part}: {meeting.title}", claims, agency))
    days = {e.article.id: e.article.published for e in extractions}
    things: dict[str, list[Claim]] = defaultdict(list)
    for e in extractions:
        for d in e.durations:
            thing = _things().get((d.of or "").lower())
            claim = _claim(d)
            if thing and claim and (d.article, d.begin) not in taken:
                things[thing].append(claim)
    for thing, claims in sorted(things.items()):
        for articles in related.split(c.mention.article for c in claims):
            own = [c for c in claims if c.mention.article in articles]
            for like in (like for of_time in _of_one_time(own, days) for like in _of_one_thing(of_time)):
                if kind := judge(like):
                    found.append(finding(kind, f"Length of the {thing}", like, agency))
    return tuple(found)


@cache
def _things() -> dict[str, str]:
    return {word: row[0] for row in table("same_things") for word in row[1].split(",")}


def _claim(d: DurationMention) -> Claim | None:
    days = days_in(d.value)
    if days is None:
        return None
    low, high = reach(days, _qualifier(d))
    return Claim(low, max(high, days_in(d.high or "") or 0.0), _words(d), d)


@cache
def _own_qualifiers() -> dict[str, str]:
    return {words: name for words, name, side in table("figures/qualifiers") if side == "before"}


def _qualifier(d: DurationMention) -> str:
    return _own_qualifiers().get(limit(d.mod, d.surface), _QUALIFIERS.get(d.mod or "", "exact"))


def _words(d: DurationMention) -> str:
    """The length as the article words it, in lower case."""
    return d.surface.lower() if d.mod or d.high else length(d.value)


def _of_meeting(meeting: Meeting, lengths: Lengths) -> dict[str, list[Claim]]:
    """Claims on the length of a meeting by what they are of: each day's sitting, or the whole."""
    said = [s for m in meeting.mentions for s in lengths.said(m)]
    days = {s.day for s in said if s.day and s.value.startswith("PT")}
    parts: dict[str, list[Claim]] = defaultdict(list)
    for s in said:
        claim = _claim(s.mention)
        if claim and not s.value.startswith("PT"):
            parts["Days"].append(claim)
        elif claim and len(days) < 2:
            parts["Length"].append(claim)
        elif claim and s.day:
            parts[f"Length on {when(s.day)}"].append(claim)
    return parts


def _of_one_time(claims: Sequence[Claim], days: Mapping[str, date | None]) -> list[list[Claim]]:
    """Claims of articles of about one time, by the `days` on which they were published; undated ones go with the first.

    What lasts grows longer, and months later it is another strike.
    """
    runs: list[list[Claim]] = []
    last = date.min
    for c in sorted(claims, key=lambda c: (days[c.mention.article] or date.min, c.mention.begin)):
        day = days[c.mention.article] or date.min
        if runs and (last == date.min or (day - last).days <= LULL):
            runs[-1].append(c)
        else:
            runs.append([c])
        last = day
    return runs


def _of_one_thing(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims whose lengths are near enough to be of one thing."""
    groups: list[list[Claim]] = []
    for c in sorted(claims, key=lambda c: (c.low or c.high, c.mention.article, c.mention.begin)):
        before = groups[-1][-1].low or groups[-1][-1].high if groups else 0.0
        if groups and (c.low or c.high) <= before * _SAME_THING:
            groups[-1].append(c)
        else:
            groups.append([c])
    return groups
