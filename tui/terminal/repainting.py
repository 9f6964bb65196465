"""Sends the terminal what differs from what stands there, where Textual sends whole rows.

Textual sets every look from scratch, and sends each row of a region that was painted anew. Over a
slow line that is felt: here a look is changed rather than set, and what stands there already is
left alone. What the terminal shows is the same, cell by cell.

This looks into Textual's compositor, which promises nothing. Where it is not as it was known, it
sends what it would have sent.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.color import ColorSystem
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui.layout.disputed import is_disputed
from tui.layout.wrapping import columns_of
from tui.terminal.attributes import change

if TYPE_CHECKING:
    from rich.console import Console
    from rich.style import Style


class Piece(NamedTuple):
    """A strip at a place of the screen."""

    y: int
    x: int
    strip: Strip


class Drawn(NamedTuple):
    """Segments to be drawn at a place of the screen, and their columns.

    Not a strip, which comes with half a dozen caches.
    """

    y: int
    x: int
    segments: Sequence[Segment]
    width: int


class _Kept(NamedTuple):
    """A strip that stands there, and whether it has as many columns as code points."""

    strip: Strip
    is_narrow: bool


class Shown:
    """What stands on the terminal, as far as it was sent from here."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, _Kept]] = {}

    def forget(self) -> None:
        """Takes nothing for known: something else may have written to the terminal."""
        self._rows.clear()

    def differing(self, pieces: Iterable[Piece]) -> Iterator[Drawn]:
        """The parts of pieces that are not there yet; from now on they are taken to be there."""
        unsure = -1  # a row where the terminal may have put text beside its place
        for piece in pieces:
            row = self._rows.setdefault(piece.y, {})
            known = row.get(piece.x)
            if known is not None and known.strip is piece.strip and piece.y != unsure:
                continue
            now = _Kept(piece.strip, _is_narrow(piece.strip))
            if known is None or known.strip.cell_length != piece.strip.cell_length:
                known = None
                _clear(row, piece.x, piece.x + piece.strip.cell_length)
            row[piece.x] = now
            differing = _difference(None if piece.y == unsure else known, now, piece)
            if differing is not None:
                yield differing
                if not _is_narrow(differing.segments):
                    unsure = piece.y


def _clear(row: dict[int, _Kept], start: int, end: int) -> None:
    """Forgets what stands in a part of a row."""
    for x in [x for x, kept in row.items() if x < end and x + kept.strip.cell_length > start]:
        del row[x]


class Repainting:
    """Makes updates of Textual's lean; keeps what the terminal shows."""

    def __init__(self) -> None:
        self._shown = Shown()

    def forget(self) -> None:
        """Paints everything anew from now on, as after another program had the terminal."""
        self._shown.forget()

    def lean(self, update: object) -> object:
        """The same update in fewer bytes, where it is one that is known here."""
        if type(update) is LayoutUpdate or type(update) is ChopsUpdate:
            return LeanUpdate(update, self._shown)
        return update


class LeanUpdate(CompositorUpdate):
    """An update that is put in few bytes when it is sent, and then is what the terminal shows."""

    def __init__(self, update: LayoutUpdate | ChopsUpdate, shown: Shown) -> None:
        self._update = update
        self._shown = shown

    def render_segments(self, console: Console) -> str:
        """The update for the terminal."""
        try:
            if isinstance(self._update, LayoutUpdate):
                pieces = list(_whole(self._update))
            else:
                pieces = list(_changed(self._update))
            system = console._color_system or ColorSystem.TRUECOLOR
            return render(self._shown.differing(pieces), system, erases=_erases_in_colour())
        except (AttributeError, TypeError, ValueError):  # this compositor or Rich is another
            self._shown.forget()
            return self._update.render_segments(console)


def render(pieces: Iterable[Drawn], system: ColorSystem, *, erases: bool = True) -> str:
    """The pieces for a terminal with such colours; it is left with the plain look.

    ``erases`` says whether what it erases takes the background that it draws with.
    """
    pen = _Pen(system)
    follows: tuple[int, int] | None = None  # where the terminal's cursor surely is
    for y, x, segments, width in pieces:
        if follows != (y, x):
            pen.out.append(f"\x1b[{y + 1};{x + 1}H")
        sure = all(text.isascii() for text, _, _ in segments)
        if sure or not any(is_disputed(text) for text, _, _ in segments):
            for text, style, _ in segments:
                pen.draw(text, style)
        else:
            _draw_disputed(pen, x, segments, width, erases=erases)
        follows = (y, x + width) if sure else None
    pen.take(None)
    return "".join(pen.out)


