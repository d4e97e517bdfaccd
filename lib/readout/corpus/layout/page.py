"""The lines of a page while they are being told apart."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Page:
    """Lines, and why each of them that goes does go; whoever drops a line may find an author in it."""

    lines: list[str]
    why: dict[int, str] = field(default_factory=dict)
    credited: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def drop(self, at: int, why: str, authors: tuple[str, ...] = ()) -> None:
        """Leave out line `at`; the first reason given stands."""
        self.why.setdefault(at, why)
        if authors:
            self.credited.setdefault(at, authors)

    @property
    def authors(self) -> tuple[str, ...]:
        """Those credited, each once, from the top of the page to its foot."""
        return tuple(dict.fromkeys(name for _, names in sorted(self.credited.items()) for name in names))

    def kept(self) -> list[tuple[int, str]]:
        """The lines that are still in, with their places."""
        return [(i, line) for i, line in enumerate(self.lines) if i not in self.why]
