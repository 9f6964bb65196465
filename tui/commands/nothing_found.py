"""What a command says of a query that finds nothing: how it was read, and what may be the mend."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from tui.output import complain

if TYPE_CHECKING:
    from search_index.search import Searcher


def tell_of_nothing(searcher: Searcher, query: str, within: Collection[str] | None) -> None:
    """Says it on standard error, where it is in nobody's way, a line each."""
    from search_index.queries.parsing import parse

    read = parse(query)
    complain(f"nothing found: {read.plain}" if read.plain else read.understood)
    for doubt in searcher.doubts(query):
        complain(doubt)
    for meant in searcher.suggestions(query, within=within):
        complain(f"did you mean: {meant}")
