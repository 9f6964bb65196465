"""The application: the reading screen, what runs beside it, and how it begins and ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING, ClassVar

os.environ.setdefault("ESCDELAY", "25")  # read by Textual when it is imported

import tui.lean_imports  # noqa: F401  (before anything else imports what it is about)

# isort: split

from textual import events
from textual.app import App
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.screen import Screen

from documents.document import Document
from documents.settings import SETTINGS_FILE
from documents.workspace import Opened
from tui.actions import action
from tui.alt_digits import hear_alt_digits
from tui.config import CONFIG_FILE, Config
from tui.foreign_keys import Foreign
from tui.handlers.registry import import_handlers
from tui.key_queue import KeyQueue
from tui.keys import Command, Keymap, KeyReader
from tui.output import complain
from tui.pane.painter import Painter
from tui.reading.background import Background
from tui.reading.desk import Desk
from tui.reading.screen import ReadingScreen
from tui.session import Session
from tui.signs import usual_boxes
from tui.terminal.repainting import Repainting
from tui.themes import THEMES
from tui.themes.for_textual import textual_theme
from tui.widgets.ascii_signs import AsciiSigns

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType
    from textual.driver import Driver

_STANDARD_INPUT = "(standard input)"
_DEFAULT_THEME = "dark"
_PLAIN = "\x1b[m"
"""The look that every frame begins with, and leaves."""

_SWITCH = 0.0005
"""Seconds that a thread at work keeps the interpreter while the screen's waits for it: a tenth of
Python's own measure, since for one key the screen may wait several times."""

_AFTER_FIRST_PAINT = 0.05
"""Seconds; threads that import and read would take the interpreter from the first paint."""


def _with_room(emptied: Callable[[], None]) -> AbstractContextManager[bool]:
    """For a driver that always takes a frame."""
    return nullcontext(True)


