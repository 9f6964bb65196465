"""Lost marks whose words now stand in another document: a text that was split, or pasted over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from annotations.relocation import is_telling
from documents.errors import CannotOpen
from tui.jumps import Place
from tui.newest_first import NewestFirst
from tui.turns import Turns

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from documents.document import Document
    from tui.session import Session

_LARGEST = 1_000_000
"""Bytes of a file that is not open and is read for this."""


class WordsElsewhere:
    """Looks through the workspace's other documents for a mark's words, in a thread."""

    def __init__(self, session: Session, found: Callable[[], object]) -> None:
        """``found`` is called in the thread when the words of the mark asked for were found."""
        self._session = session
        self._found = found
        self._places: dict[str, Place | None] = {}
        self._asked = ""
        self._work = NewestFirst("words elsewhere", self._look)

    def place(self, placed: PlacedAnnotation) -> Place | None:
        """Where the words stand, as far as that is known; else they are looked for."""
        identifier = placed.annotation.id
        if identifier not in self._places and identifier != self._asked:
            self._asked = identifier
            self._work.ask(placed)
        return self._places.get(identifier)

    def close(self) -> None:
        """Ends the thread, soon."""
        self._work.close()

    def _look(self, placed: PlacedAnnotation) -> None:
        words = placed.annotation.exact
        texts = self._texts(placed.document) if is_telling(words) else iter(())
        there = next((one for one in texts if words in one.text), None)
        place = Place(there.path, there.text.index(words)) if there is not None else None
        self._places[placed.annotation.id] = place
        if place is not None:
            self._found()

    def _texts(self, besides: str) -> Iterator[Document]:
        """The other documents, as they are open or on disk."""
        session, turns = self._session, Turns()
        for path in session.workspace.contents().documents:
            self._work.go_on()
            known = session.documents.known(path)
            if path != besides and known is not None and known.complete:
                yield known
            elif path != besides:
                with suppress(CannotOpen, OSError):
                    if session.workspace.file(path).stat().st_size <= _LARGEST:
                        yield session.documents.read(path)
            turns.pass_on()
