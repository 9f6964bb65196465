"""Opening the echoes of a sentence, and linking it with one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span
from tui.handlers.registry import handles
from tui.quoting import in_quotation_marks
from tui.relation_words import shortened
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import LinkKind
    from documents.document import Document
    from tui.echo_links import End
    from tui.keys import Command
    from tui.panels.echoes_panel import EchoesPanel
    from tui.quoting import Passage
    from tui.reading.screen import ReadingScreen

_QUOTED = 40


@handles("echoes.open")
async def echoes(reading: ReadingScreen, command: Command) -> None:
    """Lists what all other documents tell of the same thing as the current sentence.

    Who comes from a list that is about the sentence, or shows it, goes back into that list; in it
    the key asks for the echoes of the selected one.
    """
    from tui.panels.echoes_panel import EchoesPanel

    panel = reading.panel
    if isinstance(panel, EchoesPanel):
        if reading.focused is panel and not panel.count():
            _say_none(reading, panel)
            return
        if reading.focused is panel:
            panel.open()
        elif panel.is_about(reading.pane):
            panel.come_back()
            return
    await _ask(reading)


async def _ask(reading: ReadingScreen) -> None:
    from search_index.echoes.model import Asked
    from tui.panels.echoes_panel import EchoesPanel

    view = reading.pane.view
    if view is None or view.cursor is None:
        reading.say("There is no sentence here")
        return
    document = view.document
    panel = EchoesPanel(reading, Asked(document.text, view.cursor, document.path, document.kind))
    await reading.open_panel(panel, "bottom")
    panel.focus()
    panel.ask()
    if view.selection is not None:
        reading.say("It is the whole sentence that is looked for, not what is selected in it")


@handles("echoes.other")
def other_place(reading: ReadingScreen, command: Command) -> None:
    """Shows the next document in which the selected echo stands word for word."""
    panel = _panel(reading)
    if panel is None:
        return
    if panel.next_place():
        panel.selected_changed()
    else:
        reading.say("This stands in no other document word for word")


@handles("echoes.supports", "echoes.contradicts", "echoes.repeats")
def link(reading: ReadingScreen, command: Command) -> None:
    """Links the sentence to the selected echo, and marks either where it is not marked yet."""
    from annotations.model import LinkKind

    panel = _panel(reading)
    if panel is not None and (passage := panel.link_end()) is not None:
        _link(reading, panel, passage, LinkKind(command.action.id.partition(".")[2]))


def _link(reading: ReadingScreen, panel: EchoesPanel, passage: Passage, kind: LinkKind) -> None:
    from tui.echo_links import link_edits

    asked = panel.asked
    source = _end(reading, asked.path, asked.span, asked.words, own=True)
    span = Span(passage.start or 0, passage.end or 0)
    target = _end(reading, passage.path, span, passage.text, own=False)
    if source is None or target is None:
        return
    edits = link_edits(reading.session, source, target, kind)
    if not edits:
        reading.say(f"It {kind} it already")
        return
    reading.editing.edit_in(f"link {kind}", edits)
    undo = visible(reading.keys.named("undo"))
    back = f"; {undo} takes it back" if undo else ""
    words = visible(shortened(in_quotation_marks(passage.text), _QUOTED))
    reading.say(f"Linked: {kind} {visible(passage.path)} {words}{back}", "success")


def _end(reading: ReadingScreen, path: str, span: Span, words: str, *, own: bool) -> End | None:
    """An end of the link; says why there can be none."""
    from search_index.echoes.weighing import normal
    from tui.echo_links import end_at

    document: Document = reading.session.documents.at(path, reach=span.end)
    if not document.complete:
        reading.say(f"{visible(path)} is still being read; try again in a moment", "warning")
        return None
    if normal(document.text[slice(*span)]) != normal(words):
        reading.say("The text has changed since it was looked through; ask again", "warning")
        return None
    if not reading.editing.allowed(document):
        return None
    return end_at(reading.session, document, span, own=own)


def _panel(reading: ReadingScreen) -> EchoesPanel | None:
    from tui.panels.echoes_panel import EchoesPanel

    panel = reading.panel if isinstance(reading.panel, EchoesPanel) else None
    if panel is not None and panel.count():
        return panel
    _say_none(reading, panel)
    return None


def _say_none(reading: ReadingScreen, panel: EchoesPanel | None) -> None:
    if panel is not None and panel.answer is None:
        panel.say_wait("Still looking through the other documents")
    else:
        reading.say("No echo is listed here", "warning")
