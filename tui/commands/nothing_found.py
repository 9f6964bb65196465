"""What a command says of a query that finds nothing: how it was read, and what may be the mend."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from tui.numbers import counted
from tui.output import complain

if TYPE_CHECKING:
    from search_index.search import Searcher


_SECONDS_FOR_FORMS = 1.0
"""After which it is not waited for whether other forms of the words are found."""


def tell_of_forms(searcher: Searcher, query: str, within: Collection[str] | None) -> None:
    """Says how many hits there would be with other forms of the words, or how to find out."""
    from time import monotonic

    end = monotonic() + _SECONDS_FOR_FORMS
    found = searcher.search(
        query, limit=0, within=within, forms=True, cancelled=lambda: monotonic() > end
    )
    if found.total:
        complain(f"--forms finds {counted(found.total, 'hit')}, with other forms of the words")
    elif found.cancelled or found.refused:
        complain("--forms looks for other forms of the words, too")


def tell_of_nothing(searcher: Searcher, query: str, within: Collection[str] | None) -> None:
    """Says it on standard error, where it is in nobody's way, a line each."""
    from search_index.queries.parsing import parse

    read = parse(query)
    complain(f"nothing found: {read.plain}" if read.plain else read.understood)
    for doubt in searcher.doubts(query):
        complain(doubt)
    for meant in searcher.suggestions(query, within=within):
        complain(f"did you mean: {meant}")
