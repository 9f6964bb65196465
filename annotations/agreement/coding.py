"""A document as its authors have coded it: whose marks count, where, and for what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from annotations.agreement.sweeping import Labelled, sentences_of
from annotations.model import Anchor, PlacedAnnotation
from annotations.palette import ancestors, falls_under
from annotations.steps import Step, at_once
from documents.spans import Span

if TYPE_CHECKING:
    from documents.document import Document

Answered = Callable[[PlacedAnnotation], PlacedAnnotation | None]
"""Gives what an annotation answers, where that is there."""

_UNSURE = (Anchor.REVIEW, Anchor.ORPHAN)
_SENTENCES_A_STEP = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """What one author says of a stretch of text.

    ``span`` counts code points, ``sentences`` the numbers of those it covers any part of.
    ``tags`` are those that count here, ``kinds`` those and what they are kinds of; ``status`` is
    empty for what is no claim.
    """

    span: Span
    sentences: Span
    author: int
    tags: tuple[str, ...]
    kinds: frozenset[str]
    status: str


@dataclass(frozen=True, slots=True)
class Coded:
    """A document with its authors' marks; ``readers`` are the authors who have worked on it.

    ``tagged`` has the marks of each tag in use, and of those that these are kinds of.
    """

    path: str
    text: str
    sentences: Sequence[Span]
    marks: Sequence[Mark]
    tagged: Mapping[str, Sequence[Mark]]
    readers: frozenset[int]

    def spans(
        self, authors: int, tag: str | None, *, in_sentences: bool
    ) -> list[list[Span] | None]:
        """Each author's spans with a tag, or with any; None for who has not worked on this."""
        found: list[list[Span] | None] = [
            [] if number in self.readers else None for number in range(authors)
        ]
        for mark in self.marks if tag is None else self.tagged.get(tag, ()):
            spans = found[mark.author]
            if spans is not None and mark.tags:
                spans.append(mark.sentences if in_sentences else mark.span)
        return found

    def claims(self) -> Iterator[Labelled]:
        """The sentences that hold claims, labelled with their statuses."""
        for mark in self.marks:
            if mark.status:
                yield Labelled(*mark.sentences, mark.author, mark.status)


def _nothing(placed: PlacedAnnotation) -> PlacedAnnotation | None:
    return None


@lru_cache(maxsize=1024)
def lineage(tags: tuple[str, ...]) -> frozenset[str]:
    """The tags, and those they are kinds of."""
    own = frozenset(tags)
    return own.union(*(ancestors(tag) for tag in own))


def is_sure(placed: PlacedAnnotation) -> bool:
    """Whether an annotation has its place in today's text, or is about the document as a whole."""
    return placed.anchor not in _UNSURE


def is_answer(placed: PlacedAnnotation) -> bool:
    """Whether an annotation answers another one, and was made in knowledge of it."""
    return bool(placed.annotation.reply_to)


def readers(annotations: Iterable[PlacedAnnotation]) -> set[str]:
    """The authors who have worked on a document with these annotations, not only answered."""
    return {each.author for each in annotations if is_sure(each) and not is_answer(each)}


def deciders(annotations: Iterable[PlacedAnnotation]) -> set[str]:
    """The authors with a claim that has its place, or an answer to one."""
    return {each.author for each in annotations if is_sure(each) and each.annotation.status}


def coded(
    annotations: Sequence[PlacedAnnotation],
    document: Document,
    authors: Sequence[str],
    wanted: Sequence[str] = (),
    step: Step = at_once,
    answered: Answered = _nothing,
) -> Coded:
    """The document with the marks that count; with ``wanted``, only what is said under those tags.

    ``answered`` gives what an answer answers: its status is said under the tags of that one too.
    Left out are marks that were placed on another text than the document's.
    """
    sentences = list(_in_steps(document.segmentation.sentences(), step))
    starts, ends = [one.start for one in sentences], [one.end for one in sentences]
    numbers = {author: number for number, author in enumerate(authors)}
    marks: list[Mark] = []
    tagged: defaultdict[str, list[Mark]] = defaultdict(list)
    for each in annotations:
        if (span := _place(each, document)) is not None:
            tags, status = _said(each, wanted, answered)
            place = sentences_of(span, starts, ends)
            mark = Mark(span, place, numbers[each.author], tags, lineage(tags), status)
            marks.append(mark)
            for tag in mark.kinds:
                tagged[tag].append(mark)
    workers = frozenset(numbers[author] for author in readers(annotations))
    return Coded(document.path, document.text, sentences, marks, tagged, workers)


def _place(placed: PlacedAnnotation, document: Document) -> Span | None:
    start, end = placed.start, placed.end
    if not is_sure(placed) or start is None or end is None:
        return None
    if not 0 <= start < end <= len(document.text):
        return None
    return Span(start, end) if placed.text in ("", document.digest) else None


def _said(
    placed: PlacedAnnotation, wanted: Sequence[str], answered: Answered
) -> tuple[tuple[str, ...], str]:
    """The tags and the status that count: no status decided on other words than stand there."""
    annotation = placed.annotation
    status = "" if placed.decided_on else annotation.status
    if not is_answer(placed):
        tags = _under(annotation.tags, wanted)
        return tags, status if tags or not wanted else ""
    other = answered(placed) if wanted else None
    about = (*annotation.tags, *(other.annotation.tags if other is not None else ()))
    return (), status if not wanted or _under(about, wanted) else ""


def _under(tags: tuple[str, ...], wanted: Sequence[str]) -> tuple[str, ...]:
    """Those of the tags that are wanted: all, where none is named."""
    if not wanted:
        return tags
    return tuple(tag for tag in tags if any(falls_under(tag, one) for one in wanted))


def _in_steps(sentences: Iterable[Span], step: Step) -> Iterator[Span]:
    for number, sentence in enumerate(sentences):
        if number % _SENTENCES_A_STEP == 0:
            step()
        yield sentence
