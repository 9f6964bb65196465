"""Everyone's annotations on the documents of a workspace, where they sit today."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from annotations.anchoring import Placer
from annotations.annotation_file import AnnotationFile
from annotations.errors import UnreadableAnnotations
from annotations.model import Anchor, PlacedAnnotation
from annotations.store import Store
from annotations.text_order import text_order
from documents.document import Document
from documents.errors import CannotOpen
from documents.listing import natural_order
from documents.workspace import Workspace

Read = Callable[[str, str | None], Document]
"""Gives the document at a path as it is today, in an encoding if one is on record."""


@dataclass(slots=True)
class Collected:
    """Annotations in the order of documents and texts, and a line for each thing that is wrong."""

    annotations: list[PlacedAnnotation] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def collect(
    workspace: Workspace,
    store: Store,
    paths: Iterable[str] | None = None,
    *,
    read: Read | None = None,
) -> Collected:
    """Everyone's annotations on the documents at ``paths``, or on all of them.

    ``read`` gives the documents, for a caller that has some at hand. Nothing is written. What
    cannot be read is a problem, never an exception; the annotations of a document that is gone or
    cannot be opened are orphans. Those that have lost their place come after their document's
    others, notes on a document as a whole after those.
    """
    collected = Collected()
    wanted = _wanted(workspace, paths)
    for path, authors in _authors_by_document(store, wanted).items():
        files = _files(store, path, authors, collected.problems)
        if any(file.annotations for file in files):
            collected.annotations += _placed(
                read or workspace.read, store, path, files, collected.problems
            )
    if wanted is None:
        collected.problems += store.strays()
    return collected


def place_all(
    files: Iterable[AnnotationFile], document: Document, store: Store
) -> list[PlacedAnnotation]:
    """The annotations of ``files`` where they sit on ``document``, in the order of its text."""
    placed: list[PlacedAnnotation] = []
    for file in files:
        placer = Placer(file, document, store.kept_text)
        placed += [placer.place(annotation) for annotation in file.annotations]
    return sorted(placed, key=text_order)


def _wanted(workspace: Workspace, paths: Iterable[str] | None) -> frozenset[str] | None:
    if paths is not None:
        return frozenset(paths)
    return workspace.only


def _authors_by_document(store: Store, wanted: frozenset[str] | None) -> dict[str, list[str]]:
    authors: dict[str, list[str]] = {}
    for author, path in store.records():
        if wanted is None or path in wanted:
            authors.setdefault(path, []).append(author)
    return {path: authors[path] for path in sorted(authors, key=natural_order)}


def _files(
    store: Store, path: str, authors: Iterable[str], problems: list[str]
) -> list[AnnotationFile]:
    files: list[AnnotationFile] = []
    for author in authors:
        try:
            file = store.read(author, path)
        except UnreadableAnnotations as error:
            problems.append(str(error))
        else:
            files.append(file)
            problems += file.problems
    return files


def _placed(
    read: Read,
    store: Store,
    path: str,
    files: list[AnnotationFile],
    problems: list[str],
) -> list[PlacedAnnotation]:
    encoding = next((file.encoding for file in files if file.encoding), None)
    try:
        document = read(path, encoding)
    except CannotOpen as error:
        problems.append(str(error))
        return sorted((each for file in files for each in _orphans(file)), key=text_order)
    return place_all(files, document, store)


def _orphans(file: AnnotationFile) -> list[PlacedAnnotation]:
    return [
        PlacedAnnotation(each, file.author, file.path, None, None, Anchor.ORPHAN, file.digest)
        for each in file.annotations
    ]
