"""The texts that no index knows yet, kept in memory: an index that is gone with the program.

A query would have to read them all. They are taken in between queries, in short steps, and let go
as soon as an index has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from annotations.steps import Step
from search_index.engine import Holdings, Place
from search_index.in_memory.lettering import Lettering
from search_index.in_memory.word_streams import LARGEST, WordStreams
from search_index.snapshot import Record, Signature, Snapshot
from search_index.texts import Texts

DEFAULT_BUDGET = 64 * 1024 * 1024
"""Bytes of memory; texts beyond that are read for each query."""

_FIRST_BATCH = 1024 * 1024
"""Bytes of the first batch, which can be asked soon; the next is as large as all before."""
_MOST_BATCHES = 12


class _Held(NamedTuple):
    """A text's name, the signature that its file had, and whether it is left to reading."""

    key: str
    signature: Signature
    scanned: bool = False


class _Batch:
    """Texts that can be asked together."""

    def __init__(self, lettering: Lettering) -> None:
        self.lettering = lettering
        self.streams = WordStreams(lettering)
        self.held: list[_Held] = []

    def add(self, held: _Held, folded: str = "") -> None:
        """One more text."""
        self.streams.add(folded)
        self.held.append(held)

    def take(self, other: _Batch, numbers: list[int]) -> _Batch:
        """Takes in texts of another batch, by their numbers there."""
        self.streams.take(other.streams, numbers)
        self.held += map(other.held.__getitem__, numbers)
        return self

    def places(self, part: int) -> Iterator[tuple[str, Place]]:
        """Where its texts are, if this is that part."""
        for number, (key, signature, scanned) in enumerate(self.held):
            yield key, Place(part, number, signature, scanned)


class FreshTexts:
    """Some texts of a workspace, for one thread; nothing is written anywhere."""

    def __init__(self, texts: Texts, budget: int = DEFAULT_BUDGET) -> None:
        self._texts = texts
        self._budget = budget
        self.drop()

    def drop(self) -> None:
        """Lets go of everything."""
        self._batches: list[_Batch] = []
        self._open = _Batch(Lettering())
        self._refused: set[_Held] = set()
        self._holdings = Holdings(lasting=False)
        self._compared: tuple[Snapshot, Mapping[str, Place]] | None = None

    def refresh(self) -> Holdings:
        """What there is to be asked."""
        return self._holdings

    def let_go(self, snapshot: Snapshot, indexed: Mapping[str, Place]) -> None:
        """Lets go of what has changed or gone since, and of what an index has now."""
        before, self._compared = self._compared, (snapshot, indexed)
        if before and before[0] is snapshot and before[1] is indexed:
            return
        states = dict(snapshot.by_key())

        def is_wanted(held: _Held) -> bool:
            place = indexed.get(held.key)
            there = place is not None and place.signature == held.signature
            return states.get(held.key) == held.signature and not there

        self._refused = set(filter(is_wanted, self._refused))
        self._open = _without(self._open, is_wanted) or _Batch(self._open.lettering)
        kept = [fewer for batch in self._batches if (fewer := _without(batch, is_wanted))]
        if kept != self._batches:
            self._batches = kept
            self._publish()

    def take_in(self, paths: Iterable[str], snapshot: Snapshot, step: Step) -> Iterator[None]:
        """Takes in documents, and yields whenever there is more to be asked than before.

        ``step`` is called between documents, and may raise what ends it; the next time goes on
        from there.
        """
        waiting = {held.key: held.signature for held in (*self._open.held, *self._refused)}
        records = _by_path(snapshot.records)
        for path in paths:
            step()
            signature = snapshot.documents[path]
            if waiting.get(path) == signature:
                continue
            if self._cost >= self._budget:
                break
            self._add(_Held(path, signature), records.get(path, ()), snapshot)
            if self._open.streams.cost >= max(_FIRST_BATCH, self._asked_cost):
                self._close()
                yield
        if self._open.held:
            self._close()
            yield
        self._open.lettering.clear()  # makes writing fast, and is large

    def _add(self, held: _Held, records: Iterable[Record], snapshot: Snapshot) -> None:
        text = self._texts.get(held.key)
        if text is None or len(text.text) > LARGEST:
            self._refused.add(held)
            return
        self._open.add(held, text.folded)
        for record in records:  # on which depends how the document is decoded
            self._open.add(_Held(record.key, snapshot.records[record], scanned=True))

    def _close(self) -> None:
        """Lets the open batch be asked."""
        lettering = self._open.lettering
        self._batches.append(self._open)
        self._open = _Batch(Lettering() if lettering.is_full else lettering)
        if len(self._batches) > _MOST_BATCHES:
            self._batches = _joined(self._batches)
        self._publish()

    def _publish(self) -> None:
        places: dict[str, Place] = {}
        for part, batch in enumerate(self._batches):
            places.update(batch.places(part))
        self._holdings = Holdings([each.streams for each in self._batches], places, lasting=False)

    @property
    def _asked_cost(self) -> int:
        return sum(batch.streams.cost for batch in self._batches)

    @property
    def _cost(self) -> int:
        letterings = {id(each.lettering): each.lettering for each in (self._open, *self._batches)}
        own = sum(each.cost for each in letterings.values())
        return own + self._asked_cost + self._open.streams.cost


def _without(batch: _Batch, is_wanted: Callable[[_Held], bool]) -> _Batch | None:
    """The batch as far as it is wanted; as it is where that is most of it, None where none is."""
    wanted = [number for number, held in enumerate(batch.held) if is_wanted(held)]
    if 2 * len(wanted) > len(batch.held):
        return batch
    return _Batch(batch.lettering).take(batch, wanted) if wanted else None


def _joined(batches: Iterable[_Batch]) -> list[_Batch]:
    """The texts of all batches in as few as can be."""
    joined: dict[int, _Batch] = {}
    for batch in batches:
        into = joined.setdefault(id(batch.lettering), _Batch(batch.lettering))
        into.take(batch, list(range(len(batch.held))))
    return list(joined.values())


def _by_path(records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.path, []).append(record)
    return found
