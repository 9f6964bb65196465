"""What is known of the texts as they are at one moment, without reading them.

Here texts go by numbers: first the documents, then those that are gone, of which there are only
annotations, then the annotation files; each in the order in which the snapshot has them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from annotations.steps import Step
from search_index.engine import (
    Completion,
    Evidence,
    Holdings,
    Index,
    Part,
    Place,
    TokenText,
    TokenTexts,
)
from search_index.queries.query import Term
from search_index.queries.refusing import Refused
from search_index.ranking import Lengths
from search_index.scope import scope_of
from search_index.snapshot import Snapshot
from search_index.terms import needed

_KEPT = 400_000
"""Texts, counted for each term that holds them, of which is kept what was read."""

_NOT_HERE = -1


class Damaged(Exception):
    """An index cannot be read; its texts have to be."""


class View:
    """The texts of ``snapshot``, for one thread, as far as any of those ``held`` tell of them.

    Where two hold the same text, the first one answers for it.
    """

    def __init__(self, snapshot: Snapshot, held: Sequence[Holdings] = ()) -> None:
        self.snapshot = snapshot
        annotated = dict.fromkeys(record.path for record in snapshot.records)
        gone = [path for path in annotated if path not in snapshot.documents]
        self.keys = [*snapshot.documents, *gone, *(record.key for record in snapshot.records)]
        self._parts = [part for one in held for part in one.parts]
        current = _current(snapshot, held)
        self._numbers = _numbers(self.keys, current, self._parts)
        known = frozenset(
            number
            for number, key in enumerate(self.keys)
            if key in current and not current[key].scanned
        )
        self.paths = list(snapshot.documents)
        """The documents by their numbers."""
        self.documents = scope_of(range(len(self.paths)), known)
        self.first_record = len(self.keys) - len(snapshot.records)
        """The number of the first annotation file; the others follow."""
        self.records = scope_of(range(self.first_record, len(self.keys)), known)
        self.up_to_date = _indexed(self.paths, current, held)
        """How many documents an index has looked at as they are now."""
        self.indexed = self.up_to_date == len(self.paths)
        """Whether an index has looked at all documents as they are now."""
        sizes = [state.size for state in snapshot.documents.values()]
        self.lengths = Lengths(sizes + [1] * len(gone))
        self._to_open = self._parts[:]
        self._by_key: dict[str, int] = {}
        self._kept: OrderedDict[Term, Evidence | None] = OrderedDict()
        self._weight = 0

    def number(self, key: str) -> int:
        """The number of a document or an annotation file; raises KeyError where there is none."""
        if not self._by_key:
            self._by_key = {key: number for number, key in enumerate(self.keys)}
        return self._by_key[key]

    def get_ready(self, step: Step) -> None:
        """Does what the first questions would have to wait for; ``step`` may raise what ends it.

        Raises Damaged.
        """
        while self._to_open:
            step()
            with _reading():
                self._to_open[-1].get_ready()
            self._to_open.pop()

    def evidence(self, term: Term) -> Evidence | None:
        """Which of the known texts may hold ``term``; None where that cannot be told.

        Raises Damaged.
        """
        if term in self._kept:
            self._kept.move_to_end(term)
            return self._kept[term]
        with _reading():
            found = self._evidence(term)
        self._keep(term, found)
        return found

    def completions(self, prefix: str) -> list[Completion]:
        """All known terms that begin with ``prefix``, which is folded; the commonest first.

        How often each stands in the texts counts texts that have changed since. Raises Damaged.
        """
        found: dict[str, int] = {}
        with _reading():
            for part in self._parts:
                for term, frequency in part.completions(prefix):
                    found[term] = found.get(term, 0) + frequency
        return sorted((Completion(*pair) for pair in found.items()), key=lambda one: -one.frequency)

    def token_texts(self, terms: Iterable[Term]) -> Iterator[TokenTexts]:
        """The documents that are told without reading them, with the places of ``terms`` in them.

        Where the places of one cannot be told so, there are none. Raises Damaged, then or later.
        """
        wanted = [needed(term) for term in terms]
        if not wanted:
            return
        known = self.documents.known
        for part, numbers in zip(self._parts, self._numbers, strict=True):
            with _reading():
                here = [text for text, number in enumerate(numbers) if number in known]
                told = part.token_texts(wanted, here)
            if told is not None:
                yield TokenTexts(told.names, _numbered(told.texts, numbers))

    def _evidence(self, term: Term) -> Evidence | None:
        wanted = needed(term)
        if not self._parts:
            return None
        counts: dict[int, int] = {}
        titled: set[int] = set()
        unsure: set[int] = set()
        told = False
        for part, numbers in zip(self._parts, self._numbers, strict=True):
            found = part.evidence(wanted)
            if found is None or not found.exact:
                unsure.update(map(numbers.__getitem__, found.counts) if found else numbers)
            else:
                here = map(numbers.__getitem__, found.counts)
                counts.update(zip(here, found.counts.values(), strict=True))
                titled.update(map(numbers.__getitem__, found.titled))
            if found is not None:
                unsure.update(map(numbers.__getitem__, found.unsure))
                told = True
        if not told:
            return None
        counts.pop(_NOT_HERE, None)
        titled.discard(_NOT_HERE)
        unsure.discard(_NOT_HERE)
        return Evidence(counts, True, frozenset(titled), frozenset(unsure))

    def _keep(self, term: Term, found: Evidence | None) -> None:
        self._kept[term] = found
        self._weight += _weight(found)
        while self._weight > _KEPT and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._weight -= _weight(dropped)


class Views:
    """The latest view through some indexes, kept while neither they nor the texts change."""

    def __init__(self, indexes: Sequence[Index]) -> None:
        self._indexes = indexes
        self._held: list[Holdings] = []
        self._view: View | None = None

    def of(self, snapshot: Snapshot) -> View:
        """What the indexes know of the texts as they stand in ``snapshot``. Raises Damaged."""
        with _reading():
            held = [index.refresh() for index in self._indexes]
            if self._view is None or not self._is_of(snapshot, held):
                self._held, self._view = held, View(snapshot, held)
        return self._view

    def _is_of(self, snapshot: Snapshot, held: Sequence[Holdings]) -> bool:
        same = all(one is other for one, other in zip(held, self._held, strict=True))
        return same and self._view is not None and self._view.snapshot is snapshot

    def drop(self) -> None:
        """Lets go of everything: one of the indexes is damaged."""
        self._held, self._view = [], None
        for index in self._indexes:
            index.drop()


@contextmanager
def _reading() -> Iterator[None]:
    """Takes whatever is raised for what it is: a damaged index may raise anything."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        raise Damaged from error


