"""Files of marks that cannot be understood any more, or again: told at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

Unread = Mapping[tuple[str, str], str]
"""By document and author, what is wrong with a file: its name, the line, the mend."""


def tell(reading: ReadingScreen, before: Unread) -> bool:
    """Says which files cannot be understood since ``before``, and which can be again.

    Whether the former: then nothing else is to be said over it. What waits for a file is saved as
    soon as that can be read.
    """
    session = reading.session
    broken = [
        _broken(line, shown=any(one.author == author for one in session.annotations(path)))
        for (path, author), line in session.unread.items()
        if before.get((path, author)) != line
    ]
    mended = [key for key in before if key not in session.unread]
    if mended:
        reading.desk.retry()
    if broken:
        reading.say(broken, "error")
    elif mended:
        reading.say([_mended(path, author, session.author) for path, author in mended], "success")
    return bool(broken)


def _broken(line: str, *, shown: bool) -> str:
    return f"{line}. Until then its marks stay here as they were read last" if shown else line


def _mended(path: str, author: str, reader: str) -> str:
    whose = "your marks" if author == reader else f"{author}’s marks"
    return f"{path}: the file of {whose} can be read again"
