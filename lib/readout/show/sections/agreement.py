"""Agreement: where the articles agree, where they do not, and what is still open."""

from __future__ import annotations

from readout.show.display import Section
from readout.show.nodes import Break, Column, Group, Inlines, Para, Soft, Strong, Table, Tag, Tone
from readout.show.sections.summary import claims
from readout.show.view import View
from readout.show.words import capital
from readout.story import Finding

# What matters most comes first; spellings stand with the people, inferred dates with the sources.
_ORDER: dict[str, tuple[str, Tone]] = {
    "conflict": ("conflict", "bad"),
    "slip": ("slip", "bad"),
    "sum": ("sum", "quiet"),
    "compatible": ("compatible", "quiet"),
    "agreement": ("agree", "good"),
    "pending": ("pending", "quiet"),
}


def agreement(view: View) -> Section:
    """The findings, those that need care first."""
    order = list(_ORDER)
    found = sorted(view.findings(*order), key=lambda f: order.index(f.kind))
    if not found:
        empty = _NOTHING if len(view.story.articles) > 1 else "It takes two articles to compare them."
        return Section("agreement", (Para((empty,), "empty"),))
    columns = (Column("Verdict", share=1.7), Column("On what", share=4.6), Column("Source", share=1.1))
    rows = tuple(_row(view, f) for f in found)
    return Section("agreement", (Table("Findings", columns, (Group(rows),)),))


_NOTHING = "The articles were compared; no agreement and no conflict was found."


def _row(view: View, finding: Finding) -> tuple[Inlines, ...]:
    subject: Inlines = (Strong((capital(finding.subject),)), Break())
    if finding.kind == "conflict":
        first, *rest = claims(view, finding)
        said = (capital(first) if isinstance(first, str) else first, *rest)
        return (_verdict(finding),), (*subject, *said), view.refs.cites(finding.evidence)
    return (_verdict(finding),), (*subject, Soft((finding.explanation,))), view.refs.cites(finding.evidence)


def _verdict(finding: Finding) -> Tag:
    word, tone = _ORDER[finding.kind]
    if finding.kind == "slip" and finding.data.get("days"):
        late = abs(finding.data["days"])
        return Tag(tone, f"slip · {late} day{'s' if late > 1 else ''}")
    articles = len({e.article for e in finding.evidence})
    return Tag(tone, f"{word} · {articles} articles" if articles > 1 else word)
