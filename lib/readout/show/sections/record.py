"""The record: what people corrected, what changed since the last report, and what this one was made from."""

from __future__ import annotations

from importlib.metadata import version
from itertools import islice

from readout.show.display import Section
from readout.show.nodes import Column, Group, Inlines, Para, Soft, Table, Tag
from readout.show.view import View
from readout.show.words import capital

# What decides how a report comes out.
_PARTS = ("readout", "altair", "pandas", "nbconvert", "vl-convert-python", "typst")


def changes(view: View) -> Section:
    """What is new, changed or withdrawn since the last report."""
    if not view.story.changes:
        empty = _NOTHING_NEW if view.parameters.get("since_report") else _NO_EARLIER
        return Section("changes", (Para((empty,), "empty"),))
    tones = {"new": "good", "changed": "quiet", "withdrawn": "bad"}
    rows: tuple[tuple[Inlines, ...], ...] = tuple(
        (
            (Tag(tones[c.what], c.what),),  # type: ignore[arg-type]
            (f"{capital(c.kind)}: {c.subject}",),
            (c.before or "",),
            (c.after or "",),
        )
        for c in view.story.changes
    )
    columns = (
        Column("What", share=0.9),
        Column("Of what", share=2),
        Column("Before", share=2),
        Column("Now", share=2),
    )
    return Section("changes", (Table("Changes since the last report", columns, (Group(rows),)),))


_NO_EARLIER = "There is no earlier report to compare with."
_NOTHING_NEW = "Nothing has changed since the last report."


def corrections(view: View) -> Section:
    """What people corrected, with their reasons; corrections that found nothing to correct are named too."""
    if not view.story.corrections:
        return Section("corrections", (Para(("Nobody has corrected anything in this story.",), "empty"),))
    rows: tuple[tuple[Inlines, ...], ...] = tuple(
        (
            (f"{capital(c.kind.replace('_', ' '))}: {c.target}",),
            (c.original,),
            (c.corrected,) if c.applied else (c.corrected, " ", Tag("bad", "not applied")),
            (c.reason, Soft((f" ({c.by})",)) if c.by else ""),
        )
        for c in view.story.corrections
    )
    columns = (
        Column("Of what", share=2),
        Column("Was", share=1.5),
        Column("Is now", share=1.5),
        Column("Why", share=2),
    )
    return Section("corrections", (Table("Corrections", columns, (Group(rows),)),))


def manifest(view: View) -> Section:
    """Versions, parameters and hashes of the articles: enough to make the same report again."""
    parts: tuple[tuple[Inlines, ...], ...] = tuple(((name,), (version(name),)) for name in _PARTS)
    asked: tuple[tuple[Inlines, ...], ...] = tuple(
        ((name,), (_value(value),)) for name, value in view.parameters.items()
    )
    articles: tuple[tuple[Inlines, ...], ...] = tuple(
        ((f"{n}. {a.path}",), (" ".join(_runs(a.sha256)),)) for n, a in enumerate(view.refs.ordered, 1)
    )
    groups = (Group(asked, "Parameters"), Group(articles, "Articles, with SHA-256"), Group(parts, "Versions"))
    columns = (Column("What", share=1.2), Column("Value", share=2))
    return Section("manifest", (Table("Manifest", columns, groups),))


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "not set" if value is None else str(value)


def _runs(digest: str) -> list[str]:
    """A hash in runs of eight, which can be compared by eye and broken over lines."""
    letters = iter(digest)
    return list(iter(lambda: "".join(islice(letters, 8)), ""))
