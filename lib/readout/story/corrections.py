"""Rulings applied to a story while it is built, each with the original beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any, TypeVar

from readout.corpus import Article
from readout.extract import DateMention, Extraction, extract
from readout.story.identity.groups import Group, make_group, untitled
from readout.story.identity.persons import best_name, ids_by_name, name_groups
from readout.story.records import Correction, Finding, Meeting, Person
from readout.story.rulings import MergePeople, RejectFact, Ruling, SetFact, SetPublished, SplitPerson

Record = TypeVar("Record")

_NOTHING = "matches nothing"


class Corrections:
    """The rulings on one story, applied step by step where each belongs, and what became of them."""

    def __init__(self, rulings: Iterable[Ruling]) -> None:
        self._rulings = tuple(rulings)
        self._outcome: dict[Ruling, tuple[str, str]] = {}
        self._failure: dict[Ruling, str] = {}

    def on_articles(self, extractions: Sequence[Extraction]) -> list[Extraction]:
        """Set publication dates, reading those articles again from there."""
        return [self._redated(e) for e in extractions]

    def on_mentions(self, extractions: Sequence[Extraction]) -> list[Extraction]:
        """Set and reject dates, durations and figures."""
        return [
            replace(
                e,
                dates=self._facts("dates", e.dates, _cited(e.article)),
                durations=self._facts("durations", e.durations, _cited(e.article)),
                figures=self._facts("figures", e.figures, _cited(e.article)),
            )
            for e in extractions
        ]

    def on_groups(self, groups: Sequence[Group], articles: Sequence[Article]) -> list[Group]:
        """Merge and split people."""
        corrected = list(groups)
        for ruling in self._rulings:
            if isinstance(ruling, MergePeople):
                corrected = self._merged(ruling, corrected)
            elif isinstance(ruling, SplitPerson):
                corrected = self._split(ruling, corrected, articles)
        return corrected

    def on_people(self, people: Sequence[Person]) -> tuple[Person, ...]:
        """Set and reject what is known of people."""
        return self._facts("people", people, lambda ruling, p: ruling.which in {p.id, p.name, *p.aliases})

    def without_rejected(
        self, extractions: Sequence[Extraction], people: Sequence[Person]
    ) -> list[Extraction]:
        """The extractions without mentions of anybody who is not among `people`."""
        if not any(isinstance(r, RejectFact) and r.table == "people" for r in self._outcome):
            return list(extractions)
        known = ids_by_name(people)
        return [
            _of_known(e, {name for article, name in known if article == e.article.id}) for e in extractions
        ]

    def on_meetings(self, meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
        """Set and reject what is known of meetings."""
        return self._facts("meetings", meetings, lambda ruling, m: ruling.which in {m.id, m.title})

    def on_findings(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Reject findings."""
        return self._facts("findings", findings, lambda ruling, f: ruling.which == f.subject)

    def records(self) -> tuple[Correction, ...]:
        """What became of each ruling, in their order."""
        return tuple(map(self._record, dict.fromkeys(self._rulings)))

    def _record(self, ruling: Ruling) -> Correction:
        applied = ruling in self._outcome
        original, corrected = self._outcome.get(ruling, (self._failure.get(ruling, _NOTHING), ""))
        return Correction(
            kind=ruling.kind,
            target=_target(ruling),
            original=original,
            corrected=corrected,
            reason=ruling.reason,
            by=ruling.by,
            applied=applied,
        )

    def _redated(self, extraction: Extraction) -> Extraction:
        for ruling in self._rulings:
            if isinstance(ruling, SetPublished) and _is_article(ruling.article, extraction.article):
                old = extraction.article
                was = old.published.isoformat() if old.published else "unknown"
                self._outcome[ruling] = (f"{was} ({old.published_basis})", ruling.published.isoformat())
                evidence = f"set by {ruling.by}: {ruling.reason} (was {was}, {old.published_basis})"
                extraction = extract(
                    replace(
                        old,
                        published=ruling.published,
                        published_basis="sidecar",
                        published_evidence=evidence,
                    )
                )
        return extraction

    def _facts(
        self, table: str, records: Sequence[Record], matches: Callable[[Any, Record], bool]
    ) -> tuple[Record, ...]:
        """`records` with the rulings on `table` applied to those that they match."""
        kept: Sequence[Record] = records
        for ruling in self._rulings:
            if isinstance(ruling, SetFact) and ruling.table == table:
                kept = [self._set(ruling, r) if matches(ruling, r) else r for r in kept]
            elif isinstance(ruling, RejectFact) and ruling.table == table:
                gone = [r for r in kept if matches(ruling, r)]
                kept = [r for r in kept if not matches(ruling, r)]
                if gone:
                    self._outcome[ruling] = ("; ".join(map(_in_words, gone)), "rejected")
        return tuple(kept)

    def _set(self, ruling: SetFact, record: Any) -> Any:
        value = ruling.checked()
        self._outcome.setdefault(ruling, (_shown(getattr(record, ruling.field)), _shown(value)))
        also: dict[str, object] = {}
        if isinstance(record, DateMention) and ruling.field == "value":
            also = {"resolved": True}
        elif isinstance(record, Person) and ruling.field == "name":
            forms = dict.fromkeys((record.name, *record.aliases))
            also = {"aliases": tuple(form for form in forms if form != value)}
        return replace(record, **{ruling.field: value}, **also)

    def _merged(self, ruling: MergePeople, groups: list[Group]) -> list[Group]:
        found = [self._one(ruling, name, groups) for name in ruling.people]
        parts = list(dict.fromkeys(g for g in found if g))
        if None in found or len(parts) < 2:
            self._failure.setdefault(ruling, "they are one person already")
            return groups
        names = " + ".join(ruling.people)
        self._outcome[ruling] = (names, ruling.name or ruling.people[0])
        why = [*(r for g in parts for r in g.reasons), f"{names}: merged by {ruling.by} ({ruling.reason})"]
        merged = make_group((n for g in parts for n in g.namings), why, called=ruling.name)
        return [g for g in groups if g not in parts] + [merged]

    def _split(self, ruling: SplitPerson, groups: list[Group], articles: Sequence[Article]) -> list[Group]:
        group = self._one(ruling, ruling.person, groups)
        if group is None:
            return groups
        there = {a.id for a in articles if any(_is_article(name, a) for name in ruling.articles)}
        other = [n for n in group.namings if n.article in there or n.text in ruling.names]
        rest = [n for n in group.namings if n not in other]
        if not other or not rest:
            self._failure[ruling] = "leaves nothing to tell apart"
            return groups
        why = [*group.reasons, f"split by {ruling.by} ({ruling.reason})"]
        pair = [make_group(rest, why), make_group(other, why)]
        self._outcome[ruling] = (ruling.person, " | ".join(", ".join(g.texts) for g in pair))
        return [g for g in groups if g is not group] + pair

    def _one(self, ruling: Ruling, name: str, groups: list[Group]) -> Group | None:
        """The group of this id, or of this best name, or else the only one that has this form."""
        if by_id := name_groups(groups).get(name):
            return by_id
        found = [g for g in groups if name == best_name(g)] or [g for g in groups if name in _forms(g)]
        if len(found) == 1:
            return found[0]
        self._failure.setdefault(ruling, f"{name}: {'fits several people' if found else _NOTHING}")
        return None


