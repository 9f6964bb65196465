"""Colours for source code and Markdown, found a little at a time while the reader reads.

Pygments is imported when the first ``SyntaxColouring`` is made, not before.
"""

from __future__ import annotations

from tui.syntax.colouring import SyntaxColouring
from tui.syntax.stretch import STYLES

__all__ = ["STYLES", "SyntaxColouring"]
