"""How what is known of a term is written as bytes: arrays in the machine's own order.

An index is a cache of one machine and is never carried to another.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection
from struct import Struct
from typing import NamedTuple

_HEAD = Struct("=cII")  # the type of the counts, how many texts, how many titles


class Postings(NamedTuple):
    """The texts that hold a term, by their numbers in ascending order.

    ``counts`` says how often it stands in each; ``titled`` are those whose headlines hold it.
    """

    texts: array[int]
    counts: array[int]
    titled: array[int]


class Occurrences(NamedTuple):
    """The texts that hold a term, in ascending order, each as often as it stands there.

    ``titled`` are those whose headlines hold it.
    """

    texts: array[int]
    titled: Collection[int]

    def postings(self) -> Postings:
        """The same, each text once."""
        counts = Counter(self.texts)
        return Postings(array("H", counts), array("I", counts.values()), array("H", self.titled))


class Packed(NamedTuple):
    """A term, how often it stands in all texts, and its postings as bytes."""

    term: str
    frequency: int
    postings: bytes


NOWHERE = Postings(array("H"), array("H"), array("H"))


def packed(postings: Postings) -> bytes:
    """The bytes that ``unpacked`` reads."""
    texts, counts, titled = postings
    code = _narrowest(max(counts, default=0))
    head = _HEAD.pack(code.encode("ascii"), len(texts), len(titled))
    return head + texts.tobytes() + array(code, counts).tobytes() + titled.tobytes()


def _narrowest(largest: int) -> str:
    return "B" if largest < 1 << 8 else "H" if largest < 1 << 16 else "I"


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
