"""What another program has changed, for the reader to be told."""

from __future__ import annotations

from collections.abc import Container, Hashable, Mapping
from typing import NamedTuple

from annotations.merging import differs
from annotations.model import Annotation


class Differences(NamedTuple):
    """How many annotations came, went, say something else, and are there again though deleted."""

    added: int = 0
    removed: int = 0
    edited: int = 0
    back: int = 0

    def __str__(self) -> str:
        parts = [f"{number} {word}" for number, word in zip(self, _WORDS, strict=True) if number]
        return ", ".join(parts)


_WORDS = ("added", "deleted", "edited", "that you deleted kept, because it was edited there")


def differences(
    before: Mapping[Hashable, Annotation],
    after: Mapping[Hashable, Annotation],
    deleted: Container[str] = (),
) -> Differences:
    """What came of ``before``. Where an annotation sits does not count.

    ``deleted`` are the ids of those that the reader has deleted.
    """
    both = before.keys() & after.keys()
    edited = sum(differs(before[key], after[key]) for key in both)
    added = after.keys() - before.keys()
    back = sum(after[key].id in deleted for key in added)
    return Differences(len(added) - back, len(before.keys() - after.keys()), edited, back)
