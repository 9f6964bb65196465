"""The last steps of painting rows, for widgets that paint their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.direction import ISOLATOR, has_right_to_left
from tui.widgets.ascii_signs import AsciiSigns


def filtered(widget: Widget, strip: Strip) -> Strip:
    """A strip after the filters of the widget: without colours where ``NO_COLOR`` asks for it, with
    its signs in ASCII. Textual does not do it for widgets that paint whole rows.
    """
    filters = [one for one in widget.get_line_filters() if not isinstance(one, ANSIToTruecolor)]
    if filters:  # those colours are in no theme of ours, and a look at each strip takes time
        background = widget.background_colors[1]
        for one in filters:
            strip = strip.apply_filter(one, background)
    return strip


def filled(widget: Widget, strips: Sequence[Strip], crop: Region, blank: Style) -> list[Strip]:
    """What ``crop`` shows of a widget whose rows are ``strips``, with blank rows below them."""
    below = Strip.blank(widget.size.width, blank)
    rows = [*strips, *[below] * (widget.size.height - len(strips))][crop.y : crop.bottom]
    if not any(isinstance(one, AsciiSigns) for one in widget.get_line_filters()):
        rows = [isolated(strip) for strip in rows]
    return [filtered(widget, strip).crop(crop.x, crop.right) for strip in rows]


def isolated(strip: Strip) -> Strip:
    """A row of several texts, each kept where it is by a terminal that reorders what it shows.

    Where one of them is read from the right, an ``ISOLATOR`` stands in each gap between them: in
    blanks at either end of the row, and wherever there are two or more.
    """
    text = strip.text
    if not has_right_to_left(text):
        return strip
    places = {
        first for first, end in _blanks(text) if end - first > 1 or first == 0 or end == len(text)
    }
    segments: list[Segment] = []
    start = 0
    for segment in strip:
        end = start + len(segment.text)
        letters = list(segment.text)
        for place in [place for place in places if start <= place < end]:
            letters[place - start] = ISOLATOR
        segments.append(segment._replace(text="".join(letters)))
        start = end
    return Strip(segments, strip.cell_length)


def _blanks(text: str) -> Iterator[tuple[int, int]]:
    """Where each run of blanks begins and ends."""
    end = 0
    for blank, run in groupby(text, " ".__eq__):
        start, end = end, end + sum(1 for _ in run)
        if blank:
            yield start, end
