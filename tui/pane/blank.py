"""What a pane says of a document in which there is nothing to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.pane.view import View

EMPTY = "This document is empty"
BLANK = "This document holds only blank lines"


def nothing_to_read(view: View) -> str:
    """A line for the reader where the text has no visible character, else nothing."""
    if view.cursor is not None or not view.document.complete:
        return ""
    return BLANK if view.document.text else EMPTY
