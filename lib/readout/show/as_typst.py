"""Nodes as Typst markup, for the PDF. Every string becomes a Typst string literal here and nowhere else.

The functions called here (`ro-card`, `ro-table` ...) stand in publish/templates/report.typ.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from readout.show.media import literal
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
    cites,
    cites_only,
    presence,
)


@dataclass(slots=True)
class TypstWriter:
    """Writes the blocks of one section. `section` is part of the labels that sentences link back to."""

    section: str
    _cited: set[str] = field(default_factory=set)

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """The blocks, one call a block."""
        return "\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Title(text):
                return f"#ro-title({literal(text)})"
            case Heading(text):
                return f"#heading(level: 3, {literal(text)})"
            case Para(content, style):
                return f"#ro-{style}{self._content(content)}"
            case Cards(cards):
                return f"#ro-cards({', '.join(map(self._card, cards))})"
            case Table():
                return self._table(block)
            case Sources(sources):
                return "\n".join(map(self._source, sources))
            case Folded():
                return ""

    def _card(self, card: Card) -> str:
        small = self._content(card.small)
        return f'ro-card("{card.kind}", {literal(card.value)}, {self._content(card.what)}, {small})'

    def _table(self, table: Table) -> str:
        shares = "".join(f"{c.share:g}fr, " for c in table.columns)
        numbers = "".join("true, " if c.number else "false, " for c in table.columns)
        head = "".join(f"{literal(c.title)}, " for c in table.columns)
        body = "".join(self._group(g) for g in table.groups)
        return f"#ro-table({literal(table.name)}, ({shares}), ({numbers}), ({head}), ({body}))"

    def _group(self, group: Group) -> str:
        rows = "".join(f"({''.join(f'{self._cell(cell)}, ' for cell in row)}), " for row in group.rows)
        return f"({literal(group.title)}, ({rows})), "

    def _cell(self, cell: Inlines) -> str:
        if not cell or not cites_only(cell):
            return self._content(cell)
        return f"[{''.join(self._cite(c, raised=False) for c in cites(cell))}]"

    def _source(self, source: Source) -> str:
        sentences = "".join(f"{self._sentence(s)}, " for s in source.sentences)
        head, note = self._content(source.head), self._content(source.note)
        return f"#ro-source({source.number}, {head}, {note}, ({sentences}))"

    def _sentence(self, sentence: Sentence) -> str:
        words, back = self._content(sentence.content), self._content(sentence.back)
        return f'ro-sentence("{sentence.label}", {words}, {back})'

    def _content(self, content: Inlines) -> str:
        return f"[{''.join(map(self._inline, content))}]"

    def _inline(self, node: Inline) -> str:
        match node:
            case str() | Name(str()):
                return f"#{literal(node if isinstance(node, str) else node.text)};"
            case Strong(content):
                return f"#strong{self._content(content)};"
            case Soft(content):
                return f"#ro-soft{self._content(content)};"
            case Tag(tone, text):
                return f'#ro-tag("{tone}", {literal(text)});'
            case Mark(kind, content):
                return f'#ro-mark("{kind}", {self._content(content)});'
            case Break():
                return "#linebreak();"
            case Cite():
                return self._cite(node)
            case Back(section, label, title):
                return f'#ro-back("{section}", "{label}", {literal(title)});'
            case Presence(present):
                return f"#ro-presence(({''.join(f'{n}, ' for n in presence(present))}));"

    def _cite(self, cite: Cite, raised: bool = True) -> str:
        place = "none" if cite.label in self._cited else f'"c-{self.section}-{cite.label}"'
        self._cited.add(cite.label)
        return f'#ro-cite("{cite.label}", {place}{"" if raised else ", raised: false"});'
