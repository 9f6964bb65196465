"""What may follow the first keys of a sequence, in the one row of the tray."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from tui.keys import Follower
from tui.pane.painter import Painter
from tui.visible import visible
from tui.widgets.pieces import Piece

_WIDE_GAP, _NARROW_GAP = 2, 1
"""Columns between two entries, where there is room and where there is little."""


def which_key(painter: Painter, followers: Sequence[Follower], width: int) -> list[Piece]:
    """Each key that may follow, and what it leads to.

    Where all of it is too wide for ``width`` columns, the longest words are cut first, so that
    every key stays in sight as long as it can. Of keys that do the same the first one stands for
    all.
    """
    followers = [*{one.actions: one for one in reversed(followers)}.values()][::-1]
    words = [_words(one) for one in followers]
    room = width - sum(cell_len(visible(one.key)) + 1 for one in followers)
    fits = sum(map(cell_len, words)) + _WIDE_GAP * len(words) <= room
    gap = _WIDE_GAP if fits else _NARROW_GAP
    most = _widest(sorted(map(cell_len, words)), room - gap * len(words))
    pieces: list[Piece] = []
    for one, word in zip(followers, words, strict=True):
        pieces.append((" " * gap, painter.panel()))
        pieces.append((visible(one.key), painter.heading()))
        pieces.append((f" {_shortened(word, most)}", painter.panel()))
    return pieces


def _words(follower: Follower) -> str:
    first, *more = follower.actions
    return f"{first.group} …" if more else first.short or first.title


def _widest(lengths: Sequence[int], room: int) -> int:
    """How wide a word may be so that words of these lengths, shortest first, take ``room``."""
    for at, length in enumerate(lengths):
        share = room // (len(lengths) - at)
        if length > share:
            return max(0, share)
        room -= length
    return max(lengths, default=0)


def _shortened(words: str, width: int) -> str:
    if cell_len(words) <= width:
        return words
    return set_cell_size(words, width - 1).rstrip() + "…" if width > 1 else ""
