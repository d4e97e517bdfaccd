"""Markdown with front matter, as note takers and web clippers write it, down to its words."""

from __future__ import annotations

import re
from dataclasses import replace

from readout.corpus.decode import decode, plain
from readout.corpus.formats.draft import Draft
from readout.corpus.formats.front_matter import split_front_matter

_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_BREAK = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,2000}(?:\s[^()\n]{0,500})?\)")
_LINK = re.compile(r"\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s[^()\n]{0,500})?\)")
_MARKS = re.compile(r"(\*{1,3}|__?|~~|`)(?=\S)([^*_~`\n]{1,2000}?)(?<=\S)\1(?!\w)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def _inline(line: str) -> str:
    """`line` without Markdown's marks for links, pictures and emphasis."""
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    return _ESCAPE.sub(r"\1", _MARKS.sub(r"\2", _TAG.sub("", line)))


def _paragraphs(text: str) -> str:
    """One paragraph, heading or list item a line."""
    out: list[str] = []
    open_ended = False
    for line in text.split("\n"):
        heading = _HEADING.match(line)
        if heading or not line.strip() or _BREAK.match(line):
            out += [heading.group(1)] if heading else []
            open_ended = False
            continue
        line = line.lstrip("> ").rstrip() if line.lstrip().startswith(">") else line.strip()
        if open_ended and not _ITEM.match(line):
            out[-1] += " " + line
        else:
            out.append(line)
        open_ended = True
    return "\n".join(out)


def read_markdown(raw: bytes) -> Draft:
    """A draft of a Markdown file. Raises Unreadable where the bytes are not text."""
    text, warning = decode(raw)
    draft = split_front_matter(plain(text))
    body = "\n".join(map(_inline, _paragraphs(_COMMENT.sub("", draft.text)).split("\n")))
    told = (warning, *draft.warnings) if warning else draft.warnings
    return replace(draft, text=body, warnings=told)
