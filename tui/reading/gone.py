"""Documents that are gone from the disk: what was read of them is let go, and their marks told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.numbers import counted
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


def let_go(reading: ReadingScreen, paths: Iterable[str]) -> None:
    """Forgets those of the documents that are gone, so that their marks are told as they stand.

    What a pane shows, or is still to be saved on, stays as it was.
    """
    from annotations.relocation import is_missing

    session = reading.session
    for path in paths:
        if shown(reading, path) or not session.documents.is_open(path):
            continue
        if reading.desk.pending(path) or not session.documents.saveable(path):
            continue
        if is_missing(session.workspace, path):
            session.documents.forget(path)


def shown(reading: ReadingScreen, path: str) -> bool:
    """Whether a pane shows the document."""
    return reading.row.showing(path) is not None


def without_a_place(reading: ReadingScreen, path: str) -> str:
    """What becomes of a mark made on a text that is gone from the disk."""
    other = reading.session.absent.like(path)
    return _gone_and(path, f"it is offered in {visible(other)}") if other else waiting(path)


def waiting(path: str) -> str:
    """That a mark waits for the text that it was made on; true as long as that is gone."""
    return _gone_and(path, "it waits for that to be back")


def _gone_and(path: str, then: str) -> str:
    return f"; {visible(path)} is gone, and {then}"


def not_reopened(reading: ReadingScreen) -> str:
    """That documents which were open the last time are gone; empty where all are there."""
    from annotations.relocation import is_missing

    workspace = reading.session.workspace
    left = [path for path in dict.fromkeys(reading.desk.left) if is_missing(workspace, path)]
    if not left:
        return ""
    names = " and ".join(map(visible, left))
    return f"{names} {'is' if len(left) == 1 else 'are'} gone, open here the last time"


def gone(path: str, marks: int, key: str, *, read: bool) -> str:
    """That a document is gone, and how many marks wait for it; ``key`` shows them.

    ``read`` where it is on the screen still.
    """
    line = f"{visible(path)} is gone from the disk"
    line += ": here it is as it was read last" if read else ""
    if not marks:
        return line
    line += f"; its {counted(marks, 'mark')} {'is' if marks == 1 else 'are'} kept"
    return f"{line} – {visible(key)} shows {'it' if marks == 1 else 'them'}" if key else line
