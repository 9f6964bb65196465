"""Everyone's annotations on the documents of a workspace, where they sit today."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from annotations.anchoring import Placer
from annotations.annotation_file import AnnotationFile
from annotations.errors import UnreadableAnnotations
from annotations.model import Anchor, PlacedAnnotation
from annotations.relocation import Read, Relocated, Relocations, is_missing
from annotations.steps import Step, at_once
from annotations.store import Store
from annotations.text_order import in_text_order
from documents.document import Document
from documents.errors import CannotOpen
from documents.listing import natural_order
from documents.workspace import Workspace


class FoundAgain(NamedTuple):
    """The ``path`` by which a document goes that is gone from its own, and the ``line`` that says
    so; ``sure`` where it has the very text.
    """

    path: str
    sure: bool
    line: str


@dataclass(slots=True)
class Collected:
    """Annotations in the order of documents and texts, and a line for each thing that is wrong.

    ``unread`` has, by document and author, the line of each file that cannot be understood,
    ``broken`` that of each annotation, by its id as well, and
    ``found_again`` those documents that are gone, by their old paths; ``gone`` has the line of each
    that is nowhere. The lines of all are among the problems too.
    """

    annotations: list[PlacedAnnotation] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unread: dict[tuple[str, str], str] = field(default_factory=dict)
    broken: dict[tuple[str, str, str], str] = field(default_factory=dict)
    found_again: dict[str, FoundAgain] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)


def collect(
    workspace: Workspace,
    store: Store,
    paths: Iterable[str] | None = None,
    *,
    read: Read | None = None,
    step: Step = at_once,
) -> Collected:
    """Everyone's annotations on the documents at ``paths``, or on all of them.

    ``read`` gives the documents, for a caller that has some at hand; ``step`` is called between
    short steps, and may raise to end the work. Nothing is written. What cannot be read is a
    problem, never an exception; a file that cannot be understood any more counts as it was read
    last. The annotations of a document that is gone or cannot be opened are orphans, unless it is
    found again under another name. Those that have lost their place come after their document's
    others, notes on a document as a whole after those.
    """
    collecting = _Collecting(workspace, store, read or workspace.read, step)
    return collecting.everything(_wanted(workspace, paths))


def place_all(
    files: Iterable[AnnotationFile], document: Document, store: Store, step: Step = at_once
) -> list[PlacedAnnotation]:
    """The annotations of ``files`` where they sit on ``document``, in the order of its text."""
    placed: list[PlacedAnnotation] = []
    for file in files:
        placer = Placer(file, document, store.kept_text, step)
        placed += [placer.place(annotation) for annotation in file.annotations]
    return in_text_order(placed, step)


def _wanted(workspace: Workspace, paths: Iterable[str] | None) -> frozenset[str] | None:
    if paths is not None:
        return frozenset(paths)
    return workspace.only


class _Collecting:
    """Reads annotation files, finds documents that went elsewhere, and places all on the texts."""

    def __init__(self, workspace: Workspace, store: Store, read: Read, step: Step) -> None:
        self._workspace = workspace
        self._store = store
        self._read = read
        self._step = step
        self._collected = Collected()
        self._came: dict[str, list[PlacedAnnotation]] = {}

    def everything(self, wanted: frozenset[str] | None) -> Collected:
        """The annotations on the wanted documents, or on all."""
        authors = _authors_by_document(self._store)
        paths = [path for path in authors if wanted is None or path in wanted]
        files = {path: self._files(path, authors[path]) for path in paths}
        self._find_again(files, authors)
        if wanted is not None:
            there = {path for path in self._came if path not in files}
            files |= {path: self._files(path, authors.get(path, ())) for path in there}
            self._find_what_came_to(wanted | there, authors)
        for path in sorted({*files, *self._came}, key=natural_order):
            self._collected.annotations += self._placed(path, files.get(path, []))
        if wanted is None:
            self._collected.problems += self._store.strays()
        return self._collected

    def _files(self, path: str, authors: Iterable[str]) -> list[AnnotationFile]:
        files: list[AnnotationFile] = []
        for author in authors:
            try:
                file = self._store.read(author, path, self._step)
            except UnreadableAnnotations as error:
                self._collected.problems.append(str(error))
                self._collected.unread[path, author] = str(error)
                files += self._store.last_read(author, path)
            else:
                files.append(file)
                self._collected.problems += file.problems
                self._collected.broken |= {(path, author, i): one for i, one in file.broken.items()}
        return [file for file in files if file.annotations]

    def _find_again(
        self, files: dict[str, list[AnnotationFile]], authors: Mapping[str, Iterable[str]]
    ) -> None:
        """Takes the files of documents that are found under another name out of ``files``."""
        relocations = self._relocations(None, authors)
        for path in [path for path in files if files[path]]:
            if not is_missing(self._workspace, path):
                continue
            found = relocations.of(files[path])
            if found is not None:
                line = _told(path, found)
                self._collected.problems.append(line)
                again = FoundAgain(found.document.path, found.sure, line)
                self._collected.found_again[path] = again
                files[path] = self._put(files[path], found)

    def _find_what_came_to(
        self, wanted: frozenset[str], authors: Mapping[str, Iterable[str]]
    ) -> None:
        """Adds what was marked in the very text of a wanted document under a name that is gone."""
        gone = [
            path for path in authors if path not in wanted and is_missing(self._workspace, path)
        ]
        near, anywhere = self._relocations(wanted, authors), self._relocations(None, authors)
        for path in gone:
            files = self._files(path, authors[path])
            if near.same(files) and (found := anywhere.same(files)):  # nor is there another copy
                self._put(files, found)

    def _relocations(
        self, among: Iterable[str] | None, authors: Mapping[str, Iterable[str]]
    ) -> Relocations:
        def marked(path: str) -> Iterator[AnnotationFile]:
            for author in authors.get(path, ()):
                with suppress(UnreadableAnnotations):  # told where its own document is looked at
                    yield self._store.read(author, path, self._step)

        return Relocations(
            self._workspace,
            self._read,
            self._store.kept_text,
            among,
            marked=marked,
            findings=self._store.findings,
            step=self._step,
        )

    def _put(self, files: list[AnnotationFile], found: Relocated) -> list[AnnotationFile]:
        """Places the files' annotations on the document found; gives those left with none."""
        path = found.document.path
        there = place_all(files, found.document, self._store, self._step)
        if not found.sure:
            there = [_offered(each) for each in there if each.start is not None]
        self._came.setdefault(path, []).extend(there)
        placed = {(each.author, each.annotation.id) for each in there}
        return [left for file in files if (left := _without(file, placed)).annotations]

    def _placed(self, path: str, files: list[AnnotationFile]) -> list[PlacedAnnotation]:
        known = {(file.author, each.id) for file in files for each in file.annotations}
        came = [
            each
            for each in self._came.get(path, ())
            if (each.author, each.annotation.id) not in known
        ]
        there = self._on_their_document(path, files)
        return in_text_order([*there, *came], self._step) if came else there

    def _on_their_document(self, path: str, files: list[AnnotationFile]) -> list[PlacedAnnotation]:
        if not files:
            return []
        encoding = next((file.encoding for file in files if file.encoding), None)
        try:
            document = self._read(path, encoding)
        except CannotOpen as error:
            self._collected.problems.append(str(error))
            if is_missing(self._workspace, path):
                self._collected.gone[path] = str(error)
            return [each for file in files for each in _orphans(file)]
        return place_all(files, document, self._store, self._step)


def _authors_by_document(store: Store) -> dict[str, list[str]]:
    authors: dict[str, list[str]] = {}
    for author, path in store.records():
        authors.setdefault(path, []).append(author)
    return {path: authors[path] for path in sorted(authors, key=natural_order)}


def _told(path: str, found: Relocated) -> str:
    now = found.document.path
    if found.sure:
        return f"{path}: it is gone, but {now} has its text; its annotations are listed there"
    return f"{path}: it is gone, and {now} is much like it; its annotations are offered there"


def _offered(placed: PlacedAnnotation) -> PlacedAnnotation:
    """A place in what may be another document altogether: for a person to look at."""
    return replace(placed, anchor=Anchor.REVIEW)


def _without(file: AnnotationFile, placed: Container[tuple[str, str]]) -> AnnotationFile:
    left = tuple(each for each in file.annotations if (file.author, each.id) not in placed)
    return replace(file, annotations=left)


def _orphans(file: AnnotationFile) -> list[PlacedAnnotation]:
    return [
        PlacedAnnotation(each, file.author, file.path, None, None, Anchor.ORPHAN, file.digest)
        for each in file.annotations
    ]
