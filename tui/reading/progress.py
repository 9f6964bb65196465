"""How far the reader has come: a bar finer than its columns, and the time that is left."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from documents.document import Document
    from tui.pane.painter import Painter
    from tui.pane.view import View
    from tui.widgets.pieces import Piece

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL, _EMPTY = "█", "░"
_CELLS, _FEW_CELLS = 12, 8
_WIDE, _NARROW = 100, 72
"""Columns of the screen from which the bar is long, and from which there is one."""

_BY_LETTERS, _BY_SYLLABLES = 1300, 400
"""Code points read in a minute: some 220 words, or as many signs of a script without spaces
(Brysbaert 2019, "How many words do we read per minute?", gives 238 words, 6 letters each with the
space, for those who do not stop to mark anything)."""
_MOST_MINUTES = 20 * 60
"""The time that a long book takes: of more it tells nobody anything."""
_SAMPLE = 2000
_WORDY = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"


def bar(share: float, cells: int) -> tuple[str, str]:
    """The full part of a bar of ``cells`` columns, to an eighth of a column, and the empty part."""
    eighths = round(max(0.0, min(1.0, share)) * cells * 8)
    full, rest = divmod(eighths, 8)
    filled = _FULL * full + (_EIGHTHS[rest] if rest else "")
    return filled, _EMPTY * (cells - len(filled))


def minutes_left(document: Document, offset: int) -> float:
    """The minutes that it takes to read on to the end, at an ordinary pace."""
    sample = document.text[:_SAMPLE]
    syllables = 0.0 if sample.isascii() else len(_syllable().findall(sample)) / len(sample)
    pace = _BY_SYLLABLES * syllables + _BY_LETTERS * (1 - syllables)
    return max(0.0, len(document.text) / document.share - offset) / pace


def in_words(minutes: float) -> str:
    """A time to read, as exactly as anybody can know it; nothing for what no one reads through."""
    if minutes > _MOST_MINUTES:
        return ""
    if minutes < 1:
        return "<1 min left"
    whole = round(minutes)
    if whole < 60:
        return f"{whole} min left"
    hours, rest = divmod(round(whole / 5) * 5, 60)
    return f"{hours} h left" if hours >= 10 or not rest else f"{hours} h {rest} min left"


def progress(painter: Painter, view: View | None, columns: int) -> list[Piece]:
    """The bar and the time for the status line, as far as there is room on such a screen.

    The bar tells, as the title does, how much of the text lies above the window's bottom; the time
    is reckoned from the sentence at the cursor.
    """
    if view is None or view.cursor is None or columns < _NARROW:
        return []
    text_end = max(1, view.end)
    filled, empty = bar(view.progress, _CELLS if columns >= _WIDE else _FEW_CELLS)
    pieces = [(f" {filled}", painter.gauge(full=True)), (empty, painter.gauge(full=False))]
    if view.document.kind != "code" and view.cursor.end < text_end:
        left = in_words(minutes_left(view.document, view.cursor.end))
        pieces.append((f" {left} " if left else " ", painter.chrome(active=False)))
    return pieces


@cache
def _syllable() -> re.Pattern[str]:
    """A sign that is read as a syllable or a word."""
    return re.compile(f"[{_WORDY}]")
