"""Processes that run notebooks in forked copies of one that has imported what they need; free of papermill.

The caller's end (parent.py) talks over a socket (wire.py) to a child that a clean process (zygote.py) has forked
and that runs cells in the kernel's own shell (child.py).
"""
