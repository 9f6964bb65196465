"""Which of several annotations the keys act on, and the note on a document as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.keys import Command
from tui.pane.chosen import Chosen, following
from tui.pane.view import View
from tui.reading.drafts import subject_of

if TYPE_CHECKING:
    from annotations.model import Annotation
    from documents.document import Document
    from tui.reading.screen import ReadingScreen


@handles("annotation.other")
def other(reading: ReadingScreen, command: Command) -> None:
    """Goes on to another of the annotations at the cursor; the keys act on that one then."""
    here = reading.editing.here()
    now = reading.editing.current()
    view = reading.pane.view
    at = view.focus_span() if view is not None else None
    if not here or at is None:
        reading.say("No annotation here")
        return
    if len(here) == 1 and here[0] is now:
        reading.say("This is the only annotation here")
    chosen = following(here, now, command.times)
    if chosen is not None:
        choose(reading, Chosen.of(chosen, at))


def choose(reading: ReadingScreen, chosen: Chosen) -> None:
    """Has the keys act on an annotation here, and shows its words."""

    def put(view: View) -> None:
        view.chosen = chosen

    reading.pane.perform(put)


@handles("note.document")
async def note_on_document(reading: ReadingScreen, command: Command) -> None:
    """Writes a note on the document as a whole, or goes on with the reader's own."""
    from annotations.drafts import Subject

    document = reading.pane.document
    if document is None or not reading.editing.allowed(document):
        return
    whole = reading.session.marks(document.path).whole
    own = next((one for one in whole if reading.session.own(one)), None)
    before = own.annotation if own is not None else None

    def put(words: str) -> None:
        keep_document_note(reading, document, before, words)

    subject = subject_of(own) if own is not None else Subject(document.path)
    await reading.dialogs.edit_note(before.note if before is not None else "", put, subject)


def keep_document_note(
    reading: ReadingScreen, document: Document, before: Annotation | None, words: str
) -> None:
    """Keeps a note on a document as a whole; one without words is deleted, if it has no tag."""
    from annotations.document_notes import document_note
    from annotations.model import Change
    from tui.session import edited

    if words == (before.note if before is not None else ""):
        return
    if before is None:
        change = Change(None, document_note(words))
    elif words or before.tags:
        change = Change(before, edited(before, note=words))
    else:
        change = Change(before, None)
    reading.editing.edit("note on the text", document, change)
    reading.say("Note on the whole text kept" if words else "Note on the whole text removed")
