"""The reader's desk: what is open, where, what is saved, and the work of idle moments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from tui.jumps import Jumps, Place
from tui.pane.geometry import MOST_PANES
from tui.reading.chores import Chores
from tui.reading.positions import (
    OpenPane,
    Position,
    Positions,
    load_positions,
)
from tui.reading.quotes import Quotes
from tui.saving import BackgroundSaver, SaveReport, SaveState

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.model import Change
    from documents.document import Document
    from tui.pane.colouring import Colouring
    from tui.pane.pane import Pane
    from tui.reading.arrangement import Arrangement
    from tui.reading.keeping import PlaceKeeper
    from tui.reading.whence import Was
    from tui.session import Session
    from tui.typography import Typography

_SYNTAX_SECONDS = 0.002
_SHORT = 100_000
"""Code points of a text whose sentences are counted at once: a dozen steps."""


class Desk:
    """What the reading screen works with besides what it shows."""

    def __init__(
        self,
        session: Session,
        named: Sequence[str],
        folder: Sequence[str],
        typography: Typography,
        *,
        report: Callable[[SaveReport], None],
        wake: Callable[[], None],
    ) -> None:
        self.session = session
        self.positions: Positions = load_positions(session.workspace)
        session.company.hidden = frozenset(self.positions.hidden)
        self.typography = typography.changed_by(self.positions.reading)
        self._configured = typography
        self.chores = Chores()
        self.wake = wake
        self.jumps = Jumps(self.positions.behind, self.positions.ahead)
        self.quotes = Quotes(self.positions.quotes)
        self.left = [] if named else [pane.path for pane in self.positions.panes]
        """What was open the last time, and is meant to be again."""
        self.opened, self.active = _opened(named, folder, self.positions)
        # Of each text the colours, for all panes that show it; by the text's identity.
        self._elsewhere: tuple[list[Path], dict[tuple[str, str], Change]] = [], {}
        self._colourings: WeakValueDictionary[int, Colouring] = WeakValueDictionary()
        self._saver = BackgroundSaver(
            lambda: session.store,
            session.author,
            report,
            session.documents.whole,
            lambda meanwhile: session.keep_history(meanwhile=meanwhile),
            session.wrote,
        )

    # Saving

    @property
    def save_state(self) -> SaveState:
        """Whether everything is on disk."""
        return self._saver.state

    def save(self, document: Document, changes: Sequence[Change]) -> None:
        """Has changes saved that were made on this text of a document."""
        self._saver.submit(document, changes)

    def save_together(self, edits: Iterable[tuple[Document, Sequence[Change]]]) -> None:
        """Has changes to several documents saved; see ``BackgroundSaver.submit_together``."""
        self._saver.submit_together(edits)

    def pending(self, path: str) -> bool:
        """Whether changes to the annotations of a document are not on disk yet."""
        return self._saver.pending(path)

    def unsaved_paths(self) -> set[str]:
        """The documents of which changes to annotations are not on disk yet."""
        return self._saver.unsaved_paths()

    def save_elsewhere(self, folder: Path) -> list[Path]:
        """Saves what cannot be saved here in another folder; gives the files. Blocks.

        Raises SaveFailed, UnreadableAnnotations, CannotOpen and OSError.
        """
        from annotations.elsewhere import save_elsewhere

        session, waiting = self.session, self._saver.waiting()
        files = save_elsewhere(session.workspace, session.author, self._saver.unsaved(), folder)
        self._elsewhere = files, waiting
        return files

    def saved_elsewhere(self) -> list[Path]:
        """The files that have everything which is not on disk here; none where there are none."""
        files, changes = self._elsewhere
        waiting = self._saver.waiting()
        return files if all(changes.get(key) == one for key, one in waiting.items()) else []

    def retry(self) -> None:
        """Tries again to save what could not be saved."""
        self._saver.retry()

    def flush(self, timeout: float = 10.0) -> SaveState:
        """Waits for what is being saved; what the answer counts as unsaved is not on disk."""
        self._keeper.flush()
        return self._saver.flush(timeout)

    def wait(self, timeout: float) -> bool:
        """Waits for what is being saved; whether all is, or failed, within so many seconds."""
        return self._saver.wait(timeout)

    def close(self, timeout: float = 10.0) -> SaveState:
        """Saves what is left, for the last time; the steps for undo too, where some is lost."""
        self._keeper.flush()
        state = self._saver.close(timeout)
        if state.unsaved:
            self.session.keep_history(meanwhile=True)
        return state

    # Places

    def position(self, path: str) -> Position:
        """Where the reader was in a document."""
        return self.positions.places.get(path) or Position()

    def remember(self, pane: Pane) -> None:
        """Keeps the place in the document that a pane shows."""
        document, position = pane.document, pane.position
        if (
            document is not None
            and position is not None
            and self.session.documents.saveable(document.path)
        ):
            self.positions.remember(document.path, Position(*position))
            self.quotes.take(Place(document.path, position[0]), document.text)

    def quote(self, place: Place) -> None:
        """Remembers the words at a place, so that it is found again when the text has changed."""
        if self.session.documents.is_open(place.path):
            self.quotes.take(place, self.session.documents.at(place.path).text)

    def settled(self, place: Place) -> Place:
        """Where a remembered place is in today's text. Raises CannotOpen."""
        known = self.session.documents.known(place.path)
        if known is not None and not known.complete and place.offset >= len(known.text):
            return place  # its words are looked for when the text is there
        document = self.session.documents.at(place.path, reach=place.offset)
        return Place(place.path, self.moved_to(document, place.offset))

    def moved_to(self, document: Document, offset: int) -> int:
        """Where the words of a remembered place now are in a document."""
        return self.quotes.settled(Place(document.path, offset), document.text)

    def keep_places(
        self, arrangement: Arrangement[Pane], held: Callable[[Pane], Was | None]
    ) -> None:
        """Writes down which panes there are and where the reader is, for the next time.

        ``held`` gives what a pane is to be given back with, where it is only borrowed.
        """
        positions = self.positions
        positions.panes, positions.active = [], 0
        for number, pane in enumerate(arrangement.panes):
            self.remember(pane)
            document, place = pane.document, pane.position
            if document is None or place is None:
                continue
            path, cursor, top = held(pane) or (document.path, *place)
            if not self.session.documents.saveable(path):
                continue
            if number == arrangement.active:
                positions.active = len(positions.panes)
            share = round(arrangement.shares[number], 4)
            positions.panes.append(OpenPane(path, cursor, top, share))
        self.remember(arrangement.panes[arrangement.active])  # of two places in a text this one
        self.quotes.keep_only(positions.remembered())
        self._keeper.keep(positions)

    @cached_property
    def _keeper(self) -> PlaceKeeper:
        from tui.reading.keeping import PlaceKeeper

        return PlaceKeeper(self.session.workspace)

    def typeset(self, typography: Typography) -> None:
        """Keeps how the text is set from now on, as far as it is not as configured."""
        self.typography = typography
        self.positions.reading = self._configured.differences(typography)

    def title(self, path: str) -> str:
        """What stands over a document: its name, and who published it, or that it is gone."""
        absent = self.session.absent
        if absent.away(path):
            other = absent.like(path)
            return f"{path}  ·  gone; now {other}?" if other else f"{path}  ·  gone from the disk"
        source = self.session.workspace.source(path)
        return f"{path}  ·  {source.outlet}" if source.outlet else path

    # Idle work

    def moved(self, pane: Pane) -> None:
        """Plans what a move makes to do: what is in sight is coloured, the next page laid out."""
        if pane.syntax is not None and not pane.syntax.covers(*pane.in_sight):
            self.chores.add((pane, "colour"), _colour(pane, pane.syntax), in_sight=True)
        self.chores.add((pane, "lay out"), _lay_out(pane), in_sight=True)
        self.wake()

    def begin(self, pane: Pane, document: Document) -> None:
        """Plans the work that a document just shown makes: counting, colouring, laying out."""
        begin = _begin_headings if document.kind == "prose" else self._begin_colour
        self.chores.add((pane, "colour"), begin(pane, document), in_sight=True)
        if document.complete:
            short = len(document.text) <= _SHORT
            self.chores.add((pane, "count"), document.segmentation.count(), in_sight=short)
        self.moved(pane)

    def leave(self, pane: Pane) -> None:
        """Keeps the place in the document of a pane, and drops what was to be done for it."""
        self.remember(pane)
        self.chores.drop(pane)

    def _begin_colour(self, pane: Pane, document: Document) -> Iterator[None]:
        colouring = self._colourings.get(id(document.text))  # whose text it keeps
        if colouring is None:
            from tui.syntax import SyntaxColouring

            colouring = SyntaxColouring(document.text, document.path, document.kind)
            self._colourings[id(document.text)] = colouring
            yield
        pane.set_syntax(colouring)
        self.chores.add((pane, "colour the rest"), _colour_rest(colouring))
        yield from _colour(pane, colouring)


