"""What notebooks need and a process can do for all of them before it forks the first, or the second."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Literal

# What every report imports, and what some notebooks and articles need besides. A module that is missing or broken
# is left for the notebook to stumble on.
MODULES = ("altair", "readout.show.report")
MORE_MODULES = ("pandas", "trafilatura")

# A story that has a bit of everything.
_ARTICLES: tuple[tuple[date | None, Literal["stated", "unknown"], str], ...] = (
    (
        date(2026, 5, 6),
        "stated",
        "Talks set for Friday\n\nForeign Minister Ada Bell of Norway will meet 40 envoys in Oslo on Friday, "
        "she said on Tuesday. More than 2,000 homes were without power on Tuesday, the city said.",
    ),
    (
        date(2026, 5, 9),
        "stated",
        "Talks end\n\nForeign Minister Ada Bell met envoys in Oslo on Friday for about two hours. "
        "Some 1,500 homes were still without power on Friday, the city said.",
    ),
    (
        None,
        "unknown",
        "Envoys met Ada Bell, Norway's foreign minister, in Oslo on Friday for two hours, they said on Saturday.",
    ),
)


def load() -> None:
    """Import what every notebook imports, and make the shell that their cells run in."""
    from readout.publish.fork.child import new_shell

    _import(MODULES)
    new_shell()


def load_more() -> None:
    """Load the rest, and what a first report does: weights, word lists, patterns, what Altair works out."""
    _import(MORE_MODULES)
    with suppress(Exception):
        _make_one_report()


def _import(modules: Iterable[str]) -> None:
    for name in modules:
        with suppress(Exception):
            importlib.import_module(name)


def _make_one_report() -> None:
    from readout.corpus import Article
    from readout.extract import extract
    from readout.show.cite import References
    from readout.show.report import Report
    from readout.show.view import View
    from readout.story import build_story

    articles = [
        Article(f"warm-up-{day}", "", text, published=day, published_basis=basis)
        for day, basis, text in _ARTICLES
    ]
    story = build_story([extract(article) for article in articles])
    report = Report(View(story, References(story)))
    for section in (report.head, report.summary, report.when, report.durations, report.participants):
        list(section().bundles())
    for section in (report.figures, report.agreement, report.sources, report.manifest):
        list(section().bundles())
