"""The panel of two edits at work: it follows the annotations, and the text follows it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from annotations.conflicts import choices, undecided
from tui.jumps import Place
from tui.panels.conflicts import ConflictsPanel, Question
from tui.panels.walk import Walk
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


class ConflictWalk(Walk, ConflictsPanel):
    """The panel of a reading screen."""

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(reading.painter, reading.session.palette, self._keys)
        self.begin_walk(reading)

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows what is to be decided now: of the reader's own, which nobody else decides."""
        self.loading = not reading.loaded
        session = reading.session
        with self.relisting():
            found = [one for one in undecided(session.everything()) if session.own(one)]
            questions = [Question(one, each) for one in found for each in one.annotation.conflicts]
            self.show(questions, reading.editing.restored)

    def selected_key(self) -> Hashable:
        """What the selected question is known by."""
        one = self.selected()
        return one.key if one is not None else None

    def selected_place(self) -> Place | None:
        """The place of the selected annotation."""
        one = self.selected()
        if one is None or one.placed.start is None:
            return None
        return Place(one.placed.document, one.placed.start)

    def _keys(self) -> str:
        one = self.selected()
        most = len(choices(one.conflict)) if one is not None else 0
        keys = self._reading.keys.keymap.keys("conflicts.choose")[:most]
        return visible(" ".join(keys))
