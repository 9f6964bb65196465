"""What the mouse does in a text: a click goes to a sentence, a drag selects words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span

if TYPE_CHECKING:
    from tui.pane.selection import Selection
    from tui.pane.view import View


class Dragging:
    """One press of the mouse button, from down to up, in offsets of the text."""

    def __init__(self) -> None:
        self._anchor: Span | None = None

    @property
    def held(self) -> bool:
        """Whether the button is down."""
        return self._anchor is not None

    def press(self, text: str, offset: int) -> bool:
        """Begins at the word at ``offset``; False in a text without a character."""
        from tui.pane.selection import word_at

        at = min(offset, len(text) - 1)
        if at >= 0:
            self._anchor = word_at(text, offset) or Span(at, at + 1)
        return at >= 0

    def move(self, view: View, offset: int) -> Selection | None:
        """What is selected when the mouse has come to ``offset``; None for no other than before."""
        from tui.pane.selection import Selection, word_at

        anchor = self._anchor
        head = word_at(view.document.text, offset) if anchor is not None else None
        if anchor is None or head is None or (head == anchor and view.selection is None):
            return None
        return Selection(anchor, head)

    def release(self) -> None:
        """Ends it."""
        self._anchor = None


def follow_selection(view: View) -> None:
    """Puts the cursor on the sentence that the selection begins in."""
    if view.selection is not None:
        view.cursor = view.document.segmentation.sentence_at(view.selection.span.start)
