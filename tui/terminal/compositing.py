"""Composes of the screen what is to be painted anew, and nothing beside it.

Textual lays a rectangle round all that changed: where the row below two panes changes with one
of them, as it does with each key, the other pane is asked for all its rows, and the blank screen
under them for all of its own, and each of these is cut where any widget ends.

This looks into Textual's compositor, which promises nothing. Where it is not as it was known, it
composes as it would have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.terminal.repainting import Piece


class LeanCompositor(Compositor):
    """Asks each widget for what is seen of it of the regions that changed."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """The update of what changed; None where nothing did."""
        changed = self._dirty_regions.copy()
        try:
            regions = disjoint(region.intersection(self.size.region) for region in changed)
            update = _update(sorted(composed(regions, self.visible_widgets)), self.size.height)
        except (AttributeError, TypeError, ValueError):  # this compositor is another
            self._dirty_regions |= changed
            return super().render_partial_update()
        self._dirty_regions.clear()
        return update


def _update(pieces: list[Piece], height: int) -> ChopsUpdate | None:
    """The pieces, which come row by row, in the form that Textual gives to an update."""
    if not pieces:
        return None
    chops: list[dict[int, Strip | None]] = [{} for _ in range(height)]
    ends: list[list[int]] = [[] for _ in range(height)]
    spans: list[tuple[int, int, int]] = []
    for y, x, strip in pieces:
        end = x + strip.cell_length
        chops[y][x] = strip
        ends[y].append(end)
        if spans and spans[-1][0] == y:
            spans[-1] = (y, spans[-1][1], end)
        else:
            spans.append((y, x, end))
    return ChopsUpdate(chops, spans, ends)


def composed(
    regions: Iterable[Region], widgets: Mapping[Widget, tuple[Region, Region]]
) -> Iterator[Piece]:
    """What is seen in ``regions``, which have no cell in common; in no order.

    ``widgets`` come from front to back, each with its place and with what it is clipped by.
    """
    unseen = list(regions)
    for widget, (place, clip) in widgets.items():
        behind: list[Region] = []
        for region in unseen:
            seen = region.intersection(place).intersection(clip)
            if seen:
                strips = widget.render_lines(seen.translate(-place.offset))
                yield from (Piece(y, seen.x, strip) for y, strip in enumerate(strips, seen.y))
                behind += without(region, seen)
            else:
                behind.append(region)
        unseen = behind
        if not unseen:
            return


def disjoint(regions: Iterable[Region]) -> list[Region]:
    """Regions of the same cells, each of them in one alone."""
    apart: list[Region] = []
    for region in regions:
        fresh = [region] if region else []
        for known in apart:
            fresh = [rest for one in fresh for rest in without(one, known)]
        apart += fresh
    return apart


def without(region: Region, part: Region) -> list[Region]:
    """A region but for what it has in common with another one, in up to four."""
    hole = region.intersection(part)
    if not hole:
        return [region]
    around = (
        Region(region.x, region.y, region.width, hole.y - region.y),
        Region(region.x, hole.y, hole.x - region.x, hole.height),
        Region(hole.right, hole.y, region.right - hole.right, hole.height),
        Region(region.x, hole.bottom, region.width, region.bottom - hole.bottom),
    )
    return [one for one in around if one]
