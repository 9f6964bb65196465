"""The texts that no index knows yet, kept in memory: an index that is gone with the program.

A query would have to read them all. They are taken in between queries, in short steps: first as
they are, where a query has read them anyway, then as strings of words. They are let go as soon as
an index has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, filterfalse
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

from annotations.steps import Step
from search_index.engine import Holdings, Part, Place
from search_index.in_memory.folded_texts import FoldedTexts
from search_index.in_memory.lettering import Lettering
from search_index.in_memory.word_streams import LARGEST, WordStreams
from search_index.snapshot import Signature, Snapshot
from search_index.texts import Texts

DEFAULT_BUDGET = 64 * 1024 * 1024
"""Bytes of memory for strings of words, and for texts as they are; others are read each time."""

_FIRST_BATCH, _LARGEST_BATCH = 1024 * 1024, 4 * 1024 * 1024
"""Bytes of the first batch, which can be asked soon; the next is as large as all before, until
that would take long.
"""
_LARGEST_FILE = 4 * LARGEST
"""Bytes of a file that is read beforehand."""
_MOST_BATCHES = 24
"""From there on they become one, which is let go of when an index has most of all their texts."""
_AT_ONCE = 5000
"""Texts that are taken as they are between two looks at whether somebody waits: it takes some
milliseconds, and makes each query quicker by more than that."""
_A_FEW = 64
"""Texts that are read between two looks at whether they are still wanted."""
_WORTHWHILE = 8
"""The share of such texts that is not asked until there are more of them, or words of them."""


class _Held(NamedTuple):
    """A text's name, the signature that its file had, and whether it is left to reading."""

    key: str
    signature: Signature
    scanned: bool = False


class _Growing(Part, Protocol):
    """A part of an index to which texts are added before it is asked."""

    def add(self, folded: str) -> None:
        """Takes in one more text."""

    def only(self, texts: Sequence[int]) -> Self:
        """Some of the texts."""

    def take(self, other: Self, texts: Sequence[int]) -> None:
        """Takes in texts of another's."""


_Texts = TypeVar("_Texts", bound=_Growing)


class _Batch(Generic[_Texts]):
    """Texts that are asked together."""

    def __init__(self, part: _Texts, held: Iterable[_Held] = ()) -> None:
        self.part = part
        self.held = list(held)

    def add(self, held: _Held, folded: str, noted: Iterable[_Held]) -> None:
        """One more text, and the records on which depends how it is decoded."""
        self.part.add(folded)
        self.held.append(held)
        for each in noted:
            self.part.add("")
            self.held.append(each)

    def take(self, other: _Batch[_Texts]) -> None:
        """All texts of another's."""
        self.part.take(other.part, range(other.part.size))
        self.held += other.held

    def only(self, numbers: Sequence[int]) -> _Batch[_Texts]:
        """Another with some of the texts."""
        return _Batch(self.part.only(numbers), map(self.held.__getitem__, numbers))

    def where(self, is_wanted: Callable[[_Held], bool]) -> _Batch[_Texts]:
        """The texts that are wanted; as it is, where that is most of them."""
        wanted = [number for number, held in enumerate(self.held) if is_wanted(held)]
        return self if 2 * len(wanted) >= len(self.held) else self.only(wanted)


