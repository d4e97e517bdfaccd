"""The command line: arguments in, one call, errors out."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readout.terminal import missing, progress_console, stop, told

if TYPE_CHECKING:
    from readout.corpus import Reading
    from readout.extract import Extraction

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"readout {version('readout')}")
        raise typer.Exit


@app.callback()
def _about(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """When, how long, who and how many: a sourced report from news articles."""


Paths = Annotated[list[str], typer.Argument(help="Article files, folders or globs.")]


def _read(paths: list[str]) -> Reading:
    """Read articles, say what could not be read; end with status 2 where a path does not exist."""
    from readout.corpus import read_articles
    from readout.corpus.check import printable

    errors = progress_console()
    try:
        with errors.status("Reading"):
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


def _extract(paths: list[str]) -> list[Extraction]:
    from rich.progress import track

    from readout.extract import extract as extract_article

    articles, errors = _read(paths).articles, progress_console()
    bar = track(articles, "Extracting", console=errors, transient=True, disable=not errors.is_terminal)
    return [extract_article(article) for article in bar]


def _extract_kept(
    paths: list[str], store: str | None, workers: int, dask: str | None, *, needed: bool
) -> list[Extraction]:
    """Extract through a store; what is `needed` afterwards comes out of it."""
    from rich.progress import Progress

    from readout.corpus.check import printable
    from readout.extract.scale import extract_all, find_sources, kept_extractions
    from readout.extract.store import default_location

    place = store or default_location()
    errors = progress_console()
    try:
        sources = find_sources(paths)
        with Progress(console=errors, disable=not errors.is_terminal) as bar:
            task = bar.add_task("Extracting", total=len(sources))
            run = extract_all(
                sources, place, workers=workers, dask=dask, tell=lambda done: bar.advance(task, done)
            )
    except FileNotFoundError as error:
        errors.print(printable(str(error)))
        raise typer.Exit(2) from None
    except ModuleNotFoundError as error:
        raise stop(missing(str(error.name), "dask")) from None
    for warning in run.warnings:
        errors.print(printable(f"Warning: {warning}"))
    errors.print(f"{len(run.keys)} articles, {run.new} of them new, kept in {printable(place)}")
    return kept_extractions(place, run.keys) if needed else []


@app.command()
def extract(
    paths: Paths,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            help="The facts to write: FILE.json, or a folder of tables, NAME.csv or NAME.parquet.",
        ),
    ] = None,
    texts: Annotated[
        Path | None, typer.Option(help="A folder for the cleaned texts that offsets count in.")
    ] = None,
    corrections: Annotated[Path | None, typer.Option(help="What people ruled: a corrections file.")] = None,
    since: Annotated[Path | None, typer.Option(help="An earlier facts file to compare with.")] = None,
    store: Annotated[
        str | None, typer.Option(help="Keep what is extracted in this folder or URL; read only what is new.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes, for a store.")] = os.cpu_count() or 1,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="[ADDRESS]", help="Work on this Dask cluster; no address: on one of --workers here."
        ),
    ] = None,
) -> None:
    """Read articles and write the facts file."""
    from readout.corpus.read import write_texts
    from readout.story import build_story
    from readout.story.facts import FactsError, load_facts, write_facts
    from readout.story.rulings import CorrectionsError, load_corrections

    if not (out or store or dask):
        raise stop("Name a facts file (-o FILE) or a store (--store FOLDER)")
    extractions = (
        _extract_kept(paths, store, workers, dask, needed=bool(out or texts))
        if store or dask
        else _extract(paths)
    )
    if texts:
        write_texts((e.article for e in extractions), texts)
    if not out:
        return
    try:
        rulings = load_corrections(corrections, paths) if corrections else ()
        before = load_facts(since) if since else None
    except (FileNotFoundError, CorrectionsError, FactsError) as error:
        raise stop(told(error)) from None
    with progress_console().status("Comparing"):
        story = build_story(extractions, rulings, before)
    for c in story.corrections:
        if not c.applied:
            typer.echo(f"Warning: not applied: {c.kind} {c.target} ({c.original})", err=True)
    write_facts(story, out)


@app.command()
def render(
    reports: Annotated[list[Path] | None, typer.Argument(help="YAML files; none: all of reports/.")] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Where to write; none: out/ beside the YAML.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Reports at a time; none: one a processor.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Also what an interrupted run has rendered already.")
    ] = False,
    only_changed: Annotated[
        bool,
        typer.Option(
            "--only-changed", help="Only what changed: articles, parameters, corrections, notebook, library."
        ),
    ] = False,
    notify: Annotated[
        bool, typer.Option("--notify", help="Mail failures to those whom `mail: notify:` names.")
    ] = False,
) -> None:
    """Run the notebooks of reports and write them as HTML and PDF; status 1 when any failed."""
    from rich.console import Console

    from readout.publish.render_command import render_files

    files = reports or sorted(Path("reports").glob("*.yml"))
    if not files:
        raise stop("No reports/*.yml here: name a YAML file")
    if notify:
        _need_mail()
    console = Console()
    try:
        failed = render_files(
            files, out, workers=workers, force=force, only_changed=only_changed, console=console
        )
    except KeyboardInterrupt:
        console.print("Stopped. The same command goes on where it stopped.")
        raise
    if failed and notify:
        from readout.publish.mail.command import notify_failures

        notify_failures(files, failed, console)
    if failed:
        raise typer.Exit(1)


def _need_mail() -> None:
    """End with status 2 where the extra that mails is not installed."""
    from importlib.util import find_spec

    if not all(map(find_spec, ("css_inline", "email_validator", "filelock"))):
        raise stop(missing("What mails", "mail"))


@app.command()
def send(
    reports: Annotated[list[Path], typer.Argument(help="YAML files with a `mail:` part.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Where reports are; none: out/ beside the YAML.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write the .eml, say who would get it, send nothing.")
    ] = False,
    if_changed: Annotated[
        bool,
        typer.Option("--if-changed", help="Send only what says something else than when it was sent last."),
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Also to those who have this very report already.")
    ] = False,
) -> None:
    """Mail reports, each to those who do not have it yet; status 1 when anyone did not get it."""
    from rich.console import Console

    _need_mail()
    from readout.publish.mail.command import Options, send_files

    if not send_files(reports, out, Options(dry_run, if_changed, again), Console()):
        raise typer.Exit(1)


@app.command()
def lab() -> None:
    """Open the notebooks in JupyterLab (the extra `lab`)."""
    from importlib.util import find_spec

    if find_spec("jupyterlab") is None:
        raise stop("JupyterLab is not installed here. In Readout's folder: make lab")
    folder = "notebooks" if Path("notebooks").is_dir() else "."
    os.execv(sys.executable, [sys.executable, "-m", "jupyterlab", folder])


def _with_dask_address(arguments: list[str]) -> list[str]:
    """`arguments` with `local` after a `--dask` that has no address: Typer knows no optional values."""
    given = list(arguments)
    for place, argument in enumerate(given):
        following = given[place + 1] if place + 1 < len(given) else ""
        if argument == "--dask" and not re.match(r"local$|(tcp|tls|ucxx?|wss?)://", following):
            given.insert(place + 1, "local")
    return given


def main() -> None:
    """Run the command line; what the system refuses (a folder that cannot be written) is one line and status 2."""
    try:
        app(_with_dask_address(sys.argv[1:]))
    except (OSError, ImportError) as error:
        sys.exit(stop(told(error)).exit_code)


if __name__ == "__main__":
    main()
