"""Copying a passage to the clipboard, with its source or without."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from tui.clipboard import copy
from tui.handlers.registry import handles
from tui.numbers import counted
from tui.pane.view import View
from tui.quoting import HoldsPassages, Passage, plain, quoted
from tui.widgets.takes_keys import TakesKeys

if TYPE_CHECKING:
    from tui.keys import Command
    from tui.reading.screen import ReadingScreen


@handles("copy.quote", "copy.text")
def copy_passage(reading: ReadingScreen, command: Command) -> None:
    """Copies the selection, the current sentence, or the entry selected in a panel."""
    if not isinstance(reading.focused, TakesKeys) and reading.editing.cut_off():
        return
    passage = _passage(reading)
    if passage is None:
        if not _is_kept(reading, command):
            reading.say("Nothing to copy here", "warning")
        return
    session = reading.session
    document = (
        session.documents.at(passage.path) if session.documents.is_open(passage.path) else None
    )
    words = plain(passage.text, document.kind if document else "prose")
    with_source = command.action.id == "copy.quote"
    text = words
    if with_source:
        text = quoted(passage, session.workspace.source(passage.path), document)
    many = counted(len(words), "character")
    done = f"Copied {many}{' with their source' if with_source else ''}"
    reading.run_worker(_copy(reading, text, done), group="copy", exclusive=True)
    reading.pane.perform(View.deselect)


def _is_kept(reading: ReadingScreen, command: Command) -> bool:
    """Whether a list that is not there yet keeps it until there are entries."""
    from tui.panels.list_panel import ListPanel

    return isinstance(reading.focused, ListPanel) and reading.focused.keeps(command)


def _passage(reading: ReadingScreen) -> Passage | None:
    """What a copy is of: the selected entry of a panel that has the keys, or else the text."""
    if isinstance(reading.focused, TakesKeys):
        return reading.focused.passage() if isinstance(reading.focused, HoldsPassages) else None
    view = reading.pane.view
    span = view.focus_span() if view else None
    if view is None or span is None:
        return None
    return Passage(view.document.path, view.document.text[span.start : span.end], *span)


async def _copy(reading: ReadingScreen, text: str, done: str) -> None:
    written: list[str] = []
    problem = await asyncio.to_thread(copy, text, written.append, os.environ)
    for sequence in written:
        _write(reading, sequence)
    reading.say(f"Not copied: {problem}; select less" if problem else done, _kind(problem))


def _kind(problem: str) -> str:
    return "warning" if problem else "success"


def _write(reading: ReadingScreen, sequence: str) -> None:
    """Writes to the terminal between two paints of the screen."""
    driver = reading.app._driver
    if driver is not None:
        driver.write(sequence)
        driver.flush()
