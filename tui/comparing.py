"""Comparing the authors in a thread, in steps so short that the screen never waits for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.newest_first import NewestFirst
from tui.turns import Turns

if TYPE_CHECKING:
    from annotations.agreement.comparison import Comparison
    from annotations.model import PlacedAnnotation
    from documents.document import Document
    from tui.session import Session


class Comparer:
    """Compares the authors of the newest annotations it is given.

    ``tell`` is called with the answer, in the thread, and ``failed`` where there is none.
    """

    def __init__(
        self,
        session: Session,
        tell: Callable[[Comparison], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._session = session
        self._tell = tell
        self._read: dict[str, Document] = {}  # as they were on disk when they were compared last
        self._work = NewestFirst("agreement", self._compare, failed)

    def ask(self) -> None:
        """Asks for a comparison of the annotations as they now are."""
        self._work.ask(self._session.everything())

    def close(self) -> None:
        """Ends the thread, soon."""
        self._work.close()

    def _compare(self, annotations: list[PlacedAnnotation]) -> None:
        from annotations.agreement.comparison import compare

        turns = Turns()

        def step() -> None:
            self._work.go_on()
            turns.pass_on()

        compared = {one.document for one in annotations}
        self._read = {path: was for path, was in self._read.items() if path in compared}
        self._tell(compare(annotations, self._document, self._session.palette, step=step))

    def _document(self, path: str) -> Document:
        """The document as it is open, else as it is on disk. Raises CannotOpen."""
        documents = self._session.documents
        known = documents.known(path)
        if known is not None and known.complete:
            return known
        was = self._read.get(path)
        if was is None or was.stamp is None or was.stamp != documents.states([path]).get(path):
            was = self._read[path] = documents.read(path)
        return was
