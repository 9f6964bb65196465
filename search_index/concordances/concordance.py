"""A concordance (keyword in context): every place of a word with what stands left and right of it.

Lines come in the order of the texts, and are read as far as they are asked for. Any other order
is a stable sort of those that were read, so that equal ones stay in the order of the texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from documents.lazy_regex import lazy_regex
from documents.spans import Span
from search_index.concordances.running_words import unaccented, word_spans
from search_index.folding import Searched
from search_index.occurrences import Found, Occurrences

CONTEXT = 240
"""Code points of the text on either side of a keyword that are looked at."""
FURTHEST = 3
"""The words on either side that lines are sorted by."""

_NEAR = 80  # code points in which the nearest words usually stand

_space = lazy_regex(r"\s+")
_order = lazy_regex(r"([1-9])([LlRr])")

Side = Literal["left", "right"]


class Line(NamedTuple):
    """One place, ``[start, end)`` in its document, on one line: any white space is one space.

    Put together, ``left``, ``keyword`` and ``right`` are that stretch of the text.
    """

    document: str
    start: int
    end: int
    left: str
    keyword: str
    right: str


class Order(NamedTuple):
    """By what lines are sorted: of the words beside the keyword, the one of that number first.

    Then follow those further out.
    """

    by: Literal["document", "keyword", "left", "right"] = "document"
    word: int = 1

    @property
    def name(self) -> str:
        """As ``parse_order`` reads it, and as such orders are usually called: ``1L``, ``2R``."""
        return f"{self.word}{self.by[0].upper()}" if self.by in ("left", "right") else self.by


IN_TEXT_ORDER = Order()


def parse_order(text: str) -> Order | None:
    """``document``, ``keyword``, ``left``, ``right``, ``1L``, ``2R`` and the like, or None."""
    if found := _order.fullmatch(text):
        side: Side = "left" if found[2] in "Ll" else "right"
        return Order(side, int(found[1])) if int(found[1]) <= FURTHEST else None
    for by in ("document", "keyword", "left", "right"):
        if text.lower() == by:
            return Order(by)
    return None


def line_at(path: str, text: str, place: Span) -> Line:
    """The line of a place in a text."""
    start, end = place
    around = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
    left, keyword, right = (_space.sub(" ", part) for part in around)
    return Line(path, start, end, left, keyword, right)


class Concordance:
    """The lines of a query's places, read as far as they are wanted."""

    def __init__(self, occurrences: Occurrences) -> None:
        self.occurrences = occurrences
        self.lines: list[Line] = []
        self.complete = False
        """Whether all lines were read."""
        self._rest = _lines(occurrences)

    def read(self, most: int) -> None:
        """Reads on until there are ``most`` lines, or all. Raises Cancelled if it is called off."""
        wanted = max(0, most - len(self.lines))
        before = len(self.lines)
        self.lines += islice(self._rest, wanted)
        self.complete = self.complete or len(self.lines) - before < wanted


def _lines(found: Iterable[Found]) -> Iterator[Line]:
    for path, text, places in found:
        for place in places:
            yield line_at(path, text.text, place)


def ordered(lines: Iterable[Line], order: Order) -> list[Line]:
    """Lines that come in the order of the texts, in another; case and accents count for nothing."""
    if order.by == "document":
        return list(lines)
    if order.by == "keyword":
        return sorted(lines, key=_by_keyword)
    side, first = order.by, order.word
    return sorted(lines, key=lambda line: _words(_beside(line, side), side)[first - 1 :])


def _by_keyword(line: Line) -> tuple[str, list[str]]:
    return unaccented(line.keyword), _words(line.right, "right")


def sorted_words(line: Line, order: Order) -> list[Span]:
    """Where in ``line.left`` or ``line.right`` the words stand that it is sorted by."""
    if order.by not in ("left", "right"):
        return []
    side: Side = "left" if order.by == "left" else "right"
    return nearest_words(_beside(line, side), side)[order.word - 1 :]


def nearest_words(context: str, side: Side) -> list[Span]:
    """The words of a context next to the keyword, the nearest first; FURTHEST at most."""
    near = context[-_NEAR:] if side == "left" else context[:_NEAR]
    spans = word_spans(Searched(near))
    shift = len(context) - len(near) if side == "left" else 0
    if len(spans) <= FURTHEST and len(near) < len(context):  # the last one may be cut
        spans, shift = word_spans(Searched(context)), 0
    chosen = spans[: -FURTHEST - 1 : -1] if side == "left" else spans[:FURTHEST]
    return [Span(start + shift, end + shift) for start, end in chosen]


def _beside(line: Line, side: Side) -> str:
    return line.left if side == "left" else line.right


def _words(context: str, side: Side) -> list[str]:
    return [unaccented(context[slice(*span)]) for span in nearest_words(context, side)]
