"""Linking panes, bringing one to what another tells, and comparing the two word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.visible import visible

if TYPE_CHECKING:
    from documents.document import Document
    from documents.spans import Span
    from tui.keys import Command
    from tui.panels.compare import Passage
    from tui.reading.links import Links
    from tui.reading.screen import ReadingScreen

_SAYS = {
    "off": "The panes are no longer linked",
    "content": "Linked by content: the other pane follows to the passage that tells the same",
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
        reading.activate(reading.pane)  # what was open before may have had the keys


def show_comparison(reading: ReadingScreen) -> None:
    """Shows in the open comparison what is known of the current sentence."""
    from search_index.alignment.running_text import running_text
    from tui.panels.compare import ComparePanel
    from tui.reading.links import best_of

    panel, view = reading.panel, reading.pane.view
    if not isinstance(panel, ComparePanel) or view is None or view.cursor is None:
        return
    here = _passage(view.document, view.cursor)
    matches = reading.links.matches()
    match = best_of(matches)
    if match is None:
        words = reading.links.nothing() if matches else "Looking for what tells the same…"
        panel.show_alone(here, words)
        return
    document = next(document for document, found in matches.items() if found is match)
    running = running_text(view.document.text, document.text)
    panel.show(here, _passage(document, match.passage), match.percent, running)


def _passage(document: Document, span: Span) -> Passage:
    """A passage as it is shown, with the numbers of its sentences as far as they are known."""
    from tui.panels.compare import Passage

    cut = document.segmentation
    last = cut.sentence_at(span.end - 1) or span
    numbers = dict.fromkeys(cut.number_of(start) for start in (span.start, last.start))
    which = "–".join(str(number) for number in numbers if number is not None)
    return Passage(document.path, document.text[slice(*span)], which)


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
    library, beside = (
        visible(reading.keys.named(action) or "the palette")
        for action in ("library.open", "library.beside")
    )
    if len(reading.panes) > 1:
        return f"All panes show {document.path}: {library} opens another document in one"
    return f"Only {document.path} is open: {library}, then {beside} opens another beside it"
