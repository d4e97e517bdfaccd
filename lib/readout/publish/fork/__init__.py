"""Processes that run notebooks in forked copies of one that has imported what they need; free of papermill.

The caller's end (parent.py) talks over a socket (wire.py) to a child that a clean process (zygote.py) has forked
and that runs cells in the kernel's own shell (child.py).
"""

from __future__ import annotations

import os
import sys

# A fork of a process that has used Apple's frameworks may crash in the child, so macOS keeps to kernels.
CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
