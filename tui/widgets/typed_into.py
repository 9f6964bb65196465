"""What every widget that a reader types into has in common, a line or a note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.ascii_signs import as_written

if TYPE_CHECKING:
    from textual.widget import Widget as _Widget
else:
    _Widget = object  # a base of Textual's would take the component classes of the other one

LEAVING = ("escape", "ctrl+c")
"""Keys that leave what is typed into."""


class TypedInto(_Widget):
    """Stands before Textual's own widget among the bases of one that is typed into."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What its rows go through; signs in a text stay as they are."""
        return as_written(super().get_line_filters())

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its rows; blank once it was taken away with its styles: the mouse may still be there."""
        if self.is_attached:
            return super().render_lines(crop)
        return [Strip.blank(crop.width)] * crop.height
