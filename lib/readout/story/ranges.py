"""The range that a number in words allows: `more than 1,900` has no upper end, `almost 400` ends at 400."""

from __future__ import annotations

from math import inf

from readout.extract import FigureMention

# How far `about` and `almost` reach, as a share of the value.
_ABOUT, _ALMOST = 0.1, 0.2


def reach(value: float, qualifier: str) -> tuple[float, float]:
    """The range that a qualified value allows."""
    return {
        "more_than": (value, inf),
        "at_least": (value, inf),
        "less_than": (0.0, value),
        "at_most": (0.0, value),
        "about": (value * (1 - _ABOUT), value * (1 + _ABOUT)),
        "almost": (value * (1 - _ALMOST), value),
    }.get(qualifier, (value, value))


def range_of(f: FigureMention) -> tuple[float, float]:
    """The range that a figure allows: that of its value, or its bounds."""
    if f.value is None:
        return f.low or 0.0, f.high if f.high is not None else inf
    return reach(f.value, f.qualifier)


def meet(one: FigureMention, other: FigureMention) -> bool:
    """Whether two figures may be of one number."""
    (low, high), (least, most) = range_of(one), range_of(other)
    return max(low, least) <= min(high, most)
