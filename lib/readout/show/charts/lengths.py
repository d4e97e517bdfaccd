"""Lengths of sessions as bars from zero, with the doubt of each (about, almost) drawn at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from readout.show.charts.base import inline, labels, spec, unchecked
from readout.show.theme import LIGHT

_ROW = 46
_BAR = 0.68
# How far a mark of doubt reaches, as a part of the longest bar.
_REACH = 0.05


@dataclass(frozen=True, slots=True)
class Length:
    """One session. `below` and `above` say on which sides of `hours` the true value may lie."""

    label: str
    hours: float
    below: bool = False
    above: bool = False


@unchecked
def lengths(sessions: Sequence[Length]) -> dict[str, Any]:
    """The sessions as Vega-Lite; at least one."""
    longest = max(s.hours for s in sessions)
    reach = longest * _REACH
    rows = [
        {
            "row": n + _BAR,
            "hours": s.hours,
            "label": s.label,
            "low": s.hours - reach * s.below,
            "high": s.hours + reach * s.above,
        }
        for n, s in enumerate(sessions)
    ]
    data, doubtful = inline(rows), inline([r for r in rows if r["low"] != r["high"]])
    domain = [0, longest * (1 + 2 * _REACH)]

    def x(field: str) -> alt.X:
        axis = alt.Axis(title=None, tickMinStep=1, tickCount=6, labelExpr="datum.label + ' h'")
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=domain, nice=False), axis=axis)

    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[0, len(rows)], reverse=True, nice=False))
    bar = alt.Chart(data).mark_bar(orient="horizontal", height=16, color=LIGHT["long"])
    layers = [
        bar.encode(x=x("hours"), y=y, tooltip=alt.Tooltip("label:N")),
        labels(data, "0", dy=-12).encode(y=y),
    ]
    if doubtful.values:
        whisker = alt.Chart(doubtful)
        ends = alt.Chart(doubtful).mark_tick(color=LIGHT["ink"], thickness=1.5, size=9, orient="vertical")
        layers += [
            whisker.mark_rule(color=LIGHT["ink"], strokeWidth=1.5).encode(
                x=x("low"), x2=alt.X2("high:Q"), y=y
            ),
            ends.encode(x=x("low"), y=y),
            ends.encode(x=x("high"), y=y),
        ]
    return spec(layers, len(rows) * _ROW)
