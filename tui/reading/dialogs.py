"""Asking the reader for a line, or for a note, at the bottom of the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

    from annotations.drafts import Subject
    from tui.reading.drafts import Drafts
    from tui.reading.question import Question
    from tui.reading.screen import ReadingScreen
    from tui.widgets.note_editor import NoteEditor
    from tui.widgets.prompt import Prompt


class Dialogs:
    """Opens what is typed into, and gives the keys back to what had them."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._note: NoteEditor | None = None
        self._subject: Subject | None = None
        self._prompt: Prompt | None = None
        self._panel: Widget | None = None
        self._back: Widget | None = None

    async def ask(self, question: Question) -> None:
        """Asks for a line of text in the place of the status line; one question at a time."""
        from tui.widgets.prompt import Prompt

        self.finish()
        reading = self._reading
        back, bars = reading.focused, reading.bars
        bars.status.display = False

        def close() -> None:
            self._prompt = None
            bars.status.display = True
            prompt.remove()
            reading.give_back(back)

        prompt = self._prompt = Prompt(question, close)
        await reading.mount(prompt, after=bars.tray)
        prompt.focus()

    def show_aside(self, words: str) -> None:
        """Says something beside the open question, if there is one."""
        if self._prompt is not None:
            self._prompt.show_aside(words)

    @cached_property
    def drafts(self) -> Drafts:
        """The notes that are being written, or were when the program was killed."""
        from tui.reading.drafts import Drafts

        return Drafts(self._reading)

    @property
    def written_on(self) -> str:
        """The id of the annotation whose note is being written; empty where none is."""
        return self._subject.annotation if self._note is not None and self._subject else ""

    async def edit_note(self, note: str, keep: Callable[[str], None], subject: Subject) -> None:
        """Opens an editor for a note over the tray; it goes on with what was left of it before."""
        from tui.reading.noting import about
        from tui.widgets.note_editor import NoteEditor

        reading = self._reading
        back = reading.focused
        writing = self.drafts.begin(subject)
        reading.bars.about = about(reading.session, subject)

        def close() -> None:
            self._note = None
            reading.bars.about = ""
            editor.remove()
            reading.give_back(back)

        def unsay() -> None:
            reading.bars.forget()
            reading.refresh_status()

        def kept(words: str) -> None:
            keep(words)
            self.drafts.keep(writing)

        self._subject = subject
        editor = self._note = NoteEditor(note, kept, close, reading.say, unsay, writing)
        await reading.mount(editor, before=reading.bars.tray)
        editor.focus()
        if writing.words is not None:
            reading.say("This is what was being written; enter keeps it")

    async def show(self, panel: Widget) -> None:
        """Opens what is chosen from over the tray; ``leave`` closes it."""
        self.finish()
        reading = self._reading
        self._panel, self._back = panel, reading.focused
        await reading.mount(panel, before=reading.bars.tray)
        panel.focus()

    def leave(self) -> None:
        """Closes what was chosen from."""
        panel, self._panel = self._panel, None
        if panel is not None:
            panel.remove()
            self._reading.give_back(self._back)

    def finish(self) -> None:
        """Keeps the note that is being written, if one is; takes the open question back."""
        self.leave()
        if self._note is not None:
            self._note.finish()
        if self._prompt is not None:
            self._prompt.cancel()
