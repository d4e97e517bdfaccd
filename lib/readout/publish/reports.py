"""What to render: reports/NAME.yml, read and checked before anything runs."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from readout.publish.suggest import did_you_mean

Format = Literal["html", "pdf"]


class ReportError(Exception):
    """A report cannot be rendered as it is described; the message says where and why."""


class ReportFile(BaseModel):
    """The content of reports/NAME.yml. Relative paths in it are relative to the file itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    notebook: tuple[str, ...] = Field(
        ("report",), description="A notebook of notebooks/ by name, or a path to one; or a list of them."
    )
    formats: tuple[Format, ...] = Field(("html", "pdf"), description="What to export the run notebook to.")
    title: str | None = Field(None, description="The report's title, if the notebook's own is not wanted.")
    parameters: dict[str, Any] = Field({}, description="Values for the notebook's parameters.")
    matrix: dict[str, list[Any]] = Field(
        {}, description="Parameters with several values each: one report for each combination."
    )
    timeout: float | None = Field(600, gt=0, description="Seconds that one cell may take.")
    mail: dict[str, Any] | None = Field(None, description="Whom `readout send` mails the report to, and how.")

    @field_validator("notebook", "formats", mode="before")
    @classmethod
    def _one_is_a_list(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Report:
    """One report to render: one notebook or more with one set of parameters."""

    name: str
    file: Path
    notebooks: tuple[Path, ...]
    formats: tuple[Format, ...]
    parameters: dict[str, Any]
    timeout: float | None

    @property
    def folder(self) -> Path:
        """The folder that relative paths among the parameters start from."""
        return self.file.parent


def load_reports(file: Path) -> list[Report]:
    """The reports that `file` describes: one, or one for each combination of its matrix.

    Raises ReportError, with the line where there is one.
    """
    settings = read_report_file(file)
    notebooks = tuple(find_notebook(name, file) for name in settings.notebook)
    title = {"title": settings.title} if settings.title else {}
    return [
        Report(
            name="-".join([file.stem, *map(_slug, values)]),
            file=file.resolve(),
            notebooks=notebooks,
            formats=settings.formats,
            parameters={**title, **settings.parameters, **dict(zip(settings.matrix, values, strict=True))},
            timeout=settings.timeout,
        )
        for values in itertools.product(*settings.matrix.values())
    ]


def read_report_file(file: Path) -> ReportFile:
    """Read and check one YAML file. Raises ReportError."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        near = did_you_mean(file.name, (p.name for p in file.parent.glob("*.yml")))
        raise ReportError(f"{file}: no such file; {near}") from None
    except IsADirectoryError:
        raise ReportError(
            f"{file}: a folder; name the YAML file of a report, such as reports/NAME.yml"
        ) from None
    except OSError as error:
        raise ReportError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ReportError(f"{file}: cannot be read: {error}") from None
    try:
        content = yaml.safe_load(text) or {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{file}:{mark.line + 1}" if mark else str(file)
        raise ReportError(f"{where}: not valid YAML: {error.problem}") from None
    # A character that YAML refuses; a date such as 2026-02-31; brackets a thousand deep.
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ReportError(f"{file}: not valid YAML: {error}") from None
    if not isinstance(content, dict):
        raise ReportError(f"{file}: expected keys and values, such as `notebook: report`")
    try:
        return ReportFile.model_validate(content)
    except ValidationError as error:
        raise ReportError(explain(file, error, ReportFile)) from None


def explain(file: Path, error: ValidationError, model: type[BaseModel], *within: str) -> str:
    """What is wrong in `file`, a line for each error of validating `model`, which stands at `within`."""
    root = yaml.compose(file.read_text(encoding="utf-8"), yaml.SafeLoader)
    return "\n".join(_explain(file, root, model, within, one) for one in error.errors(include_input=False))


def _explain(file: Path, root: Any, model: type[BaseModel], within: tuple[str, ...], error: Any) -> str:
    place = (*within, *error["loc"])
    path = ".".join(map(str, place))
    where = f"{file}:{_line(root, place)}"
    if error["type"] == "extra_forbidden":
        known = (f.alias or name for name, f in model.model_fields.items())
        return f"{where}: unknown key {path!r}; {did_you_mean(str(place[-1]), known)}"
    words = error["msg"].removeprefix("Value error, ")
    return f"{where}: {path}: {words[0].lower()}{words[1:]}"


def _line(node: Any, path: tuple[str | int, ...]) -> int:
    """The line, from 1, of the entry at `path`, or of its nearest parent."""
    line = node.start_mark.line if node else 0
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if not found:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line
    return int(line) + 1


def find_notebook(name: str, file: Path) -> Path:
    """`name` as a path from the YAML file's folder, or a notebook's name in the nearest notebooks/ folder."""
    if name.endswith(".ipynb"):
        path = file.parent / name
        if not path.is_file():
            raise ReportError(f"{file}: no notebook {name}")
        return path.resolve()
    folders = [parent / "notebooks" for parent in (file.resolve().parent, *file.resolve().parents)]
    known = {p.stem: p for folder in reversed(folders) for p in folder.glob("*.ipynb")}
    if not known:
        raise ReportError(
            f"{file}: no notebook {name!r}: no notebooks folder is here or above; a path ends in .ipynb"
        )
    if name not in known:
        raise ReportError(f"{file}: no notebook {name!r}; {did_you_mean(name, known)}")
    return known[name]


def _slug(value: Any) -> str:
    return re.sub(r"[^\w.]+", "-", str(value)).strip("-.").lower() or "none"
