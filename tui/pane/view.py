"""What one pane shows of a document, and how it moves: pure, without a widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from documents.document import Document
from documents.spans import Span
from tui.layout import spacing
from tui.layout.rows import Rows
from tui.layout.wrapping import Row

if TYPE_CHECKING:
    from tui.pane.chosen import Chosen
    from tui.pane.selection import Selection

_STRETCH = 65_536
_CONTEXT_ROWS = 2
"""Rows of the old page that stay on the next, so that the eye finds its place."""


class View:
    """A window on a document: the rows it shows, the sentence at the cursor, the selection.

    ``top`` is the offset at which the first row shown begins and ``cursor`` the current sentence
    (None only in a text without a visible character). Both are offsets, so they hold through any
    change of width or height.
    """

    def __init__(
        self,
        document: Document,
        width: int = 60,
        height: int = 20,
        rows_of: Callable[[Document, int], Rows] = Rows,
        pitch: int = 1,
    ) -> None:
        """``rows_of`` gives the rows of a document at a width, to be shared with other views.

        ``height`` is lines of the screen, and ``pitch`` those from one row of text to the next.
        """
        self.document = document
        self._rows_of = rows_of
        self.rows = rows_of(document, width)
        self.height = height
        self.pitch = pitch
        self.top = 0
        self.cursor: Span | None = None
        self.selection: Selection | None = None
        self.chosen: Chosen | None = None
        """Which of the annotations here the reader has chosen; ``chosen_at`` says if it holds."""
        self._last = _end_of_words(document.text)
        # Where to go when it is there, None for the end; unless the cursor has left this place.
        self._goal: tuple[Span, int | None] | None = None
        self.to_start()
        # Where the reader was at which size, and what the last resize made of it.
        self._left = (width, height, pitch, self.top)
        self._resized: tuple[int, Span | None] | None = None

    def take(self, document: Document, settled: Callable[[int], int] = int) -> None:
        """Shows the whole text where its beginning was shown: every offset holds.

        ``settled`` says where a place is that was waited for, and that may have moved.
        """
        self.document = document
        self.rows = self._rows_of(document, self.rows.width)
        self._last = _end_of_words(document.text)
        self.top = self._clamped(self.rows.at(self.top).start)
        if self.cursor is not None:  # the last sentence may have been cut off
            goal, self._goal = self._goal, None
            if goal is None or goal[0] != self.cursor:
                self.cursor = document.segmentation.sentence_at(self.cursor.start)
            elif goal[1] is None:
                self.to_end()
            else:
                self.go(settled(goal[1]))

    # Size

    def resize(self, width: int, height: int, pitch: int = 1, *, keep: Span | None = None) -> None:
        """Takes another size; what stood at the top still does, and the cursor stays in sight.

        Or, in the cursor's stead, what there is to ``keep`` where a part of it was in sight.

        However many sizes come one after the other, each is made of the place where the reader
        left off, so that the first one shows the same rows again.
        """
        size, before = (width, height, pitch), (self.rows.width, self.height, self.pitch)
        if size == before:
            return
        kept = keep if keep is not None and self._overlaps_window(keep) else self.cursor
        if self._resized != (self.top, self.cursor):
            self._left = (*before, self.top)
        if width != self.rows.width:
            self.rows = self._rows_of(self.document, width)
        self.height, self.pitch = height, pitch
        *first, self.top = self._left
        if size != tuple(first):
            self.top = self._clamped(self.rows.at(self.top).start)
            if kept is not None and not self.in_sight(kept):
                self.show(kept, self.height // 3)
        self._resized = (self.top, self.cursor)

    def window(self) -> list[Row]:
        """The rows in sight, from the top."""
        return self._window(self.top)

    def _window(self, top: int) -> list[Row]:
        return spacing.window(self.rows, top, self.height, self.pitch)

    @property
    def last_top(self) -> int:
        """Where the last full page begins."""
        return spacing.last_top(self.rows, self.height, self.pitch)

    # What is in sight

    def in_sight(self, span: Span) -> bool:
        """Whether the span's first row and its last are both in sight."""
        rows = self.window()
        first = self.rows.at(span.start)
        last = self.rows.at(max(span.start, span.end - 1))
        return bool(rows) and rows[0].start <= first.start and last.start <= rows[-1].start

    def show(self, span: Span, above: int) -> None:
        """Scrolls so that ``above`` lines stand over the span; a long one begins at the top."""
        first = self.rows.at(span.start)
        room = self.height - self._length(span)
        self.top = self._clamped(self._moved(first.start, -max(0, min(above, room))))

    def place(self, where: str) -> None:
        """Scrolls so that the sentence stands at the ``top``, the ``middle`` or the ``bottom``."""
        if self.cursor is not None:
            room = max(0, self.height - self._length(self.cursor))
            self.show(self.cursor, {"top": 0, "middle": room // 2, "bottom": room}[where])

    def _length(self, span: Span) -> int:
        """How many lines the span takes, counted no further than the height."""
        count = 0
        for row in self.rows.after(span.start):
            if row.start >= span.end or count > self.height:
                break
            count += spacing.lines_of(row, self.pitch)
        return count - (self.pitch - 1)  # the space below it may be out of sight

    def _clamped(self, top: int) -> int:
        """``top``, or the start of the last full page where less than a page would follow it."""
        if spacing.length(self._window(top), self.pitch) < self.height:
            return self.last_top
        return top

    def _moved(self, offset: int, lines: int) -> int:
        """The start of the row so many lines below the one at ``offset``, or above it."""
        return spacing.moved(self.rows, offset, lines, self.pitch)

    # Motions

    def go(self, offset: int, *, above: int | None = None) -> None:
        """Moves to the sentence at ``offset``, in sight with a third of the page above it.

        Where the text is not there so far, to the end of its beginning, and on when it is.
        """
        if offset >= len(self.document.text) and not self.document.complete:
            self.to_end()
            self._goal = (self.cursor, offset) if self.cursor is not None else None
            return
        self.cursor = self.document.segmentation.sentence_at(offset)
        self.selection = None
        if self.cursor is not None and not self.in_sight(self.cursor):
            self.show(self.cursor, self.height // 3 if above is None else above)

    def step(self, count: int) -> bool:
        """Moves ``count`` sentences on, or back where negative; False where there is no further."""
        cut = self.document.segmentation
        if count >= 0:
            return self._move(count, lambda at: cut.sentence_after(at.end))
        return self._move(-count, lambda at: cut.sentence_before(at.start), back=True)

    def paragraph(self, count: int) -> bool:
        """Moves to the first sentence of the paragraph ``count`` paragraphs on or back."""
        cut = self.document.segmentation

        def onward(at: Span) -> Span | None:
            here = cut.paragraph_at(at.start)
            following = cut.paragraph_after(here.end) if here else None
            return cut.sentence_at(following.start) if following else None

        def back(at: Span) -> Span | None:
            here = cut.paragraph_at(at.start)
            if here is None:
                return None
            first = cut.sentence_at(here.start)
            if first is not None and first.start < at.start:
                return first
            preceding = cut.paragraph_before(here.start)
            return cut.sentence_at(preceding.start) if preceding else None

        if count >= 0:
            return self._move(count, onward)
        return self._move(-count, back, back=True)

    def _move(
        self, count: int, following: Callable[[Span], Span | None], *, back: bool = False
    ) -> bool:
        place = self.cursor
        moved = False
        for _ in range(count):
            onward = following(place) if place else None
            if onward is None:
                break
            place, moved = onward, True
        if moved and place is not None:
            self.cursor = place
            self.selection = None
            if not self.in_sight(place):
                quarter = self.height // 4
                self.show(place, self.height - quarter - self._length(place) if back else quarter)
        return moved

    def page(self, pages: float) -> bool:
        """Turns ``pages`` pages on, or back where negative; False where there is no further."""
        full = max(1, self.height - _CONTEXT_ROWS * self.pitch)
        lines = max(self.pitch, round(abs(pages) * full))
        return self._scroll_to(
            self._moved(self.top, lines if pages > 0 else -lines), pages, carry=True
        )

    def scroll(self, by: int) -> bool:
        """Scrolls by rows. The cursor goes along only to stay in sight."""
        return self._scroll_to(self.rows.moved(self.top, by), by, carry=False)

    def _scroll_to(self, top: int, by: float, *, carry: bool) -> bool:
        top = self._clamped(top)
        moved = top != self.top
        self.top = top
        if moved:
            self._keep_cursor_in_sight(carry)
            self._skip_blank(by)
        elif carry:
            moved = self._to_end() if by > 0 else self._to_start()
        return moved

    def _keep_cursor_in_sight(self, carry: bool) -> None:
        if self.cursor is None or (not carry and self._overlaps_window(self.cursor)):
            return
        rows = self.window()
        cut = self.document.segmentation
        bottom = rows[-1].end
        if carry or self.cursor.start < self.top:
            onward = cut.sentence_at(self.top)
            if onward is not None and onward.start < self.top:
                following = cut.sentence_after(self.top)
                onward = following if following and following.start < bottom else onward
        else:
            onward = cut.sentence_at(max(self.top, bottom - 1))
            if onward is not None and onward.start >= bottom:  # the last row in sight is blank
                onward = cut.sentence_before(bottom)
        self.cursor = onward or self.cursor
        self.selection = None

    def _skip_blank(self, by: float) -> None:
        """Goes on to the next sentence where blank rows are all there is in sight."""
        if self.cursor is None or self._overlaps_window(self.cursor):
            return
        cut = self.document.segmentation
        beyond = cut.sentence_after(self.top) if by > 0 else cut.sentence_before(self.top)
        self.cursor = beyond or self.cursor
        self.show(self.cursor, self.height if by > 0 or beyond is None else 0)

    def _overlaps_window(self, span: Span) -> bool:
        rows = self.window()
        return span.overlaps(rows[0].start, max(rows[-1].end, rows[0].start + 1))

    def _to_end(self) -> bool:
        return self._put(self.document.segmentation.sentence_at(len(self.document.text)))

    def _to_start(self) -> bool:
        return self._put(self.document.segmentation.sentence_at(0))

    def _put(self, cursor: Span | None) -> bool:
        moved = cursor != self.cursor
        self.cursor = cursor
        self.selection = None
        return moved

    def select(self, selection: Selection) -> None:
        """Selects a part of the text."""
        self.selection = selection

    def deselect(self) -> None:
        """Selects nothing."""
        self.selection = None

    def to_start(self) -> None:
        """Moves to the first sentence."""
        self.top = self._first_row()
        self._to_start()
        begins_blank = self.document.text[:1].isspace()  # else nothing need be laid out to know
        if begins_blank and self.cursor is not None and not self.in_sight(self.cursor):
            self.show(self.cursor, self.height)  # under as many blank rows as there is room for

    def _first_row(self) -> int:
        """Where the first row begins: behind white space that makes no row. Wraps only for that."""
        return self.rows.at(0).start if self.document.text[:1].isspace() else 0

    def to_end(self) -> None:
        """Moves to the last sentence; from a beginning on to the end when the whole is there."""
        self.top = self.last_top
        self._to_end()
        if self.cursor is not None and not self.in_sight(self.cursor):
            self.place("bottom")  # behind it the text is blank
        if not self.document.complete and self.cursor is not None:
            self._goal = self.cursor, None

    # Where the reader is

    @property
    def end(self) -> int:
        """Where the last visible character ends."""
        return self._last

    @property
    def progress(self) -> float:
        """How much of the text lies above the bottom of the window, from 0 to 1."""
        rows = self.window()
        read = min(1.0, rows[-1].end / self._last) if self._last else 1.0
        return read * self.document.share

    def lit(self, focus: str) -> Span | None:
        """What stands out while the focus is on a sentence or a paragraph; None: everything."""
        if focus == "off" or self.cursor is None:
            return None
        if focus == "sentence":
            return self.cursor
        return self.document.segmentation.paragraph_at(self.cursor.start)

    def focus_span(self) -> Span | None:
        """What an action works on: the selection if there is one, else the current sentence.

        It never reaches beyond the text that is there.
        """
        span = self.selection.span if self.selection is not None else self.cursor
        length = len(self.document.text)
        if span is None or span.end <= length:
            return span
        return Span(span.start, length) if span.start < length else None


def _end_of_words(text: str) -> int:
    """Where the last visible character of a text ends."""
    end = len(text)
    while end:
        start = max(0, end - _STRETCH)
        words = text[start:end].rstrip()
        if words:
            return start + len(words)
        end = start
    return 0
