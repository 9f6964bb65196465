"""From findings to hits: the places themselves, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.model import PlacedAnnotation
from search_index.finding import Findings
from search_index.hits import Hit
from search_index.patterns import pattern
from search_index.query import Term
from search_index.texts import SearchText, Texts


def hits(findings: Findings, texts: Texts) -> Iterator[Hit]:
    """All hits, best first; no document is read before its first hit is asked for.

    Documents come in the order of their scores, then of their paths; in each, annotations first,
    then the places in the text, each in text order.
    """
    for path, score in findings.ranked():
        text = texts.get(path)
        if marks := findings.marks.get(path):
            for placed in sorted(marks.placed, key=_in_text_order):
                yield _annotation_hit(placed, text, score)
        if text and path in findings.tallies:
            yield from _text_hits(path, text, findings.terms, score)


def _text_hits(path: str, text: SearchText, terms: Iterable[Term], score: float) -> Iterator[Hit]:
    places = {place for term in terms for place in pattern(term).find(text.text, text.folded)}
    for start, end in sorted(places):
        sentence = text.sentence(start, end)
        words = text.text[slice(*(sentence or (start, end)))]
        yield Hit("text", path, start, end, sentence, words, score, context=words)


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
    )


def _in_text_order(placed: PlacedAnnotation) -> tuple[int, int, str]:
    """A sort key; annotations of no place of their own come first."""
    start = -1 if placed.start is None else placed.start
    return start, placed.end or -1, placed.annotation.id
