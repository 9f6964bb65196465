"""The paragraphs of plain prose: blank lines, hard-wrapped blocks, one paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from documents.blocks import Block, Cut, trimmed
from documents.lazy_regex import lazy_regex
from documents.newlines import PARAGRAPH_END, lines

Line = tuple[int, int]

WIDEST_WRAP = 100
"""Lines longer than this, in code points, were not wrapped by hand or by a mail program."""

_NARROWEST_WRAP = 40  # shorter lines are a list or an address unless they go on in lower case
_FULL_LINE = 0.7  # of the longest line: what a wrapped line reaches
_FULL_LINES = 0.6  # of the lines: how many reach it in a wrapped block
_SHORT_LINE = 0.5  # of the longest line: a line that ended because its paragraph did
_SLACK = 1.1  # times the measure: what a line may have over it
_TELLING_LINES = 4  # a wrapped block of so many lines shows the measure of its neighbours

_MARKER = lazy_regex(
    r"[-+*•‣⁃◦▪●○∙·]\s+\S|[–—]\s+[^\Wa-zа-яіїєґà-ÿ]|\(?\d{1,3}[.)]\)?\s+\S|\(?[a-z]\)\s+\S"
)


def prose_blocks(text: str, start: int, end: int) -> list[Block]:
    """The paragraphs in ``[start, end)``, in order."""
    groups = list(_groups(text, start, end))
    measure = max(map(_measure, groups), default=0)
    return [block for group in groups for block in _paragraphs(text, group, measure)]


def code_blocks(text: str, start: int, end: int) -> list[Block]:
    """The runs of non-blank lines in ``[start, end)``; each line is to be a sentence."""
    return [Block(group[0][0], group[-1][1], Cut.LINES) for group in _groups(text, start, end)]


def _groups(text: str, start: int, end: int) -> Iterator[list[Line]]:
    """The runs of lines between blank ones or paragraph separators, without outer white space."""
    group: list[Line] = []
    for line in lines(text, start, end):
        first, last = trimmed(text, *line)
        if first < last:
            group.append((first, last))
        if group and (first == last or text.startswith(PARAGRAPH_END, line[1])):
            yield group
            group = []
    if group:
        yield group


def _longest(group: list[Line]) -> int:
    return max(end - start for start, end in group)


def _measure(group: list[Line]) -> int:
    """The width that the group was wrapped at, or 0 if it does not tell."""
    if len(group) < _TELLING_LINES:
        return 0
    longest = _longest(group)
    fits = _NARROWEST_WRAP <= longest <= WIDEST_WRAP
    return longest if fits and _is_wrapped(group, longest) else 0


def _paragraphs(text: str, group: list[Line], measure: int) -> Iterator[Block]:
    """The paragraphs of some lines between blank ones: a list marker always starts one."""
    begin = 0
    for index in range(1, len(group)):
        if _MARKER.match(text, *group[index]):
            yield from _unwrapped(text, group[begin:index], measure)
            begin = index
    yield from _unwrapped(text, group[begin:], measure)


def _unwrapped(text: str, group: list[Line], measure: int) -> Iterator[Block]:
    """The paragraphs of lines of which only the first may hold a list marker."""
    longest = _longest(group)
    wrapped = longest <= WIDEST_WRAP and (
        _is_wrapped(group, longest) or _fills(group, longest, measure)
    )
    start = group[0][0]
    for before, line in pairwise(group):
        full = before[1] - before[0] >= _SHORT_LINE * longest
        if longest > WIDEST_WRAP or not _goes_on(text, start, line, wrapped and full, longest):
            yield Block(start, before[1])
            start = line[0]
    yield Block(start, group[-1][1])


def _is_wrapped(group: list[Line], longest: int) -> bool:
    """Whether the lines look cut at a measure rather than at the ends of paragraphs."""
    others = sum(end - start >= _FULL_LINE * longest for start, end in group) - 1
    return others >= _FULL_LINES * (len(group) - 1)


def _fills(group: list[Line], longest: int, measure: int) -> bool:
    """Whether all lines but the last are full at the measure of the blocks around."""
    return longest <= _SLACK * measure and all(
        end - start >= _FULL_LINE * measure for start, end in group[:-1]
    )


def _goes_on(text: str, start: int, line: Line, wrapped: bool, longest: int) -> bool:
    """Whether ``line`` continues the paragraph from ``start`` rather than start its own."""
    first = text[line[0]]
    if first.islower():
        return wrapped or text[start].isupper()
    if longest < _NARROWEST_WRAP:
        return wrapped and first.isalpha() and not first.isupper()
    return wrapped
