"""Why a day was inferred, in words, and the finding that says so."""

from __future__ import annotations

from collections.abc import Mapping

from readout.corpus import Article
from readout.extract import Extraction
from readout.extract.meetings.when import WEEKDAY
from readout.story.evidence import cite
from readout.story.plain import count, day, listed, sentence, span, when
from readout.story.records import Evidence, Finding
from readout.story.undated.date_lines import Dateline
from readout.story.undated.scoring import Inferred


def reasons(guess: Inferred, articles: Mapping[str, Article]) -> str:
    """The evidence in words."""
    parts = []
    for s in sorted(guess.shared, key=lambda s: -s.worth)[:3]:
        other = articles[s.other.article]
        name = other.publisher or f"“{other.title or other.id}”"
        parts.append(f"its “{s.own.surface}” fits what {name} puts on {when(s.day)}")
    said = [c.mention.surface for c in guess.reports if WEEKDAY.search(c.mention.surface)]
    if said:
        parts.append(f"it reports what was said on “{said[0]}”")
    if guess.year:
        parts.append(f"its copyright line says {guess.year}")
    return sentence(f"Not stated; inferred because {listed(parts)}")


def finding_of(article: Article, guess: Inferred, articles: Mapping[str, Article]) -> Finding:
    sure = "well supported" if guess.ahead >= 3 else "supported"
    proof: list[Evidence] = []
    for s in guess.shared:
        proof.append(cite(s.own, article.id, "date", s.own.surface))
        proof.append(cite(s.other, article.id, "shared event", s.day))
    others = len({s.other.article for s in guess.shared})
    told = f"published on {day(guess.day)}, inferred from events shared with {count(others, 'dated article')}"
    return Finding(
        kind="inferred_date",
        subject=article.title or article.id,
        verdict=f"{day(guess.day)}, inferred ({sure})",
        explanation=sentence(told) + " " + reasons(guess, articles),
        evidence=tuple(dict.fromkeys(proof)),
        data={"article": article.id, "published": guess.day.isoformat(), "ahead": round(guess.ahead, 2)},
    )


def line_reasons(line: Dateline) -> str:
    """Why a date line means the day that it does, in words."""
    return sentence(
        f"Not stated in full; its date line says “{line.said}”,"
        f" and the dated articles are of {span(line.first, line.last)}"
    )


def line_finding(e: Extraction, line: Dateline) -> Finding:
    said = [m for m in e.dates if m.surface == line.said][:1]
    return Finding(
        kind="inferred_date",
        subject=e.article.title or e.article.id,
        verdict=f"{day(line.day)}, inferred from its date line",
        explanation=sentence(f"published on {day(line.day)}") + " " + line_reasons(line),
        evidence=tuple(cite(m, e.article.id, "date", m.surface) for m in said),
        data={"article": e.article.id, "published": line.day.isoformat()},
    )
