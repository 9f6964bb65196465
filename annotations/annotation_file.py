"""One reader's annotations of one document, as its file holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotations.model import Annotation


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationFile:
    """The annotations of ``author`` on the document at ``path``, in the order of the file.

    ``digest`` (SHA-256) and ``length`` (code points) are those of the text that offsets count in,
    ``reader`` and ``encoding`` what made that text; empty where no file exists yet or where it
    does not say. ``deleted`` are what is left of those that were deleted. ``broken`` has, by id, a
    line for each annotation that could not be understood, which stays in the file as it is; it is
    one of the ``problems``. ``conflicts`` says in words what a save had to decide against another
    program's edit.
    """

    author: str
    path: str
    digest: str = ""
    length: int = 0
    reader: str = ""
    encoding: str = ""
    annotations: tuple[Annotation, ...] = ()
    deleted: tuple[Annotation, ...] = ()
    broken: Mapping[str, str] = field(default_factory=dict, hash=False)
    problems: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
