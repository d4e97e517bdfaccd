"""As many invented articles as wanted, for tests and benchmarks: each different, each with something to find."""

from __future__ import annotations

from pathlib import Path

PLACES = ("Oslo", "Lima", "Nairobi", "Quito", "Hanoi", "Tunis", "Riga", "Accra")
NAMES = ("Anna Berg", "Paul Okoro", "Maria Quispe", "Linh Tran", "Karim Haddad", "Juris Kalns")
TEXT = """{place} talks enter day {day}

{day} May 2026 - Delegations led by Foreign Minister {name} and Deputy Prime Minister {other} met in {place} on
Tuesday for {hours} hours, officials said. More than {many:,} homes were without power after the storm, and at
least {few} people had been taken to hospital by Monday evening, the ministry told reporters.

"We expect to meet again on {next} May," said {other}, who has led the delegation since January. A second round
had been planned for last week, but was put off by two days. About {some} aid workers remain in the area, down
from {more} in April, according to report number {number} of the relief agency.
"""


def article(number: int) -> str:
    """The text of article `number`."""
    return TEXT.format(
        place=PLACES[number % 8],
        day=1 + number % 28,
        name=NAMES[number % 6],
        other=NAMES[(number + 1 + number // 6 % 5) % 6],
        hours=2 + number % 7,
        many=1000 + number,
        few=5 + number % 90,
        next=2 + number % 29,
        some=100 + number % 800,
        more=1000 + number % 900,
        number=number,
    )


def write_corpus(folder: Path, count: int) -> None:
    """Write articles 0 to `count` below `folder`, a thousand to a folder."""
    for number in range(count):
        file = folder / str(number // 1000) / f"{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(article(number), encoding="utf-8")
