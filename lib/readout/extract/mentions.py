"""What extraction yields: mentions and statements, each with its exact place in one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readout.corpus import Article

DateType = Literal["DATE", "TIME", "SET"]
Mod = Literal["APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END"]
Basis = Literal["explicit", "relative", "inferred"]
Qualifier = Literal[
    "exact", "more_than", "at_least", "less_than", "at_most", "about", "almost", "vague", "ordinal"
]
Kind = Literal["people", "homes", "money", "percent", "measure", "things"]
Status = Literal["held", "planned", "proposed", "cancelled"]
Property = Literal["name", "role", "side", "leads", "attends", "quoted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of one article: `article_text[begin:end] == surface`, always."""

    article: str
    begin: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """A calendar date, a time or a set.

    `value` is a TIMEX3 value (`2026-02-05`, `2026-W05`, `2026-02-04TEV`, `start/end` for a range). Where the
    day that it is counted from is not known, `value` is the underspecified TIMEX3 form (`XXXX-WXX-4` for a
    Thursday) and `resolved` is False. `anchor` is the ISO date that a relative expression was counted from.
    """

    type: DateType
    value: str
    mod: Mod | None = None
    basis: Basis = "explicit"
    anchor: str | None = None
    resolved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationMention(Mention):
    """A length of time; `value` is ISO 8601 with X for an unknown number (`PT5H30M`, `P2D`, `PXM`).

    `high` is the upper end of a range (`24 to 48 hours`: value PT24H, high PT48H); `of` says what lasted.
    """

    value: str
    mod: Mod | None = None
    of: str | None = None
    high: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention(Mention):
    """A person named. `person` is the fullest form of that name in the article, without honorific or title.

    `ambiguous` marks a surname that fits two people of the article: `person` is then the surname alone.
    """

    person: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention(Mention):
    """A number of something. `surface` runs from the qualifier over the number to the unit's head noun.

    `value` is None for vague ones, which have `low` and (where the words bound it) `high`; a range has
    `value` None too, or its stated middle. `kind` is what kind of thing the unit is: `homes` are families,
    households and dwellings, a `measure` is a physical unit, and `things` are all else that is counted.
    `as_of` is a TIMEX3 value and `as_of_basis` says where it is from.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    kind: Kind = "things"
    qualifier: Qualifier = "exact"
    of: str | None = None
    attribution: str | None = None
    as_of: str | None = None
    as_of_basis: Literal["stated", "event", "published", "unknown"] = "unknown"
    place: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMention(Mention):
    """A meeting, round of talks, summit or visit that one sentence speaks of.

    `start` and `until` are TIMEX3 values (`end` is the span's); `people` are `PersonMention.person` keys of the
    same article; `sides` are country or organisation names; `round` is the ordinal that the article gives it;
    `durations` are ISO 8601 values said of it; `announced_by` and `tentative` belong to planned ones (`a rough
    estimate`); `dated_by` are the offsets of the dates that say when; `slipped_from` is the day that it was first set
    for, where the words say that it was moved.
    """

    title: str
    status: Status
    start: str | None = None
    until: str | None = None
    place: str | None = None
    sides: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    durations: tuple[str, ...] = ()
    round: int | None = None
    announced_by: str | None = None
    tentative: str | None = None
    dated_by: tuple[int, ...] = ()
    slipped_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One article's claim about one subject, with its source: never merged away.

    `subject` is a `PersonMention.person` key in extraction and a person's story id once people are merged.
    """

    subject: str
    property: Property
    value: str
    article: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything extracted from one article. Tuples are in text order."""

    article: Article
    dates: tuple[DateMention, ...] = ()
    durations: tuple[DurationMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    meetings: tuple[MeetingMention, ...] = ()
    statements: tuple[Statement, ...] = ()
