"""The two rows at the bottom of the screen: the tray above, the status line below."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui.keys import KeyReader
from tui.pane.painter import Painter
from tui.reading import status
from tui.reading.choosing import Choice
from tui.reading.entries import entries_at
from tui.reading.hints import hints
from tui.reading.progress import progress
from tui.visible import visible
from tui.widgets.line import Line
from tui.widgets.pieces import Piece, measured

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.pane.view import View
    from tui.reading.editing import Standing
    from tui.reading.offering import Offer
    from tui.reading.overview import Sought
    from tui.saving import SaveState
    from tui.session import Session

NOTICE_SECONDS = 6.0
_SHARE = 3
"""The part of the screen, one in so many, that what there is to choose from may take."""
_READING = frozenset(("reading", "selecting", "resizing"))
"""Where what is told goes before the keys; in a panel nobody guesses them, and they go first."""
_SELECTING = frozenset(("changed", "annotations"))
"""Where the next key acts on what is selected in a list, and not on what is at the cursor."""
_LEFT = ("mode", "position", "find", "gauge", "link", "hidden", "typed")
_RIGHT = ("search", "unread", "waiting", "saved")
"""The parts of the status line, before the keys and behind them."""
_LEAST = 24
"""Columns of the tray that are told at least of where a link begins."""
_CAME = 2
"""Lines that came of themselves and stay when a further one comes."""
SAVED_SECONDS = 5.0
"""How long it is told that everything was saved: after that the room is for the keys."""


class Moment(NamedTuple):
    """What the rows tell of: the active view, what is marked, where keys go, what is saved."""

    view: View | None
    standing: Standing
    context: str
    saved: SaveState
    progress: str = ""
    find: Sought | None = None
    link: str = ""
    columns: int = 0
    """The width of the screen, and so of both rows."""


def _here(moment: Moment) -> str:
    """Where keys go: a selection that an annotation is to mark instead is a case of its own."""
    view = moment.view
    resizing = view is not None and view.selection is not None and bool(view.selection.of)
    return "resizing" if resizing and moment.context == "selecting" else moment.context


class Bars:
    """Fills the tray and the status line.

    The tray shows, in this order: what the next key may be, the last thing said to the reader,
    the annotations of the current sentence.
    """

    def __init__(self, painter: Painter, session: Session, keys: KeyReader) -> None:
        self.tray = Line(id="tray")
        self.status = Line(id="status")
        self._painter = painter
        self._session = session
        self._palette = session.palette
        self._keys = keys
        self._company = session.company
        self._notice: tuple[tuple[str, ...], str] | None = None
        self._until = 0.0
        self._came: tuple[str, ...] = ()  # what was said last that answers no key
        self._news: tuple[str, ...] = ()
        self._news_until = 0.0
        self.choice = Choice()
        """Which of the tags or statuses that the tray shows enter takes."""
        self.offered: Offer | None = None
        """What else there is to choose from, while a command waits for its key."""
        self.linking = ""
        """Where a link begins that waits for its other end."""
        self.about = ""
        """What the note is on that is being written."""
        self._saved: SaveState | None = None
        self._saved_until = 0.0

    def say(self, words: str | Sequence[str], kind: str) -> None:
        """Keeps lines for the reader; ``error``, ``warning`` and ``success`` are coloured so."""
        self._notice = ((words,) if isinstance(words, str) else tuple(words), kind)
        self._until = monotonic() + NOTICE_SECONDS

    def beside(self, *lines: str) -> list[str]:
        """What came of itself, to be said under what is being said: it drives no answer away."""
        said = self.said
        answer = [one for one in said if one not in (*self._came, *lines)]
        came = [one for one in self._came if one in said and one not in lines]
        self._came = (*came[-_CAME:], *lines)
        return [*answer, *self._came]

    def announce(self, lines: Sequence[str]) -> None:
        """Keeps what came of itself until it could be read, and then until the next key.

        It stands above what is said besides; neither drives the other away.
        """
        self._news, self._news_until = tuple(lines), monotonic() + NOTICE_SECONDS

    @property
    def speaking(self) -> bool:
        """Whether the reader is being told something."""
        return bool(self.said)

    @property
    def said(self) -> tuple[str, ...]:
        """What the reader is being told."""
        return self._notice[0] if self._notice and monotonic() < self._until else ()

    @property
    def announcing(self) -> bool:
        """Whether something announced is still there to be read."""
        return bool(self._news)

    def heard(self) -> None:
        """Drops what was announced: the reader has gone after it."""
        self._news = ()

    def unsay(self, words: str) -> None:
        """Takes words out of what is being said, since they are not so any more."""
        if self._notice is not None:
            lines, kind = self._notice
            self._notice = tuple(line.replace(words, "") for line in lines), kind

    def forget(self) -> None:
        """Drops what was said."""
        self._notice = None
        if monotonic() >= self._news_until:
            self._news = ()

    def refresh(self, moment: Moment) -> None:
        """Shows how things stand."""
        if not self.tray.is_attached:  # what is heard of while the screen is being taken down
            return
        chrome = self._painter.chrome
        if self._keys.waiting is None:
            self.choice.clear()
            self.offered = None
        first, *more = self._tray(moment)
        self.tray.show(first, (), self._painter.panel(), more)
        asked = self._keys.waiting is not None or self._keys.pending
        here = _here(moment)
        context = "waiting" if asked else here
        parts = self._parts(moment, here)
        if context not in _READING:
            self._make_room(parts, moment, context)
        left = [piece for name in _LEFT for piece in parts[name]]
        right = [piece for name in _RIGHT for piece in parts[name]]
        room = moment.columns - measured(left) - measured(right) - 1
        shown = hints(self._painter, self._keys, context, room, entries_at(self._focused))
        self.status.show(left, [*shown, *right], chrome(active=False))

    def _make_room(self, parts: dict[str, list[Piece]], moment: Moment, context: str) -> None:
        from tui.reading.status_row import give_way

        columns, listed = moment.columns, entries_at(self._focused)
        keys = hints(self._painter, self._keys, context, columns, listed, spare=False)
        give_way(parts, columns - 1 - measured(keys), failed=bool(moment.saved.failure))

    def _parts(self, moment: Moment, here: str) -> dict[str, list[Piece]]:
        """What the status line says besides the keys."""
        painter, style = self._painter, self._painter.chrome(active=False)
        mode = status.mode(here, self._keys.waiting)
        typed, hidden = self._keys.typed, self._company.left_out
        choose, look = (self._keys.named(one) for one in ("conflicts.open", "changed.open"))
        return {
            "mode": [(f" {mode} ", painter.chrome(active=True, bar=True))],
            "position": [(f" {status.position(moment.view)} ", style)],
            **self._walked(moment),
            "link": [(f" {moment.link} ", style)] if moment.link else [],
            "hidden": [(f" without {visible(', '.join(hidden))} ", style)] if hidden else [],
            "typed": [(f" {typed}", painter.chrome(active=True))] if typed else [],
            "search": [(f"  {moment.progress}", style)] if moment.progress else [],
            "unread": status.unread(painter, self._session.unread),
            "waiting": [
                *status.undecided(painter, self._session.undecided(), choose),
                *status.waiting(painter, self._session.waiting(), look),
            ],
            "saved": [("  ", style), self._saving(moment.saved), (" ", style)],
        }

    def _walked(self, moment: Moment) -> dict[str, list[Piece]]:
        """Which hit of how many, and where hits stand; without any, how far one has come."""
        if not moment.find:
            return {"find": [], "gauge": progress(self._painter, moment.view, moment.columns)}
        from tui.reading.overview import overview

        words, *bars = overview(self._painter, moment.find, moment.columns)
        return {"find": [words], "gauge": bars}

    @property
    def _focused(self) -> Widget | None:
        return self.tray.screen.focused

    def _saving(self, state: SaveState) -> Piece:
        """Whether everything is on disk; that it is, for some seconds after it got there."""
        if state != self._saved:
            self._saved, self._saved_until = state, monotonic() + SAVED_SECONDS
        if state.unsaved or monotonic() < self._saved_until:
            return status.saved(self._painter, state)
        return "", self._painter.chrome(active=False)

    def _tray(self, moment: Moment) -> list[list[Piece]]:
        """The rows of the tray: one, but for what is said at more length or besides."""
        asked = self._asked(moment.columns, len(self._above()))
        if asked is not None:
            return [*self._above(), *asked]
        news = self._said(self._news, "warning", moment.columns) if self._news else []
        if self._notice is not None and monotonic() < self._until:
            said = [*news, *self._said(*self._notice, moment.columns)]
            return [*said, *self._to_decide_on(moment)]
        shown = self._shown(moment)
        return [*news, *shown] if any(shown) or not news else news

    def _above(self) -> list[list[Piece]]:
        """What stands over things that are offered; which of them it is, where they scroll."""
        offered, painter = self.offered, self._painter
        if offered is None or not offered.above:
            return []
        count = f"  {self.choice.index + 1} of {len(offered.options)}"
        scrolls = len(offered.options) > self._room(0, above=1).rows
        many = [(count, painter.panel(muted=True))] if scrolls else []
        return [[(f" {visible(offered.above)}", painter.panel()), *many]]

    def _said(self, lines: Sequence[str], kind: str, width: int) -> list[list[Piece]]:
        style = self._painter.notice(kind)
        rows = [f" {visible(line)}" for line in lines]
        if len(rows) > 1 or cell_len(rows[0]) > width:
            from tui.reading.long_notice import notice_rows

            rows = notice_rows(lines, width, self.tray.screen.size.height)
        return [[(row, style)] for row in rows]

    def _asked(self, columns: int, above: int) -> list[list[Piece]] | None:
        """What the next key may be, where one is waited for."""
        painter = self._painter
        waiting = self._keys.waiting
        if self._keys.pending:
            from tui.reading.which_key import which_key

            return [which_key(painter, self._keys.followers, columns)]
        if waiting is not None:
            room = self._room(columns, above)
            match waiting.action.id:
                case "tag":
                    return [status.palette_hint(painter, self._palette, self.choice.index, columns)]
                case "status.set":
                    return status.status_hint(painter, self._palette.statuses, self.choice, room)
                case _ if self.offered is not None:
                    return status.offered(painter, self.offered.options, self.choice.index, room)
                case _:
                    words = f" {waiting.action.title}: {waiting.action.takes}"
                    return [[(words, painter.panel())]]
        return None

    def _room(self, columns: int, above: int = 0) -> status.Room:
        """The room for what there is to choose from, under so many rows."""
        return status.Room(columns, max(1, self.tray.screen.size.height // _SHARE - above))

    def _shown(self, moment: Moment) -> list[list[Piece]]:
        """The statuses to decide on, what is written on, or the annotations here."""
        if moment.context == "note" and self.about:
            return [[(f" {visible(self.about)}", self._painter.panel())]]
        if self.linking:
            return [[*self._begun(), *self._annotated(moment)]]
        return self._to_decide_on(moment) or [self._annotated(moment)]

    def _to_decide_on(self, moment: Moment) -> list[list[Piece]]:
        """The statuses and their numbers, in a list where a number decides at once."""
        if moment.context != "review" or not self._listed():
            return []
        room = self._room(moment.columns)
        return status.status_hint(self._painter, self._palette.statuses, None, room)

    def _listed(self) -> bool:
        """Whether the panel that has the keys lists anything."""
        entries = entries_at(self._focused)
        return entries is not None and entries.count() > 0

    def _annotated(self, moment: Moment) -> list[Piece]:
        here, current, whole, gone = moment.standing
        if moment.context in _SELECTING and (listed := getattr(self._focused, "selected", None)):
            here, current, gone = [one] if (one := listed()) is not None else [], None, ()
        if not here:
            told = status.on_document(self._painter, self._palette, whole, self._company)
        else:
            key = self._keys.named("annotation.other") if moment.context == "reading" else ""
            resizing = _here(moment) == "resizing"
            told = status.tray(
                self._painter, self._palette, here, self._company, current, key, quoting=resizing
            )
        if gone:
            from tui.reading.lost_here import lost_here

            key = self._keys.named("changed.open")
            told = [*lost_here(self._painter, self._palette, gone, key, bool(told)), *told]
        return told

    def _begun(self) -> list[Piece]:
        """Where the link that is being made begins, and how it goes on."""
        from tui.relation_words import shortened

        words = visible(shortened(self.linking, max(_LEAST, self.tray.size.width // 2 - 12)))
        key = visible(self._keys.named("annotation.link"))
        on = f"  {key}: to " if key else "  to "
        painter = self._painter
        return [(f" {words}", painter.panel(accent=True)), (on, painter.panel(muted=True))]
