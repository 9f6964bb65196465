"""Noting, deleting, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotations.model import Annotation, Change, PlacedAnnotation
from documents.document import Document
from documents.errors import CannotOpen, printable
from documents.spans import Span
from tui.handlers.meant import beside_others, meant_of_others, not_yours
from tui.handlers.registry import handles
from tui.keys import Command
from tui.numbers import counted
from tui.older_texts import with_its_text
from tui.pane.view import View
from tui.quoting import in_quotation_marks
from tui.reading.status import MANY_FILES
from tui.session import edited
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.history import Step
    from tui.reading.screen import ReadingScreen

_FEWEST, _AROUND = 20, 6
"""Columns of words that are quoted at least; those taken by the signs around them."""


def new_on(
    reading: ReadingScreen, document: Document, span: Span, tags: tuple[str, ...], note: str = ""
) -> Annotation:
    """A new annotation of ``span``, not yet added."""
    status = reading.session.palette.initial_status(tags)
    return reading.session.new(document, *span, tags=tags, note=note, status=status)


@handles("note.edit")
async def note(reading: ReadingScreen, command: Command) -> None:
    """Opens the note of the annotation here, or begins one on the selection or the sentence."""
    from annotations.drafts import Subject

    settle_span(reading)
    target = note_here(reading)
    if target is None:
        return
    document, span, before = target
    chosen = reading.pane.view is not None and reading.pane.view.selection is not None

    def put(words: str) -> None:
        if before is None and not words:
            return
        set_note(reading, document, span, before, words)
        if chosen:
            end_selection(reading)

    if before is None and (others := beside_others(reading)):
        reading.say(f"A note of your own: {others}")
    words, named = document.text[slice(*span)], before.id if before else ""
    subject = Subject(document.path, *span, words, named)
    await reading.dialogs.edit_note(before.note if before else "", put, subject)


def note_here(reading: ReadingScreen) -> tuple[Document, Span, Annotation | None] | None:
    """What a note here would be on, and the annotation that has it or would get it.

    Says why, where there can be none.
    """
    document, span = reading.pane.document, span_here(reading)
    if document is None or span is None:
        reading.say("Nothing to note here: the document has no sentence", "warning")
        return None
    if not reading.editing.allowed(document):
        return None
    there = own_here(reading)
    return document, span, there.annotation if there else None


def set_note(
    reading: ReadingScreen, document: Document, span: Span, before: Annotation | None, words: str
) -> None:
    """Writes a note on an annotation, or makes one of the span for it."""
    if before is None:
        change = Change(None, new_on(reading, document, span, (), words))
    elif words == before.note:
        return
    elif not (words or before.tags or before.status):
        change = Change(before, None)
    else:
        change = Change(before, edited(before, note=words))
    reading.editing.edit("note", document, change)
    reading.say("Note kept" if words else "Note removed")


def chooses_on(reading: ReadingScreen, command: Command, count: int) -> bool:
    """Whether the key was an arrow, among ``count`` in the tray; the command waits on then."""
    moved = reading.bars.choice.moves(command.argument, count)
    if moved:
        reading.keys.wait_for(Command(command.action, command.count))
    return moved


@handles("annotation.delete")
def delete(reading: ReadingScreen, command: Command) -> None:
    """Deletes the annotation here."""
    if stays := getattr(reading.focused, "stays", ""):
        reading.say(stays, "warning")
        return
    there = own_here(reading)
    if there is None:
        others = meant_of_others(reading)
        words = not_yours(reading, others[0]) if others else "No annotation here"
        reading.say(words, "warning")
        return
    document = reading.session.documents.at(there.document)
    before = with_its_text(reading.session, there)
    astray = astray_without(reading, [there])
    reading.editing.edit("delete", document, Change(before, None))
    if reading.pane.view is not None and resized(reading.pane.view):
        end_selection(reading)
    say_of(reading, f"Deleted ({astray})" if astray else "Deleted", there.annotation)


def astray_without(reading: ReadingScreen, those: Sequence[PlacedAnnotation]) -> str:
    """What links and replies lead nowhere once ``those`` are deleted, in words."""
    from tui.relation_words import leading_to_words

    ties = reading.session.company.relations.leading_to(those)
    return leading_to_words(ties, visible(reading.keys.named("undo")))


@handles("undo", "redo")
async def undo(reading: ReadingScreen, command: Command) -> None:
    """Takes the last step back, or does it again: beside the screen where it is a large one."""
    step = reading.session.history.ahead(undoing=command.action.id == "undo")
    if step is None or step.extent[1] < MANY_FILES:
        await _undo(reading, command)
    else:
        _undo_at_length(reading, command, step.extent[1])


def _undo_at_length(reading: ReadingScreen, command: Command, documents: int) -> None:
    """As ``_undo``, while the screen goes on; keys wait for it, and escape ends it undone."""
    from tui.reading.leaving import keys_of
    from tui.reading.typed_ahead import TypedAhead

    def give_up() -> None:
        worker.cancel()
        reading.say(f"Not {'undone' if command.action.id == 'undo' else 'redone'}")

    async def work() -> None:
        try:
            await _undo(reading, command)
        finally:
            ahead.hand_over()

    reading.say(f"Reading {counted(documents, 'document')} for it; escape ends that")
    ahead = TypedAhead(keys_of(reading.app), give_up)
    worker = reading.run_worker(work(), group="undo")


async def _undo(reading: ReadingScreen, command: Command) -> None:
    from annotations.errors import UnreadableAnnotations
    from annotations.history import StepRefused
    from tui.handlers.changed import take_leave_back

    undoing = command.action.id == "undo"
    for _ in range(command.times):
        if undoing and take_leave_back(reading):
            continue
        try:
            step = await (reading.editing.undo() if undoing else reading.editing.redo())
        except (StepRefused, CannotOpen, UnreadableAnnotations) as error:
            words = f"Not {'undone' if undoing else 'redone'}: {error}"
            reading.say(printable(words), "warning")
            return
        if step is None:
            reading.say(f"Nothing to {command.action.id}")
            return
        done, many = "Undone" if undoing else "Redone", _how_many(step)
        where = "" if many else _where(reading, step)
        reading.say(f"{done}{where}: {visible(step.description)}{many}")


def _how_many(step: Step) -> str:
    """How many annotations a step changed, and where; empty where it was one."""
    annotations, documents = step.extent
    if not annotations:  # the program was killed before it came to disk, or others were quicker
        return "; nothing was left to do"
    if annotations < 2:
        return ""
    where = counted(documents, "document") if documents > 1 else visible(step.changes[0][0])
    return f", {counted(annotations, 'annotation')} in {where}"


def _where(reading: ReadingScreen, step: Step) -> str:
    """Which document a step was taken in, if not in the one that is read; else goes there."""
    path, change = step.changes[-1]
    document, view = reading.pane.document, reading.pane.view
    if view is None or document is None or document.path != path:
        return f" in {visible(path)}"
    placed = reading.session.find(reading.session.author, change.annotation_id)
    there = placed or change.after or change.before
    if there is not None and there.start is not None and there.end is not None:
        start = there.start
        if not view.in_sight(Span(start, max(start, there.end))) and reading.focused is None:
            reading.leave_place()
            reading.pane.perform(lambda view: view.go(start))
    return ""


# What the reader works on


def span_here(reading: ReadingScreen) -> Span | None:
    """The selection, or else the sentence."""
    view = reading.pane.view
    return view.focus_span() if view else None


def resized(view: View) -> str:
    """The id of the annotation whose span is being changed, if one is."""
    return view.selection.of if view.selection is not None else ""


def chosen_here(reading: ReadingScreen) -> PlacedAnnotation | None:
    """The reader's own annotation that was chosen here of several."""
    from tui.pane.chosen import chosen_at

    view = reading.pane.view
    chosen = chosen_at(view) if view is not None else None
    there = reading.editing.current() if chosen is not None else None
    return there if there is not None and reading.session.own(there) else None


