"""The facts file: a story as JSON, Parquet or CSV, and back. The format is a contract; see FACTS_VERSION."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from readout.corpus import Article
from readout.extract import DateMention, DurationMention, FigureMention, MeetingMention, PersonMention
from readout.story.records import Meeting, Person, Story
from readout.text import Sentences

FACTS_VERSION = "1"


def _span(
    m: DateMention | DurationMention | FigureMention | MeetingMention | PersonMention,
) -> dict[str, Any]:
    return {"article": m.article, "begin": m.begin, "end": m.end, "surface": m.surface}


def _article(a: Article) -> dict[str, Any]:
    return {
        "id": a.id,
        "path": a.path,
        "title": a.title,
        "publisher": a.publisher,
        "authors": list(a.authors),
        "published": a.published.isoformat() if a.published else None,
        "published_basis": a.published_basis,
        "published_evidence": a.published_evidence,
        "url": a.url,
        "language": a.language,
        "words": a.words,
        "sha256": a.sha256,
    }


def _person(p: Person) -> dict[str, Any]:
    return {
        "id": p.id,
        "name": p.name,
        "aliases": list(p.aliases),
        "side": p.side,
        "roles": list(p.roles),
        "mentions": [_span(m) for m in p.mentions],
    }


def _meeting(m: Meeting) -> dict[str, Any]:
    return {
        "id": m.id,
        "title": m.title,
        "status": m.status,
        "start": m.start,
        "end": m.end,
        "place": m.place,
        "sides": list(m.sides),
        "people": list(m.people),
        "durations": [s.value for s in m.sessions],
        "mentions": [_span(x) for x in m.mentions],
        "slipped_from": m.slipped_from,
    }


def story_to_facts(story: Story) -> dict[str, Any]:
    """The facts file's content, ready for JSON."""
    sentences = {a.id: Sentences(a.text) for a in story.articles}

    def cited(m: DateMention | DurationMention | FigureMention, **fields: Any) -> dict[str, Any]:
        return {**_span(m), "sentence": sentences[m.article].text_at(m.begin), **fields}

    return {
        "readout": FACTS_VERSION,
        "articles": [_article(a) for a in story.articles],
        "dates": [
            cited(
                d,
                type=d.type,
                value=d.value if d.resolved else None,
                mod=d.mod,
                basis=d.basis,
                anchor=d.anchor,
            )
            for d in story.dates
        ],
        "durations": [cited(d, value=d.value, mod=d.mod, of=d.of) for d in story.durations],
        "people": [_person(p) for p in story.people],
        "figures": [
            cited(
                f,
                value=f.value,
                low=f.low,
                high=f.high,
                unit=f.unit,
                qualifier=f.qualifier,
                of=f.of,
                attribution=f.attribution,
                as_of=f.as_of,
                place=f.place,
            )
            for f in story.figures
        ],
        "meetings": [_meeting(m) for m in story.meetings],
        "statements": [
            {
                "subject": s.subject,
                "property": s.property,
                "value": s.value,
                "article": s.article,
                "begin": s.begin,
                "end": s.end,
            }
            for s in story.statements
        ],
        "findings": [
            {
                "kind": f.kind,
                "subject": f.subject,
                "verdict": f.verdict,
                "explanation": f.explanation,
                "statements": [asdict(e) for e in f.evidence],
                "data": f.data,
            }
            for f in story.findings
        ],
    }


def write_facts(story: Story, path: Path) -> None:
    """Write the facts file of `story` to `path`, as JSON."""
    text = json.dumps(story_to_facts(story), ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")
