"""Every way to install Readout installs the same things: pyproject.toml, environment.yml, the lock files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+?))?\s*\\?$", re.MULTILINE
)
LOCKS = {
    "requirements.lock": ("build",),
    "requirements-test.lock": ("build", "dask", "mail", "dev"),
    "requirements-lab.lock": ("build", "lab"),
}


def wanted(*extras: str) -> dict[str, Requirement]:
    """What pyproject.toml asks for at run time and under `extras`, by name."""
    lines = [*PROJECT["dependencies"], *(d for e in extras for d in PROJECT["optional-dependencies"][e])]
    return {canonicalize_name(r.name): r for r in map(Requirement, lines)}


def test_conda_installs_what_pyproject_names() -> None:
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    pip = next(entry["pip"] for entry in listed if isinstance(entry, dict))
    assert pip[-1] == "--editable ."
    named = [Requirement(e) for e in [*listed, *pip[:-1]] if isinstance(e, str) and e != "pip"]
    found = {canonicalize_name(r.name): str(r.specifier) for r in named}
    assert found.pop("python") == PROJECT["requires-python"]
    assert found == {name: str(r.specifier) for name, r in wanted("lab", "dask", "mail").items()}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_what_pyproject_asks_for(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = [(canonicalize_name(m["name"]), m["version"]) for m in PIN.finditer(text)]
    for name, requirement in wanted(*LOCKS[lock]).items():
        versions = [version for pinned, version in pins if pinned == name]
        assert versions, f"{lock} lacks {name}: make lock"
        assert all(requirement.specifier.contains(v, prereleases=True) for v in versions), (
            f"{name} {versions}: make lock"
        )


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "index-url" not in text


def test_rendering_goes_without_jupyterlab() -> None:
    assert "\njupyterlab==" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")
