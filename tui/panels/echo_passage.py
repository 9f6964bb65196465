"""The passage of an echo as its list paints it, so that what it shares and what differs is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search_index.alignment.comparing import Kind, Piece
from search_index.alignment.lexemes import lexeme
from tui.echo_words import difference_in_words, is_one_sided
from tui.layout.rowtext import row_text
from tui.layout.wrapping import Row, wrap
from tui.pane.painter import FADED, MATCH, Layer, Look, Painter
from tui.panels.compare import colour_of
from tui.themes import Face
from tui.visible import visible
from tui.widgets.pieces import Piece as Words

if TYPE_CHECKING:
    from search_index.echoes.model import Difference, Echo

_SHOWN_ROWS = 3
"""Rows of a passage shown at length, at most."""
_INDENT = 6
_BEFORE = 3
"""Of the room for a passage, the part before the first word it shares, where it begins later."""
_LONGEST = 2_000
"""Code points of a passage that are shown."""


def short_rows(echo: Echo, width: int) -> list[Row]:
    """One row of its passage, in which the first words that it shares are in sight."""
    return [Row(_begin(echo, width - _INDENT), _end(echo))]


def long_rows(echo: Echo, width: int) -> list[Row]:
    """The rows of its passage, as many as are shown of one that is selected."""
    room = max(1, width - _INDENT)
    begin, end = _begin(echo, room * (_SHOWN_ROWS - 1)), _end(echo)
    rows = list(wrap(echo.text, begin, end, room))
    if len(rows) > _SHOWN_ROWS:
        rows = [*rows[: _SHOWN_ROWS - 1], Row(rows[_SHOWN_ROWS - 1].start, end)]
    return rows


def painted(echo: Echo, rows: list[Row], painter: Painter) -> list[list[Words]]:
    """Such rows in words: what they share stands out, what differs is coloured."""
    words = [_words(echo, row, painter) for row in rows]
    if rows and rows[0].start:
        words[0].insert(1, ("…", painter.panel(muted=True)))
    return words


def difference(one: Difference, painter: Painter) -> Words:
    """What only one of the two has; where both have something, it stands out."""
    words = painter.sign(visible(difference_in_words(one)))
    if is_one_sided(one):
        return words, painter.panel(muted=True)
    return words, painter.plain(colour_of(one.kind, painter.theme), True)


def _words(echo: Echo, row: Row, painter: Painter) -> list[Words]:
    layers = [Layer(row.start, row.end, Look(FADED, painter.theme.faded))]
    for piece in echo.compared.other:
        within = piece.start < row.end and row.start < piece.end
        if within and _stands_out(piece, echo.text):
            layers.append(Layer(piece.start, piece.end, _look(piece.kind, painter)))
    pieces: list[Words] = [(" " * _INDENT, painter.panel())]
    shown = painter.text(row, row_text(echo.text, row), layers)
    return [*pieces, *((one.text, one.style or painter.panel()) for one in shown)]


def _look(kind: Kind, painter: Painter) -> Look:
    if kind == "common":
        return Look(MATCH, Face(painter.theme.text, bold=True))
    return Look(MATCH, Face(colour_of(kind, painter.theme), bold=True, underline=True))


def _stands_out(piece: Piece, text: str) -> bool:
    """Whether a word is shown apart from the rest: one that both have and that says something, or
    one of those that change what is said."""
    if piece.kind == "word":
        return False
    word = lexeme(text[piece.start : piece.end])
    return piece.kind != "common" or bool(word.stem) or not text[piece.start].isalpha()


def _begin(echo: Echo, room: int) -> int:
    """Where to begin showing the passage, so that the first words it shares are in sight."""
    first = next((piece.start for piece in echo.compared.other if _stands_out(piece, echo.text)), 0)
    if first < room // 2:
        return 0
    space = echo.text.find(" ", max(0, first - room // _BEFORE), first)
    return first if space < 0 else space + 1


def _end(echo: Echo) -> int:
    return min(len(echo.text), _LONGEST)
