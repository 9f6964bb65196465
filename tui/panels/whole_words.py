"""A query whose last word was taken for the beginning of one: whether the word alone says the same.

What is typed is asked so that its last word may go on. Where none of what was found goes on, the
query needs no star that nobody has typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.hit_walk import words_of

if TYPE_CHECKING:
    from search_index.hits import Results
    from search_index.queries.query import Node, Words


def finds_the_same(whole: Node | None, asked: Node | None, results: Results) -> bool:
    """Whether a query finds the same as the one that was asked, of which these are the results.

    It is that query but for a last word that is whole. Where that cannot be told, from all the
    hits, it is False.
    """
    from search_index.folding import fold

    begun = _begun(whole, asked)
    if begun is None or results.total > len(results.hits):
        return False
    if any(hit.kind != "text" for hit in results.hits):
        return False  # what its note or its tags hold is not known here
    beginning = fold(begun.text)
    found = {fold(" ".join(words_of(hit).split())) for hit in results.hits}
    return all(words == beginning or not words.startswith(beginning) for words in found)


def _begun(whole: Node | None, asked: Node | None) -> Words | None:
    """The one beginning of a word that is asked for, and stands in the other query as a word."""
    from search_index.queries.query import Words, wanted_terms

    kept = wanted_terms(whole)
    others = [term for term in wanted_terms(asked) if term not in kept]
    match others:
        case [Words(text, True) as begun] if Words(text) in kept:
            return begun
    return None
