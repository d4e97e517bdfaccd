"""All findings, in the order in which they matter to a reader: what did not come as announced comes first."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract import Extraction
from readout.story.agreed import Counted, agree_on_meetings
from readout.story.claims import find_claims
from readout.story.compare import compare_figures
from readout.story.current import current, standing
from readout.story.disputed import find_disputes
from readout.story.evidence import agencies
from readout.story.identity.variants import find_variants
from readout.story.lasting import compare_durations
from readout.story.occasions import Occasions
from readout.story.records import Finding, Meeting, Person
from readout.story.related import Related
from readout.story.series import find_series
from readout.story.slips import find_slips
from readout.story.sums import find_sums

_ORDER = (
    "slip",
    "conflict",
    "series",
    "pending",
    "agreement",
    "compatible",
    "sum",
    "variant",
    "inferred_date",
)


def find_findings(
    extractions: Sequence[Extraction],
    people: Sequence[Person],
    meetings: Sequence[Meeting],
    known: Sequence[Finding] = (),
) -> tuple[Finding, ...]:
    """What holding the articles against each other shows; `known` are findings made on the way there.

    Findings are ordered by kind, then by how many articles and statements they rest on, then by subject.
    """
    articles = [e.article for e in extractions]
    agency = agencies(articles)
    texts = {a.id: a.text for a in articles}
    figures = [f for e in extractions for f in e.figures]
    now = current(figures, texts)
    occasions = Occasions(articles, (d for e in extractions for d in e.dates))
    related = Related(texts)
    found = [
        *find_slips(meetings, people, articles),
        *find_series(standing(figures, texts), texts, occasions, related),
        *compare_figures(now, texts, occasions, related, agency),
        *find_disputes(now, texts),
        *find_claims(figures, people, texts),
        *find_sums(articles, figures),
        *compare_durations(extractions, meetings, related, agency),
        *agree_on_meetings(meetings, agency),
        *Counted(extractions).compare(meetings, agency),
        *find_variants(people),
        *known,
    ]
    return tuple(sorted(found, key=_rank))


def _rank(f: Finding) -> tuple[int, int, int, str, str]:
    articles = {e.article for e in f.evidence}
    return _ORDER.index(f.kind), -len(articles), -len(f.evidence), f.subject, f.explanation
