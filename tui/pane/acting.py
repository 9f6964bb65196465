"""Which of several marks at the cursor the next key acts on, for the text to show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span
from tui.pane.chosen import chosen_at, current

if TYPE_CHECKING:
    from tui.pane.marks import Marks
    from tui.pane.view import View


class ActedOn:
    """Finds the mark that keys act on; the rows of a pane ask for it again and again."""

    def __init__(self) -> None:
        self._asked: tuple[object, ...] = ()
        self._found: Span | None = None

    def span(self, view: View, marks: Marks, *, active: bool) -> Span | None:
        """Where that mark sits; None where no other one stands beside it.

        One that was chosen is always told. In a pane that is not ``active`` no key acts on another.
        """
        asked = view.cursor, view.selection, view.chosen, marks, active
        if asked != self._asked:
            self._asked, self._found = asked, _found(view, marks, active)
        return self._found


def _found(view: View, marks: Marks, active: bool) -> Span | None:
    if (chosen := chosen_at(view)) is not None:
        return chosen.span
    place = view.focus_span()
    if not active or place is None or not marks:
        return None
    here = marks.overlapping(*place)
    now = current(here, view, marks.beside.author) if len(here) > 1 else None
    if now is None or now.start is None or now.end is None:
        return None
    return Span(now.start, now.end)
