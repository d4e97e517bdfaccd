"""Whether what a thing costs grows in proportion to its size, told on a machine that others use as well."""

from __future__ import annotations

from collections.abc import Callable

TRIES = 3
# A cost that grows with the square of the size, on four times the size, is four times what proportion allows.
LEEWAY = 2.5


def assert_linear(seconds: Callable[[int], float], few: int, many: int, spare: float = 0.1) -> None:
    """Fail where `many` costs much more than in proportion to `few`.

    Others on the machine can only make a measurement longer, so the best of a few counts.

    Args:
        seconds: what so many cost, in seconds of processor time.
        spare: seconds that are too few to tell anything.
    """
    small = min(seconds(few) for _ in range(TRIES))
    allowed = max(LEEWAY * many / few * small, spare)
    assert any((took := seconds(many)) < allowed for _ in range(TRIES)), (small, took)
