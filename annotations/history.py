"""Undo and redo, across documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotations.model import Change

_MOST_STEPS = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """What one action did: ``changes`` are pairs of a document's path and the change there.

    ``description`` names the action for the reader: "tag claim", "note", "delete".
    """

    description: str
    changes: tuple[tuple[str, Change], ...]

    def inverse(self) -> Step:
        """The step that takes this one back."""
        return Step(
            self.description,
            tuple((path, change.inverse()) for path, change in reversed(self.changes)),
        )


class History:
    """The steps taken, and the way back and forth between them. It carries nothing out itself."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def record(self, description: str, changes: Iterable[tuple[str, Change]]) -> None:
        """Adds a step that was taken; what had been undone can no longer be redone."""
        step = Step(description, tuple(changes))
        if step.changes:
            self._done.append(step)
            self._undone.clear()
            del self._done[:-_MOST_STEPS]

    @property
    def next_undo(self) -> str | None:
        """What ``undo`` would take back, for the reader."""
        return self._done[-1].description if self._done else None

    @property
    def next_redo(self) -> str | None:
        """What ``redo`` would do again, for the reader."""
        return self._undone[-1].description if self._undone else None

    def undo(self) -> Step | None:
        """The step to carry out now to take the last one back, or None."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1].inverse()

    def redo(self) -> Step | None:
        """The step to carry out now to do again what was last taken back, or None."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
