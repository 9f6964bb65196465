"""What a builder of the index says while it is at work."""

from __future__ import annotations

from typing import NamedTuple

BUSY = "another program is bringing the index up to date"
"""The problem that passes by itself."""


class Progress(NamedTuple):
    """``done`` of ``total`` texts that had to be looked at; ``document`` is the latest.

    ``problem`` says why the index cannot be brought up to date, if it cannot.
    """

    done: int
    total: int
    document: str
    problem: str = ""
