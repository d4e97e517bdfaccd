"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """What to add to "unknown NAME": the nearest of `known`, or all of them where none is near."""
    from rapidfuzz import process

    names = sorted(known)
    nearest = process.extractOne(name, names, score_cutoff=60)
    if nearest:
        return f"did you mean {nearest[0]!r}?"
    return f"known: {', '.join(names)}" if names else "none is known"