class SidelightApp(App[int]):
    """Sidelight on the terminal."""

    TITLE = "Sidelight"
    ENABLE_COMMAND_PALETTE = False  # the reading screen has its own
    BINDINGS: ClassVar = []

    def __init__(
        self,
        session: Session,
        named: Sequence[str],
        folder: Sequence[str],
        config: Config,
        left_out: Sequence[Path] = (),
    ) -> None:
        without_colour = "NO_COLOR" in os.environ
        hear_alt_digits()
        self._cursor_is_seen = config.cursor == "visible"  # asked by the base class
        super().__init__(ansi_color=without_colour or None)  # the terminal's own, or ours
        import_handlers(all_of_them=False)
        self._keymap_of_ours = Keymap(config.keys)
        self._warnings = (*config.warnings, *session.workspace.settings.warnings)
        self._named = len(named)
        self._left_out = left_out
        self.background = Background(self, session)
        desk = Desk(
            session,
            named,
            folder,
            config.typography,
            report=self.background.saved,
            wake=self.background.wake,
        )
        self.usual_theme = config.theme or _DEFAULT_THEME
        """The theme where none was chosen for this workspace."""
        name = desk.positions.theme or self.usual_theme
        if without_colour:
            name = "mono"
        boxes = desk.positions.boxes or config.boxes or usual_boxes(os.environ)
        theme = THEMES.get(name, THEMES[_DEFAULT_THEME])
        self.painter = Painter(theme, ascii_only=boxes == "ascii")
        self._ascii_signs = AsciiSigns()
        self.register_theme(textual_theme(self.painter.theme))
        self.theme = self.painter.theme.name
        keys = KeyReader(self._keymap_of_ours, Foreign(config.keyboard), config.langmap)
        self._repainting = Repainting()
        self.loses = False
        """Whether the reader leaves with changes that are not on disk, when they were asked."""
        self.typed = KeyQueue(self, super().on_event)
        self.reading = ReadingScreen(desk, self.painter, keys, self.background)

    async def on_event(self, event: events.Event) -> None:
        """Gives out what is typed in its order; the rest goes where Textual sends it."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.typed.add(event)
        else:
            await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is the only one; help lies over it."""
        return self.reading

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every painted row goes through; with signs in ASCII where the reader wants them."""
        filters = super().get_line_filters()
        return [*filters, self._ascii_signs] if self.painter.ascii_only else filters

    def get_driver_class(self) -> type[Driver]:
        """The driver that writes without a change of threads, where it fits the terminal."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":  # Windows, or what the environment asks for
            return found
        from tui.terminal.driver import SeenCursorDriver, ShortDriver

        return SeenCursorDriver if self._cursor_is_seen else ShortDriver

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Sends what is to be seen to the terminal; Textual's own, in fewer bytes.

        The terminal's cursor goes to its place with it: where a widget is, is known by now.
        """
        self.cursor_position = self._cursor_on(screen) or self.cursor_position
        frame = getattr(self._driver, "frame", _with_room)
        with frame(self._paint_when_free) as has_room:
            if not has_room:
                return
            lean = self._repainting.lean(renderable)
            super()._display(screen, lean)  # type: ignore[arg-type]

    def _cursor_on(self, screen: Screen[object]) -> Offset | None:
        """Where the terminal's cursor belongs; None where there is no such place, and it stays."""
        if screen.focused is None:  # the keys go to the text, which takes no focus
            return self.reading.pane.cursor_on_screen() if screen is self.reading else None
        from tui.widgets.terminal_cursor import cursor_of

        return cursor_of(screen)

    def on_resize(self) -> None:
        """Takes nothing on the terminal for known: it moves its rows when its size changes."""
        self._repainting.forget()

    def _paint_when_free(self) -> None:
        """Hears in another thread that a slow terminal can take the screen as it is now."""
        with suppress(RuntimeError):  # the loop is closed
            self.call_later(self.paint_anew)

    def paint_anew(self) -> None:
        """Paints the whole screen, whatever stands on the terminal."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(_PLAIN)
        self._repainting.forget()
        self.screen.refresh(layout=True)

    async def action_quit(self) -> None:
        """Leaves as ``q`` does, whichever key of Textual's asked for it."""
        self.call_later(self.reading.run, Command(action("quit")))

    def action_help_quit(self) -> None:
        """Textual's answer to ctrl+c where nothing copies: a notice over the last rows. Not here,
        where the key goes to the reading screen, or to what is typed into.
        """

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lets Textual's ctrl+q go where the keymap has another use for it."""
        bound = self._keymap_of_ours.action("reading", "ctrl+q")
        if action == "quit" and bound is not None and bound.id != "quit":
            return False
        return super().check_action(action, parameters)

    def on_ready(self) -> None:
        """Begins what the first paint did not have to wait for."""
        self.app_suspend_signal.subscribe(self, lambda _: self._repainting.forget())
        self.app_resume_signal.subscribe(self, lambda _: self.paint_anew())
        if self._warnings:
            self.reading.say([_without_folder(one) for one in self._warnings], "warning")
        elif self._left_out:
            from tui.reading.crowd import elsewhere

            self.reading.say(elsewhere(self._left_out, self.reading.session.workspace), "warning")
        elif self.reading.desk.left:
            from tui.reading.gone import not_reopened

            if words := not_reopened(self.reading):
                self.reading.say(words, "warning")
        elif self._named > 1:
            from tui.reading.crowd import crowd

            in_sight = len(self.reading.row.in_sight)
            if words := crowd(self._named, in_sight, self.reading.keys):
                self.reading.say(words)
        self.set_timer(_AFTER_FIRST_PAINT, self._begin_background)

    def _begin_background(self) -> None:
        gc.freeze()  # what start-up made stays: no collection has to look at it again
        gc.enable()
        if not self.is_headless:
            from tui.ending import end_when_told

            end_when_told(self)
            sys.setswitchinterval(_SWITCH)
        self.background.start(self.reading)
        import_handlers()


def run(
    opened: Opened,
    *,
    named: Sequence[str],
    documents: Mapping[str, Document] | None = None,
    author: str,
    config: Config,
    encoding: str | None = None,
    stdin_text: str | None = None,
) -> int:
    """Opens the reader, and gives its exit status when the reader leaves.

    ``named`` are the documents asked for by name, to be set side by side; where there are none,
    it is those that were open before, or the first two of what ``opened`` selects. ``documents``
    are those that were read already.
    """
    extra = [] if stdin_text is None else [Document(_STANDARD_INPUT, stdin_text)]
    session = Session(
        opened.workspace, author, encoding=encoding, extra=extra, documents=documents or {}
    )
    named = [*(document.path for document in extra), *named]
    app = SidelightApp(session, named, opened.selected, config, opened.left_out)
    try:
        status = app.run()
    finally:
        app.background.close()
        left = app.reading.desk.close()
    if left.unsaved:
        from tui.reading.elsewhere import brings_home, not_saved

        complain(not_saved(left))
        files = app.reading.desk.saved_elsewhere()
        for line in brings_home(files, opened.workspace.root, author):
            complain(line)
        return 1
    if app.loses:  # asked for, and then there was nothing to be lost
        return 0
    return status if status is not None else app.return_code or 0


def _without_folder(warning: str) -> str:
    """A line on a file of settings that names the file alone, wherever it is."""
    name = next(one for one in (CONFIG_FILE, SETTINGS_FILE) if one in warning)
    return name + warning.partition(name)[2]
