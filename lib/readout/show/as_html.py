"""Nodes as HTML. Every string passes `escape` here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape as _escape

from readout.show.media import printable
from readout.show.nodes import (
    Back,
    Block,
    Break,
    Card,
    Cards,
    Cite,
    Folded,
    Group,
    Heading,
    Inline,
    Inlines,
    Mark,
    Name,
    Para,
    Presence,
    Sentence,
    Soft,
    Source,
    Sources,
    Strong,
    Table,
    Tag,
    Title,
    cites_only,
    presence,
)


def escape(text: str) -> str:
    """`text` as character data, also inside a double-quoted attribute."""
    return _escape(printable(text), quote=True)


@dataclass(slots=True)
class HtmlWriter:
    """Writes the blocks of one section. `section` is part of the ids that sentences link back to."""

    section: str
    _cited: set[str] = field(default_factory=set)

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """The blocks, each an element."""
        return "\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Title(text):
                return f'<h1 dir="auto">{escape(text)}</h1>'
            case Heading(text):
                return f'<h3 dir="auto">{escape(text)}</h3>'
            case Para(content, style):
                return f'<p class="ro-{style}">{self._inlines(content)}</p>'
            case Cards(cards):
                return f'<div class="ro-cards">{"".join(map(self._card, cards))}</div>'
            case Table():
                return self._table(block)
            case Sources(sources):
                return f'<ol class="ro-sources">{"".join(map(self._source, sources))}</ol>'
            case Folded(title, within):
                return _folded(title, self.blocks(within))

    def _card(self, card: Card) -> str:
        small = f'<p class="ro-small">{self._inlines(card.small)}</p>' if card.small else ""
        return (
            f'<div class="ro-card ro-{card.kind}"><p class="ro-value">{escape(card.value)}</p>'
            f"<p>{self._inlines(card.what)}</p>{small}</div>"
        )

    def _table(self, table: Table) -> str:
        # Roles are spelt out because narrow screens lay the cells out as blocks, which would lose them.
        head = "".join(
            f'<th scope="col" role="columnheader"{_number(c.number)}>{escape(c.title)}</th>'
            for c in table.columns
        )
        body = "".join(self._group(group, table) for group in table.groups)
        html = (
            f'<table class="ro-table" role="table" aria-label="{escape(table.name)}">{_widths(table)}'
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>{body}</table>'
        )
        return _folded(f"{table.name}, as a table", html) if table.folded else html

    def _group(self, group: Group, table: Table) -> str:
        title = (
            f'<tr role="row" class="ro-group"><th scope="rowgroup" role="rowheader" '
            f'colspan="{len(table.columns)}" dir="auto">{escape(group.title)}</th></tr>'
            if group.title
            else ""
        )
        rows = "".join(f'<tr role="row">{self._cells(row, table)}</tr>' for row in group.rows)
        return f'<tbody role="rowgroup">{title}{rows}</tbody>'

    def _cells(self, row: tuple[Inlines, ...], table: Table) -> str:
        cells = []
        for at, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            tag, role = ("td", 'role="cell"') if at else ("th", 'scope="row" role="rowheader"')
            label = f' data-label="{escape(column.title)}"' if at and cell else ""
            kind = "ro-number" if column.number else "ro-refs" if cell and cites_only(cell) else ""
            look = f' class="{kind}"' if kind else ""
            cells.append(f"<{tag} {role}{look}{label}>{self._inlines(cell)}</{tag}>")
        return "".join(cells)

    def _source(self, source: Source) -> str:
        note = f'<p class="ro-small">{self._inlines(source.note)}</p>' if source.note else ""
        sentences = "".join(map(self._sentence, source.sentences))
        return (
            f'<li id="article-{source.number}" value="{source.number}">'
            f'<p class="ro-source">{self._inlines(source.head)}</p>{note}{sentences}</li>'
        )

    def _sentence(self, sentence: Sentence) -> str:
        content = self._inlines(sentence.content)
        back = f' <span class="ro-back">({self._inlines(sentence.back)})</span>' if sentence.back else ""
        return (
            f'<p class="ro-quote" id="s-{sentence.label}"><span class="ro-label">{sentence.label}</span>'
            f' <span dir="auto">{content}</span>{back}</p>'
        )

    def _inlines(self, content: Inlines) -> str:
        return "".join(map(self._inline, content))

    def _inline(self, node: Inline) -> str:
        match node:
            case str():
                return escape(node)
            case Strong(content):
                return f"<strong>{self._inlines(content)}</strong>"
            case Soft(content):
                return f'<span class="ro-soft">{self._inlines(content)}</span>'
            case Name(text):
                return f"<bdi>{escape(text)}</bdi>"
            case Tag(tone, text):
                return f'<span class="ro-tag ro-{tone}">{escape(text)}</span>'
            case Mark(kind, content):
                return f'<mark class="ro-{kind}">{self._inlines(content)}</mark>'
            case Break():
                return "<br>"
            case Cite():
                return self._cite(node)
            case Back(section, label, title):
                return f'<a href="#c-{section}-{label}">{escape(title)}</a>'
            case Presence(present):
                return _presence(present)

    def _cite(self, cite: Cite) -> str:
        place = "" if cite.label in self._cited else f' id="c-{self.section}-{cite.label}"'
        self._cited.add(cite.label)
        title = escape(cite.title)
        return f'<sup><a class="ro-cite"{place} href="#s-{cite.label}" title="{title}">{cite.label}</a></sup>'


def _folded(title: str, html: str) -> str:
    return f'<details class="ro-folded"><summary>{escape(title)}</summary>{html}</details>'


def _widths(table: Table) -> str:
    whole = sum(c.share for c in table.columns)
    columns = "".join(f'<col style="width:{c.share / whole:.1%}">' for c in table.columns)
    return f"<colgroup>{columns}</colgroup>"


def _number(number: bool) -> str:
    return ' class="ro-number"' if number else ""


def _presence(present: tuple[bool, ...]) -> str:
    dot = '<span aria-hidden="true">·</span>'
    boxes = (f'<a href="#article-{n}">{n}</a>' if n else dot for n in presence(present))
    return f'<span class="ro-presence">{" ".join(boxes)}</span>'
