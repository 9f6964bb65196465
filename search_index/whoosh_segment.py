"""One Whoosh index of a batch of texts: written once, then only read.

Documents go by their numbers here, in the order they were
added. Positions are not indexed, since the texts themselves give the places; a posting is a
document's number and how often the term stands there.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from search_index.quiet_whoosh import (
    Existence,
    FieldType,
    FileStorage,
    Schema,
    TermNotFound,
    W3Codec,
)

_FIELD = "terms"
_Item: TypeAlias = tuple[bytes, int, float, bytes]
_Posting: TypeAlias = tuple[str, bytes, int, float, bytes]


class Postings(NamedTuple):
    """The numbers of the documents that hold a term, and how often each does."""

    numbers: array[int]
    counts: array[int]


class _Terms(FieldType):  # type: ignore[misc]
    """A field whose values are terms already counted."""

    def __init__(self) -> None:
        super().__init__(Existence(), None)

    def index(self, value: Mapping[str, int], **_: object) -> list[_Item]:
        """The field's items: term, frequency, weight, value."""
        return [(_encoded(term), count, float(count), b"") for term, count in value.items()]


class _Codec(W3Codec):  # type: ignore[misc]
    length_stats = False  # lengths are kept beside the segment


class _Pool:
    """Collects postings by term in memory: a batch is small, and Whoosh's own pool sorts tuples."""

    def __init__(self) -> None:
        self._postings: dict[bytes, list[_Posting]] = {}

    def add(self, posting: _Posting) -> None:
        self._postings.setdefault(posting[1], []).append(posting)

    def iter_postings(self) -> Iterator[_Posting]:
        for term in sorted(self._postings):
            yield from self._postings[term]

    def cleanup(self) -> None:
        self._postings.clear()


def write_segment(folder: str, documents: Iterable[Mapping[str, int]]) -> None:
    """Writes an index of ``documents``, each given as its counted terms, into an empty folder."""
    index = FileStorage(folder).create_index(Schema(**{_FIELD: _Terms()}))
    writer = index.writer(codec=_Codec(), compound=False)
    writer.pool = _Pool()
    for terms in documents:
        writer.add_document(**{_FIELD: terms})
    writer.commit(merge=False)


class Segment:
    """A written segment, for one thread. Reading a damaged one may raise anything at all."""

    def __init__(self, folder: str) -> None:
        # Given a schema, Whoosh does not unpickle the one on disk. Files are read, not mapped: a
        # mapped file that is cut short kills the process.
        storage = FileStorage(folder, supports_mmap=False, readonly=True)
        index = storage.open_index(schema=Schema(**{_FIELD: _Terms()}))
        self._reader: Any = index.reader()

    def postings(self, term: str) -> Postings:
        """The postings of a term; empty where no document holds it."""
        numbers, counts = array("I"), array("I")
        try:
            matcher = self._reader.postings(_FIELD, _encoded(term))
        except TermNotFound:
            return Postings(numbers, counts)
        while matcher.is_active():
            numbers.append(matcher.id())
            counts.append(int(matcher.weight()))
            matcher.next()
        return Postings(numbers, counts)


def _encoded(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")
