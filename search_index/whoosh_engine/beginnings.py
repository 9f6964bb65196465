"""What many terms have in common: the texts that hold any word with a certain beginning.

Somebody who types a word asks for its beginning first. To put together hundreds of words then would
take longer than a reader waits, so for beginnings that many words share it is done beforehand.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable

from search_index.whoosh_engine.packing import Occurrences, Packed, Postings, packed

CROWD = 64
"""Terms with the same beginning that can be looked up one by one."""
LONGEST = 3
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
        self._crowded = _crowded(terms)
        self._open: list[_Beginning] = []
        self._done: list[Packed] = []

    def add(self, term: str, occurrences: Occurrences) -> None:
        """A term and where it stands."""
        while self._open and not term.startswith(self._open[-1].prefix):
            self._close()
        while (prefix := term[: len(self._open) + 1]) in self._crowded and (
            len(prefix) > len(self._open)
        ):
            self._open.append(_Beginning(prefix))
        if self._open:  # what is in the longest goes on to the others when it is closed
            self._open[-1].add(occurrences)

    def _close(self) -> None:
        closed = self._open.pop()
        self._done.append(closed.packed())
        if self._open:
            self._open[-1].add(closed)

    def packed(self) -> list[Packed]:
        """All of them, in order."""
        while self._open:
            self._close()
        return sorted(self._done)


class _Beginning:
    """The texts that hold a term with this beginning, each as often as one stands there."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.texts = array("H")
        self.titled: set[int] = set()

    def add(self, occurrences: Occurrences | _Beginning) -> None:
        self.texts.extend(occurrences.texts)
        self.titled.update(occurrences.titled)

    def packed(self) -> Packed:
        counts = Counter(self.texts)
        texts = array("H", sorted(counts))
        numbers = array("I", map(counts.__getitem__, texts))
        postings = Postings(texts, numbers, array("H", sorted(self.titled)))
        return Packed(beginning_term(self.prefix), len(self.texts), packed(postings))


def _crowded(terms: Iterable[str]) -> set[str]:
    """The beginnings that more than CROWD terms share; pieces from inside words have none."""
    crowded: set[str] = set()
    terms = [term for term in terms if term[0] >= " "]
    for length in range(1, LONGEST + 1):
        shared = Counter(term[:length] for term in terms if len(term) >= length)
        longer = {prefix for prefix, number in shared.items() if number > CROWD}
        crowded |= longer
        terms = [term for term in terms if term[:length] in longer]
    return crowded
