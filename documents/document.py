"""A document: one text, named by its path in the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from documents.segmentation import Segmentation

Kind = Literal["prose", "markdown", "code"]
Stamp = tuple[int, int, int]
"""A file's size in bytes, the time of its last change in nanoseconds, and its inode."""

_PIECE = 256 * 1024
"""Code points that are encoded at a time, so that other threads are not held up."""


def text_digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal: the name a text goes by."""
    from documents.hashing import sha256

    digest = sha256(len(text))
    for piece in _encoded(text):
        digest.update(piece)
    return digest.hexdigest()


def text_in_utf_8(text: str) -> bytearray:
    """A text in UTF-8, encoded so that other threads are not held up however long it is."""
    data = bytearray()
    for piece in _encoded(text):
        data += piece
    return data


def _encoded(text: str) -> Iterator[bytes]:
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE].encode("utf-8")


class Document:
    """A text that was read from a file, and what is known of it.

    ``path`` is relative to the workspace, with ``/`` between segments; bytes of a file name that
    are not UTF-8 stand in it as surrogate escapes. ``reader`` names what made the text and
    ``encoding`` the Python codec that decoded it. ``share`` is how much of the file ``text`` is,
    by bytes: less than 1 where only the beginning of a large file has been read so far. Offsets
    in a beginning are offsets in the whole. ``stamp``, where it is known, tells the file as it was
    read from what becomes of it.
    """

    def __init__(
        self,
        path: str,
        text: str,
        *,
        kind: Kind = "prose",
        reader: str = "plain",
        encoding: str = "utf-8",
        share: float = 1.0,
        stamp: Stamp | None = None,
    ) -> None:
        self.path = path
        self.text = text
        self.kind: Kind = kind
        self.reader = reader
        self.encoding = encoding
        self.share = share
        self.stamp = stamp
        self._digest: str | None = None

    def __repr__(self) -> str:
        return f"Document({self.path!r}, {len(self.text)} code points)"

    @property
    def complete(self) -> bool:
        """Whether the text is the whole text, and not the beginning alone."""
        return self.share >= 1

    @property
    def digest(self) -> str:
        """The SHA-256 of the text in UTF-8. Raises ValueError where the text is not complete.

        Kept, and without a lock: ``cached_property`` has one for all documents before Python 3.12,
        so that a short text would wait for the digest of a long one.
        """
        if self._digest is None:
            if not self.complete:
                raise ValueError(f"only the beginning of {self.path} has been read")
            self._digest = text_digest(self.text)
        return self._digest

    @cached_property
    def segmentation(self) -> Segmentation:
        """The text's paragraphs and sentences, cut where they are asked for."""
        from documents.segmentation import Segmentation

        return Segmentation(self.text, self.kind)
