"""What the tray says where a marked passage stood that is not in the text any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.numbers import counted
from tui.pane.margin import hue_of
from tui.pane.painter import GONE, Painter
from tui.relation_words import quoted
from tui.visible import visible
from tui.widgets.pieces import Piece

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from annotations.palette import Palette


def lost_here(
    painter: Painter, palette: Palette, gone: Sequence[PlacedAnnotation], key: str, briefly: bool
) -> list[Piece]:
    """How many marks stood here, and the ``key`` that tells of them; of a single one the words.

    ``briefly`` where more is to be said behind it.
    """
    first, accent = gone[0], painter.panel(accent=True)
    more = f" ({visible(key)})" if key else ""
    if briefly or len(gone) > 1:
        return [(f" {GONE} {counted(len(gone), 'mark')} lost here{more} ", accent)]
    tags = visible(" ".join(first.annotation.tags) or "note")
    return [
        (f" {GONE} ", accent),
        (tags, painter.hue_letter(hue_of(first, palette))),
        (f" lost here{more}  ", accent),
        (visible(quoted(first)), painter.panel(muted=True)),
    ]
