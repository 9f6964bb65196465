"""What goes wrong on the way from a file to a text, each told in one clear line."""

from __future__ import annotations

import os
from collections.abc import Sequence


def printable(text: str) -> str:
    """``text`` with every character a terminal might act on written as an escape.

    File names and settings may hold anything. Control, bidirectional and invisible characters
    become ``\\x1b`` or ``\\u202e``; a byte of a name that is not UTF-8 becomes ``\\xff``.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def _escape(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # how Python's "surrogateescape" carries a byte of a name
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


class CannotOpen(Exception):
    """A file or folder that cannot be opened as what was asked for.

    ``path`` is the file as it was named, ``reason`` says why, ``mend`` what the reader can do
    about it (it may be empty). ``str()`` is one line, fit for a terminal.
    """

    def __init__(self, path: str | os.PathLike[str], reason: str, mend: str = "") -> None:
        super().__init__(path, reason, mend)
        self.path = path
        self.reason = reason
        self.mend = mend

    def __str__(self) -> str:
        line = f"cannot open {os.fspath(self.path)}: {self.reason}"
        return printable(f"{line}; {self.mend}" if self.mend else line)


def cannot_open(path: str | os.PathLike[str], error: Exception) -> CannotOpen:
    """What the system's ``error`` about ``path`` comes to, in a reader's words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return CannotOpen(path, "there is no such file or folder", "check its name")
    if isinstance(error, PermissionError):
        return CannotOpen(path, "you may not read it", "ask its owner for permission")
    if isinstance(error, OSError) and error.strerror:
        return CannotOpen(path, error.strerror.lower())
    return CannotOpen(path, str(error).lower())


class SettingsError(Exception):
    """A mistake in a settings file.

    ``line`` and ``column`` count from 1; 0 where the mistake has no place. ``str()`` is one line
    such as ``sidelight.toml:3:7: …``, fit for a terminal.
    """

    def __init__(self, file: str | os.PathLike[str], line: int, column: int, reason: str) -> None:
        super().__init__(file, line, column, reason)
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return printable(f"{os.fspath(self.file)}{place}: {self.reason}")


class SettingsErrors(SettingsError):
    """Every mistake in a settings file, in their order; as an error it is the first of them."""

    def __init__(self, mistakes: Sequence[SettingsError]) -> None:
        first = mistakes[0]
        super().__init__(first.file, first.line, first.column, first.reason)
        self.mistakes = tuple(mistakes)