def _current(snapshot: Snapshot, held: Sequence[Holdings]) -> dict[str, Place]:
    """The places of the texts as they are in ``snapshot``, the parts of all ``held`` in a row.

    A document goes with what is written about it, since that tells its encoding.
    """
    current: dict[str, Place] = {}
    first = 0
    for one in filter(_has_parts, held):
        for key, signature in snapshot.by_key():
            place = one.places.get(key)
            if place and place.signature == signature and key not in current:
                current[key] = place._replace(part=first + place.part) if first else place
        first += len(one.parts)
    for record in snapshot.records:
        if record.key not in current:
            current.pop(record.path, None)
    return current


def _has_parts(one: Holdings) -> bool:
    return len(one.parts) > 0


def _indexed(paths: Iterable[str], current: Mapping[str, Place], held: Sequence[Holdings]) -> int:
    """How many documents have their places in an index that lasts."""
    lasting = [one.lasting for one in held for _ in one.parts]
    return sum(path in current and lasting[current[path].part] for path in paths)


def _numbers(
    keys: Sequence[str], current: Mapping[str, Place], parts: Sequence[Part]
) -> list[list[int]]:
    """For each part, the numbers here of the texts that it answers for, by their numbers there."""
    numbers = [[_NOT_HERE] * part.size for part in parts]
    for number, key in enumerate(keys):
        if place := current.get(key):
            numbers[place.part][place.number] = number
    return numbers


def _numbered(texts: Iterator[TokenText], numbers: Sequence[int]) -> Iterator[TokenText]:
    """The texts by their numbers here. Raises Damaged."""
    with _reading():
        for text, words, nodes in texts:
            yield TokenText(numbers[text], words, nodes)


def _weight(found: Evidence | None) -> int:
    return 8 + (len(found.counts) + len(found.unsure) if found else 0)
