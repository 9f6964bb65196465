"""Finds documents that were renamed or moved inside the workspace, by what they say.

A document that is gone is sure to be another one if the text that was annotated is that one's, word
for word. One that changed as well is only offered, and only where no other is nearly as like it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple

from annotations.anchoring import KeptText
from annotations.annotation_file import AnnotationFile
from documents.document import Document
from documents.errors import CannotOpen
from documents.workspace import Workspace

Read = Callable[[str, str | None], Document]
"""Gives the document at a path as it is today, in an encoding if one is on record."""

_LIKE = 0.5
"""The share of the old text's series of words that a changed document must still have."""
_CLEARLY = 2
"""How many times as like as any other it must be."""
_SERIES = 4
"""Words in a row."""
_LEAST = 8
"""Series below which a text says too little to be known again after a change."""


class Relocated(NamedTuple):
    """The document that another one has become; ``sure`` where the text is the very same."""

    document: Document
    sure: bool


def is_missing(workspace: Workspace, path: str) -> bool:
    """Whether there is no file at a document's path. One that cannot be read is there."""
    try:
        return not os.path.lexists(workspace.file(path))
    except (CannotOpen, OSError):
        return False


class Relocations:
    """Finds again what was renamed or moved. What is read for one missing document serves others.

    ``among`` are the paths where it may be now; the workspace's documents, where None.
    """

    def __init__(
        self,
        workspace: Workspace,
        read: Read,
        kept_text: KeptText,
        among: Iterable[str] | None = None,
    ) -> None:
        self._workspace = workspace
        self._read = read
        self._kept_text = kept_text
        self._among = None if among is None else list(among)
        self._documents: dict[str, Document | None] = {}
        self._series: dict[str, frozenset[tuple[int, ...]]] = {}

    def of(self, files: Sequence[AnnotationFile]) -> Relocated | None:
        """Where the document is now that ``files`` are about; None where that is not clear."""
        return self.same(files) or self._like(files)

    def same(self, files: Sequence[AnnotationFile]) -> Relocated | None:
        """The one document that has the very text that one of the files counts in."""
        digests = {file.digest for file in files if file.digest}
        found = [each for each in self._readable() if digests and each.digest in digests]
        return Relocated(found[0], sure=True) if len(found) == 1 else None

    def _like(self, files: Sequence[AnnotationFile]) -> Relocated | None:
        """The one document that clearly is a later version of a kept text."""
        for file in files:
            old = self._kept_text(file.digest) if file.digest else None
            series = _series(old, self._vocabulary) if old else frozenset()
            if old is None or len(series) < _LEAST:
                continue
            shares = sorted(self._shares(series), key=lambda pair: -pair[0])
            best = shares[0] if shares else (0.0, None)
            second = shares[1][0] if len(shares) > 1 else 0.0
            if best[1] is not None and best[0] >= max(_LIKE, _CLEARLY * second):
                return Relocated(best[1], sure=False)
        return None

    def _shares(self, wanted: frozenset[tuple[int, ...]]) -> Iterator[tuple[float, Document]]:
        for document in self._readable():
            if document.path not in self._series:
                self._series[document.path] = _series(document.text, self._vocabulary)
            yield len(wanted & self._series[document.path]) / len(wanted), document

    def _readable(self) -> Iterator[Document]:
        for path in self._paths:
            if path not in self._documents:
                self._documents[path] = None
                with suppress(CannotOpen, OSError):
                    self._documents[path] = self._read(path, None)
            document = self._documents[path]
            if document is not None and document.complete:
                yield document

    @cached_property
    def _paths(self) -> list[str]:
        return self._workspace.documents() if self._among is None else self._among

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        return {}


def _series(text: str, vocabulary: dict[str, int]) -> frozenset[tuple[int, ...]]:
    words = [vocabulary.setdefault(word, len(vocabulary)) for word in text.casefold().split()]
    return frozenset(zip(*(words[n:] for n in range(_SERIES)), strict=False))
