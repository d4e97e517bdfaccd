"""What people rule about a story (data/corrections.yml): models, validation, and the schema for editors.

A file is a YAML list. Each entry has a `kind`, what it is about, a `reason` and who says so (`by`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_type_hints

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from readout.extract import DateMention, DurationMention, FigureMention
from readout.story.records import Meeting, Person

Table = Literal["dates", "durations", "figures", "people", "meetings", "findings"]
Words = Annotated[str, Field(min_length=1)]
# YAML reads an unquoted 2031-05-02 as a date; values of facts are text.
_Plain = BeforeValidator(lambda v: v.isoformat() if isinstance(v, date | datetime) else v)
Value = Annotated[str | float | tuple[str, ...] | None, _Plain]

_RECORDS: Mapping[str, type] = {
    "dates": DateMention,
    "durations": DurationMention,
    "figures": FigureMention,
    "people": Person,
    "meetings": Meeting,
}
# What tells which fact it is, or what it is made of, is not set by hand.
_FIXED = {
    "article",
    "begin",
    "end",
    "surface",
    "id",
    "mentions",
    "sessions",
    "reasons",
    "aliases",
    "resolved",
}
_CITED = {"dates", "durations", "figures"}


class CorrectionsError(ValueError):
    """A corrections file that cannot be used; the message says where and why."""


class _Ruling(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: Words = Field(description="Why.")
    by: Words = Field(description="Who says so.")
    story: str | None = Field(None, description="Folder of articles that this is for; every one if left out.")


class SetPublished(_Ruling):
    """Set the publication date of an article; its dates are read again from there."""

    kind: Literal["set_published"]
    article: Words = Field(description="The article's id or file name.")
    published: date


class MergePeople(_Ruling):
    """Say that several people are one."""

    kind: Literal["merge_people"]
    people: tuple[Words, ...] = Field(min_length=2, description="Names or ids, as the report has them.")
    name: Words | None = Field(None, description="What to call the person.")


class SplitPerson(_Ruling):
    """Say that one person is two: the other has the names, or is in the articles, that are given here."""

    kind: Literal["split_person"]
    person: Words = Field(description="Name or id, as the report has it.")
    names: tuple[Words, ...] = Field(
        (), description="Full forms, as an article has them, of the other's name."
    )
    articles: tuple[Words, ...] = Field(
        (), description="Articles (ids or file names) that mean the other person."
    )

    @model_validator(mode="after")
    def _says_who(self) -> Self:
        if not self.names and not self.articles:
            raise ValueError("give the names or the articles that mean the other person")
        return self


class _OnFact(_Ruling):
    table: Table = Field(description="The table of the facts file that the fact stands in.")
    article: Words | None = Field(
        None, description="Dates, durations, figures: the article's id or file name."
    )
    wording: Words | None = Field(None, description="Dates, durations, figures: the words in the article.")
    which: Words | None = Field(
        None, description="People, meetings: name, title or id. Findings: the subject."
    )

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if self.table in _CITED and not (self.article and self.wording):
            raise ValueError(f"{self.table} need `article` and `wording`")
        if self.table not in _CITED and not self.which:
            raise ValueError(f"{self.table} need `which`")
        return self


class RejectFact(_OnFact):
    """Leave a fact out."""

    kind: Literal["reject_fact"]


class SetFact(_OnFact):
    """Set one field of a fact."""

    kind: Literal["set_fact"]
    field: Words = Field(description="The field, as in the facts file.")
    value: Value = Field(description="What it is.")

    @model_validator(mode="after")
    def _is_a_field(self) -> Self:
        record = _RECORDS.get(self.table)
        known = sorted({f.name for f in fields(record)} - _FIXED) if record else []
        if self.field not in known:
            raise ValueError(
                f"{self.table} have no field {self.field!r} to set; there are: {', '.join(known)}"
            )
        self.checked()
        return self

    def checked(self) -> Any:
        """The value as the record has it. Raises ValidationError where it is of another kind."""
        return TypeAdapter(get_type_hints(_RECORDS[self.table])[self.field]).validate_python(self.value)


Ruling = Annotated[
    SetPublished | MergePeople | SplitPerson | RejectFact | SetFact, Field(discriminator="kind")
]
_FILE: TypeAdapter[tuple[Ruling, ...]] = TypeAdapter(tuple[Ruling, ...])


def load_corrections(path: Path, articles: Iterable[str | Path] = ()) -> tuple[Ruling, ...]:
    """The rulings of the file at `path` that are for a story among `articles` (files, folders, globs).

    A ruling that names a `story` is for paths that lead through a folder of that name; no paths: all rulings.

    Raises FileNotFoundError where there is none, and CorrectionsError where it is no list of rulings.
    """
    try:
        rulings = _FILE.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")) or [])
    except ValidationError as error:
        raise CorrectionsError("\n".join(f"{path.name}{_problem(e)}" for e in error.errors())) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CorrectionsError(f"{path.name}: {error}") from error
    folders = {part for article in articles for part in Path(article).absolute().parts}
    return tuple(r for r in rulings if not folders or r.story is None or r.story in folders)


def _problem(error: Any) -> str:
    """Which entry, which field (the model's name left out), and what is wrong with it."""
    if not error["loc"]:
        return ": must be a list of corrections"
    entry, *place = error["loc"]
    return ": ".join(
        [f", entry {entry + 1}", *map(str, place[1:]), error["msg"].removeprefix("Value error, ")]
    )


def schema_text() -> str:
    """The JSON schema of corrections files, as data/corrections.schema.json holds it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Corrections",
        **_FILE.json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
