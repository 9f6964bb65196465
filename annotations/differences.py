"""What another program has changed, for the reader to be told."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import NamedTuple

from annotations.merging import differs
from annotations.model import Annotation


class Differences(NamedTuple):
    """How many annotations came, went, and say something else."""

    added: int = 0
    removed: int = 0
    edited: int = 0

    def __str__(self) -> str:
        parts = [f"{number} {word}" for number, word in zip(self, _WORDS, strict=True) if number]
        return ", ".join(parts)


_WORDS = ("added", "deleted", "edited")


def differences(
    before: Mapping[Hashable, Annotation], after: Mapping[Hashable, Annotation]
) -> Differences:
    """What came of ``before``. Where an annotation sits does not count."""
    both = before.keys() & after.keys()
    edited = sum(differs(before[key], after[key]) for key in both)
    return Differences(len(after.keys() - before.keys()), len(before.keys() - after.keys()), edited)
