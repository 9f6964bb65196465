"""What is known of the texts as they are at one moment, without reading them.

Here texts go by numbers: first the documents, then those that are gone, of which there are only
annotations, then the annotation files; each in the order in which the snapshot has them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from operator import is_
from typing import TypeAlias

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

_LATEST = 2
"""Terms that somebody who types may ask for again with the next letter, or begins others with."""

_NOT_HERE = -1

Ranking: TypeAlias = list[tuple[int, float]]
"""Documents by their numbers and their scores, best first."""
_Found: TypeAlias = tuple[int, Place] | None
"""The number of a part among all, and the place of a text there; nothing where it is not known."""


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
        current = _current(snapshot, self.keys, held)
        self._numbers = _numbers(current, self._parts)
        known = frozenset(n for n, found in enumerate(current) if found and not found[1].scanned)
        self.paths = list(snapshot.documents)
        """The documents by their numbers."""
        self.documents = scope_of(range(len(self.paths)), known)
        self.first_record = len(self.keys) - len(snapshot.records)
        """The number of the first annotation file; the others follow."""
        self.records = scope_of(range(self.first_record, len(self.keys)), known)
        self.up_to_date = _indexed(current[: len(self.paths)], held)
        """How many documents an index has looked at as they are now."""
        self.indexed = self.up_to_date == len(self.paths)
        """Whether an index has looked at all documents as they are now."""
        sizes = [state.size for state in snapshot.documents.values()]
        self.lengths = Lengths(sizes + [1] * len(gone))
        self._to_open = self._parts[:]
        self._by_key: dict[str, int] = {}
        self._kept: OrderedDict[Term, Evidence | None] = OrderedDict()
        self._weight = 0
        self._merged: tuple[list[Evidence | None], Evidence | None] = [], None
        self._rankings: dict[int, tuple[Evidence, int, Ranking]] = {}  # by the id of the evidence

    def number(self, key: str) -> int:
        """The number of a document or an annotation file; raises KeyError where there is none."""
        if not self._by_key:
            self._by_key = {key: number for number, key in enumerate(self.keys)}
        return self._by_key[key]

    def get_ready(self, step: Step, terms: Sequence[Term] = ()) -> None:
        """Does what the first questions would have to wait for, the more so those for ``terms``.

        ``step`` may raise what ends it; the next time goes on from there. Raises Damaged.
        """
        while self._to_open:
            step()
            with _reading():
                self._to_open[-1].get_ready()
            self._to_open.pop()
        for term in terms:
            if term not in self._kept:
                step()
                self.evidence(term)

    def latest(self) -> list[Term]:
        """What was asked for lately, the latest first."""
        return list(islice(reversed(self._kept), _LATEST))

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

    def ranked(
        self, term: Term, most: int | None, rank: Callable[[int | None], Ranking]
    ) -> Ranking:
        """What ``rank`` gives for ``most``, which depends on nothing but the evidence of ``term``.

        It is kept for as long as that is.
        """
        told = self._kept.get(term)
        if told is None or most is None:
            return rank(most)
        kept = self._rankings.get(id(told))
        if kept is None or kept[1] != most:
            kept = self._rankings[id(told)] = told, most, rank(most)
        return kept[2]

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
        each = [part.evidence(wanted) for part in self._parts]
        if not _are_same(each, self._merged[0]):  # words that go on as there is but one
            self._merged = each, self._together(each)
        return self._merged[1]

    def _together(self, each: Sequence[Evidence | None]) -> Evidence | None:
        counts: dict[int, int] = {}
        titled: set[int] = set()
        unsure: set[int] = set()
        told = False
        for found, numbers in zip(each, self._numbers, strict=True):
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
            self._rankings.pop(id(dropped), None)


class Views:
    """The latest view through some indexes.

    Whenever they hold something else, another is made; once ``take_up`` was called, that is left
    to it as long as the latest tells of all texts as they are: no question waits for it.
    """

    def __init__(self, indexes: Sequence[Index]) -> None:
        self._indexes = indexes
        self._held: list[Holdings] = []
        self._view: View | None = None
        self._next: tuple[list[Holdings], View] | None = None
        self._takes_up = False

    def of(self, snapshot: Snapshot) -> View:
        """What the indexes know of the texts as they stand in ``snapshot``. Raises Damaged."""
        with _reading():
            if self._view is None or not self._is_good_enough(snapshot):
                self._held, self._view = self._refreshed(snapshot)
        return self._view

    def take_up(self, snapshot: Snapshot, step: Step) -> View:
        """The same with all that the indexes hold now, made ready for the next questions.

        ``step`` is called between short steps, and may raise what ends it; the next time goes on
        from there. Raises Damaged.
        """
        self._takes_up = True
        with _reading():
            self._next = self._refreshed(snapshot)
        held, view = self._next
        if view is not self._view:
            view.get_ready(step, self._view.latest() if self._view else ())
        self._held, self._view, self._next = held, view, None
        return view

    def _refreshed(self, snapshot: Snapshot) -> tuple[list[Holdings], View]:
        """What the indexes hold now, and the view of that, which may be there already."""
        held = [index.refresh() for index in self._indexes]
        for others, view in ((self._held, self._view), self._next or ([], None)):
            if view is not None and view.snapshot is snapshot and _are_same(held, others):
                return held, view
        return held, View(snapshot, held)

    def tell_all_of(self, snapshot: Snapshot) -> bool:
        """Whether the latest view told of all the texts as they are, and is meant to be kept."""
        view = self._view
        return (
            view is not None
            and self._takes_up
            and view.snapshot is snapshot
            and not view.documents.unknown
        )

    def _is_good_enough(self, snapshot: Snapshot) -> bool:
        """Whether another view would find the same, and not be known to be needed."""
        return self.tell_all_of(snapshot) and all(index.is_intact() for index in self._indexes)

    def drop(self) -> None:
        """Lets go of everything: one of the indexes is damaged."""
        self._held, self._view, self._next = [], None, None
        for index in self._indexes:
            index.drop()


def _are_same(held: Sequence[object], others: Sequence[object]) -> bool:
    return len(held) == len(others) and all(map(is_, held, others))


@contextmanager
def _reading() -> Iterator[None]:
    """Takes whatever is raised for what it is: a damaged index may raise anything."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        raise Damaged from error


