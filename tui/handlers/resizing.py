"""Changing which words an annotation marks: they are selected, and so are others in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.marking import own_here
from tui.handlers.meant import not_yours
from tui.handlers.registry import handles
from tui.keys import Command
from tui.older_texts import with_its_text
from tui.pane.chosen import Chosen
from tui.pane.view import View
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import Annotation, Change, PlacedAnnotation
    from documents.document import Document
    from documents.spans import Span
    from tui.reading.screen import ReadingScreen


@handles("annotation.resize")
def resize(reading: ReadingScreen, command: Command) -> None:
    """Selects what the annotation here marks, to be made more or less."""
    there = own_here(reading)
    if there is None:
        other = reading.editing.current()
        words = not_yours(reading, other) if other else "No annotation here"
        reading.say(words, "warning")
        return
    _select(reading, there)


def _select(reading: ReadingScreen, placed: PlacedAnnotation) -> None:
    from documents.spans import Span
    from tui.pane.selection import covering

    if placed.start is None or placed.end is None:
        reading.say("This annotation has no place in the text", "warning")
        return
    span, of = Span(placed.start, placed.end), placed.annotation.id

    def select(view: View) -> None:
        view.selection = covering(view.document.text, span, of)
        if not view.in_sight(view.selection.head):
            view.show(view.selection.head, view.height // 2)

    reading.pane.perform(select)
    take, leave = (visible(reading.keys.named(one)) for one in ("select.take", "select.cancel"))
    reading.say(f"Select what it is to mark: {take} takes it, {leave} leaves it as it was")


@handles("select.take")
def take(reading: ReadingScreen, command: Command) -> None:
    """Makes the selection what the annotation marks."""
    if reading.context == "placing":
        from tui.handlers.reseating import move_here

        move_here(reading, command)
        return
    view = reading.pane.view
    if view is None or view.selection is None or not view.selection.of:
        key = visible(reading.keys.named("tag"))
        reading.say(f"Nothing is being changed; {key} tags what is selected")
        return
    take_up(reading, view.selection.of)


def take_up(reading: ReadingScreen, of: str, tag: str = "") -> None:
    """Makes the selection the span of the annotation ``of``, with ``tag`` on it, in one step."""
    document, view = reading.pane.document, reading.pane.view
    span = view.focus_span() if view is not None else None
    placed = reading.session.find(reading.session.author, of)
    if document is None or span is None or placed is None:
        reading.say("This annotation is not there any more", "warning")
        return
    if not reading.editing.allowed(document):
        return
    change = _change(reading, document, placed, span, tag)
    if change is None:
        _end(reading, placed)
        reading.say("It marks what it marked before")
        return
    reading.editing.edit("mark other words", document, change)
    _end(reading, reading.session.find(reading.session.author, of) or placed)
    words = visible(" ".join(document.text[span.start : span.end].split()))
    tagged = f", tagged {visible(tag)}" if tag else ""
    reading.say(f"Now marked{tagged}: {words}")


def _change(
    reading: ReadingScreen, document: Document, placed: PlacedAnnotation, span: Span, tag: str
) -> Change | None:
    """The change to this span and tag; None where all is so already."""
    from annotations.decisions import with_old_words
    from annotations.model import Anchor, Change
    from annotations.respanning import respanned

    before = placed.annotation
    after = before
    stands = placed.anchor in (Anchor.EXACT, Anchor.SHIFTED)
    if not stands or (placed.start, placed.end) != span:
        after = respanned(before, document.text, *span)
    if not stands:
        after = with_old_words(after, before.exact)
    after = _tagged(reading, after, tag)
    return None if after is before else Change(with_its_text(reading.session, placed), after)


def _tagged(reading: ReadingScreen, annotation: Annotation, tag: str) -> Annotation:
    if not tag or tag in annotation.tags:
        return annotation
    from tui.tagging import toggled

    return toggled(annotation, tag, reading.session.palette) or annotation


def _end(reading: ReadingScreen, placed: PlacedAnnotation) -> None:
    """Leaves the selection, with the cursor on the annotation and the annotation chosen."""

    def end(view: View) -> None:
        view.selection = None
        if placed.start is not None and placed.end is not None:
            here = view.cursor is not None and view.cursor.overlaps(placed.start, placed.end)
            if not here:
                view.go(placed.start)
        at = view.focus_span()
        view.chosen = Chosen.of(placed, at) if at is not None else None

    reading.pane.perform(end)
