"""Copies of annotation files that a sync tool leaves while the program is open, told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.session import Session


class StrayCopies:
    """Looks into the folders of the annotation files in sight whenever something came there."""

    def __init__(self, session: Session, told: set[str], tell: Callable[[list[str]], None]) -> None:
        """``told`` are the lines that were said, and need not be said again."""
        self._session = session
        self._folders: dict[str, int] = {}
        self._told = told
        self._tell = tell

    def look(self, paths: Iterable[str]) -> list[str]:
        """The folders to look into, as far as they changed since the last look."""
        if not self._session.has_store:
            return []
        before, self._folders = self._folders, self._session.store.folders(paths)
        return [folder for folder, time in self._folders.items() if before.get(folder) != time]

    def read(self, folders: list[str]) -> None:
        """Tells what lies there and belongs to no document. Blocks."""
        lines = self._session.store.strays_in(folders)
        if fresh := [line for line in lines if line not in self._told]:
            self._tell(fresh)
