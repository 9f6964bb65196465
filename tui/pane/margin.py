"""What stands beside the text: the bars and letters of the annotations, and their notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size

from tui.layout.spacing import lines_of
from tui.layout.wrapping import Row, wrap
from tui.pane.marks import Marks
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from annotations.palette import Palette
    from documents.settings import Hue

_NOTE_ROWS = 6
"""Rows of the margin that one note takes at most; the tray shows it whole."""

SLID = "↑ "
"""Before a note that does not stand beside the row it begins at."""

_TIES = 2
"""Rows of the margin in which it is told what an annotation answers and is linked to."""

TIED = "⇄ "
"""Before what an annotation answers or is linked to."""

CUT = "…"
"""In place of the rest of a note."""


class MarginLine(NamedTuple):
    """One row of the margin: a bar of a hue, the letters of what begins here, a note's words.

    ``theirs`` is a bar of another author's: it is drawn broken. Beside one that is ``tied``, by a
    link or a reply, stands the sign of that in the bar's place.
    """

    hue: Hue | None = None
    letters: str = ""
    words: str = ""
    is_title: bool = False
    theirs: bool = False
    tied: bool = False


_EMPTY = MarginLine()


def margin_lines(
    rows: Sequence[Row], marks: Marks, palette: Palette, note_width: int, pitch: int = 1
) -> list[MarginLine]:
    """The margin beside ``rows``; with notes where ``note_width`` columns are left for them.

    There are ``pitch`` lines for each row of text, the first one beside it.
    """
    along = marks.along((row.start, _end(row)) for row in rows)
    beside = [_beside(row, there, marks, palette) for row, there in zip(rows, along, strict=True)]
    lines = _spaced(beside, rows, pitch)
    if note_width > 0:
        _set_notes(lines, rows, marks, palette, note_width, pitch)
    return lines


def _spaced(lines: list[MarginLine], rows: Sequence[Row], pitch: int) -> list[MarginLine]:
    """The lines with blank ones between them, over which the bar of a mark goes on."""
    if pitch == 1:
        return lines
    spaced: list[MarginLine] = []
    for row, (line, following) in zip(rows, pairwise([*lines, _EMPTY]), strict=True):
        goes_on = line.hue == following.hue and not following.letters
        below = MarginLine(line.hue, theirs=line.theirs) if goes_on else _EMPTY
        spaced += [line, *[below] * (lines_of(row, pitch) - 1)]
    return spaced


def letter_of(placed: PlacedAnnotation, palette: Palette) -> str:
    """The letter that stands for an annotation: its first tag's, or a dot for a bare note."""
    tags = placed.annotation.tags
    return palette.tag(tags[0]).letter if tags else "•"


def whole_notes(marks: Marks) -> str:
    """What the notes on the document as a whole say, for the title over its text."""
    said = [one.annotation.note or " ".join(one.annotation.tags) for one in marks.whole]
    return visible("".join(f"   • {' '.join(words.split())}" for words in said if words.strip()))


def hue_of(placed: PlacedAnnotation, palette: Palette) -> Hue:
    """The hue that stands for an annotation: its first tag's, or grey for a bare note."""
    tags = placed.annotation.tags
    return palette.tag(tags[0]).hue if tags else "grey"


_SIGNS = {"supported": "✓", "refuted": "✗", "disputed": "~", "unverifiable": "?"}


DECIDED_BEFORE = "≠"
"""The sign of a claim that was decided on other words than it marks now, as of changed words."""


def decision_sign(placed: PlacedAnnotation, palette: Palette) -> str:
    """The sign of a claim that was decided on; nothing for one that is open, and for no claim."""
    status = placed.annotation.status
    if placed.decided_on:
        return DECIDED_BEFORE
    return "" if status in ("", palette.open_status) else _SIGNS.get(status, "•")


_ANCHOR_SIGNS = {"changed": "≠", "review": "¿", "orphan": "∅"}
_ANCHOR_WORDS = {"changed": "changed", "review": "to review", "orphan": "lost"}


def anchor_sign(placed: PlacedAnnotation) -> str:
    """The sign of an annotation whose words, or whose place, are not what was marked."""
    return _ANCHOR_SIGNS.get(placed.anchor, "")


def anchor_words(placed: PlacedAnnotation) -> str:
    """What such an annotation is called; nothing for one that sits where it was put."""
    return _ANCHOR_WORDS.get(placed.anchor, "")


CONFLICT = "≷"
"""The sign of an annotation that was edited twice at once, and waits for a choice."""


def asking_sign(placed: PlacedAnnotation) -> str:
    """The sign of an annotation that asks something of its reader."""
    return CONFLICT if placed.annotation.conflicts else anchor_sign(placed)


def asking_words(placed: PlacedAnnotation) -> str:
    """What an annotation asks, in words."""
    words = ("two edits" if placed.annotation.conflicts else "", anchor_words(placed))
    return ", ".join(part for part in words if part)


def _end(row: Row) -> int:
    """Where a row ends for its margin: what begins in a blank one stands beside it, too."""
    return max(row.end, row.start + 1)


