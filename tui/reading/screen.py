"""The reading screen: it puts panes, panels and status together, and hands keys to actions."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from documents.errors import CannotOpen
from tui.actions import Context
from tui.handlers.registry import carry_out
from tui.jumps import Place
from tui.key_names import pressed
from tui.keys import Command, KeyReader
from tui.pane.painter import Painter
from tui.pane.pane import Pane
from tui.reading.answers import no_meaning
from tui.reading.bars import NOTICE_SECONDS, Bars, Moment
from tui.reading.desk import Desk
from tui.reading.dialogs import Dialogs
from tui.reading.dock import Dock
from tui.reading.editing import Editing
from tui.reading.finding import Finding
from tui.reading.pane_row import PaneRow
from tui.reading.searches import Searches
from tui.saving import SaveState
from tui.terminal.compositing import LeanCompositor
from tui.widgets.takes_keys import TakesKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widgets import Static

    from tui.reading.background import Background
    from tui.reading.links import Links

MIN_WIDTH, MIN_HEIGHT = 32, 8


class ReadingScreen(Screen[None]):
    """Documents side by side, with one panel at a time beside or below them."""

    ALLOW_SELECT: ClassVar[bool] = False
    AUTO_FOCUS = None

    def __init__(
        self, desk: Desk, painter: Painter, keys: KeyReader, background: Background
    ) -> None:
        super().__init__()
        self._compositor = LeanCompositor()
        self.styles.overflow_x = self.styles.overflow_y = "hidden"
        self.styles.layers = "base cover"
        self.desk = desk
        self.session = desk.session
        self.painter = painter
        self.keys = keys
        self.background = background
        self.jumps = desk.jumps
        self.bookmarks = desk.positions.bookmarks
        self.row = PaneRow(desk, painter, moved=self._moved, clicked=self._clicked, say=self.say)
        self.dialogs = Dialogs(self)
        self.dock = Dock()
        self.finding = Finding(self)
        self.bars = Bars(painter, self.session, keys)
        self.editing = Editing(self)
        self.searches = Searches(self)
        self._too_small: Static | None = None  # over everything while the screen is too small
        self._ready = False
        self._acting = False  # at a key, after which the status is brought up to date

    # What it is made of

    def compose(self) -> ComposeResult:
        """Panes above, tray and status below; panels come and go around them."""
        yield self.row
        yield self.bars.tray
        yield self.bars.status

    def on_mount(self) -> None:
        """Shows the documents where the reader left them."""
        self._update_timer.resume()  # the wait before its first tick passes meanwhile
        problems = list(self.row.open())
        self._ready = True
        self.activate(self.pane)
        for problem in problems:
            self.say(problem, "error")

    @property
    def pane(self) -> Pane:
        """The pane that actions work on."""
        return self.row.active

    @property
    def panes(self) -> list[Pane]:
        """All panes, left to right."""
        return self.row.panes

    @property
    def panel(self) -> Widget | None:
        """The panel that is open."""
        return self.dock.panel

    @property
    def place(self) -> Place | None:
        """Where the reader is."""
        view = self.pane.view
        if view is None:
            return None
        return Place(view.document.path, view.cursor.start if view.cursor else view.top)

    @cached_property
    def links(self) -> Links:
        """How the panes are linked. Not needed before the first paint."""
        from tui.reading.links import Links

        return Links(self)

    @property
    def linking(self) -> bool:
        """Whether the panes were linked, or compared, at any time."""
        return "links" in self.__dict__

    # Documents in panes

    def show(self, pane: Pane, path: str, offset: int | None = None) -> bool:
        """Shows a document in a pane; see ``PaneRow.show``. Says so where it cannot be opened."""
        problem = self.row.show(pane, path, offset)
        if problem:
            self.say(problem, "error")
        self.finding.mark_in(pane)
        return not problem

    def go(self, place: Place, *, focus: bool = True) -> None:
        """Goes to a place: in the pane that shows its document, or else in the active one.

        Without ``focus`` the keys stay where they are, in a panel.
        """
        pane = self.row.showing(place.path)
        if pane is not None:
            pane.perform(lambda view: view.go(place.offset))
        elif not self.show(self.pane, place.path, place.offset):
            return
        self.activate(pane or self.pane, focus=focus)

    def activate(self, pane: Pane, *, focus: bool = True) -> None:
        """Makes a pane the one that actions work on, and with ``focus`` the one keys go to.

        A pane takes no focus of Textual's: while nothing has it, keys come to the screen itself.
        """
        self.row.activate(pane)
        if self.linking:
            self.links.moved(pane)
        if focus:
            self.set_focus(None)
        self._show_active()

    def _show_active(self) -> None:
        self.row.show_active(takes_keys=self.focused is None)
        self.refresh_status()

    def _clicked(self, pane: Pane) -> None:
        """A click in the text takes the keys; a note that was being written is kept."""
        self.dialogs.finish()
        self.activate(pane)

    def leave_place(self) -> None:
        """Remembers where the reader is, before a jump."""
        if self.place is not None:
            self.jumps.leave(self.place)
            self.desk.quote(self.place)

    # Annotations

    def show_marks(self, paths: set[str] | None = None) -> None:
        """Shows the annotations as they now are, in the panes and in the review queue."""
        self.row.show_marks(paths)
        self.dock.refresh_panel(self)
        self.refresh_status()

    # Saying things

    def say(self, words: str | Sequence[str], kind: str = "information") -> None:
        """Tells the reader something in the tray, for some seconds or until the next key."""
        self.bars.say(words, kind)
        self.set_timer(NOTICE_SECONDS + 0.1, self.refresh_status)
        self.refresh_status()

    def refresh_status(self) -> None:
        """Brings the tray and the status line up to date, and a panel that follows the reader."""
        if self._ready:
            self.dock.follow()
            self.bars.refresh(
                Moment(
                    self.pane.view,
                    self.editing.standing(),
                    self._typing or self.context,
                    self.desk.save_state,
                    self.searches.progress,
                    self.finding.sought(),
                    self.links.words if self.linking else "",
                    self.app.size.width,
                )
            )

    @property
    def _typing(self) -> str:
        """What is being typed into: a search, a note, or nothing."""
        if isinstance(self.focused, TakesKeys | None):
            return ""
        around = (getattr(one, "typing", "") for one in self.focused.ancestors_with_self)
        return next((str(typing) for typing in around if typing), "note")

    # Keys

    @property
    def context(self) -> Context:
        """Where keys go now."""
        if isinstance(self.focused, TakesKeys):
            return self.focused.context
        return self.editing.context

    async def on_key(self, event: events.Key) -> None:
        """Makes actions of keys; what a line to type into did not want comes here too."""
        if not isinstance(self.focused, TakesKeys | None):
            if event.key == "escape":
                event.stop()
                await self.close_panel()
            return
        event.stop()
        event.prevent_default()
        if self._too_small is None:
            await self._act(event)
            return
        command = self.keys.feed(pressed(event.key, event.character), "reading")
        if command is not None and command.action.id == "quit":
            await self.run(command)  # what cannot be seen is not to be worked on

    async def _act(self, event: events.Key) -> None:
        command = self.keys.feed(pressed(event.key, event.character), self.context)
        if not self.keys.typed:  # a count leaves time to read what was said
            self.bars.forget()
        if command is not None:
            self._acting = True
            try:
                await self.run(command)
            finally:
                self._acting = False
        elif self.keys.unknown:
            self.say(no_meaning(self.keys))
        self.refresh_status()

    async def run(self, command: Command) -> None:
        """Carries out a command."""
        try:
            await carry_out(self, command)
        except CannotOpen as error:
            self.say(str(error), "error")

    def give_back(self, focused: Widget | None) -> None:
        """Gives the keys back to what had them before."""
        if focused is not None and focused.is_attached:
            focused.focus()
        else:
            self.activate(self.pane)

    # Panels

    async def open_panel(self, panel: Widget, side: str = "bottom") -> None:
        """Opens a panel in the place of the one that is open."""
        await self.dock.open(panel, side, self)

    def leave_panel(self) -> None:
        """Gives the keys back to the text, and closes the panel when there is time."""
        self.activate(self.pane)
        self.call_next(self.close_panel)

    async def close_panel(self) -> None:
        """Closes the panel, and goes back to the text."""
        await self.dock.close()
        self.activate(self.pane)

    @property
    def loaded(self) -> bool:
        """Whether all annotations were read."""
        return self.background.loaded

    def keep_places(self) -> None:
        """Writes down where the reader is, where that is another place than before."""
        self.desk.keep_places(self.row.arrangement, self.dock.held)

    async def save_all(self) -> SaveState:
        """Keeps the places, and waits for what is not on disk yet."""
        self.keep_places()
        return await asyncio.to_thread(self.desk.flush)

    # Size

    def on_resize(self, event: events.Resize) -> None:
        """Moves the panel to where there is room; a word where nothing fits."""
        small = event.size.width < MIN_WIDTH or event.size.height < MIN_HEIGHT
        if small and self._too_small is None:
            from textual.widgets import Static

            self._too_small = Static(f"Too small: {MIN_WIDTH}×{MIN_HEIGHT} needed")
            self._too_small.styles.layer = "cover"
            self._too_small.styles.width = self._too_small.styles.height = "100%"
            self.mount(self._too_small)
        elif not small and self._too_small is not None:
            self._too_small.remove()
            self._too_small = None
        self.dock.fit(event.size.width)
        self.refresh_status()

    def _moved(self, pane: Pane) -> None:
        self.desk.moved(pane)
        if self.linking:
            self.links.moved(pane)
        if not self._acting:
            self.refresh_status()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Shows that keys go to a panel or a line now, and not to the text."""
        self._show_active()
