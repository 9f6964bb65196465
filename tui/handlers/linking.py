"""Linking panes, bringing one to what another tells, and comparing the two word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.visible import visible

if TYPE_CHECKING:
    from documents.document import Document
    from tui.keys import Command
    from tui.reading.links import Links
    from tui.reading.screen import ReadingScreen

_SAYS = {
    "off": "The panes are no longer linked",
    "content": "Linked by content: the other pane shows what tells the same",
    "proportion": "Linked by proportion: the other pane shows the same share of its text",
}


@handles("link.cycle")
def cycle(reading: ReadingScreen, command: Command) -> None:
    """Links the panes by content, by proportion, or not at all."""
    from tui.reading.links import MODES

    links = reading.links
    mode = MODES[(MODES.index(links.mode) + 1) % len(MODES)]
    if mode != "off" and not _can_link(reading, links):
        return
    links.set_mode(mode)
    reading.say(_SAYS[mode])


@handles("link.bring")
def bring(reading: ReadingScreen, command: Command) -> None:
    """Brings the other pane to what tells the same as the current sentence."""
    if _can_link(reading, reading.links):
        reading.links.bring()


@handles("link.compare")
async def compare(reading: ReadingScreen, command: Command) -> None:
    """Compares the current sentence with what tells the same, or closes the comparison."""
    from tui.panels.compare import ComparePanel

    if isinstance(reading.panel, ComparePanel):
        await reading.close_panel()
    elif _can_link(reading, reading.links):
        await reading.open_panel(ComparePanel(reading.painter), "bottom")
        show_comparison(reading)
        reading.links.moved(reading.pane)


def show_comparison(reading: ReadingScreen) -> None:
    """Shows in the open comparison what is known of the current sentence."""
    from tui.panels.compare import ComparePanel, Passage
    from tui.reading.links import best_of

    panel, view = reading.panel, reading.pane.view
    if not isinstance(panel, ComparePanel) or view is None or view.cursor is None:
        return
    here = Passage(view.document.path, view.document.text[slice(*view.cursor)])
    matches = reading.links.matches()
    match = best_of(matches)
    if match is None:
        panel.show(here, None, 0.0, "" if matches else "Looking for what tells the same…")
        return
    document = next(document for document, found in matches.items() if found is match)
    there = Passage(document.path, document.text[slice(*match.passage)])
    panel.show(here, there, match.confidence)


def _can_link(reading: ReadingScreen, links: Links) -> bool:
    """Whether there is another document to link to; says what to do where there is none."""
    if reading.pane.view is None or reading.pane.view.cursor is None:
        reading.say("There is no sentence here")
        return False
    if not links.others():
        reading.say(_what_to_do(reading, reading.pane.view.document), "warning")
        return False
    return True


def _what_to_do(reading: ReadingScreen, document: Document) -> str:
    keys = reading.keys.keymap.keys("library.open")
    library = f" ({visible(keys[0])})" if keys else ""
    if len(reading.panes) > 1:
        return f"All panes show {document.path}: open another document in one, library{library}"
    return f"Only {document.path} is open: open another document beside it, library{library}"
