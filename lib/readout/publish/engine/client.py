"""papermill's side: send each cell to the child, take its messages, and say plainly how a child has died."""

from __future__ import annotations

import os
from typing import Any

from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_output, output_from_msg
from papermill.clientwrap import PapermillNotebookClient
from traitlets import Integer, default

from readout.publish.fork.parent import Child, ChildEnded
from readout.publish.fork.wire import Message


class ForkClient(PapermillNotebookClient):  # type: ignore[misc]
    """Runs a notebook's cells in a forked child; what nbclient does with a kernel's messages it does here too."""

    memory_limit = Integer(help="Bytes of data that the notebook may hold.").tag(config=True)
    output_limit = Integer(20_000_000, help="Bytes of output that one cell may send.").tag(config=True)

    @default("memory_limit")
    def _three_quarters_of_the_machine(self) -> int:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * 3 // 4

    def execute(self, **_: Any) -> Any:
        """Run all cells; the notebook holds their outputs, and the error that stopped it if one did."""
        self.reset_execution_trackers()
        with Child(self.memory_limit) as self._child:
            self.papermill_execute_cells()
        self.nb.metadata["language_info"] = _language_info()
        return self.nb

    def execute_cell(self, cell: Any, cell_index: int, *_: Any, **__: Any) -> Any:
        """Run one cell. Raises CellExecutionError as nbclient does, and also when the child does not live on."""
        if self.on_cell_start:
            self.on_cell_start(cell=cell, cell_index=cell_index)
        tags = cell.metadata.get("tags", [])
        if cell.cell_type != "code" or not cell.source.strip() or self.skip_cells_with_tag in tags:
            return cell
        cell.outputs = []
        self.clear_before_next_output = False
        if self.record_timing:
            cell.metadata["execution"] = {}

        def take(message: Message) -> None:
            kind = message["msg_type"]
            self.process_message(
                {**message, "header": {"msg_type": kind}, "parent_header": {}}, cell, cell_index
            )

        try:
            reply = self._child.run(cell.source, take, self._get_timeout(cell), self.output_limit)
        except ChildEnded as end:
            error = _obituary(cell, end)
            cell.outputs.append(new_output("error", **error))
            raise CellExecutionError.from_cell_and_msg(cell, error) from end
        self.code_cells_executed += 1
        if reply["status"] == "error" and not self._allows(reply["ename"], tags):
            raise CellExecutionError.from_cell_and_msg(cell, reply)
        return cell

    def _allows(self, error: str, tags: list[str]) -> bool:
        allowed = self.allow_errors or error in self.allow_error_names or "raises-exception" in tags
        return bool(allowed and not self.force_raise_errors)

    def output(self, outs: list[Any], msg: Any, display_id: Any, cell_index: int) -> Any:
        """As nbclient's, with text that follows text of the same stream joined to it.

        When a stream is flushed depends on the clock, and a notebook should not.
        """
        last = outs[-1] if outs and not self.clear_before_next_output else None
        new = msg["content"]
        if msg["msg_type"] != "stream" or not last or last.get("name") != new["name"]:
            return super().output(outs, msg, display_id, cell_index)
        last["text"] += new["text"]
        return output_from_msg(msg)


def _obituary(cell: Any, end: ChildEnded) -> dict[str, Any]:
    """An error output that quotes the cell in which the child ended."""
    quoted = "\n".join(f"    {line}" for line in cell.source.strip().splitlines()[:12])
    return {
        "ename": end.name,
        "evalue": str(end),
        "traceback": [f"{end.name}: {end}", "It was running this cell:", quoted],
    }


def _language_info() -> dict[str, Any]:
    """What a kernel would answer about itself; the child runs on the Python that runs this."""
    import platform

    return {
        "name": "python",
        "version": platform.python_version(),
        "mimetype": "text/x-python",
        "codemirror_mode": {"name": "ipython", "version": 3},
        "pygments_lexer": "ipython3",
        "nbconvert_exporter": "python",
        "file_extension": ".py",
    }
