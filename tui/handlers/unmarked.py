"""Sentences that a search has found and nobody has marked: marked when a link is to hold on to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotations.model import Change
from documents.spans import Span
from tui.handlers.marking import say_of
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from tui.reading.screen import ReadingScreen


class Unmarked(NamedTuple):
    """A sentence of a document, with its words as they were found."""

    path: str
    span: Span
    words: str


def unmarked(reading: ReadingScreen) -> Unmarked | None:
    """The sentence of the hit that is selected, where the keys go to hits in texts."""
    from tui.panels.results import ResultList

    panel = reading.focused
    found = panel.in_text() if isinstance(panel, ResultList) else None
    if found is None or found.sentence is None:
        return None
    return Unmarked(found.document, found.sentence, found.text)


def marked(reading: ReadingScreen, sentence: Unmarked) -> PlacedAnnotation | None:
    """Marks a sentence, without a tag, and gives the annotation; says why it cannot."""
    session, (path, span, words) = reading.session, sentence
    document = session.documents.at(path, reach=span.end)
    if not document.complete:
        reading.say(f"{visible(path)} is still being read; open it there first", "warning")
        return None
    if document.text[slice(*span)] != words:
        reading.say("The text has changed since it was searched; search again", "warning")
        return None
    if not reading.editing.allowed(document):
        return None
    fresh = session.new(document, *span)
    reading.editing.edit("mark", document, Change(None, fresh))
    return session.find(session.author, fresh.id)


def say_marked(reading: ReadingScreen, placed: PlacedAnnotation) -> None:
    """Says that the sentence was marked for the link to begin at, and how that is taken back."""
    key, undo = (visible(reading.keys.named(one)) for one in ("annotation.link", "undo"))
    ways = [f"{key} at another links them"] if key else []
    ways += [f"{undo} takes it back"] if undo else []
    say_of(reading, "; ".join(["Marked", *ways]), placed.annotation)
