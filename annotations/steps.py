"""Long work in steps, between which whoever asked for it may do something else, or end it."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[], object]
"""Called between short steps of long work; may raise to end it."""


def at_once() -> None:
    """A step that holds nothing up."""
