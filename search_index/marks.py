"""The annotations that answer a query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotations.annotation_file import AnnotationFile
from annotations.errors import UnreadableAnnotations
from annotations.model import Anchor, Annotation, PlacedAnnotation
from annotations.store import Store
from documents.workspace import Workspace
from search_index.matching import AnnotationSubject, matches
from search_index.query import Node, Term, asks_for_annotations, wanted_terms
from search_index.snapshot import Record, Signature
from search_index.texts import Texts

_LOST = (Anchor.CHANGED, Anchor.REVIEW, Anchor.ORPHAN)


@dataclass(slots=True)
class MarkHits:
    """The annotations of one document that answer a query, and how often each term is noted."""

    placed: list[PlacedAnnotation] = field(default_factory=list)
    noted: dict[Term, int] = field(default_factory=dict)

    def add(self, placed: PlacedAnnotation, noted: Mapping[Term, int]) -> None:
        """One more, with how often each term stands in its note and tags."""
        self.placed.append(placed)
        for term, count in noted.items():
            self.noted[term] = self.noted.get(term, 0) + count


class Marks:
    """The annotations of a workspace; what was read is kept until its file changes."""

    def __init__(self, workspace: Workspace, store: Store, texts: Texts) -> None:
        self._workspace = workspace
        self._store = store
        self._texts = texts
        self._kept: dict[Record, tuple[Signature, AnnotationFile | None]] = {}
        self.problems: dict[Record, str] = {}

    def answering(
        self, root: Node, records: Iterable[tuple[Record, Signature]]
    ) -> dict[str, MarkHits]:
        """The annotations in ``records`` that are hits, by document.

        An annotation is a hit where its note or its tags hold a word of the query, or where the
        query asks for annotations. A word that merely stands in the text it marks is found there
        already; but where the words marked are no longer in the text, they are searched here.
        """
        answers: dict[str, MarkHits] = {}
        for record, state in records:
            file = self._file(record, state)
            if file:
                self._put_to(root, file, answers)
        return answers

    def _put_to(self, root: Node, file: AnnotationFile, answers: dict[str, MarkHits]) -> None:
        asked, terms = asks_for_annotations(root), wanted_terms(root)
        places = _Places(self._workspace, self._store, self._texts, file)
        for one in file.annotations:
            subject = AnnotationSubject(file.path, one)
            if not matches(root, subject):
                continue
            noted = {term: count for term in terms if (count := subject.noted(term))}
            if asked or noted or (terms and places.of(one).anchor in _LOST):
                answers.setdefault(file.path, MarkHits()).add(places.of(one), noted)

    def _file(self, record: Record, state: Signature) -> AnnotationFile | None:
        kept = self._kept.get(record)
        if kept and kept[0] == state:
            return kept[1]
        file = None
        self.problems.pop(record, None)
        try:
            file = self._store.read(*record)
        except UnreadableAnnotations as error:
            self.problems[record] = str(error)
        self._kept[record] = (state, file)
        return file


class _Places:
    """Where the annotations of one file sit on today's text."""

    def __init__(
        self, workspace: Workspace, store: Store, texts: Texts, file: AnnotationFile
    ) -> None:
        self._workspace = workspace
        self._store = store
        self._texts = texts
        self._file = file
        self._moved: dict[str, PlacedAnnotation] | None = None

    def of(self, one: Annotation) -> PlacedAnnotation:
        """The annotation where it sits; without a place where the document cannot be read."""
        text = self._texts.get(self._file.path)
        digest = text.document.digest if text else ""
        if text and one.text is None and self._file.digest == digest:
            return self._as(one, one.start, one.end, Anchor.EXACT, digest)
        if self._moved is None:
            self._moved = self._followed() if text else {}
        return self._moved.get(one.id) or self._as(one, None, None, Anchor.ORPHAN, digest)

    def _as(
        self, one: Annotation, start: int | None, end: int | None, anchor: Anchor, digest: str
    ) -> PlacedAnnotation:
        return PlacedAnnotation(one, self._file.author, self._file.path, start, end, anchor, digest)

    def _followed(self) -> dict[str, PlacedAnnotation]:
        from annotations.collection import collect

        found = collect(self._workspace, self._store, [self._file.path]).annotations
        return {each.annotation.id: each for each in found if each.author == self._file.author}
