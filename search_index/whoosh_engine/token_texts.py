"""Texts of a shard as words by their numbers, from its tokens, without reading them.

Texts in which words may stand inside words (of scripts written without spaces, or with marks among
the letters) are left out: their tokens do not tell all words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from search_index.engine import TokenText, TokenTexts
from search_index.terms import PIECE, Needed
from search_index.whoosh_engine.evidence import Shard, numbers_of
from search_index.whoosh_engine.tokens import FIRST_TERM, NO_TERM, Wanted


def token_texts(shard: Shard, wanted: Sequence[Needed], texts: Sequence[int]) -> TokenTexts | None:
    """Those of the texts that tokens tell of, with the places of all that is wanted in them.

    None where the places of one cannot be told so.
    """
    if not all(one.words and (one.words[1:] or not one.prefix) for one in wanted):
        return None
    terms = [Wanted(tuple(numbers_of(shard, one))) for one in wanted]
    return TokenTexts(_names(shard), _texts(shard, texts, terms))


def _names(shard: Shard) -> list[str]:
    return [""] * FIRST_TERM + [known.term for known in shard.vocabulary.beginning_with("")]


def _texts(shard: Shard, texts: Sequence[int], wanted: list[Wanted]) -> Iterator[TokenText]:
    paired = _paired(shard)
    here = [text for text in texts if text not in paired]
    places = _places(shard, here, [one for one in wanted if all(one.terms)])
    for text in here:
        start = shard.starts[text]
        tokens = shard.tokens.of(text)
        spans = [(first - start, last - start) for first, last in places.get(text, ())]
        yield TokenText(text, *_without_signs(tokens, spans))


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