def _beside(
    row: Row, there: Sequence[PlacedAnnotation], marks: Marks, palette: Palette
) -> MarginLine:
    begins = marks.beginning(row.start, _end(row))
    own = [placed for placed in begins if not marks.beside.sign_of(placed)]
    first = (own or begins)[0] if begins else _going_on(there, marks)
    if first is None:
        return _EMPTY
    tied = any(map(marks.beside.is_tied, begins))
    if begins and not own:
        letters_of = _theirs(begins, marks, palette)
        return MarginLine(hue_of(first, palette), letters_of, theirs=True, tied=tied)
    letters: list[str] = []
    for placed in own:
        tags = [palette.tag(tag).letter for tag in placed.annotation.tags] or ["•"]
        letters += [letter for letter in tags if letter not in letters]
    asking = next((one for one in own if asking_sign(one) or one.decided_on), None)
    decision = next((sign for one in own if (sign := decision_sign(one, palette))), "")
    if asking is not None:
        shown = letter_of(asking, palette) + (asking_sign(asking) or DECIDED_BEFORE)
    elif len(own) < len(begins) and not (tied and len(own) == 1 and decision):
        shown = letters[0] + "+"
    elif len(letters) > 1:
        shown = "".join(letters[:2]) if len(letters) == 2 and not decision else letters[0] + "+"
    else:
        shown = "".join(letters) + decision
    theirs = bool(marks.beside.sign_of(first))
    return MarginLine(hue_of(first, palette), visible(shown), theirs=theirs, tied=tied)


def _going_on(there: Sequence[PlacedAnnotation], marks: Marks) -> PlacedAnnotation | None:
    """The annotation whose bar goes on beside a row: the reader's own before another's."""
    own = (one for one in there if not marks.beside.sign_of(one))
    return next(own, there[0] if there else None)


def _theirs(begins: Sequence[PlacedAnnotation], marks: Marks, palette: Palette) -> str:
    """The letter of another author's mark and the author's; a plus where there are several."""
    signs = {marks.beside.sign_of(placed) for placed in begins}
    sign = signs.pop() if len(signs) == 1 else "+"
    return visible(letter_of(begins[0], palette) + sign)


def _set_notes(
    lines: list[MarginLine],
    rows: Sequence[Row],
    marks: Marks,
    palette: Palette,
    width: int,
    pitch: int,
) -> None:
    """Writes each note beside its first row, pushed down where another still stands there."""
    free = 0  # the first line behind the note before, and one that stays blank
    for begins, row in zip(
        accumulate((lines_of(row, pitch) for row in rows), initial=0), rows, strict=False
    ):
        for placed in marks.beginning(row.start, _end(row)):
            place = max(free, begins)
            for title, words in _note(placed, marks, width, slid=place > begins):
                if place >= len(lines):
                    return
                line = lines[place]
                lines[place] = line._replace(words=words, is_title=title)
                place += 1
            free = place + 1


def _note(
    placed: PlacedAnnotation, marks: Marks, width: int, *, slid: bool
) -> list[tuple[bool, str]]:
    """The lines of a note; one that slid down points up to the sentence it belongs to.

    Another author's begins with the name. Behind it stands what it answers and is linked to.
    """
    annotation = placed.annotation
    aside = ", ".join(part for part in (placed.status_told, asking_words(placed)) if part)
    title = " ".join([*annotation.tags, *([f"({aside})"] if aside else [])])
    if marks.beside.sign_of(placed):
        title = f"{placed.author}: {title}" if title else f"{placed.author}:"
    note = visible(" ".join(annotation.note.split()))
    ties = [
        (False, _shortened(f"{TIED}{visible(words)}", width)) for words in marks.beside.told(placed)
    ]
    up = SLID if slid else ""
    title, note = (f"{up}{title}", note) if title else ("", f"{up}{note}" if note else "")
    lines = _titled(visible(title), width)
    lines += [(False, note[row.start : row.end]) for row in wrap(note, 0, len(note), width)]
    room = max(1, _NOTE_ROWS - len(ties[:_TIES]))
    if len(lines) > room:
        lines = [*lines[: room - 1], (False, CUT)]
    lines += ties[:_TIES] if len(ties) <= _TIES else [*ties[: _TIES - 1], (False, CUT)]
    return [(is_title, set_cell_size(words, width).rstrip()) for is_title, words in lines if words]


def _titled(title: str, width: int) -> list[tuple[bool, str]]:
    """The title in one line, or in two: what was decided stands at its end."""
    rows = list(wrap(title, 0, len(title), width)) if title else []
    lines = [title[row.start : row.end] for row in rows[:1]]
    lines += [_shortened(title[rows[1].start :], width)] if rows[1:] else []
    return [(True, words) for words in lines]


def _shortened(words: str, width: int) -> str:
    """The words, or their beginning and an ellipsis where they take more than ``width`` columns."""
    if cell_len(words) <= width:
        return words
    return set_cell_size(words, max(0, width - 1)).rstrip() + CUT
