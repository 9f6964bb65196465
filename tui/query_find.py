"""A query carried into the documents that it found: every hit in them is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from documents.spans import Span
from tui.find import Find

if TYPE_CHECKING:
    from search_index.queries.query import Term

_REACH = 400
"""Code points that are looked at on either side of a stretch: few hits are longer than that."""
_EDGE = 40
"""At the ends of what is looked at a word may be cut: what begins there does not count."""
_SECONDS = 0.02
"""For one stretch; where it takes longer, nothing is marked."""


@dataclass(frozen=True)
class QueryFind(Find):
    """The hits of the words, phrases and other terms of a query; ``words`` is what was typed."""

    asked: str = ""
    """The query as it was answered: while it was typed, its last word may begin a longer one."""

    def __bool__(self) -> bool:
        return bool(self._terms)

    @property
    def piece(self) -> int:
        """Code points that can be searched at once in about a millisecond."""
        return 8192

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        from search_index.queries.ending import ends_in_phrase
        from search_index.queries.parsing import parse
        from search_index.queries.query import wanted_terms

        return wanted_terms(parse(self.asked, growing=ends_in_phrase(self.asked)).root)

    def within(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The hits in a stretch of the text, and those that reach into it."""
        for span in self._around(text, start, end):
            if span.end > start and span.start < end:
                yield span

    def beginning(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The hits that begin in a stretch of the text."""
        for span in self._around(text, start, end):
            if start <= span.start < end:
                yield span

    def starts(self, text: str, start: int, end: int) -> list[int]:
        """Where in a stretch of the text hits begin."""
        return [span.start for span in self.beginning(text, start, end)]

    def _around(self, text: str, start: int, end: int) -> list[Span]:
        """The hits in a stretch and around it, in order, those that overlap too: each counts."""
        first, last = max(0, start - _REACH), min(len(text), end + _REACH)
        low = first + _EDGE if first else 0
        high = last - _EDGE if last < len(text) else last
        return [span for span in sorted(self._found(text, first, last)) if low <= span.start < high]

    def _found(self, text: str, first: int, last: int) -> set[Span]:
        from search_index.finding.patterns import places
        from search_index.folding import Searched
        from search_index.queries.refusing import Refused
        from search_index.time_limits import time_limit

        stretch = Searched(text[first:last])
        try:
            with time_limit(_SECONDS):
                return {
                    Span(span.start + first, span.end + first)
                    for term in self._terms
                    for span in places(term, stretch)
                }
        except Refused:
            return set()
