"""What the command line says beside its results: what is wrong, in one line, and how far it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console

_NUMBER = re.compile(r"\[Errno \d+\] ", re.IGNORECASE)


def progress_console() -> Console:
    """Where progress and warnings go: what is piped on holds results alone."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def stop(words: str) -> typer.Exit:
    """Say what is wrong; returns the exit with status 2, to be raised."""
    typer.echo(words, err=True)
    return typer.Exit(2)


def told(error: Exception) -> str:
    """An error in words: which file, and what of it."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return _NUMBER.sub("", str(error)) or type(error).__name__


def missing(what: str, extra: str) -> str:
    """That `what` is not installed, and how to install the extra that has it."""
    return f"{what} is not installed. In Readout's folder: .venv/bin/pip install -e '.[{extra}]'"