def _current(snapshot: Snapshot, keys: Sequence[str], held: Sequence[Holdings]) -> list[_Found]:
    """Where the texts are found as they are in ``snapshot``, the parts of all ``held`` in a row.

    A document goes with what is written about it, since that tells its encoding.
    """
    current: list[_Found] = [None] * len(keys)
    states = [*map(dict(snapshot.by_key()).get, keys)]
    first = 0
    for one in held:
        if len(one.parts) == 0:
            continue
        places = map(one.places.get, keys)
        for number, (place, state) in enumerate(zip(places, states, strict=True)):
            if place is not None and place.signature == state and current[number] is None:
                current[number] = first + place.part, place
        first += len(one.parts)
    if snapshot.records:
        _let_go_of_unsure(snapshot, keys, current)
    return current


def _let_go_of_unsure(snapshot: Snapshot, keys: Sequence[str], current: list[_Found]) -> None:
    """Takes out the documents of which something is not known that was written about them."""
    unknown = {key for key, found in zip(keys, current, strict=True) if found is None}
    unsure = {record.path for record in snapshot.records if record.key in unknown}
    for number, path in enumerate(snapshot.documents):
        if path in unsure:
            current[number] = None


def _indexed(current: Iterable[_Found], held: Sequence[Holdings]) -> int:
    """How many documents have their places in an index that lasts."""
    lasting = [one.lasting for one in held for _ in one.parts]
    return sum(found is not None and lasting[found[0]] for found in current)


def _numbers(current: Iterable[_Found], parts: Sequence[Part]) -> list[list[int]]:
    """For each part, the numbers here of the texts that it answers for, by their numbers there."""
    numbers = [[_NOT_HERE] * part.size for part in parts]
    for number, found in enumerate(current):
        if found is not None:
            numbers[found[0]][found[1].number] = number
    return numbers


def _numbered(texts: Iterator[TokenText], numbers: Sequence[int]) -> Iterator[TokenText]:
    """The texts by their numbers here. Raises Damaged."""
    with _reading():
        for text, words, nodes in texts:
            yield TokenText(numbers[text], words, nodes)


def _weight(found: Evidence | None) -> int:
    return 8 + (len(found.counts) + len(found.unsure) if found else 0)
