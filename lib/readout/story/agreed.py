"""What the articles say together of each meeting: when and where it was, and how many took part for a side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from readout.extract import Extraction, MeetingMention, PersonMention
from readout.lexicon import words
from readout.story.compare import Claim, finding, judge
from readout.story.evidence import Pages, cite, shared_agency, values_by_article
from readout.story.meetings.sightings import Days, days_said
from readout.story.plain import count, length, listed, sentence, span, when
from readout.story.records import Finding, FindingKind, Meeting
from readout.text.calendar import days_of

_PLURAL = re.compile(r"([a-z]+s)\s\Z")


def agree_on_meetings(meetings: Sequence[Meeting], agency: Mapping[str, str]) -> tuple[Finding, ...]:
    """An `agreement` for each meeting of which two or more articles say when or how long it was."""
    return tuple(f for m in meetings if (f := _agreed(m, agency)))


def _agreed(meeting: Meeting, agency: Mapping[str, str]) -> Finding | None:
    whole = days_of(f"{meeting.start}/{meeting.end}" if meeting.end else meeting.start)
    announced = ("planned", "proposed") if meeting.slipped_from else ()
    telling = [m for m in meeting.mentions if m.status not in announced and _fits(m, whole)]
    said = values_by_article([(_told(m), m.article) for m in telling])
    articles = sorted({m.article for m in telling})
    if len(articles) < 2 or not whole or meeting.status == "cancelled":
        return None
    held = sorted({m.article for m in telling if m.status == "held"})
    ahead = [a for a in articles if a not in held]
    who = [f"{count(len(ahead), 'article')} announced it"] if ahead else []
    who += [f"{count(len(held), 'article')} reported it as held"] if held else []
    told = f"{count(len(articles), 'article')} fit together on this: {_in_short(meeting, whole)}"
    explanation = f"{sentence(told)} {sentence(listed(who))}" + shared_agency(articles, agency)
    return Finding(
        kind="agreement",
        subject=f"{meeting.title}: {span(*whole) if meeting.end else when(meeting.start)}",
        verdict="the articles agree",
        explanation=explanation,
        evidence=tuple(cite(m, meeting.id, "when", _told(m)) for m in telling),
        data={
            "meeting": meeting.id,
            "values": [{"value": v.value, "articles": list(v.articles)} for v in said],
        },
    )


def _in_short(meeting: Meeting, whole: Days) -> str:
    """Days, length and place of a meeting: `23 to 24 January 2026, two days, in Geneva`."""
    lasted = {s.value for s in meeting.sessions if not s.value.startswith("PT")}
    words = [span(*whole) if meeting.end else when(meeting.start)]
    words += [length(next(iter(lasted)))] if len(lasted) == 1 else []
    place = f"in {meeting.place}" if meeting.place else ""
    return f"{', '.join(words)}, {place}" if place and len(words) > 1 else f"{words[0]} {place}".strip()


def _fits(m: MeetingMention, whole: Days | None) -> bool:
    """Whether a mention says when or for how many days the meeting is, and not for other days than those held."""
    days = days_said(m)
    if days is None:
        return any(not d.startswith("PT") for d in m.durations)
    return whole is not None and not (days[1] < whole[0] or days[0] > whole[1])


def _told(m: MeetingMention) -> str:
    parts = (
        [when(f"{m.start}/{m.until}" if m.start and m.until else m.start or m.until)]
        if m.start or m.until
        else []
    )
    parts += [length(d) for d in m.durations if not d.startswith("PT")]
    return ", ".join(parts)


class Counted:
    """Articles that give the number of a side's people at a meeting against articles that name them."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self._of = {e.article.id: e for e in extractions}
        self._pages = Pages(e.article for e in extractions)

    def compare(self, meetings: Sequence[Meeting], agency: Mapping[str, str]) -> tuple[Finding, ...]:
        """Findings where one article counts (`three envoys`) and another names (`envoys A and B`)."""
        return tuple(f for m in meetings for f in self._of_meeting(m, agency))

    def _of_meeting(self, meeting: Meeting, agency: Mapping[str, str]) -> list[Finding]:
        counts: dict[str, list[Claim]] = {}
        names: dict[str, list[Claim]] = {}
        for m in meeting.mentions:
            e = self._of[m.article]
            begin, end = self._pages.sentence(m.article, m.begin)
            for f in e.figures:
                role = f.unit.split()[-1].lower() if f.unit else ""
                if (
                    begin <= f.begin < end
                    and f.value
                    and f.qualifier == "exact"
                    and role.rstrip("s") in words("roles")
                ):
                    counts.setdefault(role, []).append(Claim(f.value, f.value, f.surface, f))
            for role, people in _named(e, begin, end):
                named = listed([p.person for p in people])
                names.setdefault(role, []).append(Claim(0.0, float(len(people)), named, people[0]))
        shared = sorted(counts.keys() & names.keys())
        return [
            _counted(role, meeting, counts[role], names[role], agency)
            for role in shared
            if _apart(counts[role], names[role])
        ]


def _apart(counts: Sequence[Claim], names: Sequence[Claim]) -> bool:
    return len({c.mention.article for c in (*counts, *names)}) > 1


def _named(e: Extraction, begin: int, end: int) -> list[tuple[str, list[PersonMention]]]:
    """People named right after a plural role: `envoys A and B`."""
    inside = [p for p in e.people if begin <= p.begin < end]
    found = []
    for at, first in enumerate(inside):
        role = _PLURAL.search(e.article.text, max(begin, first.begin - 24), _bare(e, first))
        if not role or role.group(1).rstrip("s") not in words("roles"):
            continue
        row = [first]
        for p in inside[at + 1 :]:
            if not re.fullmatch(r",?\s(?:and\s)?|,\s", e.article.text[row[-1].end : p.begin]):
                break
            row.append(p)
        if len(row) > 1:
            found.append((role.group(1).lower(), row))
    return found


def _bare(e: Extraction, p: PersonMention) -> int:
    """Where a name begins, without a role that the mention includes."""
    role = re.match(r"[a-z]+s\s", p.surface)
    return p.begin + (role.end() if role else 0)


def _counted(
    role: str, meeting: Meeting, counts: Sequence[Claim], names: Sequence[Claim], agency: Mapping[str, str]
) -> Finding:
    """A number of people fits any list of names that is not longer."""
    most = max(c.high for c in names)
    claims = [*counts, *names]
    subject = f"Number of {role}: {meeting.title}"
    if most > min(c.low for c in counts):
        return finding("conflict", subject, claims, agency)
    kind: FindingKind = (
        "agreement" if all(c.low == most for c in counts) and judge(counts) != "conflict" else "compatible"
    )
    return finding(kind, subject, claims, agency)
