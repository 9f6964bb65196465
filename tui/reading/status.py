"""What the two rows at the bottom say: the tray and the status line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.keys import Command
from tui.numbers import counted, grouped
from tui.pane.margin import CONFLICT, asking_words, hue_of
from tui.pane.painter import Painter
from tui.reading.choosing import Choice, in_rows, in_sight, scrolled
from tui.visible import visible
from tui.widgets.pieces import Piece, measured

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from annotations.palette import Palette
    from tui.company import Company
    from tui.pane.view import View
    from tui.reading.offering import Option
    from tui.saving import SaveState


class Room(NamedTuple):
    """The columns and rows that the tray may take."""

    columns: int
    rows: int


MANY_FILES = 10
"""Files that take so long to be written that it is told how many are left, and when they are."""
_OF_A_FILE = 2
"""Parts of a key of ``Session.unread`` that is of a whole file."""
_QUOTED = 24
"""Code points of an annotation's words that tell it from others in the tray."""

_MODES = {
    "reading": "READ",
    "selecting": "SELECT",
    "resizing": "RESIZE",
    "search": "SEARCH",
    "results": "SEARCH",
    "searches": "SEARCH",
    "review": "REVIEW",
    "changed": "CHANGED",
    "moving": "MOVE",
    "placing": "MOVE",
    "conflicts": "CHOOSE",
    "agreement": "AGREEMENT",
    "concordance": "LINES",
    "echoes": "ECHOES",
    "library": "LIBRARY",
    "outline": "OUTLINE",
    "list": "LIST",
    "note": "NOTE",
    "commands": "COMMANDS",
    "tags": "TAG",
    "old name": "RENAME",
    "new name": "RENAME",
    "annotations": "ALL",
    "filter": "FILTER",
    "names": "FILTER",
}
_WAITING = {
    "tag": "TAG",
    "status.set": "DECIDE",
    "changed.delete": "DELETE",
    "annotation.link": "LINK",
    "annotation.follow": "FOLLOW",
    "annotation.unlink": "UNLINK",
    "annotation.reply": "REPLY",
}


def mode(context: str, waiting: Command | None) -> str:
    """What keys do now, in a word."""
    if waiting is not None:
        return _WAITING.get(waiting.action.id, "MARK")
    return _MODES.get(context, "READ")


def position(view: View | None) -> str:
    """Which sentence this is, of how many, as far as they have been counted."""
    if view is None or view.cursor is None:
        return ""
    cut = view.document.segmentation
    number, total = cut.number_of(view.cursor.start), cut.total
    if number is None:
        return f"{view.progress:.0%}"
    return f"s {grouped(number)}/{'…' if total is None else grouped(total)}"


def waiting(painter: Painter, count: int, key: str) -> list[Piece]:
    """How many annotations ask for a look, because the text they were made on has changed.

    ``key`` lists them.
    """
    return _asking(painter, f"{grouped(count)} to look at", key) if count else []


def undecided(painter: Painter, count: int, key: str) -> list[Piece]:
    """How many annotations were edited twice at once, and wait for a choice; ``key`` as above."""
    return _asking(painter, f"{CONFLICT} {grouped(count)} undecided", key) if count else []


def _asking(painter: Painter, words: str, key: str) -> list[Piece]:
    named = [(f"  {visible(key)}", painter.chrome(active=True))] if key else []
    return [*named, (f"{' ' if key else '  '}{words}", painter.chrome_kind("warning"))]


def unread(painter: Painter, keys: Collection[Sequence[str]]) -> list[Piece]:
    """How many files of marks, and else marks, cannot be understood as they are on disk.

    ``keys`` as those of ``Session.unread``.
    """
    if not keys:
        return []
    files = sum(len(key) == _OF_A_FILE for key in keys)
    what = counted(files, "file") + " of marks" if files else counted(len(keys), "mark")
    return [(f"  {what} unreadable", painter.chrome_kind("error"))]


def saved(painter: Painter, state: SaveState) -> Piece:
    """Whether everything is on disk."""
    if state.failure:
        return f"NOT SAVED ({state.unsaved})", painter.chrome_kind("error")
    if state.unsaved:
        many = f" {grouped(state.files)} files" if state.files >= MANY_FILES else ""
        return f"saving{many}…", painter.chrome(active=False)
    words = f"saved {state.saved_at:%H:%M}" if state.saved_at is not None else ""
    return words, painter.chrome(active=False)


def palette_hint(painter: Painter, palette: Palette, chosen: int, width: int) -> list[Piece]:
    """The tags and the keys that set them, for the moment after ``t``; their numbers as well
    where ``width`` columns take them, and behind them the key that lists all tags.
    """
    more = [("/ ", painter.heading()), ("all", painter.panel(muted=True))]
    entries = _tags(painter, palette, chosen, numbered=True)
    if sum(map(measured, entries)) > width:
        entries = _tags(painter, palette, chosen, numbered=False)
    shown = in_sight(entries, chosen, width)
    return [*shown, *more] if measured(shown) + measured(more) <= width else shown


