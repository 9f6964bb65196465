"""The comparison: two passages word by word, what differs in them standing out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from search_index.alignment.comparing import Comparison, Kind, Piece, compare, telling
from tui.layout.rowtext import row_text
from tui.layout.wrapping import wrap
from tui.pane.painter import FADED, MATCH, Layer, Look, Painter
from tui.themes import Face, Theme
from tui.visible import visible
from tui.widgets.finishing import filled
from tui.widgets.pieces import Piece as Words
from tui.widgets.pieces import cut, fitted

_SIDE_BY_SIDE = 100
"""Columns from which the passages stand side by side."""

_NAMES: dict[Kind, str] = {"number": "numbers", "name": "names", "stance": "denial, doubt"}
_LEAST_ROWS = 7
_NOTHING = "Nothing in the other text tells the same as this sentence."


class Passage(NamedTuple):
    """A passage and the document it is of."""

    path: str
    text: str


class ComparePanel(Widget):
    """Two passages one above the other, or side by side, and a line of what differs most.

    Numbers, names, denial and doubt that only one of them has are coloured and underlined in it,
    and named in the line; words that both have are faded. It follows the cursor of the text, which
    keeps the keys.
    """

    DEFAULT_CSS = "ComparePanel { width: 1fr; height: 1fr; }"
    ALLOW_SELECT: ClassVar[bool] = False
    compares = True

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self.painter = painter
        self._passages: tuple[Passage, ...] = ()
        self._comparison: Comparison | None = None
        self._confidence = 0.0
        self._words = ""
        self._rows = 0

    def show(
        self, here: Passage, there: Passage | None, confidence: float, words: str = ""
    ) -> None:
        """Shows a sentence and what tells the same, or where nothing does, that or ``words``."""
        self._passages = (here,) if there is None else (here, there)
        self._comparison = compare(here.text, there.text) if there is not None else None
        self._confidence = confidence
        self._words = words or (_NOTHING if there is None else "")
        self._take_room()
        self.refresh()

    def _take_room(self) -> None:
        """Takes the rows that are needed, up to half the screen, and gives none back: the text
        above is not to jump with every sentence.
        """
        side = self.parent
        if not isinstance(side, Widget):
            return
        rows = 1 + sum(1 for _ in self._body(self.app.size.width))
        self._rows = max(self._rows, min(rows, self.app.size.height // 2), _LEAST_ROWS)
        side.styles.min_height = 0
        side.styles.height = self._rows

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The heading, the passages, and what differs."""
        width = self.size.width
        strips = [self._heading(width), *self._body(width)]
        return filled(self, strips, crop, self.painter.panel())

    def _heading(self, width: int) -> Strip:
        chrome, strong = self.painter.chrome(active=False), self.painter.chrome(active=True)
        names = " ⇄ ".join(visible(passage.path) for passage in self._passages)
        sure = f"{self._confidence:.0%} " if self._comparison is not None else ""
        left: list[Words] = [("Compare  ", strong), (names, chrome)]
        return Strip(fitted([(" ", chrome)], left, [(sure, chrome)], width, chrome), width)

    def _body(self, width: int) -> Iterator[Strip]:
        if self._comparison is None:
            for passage in self._passages:
                yield from self._passage(passage, (), width)
            yield self._line([(self._words, self.painter.panel(muted=True))], width)
            return
        yield from self._both(self._comparison, width)
        yield from self._differences(self._comparison, width)

    def _both(self, comparison: Comparison, width: int) -> Iterator[Strip]:
        here, there = self._passages
        if width < _SIDE_BY_SIDE:
            yield from self._passage(here, comparison.one, width)
            yield self._line([("┄" * (width - 4), self.painter.panel(muted=True))], width)
            yield from self._passage(there, comparison.other, width)
            return
        left = width // 2
        one = list(self._passage(here, comparison.one, left))
        other = list(self._passage(there, comparison.other, width - left))
        blank = self.painter.panel()
        for number in range(max(len(one), len(other))):
            sides = (
                one[number] if number < len(one) else Strip.blank(left, blank),
                other[number] if number < len(other) else Strip.blank(width - left, blank),
            )
            yield Strip.join(sides)

    def _passage(self, passage: Passage, pieces: Sequence[Piece], width: int) -> Iterator[Strip]:
        text, theme = passage.text, self.painter.theme
        blank = self.painter.panel()
        layers = [layer for piece in pieces if (layer := _layer(piece, theme))]
        for row in wrap(text, 0, len(text), max(1, width - 4)):
            here = [layer for layer in layers if layer.start < row.end and row.start < layer.end]
            segments = self.painter.text(row, row_text(text, row), here)
            yield Strip([Segment("  ", blank), *segments]).adjust_cell_length(width, blank)

    def _differences(self, comparison: Comparison, width: int) -> Iterator[Strip]:
        """What numbers, names, denials and doubts only one of the passages has."""
        painter, theme = self.painter, self.painter.theme
        found: list[Words] = []
        for kind, name in _NAMES.items():
            sides = [
                telling(passage.text, pieces, kind)
                for passage, pieces in zip(self._passages, comparison, strict=True)
            ]
            if any(sides):
                shown = " ≠ ".join(", ".join(map(visible, side)) or "–" for side in sides)
                found += [(f"{name}  ", painter.panel(muted=True))]
                found += [(f"{shown}    ", painter.plain(_colour(kind, theme), True))]
        yield Strip.blank(width, painter.panel())
        none = "The same numbers and names, no denial or doubt in one alone"
        yield self._line(found or [(none, painter.panel(muted=True))], width)

    def _line(self, pieces: Sequence[Words], width: int) -> Strip:
        blank = self.painter.panel()
        segments = [Segment("  ", blank), *cut(pieces, width - 4)]
        return Strip(segments).adjust_cell_length(width, blank)


def _layer(piece: Piece, theme: Theme) -> Layer | None:
    if piece.kind == "common":
        return Layer(piece.start, piece.end, Look(FADED, theme.faded))
    if piece.kind == "word":
        return None
    face = Face(_colour(piece.kind, theme), bold=True, underline=True)
    return Layer(piece.start, piece.end, Look(MATCH, face))


def _colour(kind: Kind, theme: Theme) -> str:
    return {"number": theme.warning, "name": theme.accent, "stance": theme.error}[kind]
