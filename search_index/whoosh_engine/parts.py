"""A shard as the rest of the program knows it: a part of an index."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from search_index.engine import Completion, Evidence, TokenTexts
from search_index.whoosh_engine.evidence import evidence_in
from search_index.whoosh_engine.likeness import numbers_of_word

if TYPE_CHECKING:
    from search_index.terms import Needed
    from search_index.whoosh_engine.shards import Shard


class ShardPart:
    """The texts of ``shard``."""

    def __init__(self, shard: Shard) -> None:
        self._shard = shard
        self._latest: tuple[Collection[int] | None, Evidence | None] | None = None

    @property
    def size(self) -> int:
        """How many texts there are."""
        return len(self._shard.titles)

    def get_ready(self) -> None:
        """Opens the files that most questions need."""
        self._shard.get_ready()

    def evidence(self, wanted: Needed) -> Evidence | None:
        """Where something may stand; None where that cannot be told."""
        lately = self._shard.lately
        if (found := lately.found(wanted)) is not None:
            return found
        if len(wanted.words) == 1:
            found = self._of_word(wanted)
        else:
            found = evidence_in(self._shard, wanted, lately.among(wanted))
        return found and lately.keep(wanted, found)

    def _of_word(self, wanted: Needed) -> Evidence | None:
        """What is told of a word, or the beginning of one.

        Where no word begins so but those that began with less of it, it is what was told of that.
        """
        numbers = numbers_of_word(self._shard.vocabulary, wanted)
        if self._latest is None or numbers != self._latest[0]:
            among = self._shard.lately.among(wanted)
            self._latest = numbers, evidence_in(self._shard, wanted, among)
        return self._latest[1]

    def completions(self, prefix: str) -> Iterator[Completion]:
        """The terms with this beginning, in order."""
        for known in self._shard.vocabulary.beginning_with(prefix):
            yield Completion(known.term, known.frequency)

    def token_texts(self, wanted: Sequence[Needed], texts: Sequence[int]) -> TokenTexts | None:
        """The texts that tokens tell of; None where the places of one wanted cannot be told so."""
        from search_index.whoosh_engine.token_texts import token_texts

        return token_texts(self._shard, wanted, texts)
