"""The last steps of painting rows, for widgets that paint their own."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def filtered(widget: Widget, strip: Strip) -> Strip:
    """A strip after the filters of the widget: without colours where ``NO_COLOR`` asks for it, with
    its signs in ASCII. Textual does not do it for widgets that paint whole rows.
    """
    for line_filter in widget.get_line_filters():
        strip = strip.apply_filter(line_filter, widget.background_colors[1])
    return strip


def filled(widget: Widget, strips: Sequence[Strip], crop: Region, blank: Style) -> list[Strip]:
    """What ``crop`` shows of a widget whose rows are ``strips``, with blank rows below them."""
    below = Strip.blank(widget.size.width, blank)
    rows = [*strips, *[below] * (widget.size.height - len(strips))][crop.y : crop.bottom]
    return [filtered(widget, strip).crop(crop.x, crop.right) for strip in rows]
