"""The annotations that wait for their reader, because the text they were made on has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from annotations.anchoring.outcome import TOLD
from annotations.model import PlacedAnnotation
from annotations.text_order import text_order


def asks(placed: PlacedAnnotation | None) -> bool:
    """Whether an annotation's words changed, its place is only proposed, or it lost its place."""
    return placed is not None and placed.anchor in TOLD


def waiting(annotations: Iterable[PlacedAnnotation], author: str) -> list[PlacedAnnotation]:
    """Those that ask for a look: the author's own, which they can settle, before other people's.

    In the order of documents as they come and of their texts; those without a place come after
    their document's others.
    """
    told = [one for one in annotations if one.anchor in TOLD]
    documents = {path: n for n, path in enumerate(dict.fromkeys(one.document for one in told))}
    return sorted(
        told, key=lambda one: (one.author != author, documents[one.document], *text_order(one))
    )


class Tally:
    """How many of an author's annotations wait, kept up to date without counting all again.

    ``asks`` says of an annotation, or of None, whether it does.
    """

    def __init__(self, author: str, asks: Callable[[PlacedAnnotation | None], bool] = asks) -> None:
        self._author = author
        self._asks = asks
        self._waiting: dict[str, int] = {}

    @property
    def total(self) -> int:
        """How many wait, in all documents."""
        return sum(self._waiting.values())

    def take(self, path: str, count: int) -> None:
        """So many of a document's annotations wait, of those that it has from now on."""
        self._set(path, count)

    def replace(
        self, path: str, old: PlacedAnnotation | None, new: PlacedAnnotation | None
    ) -> None:
        """One of a document's annotations became another; None is one that is not there."""
        now = self._waiting.get(path, 0) + self._counts(new) - self._counts(old)
        self._set(path, now)

    def _counts(self, placed: PlacedAnnotation | None) -> bool:
        return placed is not None and placed.author == self._author and self._asks(placed)

    def _set(self, path: str, count: int) -> None:
        if count:
            self._waiting[path] = count
        else:
            self._waiting.pop(path, None)
