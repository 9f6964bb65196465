"""What is selected in the panes stays selected when their document is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reading.pane_row import shows

if TYPE_CHECKING:
    from annotations.anchoring.revision import Revision
    from annotations.steps import Step
    from documents.document import Document
    from tui.pane.carried import Carried
    from tui.pane.pane import Pane
    from tui.pane.selection import Selection
    from tui.pane.view import View
    from tui.reading.pane_row import PaneRow
    from tui.reading.screen import ReadingScreen


def revision_of(reading: ReadingScreen, document: Document, step: Step) -> Revision | None:
    """What became of the text that is shown, in a document just read; None if nothing is selected.

    ``step`` is called between short steps. Blocks.
    """
    known = reading.session.documents.known(document.path)
    selecting = any(_selection(pane) for pane in reading.panes if shows(pane, document.path))
    if known is None or not selecting:
        return None
    from annotations.anchoring.revision import Revision

    return Revision(known.text, document.text, step)


class Selections:
    """The selections in one document as they were before it was read again."""

    def __init__(self, row: PaneRow, path: str) -> None:
        self._kept = [
            (pane, pane.document.text, selection)
            for pane in row.panes
            if pane.document is not None
            and pane.document.path == path
            and (selection := _selection(pane)) is not None
        ]

    def put_back(self, document: Document, revision: Revision | None = None) -> str:
        """Selects the same words in the document as it now reads; gives what is to be said of it.

        ``revision`` is what became of the text, where that was found out already.
        """
        found = [
            _put(pane, selection, _revision(revision, text, document.text))
            for pane, text, selection in self._kept
        ]
        if any(one.selection is None for one in found):
            return "what was selected is not there any more: nothing is marked or changed"
        if any(not one.as_before for one in found):
            return "what is selected reads otherwise now"
        return "what was selected still is" if found else ""


def _put(pane: Pane, selection: Selection, revision: Revision | None) -> Carried:
    from tui.pane.carried import Carried, carried

    found = Carried(selection, as_before=True) if revision is None else carried(selection, revision)

    def select(view: View) -> None:
        view.selection = found.selection
        if found.selection is not None and not view.in_sight(found.selection.head):
            view.show(found.selection.head, view.height // 2)

    pane.perform(select)
    return found


def _revision(known: Revision | None, old: str, new: str) -> Revision | None:
    """What became of the old text; None where it is as it was."""
    if old == new:
        return None
    if known is not None and (known.old, known.new) == (old, new):
        return known
    from annotations.anchoring.revision import Revision

    return Revision(old, new)


def _selection(pane: Pane) -> Selection | None:
    return pane.view.selection if pane.view is not None else None
