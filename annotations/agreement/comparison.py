"""The authors of a workspace compared: the figures, the differences, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from annotations.agreement.coding import Coded, coded, deciders, is_answer, is_sure, readers
from annotations.agreement.differences import Difference, differences
from annotations.agreement.figures import Figure, status_figures, statuses, tag_figures
from annotations.model import PlacedAnnotation
from annotations.palette import Palette
from annotations.relations import Relations
from annotations.steps import Step, at_once
from documents.document import Document
from documents.errors import CannotOpen

DocumentAt = Callable[[str], Document]
"""Gives the document at a path, as its annotations were placed on it; may raise CannotOpen."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What does not count in the figures.

    Documents that only one of the authors has worked on; marks that have no sure place in today's
    text; tagged answers to another's mark, of which the status counts alone; sentences with claims
    of several authors to which one of them has given several statuses; statuses that were decided
    on other words than stand there today.
    """

    documents: tuple[str, ...] = ()
    unplaced: int = 0
    answers: int = 0
    several_statuses: int = 0
    other_words: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far authors agree. ``documents`` are those that two of them or more have worked on.

    ``sentences`` and ``characters`` count those of these documents.
    """

    authors: tuple[str, ...]
    documents: tuple[str, ...]
    sentences: int
    characters: int
    figures: tuple[Figure, ...]
    differences: tuple[Difference, ...]
    left_out: LeftOut

    @property
    def problem(self) -> str:
        """Why there is nothing to compare, as a line to show; empty where there is something."""
        if not self.authors:
            return "nobody has annotations here; agreement needs two authors"
        if len(self.authors) == 1:
            return f"only {self.authors[0]} has annotations to compare; agreement needs two authors"
        if not self.documents:
            return f"no document here was worked on by two of {', '.join(self.authors)}"
        return ""


def compare(
    annotations: Iterable[PlacedAnnotation],
    document_at: DocumentAt,
    palette: Palette,
    *,
    authors: Sequence[str] = (),
    tags: Sequence[str] = (),
    step: Step = at_once,
) -> Comparison:
    """Compares ``authors``, or all there are, over the documents that two or more worked on.

    With ``tags``, only what is said with those tags and the ones under them. ``step`` is called
    between short steps, and may raise to end the work.
    """
    everything = list(annotations)
    answered = Relations(everything if tags else ()).answered
    chosen = [each for each in everything if not authors or each.author in authors]
    names = tuple(sorted({each.author for each in chosen}))
    shared, alone = _by_document(chosen)
    documents = []
    for path, marks in shared.items():
        try:
            documents.append(coded(marks, document_at(path), names, tags, step, answered))
        except CannotOpen:
            alone.append(path)
    found = statuses(documents, len(names), palette, step)
    figures = [
        *tag_figures(documents, names, palette, tags, step),
        *status_figures(found.tally, names, palette),
    ]
    differing = [each for one in documents for each in differences(one, names, palette, step)]
    return Comparison(
        names,
        tuple(document.path for document in documents),
        sum(len(document.sentences) for document in documents),
        sum(len(document.text) for document in documents),
        tuple(figures) if documents else (),
        tuple(differing),
        _left_out(chosen, documents, alone, found.several),
    )


def _by_document(
    annotations: Iterable[PlacedAnnotation],
) -> tuple[dict[str, list[PlacedAnnotation]], list[str]]:
    """The annotations of documents that can be compared, and the paths of the others."""
    by_path: dict[str, list[PlacedAnnotation]] = {}
    for each in annotations:
        by_path.setdefault(each.document, []).append(each)
    shared = {
        path: marks
        for path, marks in by_path.items()
        if len(readers(marks)) > 1 or len(deciders(marks)) > 1
    }
    return shared, [path for path in by_path if path not in shared]


def _left_out(
    annotations: Sequence[PlacedAnnotation],
    documents: Sequence[Coded],
    alone: Sequence[str],
    several: int,
) -> LeftOut:
    compared = {document.path for document in documents}
    here = [each for each in annotations if each.document in compared]
    sure = [each for each in here if is_sure(each)]
    placed = sum(len(document.marks) for document in documents)
    on_the_whole = sum(each.start is None for each in sure)
    answers = sum(is_answer(each) and bool(each.annotation.tags) for each in sure)
    before = sum(bool(each.decided_on) for each in sure)
    return LeftOut(tuple(alone), len(here) - placed - on_the_whole, answers, several, before)
