"""What a report is made of, before it is HTML, Typst or plain text.

Every section is built once from these small frozen parts, and each output format is one function over them:
so HTML, PDF and plain text say the same, and text from an article is escaped in one place a format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal

# The four questions; each has its colour and its pattern everywhere.
Kind = Literal["when", "long", "who", "many"]
Tone = Literal["good", "bad", "quiet"]
Style = Literal["body", "lead", "caption", "note", "news", "meta", "empty"]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter most in their paragraph."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Soft:
    """Words of second rank: a spelling, a reservation."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Name:
    """A name or a quotation as it stands in an article: any script, any direction."""

    text: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to a sentence: `label` is `article.sentence`, counted from 1; `title` says it in words."""

    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A short verdict in a rounded frame."""

    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that a fact rests on."""

    kind: Kind
    content: Inlines


@dataclass(frozen=True, slots=True)
class Presence:
    """In which articles something stands: one box an article, in the order of their numbers."""

    present: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """A way back from a sentence to the section that cites it."""

    section: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break."""


Inline = str | Strong | Soft | Name | Cite | Tag | Mark | Presence | Back | Break
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The report's title."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section (level 3: the notebooks' own headings are level 2)."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    content: Inlines
    style: Style = "body"


@dataclass(frozen=True, slots=True)
class Card:
    """One answer at a glance: a value, what it is, and what to know about it."""

    kind: Kind
    value: str
    what: Inlines
    small: Inlines = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """The answers to the four questions, side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; `share` is its part of the width."""

    title: str
    number: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading. The first cell of a row names it."""

    rows: tuple[tuple[Inlines, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `name` says what it holds. `folded` ones repeat what a chart shows."""

    name: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: its label, its words (none where they may not be quoted), ways back."""

    label: str
    content: Inlines
    back: Inlines = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One article: its number, what is known of it, and its sentences."""

    number: int
    head: Inlines
    note: Inlines = ()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles, numbered."""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """What a page folds away under a title, and paper, mail and plain text leave out."""

    title: str
    blocks: tuple[Block, ...]


Block = Title | Heading | Para | Cards | Table | Sources | Folded


def joined(parts: Iterable[Inlines], between: str) -> Inlines:
    """Runs of inline content as one, with `between` them."""
    return tuple(one for at, part in enumerate(parts) for one in (*((between,) if at else ()), *part))


def cites_only(content: Inlines) -> bool:
    """Whether there is nothing but references."""
    return all(isinstance(part, Cite) for part in content)


# Beyond this many articles the gaps between those that name someone are left out.
_GAPS = 12


def presence(present: tuple[bool, ...]) -> list[int]:
    """The numbers of the articles in which something stands; 0 for a gap, where there are few articles."""
    places = [n if here else 0 for n, here in enumerate(present, 1)]
    return places if len(places) <= _GAPS else [n for n in places if n]


def cites(node: Any) -> Iterator[Cite]:
    """Every reference under `node`, in reading order."""
    if isinstance(node, Cite):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from cites(part)
    elif hasattr(node, "__dataclass_fields__"):
        for part in fields(node):
            yield from cites(getattr(node, part.name))
