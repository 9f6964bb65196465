"""Words and their neighbours from the token files of an index, without reading a text.

Texts in which words may stand inside words (of scripts written without spaces, or with marks among
the letters) are left out: their tokens do not tell all words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from search_index.queries.query import Term
from search_index.terms import PIECE, needed
from search_index.view import Damaged, View
from search_index.whoosh_engine.evidence import numbers_of
from search_index.whoosh_engine.shards import Shard
from search_index.whoosh_engine.tokens import FIRST_TERM, NO_TERM, Wanted


class TokenText(NamedTuple):
    """A text, by its number in the view, as numbers of its words.

    ``nodes`` are the stretches of words at which what is looked for stands, in order.
    """

    number: int
    words: Sequence[int]
    nodes: list[tuple[int, int]]


class ShardTexts(NamedTuple):
    """The texts of a shard that its tokens tell, and the words by their numbers."""

    names: Sequence[str]
    texts: Iterator[TokenText]


def token_texts(view: View, terms: Iterable[Term]) -> Iterator[ShardTexts]:
    """The texts that tokens tell of, with the places of ``terms`` in them.

    Nothing where the places of one cannot be told so. Raises Damaged.
    """
    wanted = [needed(term) for term in terms]
    if not wanted or not all(one.words and (one.words[1:] or not one.prefix) for one in wanted):
        return
    try:
        for shard, numbers in view.parts():
            terms_here = [Wanted(tuple(numbers_of(shard, one))) for one in wanted]
            yield ShardTexts(_names(shard), _texts(view, shard, numbers, terms_here))
    except Exception as error:  # a damaged index raises anything
        raise Damaged from error


def _names(shard: Shard) -> list[str]:
    return [""] * FIRST_TERM + [known.term for known in shard.vocabulary.beginning_with("")]


def _texts(
    view: View, shard: Shard, numbers: Sequence[int], wanted: list[Wanted]
) -> Iterator[TokenText]:
    paired, known = _paired(shard), view.documents.known
    here = [text for text, number in enumerate(numbers) if number in known and text not in paired]
    places = _places(shard, here, [one for one in wanted if all(one.terms)])
    for text in here:
        start = shard.starts[text]
        tokens = shard.tokens.of(text)
        spans = [(first - start, last - start) for first, last in places.get(text, ())]
        yield TokenText(numbers[text], *_without_signs(tokens, spans))


def _paired(shard: Shard) -> set[int]:
    """The texts in which words may stand inside words: such a character is a term in each."""
    inside = (known.term for known in shard.vocabulary.beginning_with(PIECE))
    return set(chain.from_iterable(shard.postings(one).texts for one in inside if len(one) == 2))


def _places(
    shard: Shard, texts: list[int], wanted: list[Wanted]
) -> dict[int, list[tuple[int, int]]]:
    """The stretches of tokens at which any of those wanted stands, by text and in order."""
    found: dict[int, set[tuple[int, int]]] = {}
    for one in wanted:
        length = len(one.terms)
        for text, places in shard.tokens.in_texts(one, texts).items():
            found.setdefault(text, set()).update((place, place + length) for place in places)
    return {text: sorted(places) for text, places in found.items()}


def _without_signs(
    tokens: Sequence[int], spans: Sequence[tuple[int, int]]
) -> tuple[list[int], list[tuple[int, int]]]:
    """The words of a text, and at which of them the spans stand; those have no sign in them."""
    words = [token for token in tokens if token != NO_TERM]
    nodes, at, passed = [], 0, 0
    for first, last in spans:
        passed += sum(token != NO_TERM for token in tokens[at:first])
        at = first
        nodes.append((passed, passed + last - first))
    return words, nodes
