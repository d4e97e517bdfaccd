"""What holding articles against each other costs: `python -m tests.benchmarks.curve [COUNT ...]` prints the curve."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from readout.extract import extract
from readout.story import build_story
from tests.story.stories import retold


def curve(counts: list[int]) -> Iterator[tuple[int, float]]:
    """Processor seconds for stories of so many articles; reading them is not counted."""
    read = [extract(a) for a in retold(max(counts))]
    build_story(read[:16])
    for n in counts:
        begin = time.process_time()
        build_story(read[:n])
        yield n, time.process_time() - begin


if __name__ == "__main__":
    for articles, seconds in curve([int(n) for n in sys.argv[1:]] or [50, 100, 200, 500]):
        print(f"{articles:5d} articles  {seconds:6.2f} s  {1000 * seconds / articles:5.1f} ms each")
