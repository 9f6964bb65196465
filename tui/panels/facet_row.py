"""One row that says how the hits can be narrowed, each way with the number to press."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.numbers import grouped
from tui.pane.painter import Painter
from tui.visible import visible
from tui.widgets.finishing import filled
from tui.widgets.pieces import Piece, cut

if TYPE_CHECKING:
    from search_index.facets import Facet

MOST = 9
_LONGEST = 28
_ORDER = ("folder", "tag", "status", "author", "language", "document")


def offered(facets: Sequence[Facet], room: int) -> list[Facet]:
    """Those of the facets, at most nine, that fit into ``room`` columns, kind by kind.

    Every kind comes to its turn before one has its second. Where there are folders, a document that
    lies in one, offered or not, is left to it.
    """
    levels = [one.value.count("/") for one in facets if one.kind == "folder"]
    top = min(levels, default=None)
    facets = [one for one in facets if not _in_a_folder(one, top)]
    kinds = [[one for one in facets if one.kind == kind] for kind in _ORDER]
    in_turn = [one for one in chain.from_iterable(zip_longest(*kinds)) if one is not None]
    chosen: list[Facet] = []
    for facet in in_turn:
        room -= cell_len(label(facet)) + len(grouped(facet.hits)) + 5
        if room < 0 or len(chosen) == MOST:
            break
        chosen.append(facet)
    return sorted(chosen, key=lambda one: _ORDER.index(one.kind))


def _in_a_folder(facet: Facet, level: int | None) -> bool:
    """Whether it is a document in a folder of that level, such as are offered."""
    return facet.kind == "document" and level is not None and facet.value.count("/") > level


def label(facet: Facet) -> str:
    """A facet's field as it is typed; the end of a long one."""
    words = visible(facet.field)
    return words if cell_len(words) <= _LONGEST else f"…{words[-(_LONGEST - 1) :]}"


class FacetRow(Widget):
    """The row; it is there whether or not there is a way to narrow, so that nothing jumps."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self.styles.height, self.styles.width = 1, "1fr"
        self.painter = painter
        self.facets: Sequence[Facet] = ()
        self.words = ""
        """What to say where there is no facet."""

    @property
    def shown(self) -> list[Facet]:
        """The facets in the row, in the order of their numbers."""
        return offered(self.facets, self.size.width - len(" only"))

    def show(self, facets: Sequence[Facet], words: str = "") -> None:
        """Shows other ways to narrow, or, where there is none, some words."""
        self.facets, self.words = facets, words
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The row."""
        width = self.size.width
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        pieces: list[Piece] = [(" only", style)] if self.shown else [(f" {self.words}", style)]
        for number, facet in enumerate(self.shown, start=1):
            pieces.append((f"  {number}", strong))
            pieces.append((f" {label(facet)} {grouped(facet.hits)}", style))
        strip = Strip(cut(pieces, width)).adjust_cell_length(width, style)
        return filled(self, [strip], crop, style)
