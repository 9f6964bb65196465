"""The documents that are open: each is read once, a large one's beginning first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from annotations.steps import Step, at_once
from documents.document import Document, Stamp
from documents.errors import CannotOpen
from documents.opening import stamp_of
from documents.workspace import Workspace


class OpenDocuments:
    """Documents in memory, as they were when they were read last.

    ``recorded`` gives the encoding in which a document was annotated. Where ``encoding`` is given,
    it goes for all of them. ``extra`` came from no file, and has none to keep marks for; ``known``
    were read already.
    """

    def __init__(
        self,
        workspace: Workspace,
        recorded: Callable[[str, Step], str | None],
        *,
        encoding: str | None = None,
        extra: Iterable[Document] = (),
        known: Mapping[str, Document] | None = None,
    ) -> None:
        self._workspace = workspace
        self._recorded = recorded
        self._encoding = encoding
        self._documents = {document.path: document for document in extra}
        self._unsaveable = frozenset(self._documents)
        self._documents.update(known or {})
        self.looks_up = False
        """Whether documents are opened in the encoding on record: not before the first paint."""

    def at(self, path: str, *, reach: int = 0) -> Document:
        """The document at ``path``, of a large one at first the beginning, to beyond ``reach``.

        Raises CannotOpen.
        """
        known = self._documents.get(path)
        if known is None or (not known.complete and reach >= len(known.text)):
            looks_up = self.looks_up and self._encoding is None
            encoding = self._recorded(path, at_once) if looks_up else self._encoding
            begun = self._workspace.begin(path, encoding, reach=reach)
            if known is None or begun.text.startswith(known.text):
                known = self._documents[path] = begun  # else it has changed, and is read again
        return known

    def known(self, path: str) -> Document | None:
        """The document at ``path``, if it is open."""
        return self._documents.get(path)

    def is_open(self, path: str) -> bool:
        """Whether the document was read already."""
        return path in self._documents

    def replace(self, document: Document) -> None:
        """Takes another reading of a document in the place of the one that stands here."""
        self._documents[document.path] = document

    def forget(self, path: str) -> None:
        """Lets go of a document, which is read again where it is asked for."""
        self._documents.pop(path, None)

    def saveable(self, path: str) -> bool:
        """Whether annotations of the document can be kept: not for what came by a pipe."""
        return path not in self._unsaveable

    # As they are on disk

    def read(self, path: str, step: Step = at_once) -> Document:
        """The document at ``path`` as it now is on disk. Raises CannotOpen.

        ``step`` is called between short steps of finding out its encoding.
        """
        return self._workspace.read(path, self._encoding or self._recorded(path, step))

    def misread(self, paths: Iterable[str], step: Step = at_once) -> list[Document]:
        """The documents among ``paths`` that were annotated in another encoding, read in that one.

        The first ones are opened before there is time to look at their annotations. Blocks; what
        it gives is handed to ``replace``. ``step`` as for ``read``.
        """
        again: list[Document] = []
        if self._encoding is not None:
            return again
        for path in paths:
            encoding = self._recorded(path, step)
            known = self._documents[path]
            if known.complete and encoding and encoding != known.encoding:
                with suppress(CannotOpen):
                    again.append(self._workspace.read(path, encoding))
        return again

    def whole(self, document: Document) -> Document:
        """The document with all its text, where only its beginning was known. Blocks.

        Where the text has changed since its beginning was read, it is the text as it is now: what
        was marked is found in it by its quote, as far as that is sure. Raises CannotOpen.
        """
        if document.complete:
            return document
        known = self._documents.get(document.path)
        if known is not None and known.complete and known.text.startswith(document.text):
            return known
        return self.read(document.path)

    def today(self, path: str, encoding: str | None) -> Document:
        """The document as it is on disk: the one that is open, where that is sure.

        Blocks. Raises CannotOpen.
        """
        known = self._documents.get(path)
        if (
            known is not None
            and known.complete
            and known.stamp is not None
            and known.stamp == self.states([path]).get(path)
            and encoding in (None, known.encoding)
        ):
            return known
        return self._workspace.read(path, encoding)

    def states(self, paths: Iterable[str]) -> dict[str, Stamp]:
        """The documents as they are on disk, to see them change."""
        states: dict[str, Stamp] = {}
        for path in paths:
            with suppress(CannotOpen, OSError):
                found = self._workspace.file(path).stat()
                states[path] = stamp_of(found)
        return states
