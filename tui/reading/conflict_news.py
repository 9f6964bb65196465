"""Telling, once, that an annotation was edited here and elsewhere at the same time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.model import Conflict
    from tui.reading.screen import ReadingScreen


class ConflictNews:
    """Knows which conflicts there were; those that come are told."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._known: set[tuple[str, Conflict]] = set()

    def tell(self, paths: Iterable[str], *, quiet: bool = False) -> bool:
        """Says what is new in these documents, if anything; ``quiet``, it is only known then."""
        session = self._reading.session
        if not session.undecided():
            return False
        fresh = [
            (placed.annotation, conflict)
            for path in sorted(paths)
            for placed in session.annotations(path)
            if placed.annotation.conflicts and session.own(placed)
            for conflict in placed.annotation.conflicts
            if (placed.annotation.id, conflict) not in self._known
        ]
        self._known.update((annotation.id, conflict) for annotation, conflict in fresh)
        if quiet or not fresh:
            return False
        from tui.conflict_words import told

        line = told(*fresh[-1], self._reading.keys.named("conflicts.open"))
        more = f"  (and {len(fresh) - 1} more)" if len(fresh) > 1 else ""
        self._reading.say(self._reading.bars.beside(f"{line}{more}"), "warning")
        return True