def _opened(
    named: Sequence[str], folder: Sequence[str], positions: Positions
) -> tuple[list[OpenPane], int]:
    """The panes to open: for those named; else the folder's of the last time, or its first two."""
    before = [number for number, pane in enumerate(positions.panes) if pane.path in folder]
    if before and not named:
        active = sum(number < positions.active for number in before)
        panes = [positions.panes[number] for number in before[:MOST_PANES]]
        return panes, min(active, len(panes) - 1)
    places = positions.places
    return [
        OpenPane(path, place.cursor, place.top)
        for path in (named[:MOST_PANES] or folder[:2])
        for place in [places.get(path) or Position()]
    ], 0


def _lay_out(pane: Pane) -> Iterator[None]:
    view = pane.view
    if view is not None:
        yield from view.rows.prepare(*pane.in_sight)


def _begin_headings(pane: Pane, document: Document) -> Iterator[None]:
    from documents.spans import Span
    from tui.pane.prose_headings import ProseHeadings

    yield
    found = ProseHeadings(document)
    pane.set_syntax(found)
    pane.repaint_spans(Span(*place) for *place, _ in found.spans(*pane.in_sight))


def _colour(pane: Pane, colouring: Colouring) -> Iterator[None]:
    """Colours what is in sight, and repaints it once."""
    while not colouring.covers(*pane.in_sight) and colouring.advance(_SYNTAX_SECONDS):
        yield
    pane.repaint()


def _colour_rest(colouring: Colouring) -> Iterator[None]:
    while colouring.advance(_SYNTAX_SECONDS):
        yield