def _tags(
    painter: Painter, palette: Palette, chosen: int, *, numbered: bool
) -> list[tuple[Piece, ...]]:
    entries: list[tuple[Piece, ...]] = []
    for number, tag in enumerate(palette.tags, start=1):
        keys = f"{tag.key} {number}" if numbered and tag.key else tag.key or str(number)
        name = _choosable(painter, tag.name, chosen == number - 1)
        gap = ("  ", painter.panel())
        entries.append(((f" {visible(keys)} ", painter.chip(tag.hue)), name, gap))
    return entries


def status_hint(
    painter: Painter, statuses: Sequence[str], choice: Choice | None, room: Room
) -> list[list[Piece]]:
    """The statuses and their numbers, for the moment after ``s``; the present one is told.

    None is chosen in a list, where a number decides at once.
    """
    chosen, now = (choice.index, choice.now) if choice is not None else (-1, -1)
    entries = [
        [
            (f" {number}", painter.heading()),
            _choosable(painter, name, chosen == at),
            (" (now) " if now == at else " ", painter.panel(muted=now == at)),
        ]
        for at, (number, name) in enumerate(decisions(statuses))
    ]
    rows = in_rows(entries, room.columns)
    at = next((n for n, row in enumerate(rows) if entries[max(0, chosen)][0] in row), 0)
    return scrolled(rows, at, room.rows)


def offered(
    painter: Painter, options: Sequence[Option], chosen: int, room: Room
) -> list[list[Piece]]:
    """What there is to take, each with its key: a row for each where one row is too short."""
    rows: list[list[Piece]] = [
        [
            (f" {visible(option.key)}", painter.heading()),
            _choosable(painter, option.words, chosen == at),
            (" ", painter.panel()),
        ]
        for at, option in enumerate(options)
    ]
    if sum(map(measured, rows)) <= room.columns:
        return [[piece for row in rows for piece in row]]
    return scrolled(rows, chosen, room.rows)


def _choosable(painter: Painter, name: str, chosen: bool) -> Piece:
    """A name, marked where it is what enter takes."""
    marked = "▸" if chosen else " "
    return f"{marked}{visible(name)}", painter.panel(selected=chosen, accent=chosen)


def tray(
    painter: Painter,
    palette: Palette,
    here: Sequence[PlacedAnnotation],
    company: Company,
    current: PlacedAnnotation | None = None,
    other: str = "",
    *,
    quoting: bool = False,
) -> list[Piece]:
    """The annotations of the current sentence: tags, status, author, note.

    Of several the ``current`` one, which the keys act on, is counted out and stands first, with
    its words; of the others there are the tags. ``other`` is the key that goes on to them.
    ``quoting`` gives the words where there is but one, too.
    """
    from tui.relation_words import quoted

    if len(here) < 2 or current is None:
        said = [(one, quoted(one, _QUOTED) if quoting else "") for one in here]
        return [p for one, words in said for p in _described(painter, palette, one, company, words)]
    number = next((n for n, one in enumerate(here, start=1) if one is current), 0)
    count = (f" {number} of {len(here)} ", painter.panel(accent=True))
    key = [(f"({visible(other)}) ", painter.panel(muted=True))] if other else []
    words = quoted(current, _QUOTED)
    pieces = [count, *key, *_described(painter, palette, current, company, words)]
    for one in here:
        if one is not current:
            hue = hue_of(one, palette)
            tags = visible(" ".join(one.annotation.names))
            theirs = one.author != company.author
            who = f" · {visible(one.author)}" if theirs else ""
            bar = ("╎" if theirs else "▎", painter.hue_bar(hue))
            pieces += [bar, (f"{tags}{who}  ", painter.panel(muted=True))]
    return pieces


def on_document(
    painter: Painter, palette: Palette, whole: Sequence[PlacedAnnotation], company: Company
) -> list[Piece]:
    """The notes on the document as a whole, where nothing else is to be told of a sentence."""
    pieces = [piece for one in whole for piece in _described(painter, palette, one, company)]
    return [(" on the whole text ", painter.panel(muted=True)), *pieces] if pieces else []


def _described(
    painter: Painter,
    palette: Palette,
    placed: PlacedAnnotation,
    company: Company,
    words: str = "",
) -> list[Piece]:
    """An annotation in the tray, its ``words`` if given, and what it is tied to."""
    annotation, hue = placed.annotation, hue_of(placed, palette)
    tags = "  ".join(annotation.names)
    theirs = placed.author != company.author
    bar = (" ╎" if theirs else " ▎", painter.hue_bar(hue))
    pieces = [bar, (visible(tags), painter.hue_letter(hue))]
    aside = [part for part in (placed.status_told, asking_words(placed)) if part]
    aside += [placed.author] if theirs else []
    if aside:
        pieces.append((visible(f" · {' · '.join(aside)}"), painter.panel(muted=True)))
    if words:
        pieces.append((f" {visible(words)}", painter.panel()))
    if told := company.told(placed):
        ties = "  ".join(f"⇄ {visible(one)}" for one in told)
        pieces.append((f"  {ties}", painter.panel(accent=True)))
    note = " ".join(annotation.note.split())
    if note:
        pieces.append((f"  {visible(note)}", painter.panel()))
    return [*pieces, ("  ", painter.panel())]


def decisions(statuses: Sequence[str]) -> list[tuple[int, str]]:
    """The statuses with the numbers that set them, the one to begin with last."""
    numbered = list(enumerate(statuses))
    return [*numbered[1:], *numbered[:1]]
