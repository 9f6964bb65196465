"""The paragraphs of plain prose: blank lines, hard-wrapped blocks, one paragraph a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.blocks import Block, Cut, trimmed
from documents.newlines import lines

Line = tuple[int, int]

WIDEST_WRAP = 100
"""Lines longer than this, in code points, were not wrapped by hand or by a mail program."""

_NARROWEST_WRAP = 40  # shorter lines are a list or an address, not a column of text
_FULL_LINE = 0.7  # of the longest line: what a wrapped line reaches
_FULL_LINES = 0.6  # of the lines: how many reach it in a wrapped block
_SHORT_LINE = 0.5  # of the longest line: a line that ended because its paragraph did

_MARKER = re.compile(
    r"\s*(?:[-+*•‣⁃◦▪●○∙·]\s+\S|[–—]\s+[^\Wa-zа-яіїєґà-ÿ]|\(?\d{1,3}[.)]\)?\s+\S|\(?[a-z]\)\s+\S)"
)


def prose_blocks(text: str, start: int, end: int) -> list[Block]:
    """The paragraphs in ``[start, end)``, in order."""
    found: list[Block] = []
    group: list[Line] = []
    for line in lines(text, start, end):
        first, last = trimmed(text, *line)
        if first < last:
            group.append((first, last))
        elif group:
            found.extend(_paragraphs(text, group))
            group = []
    if group:
        found.extend(_paragraphs(text, group))
    return found


def code_blocks(text: str, start: int, end: int) -> list[Block]:
    """The runs of non-blank lines in ``[start, end)``; each line is to be a sentence."""
    found: list[Block] = []
    run: Line | None = None
    for line in lines(text, start, end):
        first, last = trimmed(text, *line)
        if first < last:
            run = (run[0] if run else first, last)
        elif run:
            found.append(Block(*run, Cut.LINES))
            run = None
    if run:
        found.append(Block(*run, Cut.LINES))
    return found


def _paragraphs(text: str, group: list[Line]) -> Iterator[Block]:
    """The paragraphs of some lines between blank ones."""
    if len(group) == 1:
        yield Block(*group[0])
        return
    begin = 0
    for index in range(1, len(group)):
        if _MARKER.match(text, *group[index]):
            yield from _unwrapped(text, group[begin:index])
            begin = index
    yield from _unwrapped(text, group[begin:])


def _unwrapped(text: str, group: list[Line]) -> Iterator[Block]:
    """The paragraphs of a block of lines, of which only the first may hold a list marker."""
    longest = max(end - start for start, end in group)
    if longest > WIDEST_WRAP:
        yield from (Block(*line) for line in group)
        return
    wrapped = is_wrapped(group, longest)
    start, end = group[0]
    for line in group[1:]:
        if not _goes_on(text, (start, end), line, wrapped, longest):
            yield Block(start, end)
            start = line[0]
        end = line[1]
    yield Block(start, end)


def is_wrapped(group: list[Line], longest: int) -> bool:
    """Whether the lines look cut at a measure rather than at the ends of paragraphs."""
    full = sum(end - start >= _FULL_LINE * longest for start, end in group) - 1
    return full >= _FULL_LINES * (len(group) - 1)


def _goes_on(text: str, before: Line, line: Line, wrapped: bool, longest: int) -> bool:
    """Whether ``line`` continues the paragraph ``before``, rather than start one."""
    first = text[line[0]]
    if first.islower() and (wrapped or text[before[0]].isupper()):
        return True
    return wrapped
