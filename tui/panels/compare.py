"""The comparison: two passages word by word, what differs in them standing out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from search_index.alignment.comparing import Comparison, Kind, Piece, compare, telling
from search_index.alignment.running_text import RunningText
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


class Passage(NamedTuple):
    """A passage and the document it is of; ``which`` are the numbers of its sentences."""

    path: str
    text: str
    which: str = ""


class ComparePanel(Widget):
    """What differs most in two passages, and both of them, one above the other or side by side.

    Numbers, names, denial and doubt that only one of them has are coloured and underlined in it,
    and named at the top; words that both have are faded. It follows the cursor of the text, which
    keeps the keys, and takes the rows that it needs, up to half of the screen.
    """

    DEFAULT_CSS = "ComparePanel { width: 1fr; height: 1fr; }"
    ALLOW_SELECT: ClassVar[bool] = False
    compares = True

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self.painter = painter
        self._passages: tuple[Passage, ...] = ()
        self._comparison: Comparison | None = None
        self._percent = ""
        self._words = ""
        self._first = 0  # the row below the heading that is the first in sight

    def show(self, here: Passage, there: Passage, percent: str, running: RunningText) -> None:
        """Shows a sentence beside what tells the same, and how sure that is.

        ``running`` is how the documents of both write their words.
        """
        self._comparison = compare(here.text, there.text, running)
        self._show((here, there), percent, "")

    def show_alone(self, here: Passage, words: str) -> None:
        """Shows a sentence, and says why there is nothing beside it."""
        self._comparison = None
        self._show((here,), "", words)

    def _show(self, passages: tuple[Passage, ...], percent: str, words: str) -> None:
        if passages != self._passages:
            self._first = 0
        self._passages, self._percent, self._words = passages, percent, words
        self._take_room()
        self.refresh()

    def _take_room(self) -> None:
        """Takes the rows that are needed, up to half the screen."""
        side = self.parent
        if not isinstance(side, Widget) or not self._passages:
            return
        rows = 1 + sum(1 for _ in self._body(self.app.size.width))
        side.styles.min_height = 0
        side.styles.height = min(rows, max(2, self.app.size.height // 2))

    def on_resize(self) -> None:
        """Needs other rows in another width."""
        self._take_room()
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Shows what has no room."""
        event.stop()
        self._scroll(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Goes back to the top."""
        event.stop()
        self._scroll(-1)

    def _scroll(self, by: int) -> None:
        last = 1 + sum(1 for _ in self._body(self.size.width)) - self.size.height
        self._first = max(0, min(self._first + by, last))
        self.refresh()

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The heading, what differs, and the passages."""
        width = self.size.width
        body = list(self._body(width))[self._first :]
        return filled(self, [self._heading(width), *body], crop, self.painter.panel())

    def _heading(self, width: int) -> Strip:
        chrome, strong = self.painter.chrome(active=False), self.painter.chrome(active=True)
        names = " ⇄ ".join(
            f"{visible(passage.path)} {passage.which}".rstrip() for passage in self._passages
        )
        left: list[Words] = [("Compare  ", strong), (names, chrome)]
        right: list[Words] = [(f" {self._percent} ", chrome)] if self._percent else []
        return Strip(fitted([(" ", chrome)], left, right, width, chrome), width)

    def _body(self, width: int) -> Iterator[Strip]:
        if self._comparison is None:
            yield from self._lines([(visible(self._words), self.painter.panel(muted=True))], width)
            for passage in self._passages:
                yield from self._passage(passage, (), width)
            return
        yield from self._differences(self._comparison, width)
        yield from self._both(self._comparison, width)

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
                found.append((f"{name}  ", painter.panel(muted=True)))
                found.append((shown, painter.plain(colour_of(kind, theme), True)))
                found.append(("    ", painter.panel()))
        none = "The same numbers and names, no denial or doubt in one alone"
        yield from self._lines(found or [(none, painter.panel(muted=True))], width)
        yield self._line([("┄" * (width - 4), painter.panel(muted=True))], width)

    def _lines(self, pieces: Sequence[Words], width: int) -> Iterator[Strip]:
        """Pieces in as many rows as they need."""
        words = "".join(text for text, _ in pieces).rstrip()
        edges = list(accumulate((len(text) for text, _ in pieces), initial=0))
        for row in wrap(words, 0, len(words), max(1, width - 4)):
            here = [
                (words[max(row.start, start) : min(row.end, start + len(text))], style)
                for start, (text, style) in zip(edges, pieces, strict=False)
                if start < row.end and row.start < start + len(text)
            ]
            yield self._line(here, width)

    def _line(self, pieces: Sequence[Words], width: int) -> Strip:
        blank = self.painter.panel()
        segments = [Segment("  ", blank), *cut(pieces, width - 4)]
        return Strip(segments).adjust_cell_length(width, blank)


def _layer(piece: Piece, theme: Theme) -> Layer | None:
    if piece.kind == "common":
        return Layer(piece.start, piece.end, Look(FADED, theme.faded))
    if piece.kind == "word":
        return None
    face = Face(colour_of(piece.kind, theme), bold=True, underline=True)
    return Layer(piece.start, piece.end, Look(MATCH, face))


def colour_of(kind: Kind, theme: Theme) -> str:
    """The colour of a word that changes what is said and stands in one of two passages alone."""
    return {"number": theme.warning, "name": theme.accent, "stance": theme.error}[kind]
