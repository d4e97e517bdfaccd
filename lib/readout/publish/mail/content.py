"""A run notebook as the parts of an e-mail: plain text, HTML that mail programs keep, pictures.

Mail programs strip scripts and style sheets, refuse `data:` pictures and cut what is over 102 KB: so rules are
written into the elements, charts are PNG parts shown by their Content-ID, and folded tables stay behind in the
attached report.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from nbformat import NotebookNode

from readout.publish.html import slug, titled
from readout.publish.mail.message import MailError, Picture
from readout.show.media import VEGALITE

HERE = Path(__file__).parent
# Gmail cuts a body at 102 KB; what is over this is not sent.
MOST_BYTES = 90_000
# Pixels of a chart for each pixel that it is shown with: sharp on a phone.
SCALE = 2.0
# What mail programs strip or refuse, and tables that repeat what a chart shows.
_LEFT_OUT = ("details", "script", "style", "link", "iframe", "object", "embed", "svg", "form")
# The widest that mail programs show a message.
WIDTH = 600


@dataclass(frozen=True, slots=True)
class Content:
    """What the message says: one subject, the same in text and in HTML, and the pictures of the HTML."""

    subject: str
    text: str
    html: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One heading, run of text or chart of a notebook, in both forms."""

    text: str
    html: str = ""
    heading: str = ""
    picture: Picture | None = None
    alt: str = ""


def content_of(nb: NotebookNode, fallback_title: str) -> Content:
    """The parts of an e-mail made of the run notebook `nb`, whose own title is the subject.

    Raises MailError where the HTML is larger than mail programs show.
    """
    parts = list(_parts(nb))
    title = titled(nb, fallback_title)
    html = _page(title, parts)
    if len(html.encode()) > MOST_BYTES:
        raise MailError(
            f"the message's HTML is {len(html.encode()) / 1000:.0f} KB, and mail programs cut at 102 KB: "
            "mail a shorter notebook (`brief`)"
        )
    text = "\n\n".join(p.text.strip() for p in parts if p.text.strip()) + "\n"
    return Content(title, text, html, tuple(p.picture for p in parts if p.picture))


def _parts(nb: NotebookNode) -> list[Part]:
    parts: list[Part] = []
    for cell in nb.cells:
        if cell.cell_type == "markdown":
            parts += [_heading(line) for line in cell.source.splitlines() if line.strip()]
        for output in cell.get("outputs", ()):
            part = _output(output.get("data", {}), len(parts))
            if part:
                parts.append(part)
    return parts


def _heading(line: str) -> Part:
    words = line.lstrip("#").strip()
    return Part(f"{words}\n{'-' * len(words)}" if line.startswith("#") else words, heading=words)


def _output(data: dict[str, Any], number: int) -> Part | None:
    plain = "".join(data.get("text/plain", ""))
    if VEGALITE in data:
        spec = data[VEGALITE]
        name = f"{slug(spec.get('usermeta', {}).get('readout', 'chart'))}-{number}"
        return Part(plain, picture=Picture(name, _png(spec)), alt=spec.get("description", plain))
    if "text/html" in data:
        return Part(plain, html=_kept("".join(data["text/html"])))
    return None


def _png(spec: dict[str, Any]) -> bytes:
    import vl_convert

    drawn = {**spec, "background": "#ffffff", "padding": 8}
    if "width" in spec:
        drawn["width"] = WIDTH - 40
    png: bytes = vl_convert.vegalite_to_png(drawn, scale=SCALE)
    return png


def _kept(fragment: str) -> str:
    """`fragment` without folded tables, and with its references as words: a mail program has nowhere to jump."""
    from lxml import html

    root = html.fragment_fromstring(fragment, create_parent="div")
    for left_out in root.xpath("|".join(f".//{tag}" for tag in _LEFT_OUT)):
        left_out.drop_tree()
    for way_back in root.find_class("ro-back"):
        way_back.drop_tree()
    for reference in root.find_class("ro-cite"):
        reference.text = f"\u00a0[{reference.text}]"
    for link in root.xpath(".//a[starts-with(@href, '#')]"):
        link.drop_tag()
    kept: str = html.tostring(root, encoding="unicode")
    return kept


def _page(title: str, parts: list[Part]) -> str:
    import css_inline

    templates = Environment(loader=FileSystemLoader(HERE), autoescape=select_autoescape(["j2"]))
    page = templates.get_template("mail.html.j2").render(title=title, parts=parts, width=WIDTH)
    inliner = css_inline.CSSInliner(keep_at_rules=True, minify_css=True, load_remote_stylesheets=False)
    inlined: str = inliner.inline(page)
    return inlined
