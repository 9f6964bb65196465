"""Places to offer a reader for a passage that changed or moved. They are never taken unasked."""

from __future__ import annotations

import re

from annotations.model import Annotation
from documents.spans import Span

_LEAST_SHARED = 0.5
"""The share of a quote's words that must stand in a proposal, in their order."""
_MOST_WORDS = 2000
_WORD = re.compile(r"\w+")
_MOST_GROWTH = 3
_LEAST_CONTEXT = 8


def likeliest(quote: str, text: str, within: Span) -> Span | None:
    """The stretch of ``text`` inside ``within`` that shares most words with ``quote``, if any."""
    from difflib import SequenceMatcher

    words = _WORD.findall(quote.casefold())
    found = list(_WORD.finditer(text, within.start, within.end))
    if not words or not found or len(found) > _MOST_WORDS or len(words) > _MOST_WORDS:
        return None
    matcher = SequenceMatcher(None, words, [each[0].casefold() for each in found], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if sum(block.size for block in blocks) < _LEAST_SHARED * len(words):
        return None
    first, last = blocks[0], blocks[-1]
    # Words of the quote that were replaced at its ends stand just outside what matched.
    start = max(0, first.b - first.a)
    end = min(len(found), last.b + last.size + len(words) - last.a - last.size)
    return Span(found[start].start(), found[end - 1].end())


def between_contexts(annotation: Annotation, text: str) -> Span | None:
    """What stands between the contexts of a quote that is gone, where those stand but once."""
    prefix, suffix = annotation.prefix, annotation.suffix
    if min(len(prefix), len(suffix)) < _LEAST_CONTEXT:
        return None
    if text.count(prefix) != 1 or text.count(suffix) != 1:
        return None
    start, end = text.index(prefix) + len(prefix), text.index(suffix)
    longest = _MOST_GROWTH * max(len(annotation.exact), _LEAST_CONTEXT)
    return Span(start, end) if 0 < end - start <= longest else None
