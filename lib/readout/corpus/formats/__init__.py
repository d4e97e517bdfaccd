"""The formats that saved articles come in, one module each: bytes in, a draft out."""

from collections.abc import Callable

from readout.corpus.formats.draft import Draft
from readout.corpus.formats.mail import read_mail
from readout.corpus.formats.markdown import read_markdown
from readout.corpus.formats.page import read_page
from readout.corpus.formats.plain import read_plain

READERS: dict[str, Callable[[bytes], Draft]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".eml": read_mail,
}

__all__ = ["READERS", "Draft"]
