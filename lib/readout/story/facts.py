"""The facts file: a story as JSON, Parquet or CSV, and back. The format is a contract; see FACTS_VERSION.

The fields that the contract names have their meanings; further ones (an article's cleaned `text`, a date's
`underspecified` form, a meeting's `sessions`, ...) make the file whole: reading it back gives an equal story.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from readout.story.records import Story
from readout.text import Sentences

FACTS_VERSION = "1"

Row = dict[str, Any]
Facts = dict[str, Any]


@cache
def _tables() -> dict[str, TypeAdapter[Any]]:
    """The tables of a facts file. Made when first asked for, which a report that shows all but facts never does."""
    return {table: TypeAdapter(hint) for table, hint in get_type_hints(Story).items()}


class FactsError(ValueError):
    """A file that is no facts file, or one of another version; the message says which and where."""


def story_to_facts(story: Story) -> Facts:
    """The facts file's content, ready for JSON."""
    return {"readout": FACTS_VERSION, **{table: table_rows(story, table) for table in _tables()}}


def table_rows(story: Story, table: str) -> list[Row]:
    """The rows of one table of the facts file, in the story's order."""
    rows: list[Row] = _tables()[table].dump_python(getattr(story, table), mode="json")
    if table == "articles":
        return [{**row, "words": a.words} for row, a in zip(rows, story.articles, strict=True)]
    if table == "dates":
        return [_dated(row) for row in cited(story, rows)]
    if table == "meetings":
        return [{**row, "durations": [s["value"] for s in row["sessions"]]} for row in rows]
    if table == "findings":
        return [_renamed(row, "evidence", "statements") for row in rows]
    return list(cited(story, rows)) if table in {"durations", "figures"} else rows


def cited(story: Story, rows: Iterable[Row]) -> Iterator[Row]:
    """`rows` that have a span, with the sentence that it stands in after it."""
    texts = {a.id: a.text for a in story.articles}
    sentences = cache(lambda article: Sentences(texts.get(article, "")))
    for row in rows:
        span: Row = {key: row[key] for key in ("article", "begin", "end", "surface") if key in row}
        yield {**span, "sentence": sentences(row["article"]).text_at(row["begin"]), **row}


def facts_to_story(facts: Mapping[str, Any]) -> Story:
    """The story that `facts` were made of: `facts_to_story(story_to_facts(story)) == story`.

    Raises FactsError where a field is missing or of another kind, or the version is not FACTS_VERSION.
    """
    if not isinstance(facts, Mapping) or facts.get("readout") != FACTS_VERSION:
        found = facts.get("readout") if isinstance(facts, Mapping) else None
        raise FactsError(f"not a facts file of version {FACTS_VERSION} (its version: {found!r})")
    try:
        return TypeAdapter(Story).validate_python(
            {
                **facts,
                "dates": [_undated(row) for row in facts.get("dates", ())],
                "findings": [_renamed(row, "statements", "evidence") for row in facts.get("findings", ())],
            }
        )
    except (ValidationError, TypeError, AttributeError) as error:
        raise FactsError(f"not a facts file that can be read back: {error}") from error


def write_facts(story: Story, path: Path) -> None:
    """Write the facts file of `story` to `path`: for .parquet and .csv a folder, else JSON."""
    facts = story_to_facts(story)
    if path.suffix in {".parquet", ".csv"}:
        from readout.story.tables import write_tables  # imports Arrow, which JSON does without

        write_tables(facts, path)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load_facts(path: Path) -> Facts:
    """The content of the facts file at `path`, in any of its forms, not checked against the records.

    Raises FileNotFoundError where there is none, and FactsError where it is something else.
    """
    try:
        if path.is_dir():
            from readout.story.tables import read_tables

            return read_tables(path)
        return _object(json.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:
        raise FactsError(f"{path.name} is no facts file: {error}") from error


def read_facts(path: Path) -> Story:
    """The story of the facts file at `path`, equal to the one that was written.

    Raises FileNotFoundError where there is none, and FactsError where it cannot be read back.
    """
    return facts_to_story(load_facts(path))


def _object(content: object) -> Facts:
    if not isinstance(content, dict):
        raise FactsError("it holds no JSON object")
    return content


def _dated(row: Row) -> Row:
    """`row` without a value where the date is not resolved: its underspecified form is no date."""
    value = row["value"]
    resolved = row.pop("resolved")
    return {**row, "value": value if resolved else None, "underspecified": None if resolved else value}


def _undated(row: Mapping[str, Any]) -> Row:
    resolved = row.get("value") is not None
    return {**row, "value": row.get("value") if resolved else row.get("underspecified"), "resolved": resolved}


def _renamed(row: Mapping[str, Any], old: str, new: str) -> Row:
    return {(new if key == old else key): value for key, value in row.items()}
