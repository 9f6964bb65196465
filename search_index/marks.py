"""The annotations that a query is put to, and those that answer it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from annotations.annotation_file import AnnotationFile
from annotations.errors import UnreadableAnnotations
from annotations.model import Anchor, Annotation, PlacedAnnotation
from annotations.store import Store
from documents.discovery import ANNOTATIONS_FOLDER
from documents.workspace import Workspace
from search_index.matching import AnnotationSubject, matches
from search_index.query import Node, Term, asks_for_annotations, wanted_terms
from search_index.texts import Texts

_LOST = (Anchor.CHANGED, Anchor.REVIEW, Anchor.ORPHAN)


@dataclass(slots=True)
class MarkHits:
    """The annotations of one document that answer a query, and how often each term is noted."""

    placed: list[PlacedAnnotation] = field(default_factory=list)
    noted: dict[Term, int] = field(default_factory=dict)

    def add(self, placed: PlacedAnnotation, noted: dict[Term, int]) -> None:
        """One more, with how often each term stands in its note and tags."""
        self.placed.append(placed)
        for term, count in noted.items():
            self.noted[term] = self.noted.get(term, 0) + count


class Marks:
    """Everyone's annotations in a workspace; read again when a file among them changes."""

    def __init__(self, workspace: Workspace, store: Store, texts: Texts) -> None:
        self._workspace = workspace
        self._store = store
        self._texts = texts
        self._state: frozenset[tuple[str, int, int]] | None = None
        self._files: list[AnnotationFile] = []
        self.problems: list[str] = []

    def answering(self, root: Node, admits: Callable[[str], bool]) -> dict[str, MarkHits]:
        """The annotations that are hits, by document; of the documents that ``admits`` says.

        An annotation is a hit where its note or its tags hold a word of the query, or where the
        query asks for annotations. A word that merely stands in the text it marks is found there
        already; but where the words marked are no longer in the text, they are searched here.
        """
        self._refresh()
        asked, terms = asks_for_annotations(root), wanted_terms(root)
        answers: dict[str, MarkHits] = {}
        for file in self._files:
            if not admits(file.path):
                continue
            places = Places(self._workspace, self._store, self._texts, file)
            for one in file.annotations:
                subject = AnnotationSubject(file.path, one)
                if not matches(root, subject):
                    continue
                noted = {term: count for term in terms if (count := subject.noted(term))}
                if asked or noted or (terms and places.of(one).anchor in _LOST):
                    answers.setdefault(file.path, MarkHits()).add(places.of(one), noted)
        return answers

    def _refresh(self) -> None:
        state = frozenset(_signatures(f"{self._workspace.root}/{ANNOTATIONS_FOLDER}"))
        if state == self._state:
            return
        self._files, self.problems = [], []
        for author, path in self._store.records():
            try:
                self._files.append(self._store.read(author, path))
            except UnreadableAnnotations as error:
                self.problems.append(str(error))
        self._state = state


class Places:
    """Where the annotations of one file sit on today's text."""

    def __init__(
        self, workspace: Workspace, store: Store, texts: Texts, file: AnnotationFile
    ) -> None:
        self._workspace = workspace
        self._store = store
        self._file = file
        text = texts.get(file.path)
        self._document = text.document if text else None
        self._moved: dict[str, PlacedAnnotation] | None = None

    def of(self, one: Annotation) -> PlacedAnnotation:
        """The annotation where it sits; without a place where the document cannot be read."""
        if self._document and one.text is None and self._file.digest == self._document.digest:
            return self._as(one, one.start, one.end, Anchor.EXACT)
        if self._moved is None:
            self._moved = self._followed() if self._document else {}
        return self._moved.get(one.id) or self._as(one, None, None, Anchor.ORPHAN)

    def _as(
        self, one: Annotation, start: int | None, end: int | None, anchor: Anchor
    ) -> PlacedAnnotation:
        digest = self._document.digest if self._document else ""
        return PlacedAnnotation(one, self._file.author, self._file.path, start, end, anchor, digest)

    def _followed(self) -> dict[str, PlacedAnnotation]:
        from annotations.collection import collect

        found = collect(self._workspace, self._store, [self._file.path]).annotations
        return {each.annotation.id: each for each in found if each.author == self._file.author}


def _signatures(folder: str) -> Iterator[tuple[str, int, int]]:
    """The path, size and time of every file below ``folder`` that may hold annotations."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith("."):
                yield from _signatures(entry.path)
            continue
        try:
            status = entry.stat()
        except OSError:  # it has gone
            continue
        yield entry.path, status.st_size, status.st_mtime_ns
