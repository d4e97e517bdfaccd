"""Nodes as plain text: what a terminal, a search index or a screen without HTML shows."""

from __future__ import annotations

from readout.show.nodes import (
    Back,
    Block,
    Break,
    Cards,
    Cite,
    Folded,
    Heading,
    Inline,
    Inlines,
    Mark,
    Name,
    Para,
    Presence,
    Soft,
    Sources,
    Strong,
    Table,
    Tag,
    Title,
)


def text(blocks: tuple[Block, ...]) -> str:
    """The blocks as lines of plain text, citations as `[1.2]`."""
    return "\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    match block:
        case Title(words) | Heading(words):
            return words
        case Para(content, _):
            return line(content)
        case Cards(cards):
            return "\n".join(f"{c.value}: {line(c.what)}; {line(c.small)}".rstrip("; ") for c in cards)
        case Table():
            return _table(block)
        case Sources(sources):
            return "\n".join(
                "\n".join(
                    [f"{s.number}. {line(s.head)}", *(f"   {q.label} {line(q.content)}" for q in s.sentences)]
                )
                for s in sources
            )
        case Folded():
            return ""


def _table(table: Table) -> str:
    rows = [" | ".join(c.title for c in table.columns)]
    for group in table.groups:
        rows += [group.title] if group.title else []
        rows += [" | ".join(map(line, row)) for row in group.rows]
    return "\n".join(rows)


def line(content: Inlines) -> str:
    """Inline content as plain text."""
    return "".join(map(_inline, content))


def _inline(node: Inline) -> str:
    match node:
        case str():
            return node
        case Strong(content) | Soft(content) | Mark(_, content):
            return line(content)
        case Name(words) | Tag(_, words):
            return words
        case Cite(label, _):
            return f" [{label}]"
        case Break():
            return "; "
        case Presence(present):
            return ", ".join(str(n) for n, here in enumerate(present, 1) if here)
        case Back():
            return ""
