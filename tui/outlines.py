"""The outlines of documents, found a step at a time: at once where that is quick."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from tui.turns import Turns

if TYPE_CHECKING:
    from documents.document import Document
    from documents.headings import Heading

_AT_ONCE = 0.004
"""Seconds that the screen's own thread looks: enough for some hundred thousand letters."""
_TELL_EVERY = 0.2


class Outline:
    """The headings of a document as far as they were found, in order, and their highest level."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self.highest = 1
        self.complete = False

    def add(self, found: list[Heading]) -> None:
        """Takes headings that follow those it has."""
        if found:
            levels = [heading.level for heading in found]
            self.highest = min([self.highest, *levels] if self.headings else levels)
            self.headings += found


class Outlines:
    """The outline of each document that was asked for, kept as long as the document is.

    ``grown`` is called in another thread when more headings are known, and when all are.
    """

    def __init__(self, grown: Callable[[], None]) -> None:
        self._grown = grown
        self._known: WeakKeyDictionary[Document, Outline] = WeakKeyDictionary()

    def of(self, document: Document) -> Outline:
        """The outline of a document, perhaps still growing."""
        outline = self._known.get(document)
        if outline is None:
            from documents.headings import headings_in_steps

            outline = self._known[document] = Outline()
            steps = headings_in_steps(document)
            if not _gathered(outline, steps, time.perf_counter() + _AT_ONCE):
                run = threading.Thread(
                    target=self._gather, args=(outline, steps), name="outline", daemon=True
                )
                run.start()
        return outline

    def _gather(self, outline: Outline, steps: Iterator[list[Heading]]) -> None:
        turns, told = Turns(), time.perf_counter()
        for found in steps:
            outline.add(found)
            turns.pass_on()
            if time.perf_counter() - told > _TELL_EVERY:
                told = time.perf_counter()
                self._grown()
        outline.complete = True
        self._grown()


def _gathered(outline: Outline, steps: Iterator[list[Heading]], end: float) -> bool:
    """Whether all headings were found before ``end``."""
    for found in steps:
        outline.add(found)
        if time.perf_counter() > end:
            return False
    outline.complete = True
    return True
