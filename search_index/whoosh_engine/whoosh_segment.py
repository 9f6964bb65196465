"""One Whoosh index of a batch of texts: written once, then only read.

Whoosh keeps a posting for each document that holds a term, and takes microseconds of Python for
each, written or read: that is what makes it slow where words are common. So the whole batch is one
document here. A term has one posting, whose value is everything that is known of it, packed; a
second one has its places, in a block of its own, since most questions do not need them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from search_index.whoosh_engine.packing import Packed
from search_index.whoosh_engine.quiet_whoosh import (
    FieldType,
    FileStorage,
    Format,
    Schema,
    W3Codec,
)

_FIELD = "terms"
_Posting: TypeAlias = tuple[str, bytes, int, float, bytes]


class _Values(Format):  # type: ignore[misc]
    """Postings with a value of any length."""

    def fixed_value_size(self) -> int | None:
        """That values have no common size."""
        return None


class _Terms(FieldType):  # type: ignore[misc]
    """A field whose postings come ready made."""

    def __init__(self) -> None:
        super().__init__(_Values(None), None)


class _Codec(W3Codec):  # type: ignore[misc]
    length_stats = False  # lengths are kept beside the segment

    def __init__(self) -> None:
        super().__init__(compression=0, inlinelimit=0)  # no value is left out


class _Pool:
    """Hands the postings on as they come: they are sorted already."""

    def __init__(self, terms: Iterable[Packed]) -> None:
        self._terms = terms

    def iter_postings(self) -> Iterator[_Posting]:
        for term, frequency, postings in self._terms:
            yield _FIELD, _encoded(term), 0, float(frequency), postings

    def add(self, posting: _Posting) -> None:
        """No document brings postings of its own."""

    def cleanup(self) -> None:
        """Nothing is left behind."""


def write_segment(folder: str, terms: Iterable[Packed]) -> None:
    """Writes an index of ``terms``, in the order of their UTF-8 bytes, into an empty folder."""
    index = FileStorage(folder).create_index(Schema(**{_FIELD: _Terms()}))
    writer = index.writer(codec=_Codec(), compound=False)
    writer.pool = _Pool(terms)
    writer.add_document()
    writer.commit(merge=False)


class Segment:
    """A written segment, for one thread. Reading a damaged one may raise anything at all."""

    def __init__(self, folder: str) -> None:
        # Given a schema, Whoosh does not unpickle the one on disk. Files are read, not mapped: a
        # mapped file that is cut short kills the process.
        storage = FileStorage(folder, supports_mmap=False, readonly=True)
        index = storage.open_index(schema=Schema(**{_FIELD: _Terms()}))
        self._reader: Any = index.reader()

    def postings(self, term: str) -> bytes:
        """The packed postings of a term, which it must have."""
        return bytes(self._reader.postings(_FIELD, _encoded(term)).value())


def _encoded(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")
