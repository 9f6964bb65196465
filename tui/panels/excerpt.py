"""A quote in the text around it, in few rows: the quote goes before what surrounds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.layout.wrapping import Row, wrap
from tui.visible import visible

_CONTEXT_ROWS = 2
"""Rows for what surrounds a quote, where all may be shown."""
_FEW_WORDS = 4
"""Words that stay before a quote where there is no room for all."""


class Surroundings(NamedTuple):
    """A quote, with the text before it and after it."""

    before: str
    quote: str
    after: str


class ExcerptRow(NamedTuple):
    """What a row shows; ``text[start:stop]`` is of the quote."""

    text: str
    start: int
    stop: int


def excerpt(around: Surroundings, width: int, most: int) -> list[ExcerptRow]:
    """At most ``most`` rows of ``width`` columns that show as much of the quote as they can.

    What stands before the quote gives way where the quote would not fit with it, then what stands
    after it. An ellipsis ends the last row where the text goes on.
    """
    before, quote, after = (visible(" ".join(part.split())) for part in around)
    space_before = " " if before and around.before[-1:].isspace() else ""
    space_after = " " if after and around.after[:1].isspace() else ""
    for opening in _openings(before + space_before):
        line = opening + quote + space_after + after
        start, stop = len(opening), len(opening + quote)
        rows = list(wrap(line, 0, len(line), width))
        if not opening or sum(row.start < stop for row in rows) <= most:
            break
    shown = [_row(line, row, start, stop) for row in rows[:most]]
    if len(rows) > most and shown:
        shown[-1] = _going_on(shown[-1], width)
    return shown


def rows_wanted(around: Surroundings, width: int) -> int:
    """The rows that the whole quote takes, with some of what surrounds it."""
    quote = visible(" ".join(around.quote.split()))
    rows = sum(1 for _ in wrap(quote, 0, len(quote), width))
    return rows + (_CONTEXT_ROWS if around.before or around.after else 0)


def _openings(before: str) -> Iterator[str]:
    """What may stand before a quote: all there is, the last words of it, nothing."""
    if before:
        yield before
        words = before.split(" ")
        if len(words) > _FEW_WORDS:
            yield f"… {' '.join(words[-_FEW_WORDS:])}"
    yield ""


def _row(line: str, row: Row, start: int, stop: int) -> ExcerptRow:
    first, last = (min(max(place, row.start), row.end) - row.start for place in (start, stop))
    return ExcerptRow(line[row.start : row.end], first, last)


def _going_on(row: ExcerptRow, width: int) -> ExcerptRow:
    """The row with an ellipsis, for which a word gives way if need be."""
    text = row.text
    if not text.endswith("…"):
        first: Sequence[Row] = list(wrap(text, 0, len(text), max(1, width - 1)))[:1]
        text = text[: first[0].end] + "…" if first else "…"
    kept = len(text)
    in_quote = row.stop == len(row.text) > row.start
    return ExcerptRow(text, min(row.start, kept), kept if in_quote else min(row.stop, kept))
