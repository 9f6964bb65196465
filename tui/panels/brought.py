"""A text in few columns, brought to what matched in it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size, split_graphemes

from documents.spans import Span


class Stretch(NamedTuple):
    """A part of a text that is safe to show; ``is_match`` where it matched.

    ``is_cut`` is the ellipsis in the place of what was left out.
    """

    text: str
    is_match: bool = False
    is_cut: bool = False


def brought_to(text: str, matches: Sequence[Span], room: int) -> list[Stretch]:
    """The text from a little before its first match on, where not all fits in ``room`` columns.

    Its end is not cut.
    """
    start = 0
    if matches and cell_len(text[: matches[-1].end]) >= room:  # an ellipsis may take the last
        start = _begin(text, matches[0].start, room)
    cut = [Stretch("…", is_cut=True)] if start else []
    return [*cut, *_stretches(text, matches, start)]


def cut_off(stretches: Sequence[Stretch], room: int) -> list[Stretch]:
    """What fits in ``room`` columns; an ellipsis stands for the rest."""
    if sum(cell_len(one.text) for one in stretches) <= room:
        return list(stretches)
    kept: list[Stretch] = []
    room -= 1
    for one in stretches:
        if cell_len(one.text) > room:
            kept.append(one._replace(text=set_cell_size(one.text, max(0, room)).rstrip()))
            break
        kept.append(one)
        room -= cell_len(one.text)
    return [*(one for one in kept if one.text), Stretch("…", is_cut=True)]


def _stretches(text: str, matches: Sequence[Span], start: int) -> Iterator[Stretch]:
    place = start
    for match in matches:
        if match.end <= place:
            continue
        first = max(match.start, place)
        if first > place:
            yield Stretch(text[place:first])
        yield Stretch(text[first : match.end], is_match=True)
        place = match.end
    if text[place:]:
        yield Stretch(text[place:])


def _begin(text: str, match: int, room: int) -> int:
    """Where to begin showing ``text``: a third of ``room`` columns before ``match``, or more where
    less than the rest would follow it."""
    before = max(room // 3, room - 1 - cell_len(text[match:]))
    begin = match
    for start, _end, cells in reversed(split_graphemes(text[:match])[0]):
        before -= cells
        if before < 0:
            break
        begin = start
    return begin
