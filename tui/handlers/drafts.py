"""Going on with a note that was being written when the program was killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span
from tui.actions import action
from tui.handlers.answering import answer
from tui.handlers.marking import set_note
from tui.handlers.registry import carry_out, handles
from tui.jumps import Place
from tui.keys import Command

if TYPE_CHECKING:
    from annotations.drafts import Subject
    from annotations.model import Annotation, PlacedAnnotation
    from tui.reading.screen import ReadingScreen


@handles("note.resume")
async def resume(reading: ReadingScreen, command: Command) -> None:
    """Goes to what the note is on, and opens it as far as it was written."""
    subject = reading.dialogs.drafts.newest
    if subject is None:
        reading.say("No note was left half written", "warning")
        return
    document = reading.session.documents.at(subject.document, reach=subject.end or 0)
    reading.leave_place()
    reading.go(Place(subject.document, subject.start or 0))
    if subject.start is None:
        await carry_out(reading, Command(action("note.document")))
        return
    if subject.reply_to and (answered := _answered(reading, subject)) is not None:
        await answer(reading, answered)
        return
    if not reading.editing.allowed(document):
        return
    before = _annotation(reading, subject)

    def put(words: str) -> None:
        span = Span(subject.start or 0, subject.end or 0)
        if before is not None or words:
            set_note(reading, document, span, before, words)

    await reading.dialogs.edit_note(before.note if before else "", put, subject)


def _annotation(reading: ReadingScreen, subject: Subject) -> Annotation | None:
    """The annotation that the note is on, if it is still there."""
    session = reading.session
    found = session.find(session.author, subject.annotation) if subject.annotation else None
    return found.annotation if found is not None else None


def _answered(reading: ReadingScreen, subject: Subject) -> PlacedAnnotation | None:
    """The annotation that the note answers, if it is still there."""
    session = reading.session
    theirs = (one for one in session.everything() if not session.own(one))
    return next((one for one in theirs if one.annotation.id == subject.reply_to), None)
