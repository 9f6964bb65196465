"""Where an imported annotation belongs in today's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from annotations.model import CONTEXT_LENGTH, Anchor
from documents.spans import Span

if TYPE_CHECKING:
    from annotations.import_lines import ImportedLine
    from documents.document import Document

_SHOWN = 60
_ENOUGH = 10_000
"""Places of one quote that are looked at; a quote with more says nothing about where it stood."""

_MOVED = (Anchor.CHANGED, Anchor.REVIEW)


class CannotPlace(Exception):
    """An annotation whose span does not fit the text, and whose quote does not help."""


@dataclass(frozen=True, slots=True)
class Place:
    """A span with its quote and context; ``anchor`` where the text is not what was marked."""

    start: int | None
    end: int | None
    exact: str
    prefix: str
    suffix: str
    anchor: Anchor | None = None


def place_of(line: ImportedLine, document: Document) -> Place:
    """Where ``line`` belongs in ``document``; raises CannotPlace.

    The span holds if its quote stands there, or if nothing is quoted. A quote that stands elsewhere
    is followed if there is one such place, or one with the same words around it. What was marked
    in text that has changed keeps its place, or its loss, where the line counts in today's text.
    """
    text = document.text
    span = _span_in(text, line)
    if line.start is None and not line.exact:
        return Place(None, None, "", line.prefix or "", line.suffix or "")
    if span and line.exact in (None, "", text[span.start : span.end]):
        return _place_at(text, span, line)
    if line.text == document.digest and (
        (span and line.anchor in _MOVED) or (line.start is None and line.anchor is Anchor.ORPHAN)
    ):
        return _as_marked(line)
    if line.exact:
        found = _by_quote(text, line)
        if found:
            return _place_at(text, found, None)
        if line.start is None and line.anchor is Anchor.ORPHAN:
            return _as_marked(line)
        raise CannotPlace(f'{document.path} does not hold "{_short(line.exact)}"')
    raise CannotPlace(
        f"{line.start} to {line.end} does not lie in {document.path}, "
        f"which has {len(text)} characters"
    )


def _span_in(text: str, line: ImportedLine) -> Span | None:
    if line.start is None or line.end is None or line.end > len(text):
        return None
    return Span(line.start, line.end)


def _place_at(text: str, span: Span, line: ImportedLine | None) -> Place:
    """The span with what stands in it; with the line's own context, if that is given."""
    prefix = line.prefix if line else None
    suffix = line.suffix if line else None
    if prefix is None:
        prefix = text[max(0, span.start - CONTEXT_LENGTH) : span.start]
    if suffix is None:
        suffix = text[span.end : span.end + CONTEXT_LENGTH]
    return Place(span.start, span.end, text[span.start : span.end], prefix, suffix)


def _as_marked(line: ImportedLine) -> Place:
    return Place(
        line.start, line.end, line.exact or "", line.prefix or "", line.suffix or "", line.anchor
    )


def _by_quote(text: str, line: ImportedLine) -> Span | None:
    """Where the quote stands: letter for letter, else with any white space for white space."""
    quote = line.exact or ""
    loose = r"\s+".join(map(re.escape, quote.split()))
    for pattern in (re.escape(quote), loose):
        places = _places(pattern, text) if pattern else []
        if len(places) > 1:
            places = [place for place in places if _has_context(text, place, line)] or places
        if len(places) > 1:
            raise CannotPlace(
                f'"{_short(quote)}" stands in {line.document} {len(places)} times, and neither '
                "its span nor its prefix and suffix tell which is meant"
            )
        if places:
            return places[0]
    return None


def _places(pattern: str, text: str) -> list[Span]:
    """Where the pattern matches, overlaps included."""
    found = re.finditer(f"(?=({pattern}))", text)
    return [Span(*match.span(1)) for match in islice(found, _ENOUGH)]


def _has_context(text: str, place: Span, line: ImportedLine) -> bool:
    if not (line.prefix or line.suffix):
        return False
    prefix, suffix = line.prefix or "", line.suffix or ""
    return text.endswith(prefix, 0, place.start) and text.startswith(suffix, place.end)


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
