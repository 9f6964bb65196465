"""Opening a document, or a note on it, in the reader's own editor."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.editor import NoEditor, chosen_editor, editing_command, line_of
from tui.handlers.marking import note_here, set_note
from tui.handlers.registry import handles
from tui.visible import visible

if TYPE_CHECKING:
    from tui.keys import Command
    from tui.reading.screen import ReadingScreen

_LONGEST_NOTE = 1_000_000  # bytes


@handles("document.edit")
def edit_document(reading: ReadingScreen, command: Command) -> None:
    """Opens the document at the current line, and shows what became of it."""
    view = reading.pane.view
    if view is None:
        return
    document = view.document
    if not reading.session.documents.saveable(document.path):
        reading.say("What came by standard input is no file that can be edited", "warning")
        return
    file = reading.session.workspace.file(document.path)
    if not file.is_file():
        reading.say(f"{document.path} is gone; there is nothing to edit", "warning")
        return
    extracted = "/" in document.reader
    line = None if extracted else line_of(document.text, view.cursor.start if view.cursor else 0)
    reading.background.look()  # as it is now, to see the change
    problem = _edit(reading, str(file), line)
    reading.background.look()
    if problem:
        reading.say(problem, "error")


@handles("note.external")
def edit_note(reading: ReadingScreen, command: Command) -> None:
    """Opens the note of the annotation here, or begins one on the selection or the sentence."""
    target = note_here(reading)
    if target is None:
        return
    document, span, before = target
    note = before.note if before else ""
    with TemporaryDirectory(prefix="sidelight-note-") as folder:  # nobody else can look into it
        file = Path(folder, "note.txt")
        file.write_text(f"{note}\n" if note else "", encoding="utf-8")
        problem = _edit(reading, str(file))
        words = "" if problem else _read_back(file)
    if problem or words is None:
        why = problem or "what was written is no text in UTF-8, or very long"
        reading.say(f"The note is as it was: {why}", "error" if words is None else "warning")
    elif words == note.strip():
        reading.say("The note is as it was")
    else:
        set_note(reading, document, span, before, words)


def _read_back(file: Path) -> str | None:
    """The note that was written; None for what is no note."""
    try:
        data = file.read_bytes() if file.stat().st_size <= _LONGEST_NOTE else b"\xff"
        return data.decode("utf-8-sig").replace("\r\n", "\n").strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        return None


def _edit(reading: ReadingScreen, file: str, line: int | None = None) -> str:
    """Gives the terminal to the editor until it ends; nothing, or what went wrong in a line.

    Saving goes on meanwhile in its thread: no lock is held longer for it.
    """
    try:
        command = editing_command(chosen_editor(os.environ), file, line)
    except NoEditor as error:
        return str(error)
    reading.keep_places()
    try:
        with reading.app.suspend():
            problem = _run(command)
    except SuspendNotSupported:
        return "this terminal cannot be given to an editor"
    reading.app.refresh(layout=True)
    return problem


def _run(command: Sequence[str]) -> str:
    """Runs the editor; an interrupt typed there is for it alone."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        status = subprocess.run(command, check=False).returncode
    except OSError as error:
        return f"{visible(command[0])} cannot be started: {error.strerror}"
    finally:
        signal.signal(signal.SIGINT, before)
    if status:
        how = f"with status {status}" if status > 0 else f"by signal {-status}"
        return f"{visible(command[0])} ended {how}"
    return ""
