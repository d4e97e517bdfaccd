"""What the charts share: a date axis that is the same in every time zone, and labels that stay inside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import altair as alt

from readout.show.theme import LETTER, WIDTH, theme

DAY = timedelta(days=1)


def use_theme() -> None:
    """Make Altair draw everything in this session in the report's look."""
    alt.theme.register("readout", enable=True)(lambda: alt.theme.ThemeConfig(config=theme()))  # type: ignore[typeddict-item]


def iso(day: date) -> str:
    """A day as charts hold it."""
    return day.isoformat()


def date_axis(first: date, last: date, **axis: Any) -> alt.X:
    """A time axis over `first` to `last` (inclusive), in UTC so that every reader sees the same days."""
    return alt.X(
        "begin:T",
        scale=alt.Scale(type="utc", domain=[iso(first), iso(last + DAY)], nice=False),
        axis=alt.Axis(
            title=None,
            format="%-d %b",
            labelOverlap="greedy",
            tickCount=tick_count(first, last),
            labelFlush=True,
            **axis,
        ),
    )


def tick_count(first: date, last: date) -> Any:
    """A regular step for the axis: days, weeks, months or years, at most nine of them."""
    span = (last - first).days + 1
    for interval, step, length in (
        ("day", 1, 1),
        ("day", 2, 2),
        ("week", 1, 7),
        ("week", 2, 14),
        ("month", 1, 31),
        ("month", 3, 92),
    ):
        if span / length <= 9:
            return {"interval": interval, "step": step}
    return {"interval": "year", "step": 1}


def label_x(at: str, text: str = "datum.label") -> alt.ExprRef:
    """A horizontal place for a left-aligned label: at `at` (an expression in pixels), moved left where it must fit."""
    return alt.ExprRef(f"max(0, min({at}, width - {LETTER} * length({text})))")


def labels(data: alt.Data | alt.InlineData, at: str, **mark: Any) -> alt.Chart:
    """Text labels that start at `at` and never leave the drawing."""
    return alt.Chart(data).mark_text(
        align="left", x=label_x(at), limit=alt.ExprRef("width"), baseline="bottom", **mark
    )


def inline(rows: Sequence[dict[str, Any]]) -> alt.InlineData:
    """Rows as data that travels inside the chart."""
    return alt.InlineData(values=list(rows))


def spec(chart: alt.LayerChart, height: int) -> dict[str, Any]:
    """The chart as Vega-Lite, `height` pixels high."""
    drawn: dict[str, Any] = chart.properties(
        width=WIDTH, height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding")
    ).to_dict()
    return drawn
