"""What a stretch of text is cut into before it is cut into sentences."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Cut(Enum):
    """How a block is cut into sentences."""

    SENTENCES = "by the marks that end sentences"
    WHOLE = "not at all: a heading, a row of a table"
    LINES = "at every newline: code"
    QUOTED = "as sentences, block-quote markers at the start of a line being blank"


class Block(NamedTuple):
    """One paragraph: ``[start, end)`` in code points, without outer white space."""

    start: int
    end: int
    cut: Cut = Cut.SENTENCES


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """``[start, end)`` without the white space at both ends; empty where all of it is blank."""
    piece = text[start:end]
    end = start + len(piece.rstrip())
    return end - len(piece.strip()), end
