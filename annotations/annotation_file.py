"""One reader's annotations of one document, as its file holds them."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.model import Annotation


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationFile:
    """The annotations of ``author`` on the document at ``path``, in the order of the file.

    ``digest`` (SHA-256) and ``length`` (code points) are those of the text that offsets count in,
    ``reader`` and ``encoding`` what made that text; empty where no file exists yet or where it
    does not say. ``deleted`` are what is left of those that were deleted. ``problems`` names
    annotations that could not be understood, which stay in the file as they are. ``conflicts`` says
    in words what a save had to decide against another program's edit.
    """

    author: str
    path: str
    digest: str = ""
    length: int = 0
    reader: str = ""
    encoding: str = ""
    annotations: tuple[Annotation, ...] = ()
    deleted: tuple[Annotation, ...] = ()
    problems: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
