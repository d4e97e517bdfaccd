"""What all tests share: where the third-party gold lies, and the switch for heavy tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says more about who else uses the machine; tests of cost measure it for themselves.
settings.register_profile("readout", deadline=None)
settings.load_profile("readout")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the heavy tests too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    skip = pytest.mark.skip(reason="heavy: run with --slow")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party articles, gold and scorers; tests that need it skip in a user's clone."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared (third-party gold), which this clone does not have")
    return SHARED
