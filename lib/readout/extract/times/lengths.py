"""ISO 8601 durations from counts of TIMEX3 units."""

from __future__ import annotations

# Smaller units that the fraction of a larger one is given in.
_SPLIT = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24), "W": ("D", 7)}
_SCALED = {"Q": ("M", 3), "E": ("Y", 10), "C": ("Y", 100), "FN": ("W", 2)}


def iso_length(parts: list[tuple[float, str]]) -> str:
    """The ISO 8601 duration of counts of TIMEX3 units, largest first: [(5.5, "TH")] is PT5H30M."""
    amounts: dict[str, float] = {}
    for count, unit in parts:
        if unit in _SCALED:
            unit, times = _SCALED[unit]
            count *= times
        whole = int(count)
        if unit in _SPLIT and (rest := count - whole) > 0:
            smaller, size = _SPLIT[unit]
            if abs(rest * size - round(rest * size)) < 1e-6:
                amounts[smaller] = amounts.get(smaller, 0) + round(rest * size)
                count = whole
        if count:
            amounts[unit] = amounts.get(unit, 0) + count
    days = "".join(f"{n:.15g}{u}" for u in "YMWD" if (n := amounts.get(u, 0)))
    time = "".join(f"{n:.15g}{u[1]}" for u in ("TH", "TM", "TS") if (n := amounts.get(u, 0)))
    return f"P{days}{'T' if time else ''}{time}"


def vague_length(unit: str) -> str:
    """The value of an unknown number of `unit`."""
    unit = {"E": "Y", "FN": "W", "WE": "W"}.get(unit, unit)
    return f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}"


def every_length(count: float, unit: str) -> str:
    """The value of a set that recurs after `count` of `unit`, which stays as it is said: `every quarter` is P1Q."""
    return f"P{'T' if unit.startswith('T') else ''}{count:g}{unit.removeprefix('T')}"
