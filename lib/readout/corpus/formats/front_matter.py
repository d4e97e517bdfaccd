"""The block of YAML that may stand above a text, between two lines of `---`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import yaml

from readout.corpus.formats.draft import Draft
from readout.corpus.publication import find_date

_BLOCK = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
# What writers of notes, site generators and clippers call the same thing.
_NAMES = {
    "title": ("title", "headline"),
    "published": ("published", "date", "publication_date", "date_published", "datepublished", "pubdate"),
    "publisher": ("publisher", "source", "site", "site_name", "publication"),
    "authors": ("authors", "author", "byline", "by"),
    "url": ("url", "link", "source_url", "canonical"),
}


def _texts(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(str(i).strip() for i in items[:50] if isinstance(i, str | int | float) and str(i).strip())


def as_date(value: Any) -> date | None:
    """`value`, as YAML gives it (a date, a moment or words), as a date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return find_date(value) if isinstance(value, str) else None


def split_front_matter(text: str) -> Draft:
    """`text` without its front matter, and what that says; keys in any case, under their common names."""
    block = _BLOCK.match(text)
    if not block:
        return Draft(text=text)
    draft = Draft(text=text[block.end() :])
    try:
        loaded = yaml.safe_load(block.group(1) or "")
    except (yaml.YAMLError, ValueError, RecursionError):
        return replace(draft, warnings=("its front matter is not YAML and was not used",))
    if not isinstance(loaded, dict):
        return Draft(text=text) if loaded is not None else draft
    known = {str(k).lower().replace("-", "_"): v for k, v in loaded.items()}
    found = {field: next((known[n] for n in names if known.get(n)), None) for field, names in _NAMES.items()}
    published = as_date(found["published"])
    bad = found["published"] is not None and published is None
    return replace(
        draft,
        title=next(iter(_texts(found["title"])), None),
        publisher=next(iter(_texts(found["publisher"])), None),
        authors=_texts(found["authors"]),
        url=next(iter(_texts(found["url"])), None),
        published=published,
        evidence="the date in the file's front matter" if published else "",
        warnings=("the date in its front matter could not be read",) if bad else (),
    )