def _of_known(extraction: Extraction, known: set[str]) -> Extraction:
    meetings = (replace(m, people=tuple(p for p in m.people if p in known)) for m in extraction.meetings)
    people = tuple(m for m in extraction.people if m.person in known)
    return replace(extraction, people=people, meetings=tuple(meetings))


def _forms(group: Group) -> set[str]:
    """Every way that the group's articles write the name."""
    mentions = (m for n in group.namings for m in n.mentions)
    return {*group.texts} | {form for m in mentions for form in (m.surface, untitled(m.surface))}


def _is_article(name: str, article: Article) -> bool:
    return name in {article.id, article.path, PurePath(article.path).name}


def _cited(article: Article) -> Callable[[Any, Any], bool]:
    """Whether a ruling is about a mention of `article`; white space and case aside."""

    def matches(ruling: Any, mention: Any) -> bool:
        same = ruling.wording.casefold().split() == mention.surface.casefold().split()
        return same and _is_article(ruling.article, article)

    return matches


def _target(ruling: Ruling) -> str:
    if isinstance(ruling, SetPublished):
        return ruling.article
    if isinstance(ruling, MergePeople):
        return " + ".join(ruling.people)
    if isinstance(ruling, SplitPerson):
        return ruling.person
    place = " · ".join(filter(None, (ruling.which, ruling.article, ruling.wording)))
    return f"{place}: {ruling.field}" if isinstance(ruling, SetFact) else place


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "none" if value is None else f"{value:,.15g}" if isinstance(value, float) else str(value)


def _in_words(record: Any) -> str:
    return str(
        next(v for name in ("surface", "name", "title", "subject") if (v := getattr(record, name, None)))
    )
