"""What was sent, to whom, and what the server said: so that nothing is sent twice unless asked to."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

Outcome = Literal["sending", "sent", "refused", "failed", "uncertain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One line of the record: one recipient of one message."""

    at: str
    message_id: str
    content: str
    recipient: str
    outcome: Outcome
    answer: str = ""


class Outbox:
    """The record of a report's mail, one JSON object a line; lines are only ever added."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def entries(self) -> list[Sending]:
        """All lines, oldest first. A line cut short by a crash is passed over."""
        if not self.path.exists():
            return []
        found = []
        for line in self.path.read_text(encoding="utf-8").splitlines():
            try:
                found.append(Sending(**json.loads(line)))
            except (ValueError, TypeError):
                continue
        return found

    def add(self, entries: list[Sending]) -> None:
        """Write `entries` and wait until they are on the disk: they must outlive a crash of what follows."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(e), ensure_ascii=False) + "\n" for e in entries)
            file.flush()
            os.fsync(file.fileno())

    def state(self, content: str) -> dict[str, Outcome]:
        """By recipient, how sending this content ended last; one left at `sending` was cut off: uncertain."""
        last = {e.recipient: e.outcome for e in self.entries() if e.content == content}
        return {r: "uncertain" if o == "sending" else o for r, o in last.items()}

    def last_sent(self) -> str | None:
        """The content hash of the newest message that anyone got, if there was one."""
        return next((e.content for e in reversed(self.entries()) if e.outcome == "sent"), None)

    def times_sent(self, content: str) -> int:
        """How many messages with this content went out, counting each Message-ID once."""
        return len({e.message_id for e in self.entries() if e.content == content and e.outcome != "refused"})
