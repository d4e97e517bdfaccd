"""Paths in, articles out: each file read by its format, cleaned, dated, and copies put together."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from readout.corpus.article import Article, PublishedBasis
from readout.corpus.copies import fold_copies
from readout.corpus.credits import names_in, publisher_in
from readout.corpus.dateline import dateline_date
from readout.corpus.decode import Unreadable, plain
from readout.corpus.files import find_files, read_sidecar
from readout.corpus.formats import READERS, Draft
from readout.corpus.language import is_english
from readout.corpus.layout import Layout, read_layout
from readout.corpus.publication import date_in_address, find_date

# No article is longer; what is longer is a data file with an article's ending.
_MOST_BYTES, _MOST_LETTERS = 10_000_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the articles by id, and a warning a file not read, or not read cleanly."""

    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()


def _line(words: str | None) -> str | None:
    """`words` on one line, with nothing in them that a terminal or a page would act on; None for nothing."""
    return " ".join(plain(words).split()) or None if words else None


def _slug(stem: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-") or "article"


def article_ids(files: list[Path]) -> dict[Path, str]:
    """An id for each file, from its name; files of one name are numbered in order of path."""
    ids: dict[Path, str] = {}
    taken: set[str] = set()
    for file in files:
        name = base = _slug(file.stem)
        number = 2
        while name in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(name)
        ids[file] = name
    return ids


def _authors(stated: Iterable[str], found: tuple[str, ...]) -> tuple[str, ...]:
    """Authors stated and found, each once."""
    named = [n for s in stated if (line := _line(s)) for n in names_in(line) or (line,)]
    return tuple(dict.fromkeys([*named, *found]))


def _published(
    draft: Draft, layout: Layout, sidecar: dict[str, str], url: str | None
) -> tuple[date | None, PublishedBasis, str]:
    """The publication date, its basis and where it stands: the first of the places that know it."""
    if day := find_date(sidecar.get("published", "")):
        return day, "sidecar", "articles.csv"
    if draft.published:
        return draft.published, "stated", draft.evidence
    if layout.published:
        return layout.published, "stated", layout.evidence
    if url and (day := date_in_address(url)):
        return day, "stated", f"the date in the address {url[:120]}"
    if layout.paragraphs and (day := dateline_date(layout.paragraphs[0])):
        return day, "stated", "the dateline that the first paragraph begins with"
    return None, "unknown", ""


def _publisher(draft: Draft, layout: Layout, sidecar: dict[str, str], url: str | None) -> str | None:
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return (
        sidecar.get("publisher")
        or publisher_in([d.text for d in layout.dropped])
        or draft.publisher
        or host
        or None
    )


def _address(url: str | None) -> str | None:
    """`url` if it is one that a report may link to."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None


def read_article(file: Path, name: str, sidecar: dict[str, str]) -> tuple[Article, tuple[str, ...]]:
    """The article in `file` under the id `name`, and warnings; what `sidecar` says goes before all else.

    Raises Unreadable where the file is not an English article, OSError where it cannot be opened.
    """
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise Unreadable(f"not a format that is read ({', '.join(READERS)})")
    if file.stat().st_size > _MOST_BYTES:
        raise Unreadable("too large for an article")
    raw = file.read_bytes()
    if not raw.strip():
        raise Unreadable("empty")
    draft = reader(raw)
    if len(draft.text) > _MOST_LETTERS:
        raise Unreadable("too large for an article")
    layout = read_layout(draft.text, _line(sidecar.get("title") or draft.title))
    if not is_english(layout.text or draft.text):
        raise Unreadable("not in English")
    if not layout.paragraphs:
        raise Unreadable("no article text in it")
    url = _address(_line(sidecar.get("url") or draft.url))
    published, basis, evidence = _published(draft, layout, sidecar, url)
    article = Article(
        id=name,
        path=str(file),
        text=layout.text,
        title=layout.title,
        publisher=_line(_publisher(draft, layout, sidecar, url)),
        authors=_authors(
            sidecar["authors"].split(";") if "authors" in sidecar else draft.authors, layout.authors
        ),
        published=published,
        published_basis=basis,
        published_evidence=_line(evidence) or "",
        url=url,
        sha256=hashlib.sha256(raw).hexdigest(),
        dropped=layout.dropped,
    )
    return article, draft.warnings


def write_texts(articles: Iterable[Article], folder: Path) -> None:
    """Write each article's cleaned text to `folder`, named by its id: the text that offsets count in."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in articles:
        (folder / f"{article.id}.txt").write_text(article.text, encoding="utf-8", newline="\n")


def read_articles(paths: Iterable[str | Path]) -> Reading:
    """Read the articles under `paths`: files, folders with all below them, or globs.

    A file that is unreadable, empty, binary or not in English is named in a warning. Copies of one text are
    one article. Raises FileNotFoundError for a path that does not exist.
    """
    files = find_files(paths)
    sidecars = cache(read_sidecar)
    articles, warnings = [], []
    for file, name in article_ids(files).items():
        try:
            article, told = read_article(file, name, sidecars(file.parent).rows.get(file.name, {}))
        except (Unreadable, OSError) as error:
            warnings.append(f"{file}: {error.strerror if isinstance(error, OSError) else error}")
            continue
        articles.append(article)
        warnings += [f"{file}: {w}" for w in told]
    for folder in sorted({f.parent for f in files}):
        warnings += sidecars(folder).warnings
    return Reading(tuple(fold_copies(articles)), tuple(warnings))
