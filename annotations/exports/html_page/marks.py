"""Marks on a text as nested elements, however they overlap."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from annotations.exports.html_page.escaping import attribute, escaped
from annotations.palette import Palette, Tag

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation

_LANES = 4
"""Underlines drawn below each other where marks overlap; more would run into the next line."""
_UNTAGGED = Tag("")


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation as the page shows it.

    ``number`` runs through the whole page and ties the mark to its note; ``lane`` is the height
    of its underline, so that marks that overlap are told apart. ``ties`` is what it answers and is
    linked to, each as HTML.
    """

    number: int
    placed: PlacedAnnotation
    hue: str
    letter: str
    lane: int = 0
    ties: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins. Only for marks that have a place."""
        assert self.placed.start is not None
        return self.placed.start

    @property
    def end(self) -> int:
        """Where it ends. Only for marks that have a place."""
        assert self.placed.end is not None
        return self.placed.end

    @property
    def label(self) -> str:
        """What the mark and its note are called on the page: the tag's letter and the number."""
        return f"{self.letter}{self.number}"


def marks_of(placed: Iterable[PlacedAnnotation], palette: Palette) -> Iterator[Mark]:
    """The annotations as marks, numbered from 1, in the hue and with the letter of their tag."""
    for number, one in enumerate(placed, 1):
        tags = one.annotation.tags
        tag = palette.tag(tags[0]) if tags else _UNTAGGED
        yield Mark(number, one, tag.hue, tag.letter)


def in_lanes(marks: Iterable[Mark]) -> list[Mark]:
    """The marks by start, longest first, each in the highest lane free over its whole length."""
    placed = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    free, busy = list(range(_LANES)), list[tuple[int, int]]()
    laned = []
    for mark in placed:
        while busy and busy[0][0] <= mark.start:
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else _LANES - 1
        if lane < _LANES - 1 or not any(taken == lane for _, taken in busy):
            heappush(busy, (mark.end, lane))
        laned.append(replace(mark, lane=lane))
    return laned


def marked_html(
    text: str, start: int, end: int, marks: Sequence[Mark], beginning: Container[int] = ()
) -> str:
    """``text[start:end]`` as HTML with the ``marks`` (all that overlap it) around their parts.

    The marks whose number is in ``beginning`` carry the id that their note links to; where a mark
    ends stands its label, which links to the note. Elements nest properly: an overlap is cut at
    every edge.
    """
    opening = _by_edge(marks, lambda mark: max(mark.start, start))
    closing = _by_edge(marks, lambda mark: mark.end)
    edges = sorted({start, end, *(edge for edge in (*opening, *closing) if start < edge < end)})
    active: dict[int, str] = {}
    parts = []
    for left, right in pairwise(edges):
        for mark in opening.get(left, ()):
            identity = f' id="m{mark.number}"' if mark.number in beginning else ""
            active[mark.number] = f'<mark class="{mark.hue} lane{mark.lane}"{identity}>'
        opened, closed = "".join(active.values()), "</mark>" * len(active)
        parts.append(f"{opened}{escaped(text[left:right])}{closed}")
        active = {n: element.replace(f' id="m{n}"', "") for n, element in active.items()}
        for mark in closing.get(right, ()):
            active.pop(mark.number, None)
            parts.append(_label(mark))
    return "".join(parts)


def _by_edge(marks: Iterable[Mark], edge: Callable[[Mark], int]) -> dict[int, list[Mark]]:
    ordered = sorted(marks, key=lambda mark: (edge(mark), mark.number))
    return {at: list(group) for at, group in groupby(ordered, edge)}


def _label(mark: Mark) -> str:
    tags = attribute(", ".join(mark.placed.annotation.names))
    return (  # a word joiner keeps the label on the line of the mark's last word
        f'&#8288;<a class="label {mark.hue}" href="#n{mark.number}" title="{tags}">'
        f"{escaped(mark.label)}</a>"
    )
