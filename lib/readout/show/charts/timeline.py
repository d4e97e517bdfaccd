"""The timeline: held solid, planned hollow, slips as arrows, articles as dots (hollow: date inferred)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt

from readout.show.charts.base import DAY, date_axis, frame, inline, labels, moment, spec, unchecked
from readout.show.theme import LIGHT

_ROW = 48
# As many dots as fit side by side on a phone, two in each place.
_PLACES = 20
_DAY = 24 * 60 * 60 * 1000
# Where in its row the middle of a bar stands, and how far it reaches up and down, in rows.
_BAR, _HALF = 0.68, 0.15
_HOLLOW: dict[str, Any] = {
    "fill": LIGHT["ground"],
    "stroke": LIGHT["when"],
    "strokeWidth": 1.5,
    "strokeDash": [4, 3],
}
_SOLID: dict[str, Any] = {"fill": LIGHT["when"], "stroke": LIGHT["when"], "strokeWidth": 1.5}


@dataclass(frozen=True, slots=True)
class Bar:
    """A meeting on the timeline. `announced` is the day first announced for it, if that was another."""

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


@unchecked
def timeline(bars: Sequence[Bar], dots: Sequence[Dot]) -> dict[str, Any]:
    """The timeline as Vega-Lite. At least one bar or dot is needed."""
    every = [d for b in bars for d in (b.first, b.last, b.announced or b.first)] + [d.day for d in dots]
    first, last = min(every) - DAY, max(every) + DAY

    def x(field: str) -> alt.X:
        return date_axis(first, last, field, orient="top")

    count = len(bars) + bool(dots)
    rows = alt.Scale(domain=[0, count], reverse=True, nice=False, zero=False)

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", axis=None, scale=rows)

    drawn = [
        frame(first, last, x("begin")),
        *_bars([(n, b) for n, b in enumerate(bars) if b.held], _SOLID, x, y),
        *_bars([(n, b) for n, b in enumerate(bars) if not b.held], _HOLLOW, x, y),
        *_slips([(n, b) for n, b in enumerate(bars) if b.announced], x, y),
        *_dots(_gathered(dots, first, last), len(bars), x, y),
    ]
    return spec(drawn, count * _ROW)


def _place(row: int) -> dict[str, float]:
    middle = row + _BAR
    return {"row": middle, "top": middle - _HALF, "bottom": middle + _HALF}


def _bars(bars: Sequence[tuple[int, Bar]], look: dict[str, Any], x: Any, y: Any) -> list[alt.Chart]:
    if not bars:
        return []
    data = inline(
        [
            {
                **_place(n),
                "begin": moment(b.first),
                "end": moment(b.last + DAY),
                "from": moment(min(b.first, b.announced or b.first)),
                "label": b.label,
            }
            for n, b in bars
        ]
    )
    bar = alt.Chart(data).mark_rect(cornerRadius=3, **look)
    return [
        bar.encode(
            x=x("begin"),
            x2=alt.X2("end:T"),
            y=y("top"),
            y2=alt.Y2("bottom:Q"),
            tooltip=alt.Tooltip("label:N"),
        ),
        labels(data, "scale('x', datum.from)", dy=-10).encode(y=y("row")),
    ]


def _slips(bars: Sequence[tuple[int, Bar]], x: Any, y: Any) -> list[alt.Chart]:
    rows = [
        {
            **_place(n),
            "begin": moment(b.announced),
            "end": moment(b.announced + DAY),
            "to": moment(b.first),
            "label": b.slip,
            "tip": f"First announced for this day: {b.slip}",
        }
        for n, b in bars
        if b.announced
    ]
    if not rows:
        return []
    data = inline(rows)
    hollow = alt.Chart(data).mark_rect(cornerRadius=3, **_HOLLOW)
    shaft = alt.Chart(data).mark_rule(color=LIGHT["many"], strokeWidth=2)
    head = alt.Chart(data).mark_point(
        shape="triangle-right", filled=True, color=LIGHT["many"], size=80, xOffset=-5, opacity=1
    )
    colour = {"color": LIGHT["many"], "fontWeight": 600}
    return [
        hollow.encode(
            x=x("begin"), x2=alt.X2("end:T"), y=y("top"), y2=alt.Y2("bottom:Q"), tooltip=alt.Tooltip("tip:N")
        ),
        shaft.encode(x=x("end"), x2=alt.X2("to:T"), y=y("row")),
        head.encode(x=x("to"), y=y("row")),
        labels(data, "scale('x', datum.begin)", dy=22, **colour).encode(y=y("row")),
    ]


def _dots(dots: Sequence[dict[str, Any]], row: int, x: Any, y: Any) -> list[alt.Chart]:
    if not dots:
        return []
    place = _place(row)
    stated = {"test": "datum.stated", "value": LIGHT["soft"]}
    fill = alt.FillValue(LIGHT["ground"], condition=stated)
    data = inline([{**dot, **place} for dot in dots])
    points = alt.Chart(data).mark_point(size=80, stroke=LIGHT["soft"], strokeWidth=1.8, opacity=1)
    numbers = alt.Chart(data).mark_text(dy=15, color=LIGHT["soft"])
    title = inline([{**place, "label": "Articles, by date of publication"}])
    return [
        points.encode(x=x("begin"), y=y("row"), fill=fill, tooltip=alt.Tooltip("label:N")),
        numbers.encode(x=x("begin"), y=y("row"), text=alt.Text("number:N")),
        labels(title, "0", dy=-10, color=LIGHT["soft"]).encode(y=y("row")),
    ]


def _gathered(dots: Sequence[Dot], first: date, last: date) -> list[dict[str, Any]]:
    """One dot for the articles of a day, or of several where the time is long; those with an inferred date apart."""
    step = -(-((last - first).days + 1) // _PLACES)
    places: dict[tuple[date, bool], list[Dot]] = {}
    for dot in dots:
        begin = first + DAY * ((dot.day - first).days // step * step)
        places.setdefault((begin, dot.stated), []).append(dot)

    def middle(begin: date, stated: bool) -> int:
        part = 1 / 2 if (begin, not stated) not in places else 1 / 4 if stated else 3 / 4
        return moment(begin) + int(part * step * _DAY)

    return [
        {
            "begin": middle(begin, stated),
            "label": "; ".join(dot.label for dot in same),
            "stated": stated,
            "number": str(len(same)) if len(same) > 1 else "",
        }
        for (begin, stated), same in sorted(places.items())
    ]
