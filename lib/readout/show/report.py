"""What a notebook holds in its hand: a report, one method a section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from readout.corpus.read import read_articles
from readout.extract import extract
from readout.show.charts.base import use_theme
from readout.show.check import check
from readout.show.cite import References
from readout.show.display import Section
from readout.show.sections.agreement import agreement
from readout.show.sections.durations import durations
from readout.show.sections.figures import figures
from readout.show.sections.head import head
from readout.show.sections.participants import participants
from readout.show.sections.record import changes, corrections, manifest
from readout.show.sections.sources import sources
from readout.show.sections.summary import summary
from readout.show.sections.when import when
from readout.show.view import Quotes, View
from readout.story import Story, build_story
from readout.story.facts import load_facts, write_facts
from readout.story.rulings import load_corrections


class Report:
    """A story, shown section by section.

    Each section is a function of the view alone. What a report remembers is which sections it was asked for,
    so that `sources` can list what they cite and link back; asking for one twice changes nothing.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self._shown: dict[str, Section] = {}

    def _show(self, section: Callable[[View], Section]) -> Section:
        made = section(self.view)
        self._shown[made.name] = made
        return made

    def head(self) -> Section:
        """Title, basis and the four answers at a glance."""
        return self._show(head)

    def summary(self, most: int = 4) -> Section:
        """What happened, in at most so many sentences of a kind."""
        return self._show(partial(summary, most=most))

    def when(self, most: int | None = None) -> Section:
        """What was planned, and what took place? With `most`, the last so many meetings, in a drawing alone."""
        return self._show(partial(when, most=most))

    def durations(self) -> Section:
        """How much time did they spend at the table?"""
        return self._show(durations)

    def participants(self) -> Section:
        """Who took part, for whom, and which articles name them?"""
        return self._show(participants)

    def figures(self) -> Section:
        """How many, as of when, and who says so?"""
        return self._show(figures)

    def agreement(self) -> Section:
        """Where do the articles agree, and where not?"""
        return self._show(agreement)

    def changes(self) -> Section:
        """What is new, changed or withdrawn since the last report?"""
        return changes(self.view)

    def corrections(self) -> Section:
        """What did people correct, and why?"""
        return corrections(self.view)

    def manifest(self) -> Section:
        """What was this report made from?"""
        return manifest(self.view)

    def check(self) -> Section:
        """Does every reference lead to a sentence, and does every fact stand where it says?"""
        return check(self.view, self._shown.values())

    def sources(self, most: int | None = None) -> Section:
        """What does each statement rest on? With `most`, so many articles by name and the sentences folded."""
        return sources(self.view, self._shown.values(), most)


def open_report(
    articles: str | Path | Sequence[str | Path],
    *,
    title: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    quotes: Quotes = "sentence",
    corrections: str | Path | None = None,
    since_report: str | Path | None = None,
    facts: str | Path | None = None,
) -> Report:
    """Read the articles and hold them against each other.

    `articles` are files, folders or globs. `since` and `until` (ISO dates) leave out what was published
    before or after. `quotes` says how much of an article may be shown: the cited sentence, the full text,
    or none. `corrections` is a file of what people ruled, `since_report` the facts file of an earlier report,
    to tell what changed since. `facts` is a file to write this report's facts to, for a later `since_report`:
    what the articles say, not what changed, so that the same articles always give the same file.

    Raises FileNotFoundError for a path that does not exist, ValueError for a date or `quotes` that is none
    and for a corrections or facts file that cannot be used.
    """
    title = None if title is None else str(title)
    first, last = _day("since", since), _day("until", until)
    if quotes not in ("sentence", "full", "none"):
        raise ValueError(f"quotes must be sentence, full or none, not {quotes!r}")
    paths = [articles] if isinstance(articles, str | Path) else list(articles)
    rulings = load_corrections(Path(corrections), paths) if corrections else ()
    earlier = load_facts(Path(since_report)) if since_report else None
    reading = read_articles(paths)
    read = [extract(a) for a in reading.articles]
    story = build_story(read, rulings, earlier)
    outside = _outside(story, first or date.min, last or date.max)
    if outside:
        story = build_story([e for e in read if e.article.id not in outside], rulings, earlier)
    if facts:
        write_facts(replace(story, changes=()), Path(facts))
    use_theme()
    parameters = {
        "articles": [str(p) for p in paths],
        "since": since and str(since),
        "until": until and str(until),
        "quotes": quotes,
        "corrections": corrections and str(corrections),
        "since_report": since_report and str(since_report),
    }
    return Report(View(story, References(story), title, quotes, parameters, reading.warnings))


def _day(name: str, value: str | date | None) -> date | None:
    """The day that the parameter `name` gives. Raises ValueError where that is none."""
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        raise ValueError(f"{name} must be a day such as 2026-02-05, not {str(value)!r}") from None


def _outside(story: Story, first: date, last: date) -> set[str]:
    """Articles published before `first` or after `last`; those without a date stay."""
    return {a.id for a in story.articles if a.published and not first <= a.published <= last}
