"""How what is known of a term is written as bytes: arrays in the machine's own order.

An index is a cache of one machine and is never carried to another.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection
from struct import Struct
from typing import NamedTuple

_HEAD = Struct("=cII")  # the type of the counts, how many texts, how many titles
_LARGEST_SHORT = 0xFFFF


class Postings(NamedTuple):
    """The texts that hold a term, by their numbers in ascending order.

    ``counts`` says how often it stands in each; ``titled`` are those of them whose titles hold it.
    """

    texts: array[int]
    counts: array[int]
    titled: array[int]


class Packed(NamedTuple):
    """A term, how often it stands in all texts, and what else is known of it, as bytes."""

    term: str
    frequency: int
    postings: bytes
    places: bytes = b""


NOWHERE = Postings(array("H"), array("H"), array("H"))


def packed(texts: Collection[int], counts: Collection[int], titled: Collection[int] = ()) -> bytes:
    """The bytes that ``unpacked`` reads; the texts' numbers are below 65,536."""
    wide = max(counts, default=0) > _LARGEST_SHORT
    code = "I" if wide else "H"
    head = _HEAD.pack(code.encode(), len(texts), len(titled))
    parts = (array("H", texts), array(code, counts), array("H", titled))
    return head + b"".join(part.tobytes() for part in parts)


def unpacked(data: bytes) -> Postings:
    """What ``packed`` wrote. Raises ValueError or struct.error where it did not write this."""
    code, number, titles = _HEAD.unpack_from(data)
    texts, counts, titled = array("H"), array(code.decode("ascii")), array("H")
    at = _HEAD.size
    for part, length in ((texts, number), (counts, number), (titled, titles)):
        end = at + length * part.itemsize
        part.frombytes(data[at:end])
        at = end
    if not len(texts) == len(counts) == number or len(titled) != titles or at != len(data):
        raise ValueError("postings of another length than they say")
    return Postings(texts, counts, titled)


def packed_places(places: array[int]) -> bytes:
    """The places of a term as bytes."""
    return places.tobytes()


def unpacked_places(data: bytes) -> array[int]:
    """What ``packed_places`` wrote. Raises ValueError where it did not."""
    places = array("I")
    places.frombytes(data)
    return places
