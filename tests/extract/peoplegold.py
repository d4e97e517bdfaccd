"""Texts with people marked in them: `{Mayor Ann Lee}`, and `{Lee=Ann Lee}` where the person is named more fully."""

from __future__ import annotations

import re

from readout.corpus import Article
from readout.extract.mentions import PersonMention, Statement
from readout.extract.people import find_people

_MARK = re.compile(r"\{([^{}=]+)(?:=([^{}]+))?\}")


def plant(marked: str) -> tuple[str, list[tuple[int, int, str, str | None]]]:
    """The text without its marks, and (begin, end, surface, person if given) of each mark."""
    text, spans, last = "", [], 0
    for m in _MARK.finditer(marked):
        text += marked[last : m.start()]
        spans.append((len(text), len(text) + len(m[1]), m[1], m[2]))
        text += m[1]
        last = m.end()
    return text + marked[last:], spans


def read(text: str, title: str | None = None) -> tuple[tuple[PersonMention, ...], tuple[Statement, ...]]:
    """People and statements of `text`."""
    return find_people(Article(id="a", path="a.txt", text=text, title=title), (), ())


def values(text: str, kind: str) -> set[tuple[str, str]]:
    """(person, value) of every statement of one property in `text`."""
    return {(s.subject, s.value) for s in read(text)[1] if s.property == kind}
