"""Which of several annotations at the cursor the reader has chosen to work on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from documents.spans import Span

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from tui.pane.view import View


class Chosen(NamedTuple):
    """An annotation chosen while the reader was ``at`` a sentence or a selection.

    ``span`` is where it sits; None for one that sits nowhere.
    """

    at: Span
    author: str
    id: str
    span: Span | None

    @classmethod
    def of(cls, placed: PlacedAnnotation, at: Span) -> Chosen:
        """The choice of ``placed`` at a sentence or selection."""
        whole = placed.start is not None and placed.end is not None
        span = Span(placed.start or 0, placed.end or 0) if whole else None
        return cls(at, placed.author, placed.annotation.id, span)

    def names(self, placed: PlacedAnnotation) -> bool:
        """Whether ``placed`` is what was chosen."""
        return (placed.author, placed.annotation.id) == (self.author, self.id)


def chosen_at(view: View) -> Chosen | None:
    """What was chosen here; nothing once the reader is at another sentence or selection."""
    chosen = view.chosen
    return chosen if chosen is not None and chosen.at == view.focus_span() else None


def current(
    here: Sequence[PlacedAnnotation], view: View | None, author: str
) -> PlacedAnnotation | None:
    """The annotation of those ``here`` that the keys act on.

    It is the chosen one; else ``author``'s own on exactly the sentence or the selection, else on a
    sentence ``author``'s first, and the first of anybody where none is ``author``'s.
    """
    span = view.focus_span() if view else None
    if view is None or span is None:
        return None
    chosen = chosen_at(view)
    if chosen is not None and (found := [one for one in here if chosen.names(one)]):
        return found[0]
    own = [one for one in here if one.author == author]
    exactly = [one for one in own if (one.start, one.end) == span]
    if view.selection is not None:
        return exactly[0] if exactly else None
    return next(iter([*exactly, *own, *here]), None)


def following(
    here: Sequence[PlacedAnnotation], now: PlacedAnnotation | None, by: int
) -> PlacedAnnotation | None:
    """The annotation ``by`` further on among those ``here``, round the end."""
    if not here:
        return None
    place = next((n for n, one in enumerate(here) if one is now), -1 if by > 0 else 0)
    return here[(place + by) % len(here)]
