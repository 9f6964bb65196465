"""Selecting part of a text from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span
from tui.handlers.registry import handles
from tui.keys import Command
from tui.pane.selection import Selection, covering, word_at, word_before
from tui.pane.view import View

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.reading.screen import ReadingScreen


@handles("select.start", "select.sentence")
def start(reading: ReadingScreen, command: Command) -> None:
    """Selects the first word of the sentence, or all of it."""
    if reading.pane.view is None or reading.pane.view.cursor is None:
        reading.say("Nothing to select here: the document has no sentence", "warning")
        return
    if _is_empty_concordance(reading.focused):
        reading.say("No line is listed here to select words in")
        return
    whole = command.action.id == "select.sentence"
    if reading.focused is not None:  # a list: it stays, and the keys are the selection's
        reading.activate(reading.pane)

    def select(view: View) -> None:
        if view.cursor is not None:
            first, last = view.cursor
            word = word_at(view.document.text, first) or view.cursor
            ends = covering(view.document.text, Span(first, last))
            view.selection = ends if whole else Selection(word, word)

    reading.pane.perform(select)


def _is_empty_concordance(focused: Widget | None) -> bool:
    """Whether the keys are in a concordance of nothing: no text above shows a line of it."""
    from tui.panels.list_panel import ListPanel

    if not isinstance(focused, ListPanel) or focused.context != "concordance":
        return False
    return not focused.count()


@handles("select.cancel")
def cancel(reading: ReadingScreen, command: Command) -> None:
    """Selects nothing."""
    reading.pane.perform(_drop)


def _drop(view: View) -> None:
    view.selection = None


@handles(
    "select.word-on",
    "select.word-back",
    "select.character-on",
    "select.character-back",
    "select.sentence-on",
    "select.sentence-back",
    "select.swap",
    "select.to-start",
    "select.to-end",
)
def extend(reading: ReadingScreen, command: Command) -> None:
    """Moves the end of the selection that moves, or lets the other one move."""

    def select(view: View) -> None:
        if view.selection is not None:
            view.selection = _moved(view, view.selection, command)
            head = view.selection.head
            if not view.in_sight(head):
                view.show(head, view.height // 2)

    reading.pane.perform(select)


def _moved(view: View, selection: Selection, command: Command) -> Selection:
    text = view.document.text
    match command.action.id:
        case "select.word-on":
            return selection.by_word(text, command.times)
        case "select.word-back":
            return selection.by_word(text, -command.times)
        case "select.character-on":
            return selection.by_character(text, command.times)
        case "select.character-back":
            return selection.by_character(text, -command.times)
        case "select.swap":
            return selection.swapped()
        case _:
            return _to_edge(view, selection, command)


def _to_edge(view: View, selection: Selection, command: Command) -> Selection:
    """With the head at an edge of the sentence it stands in, or of one further on or back."""
    cut = view.document.segmentation
    sentence = cut.sentence_at(selection.head.start)
    if sentence is None:
        return selection
    match command.action.id:
        case "select.to-start":
            return selection.to(Span(sentence.start, sentence.start + 1))
        case "select.to-end":
            return selection.to(Span(max(sentence.start, sentence.end - 1), sentence.end))
        case "select.sentence-on":
            if selection.span.end >= sentence.end:
                sentence = cut.sentence_after(sentence.end) or sentence
            return selection.to(Span(sentence.end - 1, sentence.end))
        case _:
            before = cut.sentence_before(sentence.start)
            if before is None:
                return selection.to(Span(sentence.start, sentence.start + 1))
            if selection.head.start > selection.anchor.start:
                last = word_before(view.document.text, before.end)
                return selection.to(Span(before.end - 1, before.end) if last else before)
            return selection.to(Span(before.start, before.start + 1))
