"""What is said at the start of what is not in sight: documents, and marks of other workspaces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from documents.workspace import Workspace
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


def elsewhere(left_out: Sequence[Path], workspace: Workspace) -> str:
    """That the marks of workspaces below this one are not shown, and which they are."""
    folders = " and ".join(
        visible(folder.relative_to(workspace.root).as_posix()) for folder in left_out
    )
    here = visible(workspace.root.name)
    return f"The marks of {folders} are not shown: opened together, marks are kept in {here}"
