"""A story as pandas DataFrames, one function a table; COLUMNS says what each column holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pandas as pd

from readout.story.facts import cited, table_rows
from readout.story.records import Person, Story

_SPAN = {
    "article": "id of the article",
    "begin": "first character of the wording, counted in the article's cleaned text",
    "end": "character after the last",
    "surface": "the wording",
}
_CITED = {**_SPAN, "sentence": "the sentence that holds the wording"}

COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "id": "name of the article in all other tables",
        "path": "the file, as given",
        "title": "headline",
        "publisher": "who published it",
        "authors": "list of names",
        "published": "publication date",
        "published_basis": "where that date is from: stated, sidecar, inferred, unknown",
        "published_evidence": "the words or events that the date rests on",
        "url": "address",
        "language": "ISO 639-1",
        "words": "words of the cleaned text",
        "sha256": "of the file",
        "copies": "list of files with the same text",
    },
    "dates": {
        **_CITED,
        "type": "DATE, TIME or SET",
        "value": "TIMEX3 value; none where the day that it is counted from is not known",
        "underspecified": "TIMEX3 value without what is unknown; none where there is a value",
        "mod": "TIMEX3 modifier",
        "basis": "explicit, relative (counted from the publication date), inferred (that date is inferred)",
        "anchor": "ISO date that a relative one was counted from",
    },
    "durations": {
        **_CITED,
        "value": "ISO 8601 duration; X for an unknown number",
        "high": "ISO 8601, upper end of a range",
        "mod": "TIMEX3 modifier",
        "of": "what lasted",
    },
    "people": {
        "id": "name of the person in all other tables",
        "name": "best-supported full form",
        "aliases": "list of all other forms, most frequent first",
        "side": "best-supported country or organisation that the person speaks for",
        "roles": "list of roles, best supported first",
        "leads": "delegation that the person leads",
        "ambiguous": "whether the name fits several people and was left apart",
        "reasons": "list: why names were taken for one person's, or left apart",
        "articles": "list of articles, by publication date, undated ones last",
        "mentions": "how many times mentioned",
        "quoted": "how many times quoted",
        "first": "publication date of the first dated article with a mention",
        "last": "publication date of the last dated article with a mention",
    },
    "mentions": {"person": "id of the person", "name": "the person's name", **_CITED},
    "figures": {
        **_CITED,
        "value": "the number; none for vague ones",
        "low": "lower bound",
        "high": "upper bound",
        "unit": "what is counted, or ISO 4217",
        "kind": "people, homes (families, households, dwellings), money, percent, measure, things",
        "qualifier": "exact, more_than, at_least, less_than, at_most, about, almost, vague, ordinal",
        "of": "of what more exactly",
        "attribution": "who says so",
        "as_of": "TIMEX3 value of when it holds",
        "as_of_basis": "where that is from: stated, event, published, unknown",
        "place": "where it holds",
        "per": "the unit it is counted by (a day, a person)",
    },
    "meetings": {
        "id": "name of the meeting in all other tables",
        "title": "what articles call it",
        "status": "held, planned, proposed, cancelled",
        "start": "TIMEX3 value",
        "end": "TIMEX3 value",
        "slipped_from": "announced start, where it was another",
        "place": "where",
        "round": "number of the round",
        "sides": "list of countries and organisations",
        "people": "list of person ids",
        "durations": "list of ISO 8601 durations of its sessions",
        "articles": "list of articles that speak of it",
    },
    "sessions": {
        "meeting": "id of the meeting",
        "day": "ISO date; none where not said",
        "value": "ISO 8601 duration",
        "mod": "TIMEX3 modifier",
        **_CITED,
    },
    "statements": {
        "subject": "id of the person",
        "property": "name, role, side, leads, attends, quoted",
        "value": "what is said",
        **{key: _CITED[key] for key in ("article", "begin", "end", "sentence")},
    },
    "findings": {
        "kind": "agreement, conflict, compatible, series, slip, variant, inferred_date, sum, pending",
        "subject": "what it is about",
        "verdict": "what follows, in a few words",
        "explanation": "why, in a sentence",
        "articles": "list of articles that it rests on",
        "data": "values by kind, as in the facts file",
    },
    "corrections": {
        "kind": "what was asked for",
        "target": "of which fact, person, meeting or article",
        "original": "what it was; why not, where not applied",
        "corrected": "what it is now",
        "reason": "why",
        "by": "who says so",
        "applied": "whether it matched anything",
    },
    "changes": {
        "what": "new, changed, withdrawn since the earlier facts file",
        "kind": "article, meeting, figure, person, finding",
        "subject": "which",
        "before": "what it was",
        "after": "what it is",
    },
}


def articles(story: Story) -> pd.DataFrame:
    """The articles, with their publication date and where it is from."""
    frame = _frame("articles", table_rows(story, "articles"))
    return frame.assign(published=pd.to_datetime(frame["published"]))


def dates(story: Story) -> pd.DataFrame:
    """Every date that an article mentions."""
    return _frame("dates", table_rows(story, "dates"))


def durations(story: Story) -> pd.DataFrame:
    """Every duration that an article mentions."""
    return _frame("durations", table_rows(story, "durations"))


def figures(story: Story) -> pd.DataFrame:
    """Every number of something that an article mentions."""
    return _frame("figures", table_rows(story, "figures"))


def people(story: Story) -> pd.DataFrame:
    """The people over all articles, those in most articles first."""
    published = {a.id: a.published for a in story.articles}
    quoted = Counter(s.subject for s in story.statements if s.property == "quoted")
    rows = []
    for row, person in zip(table_rows(story, "people"), story.people, strict=True):
        found = sorted({m.article for m in person.mentions}, key=lambda a: (str(published.get(a) or "9"), a))
        days = [day for a in found if (day := published.get(a))]
        first, last = (days[0], days[-1]) if days else (None, None)
        counts = {"mentions": len(person.mentions), "quoted": quoted[person.id]}
        rows.append({**row, **counts, "articles": found, "first": first, "last": last})
    frame = _frame("people", rows)
    return frame.assign(first=pd.to_datetime(frame["first"]), last=pd.to_datetime(frame["last"]))


def mentions(story: Story) -> pd.DataFrame:
    """Every mention of a person."""
    return _frame("mentions", cited(story, (row for person in story.people for row in _mentions(person))))


def meetings(story: Story) -> pd.DataFrame:
    """The meetings over all articles."""
    rows = table_rows(story, "meetings")
    return _frame(
        "meetings", ({**r, "articles": sorted({m["article"] for m in r["mentions"]})} for r in rows)
    )


def sessions(story: Story) -> pd.DataFrame:
    """The sittings of meetings, each with the words that say how long it was."""
    rows = (
        {"meeting": r["id"], **s["mention"], **s}
        for r in table_rows(story, "meetings")
        for s in r["sessions"]
    )
    return _frame("sessions", cited(story, rows))


def statements(story: Story) -> pd.DataFrame:
    """What each article says of people, never merged."""
    return _frame("statements", cited(story, table_rows(story, "statements")))


def findings(story: Story) -> pd.DataFrame:
    """What holding the articles against each other shows."""
    rows = table_rows(story, "findings")
    return _frame(
        "findings", ({**r, "articles": sorted({s["article"] for s in r["statements"]})} for r in rows)
    )


def corrections(story: Story) -> pd.DataFrame:
    """What people corrected, with what it was before."""
    return _frame("corrections", table_rows(story, "corrections"))


def changes(story: Story) -> pd.DataFrame:
    """What differs from an earlier facts file."""
    return _frame("changes", table_rows(story, "changes"))


def _frame(table: str, rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """The documented columns of `rows`, in their order, also where there is no row."""
    return pd.DataFrame([{c: row[c] for c in COLUMNS[table]} for row in rows], columns=list(COLUMNS[table]))


def _mentions(person: Person) -> Iterable[dict[str, Any]]:
    for m in person.mentions:
        span = {"article": m.article, "begin": m.begin, "end": m.end, "surface": m.surface}
        yield {"person": person.id, "name": person.name, **span}
