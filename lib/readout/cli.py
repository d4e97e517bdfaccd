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
    corrections: Annotated[Path | None, typer.Option(help="What people ruled: a corrections file.")] = None,
    since: Annotated[Path | None, typer.Option(help="An earlier facts file to compare with.")] = None,
) -> None:
    """Read articles and write the facts file."""
    from readout.corpus.read import write_texts
    from readout.extract import extract as extract_article
    from readout.story import build_story
    from readout.story.facts import FactsError, load_facts, write_facts
    from readout.story.rulings import CorrectionsError, load_corrections

    articles = _read(paths).articles
    if texts:
        write_texts(articles, texts)
    try:
        rulings = load_corrections(corrections, Path(paths[0]).name) if corrections else ()
        before = load_facts(since) if since else None
    except (FileNotFoundError, CorrectionsError, FactsError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    write_facts(build_story([extract_article(a) for a in articles], rulings, before), out)


@app.command()
def render(
    reports: Annotated[list[Path] | None, typer.Argument(help="YAML files; none: all of reports/.")] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Where to write; none: out/ beside the YAML.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Reports at a time; none: one a processor.")
    ] = None,
    force: Annotated[bool, typer.Option(help="Also what an interrupted run has rendered already.")] = False,
    only_changed: Annotated[
        bool, typer.Option(help="Only what changed: articles, parameters, corrections, notebook, library.")
    ] = False,
) -> None:
    """Run the notebooks of reports and write them as HTML and PDF; status 1 when any failed."""
    from rich.console import Console

    from readout.publish.render_command import render_files

    files = reports or sorted(Path("reports").glob("*.yml"))
    if not files:
        typer.echo("No reports/*.yml here: name a YAML file", err=True)
        raise typer.Exit(2)
    console = Console()
    if not render_files(files, out, workers=workers, force=force, only_changed=only_changed, console=console):
        raise typer.Exit(1)


@app.command()
def send(
    reports: Annotated[list[Path], typer.Argument(help="YAML files with a `mail:` part.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Where reports are; none: out/ beside the YAML.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option(help="Write the .eml, say who would get it, send nothing.")
    ] = False,
    if_changed: Annotated[
        bool, typer.Option(help="Send only what says something else than when it was sent last.")
    ] = False,
    again: Annotated[bool, typer.Option(help="Also to those who have this very report already.")] = False,
) -> None:
    """Mail reports, each to those who do not have it yet; status 1 when anyone did not get it."""
    from importlib.util import find_spec

    from rich.console import Console

    if find_spec("css_inline") is None or find_spec("email_validator") is None:
        typer.echo("Mailing is not installed: pip install 'readout[mail]'", err=True)
        raise typer.Exit(2)
    from readout.publish.mail.command import Options, send_files

    if not send_files(reports, out, Options(dry_run, if_changed, again), Console()):
        raise typer.Exit(1)


@app.command()
def lab() -> None:
    """Open the notebooks in JupyterLab (the extra `lab`)."""
    import os
    import sys
    from importlib.util import find_spec

    if find_spec("jupyterlab") is None:
        typer.echo("JupyterLab is not installed: pip install 'readout[lab]'", err=True)
        raise typer.Exit(2)
    folder = "notebooks" if Path("notebooks").is_dir() else "."
    os.execv(sys.executable, [sys.executable, "-m", "jupyterlab", folder])


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
