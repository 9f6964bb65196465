"""A document: one text, named by its path in the workspace."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from documents.segmentation import Segmentation

Kind = Literal["prose", "markdown", "code"]


def text_digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal: the name a text goes by."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Document:
    """A text that was read from a file, and what is known of it.

    ``path`` is relative to the workspace, with ``/`` between segments; bytes of a file name that
    are not UTF-8 stand in it as surrogate escapes. ``reader`` names what made the text and
    ``encoding`` the Python codec that decoded it.
    """

    def __init__(
        self,
        path: str,
        text: str,
        *,
        kind: Kind = "prose",
        reader: str = "plain",
        encoding: str = "utf-8",
    ) -> None:
        self.path = path
        self.text = text
        self.kind: Kind = kind
        self.reader = reader
        self.encoding = encoding

    def __repr__(self) -> str:
        return f"Document({self.path!r}, {len(self.text)} code points)"

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the text in UTF-8."""
        return text_digest(self.text)

    @cached_property
    def segmentation(self) -> Segmentation:
        """The text's paragraphs and sentences, cut where they are asked for."""
        return Segmentation(self.text, self.kind)
