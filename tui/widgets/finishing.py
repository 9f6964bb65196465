"""The last steps of painting rows, for widgets that paint their own."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


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
    return [filtered(widget, strip).crop(crop.x, crop.right) for strip in rows]
