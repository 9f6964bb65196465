"""What is said where not all documents that were named stand side by side."""

from __future__ import annotations

from tui.keys import KeyReader
from tui.pane.geometry import MOST_PANES
from tui.visible import visible


def crowd(named: int, in_sight: int, keys: KeyReader) -> str:
    """Where the others are, of so many named and so many in sight; empty where none is missing."""
    if named > MOST_PANES:
        key = visible(keys.named("library.open")) or "the palette"
        return (
            f"{MOST_PANES} of {named} files are open, as many as go side by side: {key} opens more"
        )
    if named > in_sight:
        key = visible(keys.named("pane.next")) or "the palette"
        return f"{in_sight} of {named} files fit side by side here: {key} goes on to the next"
    return ""
