"""A text's syntax colours, looked for in slices so that the screen never waits."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import thread_time
from typing import TYPE_CHECKING

from documents.document import Kind
from tui.syntax.stretch import Stretch

if TYPE_CHECKING:
    from tui.syntax.lexers import Reading

WHOLE = 1024 * 1024
"""Code points up to which a text is lexed as a whole, from its start."""
WINDOW = 64 * 1024
"""Of a longer text, windows of this size are lexed where the reader looks. Each begins at a line,
if possible after a blank one; in the middle of a long string or comment it begins wrong."""
KEPT = 32
"""Windows remembered."""

_LOOK_BACK = 8 * 1024
_SLOWEST_STEP = 0.5
_HEAD_START = 2.0
_SLOWEST_RATE = 20_000


class SyntaxColouring:
    """What is known of the syntax of a text.

    Making one imports Pygments and chooses a lexer by the file's name. ``advance`` is called when
    there is nothing better to do. A text on which the lexer takes unreasonably long (half a second
    for one token, or less than 20,000 code points a second) stays as far coloured as it was; the
    clock counts the thread's own time, so that a busy machine is not held against a text.
    """

    def __init__(
        self, text: str, filename: str, kind: Kind, *, clock: Callable[[], float] = thread_time
    ) -> None:
        from tui.syntax.lexers import reading_for

        self._text = text
        self._reading = reading_for(filename, kind, text[:256])
        self._size = max(1, len(text)) if len(text) <= WHOLE else WINDOW
        self._stretches: OrderedDict[int, Stretch] = OrderedDict()
        self._clock = clock
        self._spent = 0.0
        self._lexed = 0
        self._gave_up = False
        if self._reading is not None and text:
            self._stretch(0, self._reading)

    def advance(self, budget: float) -> bool:
        """Look for more, for about ``budget`` seconds; whether there is still more to look for."""
        began = now = self._clock()
        while now - began < budget and (stretch := self._next()):
            done, step_began = stretch.done, now
            stretch.step()
            now = self._clock()
            self._lexed += stretch.done - done
            self._spent += now - step_began
            if now - step_began > _SLOWEST_STEP or self._crawls():
                self._give_up()
        return self._next() is not None

    def spans(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The coloured runs in ``[start, end)``, in order: start, end, key of a face.

        Only what is known so far; what is asked for here is looked for next.
        """
        if self._reading is None:
            return []
        found: list[tuple[int, int, str]] = []
        for index in self._indices(start, end):
            stretch = self._stretch(index, self._reading)
            found += stretch.runs(max(start, stretch.start), min(end, stretch.end))
        return found

    def covers(self, start: int, end: int) -> bool:
        """Whether the colours in ``[start, end)`` are final."""
        if self._reading is None:
            return True
        known = (self._stretches.get(index) for index in self._indices(start, end))
        return all(one is not None and one.done >= min(end, one.end) for one in known)

    def _crawls(self) -> bool:
        return self._spent > _HEAD_START + self._lexed / _SLOWEST_RATE

    def _give_up(self) -> None:
        self._gave_up = True
        for stretch in self._stretches.values():
            stretch.close()

    def _next(self) -> Stretch | None:
        """The stretch to work on: of those not finished, the one looked at last."""
        return next((s for s in reversed(self._stretches.values()) if not s.finished), None)

    def _indices(self, start: int, end: int) -> range:
        """Which stretches hold a part of ``[start, end)``."""
        start, end = max(0, start), min(end, len(self._text))
        if start >= end:
            return range(0)
        return range(self._index(start), self._index(end - 1) + 1)

    def _index(self, offset: int) -> int:
        """Which stretch holds an offset; boundaries lie a little before multiples of the size."""
        index = offset // self._size
        return index + 1 if offset >= self._boundary(index + 1) else index

    def _boundary(self, index: int) -> int:
        """Where a stretch begins: after a blank line, else a line end, else anywhere."""
        place = index * self._size
        if not 0 < place < len(self._text):
            return min(place, len(self._text))
        for line_end in ("\n\n", "\n\r\n", "\n", "\r"):
            found = self._text.rfind(line_end, place - _LOOK_BACK, place)
            if found >= 0:
                return found + len(line_end)
        return place

    def _stretch(self, index: int, reading: Reading) -> Stretch:
        """A stretch, now the one looked at last."""
        stretch = self._stretches.get(index)
        if stretch is None:
            start, end = self._boundary(index), self._boundary(index + 1)
            stretch = Stretch(self._text, start, end, reading.lex, reading.style_of)
            if self._gave_up:
                stretch.close()
            self._stretches[index] = stretch
            while len(self._stretches) > KEPT:
                self._stretches.popitem(last=False)
        self._stretches.move_to_end(index)
        return stretch
