"""Motions through a text that take the end of a selection along: pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from documents.spans import Span

if TYPE_CHECKING:
    from tui.pane.selection import Selection
    from tui.pane.view import View

Motion = Callable[["View"], object]


def reaching(motion: Motion) -> Motion:
    """The motion, with the end of the selection that moves taken to the sentence it leads to.

    The motion begins at the sentence that end stands in; the cursor stays where it is.
    """

    def move(view: View) -> None:
        selection, cursor = view.selection, view.cursor
        if selection is None:
            motion(view)
            return
        head = view.document.segmentation.sentence_at(selection.head.start)
        view.cursor = head or cursor
        motion(view)
        target = view.cursor
        view.cursor = cursor
        view.selection = _to(selection, target) if target is not None else selection

    return move


def to_paragraph_edge(view: View, count: int) -> None:
    """Takes the selection on to the end of its paragraph, then of the next; back to the starts."""
    for _ in range(abs(count)):
        if view.selection is not None:
            view.selection = _by_paragraph(view, view.selection, onward=count > 0)
    if view.selection is not None and not view.in_sight(view.selection.head):
        view.show(view.selection.head, view.height // 2)


def _by_paragraph(view: View, selection: Selection, *, onward: bool) -> Selection:
    """With a paragraph more or less, the rest of the first one to begin with."""
    cut, (head, anchor) = view.document.segmentation, (selection.head, selection.anchor)
    here = cut.paragraph_at(head.start)
    if here is None:
        return selection
    before, after = cut.paragraph_before(here.start), cut.paragraph_after(here.end)
    if onward:
        if head.start < anchor.start and after is not None and after.start < anchor.start:
            return selection.to(Span(after.start, after.start + 1))  # one less
        here = (after or here) if head.end >= here.end else here
        return selection.to(Span(here.end - 1, here.end))
    if head.start > anchor.start and before is not None and before.end > anchor.end:
        return selection.to(Span(before.end - 1, before.end))
    here = (before or here) if head.start <= here.start else here
    return selection.to(Span(here.start, here.start + 1))


def _to(selection: Selection, sentence: Span) -> Selection:
    """With its head at the far edge of a sentence, seen from where it began."""
    if sentence.end > selection.anchor.start:
        return selection.to(Span(sentence.end - 1, sentence.end))
    return selection.to(Span(sentence.start, sentence.start + 1))
