"""One chunk of a text, cut into paragraphs and these into sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain

from documents.blocks import Block, Cut, trimmed
from documents.chunks import chunk_limit
from documents.graphemes import cluster_end
from documents.lazy_regex import lazy_regex
from documents.newlines import NEWLINES, lines
from documents.paragraphs import code_blocks, prose_blocks
from documents.sentences import sentence_ends
from documents.spans import Span

LONGEST_SENTENCE = 5000
"""Code points; what goes on longer without a sentence's end is cut, at white space if it can be."""

_QUOTE_MARKERS = lazy_regex(rf"(?:\A|(?<=[{NEWLINES}]))[ \t]*(?:>[ \t]?)+")


class CutChunk:
    """The paragraphs of a chunk in order, each cut into sentences where that is asked for."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self._text = text
        self._blocks = blocks
        self._cut: dict[int, list[Span]] = {}
        self._sentences: list[Span] | None = None
        self.paragraphs = [Span(block.start, block.end) for block in blocks]

    @property
    def sentences(self) -> list[Span]:
        """All of its sentences, in order."""
        if self._sentences is None:
            each = map(self._sentences_of, range(len(self._blocks)))
            self._sentences = [*chain.from_iterable(each)]
        return self._sentences

    def sentence_past(self, offset: int) -> Span | None:
        """The first sentence that ends behind ``offset``; no more is cut than it takes."""
        first = bisect_right(self.paragraphs, offset, key=_end)
        for number in range(first, len(self._blocks)):
            sentences = self._sentences_of(number)
            index = bisect_right(sentences, offset, key=_end)
            if index < len(sentences):
                return sentences[index]
        return None

    def stands_by_lines(self, start: int) -> bool:
        """Whether the lines of the paragraph that starts there stand for themselves: code."""
        number = bisect_left(self.paragraphs, start, key=_start)
        block = self._blocks[number] if number < len(self._blocks) else None
        return block is not None and block.start == start and block.cut is Cut.LINES

    def _sentences_of(self, number: int) -> list[Span]:
        if number not in self._cut:  # in another thread, the same is found
            cut = _sentences(self._text, self._blocks[number])
            self._cut[number] = [Span(*span) for span in cut]
        return self._cut[number]


NOTHING = CutChunk("", [])
"""What a blank chunk holds."""


def cut_chunk(text: str, kind: str, number: int) -> CutChunk:
    """Cuts the chunk of this number of a text of this kind."""
    start, end = chunk_limit(text, number), chunk_limit(text, number + 1)
    return CutChunk(text, _blocks(text, kind, number, start, end))


def _blocks(text: str, kind: str, number: int, start: int, end: int) -> list[Block]:
    if kind == "code":
        return code_blocks(text, start, end)
    if kind == "markdown":
        from documents.markdown import markdown_blocks  # not for those who read no Markdown

        return markdown_blocks(text, number, start, end)
    return prose_blocks(text, start, end)


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    for start, end in _pieces(text, block):
        first, last = trimmed(text, start, end)
        if last - first > LONGEST_SENTENCE:
            yield from _bounded(text, first, last)
        elif first < last:
            yield first, last


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    if block.cut is Cut.LINES:
        yield from lines(text, start, block.end)
    elif block.cut is Cut.WHOLE:
        yield start, block.end
    else:
        piece = text[start : block.end]
        if block.cut is Cut.QUOTED:
            piece = _QUOTE_MARKERS.sub(lambda match: " " * len(match[0]), piece)
        first = start
        for end in sentence_ends(piece):
            yield first, start + end
            first = start + end
        yield first, block.end


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``[start, end)`` in pieces that are short enough, each without outer white space."""
    while end - start > LONGEST_SENTENCE:
        last = _last_space(text, start, start + LONGEST_SENTENCE)
        yield trimmed(text, start, last)
        start = trimmed(text, last, end)[0]
    yield start, end


def _last_space(text: str, start: int, end: int) -> int:
    """The last white space in ``[start, end)`` worth cutting at, else a place near ``end``."""
    for offset in range(end, end - 200, -1):
        if text[offset].isspace():
            return offset
    return cluster_end(text, end - 100, end)


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end
