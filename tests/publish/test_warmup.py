"""The report that warms up a batch has everything that a first report is slow at."""

from __future__ import annotations

import pytest

from readout.publish.fork import warmup
from readout.show.charts import lengths, series, timeline


def test_it_reads_and_draws_all_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    for module in (lengths, series, timeline):
        draw = module.spec
        monkeypatch.setattr(
            module, "spec", lambda *a, draw=draw, name=module.__name__: drawn.append(name) or draw(*a)
        )
    warmup._make_one_report()
    assert sorted(drawn) == [module.__name__ for module in (lengths, series, timeline)]


def test_its_modules_are_there() -> None:
    for name in (*warmup.MODULES, *warmup.MORE_MODULES):
        __import__(name)
