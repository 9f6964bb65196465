"""The panel of two edits at work: it follows the annotations, and the text follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.conflicts import choices, undecided
from tui.jumps import Place
from tui.panels.conflicts import ConflictsPanel, Question
from tui.reading.showing import Showing
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


class ConflictWalk(ConflictsPanel):
    """The panel of a reading screen."""

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(reading.painter, reading.session.palette, self._keys)
        self._reading = reading
        self._showing = Showing(reading)  # before the panel takes its room from the text

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows what is to be decided now: of the reader's own, which nobody else decides."""
        self.loading = not reading.loaded
        session = reading.session
        before = self.selected()
        found = [one for one in undecided(session.everything()) if session.own(one)]
        questions = [Question(one, each) for one in found for each in one.annotation.conflicts]
        self.show(questions, reading.editing.restored)
        after = self.selected()
        if after is not None and (before is None or after.key != before.key):
            self.selected_changed()

    def selected_changed(self) -> None:
        """Shows the selected annotation in the text."""
        one = self.selected()
        if one is not None and one.placed.start is not None:
            self._showing.show(Place(one.placed.document, one.placed.start))

    def open(self) -> None:
        """Goes to the selected annotation, to stay there."""
        self.selected_changed()
        self._showing.stay()
        self._reading.activate(self._reading.pane)

    def go_back(self) -> None:
        """Puts the reader back where they were, unless they went on to another place since."""
        self._showing.go_back()

    def _keys(self) -> str:
        one = self.selected()
        most = len(choices(one.conflict)) if one is not None else 0
        keys = self._reading.keys.keymap.keys("conflicts.choose")[:most]
        return visible(" ".join(keys))
