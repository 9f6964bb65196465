"""The rows of a whole text at one width, wrapped only where somebody looks."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter

from documents.document import Document
from documents.lazy_regex import lazy_regex
from documents.newlines import NEWLINES
from documents.spans import Span
from tui.layout.hanging import of_line, of_paragraph
from tui.layout.wrapping import Row, wrap

_BLOCK = 4096
"""Code points a block aims at: a page or two, wrapped in well under a millisecond."""
_BLOCKS_KEPT = 24
"""As many as four panes of the largest screen show, with the pages beside them."""
_BLANK_ROWS = 2
_LONGEST_GAP = 65_536
"""Code points between two paragraphs that are looked at for blank lines."""
_LONG = 100
"""Code points from which a paragraph on a line of its own is set off from its neighbours."""

_line_end = lazy_regex(rf"\r\n|[{NEWLINES}]")


class Rows:
    """A document's rows at one width.

    The text is cut into blocks at places that depend on the text alone, so a row is the same
    whichever way one came to it, and looking anywhere costs one block. A row is named by the
    offset it starts at; blank lines, and the space between paragraphs that stand on adjacent
    lines, are rows without text.
    """

    def __init__(self, document: Document, width: int) -> None:
        self.document = document
        self.width = max(1, width)
        self._text = document.text
        self._blocks: OrderedDict[int, list[Row]] = OrderedDict()
        self._bounds: dict[int, int] = {0: 0}
        self._last = max(0, (len(self._text) - 1) // _BLOCK)

    def at(self, offset: int) -> Row:
        """The row on which the code point at ``offset`` stands."""
        number = self._block_of(offset)
        block = self._block(number)
        return block[self._position(block, offset)]

    def after(self, offset: int) -> Iterator[Row]:
        """The rows from the one at ``offset`` on, to the end of the text."""
        number = self._block_of(offset)
        block = self._block(number)
        yield from block[self._position(block, offset) :]
        for following in range(number + 1, self._last + 1):
            if self._bound(following) < self._bound(following + 1):
                yield from self._block(following)

    def before(self, offset: int) -> Iterator[Row]:
        """The rows above the one at ``offset``, nearest first, to the start of the text."""
        number = self._block_of(offset)
        block = self._block(number)
        yield from reversed(block[: self._position(block, offset)])
        for preceding in range(number - 1, -1, -1):
            if self._bound(preceding) < self._bound(preceding + 1):
                yield from reversed(self._block(preceding))

    def window(self, offset: int, height: int) -> list[Row]:
        """At most ``height`` rows, beginning with the one at ``offset``."""
        rows: list[Row] = []
        for row in self.after(offset):
            rows.append(row)
            if len(rows) == height:
                break
        return rows

    def moved(self, offset: int, by: int) -> int:
        """The start of the row ``by`` rows below (above, where negative) the one at ``offset``."""
        steps = self.after(offset) if by >= 0 else self.before(offset)
        place = self.at(offset).start
        remaining = by + 1 if by >= 0 else -by
        for row in steps:
            if not remaining:
                break
            place = row.start
            remaining -= 1
        return place

    def last_top(self, height: int) -> int:
        """The top row's start when the text's last row stands at the bottom of ``height`` rows."""
        return self.moved(len(self._text), 1 - height)

    def prepare(self, start: int, end: int) -> Iterator[None]:
        """Wraps the blocks of ``[start, end)`` and their neighbours, one for each ``next()``.

        So the next page is there when it is asked for, and after it the one before.
        """
        first, last = self._block_of(start), self._block_of(max(start, end - 1))
        for number in (*range(first, last + 1), last + 1, first - 1):
            if 0 <= number <= self._last and number not in self._blocks:
                self._block(number)
                yield

    # Blocks

    def _bound(self, number: int) -> int:
        """Where block ``number`` begins: a paragraph's start, so that no paragraph is cut.

        In source code it is a line's start, as every line stands for itself.
        """
        known = self._bounds.get(number)
        if known is not None:
            return known
        known, blank = len(self._text), [number]
        for following in range(number, self._last + 1):
            if following in self._bounds:
                known = self._bounds[following]
                break
            begins = self._beginning_in(following)
            if begins is not None:
                known = begins
                break
            blank.append(following)
        self._bounds.update(dict.fromkeys(blank, known))  # what is blank begins nothing
        return known

    def _beginning_in(self, number: int) -> int | None:
        """Where something begins in or after the text of a block; None where that is blank."""
        place, stop = number * _BLOCK, (number + 1) * _BLOCK
        is_code = self.document.kind == "code"
        if is_code and (line_end := self._line_end(place, stop)) is not None:
            return line_end
        if self._text[place:stop].isspace():
            return None
        paragraph = self.document.segmentation.paragraph_after(place)
        begins = len(self._text) if paragraph is None else self._line_start(paragraph.start)
        return (is_code and self._line_end(stop, begins)) or begins

    def _line_end(self, start: int, stop: int) -> int | None:
        """Just behind the first line end in ``[start, stop)``."""
        found = _line_end.search(self._text, start, stop)
        if found is None:
            return None
        return found.end() + (self._text[found.end() - 1 : found.end() + 1] == "\r\n")

    def _line_start(self, offset: int) -> int:
        """``offset`` less the indentation before it, or ``offset`` in the middle of a line."""
        text = self._text
        start = offset
        least = max(0, offset - _BLOCK)  # what is indented further begins where it is visible
        while start > least and text[start - 1] in " \t":
            start -= 1
        return start if start == 0 or text[start - 1] in NEWLINES else offset

    def _block_of(self, offset: int) -> int:
        number = min(max(0, offset) // _BLOCK, self._last)
        while number > 0 and self._bound(number) > offset:
            number -= 1
        while number < self._last and self._bound(number + 1) <= offset:
            number += 1
        while number > 0 and self._bound(number) >= self._bound(number + 1):
            number -= 1  # nothing begins in it: a long paragraph or white space runs through
        return number

    def _block(self, number: int) -> list[Row]:
        block = self._blocks.get(number)
        if block is None:
            block = self._cut(self._bound(number), self._bound(number + 1)) or [Row(0, 0)][number:]
            self._blocks[number] = block
            while len(self._blocks) > _BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block

    @staticmethod
    def _position(block: list[Row], offset: int) -> int:
        return max(0, bisect_right(block, offset, key=itemgetter(0)) - 1)

    # Rows of a block

    def _cut(self, start: int, end: int) -> list[Row]:
        if self.document.kind == "code":
            return list(self._lines(start, end))
        rows: list[Row] = []
        previous: Span | None = None
        segmentation = self.document.segmentation
        for paragraph in segmentation.paragraphs(start, end):
            rows += self._gap(previous, paragraph, start)
            first = self._line_start(paragraph.start)
            if segmentation.stands_by_lines(paragraph):
                rows += self._lines(first, paragraph.end)
            else:
                hang = of_paragraph(self._text, first, self.document.kind, self.width)
                rows += wrap(self._text, first, paragraph.end, self.width, hang)
            previous = paragraph
        if previous is not None and end < len(self._text):
            following = self.document.segmentation.paragraph_after(end)
            if following is not None:
                rows += self._gap(previous, following, start)
        return rows

    def _gap(self, before: Span | None, after: Span, start: int) -> Iterator[Row]:
        """The rows without text between two paragraphs, or before the text's first.

        Of many blank lines two are shown. Long paragraphs that stand on adjacent lines get a
        space between them, for the eye.
        """
        begins = before.end if before else start
        near = min(after.start, begins + _LONGEST_GAP)  # more tells no more
        ends = list(islice(_line_ends(self._text, begins, near), _BLANK_ROWS + 1))
        if before is None:
            blank = [start, *ends[:-1]] if ends else []
        elif (
            len(ends) == 1
            and self.document.kind == "prose"
            and max(before.end - before.start, after.end - after.start) > _LONG
        ):
            blank = [begins]
        else:
            blank = ends[:-1]
        for place in blank[:_BLANK_ROWS]:
            yield Row(place, place)

    def _lines(self, start: int, end: int) -> Iterator[Row]:
        """The rows of source code, where every line stands for itself."""
        text = self._text
        position = start
        for line_end in (*_line_ends(text, start, end), end):
            stop = line_end
            while stop > position and text[stop - 1] in NEWLINES:
                stop -= 1
            visible = self._past_blank(position, stop)
            if stop > visible:
                hang = of_line(text, visible, self.width)
                yield from wrap(text, visible, stop, self.width, hang)
            elif line_end > position:
                yield Row(position, position)
            position = line_end

    def _past_blank(self, start: int, end: int) -> int:
        """``start``, or where a line is visible that is blank for longer than a block."""
        text, place = self._text, start
        while end - place > _BLOCK and text[place : place + _BLOCK].isspace():
            place += _BLOCK
        if place == start:
            return start
        rest = text[place:end]
        return end - len(rest.lstrip())


def _line_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets just behind each line end in ``text[start:end]``."""
    for found in _line_end.finditer(text, start, end):
        yield found.end()
