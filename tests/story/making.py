"""Extractions by hand: a sentence with its people in braces becomes what extraction would yield."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import count

from readout.corpus import Article
from readout.extract import Extraction, PersonMention, Statement
from readout.story.identity.groups import untitled

_MARK = re.compile(r"\{(?P<surface>[^{}=?]+)(?P<doubt>\?)?(?:=(?P<person>[^{}]+))?\}")


def read(
    article: str, marked: str, says: Iterable[tuple[str, str, str]] = (), published: date | None = None
) -> Extraction:
    """An extraction of `marked`: `{Grau}`, `{Grau=Lena Grau}` for its full form, `{Grau?}` where ambiguous.

    `says` are statements: person, property, value.
    """
    text, mentions, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        surface = mark["surface"]
        mentions.append(
            PersonMention(
                article=article,
                begin=len(text),
                end=len(text) + len(surface),
                surface=surface,
                person=mark["person"] or untitled(surface),
                ambiguous=bool(mark["doubt"]),
            )
        )
        text, at = text + surface, mark.end()
    text += marked[at:]
    statements = tuple(
        Statement(subject=who, property=what, value=value, article=article, begin=n, end=n + 1)  # type: ignore[arg-type]
        for n, (who, what, value) in zip(count(), says, strict=False)
    )
    return Extraction(
        article=Article(id=article, path=f"{article}.txt", text=text, published=published),
        people=tuple(mentions),
        statements=statements,
    )
