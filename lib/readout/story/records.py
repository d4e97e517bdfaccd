"""What many articles say together: people, meetings and findings, each resting on statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from readout.corpus import Article
from readout.extract import (
    DateMention,
    DurationMention,
    FigureMention,
    MeetingMention,
    PersonMention,
    Statement,
)
from readout.extract.mentions import Status

FindingKind = Literal[
    "agreement", "conflict", "compatible", "series", "slip", "variant", "inferred_date", "sum", "pending"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A span of one article that a finding or a fact rests on, with what it says there."""

    subject: str
    property: str
    value: str
    article: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person over all articles. `name` is the best-supported full form, `aliases` every other form seen.

    `roles` and `side` are the best-supported ones; what each article says stands in the story's statements,
    whose subject is this `id`. `reasons` say why names were merged (names, rule, score).
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    side: str | None = None
    roles: tuple[str, ...] = ()
    leads: str | None = None
    mentions: tuple[PersonMention, ...] = ()
    reasons: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sitting of a meeting with its length, and the duration mention that says so."""

    day: str | None
    value: str
    mod: str | None
    mention: DurationMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting over all articles. `people` are person ids; `start` and `end` are TIMEX3 values.

    `slipped_from` is the announced start where it was held (or is now planned) on another date.
    """

    id: str
    title: str
    status: Status
    start: str | None = None
    end: str | None = None
    place: str | None = None
    sides: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sessions: tuple[Session, ...] = ()
    round: int | None = None
    mentions: tuple[MeetingMention, ...] = ()
    slipped_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What holding the articles against each other shows; `data` by kind as in the facts file's contract."""

    kind: FindingKind
    subject: str
    verdict: str
    explanation: str
    evidence: tuple[Evidence, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction that a person made, as applied: what it was, what it is now, who says so and why."""

    kind: str
    target: str
    original: str
    corrected: str
    reason: str
    by: str
    applied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference to an earlier facts file: `what` is new, changed or withdrawn."""

    what: Literal["new", "changed", "withdrawn"]
    kind: Literal["article", "meeting", "figure", "person", "finding"]
    subject: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All that the articles say, separately and together. The report is computed from this alone."""

    articles: tuple[Article, ...] = ()
    dates: tuple[DateMention, ...] = ()
    durations: tuple[DurationMention, ...] = ()
    people: tuple[Person, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    corrections: tuple[Correction, ...] = ()
    changes: tuple[Change, ...] = ()