class _Pen:
    """What is sent, and the look that the terminal draws in."""

    def __init__(self, system: ColorSystem) -> None:
        self.out: list[str] = []
        self._system = system
        self._look = ""

    def take(self, style: Style | None) -> None:
        """Goes on in another look."""
        wanted = "" if style is None else style._ansi
        if wanted is None:
            assert style is not None
            wanted = Strip.render_ansi(style, self._system)
        self.out.append(change(self._look, wanted))
        self._look = wanted

    def draw(self, text: str, style: Style | None) -> None:
        """Draws where the cursor is."""
        self.take(style)
        link = style is not None and style._link
        self.out.append(f"\x1b]8;;{link}\x1b\\{text}\x1b]8;;\x1b\\" if link else text)


def _erases_in_colour() -> bool:
    """Whether the terminal does ("bce"); GNU screen does not, whatever terminal it runs in."""
    return not ("STY" in os.environ and os.environ.get("TERM", "").startswith("screen"))


def _draw_disputed(
    pen: _Pen, x: int, segments: Sequence[Segment], width: int, *, erases: bool
) -> None:
    """Draws what may take more columns, or fewer, than the ``width`` that was reckoned.

    Its place is made blank first, and the space in it is skipped: there its text has room, and
    what stands behind such space has its place named.
    """
    blank = _blank_of(segments)
    pen.take(blank)
    pen.out.append(f"\x1b[{width}X" if erases else f"{' ' * width}\x1b[{x + 1}G")
    skipped = False
    for is_space, run in groupby(segments, lambda one: one.style == blank and one.text.isspace()):
        pieces = list(run)
        columns = sum(columns_of(text) for text, _, _ in pieces)
        if is_space and columns >= _GAP:
            skipped = True
        else:
            if skipped:
                pen.out.append(f"\x1b[{x + 1}G")
                skipped = False
            for text, style, _ in pieces:
                pen.draw(text, style)
        x += columns


def _blank_of(segments: Sequence[Segment]) -> Style | None:
    """The look of most of the space in a row, be it in one segment or in several."""
    room: dict[Style | None, int] = {}
    for text, style, _ in segments:
        if text.isspace():
            room[style] = room.get(style, 0) + len(text)
    return max(room, key=lambda style: room[style]) if room else segments[-1].style


_GAP = 2
"""Columns of space that are skipped; to skip less might hide a letter before it."""


def _difference(known: _Kept | None, now: _Kept, piece: Piece) -> Drawn | None:
    """What differs of a piece from what was there, of its width: from the first segment that does
    to the last. All of it where that is not known, or where terminals disagree on the width of a
    part: then no place in it is sure.
    """
    new = list(piece.strip)
    old = [] if known is None else list(known.strip)
    if known is not None and old == new:
        return None
    if known is None or not (known.is_narrow and now.is_narrow):
        return Drawn(piece.y, piece.x, new, piece.strip.cell_length)
    shorter = min(len(old), len(new))
    first = 0
    while first < shorter and old[first] == new[first]:
        first += 1
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    x = piece.x + sum(len(segment.text) for segment in new[:first])
    rest = new[first : len(new) - last]
    return Drawn(piece.y, x, rest, sum(len(one.text) for one in rest)) if rest else None


def _is_narrow(segments: Iterable[Segment]) -> bool:
    """Whether there are as many columns as code points, in each segment.

    That is all that places are reckoned from; a wide character and a mark without width together
    come to the same.
    """
    for text, _, _ in segments:  # not all(): the pieces of a screen are many
        if not text.isascii() and columns_of(text) != len(text):
            return False
    return True


def _whole(update: LayoutUpdate) -> Iterator[Piece]:
    """The pieces of an update of the whole screen."""
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield Piece(y, x, strip)
            x += strip.cell_length


def _changed(update: ChopsUpdate) -> Iterator[Piece]:
    """The pieces of an update of some regions, cut as Textual cuts them."""
    for y, start, stop in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x >= stop or end <= start:
                continue
            if start <= x < stop and end <= stop:
                yield Piece(y, x, strip)
            else:
                yield Piece(y, x, strip.crop(0, min(end, stop) - x))
