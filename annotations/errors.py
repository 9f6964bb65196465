"""What goes wrong with annotation files, each told in one clear line."""

from __future__ import annotations

from documents.errors import printable


class UnreadableAnnotations(Exception):
    """An annotation file that cannot be understood. It is left as it is.

    ``file`` is named from the workspace, with ``/`` between segments; ``line`` and ``column``
    count from 1, and are 0 where the mistake has no place.
    """

    def __init__(self, file: str, line: int, column: int, reason: str) -> None:
        super().__init__(file, line, column, reason)
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return printable(f"{self.file}{place}: {self.reason}")


class BothSides(UnreadableAnnotations):
    """An annotation file as git leaves it where both sides of a merge changed the same lines."""


class SaveFailed(Exception):
    """A save that did not happen; what was on disk before still stands there.

    ``file`` is named from the workspace, ``mend`` says what the reader can do about it.
    """

    def __init__(self, file: str, reason: str, mend: str) -> None:
        super().__init__(file, reason, mend)
        self.file = file
        self.reason = reason
        self.mend = mend

    def __str__(self) -> str:
        return printable(f"could not save {self.file}: {self.reason}; {self.mend}")
