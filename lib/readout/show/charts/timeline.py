"""The timeline: held solid, planned hollow, slips as arrows, articles as dots (hollow where the date is inferred)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt

from readout.show.charts.base import DAY, date_axis, inline, iso, labels, spec
from readout.show.theme import LIGHT

_ROW = 50


@dataclass(frozen=True, slots=True)
class Bar:
    """A meeting on the timeline. `announced` is the day it was first announced for, where that was another one."""

    label: str
    first: date
    last: date
    held: bool
    announced: date | None = None
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """An article on the timeline."""

    label: str
    day: date
    stated: bool


def timeline(bars: Sequence[Bar], dots: Sequence[Dot]) -> dict[str, Any]:
    """The timeline as Vega-Lite. At least one bar or dot is needed."""
    every = [d for b in bars for d in (b.first, b.last, b.announced or b.first)] + [d.day for d in dots]
    axis = date_axis(min(every) - DAY, max(every) + DAY, orient="top")
    count = len(bars) + bool(dots)
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[0, count], reverse=True, nice=False, zero=False))
    layers = [*_bars(bars, axis, y), *_slips(bars, axis, y), *_dots(dots, len(bars), axis, y)]
    return spec(alt.layer(*layers), count * _ROW)


def _bars(bars: Sequence[Bar], axis: alt.X, y: alt.Y) -> list[alt.Chart]:
    rows = [
        {
            "row": n + 0.62,
            "begin": iso(b.first),
            "end": iso(b.last + DAY),
            "from": iso(min(b.first, b.announced or b.first)),
            "label": b.label,
            "held": b.held,
        }
        for n, b in enumerate(bars)
    ]
    solid = alt.condition("datum.held", alt.value(LIGHT["when"]), alt.value(LIGHT["ground"]))
    dash = alt.condition("datum.held", alt.value([1, 0]), alt.value([4, 3]))
    data = inline(rows)
    bar = (
        alt.Chart(data)
        .mark_bar(height=14, cornerRadius=3, stroke=LIGHT["when"], strokeWidth=1.5)
        .encode(x=axis, x2="end:T", y=y, fill=solid, strokeDash=dash, tooltip=alt.Tooltip("label:N"))
    )
    text = labels(data, "scale('x', toDate(datum.from))", dy=-12).encode(y=y, text="label:N")
    return [bar, text] if rows else []


def _slips(bars: Sequence[Bar], axis: alt.X, y: alt.Y) -> list[alt.Chart]:
    rows = [
        {
            "row": n + 0.62,
            "begin": iso(b.announced),
            "end": iso(b.announced + DAY),
            "to": iso(b.first),
            "label": b.slip,
            "tip": f"Announced for this day; {b.slip}",
        }
        for n, b in enumerate(bars)
        if b.announced and b.announced != b.first
    ]
    if not rows:
        return []
    data = inline(rows)
    hollow = (
        alt.Chart(data)
        .mark_bar(
            height=14,
            cornerRadius=3,
            fill=LIGHT["ground"],
            stroke=LIGHT["when"],
            strokeWidth=1.5,
            strokeDash=[4, 3],
        )
        .encode(x=axis, x2="end:T", y=y, tooltip=alt.Tooltip("tip:N"))
    )
    rule = (
        alt.Chart(data)
        .mark_rule(color=LIGHT["many"], strokeWidth=2)
        .encode(x=alt.X("end:T", scale=axis.scale, axis=axis.axis), x2="to:T", y=y)
    )
    head = (
        alt.Chart(data)
        .mark_point(shape="triangle-right", filled=True, color=LIGHT["many"], size=70, xOffset=-4, opacity=1)
        .encode(x=alt.X("to:T", scale=axis.scale, axis=axis.axis), y=y)
    )
    text = labels(
        data, "scale('x', toDate(datum.end)) + 4", dy=21, color=LIGHT["many"], fontWeight=600
    ).encode(y=y, text="label:N")
    return [hollow, rule, head, text]


def _dots(dots: Sequence[Dot], row: int, axis: alt.X, y: alt.Y) -> list[alt.Chart]:
    if not dots:
        return []
    data = inline([{**place, "row": row + 0.66} for place in _spread(dots)])
    fill = alt.condition("datum.stated", alt.value(LIGHT["soft"]), alt.value(LIGHT["ground"]))
    points = (
        alt.Chart(data)
        .mark_point(size=80, stroke=LIGHT["soft"], strokeWidth=1.8, opacity=1)
        .encode(x=axis, y=y, fill=fill, tooltip=alt.Tooltip("label:N"))
    )
    title = (
        alt.Chart(inline([{"row": row + 0.66, "label": "Articles published"}]))
        .mark_text(align="left", x=0, dy=-12, baseline="bottom", color=LIGHT["soft"])
        .encode(y=y, text="label:N")
    )
    return [points, title]


def _spread(dots: Sequence[Dot]) -> list[dict[str, Any]]:
    """Articles of one day side by side within that day."""
    by_day: dict[date, list[Dot]] = {}
    for dot in dots:
        by_day.setdefault(dot.day, []).append(dot)
    return [
        {
            "begin": f"{iso(day)}T{(k + 1) * 24 // (len(same) + 1):02d}:00:00Z",
            "label": dot.label,
            "stated": dot.stated,
        }
        for day, same in sorted(by_day.items())
        for k, dot in enumerate(same)
    ]
