"""Puts annotations on today's text of their document.

For somebody who checks facts a wrong place is far worse than a lost one. An annotation is moved
without a word only where that is sure; the rest is told, offered for review, or lost. What is on
record as offered stays so, until its reader has said yes or its very text is back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from annotations.model import Anchor, PlacedAnnotation
from annotations.steps import Step, at_once
from documents.spans import Span

if TYPE_CHECKING:
    from annotations.anchoring.quotes import QuoteFinder
    from annotations.anchoring.revision import Followed, Revision
    from annotations.annotation_file import AnnotationFile
    from annotations.model import Annotation
    from documents.document import Document

KeptText = Callable[[str], str | None]
"""Gives the text with a SHA-256, if it was kept."""

_LOOKS = 200
"""Orphans of one file whose context is looked for in the whole text, to tell where they stood."""
_CERTAINTIES = ("same", "changed", "proposed", "lost")  # from the surest on
_ANCHORS = {"changed": Anchor.CHANGED, "proposed": Anchor.REVIEW, "lost": Anchor.ORPHAN}


def place(
    annotation: Annotation, file: AnnotationFile, document: Document, kept_text: KeptText
) -> PlacedAnnotation:
    """Where ``annotation`` from ``file`` sits on ``document``. For many, a Placer is faster."""
    return Placer(file, document, kept_text).place(annotation)


class Placer:
    """Places the annotations of one file on today's text of their document.

    What is compared is compared once, for the first annotation that needs it. ``step`` is called
    between short steps, and may raise to end the work.
    """

    def __init__(
        self,
        file: AnnotationFile,
        document: Document,
        kept_text: KeptText,
        step: Step = at_once,
    ) -> None:
        self._step = step
        self._file = file
        self._document = document
        self._kept_text = kept_text
        self._looks_left = _LOOKS
        self._texts: dict[str, str | None] = {}
        self._revisions: dict[tuple[str, str], Revision | None] = {}

    def place(self, annotation: Annotation) -> PlacedAnnotation:
        """Where ``annotation`` sits."""
        self._step()
        if annotation.start is None or annotation.end is None:
            lost = annotation.anchor is Anchor.ORPHAN  # imported so, with nothing but its quote
            return self._placed(annotation, None, Anchor.ORPHAN if lost else Anchor.EXACT)
        span = Span(annotation.start, annotation.end)
        counted_in = annotation.text or self._file.digest
        if counted_in == self._document.digest and self._stands_at(annotation, span):
            return self._placed(annotation, span, Anchor.EXACT)
        if counted_in == self._document.digest and self._is_known_to_differ(annotation, span):
            return self._placed(annotation, span, annotation.anchor or Anchor.REVIEW)
        found = self._find(annotation, span, counted_in)
        if found.span is None:
            stood = self._stood(annotation, span, counted_in)
            return self._placed(annotation, None, Anchor.ORPHAN, stood)
        if annotation.anchor is Anchor.REVIEW:  # nobody has said yes to it yet
            return self._placed(annotation, found.span, Anchor.REVIEW)
        if found.certainty != "same":
            return self._placed(annotation, found.span, _ANCHORS[found.certainty])
        stayed = found.span == span and self._stands_at(annotation, span)
        return self._placed(annotation, found.span, Anchor.EXACT if stayed else Anchor.SHIFTED)

    def _stood(self, annotation: Annotation, span: Span, counted_in: str) -> int | None:
        """Where the passage of an orphan would stand in today's text."""
        quoted = self._quoted(counted_in, span)
        revision = self._revision(counted_in, self._document.digest)
        if revision is not None and quoted == annotation.exact:
            return revision.gap(*span)
        if not self._looks_left:
            return None
        from annotations.whereabouts import seen_at, where_it_was

        self._looks_left -= 1
        at = where_it_was(annotation, None, self._document.text)
        return None if at is None else seen_at(self._document.text, at)

    def _placed(
        self,
        annotation: Annotation,
        span: Span | None,
        anchor: Anchor,
        stood: int | None = None,
    ) -> PlacedAnnotation:
        changed = anchor is Anchor.CHANGED
        return PlacedAnnotation(
            annotation=annotation,
            author=self._file.author,
            document=self._document.path,
            start=span.start if span else None,
            end=span.end if span else None,
            anchor=anchor,
            text=self._document.digest,
            stood=stood,
            reads=self._document.text[span.start : span.end] if span and changed else "",
        )

    def _stands_at(self, annotation: Annotation, span: Span) -> bool:
        """Whether today's text has the quote at ``span``; a span without one is taken as it is."""
        text = self._document.text
        if span.end > len(text):
            return False
        return not annotation.exact or text.startswith(annotation.exact, span.start)

    def _is_known_to_differ(self, annotation: Annotation, span: Span) -> bool:
        """Whether the quote is on record as not being what stands at its place in this text."""
        on_record = annotation.anchor in (Anchor.CHANGED, Anchor.REVIEW)
        return on_record and span.end <= len(self._document.text)

    def _find(self, annotation: Annotation, span: Span, counted_in: str) -> Followed:
        if counted_in == self._document.digest:  # the annotation may have been edited by hand
            return self._by_quote(annotation, span)
        quoted = self._quoted(counted_in, span)
        if quoted is None or quoted != annotation.exact:
            return self._by_quote(annotation, span)
        found = self._followed(counted_in, self._document.digest, span)
        by_way = self._by_way_of_the_file(span, counted_in)
        if found is None or (by_way and _surer(by_way, found)):
            return by_way or self._by_quote(annotation, span)
        return found

    def _by_way_of_the_file(self, span: Span, counted_in: str) -> Followed | None:
        """Where a mark sits that could not come along when the file came to its present text.

        Of two steps each is shorter than both at once.
        """
        if counted_in == self._file.digest or self._file.digest == self._document.digest:
            return None
        halfway = self._followed(counted_in, self._file.digest, span)
        if halfway is None or halfway.span is None:
            return None
        found = self._followed(self._file.digest, self._document.digest, halfway.span)
        return max(found, halfway._replace(span=found.span), key=_rank) if found else None

    def _followed(self, old: str, new: str, span: Span) -> Followed | None:
        revision = self._revision(old, new)
        return revision.follow(*span) if revision else None

    def _revision(self, old: str, new: str) -> Revision | None:
        """What became of one text in another, by their digests; None where either is missing."""
        if (old, new) not in self._revisions:
            from annotations.anchoring.revision import Revision

            before, after = self._text(old), self._text(new)
            known = before is not None and after is not None
            made = Revision(before or "", after or "", self._step) if known else None
            self._revisions[old, new] = made
        return self._revisions[old, new]

    def _text(self, digest: str) -> str | None:
        if digest == self._document.digest:
            return self._document.text
        if digest not in self._texts:
            self._texts[digest] = self._kept_text(digest) if digest else None
        return self._texts[digest]

    def _quoted(self, digest: str, span: Span) -> str | None:
        text = self._text(digest)
        return text[span.start : span.end] if text is not None else None

    def _by_quote(self, annotation: Annotation, span: Span) -> Followed:
        """With nothing but the quote and its context, and the span where even those fail."""
        from annotations.anchoring.quotes import Quote
        from annotations.anchoring.revision import LOST, Followed

        exact = annotation.exact
        quote = Quote(exact, annotation.prefix, annotation.suffix, span.start)
        found = self._quotes.find(quote) if exact else LOST
        same_text = (annotation.text or self._file.digest) == self._document.digest
        if found.span is None and (same_text or not exact) and span.end <= len(self._document.text):
            return Followed(span, "proposed")
        return found

    @cached_property
    def _quotes(self) -> QuoteFinder:
        from annotations.anchoring.quotes import QuoteFinder

        return QuoteFinder(self._document.text, self._step)


def _rank(found: Followed) -> int:
    return _CERTAINTIES.index(found.certainty)


def _surer(one: Followed, other: Followed) -> bool:
    return _rank(one) < _rank(other)
