"""Where annotations sit on today's text.

For somebody who checks facts a wrong place is far worse than a lost one. An annotation is moved
without a word only where that is sure: its passage is unchanged between the text it was made on
and today's; or its quote stands in just one place that no other old passage has a claim to; or
its quote with the context on both sides does. Everything else is offered for review, or orphaned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from annotations.annotation_file import AnnotationFile
from annotations.model import Anchor, Annotation, PlacedAnnotation
from annotations.proposals import between_contexts, likeliest
from annotations.text_mapping import TextMapping
from documents.document import Document
from documents.spans import Span

KeptText = Callable[[str], str | None]
"""Gives the text with a SHA-256, if it was kept."""

_TELLING = 16
"""Code points a quote must have to be known again by itself; a shorter one needs its context."""
_NEAR = 8
"""Code points of context that must agree for a short quote to be known again."""


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span | None
    sure: bool


_NOWHERE = _Place(None, False)


def place(
    annotation: Annotation, file: AnnotationFile, document: Document, kept_text: KeptText
) -> PlacedAnnotation:
    """Where ``annotation`` from ``file`` sits on ``document``. For many, a Placer is faster."""
    return Placer(file, document, kept_text).place(annotation)


class Placer:
    """Places the annotations of one file on today's text of their document."""

    def __init__(self, file: AnnotationFile, document: Document, kept_text: KeptText) -> None:
        self._file = file
        self._document = document
        self._kept_text = kept_text
        self._mappings: dict[str, TextMapping | None] = {}

    def place(self, annotation: Annotation) -> PlacedAnnotation:
        """Where ``annotation`` sits."""
        if annotation.start is None or annotation.end is None:
            lost = annotation.anchor is Anchor.ORPHAN  # imported so, with nothing but its quote
            return self._placed(annotation, None, Anchor.ORPHAN if lost else Anchor.EXACT)
        span = Span(annotation.start, annotation.end)
        found = self._find(annotation, span)
        if found.span is None:
            return self._placed(annotation, None, Anchor.ORPHAN)
        if not found.sure:
            return self._placed(annotation, found.span, Anchor.REVIEW)
        anchor = Anchor.EXACT if found.span == span else Anchor.SHIFTED
        return self._placed(annotation, found.span, anchor)

    def _placed(
        self, annotation: Annotation, span: Span | None, anchor: Anchor
    ) -> PlacedAnnotation:
        return PlacedAnnotation(
            annotation=annotation,
            author=self._file.author,
            document=self._document.path,
            start=span.start if span else None,
            end=span.end if span else None,
            anchor=anchor,
            text=self._document.digest,
        )

    def _find(self, annotation: Annotation, span: Span) -> _Place:
        text = self._document.text
        counted_in = annotation.text or self._file.digest
        if counted_in == self._document.digest:
            return self._find_in_same_text(annotation, span)
        mapping = self._mapping(counted_in)
        if mapping and mapping.old[span.start : span.end] == (annotation.exact or None):
            return _by_mapping(annotation, span, mapping)
        return _by_quote(annotation, span, text)

    def _find_in_same_text(self, annotation: Annotation, span: Span) -> _Place:
        """The text did not change; the annotation may have been edited by hand."""
        text = self._document.text
        inside = span.end <= len(text)
        if inside and annotation.exact in (text[span.start : span.end], ""):
            return _Place(span, sure=True)
        found = _by_quote(annotation, span, text)
        return _Place(span, sure=False) if found.span is None and inside else found

    def _mapping(self, digest: str) -> TextMapping | None:
        if digest not in self._mappings:
            old = self._kept_text(digest) if digest else None
            mapping = TextMapping(old, self._document.text) if old is not None else None
            self._mappings[digest] = mapping
        return self._mappings[digest]


def _by_mapping(annotation: Annotation, span: Span, mapping: TextMapping) -> _Place:
    """With the old text at hand."""
    if unchanged := mapping.unchanged(*span):
        return _Place(unchanged, sure=True)
    quote = annotation.exact
    old_gap, new_gap = mapping.surroundings(*span)
    here = list(occurrences(quote, mapping.new, *new_gap))
    if len(here) == 1 and mapping.old.count(quote, *old_gap) == 1:
        return _Place(Span(here[0], here[0] + len(quote)), sure=_tells(annotation))
    free = [
        at for at in occurrences(quote, mapping.new) if not mapping.is_claimed(at, at + len(quote))
    ]
    if len(free) == 1:
        sure = mapping.old.count(quote) == 1 and _is_known_again(annotation, mapping.new, free[0])
        return _Place(Span(free[0], free[0] + len(quote)), sure)
    if free:
        return _Place(_best(annotation, mapping.new, free, new_gap.start), sure=False)
    proposal = likeliest(quote, mapping.new, new_gap)
    return _Place(proposal, sure=False)


def _by_quote(annotation: Annotation, span: Span, text: str) -> _Place:
    """With nothing but the quote and its context."""
    quote = annotation.exact
    if not quote:
        return _Place(span, sure=False) if span.end <= len(text) else _NOWHERE
    found = list(occurrences(quote, text))
    if len(found) == 1:
        sure = _is_known_again(annotation, text, found[0])
        return _Place(Span(found[0], found[0] + len(quote)), sure)
    if found:
        fitting = [at for at in found if _fits_both_sides(annotation, text, at)]
        if len(fitting) == 1:
            return _Place(Span(fitting[0], fitting[0] + len(quote)), sure=True)
        return _Place(_best(annotation, text, fitting or found, span.start), sure=False)
    return _Place(between_contexts(annotation, text), sure=False)


def occurrences(quote: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """The offsets at which ``quote`` stands in ``text[start:end]``."""
    stop = len(text) if end is None else end
    at = text.find(quote, start, stop) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1, stop)


def _tells(annotation: Annotation) -> bool:
    return len(annotation.exact.strip()) > 1


def _is_known_again(annotation: Annotation, text: str, at: int) -> bool:
    """Whether the one place of a quote is surely its own: it is long, or stands by its context."""
    if len(annotation.exact) >= _TELLING:
        return True
    before, after = _agreement(annotation, text, at)
    wanted = min(_NEAR, len(annotation.prefix) + len(annotation.suffix))
    return before + after >= max(wanted, 1)


def _fits_both_sides(annotation: Annotation, text: str, at: int) -> bool:
    if not annotation.prefix and not annotation.suffix:
        return False
    end = at + len(annotation.exact)
    begins = annotation.prefix or at == 0
    ends = annotation.suffix or end == len(text)
    before, after = _agreement(annotation, text, at)
    whole = before == len(annotation.prefix) and after == len(annotation.suffix)
    return bool(begins and ends and whole)


def _agreement(annotation: Annotation, text: str, at: int) -> tuple[int, int]:
    """How many code points of the prefix and the suffix agree with what stands around ``at``."""
    end = at + len(annotation.exact)
    before = text[max(0, at - len(annotation.prefix)) : at]
    after = text[end : end + len(annotation.suffix)]
    return _alike(annotation.prefix[::-1], before[::-1]), _alike(annotation.suffix, after)


def _alike(one: str, other: str) -> int:
    for n, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return n
    return min(len(one), len(other))


def _best(annotation: Annotation, text: str, places: list[int], near: int) -> Span:
    """The place whose surroundings agree most; of equals the one closest to ``near``."""
    at = max(places, key=lambda one: (sum(_agreement(annotation, text, one)), -abs(one - near)))
    return Span(at, at + len(annotation.exact))
