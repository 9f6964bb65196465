"""From findings to hits: the places themselves, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from documents.spans import Span
from search_index.answering import Findings
from search_index.hits import Hit, Said
from search_index.queries.query import Term
from search_index.texts import SearchText, Texts

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation


def hits(findings: Findings, texts: Texts, most: int | None = None) -> Iterator[Hit]:
    """All hits of the ``most`` best documents; none is read before its first hit is asked for.

    Documents come in the order of their scores, then of their paths; in each, annotations first,
    then the places in the text, each in text order.
    """
    for path, score in findings.ranked(most):
        text = texts.get(path)
        if marks := findings.marks.get(path):
            for placed in sorted(marks.placed, key=_in_text_order):
                yield _annotation_hit(placed, text, score)
        if text and findings.view.number(path) in findings.places:
            yield from _text_hits(path, text, findings.terms, score)


def form_hits(others: Findings, found: Findings, texts: Texts) -> Iterator[Hit]:
    """The hits that ``others``, with the words in any form, have beyond those of ``found``."""
    from search_index.finding.forms import form_places

    for path, score in others.ranked():
        if text := texts.get(path):
            places = form_places(others.terms, text, shown=others.view.number(path) in found.places)
            yield from _at(sorted({*chain(*places.values())}), path, text, score, form=True)


def _text_hits(path: str, text: SearchText, terms: Iterable[Term], score: float) -> Iterator[Hit]:
    places = {place for term in terms for place in text.places(term)}
    return _at(sorted(places), path, text, score)


def _at(
    places: Iterable[Span], path: str, text: SearchText, score: float, *, form: bool = False
) -> Iterator[Hit]:
    for start, end in places:
        sentence = text.sentence(start, end)
        words = text.text[slice(*(sentence or (start, end)))]
        yield Hit("text", path, start, end, sentence, words, score, form=form, context=words)


def _annotation_hit(placed: PlacedAnnotation, text: SearchText | None, score: float) -> Hit:
    one, sentence, context = placed.annotation, None, ""
    words = one.exact or one.note
    if text and placed.start is not None and placed.end is not None:
        words = text.text[placed.start : placed.end]
        sentence = text.sentence(placed.start, placed.end)
    if text and sentence:
        context = text.text[slice(*sentence)]
    return Hit(
        "annotation",
        placed.document,
        placed.start,
        placed.end,
        sentence,
        words,
        score,
        annotation=one.id,
        author=placed.author,
        context=context,
        decided=one.status if placed.decided_on else "",
        decided_on=placed.decided_on,
        said=Said(tuple(one.tags), one.status, one.note),
    )


def _in_text_order(placed: PlacedAnnotation) -> tuple[int, int, str]:
    """A sort key; annotations of no place of their own come first."""
    start = -1 if placed.start is None else placed.start
    return start, placed.end or -1, placed.annotation.id
