"""When articles without a date were published, inferred from what they share with dated ones.

Two kinds of evidence are added up as log scores for each day that they allow. Weekdays (`said on Monday`) tell the
day of the week: news names the day it is published, or one of the few before it. Events (`the talks ended on
Saturday`) that a dated article puts on a known day tell the week. A day is inferred only if shared events
support it, if it is clearly ahead of every other day, and if the article's own weekdays bear it out against the next
day, on which much of such news comes out; otherwise the date stays unknown. Where an article's date line says a
day, but leaves open its year or which of two figures is its month, the dated articles settle it. Both ask that the
dated articles are of one time: over the years, alike things come back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from readout.corpus import Article
from readout.extract import Extraction, extract
from readout.story.records import Finding
from readout.story.undated.date_lines import day_said, settled
from readout.story.undated.evidence import Known, known_days
from readout.story.undated.scoring import infer
from readout.story.undated.wording import finding_of, line_finding, line_reasons, reasons

__all__ = ["infer_dates"]


@dataclass(frozen=True, slots=True)
class _Guess:
    """An inferred publication day, the evidence in words, and the finding that says so."""

    day: date
    why: str
    finding: Finding


def infer_dates(extractions: Sequence[Extraction]) -> tuple[list[Extraction], tuple[Finding, ...]]:
    """Extractions with the undated articles dated where that is safe (and read again), and a finding for each.

    Articles that state their date, or have it from a sidecar file, are never changed.
    """
    undated = [e for e in extractions if e.article.published is None]
    dated = [e for e in extractions if e.article.published_basis in ("stated", "sidecar")]
    known = known_days(dated) if undated else None
    articles = {e.article.id: e.article for e in extractions}
    guesses = {e.article.id: guess for e in undated if (guess := _guess(e, dated, known, articles))}
    return (
        [_dated(e, guesses.get(e.article.id)) for e in extractions],
        tuple(guess.finding for _, guess in sorted(guesses.items())),
    )


def _guess(
    e: Extraction, dated: Sequence[Extraction], known: Known | None, articles: Mapping[str, Article]
) -> _Guess | None:
    """By the day that the article's date line says, else by what it shares with dated ones."""
    if line := settled(e, dated):
        return _Guess(line.day, line_reasons(line), line_finding(e, line))
    guess, said = infer(e, known) if known else None, day_said(e)
    if not guess or (said and guess.day not in said.days([guess.day.year])):
        return None
    return _Guess(guess.day, reasons(guess, articles), finding_of(e.article, guess, articles))


def _dated(e: Extraction, guess: _Guess | None) -> Extraction:
    if guess is None:
        return e
    return extract(
        replace(e.article, published=guess.day, published_basis="inferred", published_evidence=guess.why)
    )
