"""The annotations that answer a query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from annotations.steps import Step, at_once
from annotations.store import Store
from search_index.annotation_files import AnnotationFiles
from search_index.finding.about import About
from search_index.finding.matching import AnnotationSubject, matches
from search_index.queries.query import Node, Term, asks_for_annotations, closer, wanted_terms
from search_index.snapshot import Record
from search_index.texts import Texts
from search_index.time_limits import look_at_the_time

if TYPE_CHECKING:
    from annotations.anchoring import Placer
    from annotations.annotation_file import AnnotationFile
    from annotations.model import Annotation, PlacedAnnotation


class MarkHits:
    """The annotations of one document that answer a query, and how often each term is noted.

    With a word that may be misspelt, so is what asks for it with fewer edits.
    """

    def __init__(self) -> None:
        self.placed: list[PlacedAnnotation] = []
        self.noted: dict[Term, int] = {}

    def add(self, placed: PlacedAnnotation, noted: Mapping[Term, int]) -> None:
        """One more, with how often each term stands in its note and tags."""
        self.placed.append(placed)
        for term, count in noted.items():
            self.noted[term] = self.noted.get(term, 0) + count


class Marks:
    """Puts queries to annotations; ``step`` is called between short steps."""

    def __init__(
        self, store: Store, files: AnnotationFiles, texts: Texts, step: Step = at_once
    ) -> None:
        self._store = store
        self._step = step
        self._files = files
        self._texts = texts

    def answering(self, root: Node, records: Iterable[Record]) -> dict[str, MarkHits]:
        """The annotations in ``records`` that are hits, by document.

        An annotation is a hit where its note or its tags hold a word of the query, or where the
        query asks for annotations. A word that merely stands in the text it marks is found there
        already; but where the words marked are no longer in the text, they are searched here.
        """
        answers: dict[str, MarkHits] = {}
        for record in records:
            if file := self._files.get(record):
                self._put_to(root, file, answers)
        return answers

    def subjects(self, records: Iterable[Record]) -> Iterator[AnnotationSubject]:
        """All annotations in ``records``, to be asked what they have."""
        for record in records:
            file = self._files.get(record)
            for one in file.annotations if file else ():
                self._step()
                look_at_the_time()
                yield AnnotationSubject(one, record.author, self._about(record.path))

    def _about(self, path: str) -> About:
        return About(path, self._texts.source(path), partial(self._texts.get, path))

    def _put_to(self, root: Node, file: AnnotationFile, answers: dict[str, MarkHits]) -> None:
        asked, terms = asks_for_annotations(root), wanted_terms(root)
        places = _Places(self._store, self._texts, file, self._step)
        about = self._about(file.path)
        for one in file.annotations:
            self._step()
            look_at_the_time()
            subject = AnnotationSubject(one, file.author, about)
            if not matches(root, subject):
                continue
            noted = {term: count for term in terms if (count := subject.noted(term))}
            if asked or noted or (terms and _is_lost(places.of(one))):
                nearer = {each: subject.noted(each) for term in noted for each in closer(term)}
                answers.setdefault(file.path, MarkHits()).add(places.of(one), noted | nearer)


def _is_lost(placed: PlacedAnnotation) -> bool:
    """Whether the words that it marks are no longer in the text."""
    from annotations.model import Anchor

    return placed.anchor in (Anchor.CHANGED, Anchor.REVIEW, Anchor.ORPHAN)


class _Places:
    """Where the annotations of one file sit on today's text, which is read once asked for."""

    def __init__(self, store: Store, texts: Texts, file: AnnotationFile, step: Step) -> None:
        self._store = store
        self._step = step
        self._texts = texts
        self._file = file
        self._placer: Placer | None = None

    def of(self, one: Annotation) -> PlacedAnnotation:
        """The annotation where it sits; without a place where the document cannot be read."""
        if self._placer is None:
            from annotations.anchoring import Placer
            from annotations.model import Anchor, PlacedAnnotation

            text = self._texts.get(self._file.path)
            if text is None:
                author, path, digest = self._file.author, self._file.path, self._file.digest
                return PlacedAnnotation(one, author, path, None, None, Anchor.ORPHAN, digest)
            document, kept_text = text.document, self._store.kept_text
            self._placer = Placer(self._file, document, kept_text, self._step)
        return self._placer.place(one)
