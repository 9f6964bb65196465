"""Documents that no pane shows and that are gone from the disk: what was read of them is let go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


def let_go(reading: ReadingScreen, paths: Iterable[str]) -> list[str]:
    """Forgets those of the documents that are gone, so that their marks are told as they stand.

    Gives a line to say of each. What a pane shows, or is still to be saved on, stays as it was.
    """
    from annotations.relocation import is_missing

    session, lines = reading.session, []
    shown = {pane.document.path for pane in reading.panes if pane.document is not None}
    for path in paths:
        if path in shown or not session.documents.is_open(path) or reading.desk.pending(path):
            continue
        if session.documents.saveable(path) and is_missing(session.workspace, path):
            session.documents.forget(path)
            key = visible(reading.keys.named("changed.open"))
            where = f": {key} shows them" if key else ""
            words = f"is gone from the disk; its marks are kept and wait for you{where}"
            lines.append(f"{visible(path)} {words}")
    return lines
