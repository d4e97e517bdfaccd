"""What every section of a report is computed from: the story, its references, what may be quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from readout.corpus import Article
from readout.extract import FigureMention
from readout.show.cite import References
from readout.show.marks import Spans, marked
from readout.show.nodes import Inlines, Soft
from readout.show.words import days
from readout.story import Finding, Meeting, Story
from readout.story.amounts import thing
from readout.story.current import current

# What is further from the articles than this is background: such meetings are listed, but neither drawn nor summed up.
_BEFORE, _AFTER = timedelta(days=21), timedelta(days=120)

Quotes = Literal["sentence", "full", "none"]


@dataclass(frozen=True, slots=True)
class View:
    """A story as one report looks at it; `warnings` say which files could not be read as they are."""

    story: Story
    refs: References
    title: str | None = None
    quotes: Quotes = "sentence"
    parameters: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def period(self) -> tuple[date, date] | None:
        """From the first article's publication to the last one's."""
        published = sorted(a.published for a in self.story.articles if a.published)
        return (published[0], published[-1]) if published else None

    @property
    def year(self) -> int | None:
        """The year that need not be said with every date: the one in which the last article was published."""
        return self.period[1].year if self.period else None

    def meetings(self) -> list[Meeting]:
        """Meetings in order of their beginning; those without a date come last."""
        return sorted(self.story.meetings, key=_by_start)

    def near(self, meeting: Meeting) -> bool:
        """Whether a meeting belongs to the time that the articles report on."""
        span = meeting_days(meeting)
        if not span or (span[1] - span[0]).days > 31:
            return False
        return self.close(span[1])

    def close(self, day: date) -> bool:
        """Whether a day belongs to the time that the articles report on."""
        return not self.period or self.period[0] - _BEFORE <= day <= self.period[1] + _AFTER

    def ahead(self, meeting: Meeting) -> bool:
        """Whether a meeting lies, or may lie, after the last article."""
        span = meeting_days(meeting)
        return bool(span and self.period and self.period[1] <= span[1] <= self.period[1] + _AFTER)

    def quoted(self, article: Article, begin: int, end: int, spans: Spans) -> Inlines:
        """`article.text[begin:end]` with its spans marked, or that it may not be quoted."""
        if self.quotes == "none":
            return (Soft(("not quoted",)),)
        return marked(article.text, begin, end, spans)

    def findings(self, *kinds: str) -> list[Finding]:
        """Findings of the given kinds, in the story's order."""
        return [f for f in self.story.findings if f.kind in kinds]

    def best_figure(self, beside: Sequence[Finding] = ()) -> FigureMention | None:
        """The figure to open with, other than those of the series `beside`: one that most articles give.

        Of a series it is the last. Among equals those go first of which more is said, counts before measures, those
        with a speaker, the largest.
        """
        told = {(e.article, e.begin) for f in beside for e in f.evidence}
        same = {(f.unit, f.of) for f in self.story.figures if (f.article, f.begin) in told}
        texts = {a.id: a.text for a in self.story.articles}
        now = {(f.article, f.begin) for f in current(self.story.figures, texts)}
        places = {(f.article, f.begin): f for f in self.story.figures}
        support: dict[tuple[float | None, str], set[str]] = {}
        for f in self.story.figures:
            support.setdefault((f.value, f.unit), set()).add(f.article)
        best = {
            at: (
                len(support[f.value, f.unit]),
                bool(f.of),
                _is_count(f),
                bool(f.attribution),
                f.value,
            )
            for at, f in places.items()
            if f.qualifier != "ordinal" and f.value is not None and at in now and (f.unit, f.of) not in same
            if f.of or f.unit
        }
        for series in self.findings("series"):
            row = [(e.article, e.begin) for e in series.evidence if (e.article, e.begin) in best]
            articles = len({article for article, _ in row})
            for at in row[:-1]:
                del best[at]
            best |= {at: (articles, *best[at][1:]) for at in row[-1:]}
        return places[max(best, key=lambda at: best[at])] if best else None


def _is_count(figure: FigureMention) -> bool:
    """Whether things are counted, and not money, a share or a measure."""
    return thing(figure.unit, 2) == figure.unit != ""


def _by_start(meeting: Meeting) -> tuple[date, date, str]:
    span = meeting_days(meeting) or _some_time(meeting.start or "") or (date.max, date.max)
    return *span, meeting.id


def _some_time(start: str) -> tuple[date, date] | None:
    """Where to list what is dated to a season: among the other things of its year."""
    return days(start[:4]) if start[:4].isdigit() else None


def meeting_days(meeting: Meeting) -> tuple[date, date] | None:
    """First and last day of a meeting; None where no article dates it to a day, week, month or year."""
    first, last = days(meeting.start), days(meeting.end or meeting.start)
    if not first:
        return None
    return first[0], max(last[1] if last else first[1], first[0])
