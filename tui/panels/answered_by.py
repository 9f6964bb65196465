"""What the results say of where they come from: the index, the texts themselves, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.numbers import grouped

if TYPE_CHECKING:
    from search_index.hits import Results


def answered_by(results: Results | None, progress: str) -> str:
    """How much of an answer the index gave, in words; where it gave none, how far it is by now.

    The hits are the same whichever it was.
    """
    if results is None or not results.searched:
        return progress
    if results.indexed:
        return "indexed"
    if not results.known:
        return progress or "not indexed"
    return f"indexed {grouped(results.known)} of {grouped(results.searched)}"
