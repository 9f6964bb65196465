"""What an exporter works on: placed annotations, the texts they stand in, sources and tags."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from annotations.palette import Palette
    from annotations.relations import Relations
    from annotations.store import Store
    from documents.document import Document
    from documents.sources import Source
    from documents.workspace import Workspace

_LONGEST_CONTEXT = 600
"""Code points of a sentence kept on either side of a quote; a "sentence" may be a whole file."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that an export is made of.

    ``read`` gives a document by its path, or None where it cannot be read any more; it is called
    only by formats that show the text. ``relations`` may tell of annotations that are not
    exported.
    """

    placed: Sequence[PlacedAnnotation]
    read: Callable[[PlacedAnnotation], Document | None]
    source: Callable[[str], Source]
    palette: Palette
    relations: Relations

    def documents(self) -> Iterator[MarkedDocument]:
        """The annotated documents in order, one read at a time."""
        for path, group in groupby(self.placed, key=lambda placed: placed.document):
            placed = list(group)
            yield MarkedDocument(path, self.source(path), self.read(placed[0]), placed)


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """One document with everything marked in it.

    ``document`` is None where the text is missing, or is no longer the one the annotations were
    placed on; their offsets mean nothing then, and only their quotes can be shown.
    """

    path: str
    source: Source
    document: Document | None
    annotations: Sequence[PlacedAnnotation]

    @property
    def title(self) -> str:
        """What to call the document: its title on record, else its path."""
        return self.source.title or self.path


class Passage(NamedTuple):
    """A quote with what stands before and after it in its sentence (or sentences)."""

    before: str
    quote: str
    after: str


class Sentences:
    """Every sentence of a document, cut once: formats ask for many, in any order."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._spans = list(document.segmentation.sentences())
        self._ends = [span.end for span in self._spans]

    def numbers(self, start: int, end: int) -> tuple[int, int] | None:
        """The numbers (from 1) of the first and the last sentence that ``[start, end)`` touches.

        In blank space it is the next one, past the last the last one; None for an empty text.
        """
        if not self._spans:
            return None
        return self._index(start) + 1, self._index(max(start, end - 1)) + 1

    def passage(self, start: int, end: int) -> Passage:
        """The text at ``[start, end)`` within the sentences it lies in."""
        opening, closing = start, end
        if self._spans:
            opening = min(self._spans[self._index(start)].start, start)
            closing = max(self._spans[self._index(max(start, end - 1))].end, end)
        before, after = self._text[opening:start], self._text[end:closing]
        if len(before) > _LONGEST_CONTEXT:
            before = "…" + before[-_LONGEST_CONTEXT:]
        if len(after) > _LONGEST_CONTEXT:
            after = after[:_LONGEST_CONTEXT] + "…"
        return Passage(before, self._text[start:end], after)

    def _index(self, offset: int) -> int:
        return min(bisect_right(self._ends, offset), len(self._spans) - 1)


def gather(
    placed: Iterable[PlacedAnnotation],
    workspace: Workspace,
    everything: Iterable[PlacedAnnotation] | None = None,
) -> Material:
    """The material for an export of ``placed``, drawn from the workspace when it is needed."""
    from annotations.palette import Palette
    from annotations.relations import Relations
    from annotations.store import Store

    store, placed = Store(workspace), list(placed)
    return Material(
        placed=placed,
        read=lambda one: _read(workspace, store, one),
        source=workspace.source,
        palette=Palette.from_settings(workspace.settings),
        relations=Relations(placed if everything is None else everything),
    )


def _read(workspace: Workspace, store: Store, one: PlacedAnnotation) -> Document | None:
    """The document that ``one`` was placed on, in the encoding on record."""
    from documents.errors import CannotOpen

    try:
        encoding = store.read(one.author, one.document).encoding or None
        document = workspace.read(one.document, encoding)
    except CannotOpen:
        return None
    return document if document.digest == one.text else None