def own_on(reading: ReadingScreen, document: Document, span: Span) -> PlacedAnnotation | None:
    """The reader’s annotation of exactly ``span``."""
    on = reading.session.marks(document.path).on(*span)
    return next((one for one in on if reading.session.own(one)), None)


def own_here(reading: ReadingScreen) -> PlacedAnnotation | None:
    """The reader's annotation that an action means: that of the selection, else on the sentence.

    On a sentence with several it is the one chosen; else that of the whole sentence, or the first.
    """
    view, document = reading.pane.view, reading.pane.document
    span = span_here(reading)
    if view is None or document is None or span is None:
        return None
    if view.selection is not None and view.selection.of:
        return reading.session.find(reading.session.author, view.selection.of)
    there = reading.editing.current()
    return there if there is not None and reading.session.own(there) else None


def settle_span(reading: ReadingScreen) -> None:
    """Keeps the span that is being changed, before the annotation is worked on."""
    if reading.pane.view is not None and (of := resized(reading.pane.view)):
        from tui.handlers.resizing import take_up

        take_up(reading, of)


def end_selection(reading: ReadingScreen) -> None:
    """Selects nothing any more."""

    def drop(view: View) -> None:
        view.selection = None

    reading.pane.perform(drop)


def say_of(reading: ReadingScreen, done: str, annotation: Annotation) -> None:
    """Says what was done to an annotation, with as many of its words as the row has room for."""
    words = visible(" ".join((annotation.exact or annotation.note).split()))
    room = max(_FEWEST, reading.bars.tray.size.width - len(done) - _AROUND)
    if len(words) > room:
        words = words[: room - 1].rstrip() + "…"
    reading.say(f"{done}: {in_quotation_marks(words)}")
