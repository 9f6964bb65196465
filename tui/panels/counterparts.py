"""Which entry of a list is the one that was selected, when what is listed has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search_index.hits import SentenceHits


def same(one: SentenceHits, now: Sequence[SentenceHits]) -> int | None:
    """Where the sentence is listed now, though it may stand elsewhere in its document."""
    there = [
        at for at, each in enumerate(now) if (each.document, each.text) == (one.document, one.text)
    ]
    return _nearest(one, now, there)


def counterpart(before: Sequence[SentenceHits], at: int, now: Sequence[SentenceHits]) -> int | None:
    """What is selected now in the place of an entry: the same sentence, or what stands nearest.

    Where its document is not listed any more, the first entry of the next one that is. None where
    that cannot be told.
    """
    if not at < len(before):
        return None
    one = before[at]
    if (found := same(one, now)) is not None:
        return found
    documents = dict.fromkeys(each.document for each in before[at:])
    for document in documents:
        there = [number for number, each in enumerate(now) if each.document == document]
        if there:
            return _nearest(one, now, there) if document == one.document else there[0]
    return None


def _nearest(one: SentenceHits, now: Sequence[SentenceHits], there: Sequence[int]) -> int | None:
    """That of some entries which stands nearest to where the sentence stood."""
    start = one.sentence.start if one.sentence else 0

    def distance(at: int) -> int:
        sentence = now[at].sentence
        return abs(sentence.start - start) if sentence else 0

    return min(there, key=distance, default=None)
