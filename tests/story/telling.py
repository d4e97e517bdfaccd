"""Small stories for tests, from texts."""

from __future__ import annotations

from datetime import date

from readout.corpus import Article
from readout.extract import Extraction, extract
from readout.story import Finding, Meeting, Story, build_story


def told(id: str, text: str, published: str | None = None) -> Extraction:
    """One article, read."""
    day = date.fromisoformat(published) if published else None
    basis = "stated" if day else "unknown"
    return extract(Article(id=id, path=f"{id}.txt", text=text, published=day, published_basis=basis))


def story(*articles: Extraction) -> Story:
    """The story that articles make."""
    return build_story(articles)


def finding(of: Story, kind: str) -> Finding:
    """The one finding of a kind."""
    (found,) = [f for f in of.findings if f.kind == kind]
    return found


def meeting(of: Story, words: str) -> Meeting:
    """The one meeting with these words in its title."""
    (found,) = [m for m in of.meetings if words in m.title]
    return found


def check_evidence(of: Story) -> None:
    """Every finding rests on spans of its articles."""
    texts = {a.id: a.text for a in of.articles}
    for f in of.findings:
        assert f.explanation.endswith((".", "!", "?"))
        for e in f.evidence:
            assert texts[e.article][e.begin : e.end].strip()
