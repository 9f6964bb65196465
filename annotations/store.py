"""Reads and saves annotation files: durable, and shared with other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotations.annotation_file import AnnotationFile
from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.model import Change
from documents.document import Document
from documents.workspace import Workspace

__all__ = ["AnnotationFile", "SaveFailed", "Store", "UnreadableAnnotations"]


class Store:
    """The annotation files of one workspace. Its calls block; saves are safe across processes."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def authors(self) -> list[str]:
        """Everyone who has annotations here, sorted."""
        raise NotImplementedError

    def records(self) -> Iterator[tuple[str, str]]:
        """The author and the document's path of every annotation file."""
        raise NotImplementedError

    def read(self, author: str, path: str) -> AnnotationFile:
        """What ``author`` wrote on the document at ``path``: empty where there is no file.

        Raises UnreadableAnnotations.
        """
        raise NotImplementedError

    def apply(self, author: str, document: Document, changes: Sequence[Change]) -> AnnotationFile:
        """Saves ``changes`` to what ``author`` wrote on ``document``; gives what then stands there.

        Raises SaveFailed and UnreadableAnnotations; in both cases the file is as it was.
        """
        raise NotImplementedError

    def kept_text(self, digest: str) -> str | None:
        """The text with this SHA-256, if it was kept."""
        raise NotImplementedError
