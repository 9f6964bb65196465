"""Files of marks, and single marks, that cannot be understood any more, or again: told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

Unread = Mapping[tuple[str, ...], str]
"""By document, author and id, if it is a single mark: what is wrong, with the file and the line."""
_MOST = 3
"""Lines that are told; of more the number is."""


def tell(reading: ReadingScreen, before: Unread) -> bool:
    """Says what cannot be understood since ``before``, and what can be again.

    Whether the former: then nothing else is to be said over it. What waits for a file is saved as
    soon as that can be read.
    """
    session = reading.session
    broken = [
        _broken(reading, key, line)
        for key, line in session.unread.items()
        if before.get(key) != line
    ]
    mended = [key for key in before if key not in session.unread]
    if mended:
        reading.desk.retry()
    if broken:
        more = len(broken) - _MOST
        lines = [f"(and {more} more: sidelight check)"] if more > 0 else []
        reading.say(reading.bars.beside(*broken[:_MOST], *lines), "error")
    elif lines := [*_mended(reading, mended)]:
        reading.say(reading.bars.beside(*lines), "success")
    return bool(broken)


def _broken(reading: ReadingScreen, key: Sequence[str], line: str) -> str:
    path, author, *identifier = key
    if identifier:
        return f"{line}. It stays in the file as it is, and is shown when that is mended"
    shown = any(one.author == author for one in reading.session.annotations(path))
    return f"{line}. Until then its marks stay here as they were read last" if shown else line


def _mended(reading: ReadingScreen, keys: Sequence[Sequence[str]]) -> Iterator[str]:
    """What can be understood again; not what was taken out instead."""
    for path, author, *identifier in keys:
        whose = "your" if author == reading.session.author else f"{author}’s"
        if not identifier:
            yield f"{path}: the file of {whose} marks can be read again"
        elif reading.session.find(author, identifier[0]) is not None:
            yield f"{path}: {whose} mark {identifier[0]} can be read again"
