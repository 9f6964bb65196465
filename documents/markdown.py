"""The blocks of Markdown shown as source: headings, items, rows and code stand alone.

A reading of the CommonMark block structure that needs no tree: every line is kept, markers
included, since each visible character belongs to a block.
"""

from __future__ import annotations

import re

from documents.blocks import Block, Cut, trimmed
from documents.fences import Fence, after, fence_before, fence_line
from documents.lazy_regex import lazy_regex
from documents.newlines import PARAGRAPH_END, lines

_QUOTE = lazy_regex(r"(?:>[ \t]?)+[ \t]*")
_HEADING = lazy_regex(r"#{1,6}(?:\s|\Z)")
_UNDERLINE = lazy_regex(r"(?:=+|-+)\Z")
_BREAK = lazy_regex(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_ITEM = lazy_regex(r"(?:[-+*]|\d{1,9}[.)])(?:[ \t]|\Z)")
_DEFINITION = lazy_regex(r"\[[^\]\s][^\]]{0,200}\]:")
_DELIMITER_ROW = lazy_regex(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+\Z")
_TAG_LINE = lazy_regex(r"<[!/?a-zA-Z].*>\Z", re.DOTALL)
_HARD_BREAK = lazy_regex(r"(?: {2,}|\\)\Z")
_FRONT_MATTER = ("---", "+++")


def markdown_blocks(text: str, number: int, start: int, end: int) -> list[Block]:
    """The blocks of the chunk of this number, which is ``[start, end)``."""
    cutter = _Cutter(text, fence_before(text, number))
    for first, last in lines(text, start, end):
        cutter.take(first, last)
        if text.startswith(PARAGRAPH_END, last):
            cutter.close()
    cutter.close()
    return cutter.blocks


class _Cutter:
    """Takes one line after the other, and keeps the block that is still open."""

    def __init__(self, text: str, fence: Fence | None) -> None:
        self.blocks: list[Block] = []
        self._text = text
        self._fence = fence
        self._front_matter = ""
        self._open: Block | None = None
        self._is_item = False
        self._in_list = False
        self._in_table = False
        self._depth = 0  # of the block quote around the open block
        self._broken = False  # whether the last line ended in a hard line break

    def close(self) -> None:
        """Ends the open block."""
        if self._open:
            self.blocks.append(self._open)
        self._open = None
        self._in_table = False

    def take(self, start: int, end: int) -> None:
        """Takes the line ``[start, end)``."""
        first, last = trimmed(self._text, start, end)
        if first == last:
            self.close()
        elif self._fence:
            self._take_code(first, last)
        elif self._front_matter or (start == 0 and self._text[first:last] in _FRONT_MATTER):
            self._take_front_matter(first, last)
        else:
            self._take_markup(start, first, last)
            self._broken = _HARD_BREAK.search(self._text, last - 1, end) is not None

    def _take_code(self, first: int, last: int) -> None:
        self._extend(first, last, Cut.LINES)
        fence = fence_line(self._text, first, last)
        if fence and self._fence:
            self._fence = after(self._fence, fence)
            if self._fence is None:
                self.close()

    def _take_front_matter(self, first: int, last: int) -> None:
        line = self._text[first:last]
        self._extend(first, last, Cut.LINES)
        if not self._front_matter:
            self._front_matter = line
        elif line == self._front_matter:
            self._front_matter = ""
            self.close()

    def _take_markup(self, start: int, first: int, last: int) -> None:
        fence = fence_line(self._text, start, last)
        if fence:
            self.close()
            self._fence = fence
            self._extend(first, last, Cut.LINES)
            return
        quote = _QUOTE.match(self._text, first, last)
        depth = quote[0].count(">") if quote else 0
        content = self._text[quote.end() if quote else first : last]
        if not content:
            self._take_empty_quote(first, last)
        elif not (
            self._take_single(first, last, content) or self._take_indented(start, first, last)
        ):
            self._take_text(first, last, content, depth)

    def _take_empty_quote(self, first: int, last: int) -> None:
        """A blank line of a quote ends a paragraph, to which its marker is left."""
        if self._open:
            self._open = self._open._replace(end=last)
        else:
            self._open = Block(first, last, Cut.WHOLE)
        self.close()

    def _take_single(self, first: int, last: int, content: str) -> bool:
        """Takes a line that is a block by itself, or makes the block before it one."""
        if self._open and not self._is_item and _UNDERLINE.match(content):
            self._open = Block(self._open.start, last, Cut.WHOLE)
            self.close()
            return True
        if _DELIMITER_ROW.match(content) and self._open and "|" in content:
            self._open = self._open._replace(cut=Cut.WHOLE)
            self.close()
            self._in_table = True
        row = content[0] == "|" or (self._in_table and "|" in content)
        if not (row or _is_single(content)):
            return False
        self.close()
        self._in_table = row
        self.blocks.append(Block(first, last, Cut.WHOLE))
        return True

    def _take_indented(self, start: int, first: int, last: int) -> bool:
        """Takes a line of code that is set off by four spaces."""
        code = self._open is None or self._open.cut is Cut.LINES
        indent = self._text[start:first].expandtabs(4)
        if not code or self._in_list or len(indent) < 4:
            return False
        self._extend(first, last, Cut.LINES)
        return True

    def _take_text(self, first: int, last: int, content: str, depth: int) -> None:
        item = _ITEM.match(content) is not None
        anew = item or depth > self._depth or self._starts_line(content)
        if self._open is None or anew or self._open.cut in (Cut.LINES, Cut.WHOLE):
            self.close()
            self._in_list = item or (self._in_list and self._text[first - 1 : first] in (" ", "\t"))
            self._is_item, self._depth = item, depth
        self._extend(first, last, Cut.QUOTED if depth else Cut.SENTENCES)

    def _starts_line(self, content: str) -> bool:
        """Whether the line starts a block in the midst of a paragraph."""
        return _DEFINITION.match(content) is not None or (self._broken and not content[0].islower())

    def _extend(self, first: int, last: int, cut: Cut) -> None:
        if self._open:
            quoted = Cut.QUOTED in (cut, self._open.cut)
            self._open = Block(self._open.start, last, Cut.QUOTED if quoted else cut)
        else:
            self._open = Block(first, last, cut)


def _is_single(content: str) -> bool:
    return any(pattern.match(content) for pattern in (_HEADING, _BREAK, _TAG_LINE))