class FreshTexts:
    """Some texts of a workspace, for one thread; nothing is written anywhere."""

    def __init__(self, texts: Texts, budget: int = DEFAULT_BUDGET) -> None:
        self._texts = texts
        self._budget = budget
        self.drop()

    def drop(self) -> None:
        """Lets go of everything."""
        self._read = _Batch(FoldedTexts())
        self._taken = _Batch(FoldedTexts())  # as they are too, but not to be asked yet
        self._written: list[_Batch[WordStreams]] = []
        self._open = _Batch(WordStreams(Lettering()))
        self._refused: set[_Held] = set()
        self._holdings = Holdings(lasting=False)
        self._compared: tuple[Snapshot, Mapping[str, Place]] | None = None

    def refresh(self) -> Holdings:
        """What there is to be asked."""
        return self._holdings

    def is_intact(self) -> bool:
        """That memory is."""
        return True

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
        self._open, self._taken = self._open.where(is_wanted), self._taken.where(is_wanted)
        read, written = self._read.where(is_wanted), [b.where(is_wanted) for b in self._written]
        if read is not self._read or written != self._written:
            self._read, self._written = read, [batch for batch in written if batch.held]
            self._publish()

    def sweep(self, paths: Sequence[str], snapshot: Snapshot, step: Step) -> None:
        """Reads documents as they are, all in one go, and lets them be asked.

        What takes more than a glance is left out, and so is what there is no room for. ``step`` is
        called every few documents, and may raise what ends it; the next time goes on from there.
        """
        states, noted = snapshot.documents, _noted(snapshot)
        taken = {each.key: each.signature for each in self._taken.held}
        room = self._budget - self._read.part.cost
        found = self._texts.glances([path for path in paths if taken.get(path) != states[path]])
        for number, (path, folded) in enumerate(found):
            if number % _A_FEW == 0:
                step()
            if self._taken.part.cost >= room:
                break
            self._taken.add(_Held(path, states[path]), folded, noted.get(path, ()))
        self._ask_as_they_are()

    def take_in(self, paths: Sequence[str], snapshot: Snapshot, step: Step) -> Iterator[None]:
        """Takes in documents, and yields whenever there is more to be asked than before.

        ``step`` is called between documents, and may raise what ends it; the next time goes on
        from there.
        """
        records = _noted(snapshot)

        def held(path: str) -> list[_Held]:
            return [_Held(path, snapshot.documents[path]), *records.get(path, ())]

        self._take_as_they_are(map(held, paths), step)
        if _WORTHWHILE * len(self._taken.held) > len(self._read.held):
            self._ask_as_they_are()
            yield
        for _ in self._read.part.write_initials():
            step()
        now = snapshot.documents
        read = [each.key for each in self._read.held if now.get(each.key) == each.signature]
        waiting = {each.key: each for each in chain(self._open.held, self._refused)}
        room = self._room
        for path in dict.fromkeys(chain(filterfalse(set(read).__contains__, paths), read)):
            step()
            here, *noted = held(path)
            if waiting.get(path) == here:
                continue
            if self._open.part.cost >= room:
                break
            waiting[path] = here
            self._write(here, noted)
            if self._open.part.cost >= self._next_batch:
                self._close()
                room = self._room
                yield
        if self._open.held:
            self._close()
            yield
        self._open.part.lettering.clear()  # makes writing fast, and is large

    def _take_as_they_are(self, wanted: Iterable[list[_Held]], step: Step) -> None:
        """Takes what is at hand as it is."""
        taken = {each.key: each for each in self._taken.held}
        room = self._budget - self._read.part.cost
        for number, (here, *noted) in enumerate(wanted):
            if number % _AT_ONCE == 0:
                step()
            if taken.get(here.key) == here or self._taken.part.cost >= room:
                continue
            if (text := self._texts.at_hand(here.key)) is not None:
                self._taken.add(here, text.folded, noted)

    def _ask_as_they_are(self) -> None:
        """Lets what was taken be asked."""
        both = self._read.only(range(len(self._read.held)))  # one is never changed
        both.take(self._taken)
        self._read, self._taken = both, _Batch(FoldedTexts())
        self._publish()

    def _write(self, here: _Held, noted: Iterable[_Held]) -> None:
        is_large = here.signature.size > _LARGEST_FILE
        text = None if is_large else self._texts.get(here.key)
        if text is None or len(text.text) > LARGEST:
            self._refused.add(here)
            return
        self._open.add(here, text.folded, noted)
        self._texts.spare(here.key)

    def _close(self) -> None:
        """Lets the open batch be asked."""
        written = set(self._open.held)
        self._read, self._taken = (
            batch.only([number for number, each in enumerate(batch.held) if each not in written])
            for batch in (self._read, self._taken)
        )
        lettering = self._open.part.lettering
        self._written.append(self._open)
        self._open = _Batch(WordStreams(Lettering() if lettering.is_full else lettering))
        if len(self._written) > _MOST_BATCHES:
            self._written = _joined(self._written)
        self._publish()

    def _publish(self) -> None:
        batches: list[_Batch[FoldedTexts] | _Batch[WordStreams]] = [self._read, *self._written]
        places = {
            key: Place(part, number, signature, scanned)
            for part, batch in enumerate(batches)
            for number, (key, signature, scanned) in enumerate(batch.held)
        }
        self._holdings = Holdings([batch.part for batch in batches], places, lasting=False)

    @property
    def _next_batch(self) -> int:
        """The bytes from which on a batch can be asked."""
        return min(max(_FIRST_BATCH, self._asked_cost), _LARGEST_BATCH)

    @property
    def _asked_cost(self) -> int:
        return sum(batch.part.cost for batch in self._written)

    @property
    def _room(self) -> int:
        """The bytes that the open batch may have."""
        parts = [self._open.part, *(batch.part for batch in self._written)]
        letterings = {id(part.lettering): part.lettering for part in parts}
        return self._budget - self._asked_cost - sum(each.cost for each in letterings.values())


def _joined(batches: Iterable[_Batch[WordStreams]]) -> list[_Batch[WordStreams]]:
    """The texts of all batches in as few as can be."""
    joined: dict[int, _Batch[WordStreams]] = {}
    for batch in batches:
        lettering = batch.part.lettering
        joined.setdefault(id(lettering), _Batch(WordStreams(lettering))).take(batch)
    return list(joined.values())


def _noted(snapshot: Snapshot) -> Mapping[str, Sequence[_Held]]:
    """By document, the records on which depends how it is decoded."""
    noted: dict[str, list[_Held]] = {}
    for record, state in snapshot.records.items():
        noted.setdefault(record.path, []).append(_Held(record.key, state, scanned=True))
    return noted
