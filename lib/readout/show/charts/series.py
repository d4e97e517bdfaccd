"""A figure over time: points on a scale from zero, an arrow where the value is only a bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import altair as alt

from readout.show.charts.base import date_axis, frame, inline, labels, moment, spec, unchecked
from readout.show.theme import LIGHT

_HEIGHT = 190
# Arrows as paths around the point (Vega scales a shape of -1..1 by its size).
_UP = "M0,-1.2L0,-3.4M-0.8,-2.5L0,-3.4L0.8,-2.5"
_DOWN = "M0,1.2L0,3.4M-0.8,2.5L0,3.4L0.8,2.5"
# With more points than this only the first, the last, the highest and the lowest are labelled.
_ALL = 5


@dataclass(frozen=True, slots=True)
class Point:
    """One value; `bound` is 1 where the true value may be higher, -1 where lower, 0 where it is as stated."""

    day: date
    value: float
    label: str
    bound: int = 0


@unchecked
def series(points: Sequence[Point]) -> dict[str, Any]:
    """The points as Vega-Lite; at least one."""
    first, last = points[0].day, points[-1].day
    margin = max((last - first) * 0.06, timedelta(days=1))
    named = _named(points)
    rows = [
        {"begin": moment(p.day), "value": p.value, "label": p.label, "bound": p.bound, "named": p in named}
        for p in points
    ]
    x = date_axis(first - margin, last + margin)
    top = max(p.value for p in points) * 1.35 or 1
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[0, top], nice=False),
        axis=alt.Axis(
            title=None, labelExpr="format(datum.value, ',')", tickCount=4, domain=False, ticks=False
        ),
    )
    data = inline(rows)
    line = alt.Chart(data).mark_line(color=LIGHT["many"], strokeWidth=2, strokeDash=[5, 4])
    dot = alt.Chart(data).mark_point(filled=True, color=LIGHT["many"], size=110, opacity=1)
    layers = [
        frame(first - margin, last + margin, x),
        line.encode(x=x, y=y),
        dot.encode(x=x, y=y, tooltip=alt.Tooltip("label:N")),
        *_arrows([r for r in rows if r["bound"] == 1], _UP, x, y),
        *_arrows([r for r in rows if r["bound"] == -1], _DOWN, x, y),
        *(
            labels(inline(told), "scale('x', datum.begin) + 10", dy=dy).encode(y=y)
            for dy, rises in ((-8, False), (20, True))
            if (
                told := [r for r, up in zip(rows, _rising(points), strict=True) if r["named"] and up is rises]
            )
        ),
    ]
    return spec(layers, _HEIGHT)


def _rising(points: Sequence[Point]) -> list[bool]:
    """Whether the line goes up from each point: then there is room for its label below, otherwise above."""
    return [*(a.value < b.value for a, b in pairwise(points)), False]


def _named(points: Sequence[Point]) -> set[Point]:
    if len(points) <= _ALL:
        return set(points)
    by_value = sorted(points, key=lambda p: p.value)
    return {points[0], points[-1], by_value[0], by_value[-1]}


def _arrows(rows: list[dict[str, Any]], shape: str, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    if not rows:
        return []
    arrow = alt.Chart(inline(rows)).mark_point(
        shape=shape, filled=False, stroke=LIGHT["many"], strokeWidth=2, size=200, opacity=1
    )
    return [arrow.encode(x=x, y=y)]
