"""What many terms have in common: the texts that hold any word with a certain beginning.

Somebody who types a word asks for its beginning first. To put together hundreds of words then would
take longer than a reader waits, so for beginnings that many words share it is done beforehand.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

from search_index.packing import Packed, Postings, packed

CROWD = 32
"""Terms with the same beginning that can be looked up one by one."""
LONGEST = 8
"""Code points of a beginning that is looked after here."""

_MARK = "\U0010ffff"  # no word holds it, and it sorts behind all that do


def beginning_term(prefix: str) -> str:
    """The name under which a beginning is among the terms."""
    return _MARK + prefix


def is_beginning(term: str) -> bool:
    """Whether this is the name of a beginning."""
    return term.startswith(_MARK)


class Beginnings:
    """Gathers the texts by the beginnings that more than CROWD of ``terms`` share.

    The terms are to be added one by one, in order.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        shared = Counter(prefix for term in terms for prefix in _prefixes(term))
        self._crowded = {prefix for prefix, number in shared.items() if number > CROWD}
        self._open: list[_Beginning] = []
        self._done: list[Packed] = []

    def add(self, term: str, postings: Postings) -> None:
        """A term and where it stands."""
        prefixes = [prefix for prefix in _prefixes(term) if prefix in self._crowded]
        while self._open and not term.startswith(self._open[-1].prefix):
            self._done.append(self._open.pop().packed())
        self._open += map(_Beginning, prefixes[len(self._open) :])
        for each in self._open:
            each.add(postings)

    def packed(self) -> list[Packed]:
        """All of them, in order."""
        while self._open:
            self._done.append(self._open.pop().packed())
        return sorted(self._done)


class _Beginning:
    """The texts that hold a term with this beginning."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._counts: dict[int, int] = {}
        self._titled: set[int] = set()

    def add(self, postings: Postings) -> None:
        own = self._counts
        for text, count in zip(postings.texts, postings.counts, strict=True):
            own[text] = own.get(text, 0) + count
        self._titled.update(postings.titled)

    def packed(self) -> Packed:
        texts = array("H", sorted(self._counts))
        counts = array("I", map(self._counts.__getitem__, texts))
        postings = Postings(texts, counts, array("H", sorted(self._titled)))
        return Packed(beginning_term(self.prefix), sum(counts), packed(postings))


def _prefixes(term: str) -> Iterator[str]:
    """The beginnings of a term, the shortest first; a piece from inside a word has none."""
    if term[0] >= " ":
        for length in range(1, min(LONGEST, len(term)) + 1):
            yield term[:length]
