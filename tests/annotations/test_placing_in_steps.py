"""Placing on a changed text is done in steps, and can be ended between any two."""

from __future__ import annotations

import random

import pytest

from annotations.anchoring import Placer
from annotations.annotation_file import AnnotationFile
from annotations.model import Anchor, mark
from documents.document import Document, text_digest

OLD = " ".join(f"word{n % 997}x{n}" for n in range(20_000))


class Enough(Exception):
    pass


class Steps:
    """Counts steps, and ends the work at the last one."""

    def __init__(self, last: int = 0) -> None:
        self.number = 0
        self._last = last

    def __call__(self) -> None:
        self.number += 1
        if self.number == self._last:
            raise Enough


def changed() -> str:
    words = OLD.split()
    random.Random(5).shuffle(words)
    return " ".join(words)


def place(new: str, steps: Steps, *, kept: bool = True) -> Anchor:
    file = AnnotationFile(author="mk", path="a.txt", digest=text_digest(OLD), length=len(OLD))
    texts = {file.digest: OLD} if kept else {}
    placer = Placer(file, Document("a.txt", new), texts.get, steps)
    return placer.place(mark(OLD, 1000, 1040)).anchor


@pytest.mark.parametrize("kept", [True, False])
def test_there_are_many_steps_on_the_way_through_a_long_text(kept: bool) -> None:
    steps = Steps()
    place(changed(), steps, kept=kept)
    assert steps.number > len(OLD) / 20_000


def test_the_work_ends_at_the_step_that_says_so() -> None:
    steps = Steps(10)
    with pytest.raises(Enough):
        place(changed(), steps)
    assert steps.number == 10
