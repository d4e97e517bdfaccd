"""Charts are drawn unchecked, to be quick; here they are held against Vega-Lite's schema, Altair's checks on."""

from __future__ import annotations

from datetime import date

import altair as alt
import pytest

from readout.show.charts.lengths import Length, lengths
from readout.show.charts.series import Point, series
from readout.show.charts.timeline import Bar, Dot, timeline

DAYS = [date(2026, 3, day) for day in (1, 4, 9)]
CHARTS = {
    "timeline": lambda: timeline(
        [
            Bar("held", DAYS[0], DAYS[1], held=True, announced=DAYS[2], slip="five days early"),
            Bar("planned", DAYS[2], DAYS[2], held=False),
        ],
        [Dot("stated", DAYS[0], stated=True), Dot("inferred", DAYS[1], stated=False)],
    ),
    "dots": lambda: timeline([], [Dot("alone", DAYS[0], stated=True)]),
    "lengths": lambda: lengths([Length("one", 3.0), Length("two", 1.5, below=True, above=True)]),
    "series": lambda: series([Point(d, 10.0 * n, str(n), n - 1) for n, d in enumerate(DAYS)]),
}


@pytest.mark.parametrize("name", CHARTS)
def test_charts_keep_to_the_schema(name: str) -> None:
    spec = CHARTS[name]()
    assert alt.LayerChart.from_dict(spec, validate=True).to_dict(validate=True)


@pytest.mark.parametrize("name", CHARTS)
def test_unchecked_charts_are_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = CHARTS[name]()
    checked = alt.LayerChart.to_dict
    monkeypatch.setattr(alt.LayerChart, "to_dict", lambda self, **_: checked(self, validate=True))
    assert CHARTS[name]() == fast
