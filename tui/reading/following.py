"""How one view follows another: to a passage, or to the same share of its text. Pure."""

from __future__ import annotations

from documents.spans import Span
from tui.pane.view import View


def reveal(view: View, passage: Span) -> None:
    """Scrolls until a passage is in sight, if it is not; the cursor stays while it can be seen."""
    if view.in_sight(passage):
        return
    view.show(passage, view.height // 3)
    if view.cursor is None or not view.in_sight(view.cursor):
        view.cursor = view.document.segmentation.sentence_at(passage.start)
        view.selection = None


def share(view: View) -> float:
    """How far into its text a view is, from 0 to 1.

    By where the window stands, or in a text that is in sight as a whole by the cursor.
    """
    last = view.last_top
    if last > 0:
        return min(1.0, view.top / last)
    length = len(view.document.text)
    return view.cursor.start / length if view.cursor is not None and length else 0.0


def go_to_share(view: View, wanted: float) -> None:
    """Scrolls to a share of the text; the cursor goes along where it would be out of sight."""
    last = view.last_top
    view.top = view.rows.at(round(wanted * last)).start
    if view.cursor is not None and not view.in_sight(view.cursor):
        view.cursor = view.document.segmentation.sentence_at(view.top)
        view.selection = None
