"""What the charts share: a date axis that is the same in every time zone, and labels that stay inside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import altair as alt
from altair.utils.schemapi import debug_mode

from readout.show.media import printable
from readout.show.theme import LETTER, WIDTH, theme

DAY = timedelta(days=1)

# Altair holds each part of a chart against all of Vega-Lite's schema, which takes longer than all else in a
# report. Charts made under this decorator are held against it by a test. (Channels are given as classes for the
# same reason: for each given as text, Altair goes through all its classes.)
unchecked = debug_mode(False)


def use_theme() -> None:
    """Make Altair draw everything in this session in the report's look."""
    alt.theme.register("readout", enable=True)(lambda: alt.theme.ThemeConfig(config=theme()))  # type: ignore[typeddict-item]


def moment(day: date) -> int:
    """The beginning of a day as charts hold it: milliseconds since 1970, UTC."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000


# Steps between ticks, in days, and the most ticks that an axis should have.
_STEPS, _TICKS = (1, 2, 3, 7, 14), 9


def date_axis(first: date, last: date, field: str = "begin", **axis: Any) -> alt.X:
    """A time axis in UTC, so that every reader sees the same days, with ticks for `first` to `last`."""
    return alt.X(
        f"{field}:T",
        scale=alt.Scale(type="utc", nice=False),
        axis=alt.Axis(
            title=None,
            format="%b %Y" if (last - first).days >= _STEPS[-1] * _TICKS else "%-d %b",
            labelOverlap="greedy",
            labelSeparation=6,
            values=_ticks(first, last),
            **axis,
        ),
    )


def frame(first: date, last: date, x: alt.X) -> alt.Chart:
    """An unseen layer that makes the axis reach from `first` to the end of `last`."""
    ends = inline([{"begin": moment(first)}, {"begin": moment(last + DAY)}])
    unseen: alt.Chart = alt.Chart(ends).mark_point(opacity=0, tooltip=None)
    return unseen.encode(x=x)


def _ticks(first: date, last: date) -> list[int]:
    """Regular places for ticks: every few days or, where those were too many, first days of months."""
    span = (last - first).days + 1
    for step in _STEPS:
        if span <= step * _TICKS:
            return [moment(first + timedelta(days=n)) for n in range(0, span, step)]
    months = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    inside = [m for m in months if first <= m <= last]
    return [moment(m) for m in inside[:: -(-len(inside) // _TICKS)]]


def label_x(at: str) -> alt.ExprRef:
    """Where a left-aligned label starts: at `at` (an expression in pixels), or further left if it must."""
    return alt.ExprRef(f"max(0, min({at}, width - {LETTER} * length(datum.label)))")


def labels(data: alt.InlineData, at: str, **mark: Any) -> alt.Chart:
    """Text labels that start at `at` and never leave the drawing."""
    whole = alt.ExprRef("width")
    chart: alt.Chart = alt.Chart(data).mark_text(
        align="left", x=label_x(at), limit=whole, baseline="bottom", **mark
    )
    return chart.encode(text=alt.Text("label:N"))


def inline(rows: Sequence[dict[str, Any]]) -> alt.InlineData:
    """Rows as data that travels inside the chart."""
    clean = [{k: printable(v) if isinstance(v, str) else v for k, v in row.items()} for row in rows]
    return alt.InlineData(values=clean)


def spec(layers: Sequence[alt.Chart], height: int) -> dict[str, Any]:
    """The layers as Vega-Lite, `height` pixels high.

    The layers are put in here, as `alt.layer` copies each of them, with its data, six times over.
    """
    fit = alt.AutoSizeParams(type="fit-x", contains="padding")
    drawn: dict[str, Any] = alt.LayerChart(width=WIDTH, height=height, autosize=fit).to_dict(validate=False)
    inside: dict[str, Any] = {"top_level": False, "datasets": drawn.setdefault("datasets", {})}
    drawn["layer"] = [layer.to_dict(validate=False, context=inside) for layer in layers]
    return drawn
