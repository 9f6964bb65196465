"""The row that says how much was found and how the query was read, in the room there is. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.numbers import counted, grouped
from tui.widgets.pieces import Piece, measured

if TYPE_CHECKING:
    from search_index.hits import Results

Row = tuple[list[Piece], list[Piece]]
"""What stands on the left, and on the right."""


def how_much(results: Results, documents: int, *, chosen: int = 0) -> tuple[str, str]:
    """How much was found, in so many documents, and how many are ``chosen``; again, in brief.

    Where a query was refused, or asks for nothing, nothing is known of that.
    """
    if results.refused or not results.plain:
        return "No answer", "No answer"
    selected = f"{grouped(chosen)} selected · " if chosen else ""
    hits, where = counted(results.total, "hit"), counted(documents, "document")
    if results.total <= len(results.hits):
        return f"{selected}{hits} in {where}", f"{selected}{hits} in {where}"
    shown = grouped(len(results.hits))
    return (
        f"{selected}{hits} in {where}, first {shown} shown",
        f"{selected}{shown} of {hits}, {where}",
    )


def first_fitting(lefts: Iterable[list[Piece]], right: list[Piece], width: int) -> Row:
    """The first of the ``lefts`` that fits beside the right side; else the last of them, alone.

    Where even that is too wide, it is cut, and the right side stays.
    """
    left: list[Piece] = []
    for left in lefts:
        if measured(left) + measured(right) <= width:
            return left, right
    return left, [] if measured(left) <= width else right
