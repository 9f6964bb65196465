"""A workspace to save in, and what must hold of it whatever happened to a save."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from annotations.errors import UnreadableAnnotations
from annotations.model import Annotation, Change, mark
from annotations.store import Store
from documents.document import Document
from documents.settings import Settings
from documents.workspace import Workspace

PATH = "a.txt"
AUTHOR = "mk"
TEXT = "".join(f"Sentence number {n} of the text stands here.\n\n" for n in range(200))
_SPAN = 40


class Harm(NamedTuple):
    """What a part of the benchmark found, counted: all of it should be 0."""

    lost: int = 0
    torn: int = 0
    litter: int = 0

    def __add__(self, other: object) -> Harm:
        if not isinstance(other, Harm):
            return NotImplemented
        return Harm(*(one + more for one, more in zip(self, other, strict=True)))


@contextmanager
def workbench(root: Path | None = None, text: str = TEXT) -> Iterator[Workspace]:
    """A workspace with one document, and a state folder of its own, for as long as needed."""
    with tempfile.TemporaryDirectory(prefix="sidelight-safety-") as folder:
        before = os.environ.get("XDG_STATE_HOME")
        os.environ["XDG_STATE_HOME"] = f"{folder}/state"
        place = root or Path(folder, "workspace")
        place.mkdir(exist_ok=True)
        (place / PATH).write_text(text, encoding="utf-8", newline="")
        try:
            yield Workspace(place, Settings())
        finally:
            if before is None:
                del os.environ["XDG_STATE_HOME"]
            else:
                os.environ["XDG_STATE_HOME"] = before


def fresh(document: Document, number: int) -> Annotation:
    """The ``number``-th annotation of the document; the places repeat, the ids do not."""
    start = number * 37 % (len(document.text) - _SPAN)
    return mark(document.text, start, start + _SPAN, tags=("claim",), note="x" * 80, status="open")


def add(store: Store, document: Document, number: int) -> str:
    """Adds an annotation; gives its id when it is saved."""
    annotation = fresh(document, number)
    store.apply(AUTHOR, document, [Change(None, annotation)])
    return annotation.id


def harm(workspace: Workspace, acknowledged: set[str]) -> Harm:
    """What is missing or half, as a program that starts now finds it; then what its save leaves."""
    try:
        file = Store(workspace).read(AUTHOR, PATH)
        lost = len(acknowledged - {one.id for one in file.annotations})
        acknowledged.add(add(Store(workspace), workspace.read(PATH), 0))
    except UnreadableAnnotations:
        return Harm(len(acknowledged), 1, len(temporary(workspace.root)))
    return Harm(lost, len(file.problems), len(temporary(workspace.root)))


def temporary(root: Path) -> list[str]:
    """The names of temporary files in the workspace."""
    return [name for _, _, names in os.walk(root) for name in names if name.endswith(".tmp")]
