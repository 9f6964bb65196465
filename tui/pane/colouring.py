"""What gives the text of a pane its faces, whatever kind of document it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Colouring(Protocol):
    """The faces of a text, found a little at a time."""

    def spans(self, start: int, end: int) -> Iterable[tuple[int, int, str]]:
        """The stretches of ``[start, end)`` with a face, as far as known, and the face's name."""
        ...

    def covers(self, start: int, end: int) -> bool:
        """Whether all faces in ``[start, end)`` are known."""
        ...

    def advance(self, budget: float) -> bool:
        """Works for ``budget`` seconds; whether there is more to do."""
        ...
