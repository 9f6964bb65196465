"""Replying to other authors' annotations, which are never written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Change, PlacedAnnotation
from documents.spans import Span
from tui.handlers.marking import set_note
from tui.handlers.meant import meant_of_others, options
from tui.handlers.registry import handles
from tui.reading.drafts import subject_of
from tui.reading.offering import Offer, offer, taken
from tui.relation_words import quoted
from tui.visible import visible

if TYPE_CHECKING:
    from documents.document import Document
    from tui.keys import Command
    from tui.reading.screen import ReadingScreen


@handles("annotation.reply")
async def reply(reading: ReadingScreen, command: Command) -> None:
    """Writes a note that answers another author's annotation; asks which, where there are more."""
    if command.argument:
        chosen = taken(reading, command)
        if isinstance(chosen, PlacedAnnotation):
            await answer(reading, chosen)
        return
    others = meant_of_others(reading)
    if not others:
        reading.say("No annotation of another author here to reply to", "warning")
    elif len(others) == 1:
        await answer(reading, others[0])
    else:
        offer(reading, command, Offer(options(reading, others), "Reply to which?"))


async def answer(reading: ReadingScreen, placed: PlacedAnnotation) -> None:
    """Opens the note that answers another author's annotation, a new one or the one there is."""
    if placed.start is None and placed.annotation.start is not None:
        reading.say("The place of this annotation was lost; it cannot be answered here", "warning")
        return
    document = reading.session.documents.at(placed.document, reach=placed.end or 0)
    if not reading.editing.allowed(document):
        return
    earlier = reading.session.reply_to(placed)

    def put(words: str) -> None:
        _keep(reading, document, placed, words)

    said = placed.annotation.note.strip() or quoted(placed)
    reading.say(f"Reply to {visible(placed.author)}: {visible(' '.join(said.split()))}")
    subject = (
        subject_of(earlier)
        if earlier
        else subject_of(placed)._replace(annotation="", reply_to=placed.annotation.id)
    )
    await reading.dialogs.edit_note(earlier.annotation.note if earlier else "", put, subject)


def _keep(reading: ReadingScreen, document: Document, placed: PlacedAnnotation, words: str) -> None:
    """Makes the reply, or changes the note of the one that there is."""
    from annotations.replies import reply

    earlier = reading.session.reply_to(placed)
    if earlier is not None:
        span = Span(earlier.start or 0, earlier.end or 0)
        set_note(reading, document, span, earlier.annotation, words)
    elif words:
        fresh = reply(placed, document.text, note=words)
        reading.editing.edit(f"reply to {placed.author}", document, Change(None, fresh))
        reading.say(f"Replied to {visible(placed.author)}")
    else:
        reading.say("No reply made")
