"""The command line: arguments in, one call, errors out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def _about() -> None:
    """When, how long, who and how many: a sourced report from news articles."""


@app.command()
def extract(
    paths: Annotated[list[str], typer.Argument(help="Article files, folders or globs.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The facts file to write.")],
) -> None:
    """Read articles and write the facts file."""
    from readout.corpus.read import read_articles
    from readout.extract import extract as extract_article
    from readout.story import build_story
    from readout.story.facts import write_facts

    write_facts(build_story([extract_article(a) for a in read_articles(paths)]), out)


def main() -> None:
    """Run the command line."""
    app()
