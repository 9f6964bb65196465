"""Where the words of a query stand in a note."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from documents.spans import Span

if TYPE_CHECKING:
    from search_index.queries.query import Term


def noted_places(query: str, words: str) -> list[Span]:
    """The places, in order, where a query as it is asked finds something in a note."""
    from search_index.finding.patterns import places
    from search_index.folding import Searched
    from search_index.queries.refusing import Refused
    from search_index.time_limits import time_limit

    searched = Searched(words)
    try:
        with time_limit(_SECONDS):
            return sorted({place for term in _terms(query) for place in places(term, searched)})
    except Refused:
        return []


_SECONDS = 0.01
"""For one note; where it takes longer, nothing is marked."""


@lru_cache(maxsize=4)
def _terms(query: str) -> tuple[Term, ...]:
    """The words that are asked for, of notes or of anything."""
    from search_index.queries.ending import ends_in_phrase
    from search_index.queries.parsing import parse
    from search_index.queries.query import ANYTHING, Field, FieldName, leaves

    terms: list[Term] = []
    for leaf, wanted in leaves(parse(query, growing=ends_in_phrase(query)).root):
        term = leaf.term if isinstance(leaf, Field) else leaf
        asked = not isinstance(leaf, Field) or leaf.name == FieldName.NOTE
        if wanted and asked and term != ANYTHING:
            terms.append(term)
    return tuple(terms)
