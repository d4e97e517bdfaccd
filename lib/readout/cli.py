"""The command line: arguments in, one call, errors out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from readout.corpus import Reading

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def _about() -> None:
    """When, how long, who and how many: a sourced report from news articles."""


Paths = Annotated[list[str], typer.Argument(help="Article files, folders or globs.")]


def _read(paths: list[str]) -> Reading:
    """Read articles, say what could not be read; end with status 2 where a path does not exist."""
    from rich.console import Console

    from readout.corpus import read_articles
    from readout.corpus.check import printable

    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        reading = read_articles(paths)
    except FileNotFoundError as error:
        errors.print(printable(str(error)))
        raise typer.Exit(2) from None
    for warning in reading.warnings:
        errors.print(printable(f"Warning: {warning}"))
    if not reading.articles:
        errors.print("Warning: no articles were found")
    return reading


@app.command()
def check(paths: Paths) -> None:
    """Show how each file is read: date and why, title, what was left out."""
    from rich.console import Console

    from readout.corpus.check import check_table

    Console(highlight=False).print(check_table(_read(paths)))


@app.command()
def extract(
    paths: Paths,
    out: Annotated[Path, typer.Option("-o", "--out", help="The facts file to write.")],
    texts: Annotated[
        Path | None, typer.Option(help="A folder for the cleaned texts that offsets count in.")
    ] = None,
) -> None:
    """Read articles and write the facts file."""
    from readout.corpus.read import write_texts
    from readout.extract import extract as extract_article
    from readout.story import build_story
    from readout.story.facts import write_facts

    articles = _read(paths).articles
    if texts:
        write_texts(articles, texts)
    write_facts(build_story([extract_article(a) for a in articles]), out)


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
