"""Extractions that the processes of a batch share: an article is read once, however many reports it is in."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path

from readout.corpus import Article
from readout.extract.mentions import Extraction

Extract = Callable[[Article], Extraction]

_folder: Path | None = None


def share_in(folder: Path | None) -> None:
    """Keep extractions in `folder`, and take them from there: in this process and those forked from it.

    Args:
        folder: one that nobody else may write to and that goes with the batch, for what lies there is trusted
            and made by the library as it is now; None to stop sharing.
    """
    global _folder
    _folder = folder


def shared(extract: Extract) -> Extract:
    """`extract`, which looks first whether a process of the same batch has read the very same article."""

    @wraps(extract)
    def take_or_make(article: Article) -> Extraction:
        if _folder is None:
            return extract(article)
        kept = _folder / hashlib.sha256(pickle.dumps(article)).hexdigest()
        with suppress(OSError):
            found: Extraction = pickle.loads(kept.read_bytes())
            return found
        made = extract(article)
        with suppress(OSError):  # a full disk costs time, not the report
            aside = kept.with_suffix(f".{os.getpid()}")
            aside.write_bytes(pickle.dumps(made))
            aside.replace(kept)
        return made

    return take_or_make
