"""When articles without a date were published, inferred from what they share with dated ones.

Two kinds of evidence are added up as log scores for each day that they allow. Weekdays (`said on Monday`) tell the
day of the week: news names the day it is published, or one of the few before it. Events (`the talks ended on
Saturday`) that a dated article puts on a known day tell the week. A day is inferred only if shared events support
it, and if it is clearly ahead of every other day; otherwise the date stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from readout.corpus import Article
from readout.extract import Extraction, extract
from readout.story.records import Finding
from readout.story.undated.evidence import known_days
from readout.story.undated.scoring import Inferred, infer
from readout.story.undated.wording import finding_of, reasons

__all__ = ["infer_dates"]


def infer_dates(extractions: Sequence[Extraction]) -> tuple[list[Extraction], tuple[Finding, ...]]:
    """Extractions with the undated articles dated where that is safe (and read again), and a finding for each.

    Articles that state their date, or have it from a sidecar file, are never changed.
    """
    undated = [e for e in extractions if e.article.published is None]
    dated = [e for e in extractions if e.article.published_basis in ("stated", "sidecar")]
    known = known_days(dated) if undated else None
    if known is None:
        return list(extractions), ()
    inferred = {e.article.id: guess for e in undated if (guess := infer(e, known))}
    articles = {e.article.id: e.article for e in extractions}
    findings = [finding_of(articles[key], guess, articles) for key, guess in sorted(inferred.items())]
    return [_dated(e, inferred.get(e.article.id), articles) for e in extractions], tuple(findings)


def _dated(e: Extraction, guess: Inferred | None, articles: Mapping[str, Article]) -> Extraction:
    if guess is None:
        return e
    why = reasons(guess, articles)
    return extract(
        replace(e.article, published=guess.day, published_basis="inferred", published_evidence=why)
    )
