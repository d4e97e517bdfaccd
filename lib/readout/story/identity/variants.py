"""Findings on people whose full name the articles write in several ways."""

from __future__ import annotations

from collections.abc import Iterable

from readout.extract import PersonMention
from readout.story.evidence import cite
from readout.story.identity.names import parse_name
from readout.story.plain import count, listed
from readout.story.records import Finding, Person


def find_variants(people: Iterable[Person]) -> list[Finding]:
    """A finding for each person with several full names: which articles use which, and why they are one person."""
    return [_finding(p, forms) for p in people if len(forms := _full_forms(p)) > 1]


def _full_forms(person: Person) -> dict[str, dict[str, PersonMention]]:
    """The full names, those of most articles first, each with its first mention by article."""
    forms: dict[str, dict[str, PersonMention]] = {}
    for mention in person.mentions:
        if parse_name(mention.person).given:
            forms.setdefault(mention.person, {}).setdefault(mention.article, mention)
    return dict(sorted(forms.items(), key=lambda form: (-len(form[1]), form[0])))


def _finding(person: Person, forms: dict[str, dict[str, PersonMention]]) -> Finding:
    used = [f"{name} in {count(len(mentions), 'article')}" for name, mentions in forms.items()]
    return Finding(
        kind="variant",
        subject=person.name,
        verdict=f"{count(len(forms), 'spelling')} of one name",
        explanation=f"{listed(used)}. {'; '.join(person.reasons)}.",
        evidence=tuple(
            cite(mention, person.id, "name", name)
            for name, found in forms.items()
            for mention in found.values()
        ),
        data={"names": list(forms)},
    )
